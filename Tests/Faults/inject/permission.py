"""A review that may no longer be written to."""
import os, shutil, time
import namespace
from full import waits
from held_desk import desk_without_right
from kills import judge
from team import Member, NAMES, long_text

NOT_ALLOWED = 77
READING = [["codes"], ["lines"], ["coverage"], ["check"], ["history"],
           ["export", "codebook", "--format", "csv"]]
# Of every system the user who owns nothing.
NOBODY = 65534


def lost_permission(room, verdict):
    """A disk that becomes read-only, and a folder that becomes another's: reading goes on, an act
    is refused with a reason, and the file stays as it was."""
    room.makes_review(coders=NAMES, text=long_text(8))
    try:
        namespace.leave()
        read_only_disk(room, verdict)
    except namespace.Unable as why:
        return verdict.skip(f"a disk cannot be made read-only: {why}")
    others_folder(room, verdict)


def read_only_disk(room, verdict):
    """A disk on which somebody has a file open does not become read-only: here nobody has."""
    folder, mine = room.path("disk"), room.review
    os.mkdir(folder)
    namespace.mount("-t", "tmpfs", "tmpfs", folder)
    try:
        room.review = os.path.join(folder, "review.linewise")
        shutil.copyfile(mine, room.review)
        namespace.mount("-o", "remount,ro", folder)
        before = room.digest()
        refused(room, verdict, "a read-only disk")
        verdict.expect(room.digest() == before, "on a read-only disk the review changed")
        namespace.mount("-o", "remount,rw", folder)
        room.says("code", room.review, "--as", NAMES[1], "--study", "Alder", "--line", "2", "again")
    finally:
        room.review = mine
        namespace.unmount(folder)


def others_folder(room, verdict):
    """As a user who owns nothing, for root may write everywhere."""
    folder = room.path("theirs")
    os.mkdir(folder)
    mine = room.review
    room.review = os.path.join(folder, "review.linewise")
    shutil.copyfile(mine, room.review)
    for place in (folder, room.review, *(room.path(name) for name in ("home", "state", "tmp"))):
        os.chown(place, NOBODY, NOBODY)
    os.chmod(room.folder, 0o711)
    room.prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    if room.run("codes", room.review).returncode != 0:
        room.prefix, room.review = [], mine
        return verdict.skip("another user cannot reach the room's folder or the program")
    taken_away(room, verdict, "another's folder",
               lambda: os.chmod(folder, 0o555), lambda: os.chmod(folder, 0o755))
    taken_away(room, verdict, "another's file",
               lambda: os.chmod(room.review, 0o444), lambda: os.chmod(room.review, 0o644))
    desk_without_right(room, verdict, "another's folder",
                       lambda: os.chmod(folder, 0o555), lambda: os.chmod(folder, 0o755))
    verdict.expect(not room.check(), f"after the desk: {room.check()}")
    room.prefix, room.review = [], mine


def taken_away(room, verdict, what, take, give):
    """Somebody at work and commands, while the right to write goes away and comes back."""
    member, halves = Member(room, 0, most=4, pause=30), 0
    member.start()
    try:
        verdict.expect(waits(lambda: len(member.saved()) > 20, 20), f"{what}: nothing is saved")
        take()
        # Where a save was half done nobody may look until somebody may write.
        while os.path.exists(room.review + "-journal"):
            halves += 1
            give()
            time.sleep(0.1)
            take()
        is_refused = waits(lambda: member.says("failed"), 2)
        before = room.digest() if is_refused else None
        refused(room, verdict, what)
        # A connection that was open when the right to a file went keeps it.
        if is_refused:
            verdict.expect(room.digest() == before, f"{what}: the review changed")
            verdict.expect("read-only" in member.says("failed")[-1],
                           f"{what}: {member.says('failed')[-1]}")
        count = len(member.saved())
        give()
        verdict.expect(waits(lambda: len(member.saved()) > count, 2 * room.slack),
                       f"{what}: nothing is saved though it may be again")
        verdict.figure(f"{what}: refusals", len(member.says("failed")))
        verdict.figure("in the middle of a save", halves)
    finally:
        give()
        status = member.kill()
        verdict.expect(status is None, f"{what}: the writer ended by itself with {status}")
    judge(room, verdict, [member])


def refused(room, verdict, what):
    """Commands that read do, one that acts says why it does not."""
    outcome = room.run("code", room.review, "--as", NAMES[1], "--study", "Alder", "--line", "2",
                       "not here")
    said = outcome.stderr.decode()
    verdict.expect(outcome.returncode == NOT_ALLOWED and said.count("\n") == 1
                   and "read-only" in said, f"{what}: {outcome.returncode} {said}")
    for command in room.random.sample(READING, 2) if room.short else READING:
        outcome = room.run(command[0], room.review, *command[1:])
        verdict.expect(outcome.returncode == 0,
                       f"{what}: {command[0]}: {outcome.returncode} "
                       f"{(outcome.stdout + outcome.stderr).decode()[:300]}")
