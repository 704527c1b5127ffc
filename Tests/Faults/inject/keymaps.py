"""Keymaps that are broken: the desk starts with the keys that it has, says file and line, and can be
left."""
import os
from terminal import Desk

# What is in the file, the line that is named, and words of what is said of it.
BROKEN = {
    "empty": (b"", 1, "empty"),
    "binary": (bytes(range(256)) * 40, 1, "text file"),
    "ten megabytes": (b'# what nobody types\n"j" = "cursor.down"\n' * 250_000, 1, "bytes"),
    "an unknown key": (b'format = 1\n[everywhere]\n"hyper-z" = "cursor.down"\n', 3, "hyper-z"),
    "an unknown command": (b'format = 1\n[everywhere]\n"j" = "cursor.dwon"\n', 3, "cursor.dwon"),
    "two commands on one key": (
        b'format = 1\n[everywhere]\n"j" = "cursor.down"\n"j" = "cursor.up"\n', 4, "twice"),
    "a key that begins another": (
        b'format = 1\n[everywhere]\n"g" = "cursor.down"\n', 3, "start of"),
    "no way out": (
        b'format = 1\n[everywhere]\n"q" = "none"\n"Q" = "none"\n"?" = "none"\n"f1" = "none"\n'
        b'":" = "none"\n"esc" = "none"\n"ctrl-c" = "none"\n', 3, "can't be without a key"),
    "an open quote": (b'format = 1\n[everywhere]\n"j = "cursor.down"\n', 3, ""),
    "a circle": (b'format = 1\nextends = "other.toml"\n', 2, "circle"),
    "itself": (b'format = 1\nextends = "keymap.toml"\n', 2, "circle"),
    "another that is not there": (b'format = 1\nextends = "nowhere.toml"\n', 2, "nowhere.toml"),
    "letters of a kind": (b'format = 1\nletters = "aaaa"\n', 2, "26"),
    "no UTF-8": (b'format = 1\n[everywhere]\n"\xff" = "cursor.down"\n', 3, "UTF-8"),
    "escapes": (b'format = 1\n[everywhere]\n"\x1b[2J" = "\x1b]0;x\x07"\n', 3, ""),
    "a very long line": (b'format = 1\n[everywhere]\n"j" = "' + b"wide " * 100_000 + b'"\n', 3, "wide wide"),
    "many contexts": (b"format = 1\n" + b"[everywhere]\n" * 20_000, 3, "twice"),
}


def broken_keymaps(room, verdict):
    room.makes_review()
    folder = room.path("home/.config/linewise")
    os.makedirs(folder)
    path = os.path.join(folder, "keymap.toml")
    with open(os.path.join(folder, "other.toml"), "w") as file:
        file.write('format = 1\nextends = "keymap.toml"\n')
    cases = sorted(BROKEN.items())
    for name, (data, line, words) in room.random.sample(cases, 3) if room.short else cases:
        with open(path, "wb") as file:
            file.write(data)
        leaves(room, verdict, name, path, line, words)
    os.unlink(path)
    for name, make in PLACES.items():
        make(path)
        leaves(room, verdict, name, path, 1, "")
        os.rmdir(path) if os.path.isdir(path) and not os.path.islink(path) else os.unlink(path)
    deleted_while_running(room, verdict, path)
    verdict.figure("keymaps", len(cases) + len(PLACES) + 1)


# What is no file to read; the last is a link to itself.
PLACES = {
    "a folder": os.mkdir,
    "a pipe": os.mkfifo,
    "without end": lambda path: os.symlink("/dev/zero", path),
}


def leaves(room, verdict, name, path, line, words):
    """Opens the desk with a keymap, moves and codes, and leaves it."""
    outcome = None if name in PLACES else room.run("keys")
    if outcome:
        verdict.expect(outcome.returncode == 0, f"{name}: keys ended with {outcome.returncode}")
        said = outcome.stderr.decode()
        verdict.expect(f"keymap.toml:{line}:" in said or f"other.toml:{line}:" in said,
                       f"{name}: keys did not say line {line}: {said[:200]!r}")
        verdict.expect(words in said, f"{name}: keys did not say “{words}”: {said[:200]!r}")
    with Desk(room, size=(200, 30)) as desk:
        if not verdict.expect(desk.sees("Trust grew", 10) is not None,
                              f"{name}: no desk; status {desk.status}"):
            return
        desk.settles(0.1)
        shown = any(f"{file}:{line}:" in desk.screen.text for file in ("keymap.toml", "other.toml"))
        verdict.expect(shown, f"{name}: the desk did not say where: {desk.screen.lines[-1]!r}")
        before = desk.screen.text
        desk.type("jj")
        moves = desk.waits(lambda: desk.screen.text != before, 5)
        verdict.expect(moves is not None, f"{name}: no key moves")
        # By a key, else by the palette.
        desk.type("q")
        if desk.ends(3) is None:
            desk.type("Q")
        if desk.ends(3) is None:
            desk.type(":leave\r")
        verdict.expect(desk.ends(3) == 0, f"{name}: could not be left")


def deleted_while_running(room, verdict, path):
    with open(path, "w") as file:
        file.write('format = 1\n[everywhere]\n"J" = "cursor.down"\n')
    with Desk(room) as desk:
        desk.sees("Trust grew")
        os.unlink(path)
        desk.type("gg")
        desk.settles(0.1)
        before = desk.screen.text
        desk.type("J")
        moves = desk.waits(lambda: desk.screen.text != before, 5)
        verdict.expect(moves is not None, "deleted: its keys are gone")
        desk.type("q")
        verdict.expect(desk.ends(5) == 0, f"deleted: left with {desk.status}")
