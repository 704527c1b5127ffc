"""Faults that strike at each call by which something is written, one after the other."""
import os, signal
from collections import Counter
from calls import traced
from scenes import SCENES, Stage

WRITING = ["pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "link", "rename",
           "renameat2"]
IO = 74


def every_write_killed(room, verdict):
    """The program is killed at each call in turn: what it did is whole or absent."""
    stage, runs = Stage(room), 0
    for scene, call, when in places(room, stage, verdict, 8):
        stage.set(scene)
        outcome, _ = struck(room, scene, call, f"signal=KILL:when={when}")
        runs += 1
        place = f"{scene.name}, killed at {call} {when}"
        verdict.expect(outcome.returncode == -signal.SIGKILL,
                       f"{place}: it ended with {outcome.returncode} all the same")
        expect_all_or_nothing(stage, scene, place, verdict)
    stage.verifier.end()
    verdict.figure("kills", runs)


def every_write_fails(room, verdict):
    """Each call fails in turn, once or from then on: an error is said, and nothing is half done."""
    stage, runs, unsure = Stage(room), 0, 0
    for scene, call, when in places(room, stage, verdict, 6):
        for error, lasting in kinds(room):
            stage.set(scene)
            outcome, struck_it = struck(
                room, scene, call, f"error={error}:when={when}{'+' if lasting else ''}")
            runs += 1
            place = f"{scene.name}, {error} at {call} {when}{' and ever after' if lasting else ''}"
            verdict.expect(struck_it, f"{place}: the call was not made")
            said = misspoken(stage, scene, call, outcome)
            verdict.expect(not said, f"{place}: {said}")
            done = expect_all_or_nothing(stage, scene, place, verdict)
            if outcome.returncode != 0 and scene.made and done:
                unsure += 1
    stage.verifier.end()
    verdict.figure("failures", runs)
    verdict.figure("said to have failed though done", unsure)


def every_sending_fails(room, verdict):
    """What goes to the disk ahead of the sync of a new file does not arrive: the system says so once,
    and not to who syncs the file at the end."""
    stage, runs = Stage(room), 0
    for scene in SCENES:
        for error, status in (("EIO", IO), ("ENOSPC", IO), ("ENODATA", IO), ("ENOSYS", 0)):
            stage.set(scene)
            outcome, struck_it = struck(room, scene, "sync_file_range", f"error={error}")
            if not struck_it:
                continue
            runs += 1
            place = f"{scene.name}, {error} at what is sent ahead"
            verdict.expect(outcome.returncode == status,
                           f"{place}: it ended with {outcome.returncode}")
            said = misspoken(stage, scene, "sync_file_range", outcome)
            verdict.expect(not said, f"{place}: {said}")
            expect_all_or_nothing(stage, scene, place, verdict)
    stage.verifier.end()
    verdict.expect(runs > 0, "nothing is sent ahead")
    verdict.figure("failures", runs)


def expect_all_or_nothing(stage, scene, place, verdict):
    """What a scene was to do is whole or absent, and where it is absent can be done again; whether
    it was whole."""
    half = stage.half(scene)
    verdict.expect(not half, f"{place}: {half}")
    if half:
        return False
    done, again = stage.is_done(scene), stage.again(scene)
    verdict.expect(not again, f"{place}: {again}")
    return done


def kinds(room):
    """The errors that are tried at one call."""
    every = [(error, lasting) for error in ("EIO", "ENOSPC") for lasting in (False, True)]
    return [room.random.choice(every)] if room.short else every


def places(room, stage, verdict, few):
    """Each call of each scene, or few of them by chance: scene, call, which one of its kind."""
    found = []
    for scene in SCENES:
        stage.set(scene)
        # A call that fails anyway counts as one too.
        calls, outcome = traced(room, [room.program, *scene.command], failed=True)
        verdict.expect(outcome.returncode == 0, f"{scene.name}: {outcome.stderr.decode()}")
        for call in WRITING:
            # Calls are counted in each thread by itself.
            threads = Counter(each.thread for each in calls if each.name == call)
            found += [(scene, call, when)
                      for when in range(1, max(threads.values(), default=0) + 1)]
    verdict.figure("calls", len(found))
    return room.random.sample(found, few) if room.short else found


def struck(room, scene, call, fault):
    """Runs a scene with a fault at one call; how it ended, and whether the fault struck."""
    path = room.path("struck")
    outcome = room.run(*scene.command, prefix=[
        "strace", "-f", "-o", path, "-e", f"trace={call}", "-e", f"inject={call}:{fault}"])
    with open(path, "rb") as file:
        struck_it = b"INJECTED" in file.read()
    os.unlink(path)
    return outcome, struck_it


def misspoken(stage, scene, call, outcome):
    """What is wrong with how a failed run ended and with what it said; or nothing."""
    said = outcome.stderr.decode()
    if outcome.returncode < 0 or outcome.returncode > 128:
        return f"it crashed with {outcome.returncode}: {said[-300:]}"
    if outcome.returncode == 0:
        return None if stage.is_done(scene) else f"it says that it is done: {said}"
    if outcome.returncode != IO:
        return f"it ended with {outcome.returncode}: {said}"
    # Where standard error itself cannot be written to, nothing can be said.
    if call == "write" and not said:
        return None
    if said.count("\n") != 1 or not said.startswith("linewise: "):
        return f"it said {said!r}"
    return None
