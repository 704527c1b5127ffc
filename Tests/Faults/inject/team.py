"""Eight people at work on one review by the writer, and what each was told is saved."""
import os, signal, sqlite3, subprocess

NAMES = ["Ada Alder", "Ben Birch", "Cy Cedar", "Dee Dogwood", "Eli Elm", "Fay Fir", "Gil Gum",
         "Hal Hazel"]


def long_text(paragraphs):
    """A study of so many paragraphs, five lines each."""
    sentence = "In the {}th month nobody had called them about the letter of the {}th week."
    return "# Findings\n\n" + "\n\n".join(
        " ".join(sentence.format(number, line) for line in range(5))
        for number in range(paragraphs)) + "\n"


class Member:
    """One of the team: a process that acts, and a file of ours to which it says what was saved."""

    def __init__(self, room, number, most=16, pause=0):
        self.room, self.number, self.most, self.pause = room, number, most, pause
        self.lives, self.seen, self.told = 0, 0, room.path(f"told-{number}")
        open(self.told, "wb").close()
        self.process = None

    def start(self, acts=0):
        self.lives += 1
        seed = self.room.seed * 1_000_000 + self.number * 10_000 + self.lives
        with open(self.told, "ab") as told:
            self.process = self.room.start(
                [self.room.writer, "act", self.room.review, NAMES[self.number], str(seed),
                 str(acts), str(self.most), str(self.pause)], stdout=told)

    def kill(self):
        """Ends the process at once, as a lost machine would; how it had ended by itself, if so."""
        if self.process is None:
            return None
        status = self.process.poll()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        return status

    def says(self, word):
        """The lines that begin with a word, without it."""
        with open(self.told, "rb") as told:
            lines = told.read().decode().split("\n")
        return [line[len(word) + 1:] for line in lines if line.startswith(word + " ")]

    def saved(self):
        """The acts that were said to be saved, in order."""
        return [line.split()[0] for line in self.says("saved")]

    def waits(self):
        """How long each save took, in milliseconds."""
        return [int(line.split()[1]) / 1000 for line in self.says("saved")]


def log(path):
    """The acts in a review, in the order of arrival: pairs of id and coder."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        rows = connection.execute("SELECT id, coder FROM action ORDER BY seq").fetchall()
    finally:
        connection.close()
    return [(guid(act), guid(coder)) for act, coder in rows]


def guid(raw):
    """Sixteen bytes as the program writes an identity."""
    digits = raw.hex()
    return "-".join(
        (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])).lower()


def losses(saved, found):
    """What is wrong with a log by what one writer was told: lost, doubled or out of order."""
    places = {}
    for place, act in enumerate(found):
        places.setdefault(act, []).append(place)
    lost = [act for act in saved if act not in places]
    doubled = [act for act in saved if len(places.get(act, ())) > 1]
    order = [places[act][0] for act in saved if act in places]
    return lost, doubled, [early for early, later in zip(order, order[1:]) if early > later]


class Verifier:
    """The writer as one that opens reviews after a crash, many in one process."""

    def __init__(self, room):
        self.room, self.process, self.environment = room, None, {}

    def state(self, path):
        """`whole`, or what is wrong with a review, or how looking at it ended the program."""
        if self.process is None:
            self.process = self.room.start(
                [self.room.writer, "verify"], environment=self.environment,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.process.stdin.write(os.fsencode(path) + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().decode().rstrip("\n")
        if answer:
            return answer
        _, complaint = self.process.communicate()
        status, self.process = self.process.returncode, None
        return f"crashed: {status} {complaint.decode()[-200:]}"

    def end(self):
        if self.process is not None:
            self.process.communicate()
            self.process = None
