"""Texts and names that would take a terminal over, or show what is not there.

They are put wherever text from outside can come, and out of every command and desk nothing may come
but letters: what is drawn for harmless names, and no more.
"""
import os
from terminal import Desk, Sending, seen

TRICKS = [
    "\x1b[2J", "\x1b]52;c;Y3VybCBldmlsfHNo\x07", "\x1b]0;title\x07", "\x1b]8;;http://a.b\x1b\\",
    "\x1bP1$q\x1b\\", "\x1b_apc\x1b\\", "\x1b^pm\x1b\\", "\x1b[6n", "\x1b[c", "\x1bc", "\x1b[5i",
    "\x1b[?1049h", "\x1b[?1000h", "\x1b(0lqk", "\x1b#8", "\x1b[200~rm -rf\x1b[201~",
    "\x1b]unended", "\x9b31m", "\x9d0;x\x9c", "\x90q\x9c", "\x84\x85\x8d", "user\u202etxt.exe",
    "\u2066a\u2069\u202a\u202c", "\u061c\u200e\u200f", "\u2067x\u2068", "go\u200bod",
    "\u200d\u200c\xad", "\u2060\u2061\u2064\ufeff", "\U000e0041\U000e007f", "\ufe0f\ufe00",
    "\U000e0100x", "\u2028\u2029", "\x7f\x08\x08\x08", "back\x08\x08\x08\x08gone", "e" + "\u0301" * 50,
    "\ufffe\uffff", "\U0010ffff\ue000", "\x0ex\x0f", "bell\x07", "form\x0cfeed\x0b", "\u180e\u3164\u115f",
    "over\rwritten", "\ufff9a\ufffab\ufffb", "\u17b4\u17b5\u034f",
]
# What any drawing may need: moving the cursor, scrolling, erasing, repeating. Each of the tricks
# would be seen as another sort.
DRAWING = {f"CSI {letter}" for letter in "ABCDGHILMPSTXZ@bdr"} | {
    "C0 08", "C0 0a", "C0 0d", "ESC M", "ESC 7", "ESC 8"}
FORBIDDEN = [
    (0x80, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160),
    (0x17B4, 0x17B5), (0x180B, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F),
    (0x3164, 0x3164), (0xD800, 0xDFFF), (0xE000, 0xF8FF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF), (0xE0000, 0xE0FFF), (0xF0000, 0x10FFFF),
]
FILLING = "Nobody was asked what they wanted, and nobody had a say in what came of it.\n\n"


def forbidden(letters):
    """Those of some characters that no terminal is to be sent."""
    return sorted(
        f"U+{ord(letter):04X}" for letter in letters
        if any(first <= ord(letter) <= last for first, last in FORBIDDEN))


def flaws(data, allowed=frozenset(("C0 0a", "C0 0d"))):
    """What is wrong with bytes that a terminal was sent, but for the sorts that it may be sent."""
    sending = Sending(data)
    found = sorted(sending.sorts - allowed) + forbidden(sending.letters)
    if not sending.is_utf8:
        found.append("bytes that are no UTF-8")
    # A carriage return that ends no line overwrites what stands there.
    if any(b"\r" in row.rstrip(b"\r") for row in bytes(data).split(b"\n")):
        found.append("a return within a line")
    return found


def makes(room, tricks, verdict):
    """A review in which everything that can have a name has such names."""
    whole = " ".join(tricks)

    def acts(command, *words, of=None):
        coder = [] if command == "new" else ["--as", "JB"]
        outcome = room.run(command, of or room.review, *words, *coder)
        verdict.expect(
            outcome.returncode == 0, f"{command}: {outcome.stderr.decode()[-200:]!r}")
        bad = flaws(outcome.stderr + outcome.stdout)
        verdict.expect(not bad, f"{command} {words[:3]} said {bad}")

    acts("new", "--title", f"T {whole}", "--question", f"Q {whole}", "--coder",
         f"Mara {whole}", "--coder", "Jonas Birk")
    text = ["# Findings " + whole, ""]
    for trick in tricks:
        text += [f"First {trick} ended here. “Second {trick} was said,” said P1.", "",
                 f"> Quoted {trick}. (P3, woman)", ""]
    with open(room.path("\x1b[5m\u202ename\r.md"), "w", newline="") as file:
        file.write("\n".join(text) + "\n\n" + FILLING * 40 * max(10, len(tricks)))
    acts("import", "\x1b[5m\u202ename\r.md", "--study", f"S {whole}", "--accept", "none")
    acts("study", "set", "S", "--citation", f"C {whole}", "--group", f"G {whole}", f"key={whole}")
    acts("reasons", "set", *[f"W {trick}" for trick in tricks])
    acts("coder", "add", f"Eve {whole}")
    at = ("--study", "S", "--line")
    rows = room.lists("lines", room.review, "--as", "JB")
    lines = [str(row["line"]) for row in rows if row["state"] == "open"]
    for number, trick in enumerate(tricks):
        line = lines[number]
        acts("code", *at, line, f"code {number} {trick}", f"second {number} {trick}")
        acts("codes", "define", f"code {number} {trick}", "--definition", f"D {trick}",
             "--includes", f"I {trick}", "--excludes", f"E {trick}", "--example", f"X {trick}")
        acts("memo", *at, line, f"M {trick}")
        acts("memo", "--code", f"code {number} {trick}", f"M {trick}")
        acts("comment", "add", *at, line, f"K {trick}")
        theme, over = f"theme {number} {trick}", f"over {number} {trick}"
        acts("theme", "new", over, "--level", "analytical")
        acts("theme", "new", theme, "--level", "descriptive", "--under", over)
        acts("theme", "place", f"code {number} {trick}", "--under", theme, "--why", f"Y {trick}")
        acts("theme", "set", theme, "--statement", f"S {trick}", "--rationale", f"R {trick}",
             "--answer", f"A {trick}")
        acts("codes", "leave-out", f"second {number} {trick}", "--why", f"L {trick}")
        acts("evidence", *at, line, "--theme", theme)
        acts("round", f"round {number} {trick}")
        acts("arrangement", "new", f"draft {number} {trick}")
    acts("set-aside", *at, lines[len(tricks)], "--why", f"W {whole}")
    acts("memo", "--review", f"J {whole}")
    acts("section", "set", "1", "--eligible", "yes", "--why", f"V {whole}")
    acts("export", "codebook", "--format", "html", "-o", room.path("\x1b[5mout\u202e.html"))


LISTS = [
    ["lines"], ["codes"], ["codings"], ["coverage"], ["history"], ["study", "list"],
    ["section", "list"], ["coder", "list"], ["theme", "list"], ["theme", "list", "--as", "JB"],
    ["reasons", "list"], ["evidence", "list"], ["comment", "list"], ["round", "list"],
    ["arrangement", "list", "--as", "JB"], ["matrix"], ["matrix", "--rows", "codes"],
    ["search", "ended"], ["search", "was"], ["check"],
]
EXPORTS = {
    "codebook": ["csv", "markdown", "html", "json"], "tree": ["text", "markdown", "svg", "dot",
    "json"], "themes": ["csv", "markdown", "html", "json"], "matrix": ["csv", "markdown", "html",
    "svg", "json"], "codings": ["csv", "json", "jsonl"], "lines": ["csv", "json", "jsonl"],
    "saturation": ["csv", "svg", "json"],
}


def commands(room, tricks):
    """Every command that prints what is in the review, and complaints that name what was typed."""
    for words in LISTS:
        for extra in ([], ["--format", "csv"], ["--format", "json"]):
            yield [words[0], room.review, *words[1:], *extra]
    for what, formats in EXPORTS.items():
        for format in formats:
            yield ["export", room.review, what, "--format", format]
    yield ["compare", room.review, f"round 0 {tricks[0]}", "shared"]
    yield ["picture", room.review, "--as", "JB", "--text"]
    yield ["keys", "--keymap", "\x1b[5m\u202ename\r.md"]
    yield ["codes", room.review, "--format", "json", "--bad\x1b[2J"]
    yield ["new", room.path("\x1b[5m\u202ename\r.md"), "--title", "x"]
    yield ["open", "\x1b[5m\u202ename\r.md"]
    yield ["check", "\x1b[5m\u202ename\r.md"]
    yield ["undo", room.review, "--as", "nobody"]
    for trick in tricks:
        yield ["codes", room.review, "rename", f"no {trick}", "x", "--as", "JB"]
        yield ["codes", room.review, "--format", trick]
        yield ["code", room.review, "--as", "JB", "--study", f"No {trick}", "--line", "1", "x"]
        yield ["code", room.review, "--as", "JB", "--study", "S", "--line", trick, "x"]
        yield ["undo", room.review, "--as", f"nobody {trick}"]
        yield ["theme", room.review, "place", f"no {trick}", "--under", "x", "--as", "JB"]
        yield ["import", room.review, f"no {trick}.md", "--as", "JB"]
        yield ["keys", "--context", trick]
        yield ["keys", "--keymap", f"no {trick}"]
        yield ["check", f"no {trick}.linewise"]
        yield [f"no{trick}"]
        yield ["codes", room.review, f"--no{trick}"]


def chosen(room, tricks):
    """All of the commands, or some where the time is short."""
    every = list(commands(room, tricks))
    return room.random.sample(every, 12) if room.short else every


def named(arguments):
    return " ".join(ascii(word)[1:-1][:30] for word in arguments)


def hostile_names_in_commands(room, verdict):
    """Out of every command, on a terminal of any kind and into a pipe."""
    for tricks in [[" ".join(TRICKS)]] + ([] if room.short else [TRICKS]):
        os.makedirs(room.path("made"), exist_ok=True)
        room.review = room.path(f"{len(tricks)}.linewise")
        makes(room, tricks, verdict)
        verdict.expect(not room.check(), f"check: {room.check()}")
        count = 0
        for arguments in chosen(room, tricks):
            count += 1
            kinds = [{}] if room.short or len(tricks) > 1 else [{}, {"TERM": "dumb"}, {"LC_ALL": "C"}]
            for kind in kinds:
                sent, status = seen(room, arguments, environment=kind)
                bad = flaws(sent)
                verdict.expect(not bad, f"{named(arguments)} {kind} sent {bad}")
                verdict.expect(status in (0, 1, 64, 65, 66, 73, 77),
                               f"{named(arguments)} {kind} ended with {status}")
            piped(room, arguments, verdict)
        verdict.figure("commands", count)


def piped(room, arguments, verdict):
    """What goes to a program: for people no control character either, and valid UTF-8 at least."""
    outcome = room.run(*arguments)
    bad = flaws(outcome.stderr)
    verdict.expect(not bad, f"{named(arguments)} complained with {bad}")
    if "--format" in arguments or arguments[0] in ("picture", "keys"):
        try:
            outcome.stdout.decode()
        except UnicodeDecodeError:
            verdict.expect(False, f"{named(arguments)} is no UTF-8")
    else:
        bad = flaws(outcome.stdout)
        verdict.expect(not bad, f"{named(arguments)} printed {bad}")


# Everything that can be opened on each desk, and closed again.
WALKS = {
    "code": [
        "c", "code", "\t", "\t", "\x03", "l", "\r", "\x03", "r", "\x03", "m", "\x03", "\x03", "M",
        "\x03", "w", "\x03", "s", "\x03", "e", "f", "\x03", "i", "\x03", "j", "j", "v", "l", "l", "l",
        "\x03", "a", "j", "l", "\r", "\x03", "\x03", ",p", "\x03", ",e", "\x03", "gx", "\x03",
        "/plain", "\r", "\x03", "/ended", "\r", "\r", ":go", "\x03", "?line", "\x03", ";", "\x03",
        ",", "\x03", ",d", "gl99\r", "u", "U", "\x0c"],
    "themes": [
        "gt", "j", "j", "k", "a", "o", " ", "\r", "\x03", "gt", "t", "th", "\x03", "p", "j", "m",
        "\x03", "J", "\x03", "d", "\x03", "r", "\x03", "m", "\x03", "s", "\x03", "e", "\x03", "=",
        "\x03", "R", "\x03", "\t", "j", "l", "j", "\r", "j", "j", "\t", "gt", "d", "\x03", "r",
        "\x03", "p", "J", "\x03", ",a", "j", "\r", ",c", "j", "\r", "j", "gt", ",a", "\r", ",q",
        ",h", "H", "u", "U", "?", "\x03", "\x0c"],
    "matrix": [
        "gm", "j", "l", "o", ",v", ",t", "j", "l", "\r", "j", "gm", ",t", "x", "x", ",s", "j", "gm",
        ",w", "\x03", "/a", "\r", "\x03", "\x0c"],
    "studies": [
        "gs", "l", "j", "j", ",e", "\x03", "m", "\x03", "d", "\x03", "k", "k", "+", "\x03", ",p",
        "\x03", "\x0c"],
    "history": ["gh", "j", "j", "\r", "gh", ",u", "\x03", ",a", "\x03", "gh", "\x0c"],
    "others": ["gb", "\x03", "gq", "\x03", "gc", "\x0c"],
}


def walks(room, size, options, paste, verdict):
    """What the desks send while somebody goes everywhere in them."""
    # Where the time is short, those that no other test goes to.
    walked = ["themes", "matrix"] if room.short else list(WALKS)
    with Desk(room, *options, coder="Jonas Birk", size=size) as desk:
        desk.screen = None
        desk.settles(0.3)
        for keys in sum((WALKS[name] for name in walked), ["gc"]):
            desk.type(keys)
            desk.settles(0.02 if room.short else 0.04, 2)
            if not verdict.expect(desk.alive(), f"{options} ended with {desk.status} at {keys!r}"):
                return bytes(desk.sent)
        # Pasted into a name, which is drawn while it is typed and said when it is done.
        for keys in ("gc", "c", f"\x1b[200~{paste}\x1b[201~", "\r", "\x03", "\x03", "m",
                     f"\x1b[200~{paste}\x1b[201~", "\x04", "\x03", "\x03"):
            desk.type(keys)
            desk.settles(0.1, 2)
        desk.type("Q")
        verdict.expect(desk.ends(10) == 0, f"{options} left with {desk.status}")
        return bytes(desk.sent)


def hostile_names_in_desks(room, verdict):
    """Out of every desk."""
    joined = " ".join(TRICKS)
    sets = [[joined]] if room.short else [[joined], TRICKS[:12], TRICKS[12:24], TRICKS[24:36],
                                          TRICKS[36:]]
    looks = [[]] if room.short else [[], ["--plain"], ["--ascii"]]
    sizes = [(110, 36)] if room.short else [(110, 36), (80, 24)]
    desks = 0
    for number, tricks in enumerate(sets):
        for what, chosen in (("harmless", ["plain words " * len(trick.split(" ")) for trick in
                                           tricks]), ("hostile", tricks)):
            room.review = room.path(f"{what}-{number}.linewise")
            makes(room, chosen, verdict)
        for options in looks:
            for size in sizes:
                room.review = room.path(f"harmless-{number}.linewise")
                plain = walks(room, size, options, "plain words", verdict)
                room.review = room.path(f"hostile-{number}.linewise")
                sent = walks(room, size, options, tricks[0], verdict)
                bad = flaws_of_drawing(sent, plain)
                verdict.expect(not bad, f"set {number} {options} {size}: {bad}")
                desks += 1
        verdict.expect(not room.check(), f"check: {room.check()}")
    verdict.figure("desks", desks)
    verdict.figure("keys each", sum(map(len, WALKS.values())))


def flaws_of_drawing(sent, plain):
    allowed = Sending(plain).sorts | DRAWING
    sending = Sending(sent)
    return (sorted(sending.sorts - allowed) + forbidden(sending.letters)
            + ([] if sending.is_utf8 else ["bytes that are no UTF-8"]))
