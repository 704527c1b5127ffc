"""Plain passes over a review with Python's sqlite3 and csv, to hold the program against.

    python3 plain.py codings|codebook|matrix REVIEW
    python3 plain.py calls REVIEW ROUNDS WORDS

The first ones write to standard output what the program's exports hold; the last prints what
single queries take on a connection that is open, one a line.
"""
import csv, json, sqlite3, sys, time
from bisect import bisect_right
from itertools import accumulate

CODINGS = """
    SELECT start, "end", coalesce(r.target, c.code), coder, at, memo
    FROM coding c LEFT JOIN resolved r ON r.code = c.code
    WHERE document = ? AND live = 1 ORDER BY start, "end", stamp"""


def opened(review):
    return sqlite3.connect(f"file:{review}?mode=ro", uri=True)


def documents(database):
    """Each document: its number, label, title, text and the beginnings of its lines."""
    rows = database.execute("""
        SELECT n.document, s.fields ->> '$.label', d.fields FROM documentCount n
        JOIN key k ON k.key = n.document JOIN thing d ON d.id = k.id
        JOIN thing s ON s.id = n.study ORDER BY 2, 1""").fetchall()
    for number, label, fields in rows:
        fields = json.loads(fields)
        (content,) = database.execute(
            "SELECT bytes FROM content WHERE sha256 = ?", (bytes.fromhex(fields["text"]),)
        ).fetchone()
        starts = list(accumulate(fields["lines"]))[::2]
        yield number, label, fields["title"], content.decode(), starts


def moment(at):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at // 1000))


def names(database, query):
    """What local numbers are called."""
    return dict(database.execute(query))


def code_names(database):
    return names(database, "SELECT k.key, c.name FROM code c JOIN key k ON k.id = c.id")


def codings(database, out):
    """All codings with what they are called and the words they stand on."""
    writer, codes = csv.writer(out), code_names(database)
    coders = names(database, """
        SELECT k.key, t.fields ->> '$.name' FROM thing t JOIN key k ON k.id = t.id
        WHERE t.kind = 'coder'""")
    for number, label, title, text, starts in documents(database):
        for start, end, code, coder, at, memo in database.execute(CODINGS, (number,)):
            writer.writerow((
                codes[code], label, title, bisect_right(starts, start), start, end,
                text[start:end], coders[coder], moment(at), memo))


def codebook(database, out):
    """Every code with what it holds, where, and three of its lines."""
    lines, quoted, studies = {}, {}, {}
    for number, label, _, text, starts in documents(database):
        for start, end, code, *_ in database.execute(CODINGS, (number,)):
            lines.setdefault(code, set()).add((number, start))
            studies.setdefault(code, {})[label] = True
            if len(quoted.setdefault(code, [])) < 3:
                quoted[code].append((text[start:end], label, bisect_right(starts, start)))
    writer = csv.writer(out)
    for code, name, definition in database.execute("""
            SELECT k.key, c.name, coalesce(t.fields ->> '$.definition', '') FROM code c
            JOIN thing t ON t.id = c.id LEFT JOIN key k ON k.id = c.id
            WHERE t.live = 1 ORDER BY c.name"""):
        held = studies.get(code, {})
        writer.writerow((
            name, definition, len(lines.get(code, ())), len(held), "; ".join(held),
            quoted.get(code, "")))


def matrix(database, out):
    """How many lines of each study bear each code."""
    cells = {}
    for code, study, count in database.execute("""
            SELECT t.code, n.study, sum(t.lines) FROM tally t
            JOIN documentCount n ON n.document = t.document GROUP BY 1, 2"""):
        cells.setdefault(code, {})[study] = count
    studies = [s for (s,) in database.execute(
        "SELECT DISTINCT n.study FROM documentCount n JOIN thing s ON s.id = n.study "
        "ORDER BY s.fields ->> '$.label'")]
    writer = csv.writer(out)
    for code, name in database.execute(
            "SELECT k.key, c.name FROM code c JOIN key k ON k.id = c.id ORDER BY c.name"):
        held = cells.get(code, {})
        writer.writerow([name] + [held.get(study, 0) for study in studies])


def calls(database, rounds, words):
    """What is unavoidable: each query alone."""
    (most,) = database.execute(
        "SELECT code FROM total GROUP BY code ORDER BY sum(lines) DESC LIMIT 1").fetchone()
    place = 'SELECT document, start, "end" FROM coding WHERE code = ? AND live = 1'
    phrase = '"' + words.lower() + '"*'
    queries = [
        ("SQLite: count the codings of each code",
         "SELECT code, count(*) FROM coding GROUP BY code", ()),
        ("SQLite: names and totals of all codes",
         "SELECT c.name, t.fields, sum(n.lines) FROM total n JOIN key k ON k.key = n.code "
         "JOIN code c ON c.id = k.id JOIN thing t ON t.id = c.id GROUP BY n.code", ()),
        ("SQLite: places of 60 codings of a code", place + " LIMIT 60", (most,)),
        ("SQLite: places of all codings of a code", place, (most,)),
        ("SQLite: phrase by its index",
         'SELECT p.document, p.start, p."end" FROM words w JOIN paragraph p ON p.key = w.rowid '
         "WHERE words MATCH ?", (phrase,)),
        ("SQLite: phrase by LIKE",
         "SELECT count(*) FROM content WHERE CAST(bytes AS TEXT) LIKE ?", (f"%{words}%",)),
    ]
    for _ in range(rounds):
        for name, query, arguments in queries:
            start = time.perf_counter()
            database.execute(query, arguments).fetchall()
            print(f"{name}\t{(time.perf_counter() - start) * 1000}")


def main():
    what, database = sys.argv[1], opened(sys.argv[2])
    if what == "calls":
        calls(database, int(sys.argv[3]), sys.argv[4])
    else:
        {"codings": codings, "codebook": codebook, "matrix": matrix}[what](database, sys.stdout)


if __name__ == "__main__":
    main()
