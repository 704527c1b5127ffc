"""What the desk is measured against, in the same run and the same kind of terminal."""
import os, shutil, sqlite3, tempfile, time
from line import Line

ENVIRONMENT = {
    "HOME": tempfile.gettempdir(), "LANG": "C.UTF-8", "TERM": "xterm-256color",
    "PATH": os.environ["PATH"],
}


def text_of(review, folder):
    """One text of as many lines as the review has."""
    database = sqlite3.connect(f"file:{review}?mode=ro", uri=True)
    path = os.path.join(folder, "text.txt")
    with open(path, "w") as file:
        for (content,) in database.execute("SELECT bytes FROM content"):
            file.write(content.decode().replace(". ", ".\n"))
    return path


def names_of(review, folder):
    """The names of all codes, one a line."""
    database = sqlite3.connect(f"file:{review}?mode=ro", uri=True)
    path = os.path.join(folder, "names.txt")
    with open(path, "w") as file:
        for (name,) in database.execute("SELECT name FROM code"):
            file.write(name + "\n")
    return path


def pager(table, name, command, count):
    if not shutil.which(command[0]):
        return table.skip(f"{command[0]} is not installed")
    line = Line(command, ENVIRONMENT)
    line.read(quiet=0.4)
    for index in range(count):
        table.add(f"{name}: cursor step", line.send("kjjj"[index % 4]))
    for index in range(count // 2):
        table.add(f"{name}: half a page", line.send("\x04\x04\x15"[index % 3]))
    for _ in range(max(2, count // 8)):
        table.add(f"{name}: 300 keys in one read", line.send("j" * 300, quiet=0.12))
    line.end()


def fuzzy(table, names, count):
    if not shutil.which("fzf"):
        return table.skip("fzf is not installed")
    line = Line(["sh", "-c", f"fzf < {names}"], ENVIRONMENT)
    line.read(quiet=0.6)
    for index in range(count):
        key = ["t", "a", "r", "\x15"][index % 4]
        table.add("fzf: key over the codes", line.send(key, quiet=0.15))
    line.end()


def shell_count(table, review, rounds):
    if not shutil.which("sqlite3"):
        return table.skip("the sqlite3 shell is not installed")
    for _ in range(rounds):
        line = Line(
            ["sqlite3", f"file:{review}?mode=ro", "SELECT count(*) FROM coding"], ENVIRONMENT)
        counted = line.read(line.started, until=b"\n")
        if counted.seen is None:
            return table.skip("the sqlite3 shell counted nothing")
        table.add("sqlite3: open and count the codings", counted, seen=True)
        line.end()


def bare_transaction(table, review, rounds):
    """The rows of one coding, written with no program around them, with the same settings."""
    database = sqlite3.connect(review, isolation_level=None)
    for setting in ("journal_mode = DELETE", "synchronous = EXTRA", "cache_size = -16000"):
        database.execute(f"PRAGMA {setting}").fetchall()
    (last,) = database.execute("SELECT max(seq) FROM action").fetchone()
    # The last of a document: behind it is room for more.
    coding = database.execute(
        "SELECT * FROM coding ORDER BY document, start DESC LIMIT 1").fetchone()
    change = database.execute("SELECT fields FROM change WHERE kind = 'coding' LIMIT 1").fetchone()
    coder = database.execute("SELECT coder FROM action WHERE seq = 2").fetchone()[0]
    for number in range(rounds):
        seq = last + 1 + number
        start = time.perf_counter()
        database.execute("BEGIN IMMEDIATE")
        database.execute(
            "INSERT INTO action VALUES(?, ?, ?, ?, ?, 'code', '', ?)",
            (seq, os.urandom(16), seq, seq, coder, os.urandom(32)))
        database.execute(
            "INSERT INTO change VALUES(?, 0, 'coding', ?, ?, '')", (seq, os.urandom(16), change[0]))
        database.execute("UPDATE head SET stamp = stamp + 1")
        row = list(coding)
        row[1] += 1 + number
        database.execute("INSERT INTO coding VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for name in ("total", "tally"):
            database.execute(
                f"UPDATE {name} SET lines = lines + 1 WHERE code = ?"
                + (" AND document = ?" if name == "tally" else ""),
                (row[3], row[0]) if name == "tally" else (row[3],))
        database.execute(
            "UPDATE coverage SET coded = coded + 1 WHERE document = ? AND coder = ?",
            (row[0], row[4]))
        database.execute("COMMIT")
        table.time("SQLite: the rows of one coding", start)
    database.close()
