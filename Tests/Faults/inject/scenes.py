"""What a person does once, for faults that strike at each call that it makes."""
import os, shutil, sqlite3
from team import Verifier, log

MORE = """# Findings

Letters went unanswered. A nurse rang on a Sunday, and that was remembered for years.
"""


class Scene:
    """One command on a review that stands ready, and what there is after it.

    `made` are the acts that it adds to the log, `file` a file that it makes beside the review.
    """

    def __init__(self, name, command, made=1, file=None):
        self.name, self.command, self.made, self.file = name, command, made, file


SCENES = [
    Scene("import", ["import", "review.linewise", "more.md", "--study", "Birch", "--as", "AA"]),
    Scene("coding", ["code", "review.linewise", "--as", "AA", "--study", "Alder", "--line", "5",
                     "letters", "slow trust"]),
    Scene("merge", ["codes", "review.linewise", "merge", "asked", "waiting", "--into",
                    "slow trust", "--as", "AA"]),
    Scene("undo", ["undo", "review.linewise", "--as", "AA"]),
    Scene("migration", ["codes", "review.linewise"], made=0),
    Scene("backup", ["backup", "review.linewise", "-o", "copy.linewise"], made=0,
          file="copy.linewise"),
]


class Stage:
    """A room with a review that is set back to how it stood before each run."""

    def __init__(self, room):
        self.room = room
        room.makes_review()
        for line, code in (("2", "slow trust"), ("3", "waiting"), ("5", "asked"), ("6", "asked")):
            room.says("code", room.review, "--as", "AA", "--study", "Alder", "--line", line, code)
        with open(room.path("more.md"), "w") as file:
            file.write(MORE)
        shutil.copyfile(room.review, room.path("before"))
        shutil.copyfile(room.review, room.path("before-migration"))
        with sqlite3.connect(room.path("before-migration")) as connection:
            connection.execute("UPDATE head SET projections = 1")
        connection.close()
        self.before = [act for act, _ in log(room.path("before"))]
        self.verifier = Verifier(room)
        self.whole = {}
        for scene in SCENES:
            self.set(scene)
            self.says(scene)
            self.whole[scene.name] = self.changes()

    def set(self, scene):
        """Puts everything back."""
        for name in os.listdir(self.room.folder):
            if name.startswith(("review.linewise", "copy.linewise")):
                os.unlink(self.room.path(name))
        shutil.rmtree(self.room.path("state"))
        os.mkdir(self.room.path("state"))
        before = "before-migration" if scene.name == "migration" else "before"
        shutil.copyfile(self.room.path(before), self.room.review)

    def says(self, scene):
        return self.room.says(*scene.command)

    def changes(self):
        """What the acts of a scene changed, kind by kind."""
        connection = sqlite3.connect(f"file:{self.room.review}?mode=ro", uri=True)
        rows = connection.execute(
            "SELECT c.kind FROM change c WHERE c.action > ? ORDER BY c.action, c.kind",
            [len(self.before)]).fetchall()
        connection.close()
        return rows

    def half(self, scene):
        """What is half done after a run, in words; or nothing."""
        state = self.verifier.state(self.room.review)
        if state != "whole":
            return f"the review is {state}"
        acts = [act for act, _ in log(self.room.review)]
        if acts[:len(self.before)] != self.before:
            return "acts from before are lost"
        if self.changes() not in ([], self.whole[scene.name]):
            return f"half of it is there: {self.changes()}"
        if scene.file and os.path.exists(self.room.path(scene.file)):
            state = self.verifier.state(self.room.path(scene.file))
            if state != "whole":
                return f"{scene.file} is {state}"
            if [act for act, _ in log(self.room.path(scene.file))] != self.before:
                return f"{scene.file} does not have every act"
        return None

    def is_done(self, scene):
        """Whether what was to be made is there."""
        if scene.file:
            return os.path.exists(self.room.path(scene.file))
        return self.changes() == self.whole[scene.name] if scene.made else True

    def again(self, scene):
        """What is wrong with doing it again where it was not done; or nothing."""
        if scene.made and self.is_done(scene):
            return None
        if scene.file and self.is_done(scene):
            os.unlink(self.room.path(scene.file))
        outcome = self.room.run(*scene.command)
        if outcome.returncode != 0:
            return f"it cannot be done again: {outcome.stderr.decode()}"
        return self.half(scene) or (None if self.is_done(scene) else "done again, it is not there")
