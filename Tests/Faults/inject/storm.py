"""A window whose corner is pulled while somebody types and drags: nothing typed is lost, and what
stands in the end is what would be drawn anew."""
import random
import keys
from terminal import Desk, Screen, mouse

SIZES = [(1, 1), (2, 2), (1, 60), (200, 1), (500, 200), (20, 5), (80, 24), (120, 40), (3, 200)]
NAME = "typed while somebody pulls at the corner of the window"


def resize_storm(room, verdict):
    keys.makes_board(room)
    rounds = 1 if room.short else 6
    count = 100 if room.short else 1000
    seconds = 1 if room.short else 10
    for turn in range(rounds):
        acts = {"code": typing, "board": dragging, "matrix": walking}
        if room.short:
            del acts["matrix"]
        for where, act in acts.items():
            numbers = random.Random(room.seed * 1000 + turn)
            said = f"{where}, seed {room.seed * 1000 + turn}"
            with Desk(room, size=(120, 40)) as desk:
                desk.settles(0.2)
                act(room, verdict, desk, f"{NAME} {turn}",
                    lambda keys: pull(desk, numbers, count, seconds, keys), said)
                verdict.expect(desk.alive(), f"{said}: ended with {desk.status}")
                desk.type("\x03\x03\x03Q")
                verdict.expect(desk.ends(10) == 0, f"{said}: left with {desk.status}")
        verdict.expect(not room.check(), f"check: {room.check()}")
    verdict.figure("sizes", rounds * len(acts) * count)


def pull(desk, numbers, count, seconds, strokes):
    """Changes the size so often in so many seconds, typing `strokes` meanwhile; stands at 120×40."""
    desk.screen, waiting = None, list(strokes)
    for turn in range(count):
        size = (numbers.choice(SIZES) if numbers.random() < 0.3
                else (numbers.randint(1, 500), numbers.randint(1, 200)))
        desk.resize(*size)
        while waiting and len(waiting) * count > (count - turn) * len(strokes):
            desk.type(waiting.pop(0))
        desk.runs(seconds / count)
    # What was under way for an earlier size comes first, and is drawn over.
    stands(desk, (120, 40))
    for stroke in waiting:
        desk.type(stroke)
    desk.settles(0.3, 30)


def stands(desk, size):
    """Gives the desk a size, and a screen that is looked at from there on, once all is drawn."""
    # From another one, or nothing would be drawn; and what was drawn for others has come before.
    desk.resize(size[0] - 1, size[1])
    desk.take(30)
    keys.idle(desk)
    desk.resize(*size)
    desk.screen = Screen(*size)
    desk.take(30)
    keys.idle(desk)
    desk.settles(0.3, 30)


def as_drawn_anew(verdict, desk, said):
    """What stands on the screen is what is drawn where all is drawn again for a quiet window."""
    shown = desk.screen.lines
    stands(desk, (120, 40))
    anew = desk.screen.lines
    others = [number for number, (one, two) in enumerate(zip(shown, anew)) if one != two]
    if others:
        row = others[0]
        verdict.expect(False, f"{said}: row {row} was {shown[row]!r}, is {anew[row]!r}")
    verdict.expect(any(anew), f"{said}: nothing stands on the screen")


def typing(room, verdict, desk, name, pulls, said):
    """A code's name, typed into the picker."""
    desk.type("gcgg")
    desk.type("jc")
    desk.sees("code line")
    pulls(name)
    as_drawn_anew(verdict, desk, said)
    verdict.expect(name in desk.screen.text, f"{said}: ‘{name}’ is not in the field")
    desk.type("\r")
    verdict.expect(desk.sees("added ‘") is not None, f"{said}: it was not added")
    desk.type("\r")
    rows = [row["code"] for row in room.lists("codings", room.review)]
    verdict.expect(name in rows, f"{said}: ‘{name}’ is not among {rows}")


def dragging(room, verdict, desk, name, pulls, said):
    """A code, carried about the board by the mouse: put back, as it was."""
    desk.type("gt")
    if not verdict.expect(desk.sees("code 4") is not None, f"{said}: the board has no code 4"):
        return
    before = room.lists("theme", room.review, "list")
    desk.settles(0.2)
    column, row = desk.screen.place("code 4")
    motions = [mouse("drag", column + step % 90, 1 + step % 38) for step in range(60)]
    pulls([mouse("press", column, row), mouse("drag", column + 2, row), *motions])
    as_drawn_anew(verdict, desk, said)
    desk.type("\x03\x03" + mouse("release", 119, 39))
    desk.settles(0.2)
    desk.type("gcgt")
    desk.settles(0.3)
    as_drawn_anew(verdict, desk, said)
    verdict.expect(room.lists("theme", room.review, "list") == before,
                   f"{said}: what was put back is elsewhere")


def walking(room, verdict, desk, name, pulls, said):
    """About the matrix, the studies, the history and back."""
    pulls(["gm", "j", "l", ",t", "j", "\r", "q", "gs", "j", "l", "gh", "j", "j", "gt", "\t", "j",
           "l", "gm"] * 3)
    as_drawn_anew(verdict, desk, said)
