"""A wrong clock: order, undo, exports and the file's own check do not depend on it."""
import shutil, subprocess
from terminal import Desk

TIMES = ["-1d", "+10y", "@1969-07-20 20:17:00", "-1d", "+0", "@2038-01-19 03:14:08",
         "@1970-01-01 00:00:00", "@9999-12-31 23:59:59", "@2026-03-29 02:30:00", "+0"]


def wrong_clock(room, verdict):
    faketime = shutil.which("faketime")
    if not faketime:
        return verdict.skip("no faketime here; it is in Debian's package of that name")
    room.makes_review(text=STUDY)
    names = []
    times = TIMES[:3] if room.short else TIMES
    for number, time in enumerate(times):
        for turn in range(1 if room.short else 3):
            names.append(f"code {number} {turn}")
            at(room, verdict, time, "code", room.review, "--study", "Alder", "--line",
               str(2 + number % 5), names[-1], "--as", "Ada Alder")
        verdict.expect(not room.check(), f"{time}: check: {room.check()}")
    listed = [row for row in room.lists("history", room.review) if row["verb"] == "code"]
    found = [name for row in reversed(listed) for name in names if f"‘{name}’" in row["sentence"]]
    verdict.expect(found == names, f"the log's order is {found}, not {names}")
    before = room.says("export", room.review, "codings", "--format", "csv")
    for time in times:
        shown = at(room, verdict, time, "export", room.review, "codings", "--format", "csv")
        verdict.expect(shown == before, f"{time}: another export")
        shown = at(room, verdict, time, "history", room.review)
        verdict.expect(len(shown.splitlines()) > len(names), f"{time}: no history: {shown[:200]!r}")
    # Undo goes back act by act, in the order of arrival.
    for number, name in enumerate(reversed(names)):
        told = at(room, verdict, times[number % len(times)], "undo", room.review, "--as", "Ada Alder")
        verdict.expect(name in told, f"undo took back {told!r}, not ‘{name}’")
    at(room, verdict, "@1969-07-20 20:17:00", "redo", room.review, "--as", "Ada Alder")
    codes = [row["code"] for row in room.lists("codings", room.review)]
    verdict.expect(codes == names[:1], f"redo gave {codes}")
    at(room, verdict, "@1969-07-20 20:17:00", "backup", room.review, "-o", room.path("b.linewise"))
    verdict.expect(not room.check(room.path("b.linewise")), "check of the backup")
    same_moment(room, verdict, faketime)
    desks(room, verdict, faketime, times)
    verdict.figure("times", len(times))
    verdict.expect(not room.check(), f"check: {room.check()}")


STUDY = "# Findings\n\n" + " ".join(
    f"This is what number {number} of them all had said." for number in range(2, 12))


def at(room, verdict, time, *arguments):
    """Runs linewise at some time."""
    # A relative time reads as one where it has a sign, and nothing else may be added to it.
    outcome = room.run(*arguments, prefix=["faketime", "-m", "-f", time])
    verdict.expect(outcome.returncode == 0,
                   f"{time}: {arguments[0]}: {outcome.returncode} {outcome.stderr.decode()!r}")
    return outcome.stdout.decode()


def same_moment(room, verdict, faketime):
    """Two people act in one millisecond, by a clock that stands still."""
    processes = [room.start(
        ["faketime", "-m", "-f", "2030-01-01 00:00:00", room.program, "code", room.review, "--study",
         "Alder", "--line", "2", f"same {number}", "--as", ["Ada Alder", "Ben Birch"][number % 2]],
        stdout=subprocess.DEVNULL) for number in range(4)]
    verdict.expect(all(process.wait() == 0 for process in processes), "same moment: not all saved")
    first = room.says("codings", room.review, "--format", "json")
    room.says("check", room.review, "--rebuild")
    verdict.expect(room.says("codings", room.review, "--format", "json") == first,
                   "same moment: a rebuild gives another order")


def desks(room, verdict, faketime, times):
    """The desk at another time: it draws, acts and leaves."""
    for number, time in enumerate(times[:2] if room.short else times):
        name = f"desk {number}"
        command = ["faketime", "-m", "-f", time, room.program, "open", room.review, "--as", "Ada Alder"]
        # What does not change in it is the clock by which the desk waits.
        environment = {"FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        with Desk(room, command=command, environment=environment) as desk:
            desk.sees("Code")
            desk.type("gcggjjc" + name)
            desk.sees(name)
            desk.type("\r")
            verdict.expect(desk.sees(f"added ‘{name}’") is not None, f"{time}: the desk saves not: {desk.screen.text}")
            desk.type("\rgh")
            verdict.expect(desk.sees(name) is not None, f"{time}: no history")
            desk.type("\x03Q")
            verdict.expect(desk.ends(10) == 0, f"{time}: left with {desk.status}")
