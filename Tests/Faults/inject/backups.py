"""Backups while a team saves."""
import os, time
from subprocess import DEVNULL
from kills import judge
from team import Member, NAMES, Verifier, log, long_text, losses

# The longest that a save may wait, in milliseconds, where the whole is run.
PATIENCE = 250


def backup_under_load(room, verdict):
    """A backup each second while eight people save, some killed: what is finished is whole, with
    all that was saved before it began."""
    count, size = (3, 0) if room.short else (30, 100 << 20)
    room.makes_review(coders=NAMES, text=long_text(40 if room.short else 1500))
    grow(room, verdict, size)
    team = [Member(room, number, most=1, pause=200) for number in range(8)]
    finished, killed, times = [], 0, []
    try:
        for member in team:
            member.start()
        time.sleep(2)
        quiet = [wait for member in team for wait in member.waits()]
        for number in range(count):
            path, before = room.path(f"copy-{number}.linewise"), [each.saved() for each in team]
            start = time.monotonic()
            process = room.start([room.program, "backup", room.review, "-o", path], stdout=DEVNULL,
                                 stderr=DEVNULL)
            if number % 3 == 2:
                time.sleep(room.random.uniform(0, 1))
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
    waits = sorted(wait for member in team for wait in member.waits())
    verdict.figure("megabytes", os.path.getsize(room.review) / (1 << 20))
    verdict.figure("finished", len(finished))
    verdict.figure("killed", killed)
    verdict.figure("longest backup, s", max(times, default=0.0))
    verdict.figure("save p50 ms", waits[len(waits) // 2])
    verdict.figure("p99", waits[len(waits) * 99 // 100])
    verdict.figure("longest", waits[-1])
    verdict.figure("longest before any backup", max(quiet, default=0.0))
    verdict.expect(room.short or waits[-1] <= PATIENCE, f"a save waited for {waits[-1]:.0f} ms")


def grow(room, verdict, size):
    """Lets somebody work until the review has a size."""
    while os.path.getsize(room.review) < size:
        seed = str(room.seed + os.path.getsize(room.review))
        writer = room.start([room.writer, "act", room.review, NAMES[0], seed, "20000", "2000", "0"],
                            stdout=DEVNULL)
        if not verdict.expect(writer.wait() == 0, "the writer ended"):
            return


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
