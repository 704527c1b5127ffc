"""A hundred megabytes pasted, marked as a paste or not: taken or refused soon, in little memory, and
never taken for keys where it is marked."""
import time
from terminal import Desk

# Each byte of it is a key that does something.
WORDS = b"Trust grew slowly. q Q x ,x u s s . t 1 : ? g g\n"


def large_paste(room, verdict):
    room.makes_review()
    size = (2 if room.short else 100) << 20
    places = {"the desk": "gc", "a name": "gcjc", "a memo": "gcjm", "find": "gc/",
              "the board": "gt", "a theme": "gt+"}
    if room.short:
        places = {"a memo": "gcjm"}
    most, slowest = 0.0, 0.0
    for place, keys in places.items():
        before = acts(room)
        worked, memory = pasted(room, verdict, place, keys, size)
        # Leaving a memo keeps it: that one act, and `u` that takes it back.
        done = {row["verb"] for row in acts(room)[:-len(before)]} - {"memo", "undo"}
        verdict.expect(not done, f"marked, {place}: it was taken for keys: {done}")
        most, slowest = max(most, memory), max(slowest, worked)
    for place, keys in {"a memo": "gcjm", "a name": "gcjc"}.items():
        if not room.short:
            unmarked(room, verdict, place, keys, size)
    verdict.figure("megabytes", size >> 20)
    verdict.figure("most memory MB", most)
    verdict.figure("most processor seconds", slowest)
    verdict.expect(not room.check(), f"check: {room.check()}")


def acts(room):
    return room.lists("history", room.review, "--limit", "100000")


def pasted(room, verdict, place, keys, size):
    """Pastes in some place: the processor time that it takes, and the most memory."""
    with Desk(room) as desk:
        desk.sees("Trust grew")
        desk.settles(0.2)
        desk.type(keys)
        desk.settles(0.3)
        desk.screen, desk.keeps = None, False
        start = time.monotonic()
        whole = b"\x1b[200~" + WORDS * (size // len(WORDS)) + b"\x1b[201~"
        verdict.expect(desk.type(whole, 60), f"{place}: it did not take the whole paste")
        # How fast it is sent is the terminal's: what the desk does with it is counted.
        worked = desk.line.processor()
        answer = desk.answers(b"\x1b[<65;10;10M\x0c", 5) if desk.alive() else None
        verdict.expect(desk.alive(), f"{place}: ended with {desk.status}")
        if not desk.alive():
            return worked, 0.0
        verdict.expect(answer is not None or keys.endswith(("c", "m", "/", "+")),
                       f"{place}: no answer")
        if not room.short:
            verdict.expect(worked <= 5, f"{place}: {worked:.1f} s of processor time")
        memory = desk.memory(most=True)
        verdict.expect(memory <= 300, f"{place}: {memory:.0f} MB")
        start = time.monotonic()
        desk.type(b"\x03")
        desk.settles(0.1, 3 * room.slack)
        took = time.monotonic() - start
        verdict.expect(took <= 1.2 * room.slack, f"{place}: cancelled after {took:.1f} s")
        # What was written into a memo is kept on leaving it; so it is emptied by leaving without.
        desk.type(b"\x03\x03uQ")
        verdict.expect(desk.ends(10) == 0, f"{place}: left with {desk.status}")
        return worked, memory


def unmarked(room, verdict, place, keys, size):
    """The same without marks, as an old terminal sends it: keys, then, which the field takes."""
    with Desk(room) as desk:
        desk.sees("Trust grew")
        desk.type(keys)
        desk.settles(0.3)
        desk.screen, desk.keeps = None, False
        start = time.monotonic()
        end = start + 20
        chunk = b"Trust grew slowly and was lost in a day " * 100
        sent = 0
        while time.monotonic() < end and sent < size and desk.alive():
            desk.type(chunk, 10)
            sent += len(chunk)
        verdict.expect(desk.alive(), f"unmarked, {place}: ended with {desk.status}")
        if not desk.alive():
            return
        memory = desk.memory(most=True)
        verdict.expect(memory <= 300, f"unmarked, {place}: {memory:.0f} MB")
        verdict.figure(f"unmarked, {place}: MB/s", sent / 1e6 / (time.monotonic() - start))
        begun = time.monotonic()
        desk.type(b"\x03\x03\x03Q")
        verdict.expect(desk.ends(10) == 0, f"unmarked, {place}: left with {desk.status}")
        verdict.figure("left after s", time.monotonic() - begun)
