"""Terminals that can do little, and every way out: a sentence or a desk, and the terminal as before."""
import itertools, os, signal, subprocess
from terminal import Desk

TERMS = [None, "", "dumb", "vt100", "no-such-terminal", "linux", "xterm-kitty", "ansi", "vt52",
         "\x1b[2J", "../../etc/passwd", "x" * 5000]
LOCALES = [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": ""}, {"LC_ALL": None, "LANG": None},
           {"LC_ALL": "no_SUCH.locale"}, {"LC_ALL": "en_US.ISO-8859-1"}]
SIZES = [(20, 5), (1, 1), (80, 24), (3, 30), (300, 2)]
SIGNALS = ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGABRT", "SIGSEGV", "SIGBUS", "SIGFPE",
           "SIGILL", "SIGTRAP", "SIGPIPE", "SIGXFSZ", "SIGUSR1"]


def terminals(room, verdict):
    room.makes_review()
    every = list(itertools.product(TERMS, LOCALES[:1] if room.short else LOCALES,
                                   [(20, 5)] if room.short else SIZES))
    chosen = room.random.sample(every, 3 if room.short else 60)
    for term, locale, size in chosen:
        works_or_says(room, verdict, {"TERM": term} | locale, size)
    verdict.figure("terminals", len(chosen))
    without(room, verdict)
    ways = [("q", "key"), ("Q", "key"), *((name, "signal") for name in SIGNALS)]
    for name, way in room.random.sample(ways, 3) if room.short else ways:
        for keys in [""] if room.short else ["", "jc", "jmwords", "gtp", "gm"]:
            gives_back(room, verdict, name, way, keys)
    verdict.figure("ways out", len(ways))
    verdict.expect(not room.check(), f"check: {room.check()}")


def works_or_says(room, verdict, environment, size):
    said = f"TERM {environment['TERM']!r:.30}, {environment.get('LC_ALL')}, {size}"
    with Desk(room, size=size, environment=environment) as desk:
        desk.screen, before = None, desk.modes
        # It draws, or it says why not and ends.
        desk.waits(lambda: desk.count > 0, 10)
        desk.settles(0.2)
        # Behind a sentence comes the end, on a busy machine some time later.
        desk.ends(0.05 if b"\x1b" in desk.sent else 10)
        if desk.alive():
            desk.type("jjj\x0c")
            desk.settles(0.1)
            desk.type("\x03gtgmgc\x03")
            desk.settles(0.2)
            verdict.expect(desk.alive(), f"{said}: ended with {desk.status}")
            desk.type("Q")
            verdict.expect(desk.ends(10) == 0, f"{said}: left with {desk.status}")
        else:
            desk.ends()
            verdict.expect(desk.status == 64, f"{said}: ended with {desk.status}")
            verdict.expect(b"\x1b" not in desk.sent and desk.sent.count(b"\n") == 1,
                           f"{said}: {bytes(desk.sent)!r}")
        verdict.expect(desk.modes_now() == before, f"{said}: the modes are others")


def without(room, verdict):
    """No terminal at one end or at all."""
    command = [room.program, "open", room.review]
    for said, options in (
            ("no input", {"stdin": subprocess.DEVNULL}),
            ("output to a pipe", {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE}),
            ("closed input", {"stdin": subprocess.DEVNULL, "preexec_fn": lambda: os.close(0)}),
            ("all closed", {"preexec_fn": lambda: [os.close(number) for number in (0, 1, 2)]})):
        process = room.start(command + ["--as", "Ada Alder"], stderr=subprocess.PIPE,
                             **({"stdout": subprocess.PIPE} | options))
        try:
            _, complaint = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            verdict.expect(False, f"{said}: it did not end")
            continue
        verdict.expect(process.returncode == 64, f"{said}: {process.returncode} {complaint!r}")
        if said != "all closed":
            verdict.expect(complaint.count(b"\n") == 1, f"{said}: {complaint!r}")
        verdict.expect(not room.check(), f"{said}: check: {room.check()}")
    # A reader that goes away ends a list quietly.
    script = f"'{room.program}' lines '{room.review}' --format json | head -c 10"
    outcome = subprocess.run(["sh", "-c", script], env=room.environment, capture_output=True)
    verdict.expect(not outcome.stderr, f"a reader that goes away: {outcome.stderr!r}")


def gives_back(room, verdict, name, way, keys):
    """Ends the desk in one way, whatever is open in it."""
    said = f"{name} after {keys!r}"
    with Desk(room) as desk:
        before = desk.modes
        if not verdict.expect(desk.sees("Themes", 10) is not None, f"{said}: no desk"):
            return
        desk.settles(0.1)
        verdict.expect(desk.modes_now() != before, f"{said}: it took no modes on")
        # It stands where it was left last.
        desk.type("gc" + keys)
        desk.settles(0.1)
        if way == "key":
            desk.type("\x03\x03\x03" + name)
        else:
            desk.signal(getattr(signal, name))
        ended = desk.ends(1 if name in ("SIGPIPE", "SIGXFSZ", "SIGUSR1") else 5)
        if name in ("SIGPIPE", "SIGXFSZ"):
            verdict.expect(ended is None, f"{said}: ended with {ended}")
            return
        if not verdict.expect(ended is not None, f"{said}: did not end"):
            return
        if name == "SIGUSR1":
            return
        modes = desk.modes_now()
        verdict.expect(modes == before, f"{said}: the modes are others: {modes} {before}")
        text = bytes(desk.sent)
        for mode in (b"1006", b"1002", b"2004", b"1049"):
            off, on = text.rfind(b"\x1b[?" + mode + b"l"), text.rfind(b"\x1b[?" + mode + b"h")
            verdict.expect(off >= on, f"{said}: mode {mode.decode()} is on")
        shown, hidden = text.rfind(b"\x1b[?25h"), text.rfind(b"\x1b[?25l")
        verdict.expect(shown >= hidden, f"{said}: the cursor is hidden")
