"""Processes that are killed at any moment."""
import time
from team import Member, NAMES, log, long_text, losses


def kills(room, verdict):
    """A team at work, of which one is killed every 5 to 65 ms and comes back: nothing is lost."""
    wanted_kills, wanted_acts = (30, 300) if room.short else (600, 60_000)
    room.makes_review(coders=NAMES, text=long_text(60))
    team = [Member(room, number) for number in range(8)]
    try:
        killed = harass(room, verdict, team, wanted_kills, wanted_acts)
    finally:
        for member in team:
            member.kill()
    judge(room, verdict, team)
    verdict.figure("kills", killed)


def harass(room, verdict, team, wanted_kills, wanted_acts):
    """Kills one of the team after the other, until there were enough kills and acts."""
    for member in team:
        member.start()
    killed = acts = 0
    start = time.monotonic()
    while verdict.kept and (killed < wanted_kills or acts < wanted_acts):
        # With enough kills the rest is work; every moment of it is as good for a kill.
        pause = room.random.uniform(0.005, 0.065)
        time.sleep(pause if killed < wanted_kills else 0.5)
        member = room.random.choice(team)
        status = member.kill()
        verdict.expect(status is None, f"{NAMES[member.number]} ended by itself with {status}")
        killed += 1
        member.start()
        if killed % 200 == 15:
            problems = room.check(beside_others=True)
            verdict.expect(not problems, f"check beside people who save: {problems}")
        if killed % 20 == 0 or killed >= wanted_kills:
            acts = sum(len(each.saved()) for each in team)
        verdict.expect(time.monotonic() - start < 1800, "the team is too slow")
    return killed


def judge(room, verdict, team):
    """Each act that was said to be saved is in the log once, and the file is sound."""
    problems = room.check()
    verdict.expect(not problems, f"check: {problems}")
    found = [act for act, _ in log(room.review)]
    all_saved = 0
    for member in team:
        saved = member.saved()
        all_saved += len(saved)
        lost, doubled, late = losses(saved, found)
        name = NAMES[member.number]
        verdict.expect(not lost, f"{len(lost)} acts of {name} are lost, such as {lost[:1]}")
        verdict.expect(not doubled, f"{len(doubled)} acts of {name} are there twice")
        verdict.expect(not late, f"{len(late)} acts of {name} are out of order")
    verdict.expect(all_saved > 0, "nothing was saved")
    verdict.figure("acts said to be saved", all_saved)
    verdict.figure("acts in the log", len(found))
