"""Random bytes at the keyboard of every desk: they harm neither the desk nor the texts."""
import hashlib, random, time
from room import CODERS
from terminal import Desk, Screen

LEAVING = b"qQ\x1a"
BOUND = (b"jjjkkklhJKnNcC.svVwemMxiorad/fF?:gtgbgsghgmgcgqtpPTHS=+;,123456789uU"
         b"\r\r\r\r\t\t   \x7f\x03\x03\x03\x1b\x04\x0c\x18\x15\x10\x0e()[]<>Ry-")
PIECES = [
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1bOP", b"\x1bOQ", b"\x1b[14~", b"\x1b[5~",
    b"\x1b[6~", b"\x1b[1~", b"\x1b[4~", b"\x1b[3~", b"\x1b[2~", b"\x1b[1;5C", b"\x1b[Z",
    b"\x1b[200~paste q\r", b"\x1b[201~", b"\x1b[?1;2c", b"\x1b]52;c;", b"\x1bP", b"\x1b[<9",
    b"\x1b[999999999999;1~", b"\x1b[99999999999999999999u", b"\x1b[I", b"\x1b[O", b"\x1b[M !!",
    b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f", b"\xc0\xaf", "é日😀e\u0301\u202e\u200b".encode(),
    b"\x1b[<", b";", b"M", b"m", b"0;",
]


def uniform(numbers, count):
    return numbers.randbytes(count)


def weighted(numbers, count):
    """Keys that mean something, some of them in prefixes, and the mouse all over the screen."""
    made = bytearray()
    while len(made) < count:
        if numbers.random() < 0.15:
            made += pointer(numbers)
        made += bytes(numbers.choices(BOUND, k=8))
    return bytes(made[:count])


def pointer(numbers):
    """What the mouse sends: mostly a press, motions and a release that belong together."""
    def at():
        return f"{numbers.randint(1, 110)};{numbers.randint(1, 34)}"

    button = numbers.choice([0, 0, 0, 0, 2, 4, 16, 64, 65])
    sent = f"\x1b[<{button};{at()}M"
    for _ in range(numbers.randint(0, 4)):
        sent += f"\x1b[<{button + 32};{at()}M"
    return (sent + (f"\x1b[<{button};{at()}m" if numbers.random() < 0.9 else "")).encode()


def pieces(numbers, count):
    """Parts of what terminals send, cut off and mixed with letters."""
    made = bytearray()
    while len(made) < count:
        piece = numbers.choice(PIECES) if numbers.random() < 0.8 else pointer(numbers)
        if numbers.random() < 0.2:
            piece = piece[:numbers.randint(1, len(piece))]
        made += piece + bytes(numbers.choices(BOUND, k=numbers.randint(0, 6)))
    return bytes(made[:count])


DESKS = ["gc", "gt", "gt\t", "gm", "gs", "gh", "gm,t", "gc"]


def random_keys(room, verdict):
    """A million bytes over eight seeds."""
    makes_board(room)
    texts = documents(room)
    sent = 0
    for turn in range(1 if room.short else 8):
        seed = room.seed * 100 + turn
        numbers = random.Random(seed)
        make = [weighted, uniform, pieces, weighted][turn % 4]
        count = 4_000 if room.short else 125_000
        sent += turns(room, verdict, seed, numbers, make, count, DESKS[turn % len(DESKS)])
        verdict.expect(not room.check(), f"seed {seed}: check: {room.check()}")
        verdict.expect(documents(room) == texts, f"seed {seed}: the texts are others")
    verdict.figure("bytes", sent)


def turns(room, verdict, seed, numbers, make, count, desk_keys):
    """Types one seed's bytes; how many were taken."""
    stream = bytes(byte for byte in make(numbers, count) if byte not in LEAVING)
    done, slowest = 0, 0.0
    with Desk(room, coder=CODERS[seed % 2], size=(110, 34), keeps=False) as desk:
        desk.settles(0.3)
        while done < len(stream):
            # Back to the desk of this seed now and then: the keys lead away from it.
            desk.type(b"\x1b[201~\x03\x03\x03" + desk_keys.encode())
            if not desk.type(stream[done:done + 1000]):
                verdict.expect(False, f"seed {seed}: it took no more keys at byte {done}")
                break
            done += 1000
            waited = idle(desk)
            slowest = max(slowest, waited)
            if not verdict.expect(desk.alive(), f"seed {seed}: ended with {desk.status} at {done}"):
                return done
            if not verdict.expect(waited < 30, f"seed {seed}: not idle after 30 s at byte {done}"):
                return done
            desk.type(b"\x1b[201~\x03\x03\x03")
            idle(desk)
            answer = desk.answers(b"\x0c")
            verdict.expect(answer is not None, f"seed {seed}: no answer within 1 s at byte {done}")
        # A sequence that was begun takes some of it; whoever sees that nothing happens does it again.
        # A memo that is refused comes back once, and is let go.
        for _ in range(3):
            for _ in range(2):
                desk.type(b"\x1b[201~" + b"\x03" * 20)
                idle(desk)
            desk.type(b"Q")
            if desk.ends(10) is not None:
                break
        if not verdict.expect(desk.reap() == 0, f"seed {seed}: left with {desk.status}"):
            verdict.expect(False, what_stands(desk))
    verdict.figure(f"seed {seed}: idle again after at most s", slowest)
    return min(done, len(stream))


def what_stands(desk):
    """The screen of a desk that goes on, to see why."""
    desk.screen = Screen(110, 34)
    if desk.alive():
        desk.resize(111, 34)
        desk.settles(0.2, 2)
    return desk.screen.text


def idle(desk):
    """Waits until a desk sends nothing and uses no processor; how long that took."""
    start = time.monotonic()
    while time.monotonic() - start < 30 and desk.alive():
        before = desk.line.processor()
        quiet = desk.settles(0.04, 1)
        if quiet and desk.line.processor() - before < 0.02:
            break
    return time.monotonic() - start


def makes_board(room):
    """A review with codes, themes, a draft, a round, evidence and comments in it."""
    room.makes_review(text=STUDY)
    for number in range(2, 14):
        room.says("code", room.review, "--study", "Alder", "--line", str(number), "--as",
                  CODERS[number % 2], f"code {number}", f"shared {number // 3}")
    for name, level in (("Upper", "analytical"), ("First", "descriptive"),
                        ("Second", "descriptive")):
        room.says("theme", room.review, "new", name, "--level", level, "--as", CODERS[0])
    for child, parent in (("First", "Upper"), ("code 2", "First"), ("code 3", "First"),
                          ("shared 1", "Second")):
        room.says("theme", room.review, "place", child, "--under", parent, "--as", CODERS[0])
    room.says("round", room.review, "one", "--as", CODERS[0])
    room.says("arrangement", room.review, "new", "mine", "--as", CODERS[0])
    room.says("evidence", room.review, "--study", "Alder", "--line", "4", "--theme", "First",
              "--as", CODERS[0])
    room.says("comment", room.review, "add", "--study", "Alder", "--line", "4", "look", "--as",
              CODERS[1])


def documents(room):
    """The hash of all texts, however their lines are cut."""
    rows = room.lists("lines", room.review)
    text = "".join("".join(row["text"].split()) for row in rows)
    return hashlib.sha256(text.encode()).hexdigest()


STUDY = "# Findings\n\n" + "\n\n".join(
    " ".join(f"This is what number {number * 4 + part} of them all had said." for part in range(4))
    + f" “They never rang {number},” said P{number}." for number in range(8))
