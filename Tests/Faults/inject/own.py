"""A review that is named where another file is meant: closing that would drop our locks."""
import os
from full import waits
from kills import judge
from team import Member, NAMES, long_text

REFUSED = (64, 65, 66, 73, 77)


def own_locks(room, verdict):
    """The review, its other names and its journal are refused as texts and as places to write to,
    while somebody saves all the time."""
    room.makes_review(coders=NAMES, text=long_text(40))
    member, tried = Member(room, 0, most=1), 0
    member.start()
    try:
        verdict.expect(waits(lambda: member.saved(), 20), "nothing is saved")
        os.symlink(room.review, room.path("symbolic.linewise"))
        os.mkdir(room.path("folder"))
        os.symlink(room.folder, room.path("folder/up"))
        names = ["review.linewise", "./folder/../review.linewise", "symbolic.linewise",
                 "folder/up/review.linewise", "review.linewise-journal",
                 "folder/up/review.linewise-journal"]
        for _ in range(1 if room.short else 10):
            for name in names:
                tried += refused(room, verdict, name)
        count = len(member.saved())
        verdict.expect(waits(lambda: len(member.saved()) > count, 5 * room.slack), "saving stopped")
    finally:
        status = member.kill()
        verdict.expect(status is None, f"the writer ended by itself with {status}")
    verdict.expect(not member.says("failed"), f"a save failed: {member.says('failed')[:1]}")
    os.unlink(room.path("symbolic.linewise"))
    judge(room, verdict, [member])
    second_name(room, verdict)
    verdict.figure("refused", tried)


def refused(room, verdict, name):
    """Tries every command that takes another file, with a name of the review."""
    commands = [
        ["import", room.review, name, "--study", "Own", "--as", NAMES[1]],
        ["export", room.review, "codebook", "--format", "csv", "-o", name],
        ["export", room.review, "codings", "--format", "jsonl", "-o", name],
        ["backup", room.review, "-o", name],
    ]
    if not name.endswith("-journal"):
        commands.append(["new", name, "--title", "Another"])
    for command in commands:
        outcome = room.run(*command)
        said = outcome.stderr.decode()
        verdict.expect(outcome.returncode in REFUSED and said.count("\n") == 1,
                       f"{' '.join(command)}: {outcome.returncode} {said}{outcome.stdout.decode()}")
    return len(commands)


def second_name(room, verdict):
    """A hard link: another journal would belong to it."""
    other = room.path("hard.linewise")
    os.link(room.review, other)
    for name in (room.review, other):
        outcome = room.run("codes", name)
        verdict.expect(outcome.returncode == 65 and b"second name" in outcome.stderr,
                       f"{os.path.basename(name)} has two names: {outcome.returncode}")
    os.unlink(other)
    verdict.expect(not room.check(), "the review is not whole")
