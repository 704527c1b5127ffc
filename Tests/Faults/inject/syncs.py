"""Whether the disk is asked, before a save is called one."""
from calls import traced
from disk import Disk
from team import NAMES, long_text

SYNCS = ("fsync", "fdatasync")


def syncs(room, verdict):
    """Each save puts its journal, its folder and the review on the disk in the order that a power
    cut asks for, and is called saved only then."""
    saves = 20 if room.short else 120
    room.makes_review(text=long_text(4))
    disk = Disk(room.folder)
    disk.holds("review.linewise")
    calls, outcome = traced(room, [room.writer, "act", room.review, NAMES[0], str(room.seed),
                                   str(saves), "1", "0"])
    verdict.expect(outcome.returncode == 0, f"the writer ended with {outcome.returncode}")
    told, count, save = 0, 0, []
    for call in calls:
        name = named(disk, call)
        if call.name == "write" and call.words[0] == 1:
            told += 1
            for sentence in misordered(save):
                verdict.expect(False, f"save {told}: {sentence}")
            save = []
        elif name:
            save.append((call.name, name))
            count += call.name in SYNCS
        disk.take(call)
    verdict.expect(told >= saves, f"only {told} saves")
    verdict.expect(count >= 5 * told, f"only {count} syncs")
    verdict.figure("saves", told)
    verdict.figure("syncs", count)


def named(disk, call):
    """What a call writes to, syncs or removes: the review, its journal or the folder."""
    if call.name == "unlink":
        name = disk.own(call.words[0])
    elif call.name in (*SYNCS, "pwrite64", "ftruncate"):
        found, _ = disk.open.get(call.words[0], (None, False))
        if found is disk:
            return "folder"
        name = next((name for name, inode in disk.names.items() if inode is found), None)
    else:
        return None
    return {"review.linewise": "review", "review.linewise-journal": "journal"}.get(name)


def misordered(save):
    """What was not asked for in the right order in one save, in words."""
    def last(name, *calls):
        return max((at for at, each in enumerate(save) if each[1] == name and each[0] in calls),
                   default=-1)

    def first(name, *calls):
        return min((at for at, each in enumerate(save) if each[1] == name and each[0] in calls),
                   default=len(save))

    written, removed = first("review", "pwrite64"), last("journal", "unlink")
    before = save[:written]
    if written == len(save):
        yield "nothing was written"
    if ("fdatasync", "journal") not in before and ("fsync", "journal") not in before:
        yield "the journal was not on the disk before the review was written to"
    if not any(call in SYNCS and name == "folder" for call, name in before):
        yield "the journal's name was not on the disk before the review was written to"
    if last("journal", "pwrite64") > last("journal", *SYNCS):
        yield "the journal was written to after its last sync"
    if not last("review", "pwrite64") < last("review", *SYNCS) < removed:
        yield "the review was not on the disk before the journal was removed"
    if not removed < last("folder", *SYNCS):
        yield "the journal's end was not on the disk when the save was called one"
