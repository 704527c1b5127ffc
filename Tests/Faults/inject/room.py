"""A folder with a home, a state folder and a review in it, in which the program is run."""
import hashlib, json, os, random, subprocess

CODERS = ["Ada Alder", "Ben Birch"]
STUDY = """# Findings

Trust grew slowly, and only where people had been asked. It was lost in a day.

> They never rang. (P3, woman, 40)

Nobody was asked. Many waited for a letter that never came. Some wrote themselves.
"""


class Room:
    def __init__(self, folder, program, writer, seed, short):
        self.folder, self.program, self.writer, self.seed = folder, program, writer, seed
        # By what every program of this room is run, such as another user's rights.
        self.prefix = []
        # Whether only the short tier is asked for.
        self.short = short
        # How much longer than promised a wait may be: the short tier runs on busy machines, and is
        # there to find what is wrong, not what is slow.
        self.slack = 30 if short else 1
        self.random = random.Random(seed)
        self.review = os.path.join(folder, "review.linewise")
        for name in ("home", "state", "tmp"):
            os.makedirs(os.path.join(folder, name), exist_ok=True)
        self.environment = {
            "HOME": self.path("home"), "XDG_STATE_HOME": self.path("state"),
            "TMPDIR": self.path("tmp"), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        }

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, prefix=(), timeout=120, **options):
        """Runs linewise to its end, by `prefix` where one is given, and gives what it came to."""
        return subprocess.run(
            [*self.prefix, *prefix, self.program, *arguments], cwd=self.folder, capture_output=True,
            env=self.environment | options.pop("environment", {}), timeout=timeout, **options)

    def start(self, command, **options):
        """Starts a program without waiting for it."""
        environment = self.environment | options.pop("environment", {})
        return subprocess.Popen(
            [*self.prefix, *command], cwd=self.folder, env=environment, **options)

    def says(self, *arguments, **options):
        """Runs linewise, which has to do what was asked, and gives what it said."""
        outcome = self.run(*arguments, **options)
        if outcome.returncode != 0:
            raise AssertionError(f"{' '.join(arguments)}: {outcome.stderr.decode()}")
        return outcome.stdout.decode()

    def lists(self, *arguments):
        """The objects that a command lists."""
        return json.loads(self.says(*arguments, "--format", "json"))

    def makes_review(self, coders=CODERS, text=STUDY):
        """Makes the review, with one study, “Alder”."""
        coders = [word for name in coders for word in ("--coder", name)]
        self.says("new", self.review, "--title", "Trust", "--question", "Who is trusted?", *coders)
        with open(self.path("alder.md"), "w") as file:
            file.write(text)
        self.says("import", self.review, "alder.md", "--study", "Alder", "--as", CODERS[0])

    def check(self, path=None, beside_others=False):
        """What `check` finds wrong; nothing where the review is sound. Beside others who save all
        the time it may say that it could not look at all."""
        outcome = self.run("check", path or self.review, timeout=600)
        if outcome.returncode == 0 or beside_others and outcome.returncode == 75:
            return ""
        return (outcome.stdout + outcome.stderr).decode()

    def digest(self, path=None):
        """The SHA-256 of a file; never of a review that a process of this one has open."""
        with open(path or self.review, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
