"""The power goes at any moment."""
import os, shutil, tempfile
from calls import traced
from disk import Disk
from team import NAMES, Verifier, log, long_text, losses

MEMORY = "/dev/shm"


def power_cuts(room, verdict):
    """What a program asked of the disk is replayed to any moment, and the disk forgets."""
    history = Told(room)
    history.live(30 if room.short else 300)
    cuts = 40 if room.short else 2_400
    troubles = replay(room, history, 0, cuts, ())
    for trouble in troubles[:5]:
        verdict.expect(False, trouble)
    verdict.expect(not troubles, f"{len(troubles)} of {cuts} cuts did harm")
    verdict.figure("cuts", cuts)
    verdict.figure("harmed", len(troubles))
    verdict.figure("calls", len(history.events))
    # The model itself: where the disk does not sync, it has to do harm. That a folder is not
    # synced shows but at few moments.
    proofs = 16 if room.short else 400
    models = [(("files", "folders"), proofs // 2), (("folders",), 1)]
    for forgotten, least in models[:1] if room.short else models:
        harmed = len(replay(room, history, history.work, proofs, forgotten))
        name = " and ".join(forgotten)
        verdict.figure(f"harmed of {proofs} without syncs of {name}", harmed)
        verdict.expect(harmed >= least,
                       f"the model proves nothing: without syncs of {name} only {harmed} of "
                       f"{proofs} cuts did harm")


class Told:
    """All that was asked of the system from a review's beginning to its backup, and all that
    people were told in between."""

    def __init__(self, room):
        self.room, self.events, self.work = room, [], 0

    def live(self, acts):
        room = self.room
        coders = [word for name in NAMES[:2] for word in ("--coder", name)]
        self.runs([room.program, "new", room.review, "--title", "Trust", *coders])
        self.events.append(("made", None))
        with open(room.path("long.md"), "w") as file:
            file.write(long_text(8))
        self.runs([room.program, "import", room.review, "long.md", "--as", NAMES[0]])
        self.events.append(("saved", [act for act, _ in log(room.review)]))
        self.work = len(self.events)
        self.runs([room.writer, "act", room.review, NAMES[1], str(room.seed), str(acts), "4", "0"])
        self.runs([room.program, "backup", room.review, "-o", "copy.linewise"])
        self.events.append(("copied", [act for act, _ in log(room.review)]))

    def runs(self, command):
        self.events.append(("begins", None))
        calls, outcome = traced(self.room, command)
        if outcome.returncode != 0:
            raise AssertionError(f"{command}: {outcome.stderr.decode()}")
        for call in calls:
            self.events.append(("call", call))
            if call.name == "write" and call.words[0] == 1 and b"saved " in call.words[1]:
                lines = call.words[1].decode().splitlines()
                self.events.append(("saved", [line.split()[1] for line in lines]))


def replay(room, history, first, count, forgets):
    """Cuts the power so often, from an event on; what harm that did, in words."""
    disk, told, troubles = Disk(room.folder, forgets), {"saved": []}, []
    moments = sorted(room.random.randrange(first, len(history.events)) for _ in range(count))
    base = MEMORY if os.path.isdir(MEMORY) else room.folder
    folder = tempfile.mkdtemp(prefix="power-", dir=base)
    verifier = Verifier(room)
    verifier.environment["TMPDIR"] = folder
    try:
        for moment, (kind, what) in enumerate(history.events):
            if moment == first:
                disk.settle()
            while moments and moments[0] == moment:
                moments.pop(0)
                place = os.path.join(folder, "cut")
                os.mkdir(place)
                trouble = harm(disk.cut(room.random), told, place, verifier)
                if trouble:
                    troubles.append(f"after event {moment}: {trouble}")
                shutil.rmtree(place)
            if kind == "call":
                disk.take(what)
            elif kind == "begins":
                disk.begins()
            elif kind == "saved":
                told["saved"] = told["saved"] + [act for act in what if act not in told["saved"]]
            else:
                told[kind] = what
    finally:
        verifier.end()
        shutil.rmtree(folder, ignore_errors=True)
    return troubles


def harm(files, told, folder, verifier):
    """What is wrong with a folder after a power cut, by what people had been told; or nothing."""
    for name, content in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    for name, is_told, acts in (
            ("review.linewise", "made" in told, told["saved"]),
            ("copy.linewise", "copied" in told, told.get("copied", []))):
        path = os.path.join(folder, name)
        if name not in files:
            if is_told:
                return f"{name} is gone"
            continue
        state = verifier.state(path)
        if state != "whole":
            return f"{name} is {state}"
        lost, doubled, late = losses(acts, [act for act, _ in log(path)])
        if lost or doubled or late:
            return (f"{name}: {len(lost)} acts lost, {len(doubled)} doubled, "
                    f"{len(late)} out of order")
    return None
