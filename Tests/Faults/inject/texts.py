"""Texts that are none, or are named to be taken for something else; and cells that a spreadsheet
would calculate."""
import csv, io, os, random, subprocess, time

TEXT = "# Findings\n\nCafé trust grew – slowly. “They never rang,” said P1.\n\nNobody was asked. 日本.\n"
CELLS = ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", ";=1", '"a""b"', "＝1+1",
         "＋1", "－1", "＠x", "'=1", "''=1", "=HYPERLINK(\"http://a.b\")", "a\n=1", "\ufeff=1", "|=1",
         "%=1", "=\u0301", "\u00a0=1", "a,b;c\td"]


def strange_texts(room, verdict):
    room.says("new", room.review, "--title", "Trust", "--coder", "Ada Alder")
    encodings(room, verdict)
    for name, data in bad_texts(room).items():
        with open(room.path("bad.txt"), "wb") as file:
            file.write(data)
        takes_or_refuses(room, verdict, name, ["bad.txt", "--study", name])
    for name in (["-opw.txt", "a b;$(touch owned).md"] if room.short else
                 ["-opw.txt", "--study", "a b;$(touch owned).md", "new\nline.txt", "`touch owned`.md",
                  "|touch owned", "~root.txt", "%s%n.txt", "é漢😀.md", "x" * 250, "..", "\\.txt"]):
        if name != "..":
            with open(room.path(name), "w") as file:
                file.write(TEXT)
        words = ["--", name] if name.startswith("-") else [name]
        takes_or_refuses(room, verdict, f"named {name[:20]!r}", ["--study", f"N {name}"] + words)
    verdict.expect(not os.path.exists(room.path("owned")), "the name of a file was run")
    os.mkfifo(room.path("pipe"))
    os.symlink("loop", room.path("loop"))
    for name in ("pipe", "/dev/zero", "/dev/stdin", ".", "loop", "nowhere", "/proc/self/mem"):
        takes_or_refuses(room, verdict, name, [name], refuses=True)
    verdict.expect(not room.check(), f"check: {room.check()}")


def takes_or_refuses(room, verdict, name, words, refuses=False):
    """Imports: what comes in is all that was in it, or a sentence says why nothing does."""
    start = time.monotonic()
    before = len(room.lists("study", room.review, "list"))
    outcome = room.run("import", room.review, "--as", "AA", *words, stdin=subprocess.DEVNULL,
                       prefix=["sh", "-c", 'ulimit -v 4000000; exec "$0" "$@"'])
    took = time.monotonic() - start
    added = len(room.lists("study", room.review, "list")) - before
    verdict.expect(outcome.returncode in ((65, 66) if refuses else (0, 65, 66)),
                   f"{name}: ended with {outcome.returncode}: {outcome.stderr[-200:]!r}")
    verdict.expect(took < 20 * room.slack, f"{name}: {took:.0f} s")
    if outcome.returncode == 0:
        verdict.expect(added == 1, f"{name}: {added} studies came in")
    else:
        verdict.expect(added == 0, f"{name}: refused, and {added} studies came in")
        verdict.expect(outcome.stderr.count(b"\n") == 1 and outcome.stderr.startswith(b"linewise: "),
                       f"{name}: not one sentence: {outcome.stderr[:300]!r}")
    return outcome.returncode


def encodings(room, verdict):
    """One text in several encodings is one text, or the encoding is asked for."""
    shown = None
    for name, encoding, mark in (("UTF-8", "utf-8", b""), ("UTF-8 with a mark", "utf-8-sig", b""),
                                 ("UTF-16 LE", "utf-16-le", b"\xff\xfe"),
                                 ("UTF-16 BE", "utf-16-be", b"\xfe\xff")):
        with open(room.path("same.md"), "wb") as file:
            file.write(mark + TEXT.encode(encoding))
        if takes_or_refuses(room, verdict, name, ["same.md", "--study", name]):
            verdict.figure(name, "refused")
            continue
        rows = [(row["start"], row["end"], row["text"])
                for row in room.lists("lines", room.review, "--study", name)]
        shown = shown or rows
        verdict.expect(rows == shown, f"{name}: other lines than UTF-8: {rows}")


def bad_texts(room):
    numbers, long = random.Random(room.seed), (1 if room.short else 15) << 20
    many = 1 if room.short else 20
    texts = {
        "a lone byte of Latin-1": b"# F\n\nCaf\xe9 was open.\n",
        "surrogates": b"# F\n\nA \xed\xa0\xbd\xed\xb8\x80 face.\n",
        "overlong": b"# F\n\nA \xc0\xaf slash.\n",
        "zeros within": b"# F\n\nA text\0 with zeros\0.\n" * 50,
        "returns only": b"# F\r\rOne was here.\rTwo was here.\r" * 50,
        "one long line": b"# F\n\n" + b"word and word " * (long // 14),
        "no space at all": b"# F\n\n" + b"x" * long,
        "lines of a byte": b"x\n" * 50_000 * many,
        "full stops": b". " * 10_000 * many, "quotation marks": "“".encode() * 5_000 * many,
        "brackets": b"(" * 5_000 * many + b")" * 5_000 * many, "headings": b"# x\n" * 1_000 * many,
        "marks of headings": b"#" * 25_000 * many, "stars": b"*" * 10_000 * many + b"x",
        "links": b"[" * 2_500 * many + b"](" * 2_500 * many, "quotes in quotes": b">" * 2_500 * many + b" x\n",
        "accents": "e".encode() + "\u0301".encode() * 10_000 * many, "noise": numbers.randbytes(100_000),
        "nothing": b"", "spaces": b" \t\n" * 1000, "marks": "\ufeff".encode() * 1000,
    }
    if room.short:
        return dict(room.random.sample(sorted(texts.items()), 5))
    return texts


def formulas(room, verdict):
    """No cell of a table for programs begins as a formula, and every text comes back whole."""
    cells = room.random.sample(CELLS, 6) if room.short else CELLS
    room.makes_review(text="# Findings\n\n" + "\n\n".join(
        f"{cell.strip()} stood here number {number} of all." for number, cell in enumerate(cells)))
    for number, cell in enumerate(cells):
        room.says("code", room.review, "--study", "Alder", "--line", str(2 + number), "--as", "AA",
                  "--", cell)
        room.says("codes", room.review, "define", "--as", "AA", f"--definition={cell}", "--", cell)
        room.says("theme", room.review, "new", "--level", "descriptive", "--as", "AA", "--",
                  f"{cell} {number}")
        room.says("memo", room.review, "--study", "Alder", "--line", str(2 + number), "--as", "AA",
                  "--", cell)
    seen = 0
    for arguments in (["codes", room.review], ["codings", room.review], ["lines", room.review],
                      ["theme", room.review, "list"], ["history", room.review],
                      ["matrix", room.review, "--rows", "codes"],
                      ["export", room.review, "codebook"], ["export", room.review, "codings"],
                      ["export", room.review, "lines"], ["export", room.review, "themes"],
                      ["export", room.review, "matrix", "--rows", "codes"]):
        seen += calculates(room, verdict, arguments)
    names = {" ".join(cell.split()) for cell in cells}
    rows = list(csv.reader(io.StringIO(csv_of(room, ["export", room.review, "codebook"]))))
    found = {text[1:] if text.startswith("'") and begins(text.lstrip("'")) else text
             for row in rows for text in row}
    verdict.expect(names <= found, f"not in the codebook: {sorted(names - found)}")
    verdict.figure("cells", seen)


def csv_of(room, arguments):
    return room.run(*arguments, "--format", "csv").stdout.decode()


def begins(text):
    return text[:1] in tuple("=+-@\t\r\n\0＝＋－＠")


def calculates(room, verdict, arguments):
    """Looks at every cell; how many there were."""
    count = 0
    for row in csv.reader(io.StringIO(csv_of(room, arguments), newline="")):
        for cell in row:
            count += 1
            number = cell.lstrip("-").replace(".", "", 1).isdigit()
            verdict.expect(not cell or number or not begins(cell),
                           f"{' '.join(arguments[::2])}: {cell!r} would be calculated")
    return count
