"""A disk that forgets: what of a folder is left when the power goes at any moment.

A file keeps what was written before its last sync; of what was written since, nothing, a beginning
or any part is kept, and one write may be torn at a sector. A name is made or removed for good when
its folder is synced; until then only a beginning of what was done to the names is kept. With
`forgets` the disk does as if syncs of files, folders or both were not there: a model that loses
nothing then would prove nothing.
"""
import os

SECTOR = 512


class Inode:
    """What is on the disk of a file, and what is only on its way there."""

    def __init__(self):
        self.kept, self.waiting = bytearray(), []

    def sync(self):
        for change in self.waiting:
            apply(self.kept, change)
        self.waiting = []

    def after(self, random, way):
        """The bytes after a power cut."""
        left = bytearray(self.kept)
        if way == "nothing":
            chosen = []
        elif way == "beginning":
            chosen = self.waiting[:random.randint(0, len(self.waiting))]
        else:
            chosen = [change for change in self.waiting if random.random() < 0.5]
        torn = random.randrange(len(chosen)) if chosen and random.random() < 0.15 else None
        for number, change in enumerate(chosen):
            apply(left, tear(change, random) if number == torn else change)
        return left


def apply(content, change):
    place, data = change
    if data is None:
        if place < len(content):
            del content[place:]
        else:
            content.extend(bytes(place - len(content)))
        return
    if place > len(content):
        content.extend(bytes(place - len(content)))
    content[place:place + len(data)] = data


def tear(change, random):
    """A write of which only the first sectors came to the disk."""
    place, data = change
    if data is None or len(data) <= SECTOR:
        return change
    # Sectors are whole on the disk, wherever the write began.
    first = SECTOR - place % SECTOR
    ends = list(range(first, len(data), SECTOR))
    return (place, data[:random.choice(ends)]) if ends else change


class Disk:
    """A folder to which calls are applied one by one."""

    def __init__(self, folder, forgets=()):
        self.folder, self.forgets = os.path.realpath(folder), set(forgets)
        self.names, self.kept_names, self.waiting_names = {}, {}, []
        self.open = {}

    def settle(self):
        """All that was done is on the disk for good."""
        for inode in self.names.values():
            inode.sync()
        self.kept_names, self.waiting_names = dict(self.names), []

    def holds(self, name):
        """A file that is on the disk already."""
        inode = Inode()
        with open(os.path.join(self.folder, name), "rb") as file:
            inode.kept = bytearray(file.read())
        self.names[name] = self.kept_names[name] = inode

    def begins(self):
        """Another process begins, with no file open."""
        self.open = {}

    def take(self, call):
        getattr(self, "take_" + call.name, lambda call: None)(call)

    def own(self, raw):
        """The name in our folder that a path means; none where it is elsewhere."""
        path = os.path.normpath(os.path.join(self.folder, os.fsdecode(raw)))
        return os.path.basename(path) if os.path.dirname(path) == self.folder else None

    def name(self, change):
        self.waiting_names.append(change)
        rename(self.names, change)

    def take_openat(self, call):
        folder, raw, flags = call.words[:3]
        self.open.pop(call.result, None)
        if isinstance(folder, int):
            return
        if os.path.realpath(os.fsdecode(raw)) == self.folder:
            self.open[call.result] = (self, False)
            return
        name = self.own(raw)
        if name is None or os.path.isdir(os.fsdecode(raw)):
            return
        if name not in self.names:
            self.name(("make", name, Inode()))
        elif "O_TRUNC" in flags:
            self.names[name].waiting.append((0, None))
        self.open[call.result] = (self.names[name], "O_APPEND" in flags)

    def take_close(self, call):
        self.open.pop(call.words[0], None)

    def take_pwrite64(self, call):
        inode, _ = self.open.get(call.words[0], (None, False))
        if isinstance(inode, Inode):
            data, place = call.words[1], call.words[3]
            inode.waiting.append((place, data[:call.result]))

    def take_ftruncate(self, call):
        inode, _ = self.open.get(call.words[0], (None, False))
        if isinstance(inode, Inode):
            inode.waiting.append((call.words[1], None))

    def take_fsync(self, call):
        found, _ = self.open.get(call.words[0], (None, False))
        if found is self and "folders" not in self.forgets:
            self.kept_names, self.waiting_names = dict(self.names), []
        elif isinstance(found, Inode) and "files" not in self.forgets:
            found.sync()

    take_fdatasync = take_fsync

    def take_unlink(self, call):
        name = self.own(call.words[0])
        if name in self.names:
            self.name(("remove", name, None))

    def take_link(self, call):
        old, new = self.own(call.words[0]), self.own(call.words[1])
        if old in self.names and new is not None:
            self.name(("make", new, self.names[old]))

    def take_rename(self, call):
        self.renames(call.words[0], call.words[1])

    def renames(self, old, new):
        old, new = self.own(old), self.own(new)
        if old in self.names and new is not None:
            inode = self.names[old]
            self.name(("rename", (old, new), inode))

    def take_renameat2(self, call):
        self.renames(call.words[1], call.words[3])

    def cut(self, random):
        """What is in the folder after a power cut: bytes by name."""
        way = random.choice(["nothing", "beginning", "part"])
        names = dict(self.kept_names)
        count = random.choice([0, len(self.waiting_names),
                               random.randint(0, len(self.waiting_names))])
        for change in self.waiting_names[:count]:
            rename(names, change)
        return {name: inode.after(random, way) for name, inode in names.items()}


def rename(names, change):
    kind, name, inode = change
    if kind == "remove":
        names.pop(name, None)
    elif kind == "make":
        names[name] = inode
    else:
        names.pop(name[0], None)
        names[name[1]] = inode
