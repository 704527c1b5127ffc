"""No room on the disk."""
import os, resource, shutil, time
import namespace
from held_desk import desk_without_room
from kills import judge
from team import Member, NAMES, long_text

IO = 74


def full_disk(room, verdict):
    """The disk fills up while people work, and has room again: nothing is lost, work goes on."""
    limited(room, verdict)
    try:
        namespace.leave()
        folder = room.path("small")
        os.mkdir(folder)
        namespace.mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", folder)
    except namespace.Unable as why:
        return verdict.skip(f"a small disk cannot be made: {why}")
    try:
        small = room.path("small/review.linewise")
        shutil.copyfile(room.review, small)
        room.review = small
        filled(room, verdict, 1 if room.short else 12)
        desk_without_room(room, verdict, fill, room.path("small/filling"))
        verdict.expect(not room.check(), f"after the desk: {room.check()}")
    finally:
        namespace.unmount(folder)


def limited(room, verdict):
    """A file that may not grow: an error like any other, and no signal ends the program."""
    room.makes_review(coders=NAMES, text=long_text(20))
    with open(room.path("more.md"), "w") as file:
        file.write(long_text(200))
    before, limit = room.digest(), os.path.getsize(room.review)
    outcome = room.run(
        "import", room.review, "more.md", "--study", "Birch", "--as", NAMES[0],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    said = outcome.stderr.decode()
    verdict.expect(outcome.returncode == IO and said.count("\n") == 1,
                   f"where a file may not grow: {outcome.returncode} {said}")
    verdict.expect(not room.check(), f"where a file may not grow: {room.check()}")
    verdict.expect(room.digest() == before, "the review is not as it was before it could not grow")


def filled(room, verdict, rounds):
    """Fills the disk again and again beside two writers, and takes the filling away."""
    filling = os.path.join(os.path.dirname(room.review), "filling")
    team = [Member(room, number, most=4) for number in range(2)]
    longest = refused = 0
    try:
        for member in team:
            member.start()
        for _ in range(rounds):
            fill(filling)
            verdict.expect(waits(lambda: all(full(member) for member in team), 20),
                           f"nobody is told that the disk is full: {team[0].says('failed')[-1:]}")
            refused += 1
            outcome = room.run("code", room.review, "--as", NAMES[2], "--study", "Alder",
                               "--line", "2", "no room for this")
            said = outcome.stderr.decode()
            verdict.expect(outcome.returncode == IO and "the disk is full" in said
                           and said.count("\n") == 1,
                           f"on a full disk: {outcome.returncode} {said}{outcome.stdout.decode()}")
            verdict.expect(room.run("codes", room.review).returncode == 0,
                           "a review on a full disk cannot be read")
            counts = [len(member.saved()) for member in team]
            os.unlink(filling)
            start = time.monotonic()
            for member, count in zip(team, counts):
                verdict.expect(waits(lambda: len(member.saved()) > count, room.slack),
                               f"{NAMES[member.number]} saves nothing though there is room")
                longest = max(longest, time.monotonic() - start)
            for member in team:
                # What was said of this round is not taken for the next.
                member.seen = len(member.says("failed"))
    finally:
        for member in team:
            status = member.kill()
            verdict.expect(status is None, f"{NAMES[member.number]} ended by itself with {status}")
    judge(room, verdict, team)
    verdict.figure("times full", refused)
    verdict.figure("ms to the next save", longest * 1000)


def full(member):
    return any("the disk is full" in said for said in member.says("failed")[member.seen:])


def fill(path):
    """Writes until nothing more goes onto the disk, which may give room back a moment later."""
    with open(path, "ab", buffering=0) as file:
        while fills(file):
            time.sleep(0.1)


def fills(file):
    """Whether anything could be written."""
    size = file.tell()
    for block in (1 << 16, 1 << 12, 1):
        try:
            while True:
                file.write(bytes(block))
        except OSError:
            pass
    return file.tell() > size


def waits(holds, seconds):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True
