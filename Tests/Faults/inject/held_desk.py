"""Somebody at the desk, and no room on the disk or no right to write to it."""
import os, time
from team import NAMES
from terminal import Desk


def codes(desk, name):
    """Types a code onto the line in focus."""
    desk.type("c")
    desk.settles()
    desk.type(name + "\r")
    desk.settles()
    desk.type("\r")


def named(room, name):
    """How often a code of a name is in the review."""
    return sum(code["name"] == name for code in room.lists("codes", room.review))


def desk_without_room(room, verdict, fill, filling):
    """An act at the desk stays on screen as not saved, and is saved when there is room again."""
    with Desk(room, coder=NAMES[3]) as desk:
        verdict.expect(desk.sees("Alder"), f"the desk does not open: {desk.screen.text}")
        # What a killed save left of its journal is room too, until the next save takes it.
        codes(desk, "room")
        verdict.expect(desk.sees("added ‘room’") is not None, "the desk does not save")
        fill(filling)
        codes(desk, "no room yet")
        verdict.expect(desk.sees("the disk is full") is not None,
                       f"the desk does not say that the disk is full:\n{desk.screen.text}")
        verdict.expect(desk.waits(lambda: "is slow" in desk.screen.text, 2) is None,
                       f"the desk says something else of a full disk:\n{desk.screen.text}")
        verdict.expect("no room yet …" in desk.screen.text,
                       f"the desk does not show what is not yet saved:\n{desk.screen.text}")
        desk.type("j")
        verdict.expect(desk.sees("not yet saved", 2) is not None,
                       "the desk does not go on saying that an act is not saved")
        verdict.expect(named(room, "no room yet") == 0, "the act is saved without room")
        os.unlink(filling)
        start = time.monotonic()
        verdict.expect(desk.sees("added ‘no room yet’", 1.5) is not None,
                       f"the act is not saved though there is room:\n{desk.screen.text}")
        verdict.figure("ms until the desk has saved", (time.monotonic() - start) * 1000)
        verdict.expect(named(room, "no room yet") == 1, "the act is not in the review")
        desk.type("Q")
        verdict.expect(desk.ends() == 0, f"the desk ended with {desk.status}")


def desk_without_right(room, verdict, what, take, give):
    """An act at the desk is refused with a reason, reading goes on, and acting when it may."""
    command = [*room.prefix, room.program, "open", room.review, "--as", NAMES[3]]
    with Desk(room, command=command) as desk:
        verdict.expect(desk.sees("Alder"), f"{what}: the desk does not open")
        take()
        try:
            codes(desk, f"not in {what}")
            verdict.expect(desk.sees("read-only") is not None,
                           f"{what}: the desk does not say why:\n{desk.screen.text}")
            verdict.expect(named(room, f"not in {what}") == 0, f"{what}: the act is there")
            verdict.expect(desk.answers("j") is not None, f"{what}: the desk stopped answering")
        finally:
            give()
        codes(desk, f"after {what}")
        desk.type("Q")
        verdict.expect(desk.ends() == 0, f"{what}: the desk ended with {desk.status}")
    verdict.expect(named(room, f"after {what}") == 1, f"{what}: the desk does not save again")
