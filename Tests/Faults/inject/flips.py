"""Single bits of a review that change by themselves."""
import hashlib, os, shutil, sqlite3, subprocess, tempfile
from power import MEMORY
from team import Verifier, long_text

# What everything else is made from.
TRUTH = ["action", "change", "content", "head"]
MARKS = ["PRAGMA application_id", "PRAGMA user_version"]


def bit_flips(room, verdict):
    """Each bit that changes what somebody did or read is named, or the file is refused."""
    room.makes_review(text=long_text(12))
    room.says("import", room.review, write(room, long_text(20)), "--study", "Birch", "--as", "AA")
    writer = room.start(
        [room.writer, "act", room.review, "Ada Alder", str(room.seed), "60", "8", "0"],
        stdout=subprocess.DEVNULL)
    verdict.expect(writer.wait() == 0, "the writer ended")
    with open(room.review, "rb") as file:
        whole = file.read()
    base = MEMORY if os.path.isdir(MEMORY) else room.folder
    folder = tempfile.mkdtemp(prefix="flips-", dir=base)
    verifier = Verifier(room)
    verifier.environment["TMPDIR"] = folder
    try:
        flip_all(room, verdict, whole, folder, verifier)
    finally:
        verifier.end()
        shutil.rmtree(folder, ignore_errors=True)


def write(room, text):
    with open(room.path("more.md"), "w") as file:
        file.write(text)
    return "more.md"


def flip_all(room, verdict, whole, folder, verifier):
    path = os.path.join(folder, "review.linewise")
    put(path, whole)
    truth = digest(path)
    count = {"changed": 0, "named": 0, "harmless": 0, "other named": 0, "crashes": 0}
    verdict.expect(verifier.state(path) == "whole", "the review is not whole to begin with")
    for bit in chosen(room, whole, path, 50 if room.short else 900):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        put(path, flipped)
        is_changed = digest(path) != truth
        # Opened as it was damaged: looking at it may have changed nothing.
        put(path, flipped)
        state = verifier.state(path)
        if state.startswith("crashed"):
            count["crashes"] += 1
            verdict.expect(False, f"bit {bit}: {state}")
        is_named = state != "whole"
        if is_changed:
            count["changed"] += 1
            count["named"] += is_named
            verdict.expect(is_named, f"bit {bit} of byte {bit // 8} changed what was done, unseen")
        else:
            count["other named" if is_named else "harmless"] += 1
    for name, number in count.items():
        verdict.figure(name, number)
    verdict.expect(count["changed"] > 0, "no bit changed anything")


def chosen(room, whole, path, count):
    """Bits of the whole file, and more of its head and of the row that says where its log ends."""
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    page, = connection.execute("PRAGMA page_size").fetchone()
    root, = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'head'").fetchone()
    connection.close()
    row = range(root * page * 8 - 60 * 8, root * page * 8)
    parts = [(range(100 * 8), count // 6), (row, count // 10), (range(len(whole) * 8), count)]
    return sorted({bit for part, number in parts
                   for bit in room.random.sample(part, min(number, len(part)))})


def put(path, content):
    for ending in ("-journal", "-wal", "-shm"):
        if os.path.exists(path + ending):
            os.unlink(path + ending)
    with open(path, "wb") as file:
        file.write(content)


def digest(path):
    """What the log and the texts of a review come to; nothing where they cannot be read."""
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    connection.text_factory = bytes
    found = hashlib.sha256()
    try:
        for mark in MARKS:
            found.update(repr(connection.execute(mark).fetchall()).encode())
        for table in TRUTH:
            # By the table itself and not by an index, which may be damaged by itself.
            columns = [row[1].decode() for row in
                       connection.execute(f"PRAGMA table_info({table})")]
            # Where the version of the tables that follow is not ours, they are made again.
            listed = ", ".join(name for name in columns if name not in ("one", "projections"))
            rows = connection.execute(f"SELECT {listed} FROM {table} NOT INDEXED").fetchall()
            found.update(repr(sorted(rows, key=repr)).encode())
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None
    finally:
        connection.close()
    return found.hexdigest()
