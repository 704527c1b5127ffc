"""Others at the same review: one that is stopped while it saves, and eight that save all at once."""
import os, random, signal, statistics, subprocess, time
from team import NAMES, Member, log, long_text, losses
from terminal import Desk


def stopped_peer(room, verdict):
    """A peer stopped while it has the write lock: the desk lives, says who, keeps and saves."""
    room.makes_review(NAMES[:2], long_text(40))
    rounds = [("continued", 12.5)] if room.short else [
        (how, wait) for how in ("continued", "killed") for wait in (4, 5, 13, 6, 4)] + [
        ("continued", 30), ("killed", 30)]
    saved, slowest, told = [], [], []
    for number, (how, wait) in enumerate(rounds):
        one_stop(room, verdict, number, how, wait, saved, slowest, told)
    verdict.figure("stops", len(rounds))
    verdict.figure("slowest key ms", max(slowest, default=0.0) * 1000)
    verdict.figure("said who after at most s", max(told, default=0.0))
    verdict.figure("saved after at most ms", max(saved, default=0.0) * 1000)
    verdict.expect(not room.check(), f"check: {room.check()}")


def one_stop(room, verdict, number, how, wait, saved, slowest, told):
    said, name = f"stop {number}, {how}", f"kept {number}"
    with Desk(room) as desk:
        desk.sees("month")
        desk.settles(0.2)
        peer = Member(room, 1, most=1)
        peer.start()
        try:
            lock = stops_with_lock(room, peer.process.pid)
            if not verdict.expect(lock, f"{said}: it never held the lock when it was stopped"):
                return
            desk.type("gg" + "j" * (number + 2))
            desk.settles(0.3)
            desk.type("c" + name)
            desk.sees(name, 3)
            start = time.monotonic()
            desk.type("\r\r")
            verdict.expect(desk.sees("…", 1) is not None, f"{said}: not shown as not yet saved")
            who = desk.sees("holds the review", 3)
            if verdict.expect(who is not None, f"{said}: not said who holds it in 3 s"):
                told.append(who)
                line = next(line for line in desk.screen.lines if "holds the review" in line)
                pid = f"process {peer.process.pid}, stopped"
                verdict.expect(pid in line, f"{said}: {line!r} does not say {pid!r}")
            turn = 0
            while time.monotonic() - start < wait:
                turn += 1
                answer = desk.answers("jk"[turn % 2 - 1], 1)
                if not verdict.expect(answer is not None, f"{said}: no answer to a key in 1 s"):
                    break
                slowest.append(answer)
                desk.runs(0.1)
            verdict.expect(f"{name} …" in desk.screen.text, f"{said}: the act is no longer shown")
            peer.process.send_signal(signal.SIGCONT if how == "continued" else signal.SIGKILL)
            # That it was added may be overtaken by what the peer did.
            took = desk.waits(lambda: name in desk.screen.text
                              and f"{name} …" not in desk.screen.text, 5)
            if verdict.expect(took is not None, f"{said}: not saved in 5 s"):
                saved.append(took)
                verdict.expect(took <= 0.2 or room.short, f"{said}: saved after {took * 1000:.0f} ms")
            desk.type("Q")
            verdict.expect(desk.ends(10) == 0, f"{said}: left with {desk.status}")
            codes = [row["code"] for row in room.lists("codings", room.review)]
            verdict.expect(name in codes, f"{said}: the act is not in the file")
        finally:
            peer.process.send_signal(signal.SIGCONT)
            peer.kill()


def stops_with_lock(room, pid):
    """Stops a process again and again until it has a lock to write; whether it came to that."""
    numbers, end = random.Random(room.seed), time.monotonic() + 20
    while time.monotonic() < end:
        time.sleep(numbers.uniform(0.005, 0.03))
        os.kill(pid, signal.SIGSTOP)
        with open("/proc/locks") as locks:
            held = [line.split() for line in locks if f" {pid} " in line]
        if any(fields[1] == "POSIX" and fields[3] == "WRITE" for fields in held):
            return True
        os.kill(pid, signal.SIGCONT)
    return False


def paced(room, pause, seconds):
    """Lets eight save at the same time; how long each save took, in milliseconds, by person."""
    processes, files = [], []
    for number, name in enumerate(NAMES):
        files.append(room.path(f"pace-{number}"))
        with open(files[-1], "wb") as told:
            processes.append(room.start(
                [room.writer, "pace", room.review, name, str(pause), str(seconds)], stdout=told,
                stderr=subprocess.PIPE))
    troubles = []
    for process in processes:
        _, complaint = process.communicate(timeout=seconds * 4 + 60)
        if process.returncode:
            troubles.append(complaint.decode()[-300:])
    times, acts = [], []
    for path in files:
        with open(path) as told:
            lines = [line.split() for line in told]
        acts.append([line[1] for line in lines])
        times.append([int(line[2]) / 1000 for line in lines])
    return times, acts, troubles


def nothing_is_lost(room, verdict, acts, troubles):
    verdict.expect(not troubles, f"somebody could not save: {troubles[:1]}")
    found = [act for act, _ in log(room.review)]
    lost, doubled, order = (sum(parts, []) for parts in zip(*(
        losses(told, found) for told in acts)))
    verdict.figure("acts", sum(map(len, acts)))
    verdict.figure("lost", len(lost))
    verdict.expect(not lost and not doubled and not order,
                   f"lost {lost[:3]}, doubled {doubled[:3]}, out of order {order[:3]}")
    verdict.expect(not room.check(), f"check: {room.check()}")


def burst(room, verdict):
    """Eight save as fast as they can: nobody is left behind, nobody waits for long."""
    room.makes_review(NAMES, long_text(80))
    times, acts, troubles = paced(room, 0, 3 if room.short else 10)
    nothing_is_lost(room, verdict, acts, troubles)
    counts = [len(told) for told in acts]
    share = min(counts) / statistics.mean(counts) if sum(counts) else 0.0
    longest = max(max(own, default=0.0) for own in times)
    verdict.figure("least % of the mean", share * 100)
    verdict.figure("longest ms", longest)
    if not room.short:
        verdict.expect(share >= 0.4, f"saves of each: {counts}")
        verdict.expect(longest <= 1000, f"somebody waited for {longest:.0f} ms")


def steady_team(room, verdict):
    """Eight save five times a second each."""
    room.makes_review(NAMES, long_text(80))
    times, acts, troubles = paced(room, 200, 3 if room.short else 60)
    nothing_is_lost(room, verdict, acts, troubles)
    every = sorted(sum(times, []))
    if not every:
        return
    most = every[int(len(every) * 0.99)]
    verdict.figure("median ms", statistics.median(every))
    verdict.figure("99 of 100 within ms", most)
    verdict.figure("longest ms", every[-1])
    if not room.short:
        verdict.expect(most <= 50, f"99 of 100 within {most:.0f} ms")
        verdict.expect(every[-1] <= 250, f"the longest took {every[-1]:.0f} ms")
