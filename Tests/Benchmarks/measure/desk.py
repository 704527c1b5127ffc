"""The measures of the desk: the real program, on a made review, by keys and mouse."""
import glob, os, shutil, subprocess, tempfile, time
from line import Line, mouse


class Desk:
    """Linewise opened on a review at its beginning, with a state of its own or one that is kept,
    in which the backups are."""

    def __init__(self, program, review, coder="Mara Quill", home=None):
        self.isOwn, self.home = not home, home or tempfile.mkdtemp(prefix="linewise-bench-")
        os.makedirs(self.home, exist_ok=True)
        for place in glob.glob(os.path.join(self.home, "linewise", "*", "*.place.json")):
            os.remove(place)
        environment = {
            "HOME": self.home, "XDG_STATE_HOME": self.home, "LANG": "C.UTF-8",
            "TERM": "xterm-256color", "PATH": os.environ["PATH"],
        }
        self.line = Line([program, "open", review, "--as", coder], environment)
        self.start = self.line.read(self.line.started, quiet=0.15, until=b"keys")
        if self.start.seen is None:
            self.end()
            raise RuntimeError(f"{program} showed no desk but: {self.start.text!r}")

    def end(self):
        self.line.end()
        if self.isOwn:
            shutil.rmtree(self.home, ignore_errors=True)


def repeated(table, name, desk, keys, count, **options):
    """Sends a key several times, one answer each."""
    for index in range(count):
        key = keys[index % len(keys)] if isinstance(keys, (list, tuple)) else keys
        table.add(name, desk.line.send(key, **options))


def start(table, program, review, rounds):
    for _ in range(rounds):
        desk = Desk(program, review)
        table.add("start to the first screen", desk.start, seen=True)
        desk.end()


def code_desk(table, desk, count):
    line = desk.line
    repeated(table, "code: cursor step", desk, ["j", "j", "j", "k"], count)
    repeated(table, "code: half a page", desk, ["\x04", "\x04", "\x15"], count // 2)
    for _ in range(max(2, count // 8)):
        line.send("g", quiet=0.03)
        line.send("g")
        burst = line.send("j" * 300, quiet=0.12)
        table.add("code: 300 keys in one read", burst)
        table.note("frames of 300 keys", burst.frames)
    line.send("gg")
    for _ in range(max(3, count // 4)):
        line.send("j")
        table.add("code: open the picker", line.send("c", quiet=0.1))
        for key in "tar":
            table.add("code: picker key over the codes", line.send(key, quiet=0.1))
        applied = line.send("\r", quiet=0.3)
        table.add("code: apply, shown", applied)
        table.add("code: apply, saved and told", applied, settled=True)
        # Enter on an empty field is done.
        line.send("\r", quiet=0.1)
        undone = line.send("u", quiet=0.3)
        table.add("code: undo, told", undone, settled=True)


def open_board(table, desk):
    opened = desk.line.send("gt", quiet=0.3, limit=120, until=b"studies")
    table.add("board: open, first rows", opened, seen=True)
    # The counts follow; nothing more comes once they stand.
    counted = desk.line.read(quiet=3.0, limit=180, least=15.0)
    if counted.bytes:
        table.note("board: open, counts ms", opened.settled + counted.settled)


def board(table, desk, count):
    line = desk.line
    repeated(table, "board: cursor step among codes", desk, ["j", "j", "j", "k"], count, quiet=0.15)
    repeated(table, "board: half a page of codes", desk, ["\x04", "\x15"], count // 2, quiet=0.15)
    repeated(table, "board: all, placed, left out", desk, ["a"], 6, quiet=0.2)
    line.send("a", quiet=0.2)
    for _ in range(max(2, count // 6)):
        line.send("/", quiet=0.1)
        for key in "tarbo":
            table.add("board: typing in /", line.send(key, quiet=0.1))
        table.add("board: filter taken", line.send("\r", quiet=0.2))
        line.send("/", quiet=0.1)
        line.send("\x7f" * 5, quiet=0.1)
        table.add("board: filter cleared", line.send("\r", quiet=0.2))
    repeated(table, "board: mark", desk, [" "], count // 2, quiet=0.15)
    line.send("gg", quiet=0.1)
    for _ in range(count // 2):
        line.send(" ", quiet=0.05)
    for _ in range(max(3, count // 6)):
        table.add("board: theme picker opens", line.send("t", quiet=0.15))
        for key in "ba":
            table.add("board: theme picker key", line.send(key, quiet=0.15))
        line.send("\x03", quiet=0.15)
    line.send("\t", quiet=0.1)
    line.send("gg", quiet=0.1)
    repeated(table, "board: cursor step in the tree", desk, ["j", "j", "j", "k"], count, quiet=0.2)
    line.send("gg", quiet=0.1)
    line.send("j", quiet=0.2)
    repeated(table, "board: unfold, fold", desk, ["l", "h"], count // 2, quiet=0.1)


def drags(table, desk, count):
    """Picks a code up with the mouse, carries it about the tree and drops it on a theme."""
    line = desk.line
    line.send("\t", quiet=0.1)
    line.send("gg", quiet=0.2)
    for turn in range(max(3, count // 6)):
        row = 6 + turn % 3
        line.send(mouse("press", 8, row), quiet=0.15)
        line.send(mouse("drag", 12, row), quiet=0.05)
        line.send(mouse("drag", 70, 12), quiet=0.05)
        for step in range(12):
            moved = line.send(mouse("drag", 70, 13 + step % 8), quiet=0.05)
            table.add("board: drag one cell", moved)
        dropped = line.send(mouse("release", 71, 17), quiet=0.5)
        table.add("board: drop, shown", dropped)
        table.add("board: drop, saved and told", dropped, settled=True)
        table.add("board: undo, told", line.send("u", quiet=0.5), settled=True)
    for _ in range(max(2, count // 8)):
        line.send("gg", quiet=0.1)
        burst = line.send("j" * 300, quiet=0.2)
        table.add("board: 300 keys in one read", burst)


def matrix(table, desk, count):
    line = desk.line
    table.add("matrix: open", line.send("gm", quiet=0.6, limit=60))
    repeated(table, "matrix: move", desk, ["j", "l", "j", "l", "k"], count, quiet=0.15)
    repeated(table, "matrix: take a study out", desk, ["x"], max(2, count // 4), quiet=0.3)
    line.send("gc", quiet=0.3)


def wait_for_rest(desk, limit=300):
    """Waits until the desk has done nothing for three seconds; how long that took."""
    started, still = time.time(), 0
    while still < 3 and time.time() - started < limit:
        before = desk.line.processor()
        time.sleep(1)
        still = still + 1 if desk.line.processor() - before < 0.005 else 0
    return time.time() - started


def settle(table, desk):
    """One act, and the first backup that follows it, so that no measure has it beside itself."""
    desk.line.send("c", quiet=0.3)
    desk.line.send("tar", quiet=0.3)
    desk.line.send("\r", quiet=0.5)
    desk.line.send("\r", quiet=0.3)
    desk.line.send("u", quiet=0.5)
    table.note("seconds until the first backup is made", wait_for_rest(desk))


def rest(table, desk, seconds):
    """Memory after all that, and what a desk costs that nobody touches."""
    table.note("memory MB", desk.line.memory())
    table.note("seconds until at rest", wait_for_rest(desk))
    before = desk.line.processor()
    time.sleep(seconds)
    table.note("idle % of a core", (desk.line.processor() - before) / seconds * 100)


def partner(table, program, maker, review, home, count):
    """Another process moves a code on the board that I see; from its commit to my screen."""
    own = Desk(program, review, home=home)
    moves = subprocess.Popen(
        [maker, "moves", review], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        moves.stdout.readline()
        own.line.send("gt", quiet=3.0, limit=180, least=10.0, until=b"studies")
        for _ in range(count):
            own.line.read(quiet=0.3)
            moves.stdin.write("\n")
            moves.stdin.flush()
            done = float(moves.stdout.readline())
            answer = own.line.read(done, quiet=0.3)
            if not answer.bytes:
                return table.skip("a move of a partner's shows nothing on my screen")
            # What follows is the count of what stands under themes now.
            table.add("partner: their move on my screen", answer)
    finally:
        moves.communicate()
        own.end()
    two_desks(table, program, review, home, count)


def two_desks(table, program, review, home, count):
    """From the key of one to the screen of the other: a code is put under a theme, and undone."""
    other = tempfile.mkdtemp(prefix="linewise-bench-")
    mine, theirs = Desk(program, review, home=home), Desk(program, review, "Jo Sand", other)
    try:
        for desk in (mine, theirs):
            desk.line.send("gt", quiet=3.0, limit=180, least=10.0, until=b"studies")
        wait_for_rest(theirs)
        for _ in range(max(2, count // 4)):
            theirs.line.send("u", quiet=0.1)
            mine.line.read(quiet=0.5)
            start = time.perf_counter()
            os.write(theirs.line.fd, b"U")
            answer = mine.line.read(start, quiet=0.3)
            if answer.bytes:
                table.add("partner: their key to my screen", answer)
            theirs.line.read(quiet=0.3)
    finally:
        theirs.end()
        mine.end()
        shutil.rmtree(other, ignore_errors=True)
