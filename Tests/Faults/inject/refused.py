"""Files that are no review, or one of another program or time: refused, and left to the byte."""
import os, random, shutil, sqlite3, subprocess
from terminal import seen

COMMANDS = [
    ["codes"], ["lines"], ["check"], ["check", "--rebuild"], ["history"], ["theme", "list"],
    ["export", "codebook", "--format", "csv"], ["backup", "-o", "copy.linewise"], ["open"],
    ["undo"], ["coder", "add", "New One"], ["code", "--study", "Alder", "--line", "2", "x"],
    ["import", "alder.md"],
]
QUALCODER = """
CREATE TABLE project(databaseversion text, date text, memo text, about text, bookmarkfile integer);
CREATE TABLE source(id integer primary key, name text, fulltext text, mediapath text, memo text);
CREATE TABLE code_name(cid integer primary key, name text, memo text, catid integer, color text);
CREATE TABLE code_text(cid integer, fid integer, seltext text, pos0 integer, pos1 integer);
INSERT INTO project VALUES('v6', '', '', 'QualCoder', 0);
"""
# What somebody may have done to a review behind its back.
CHANGES = {
    "a newer log": "PRAGMA user_version = 999",
    "another application": "PRAGMA application_id = 12345",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON action BEGIN DELETE FROM change; END",
    "a trigger on a projection": "CREATE TRIGGER t AFTER INSERT ON thing BEGIN DELETE FROM change; END",
    "a view": "CREATE VIEW v AS SELECT * FROM change",
    "a view for a table": "DROP TABLE link; CREATE VIEW link AS SELECT 1 AS target, 2 AS source",
    "an index": "CREATE INDEX i ON change(kind)",
    "an index on an expression": "CREATE INDEX i ON change(upper(kind))",
    "a virtual table": "CREATE VIRTUAL TABLE extra USING fts5(x)",
    "a generated column": "ALTER TABLE action ADD COLUMN g INTEGER AS (seq + 1)",
    "a table": "CREATE TABLE extra(x)",
    "a table less": "DROP TABLE tally",
    "no head": "DELETE FROM head",
}


def refused_files(room, verdict):
    room.makes_review()
    cases = makes(room, verdict)
    if room.short:
        cases = dict(room.random.sample(sorted(cases.items()), 8))
    commands = COMMANDS[:2] if room.short else COMMANDS
    for name, path in sorted(cases.items()):
        before = contents(room, path)
        for command in commands:
            arguments = [command[0], path, *command[1:]]
            outcome = room.run(*arguments, stdin=subprocess.DEVNULL)
            said = f"{name}: {' '.join(command)}"
            wanted = (64, 65) if command[0] == "open" else (65,)
            verdict.expect(outcome.returncode in wanted,
                           f"{said} ended with {outcome.returncode}: {outcome.stderr[:200]!r}")
            words = outcome.stderr.decode().strip()
            verdict.expect(words.startswith("linewise: ") and "\n" not in words,
                           f"{said} did not say it in one sentence: {words[:300]!r}")
            verdict.expect(not outcome.stdout, f"{said} printed {outcome.stdout[:100]!r}")
            changed = contents(room, path) != before
            verdict.expect(not changed, f"{said} changed its folder")
        if room.short:
            continue
        sent, status = seen(room, ["open", path])
        verdict.expect(status == 65, f"{name}: open in a terminal ended with {status}: {sent!r}")
        verdict.expect(contents(room, path) == before, f"{name}: open changed its folder")
    verdict.figure("files", len(cases))
    verdict.figure("commands each", len(commands))
    opened_all_the_same(room, verdict)


def contents(room, path):
    """The bytes and times of all files of a folder, a review's own among them."""
    folder = os.path.dirname(path)
    found = {}
    for name in sorted(os.listdir(folder)):
        place = os.path.join(folder, name)
        found[name] = (room.digest(place), os.stat(place).st_mtime_ns)
    return found


def makes(room, verdict):
    """A folder for each file that is to be refused."""
    cases = {}

    def case(name, file="review.linewise"):
        folder = room.path(f"case-{len(cases)}")
        os.makedirs(folder)
        cases[name] = os.path.join(folder, file)
        return cases[name]

    noise = random.Random(room.seed)
    whole = open(room.review, "rb").read()
    raw = {
        "nothing": b"", "one byte": b"x", "fifteen bytes": b"fifteen bytes !",
        "a head alone": b"SQLite format 3\0", "a text": b"Mothers waited.\n" * 500,
        "a picture": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + noise.randbytes(20_000),
        "noise": noise.randbytes(65_536), "zeros": bytes(8192),
        "encrypted": noise.randbytes(len(whole)),
        "a head before noise": whole[:100] + noise.randbytes(40_000),
        "a head of no page size": whole[:16] + b"\0\3" + whole[18:],
        "an archive": b"PK\x03\x04" + noise.randbytes(3000),
    }
    for name, data in raw.items():
        with open(case(name), "wb") as file:
            file.write(data)
    for name, statements in CHANGES.items():
        shutil.copyfile(room.review, path := case(name))
        changed(path, statements)
    path = case("pages of 65,536 bytes, not a review")
    changed(path, "PRAGMA page_size = 65536; CREATE TABLE code(id); INSERT INTO code VALUES(1)")
    changed(case("another program's codes"), QUALCODER)
    path = case("another program's, with a journal beside it")
    changed(path, QUALCODER)
    with open(path + "-journal", "wb") as file:
        file.write(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504) + noise.randbytes(4096))
    path = case("another program's, with a log beside it")
    changed(path, "PRAGMA journal_mode = WAL; " + QUALCODER)
    with open(path + "-wal", "wb") as file:
        file.write(noise.randbytes(5000))
    path = case("a path with signs", "what?mode=rw#x%41 &c;.linewise")
    with open(path, "wb") as file:
        file.write(b"no review")
    shutil.copyfile(room.review, path := case("a newer log at a path with signs", "a?b#c.linewise"))
    changed(path, "PRAGMA user_version = 7")
    path = case("two names")
    shutil.copyfile(room.review, path)
    os.link(path, os.path.join(os.path.dirname(path), "other.linewise"))
    return cases


def changed(path, statements):
    connection = sqlite3.connect(path)
    connection.executescript(statements)
    connection.commit()
    connection.close()


def opened_all_the_same(room, verdict):
    """What looks odd and is a review: it is read, and nothing of it is lost."""
    lines = room.lists("lines", room.review)
    folder = room.path("odd")
    os.makedirs(folder)
    names = ["what?mode=ro#x%41.linewise", "new\nline.linewise", "a b.linewise", "-o.linewise",
             "é漢.linewise", "file:x.linewise", ":memory:"][:2 if room.short else None]
    for name in names:
        path = os.path.join(folder, name)
        shutil.copyfile(room.review, path)
        verdict.expect(room.lists("lines", path) == lines, f"{name!r} reads otherwise")
        room.says("code", path, "--study", "Alder", "--line", "2", "odd", "--as", "Ada Alder")
        verdict.expect(not room.check(path), f"{name!r}: {room.check(path)}")
    verdict.expect(len(os.listdir(folder)) == len(names), f"left behind: {os.listdir(folder)}")
    path = room.path("wide.linewise")
    shutil.copyfile(room.review, path)
    changed(path, "PRAGMA page_size = 65536; VACUUM")
    verdict.expect(room.lists("lines", path) == lines, "pages of 65,536 bytes read otherwise")
    verdict.expect(not room.check(path), f"pages of 65,536 bytes: {room.check(path)}")
    strange_journal(room, verdict, lines)


def strange_journal(room, verdict, lines):
    """The journal of another review beside this one must not be rolled back into it."""
    other, path = room.path("other.linewise"), room.path("beside.linewise")
    shutil.copyfile(room.review, path)
    room.says("new", other, "--title", "Other", "--coder", "Cy Cedar")
    room.says("import", other, "alder.md", "--study", "Other")
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    for table in ("action", "change", "content", "thing"):
        column = {"action": "note", "content": "bytes"}.get(table, "fields")
        value = "zeroblob(length(bytes))" if table == "content" else f"{column} || 'x'"
        connection.execute(f"UPDATE {table} SET {column} = {value}")
    connection.execute("INSERT INTO content SELECT randomblob(32), randomblob(200000)")
    shutil.copyfile(other + "-journal", path + "-journal")
    connection.rollback()
    connection.close()
    outcome = room.run("lines", path, "--format", "json")
    same = outcome.returncode == 0 and room.lists("lines", path) == lines
    # SQLite cannot tell whose it is: pages of another are never taken for this review's silently.
    found = room.run("check", path)
    verdict.expect(same == (found.returncode == 0),
                   f"another's journal: {outcome.returncode}, check {found.returncode} "
                   f"{(found.stdout + found.stderr).decode()}")
    for run in (outcome, found):
        verdict.expect(run.returncode in (0, 1, 65, 74), f"another's journal: {run.stderr!r}")
    verdict.figure("another's journal", "left alone" if same else "found by check")
