"""Backups while a team saves."""
import os, time
from subprocess import DEVNULL
from full import waits
from kills import judge
from team import Member, NAMES, Verifier, log, losses

# The longest that a save may wait, in milliseconds, on a machine that does nothing else; on any
# other not longer than twice as long as without backups.
PATIENCE = 250


def backup_under_load(room, verdict):
    """A backup each second while eight people save, some killed: what is finished is whole, with
    all that was saved before it began."""
    count, codings = (3, 500) if room.short else (6, 220_000)
    filled = room.start([room.writer, "fill", room.review, str(codings), *NAMES]).wait()
    verdict.expect(filled == 0, f"the review could not be made: {filled}")
    team = [Member(room, number, most=1, pause=200) for number in range(8)]
    finished, killed, times = [], 0, []
    try:
        for member in team:
            member.start()
        verdict.expect(waits(lambda: all(len(member.saved()) > 4 for member in team), 120),
                       "somebody saves nothing")
        time.sleep(1 if room.short else 20)
        quiet = max(wait for member in team for wait in member.waits())
        for number in range(count):
            path, before = room.path(f"copy-{number}.linewise"), [each.saved() for each in team]
            start = time.monotonic()
            process = room.start([room.program, "backup", room.review, "-o", path], stdout=DEVNULL,
                                 stderr=DEVNULL)
            if number % 3 == 2:
                time.sleep(room.random.uniform(0, max(times)))
                process.kill()
                killed += 1
            status = process.wait()
            taken = time.monotonic() - start
            if os.path.exists(path):
                finished.append((path, before))
            if status == 0:
                times.append(taken)
                verdict.expect(os.path.exists(path), f"backup {number} is not there")
            elif number % 3 != 2:
                verdict.expect(False, f"backup {number} ended with {status}")
            time.sleep(max(0, 1 - taken))
    finally:
        for member in team:
            status = member.kill()
            verdict.expect(status is None, f"{NAMES[member.number]} ended by itself with {status}")
    whole(room, verdict, finished)
    judge(room, verdict, team)
    saves = sorted(wait for member in team for wait in member.waits())
    verdict.figure("megabytes", os.path.getsize(room.review) / (1 << 20))
    verdict.figure("finished", len(finished))
    verdict.figure("killed", killed)
    verdict.figure("longest backup, s", max(times, default=0.0))
    verdict.figure("save p50 ms", saves[len(saves) // 2])
    verdict.figure("p99", saves[len(saves) * 99 // 100])
    verdict.figure("longest", saves[-1])
    verdict.figure("longest before any backup", quiet)
    verdict.expect(room.short or saves[-1] <= max(PATIENCE, 2 * quiet),
                   f"a save waited for {saves[-1]:.0f} ms, without backups for {quiet:.0f} ms")


def whole(room, verdict, finished):
    verifier = Verifier(room)
    for path, before in finished:
        state = verifier.state(path)
        verdict.expect(state == "whole", f"{os.path.basename(path)} is {state}")
        found = [act for act, _ in log(path)]
        lost = sum(len(losses(saved, found)[0]) for saved in before)
        verdict.expect(not lost, f"{os.path.basename(path)} misses {lost} acts")
        os.unlink(path)
    verifier.end()
