"""The measures of the command line: whole commands with their memory, beside plain passes over
the same file; calls on an open review; and how long commands make another process's save wait."""
import os, shutil, subprocess, sys, tempfile, threading, time
from references import bare_transaction
from table import WAITING

HERE = os.path.dirname(os.path.abspath(__file__))
PLAIN = os.path.join(HERE, "plain.py")


class Ran:
    """A command that was run to its end: milliseconds of wall clock and processor, megabytes."""

    def __init__(self, command, environment=None, output=None):
        peak, over = [0.0], threading.Event()
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=output or subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
        watch = threading.Thread(target=self.watch, args=(process.pid, peak, over))
        watch.start()
        complaint = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = (time.perf_counter() - start) * 1000
        over.set()
        watch.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command, stderr=complaint)
        self.processor = (usage.ru_utime + usage.ru_stime) * 1000
        self.memory = peak[0]

    @staticmethod
    def watch(pid, peak, over):
        """Of its own address space: what a child inherits of Python's does not count."""
        while not over.is_set():
            try:
                with open(f"/proc/{pid}/status") as status:
                    lines = [l for l in status if l.startswith("VmHWM")]
                if lines:
                    peak[0] = max(peak[0], int(lines[0].split()[1]) / 1024)
            except (FileNotFoundError, ProcessLookupError):
                return
            time.sleep(0.002 if peak[0] < 40 else 0.02)


def environment_of(home):
    return {
        "HOME": home, "XDG_STATE_HOME": home, "LANG": "C.UTF-8", "PATH": os.environ["PATH"],
        "TMPDIR": home, "LINEWISE_CODER": "Mara Quill",
    }


def quick(table, program, review, most, words):
    """Commands of a second or so, each followed by the plain pass that it is held against."""
    home = tempfile.mkdtemp(prefix="linewise-bench-")
    environment = environment_of(home)
    own = [
        ("command: codes --format json", ["codes", review, "--format", "json"]),
        ("command: codings --code, the most used",
         ["codings", review, "--code", most, "--format", "csv"]),
        ("command: search", ["search", review, words, "--format", "json"]),
        ("command: matrix --rows codes", ["matrix", review, "--rows", "codes", "--format", "csv"]),
    ]
    number = "(SELECT k.key FROM key k JOIN code c ON c.id = k.id WHERE c.name = '%s')" % most
    others = [
        ("sqlite3: count the codings of each code",
         shell(review, "SELECT code, count(*) FROM coding GROUP BY code")),
        ("sqlite3: codings of a code", shell(
            review, f"SELECT * FROM coding WHERE code = {number}")),
        ("sqlite3: phrase by its index",
         shell(review, f"SELECT rowid FROM words WHERE words MATCH '\"{words.lower()}\"'")),
        ("sqlite3: phrase by LIKE", shell(
            review, f"SELECT count(*) FROM content WHERE CAST(bytes AS TEXT) LIKE '%{words}%'")),
        ("plain pass: matrix", [sys.executable, PLAIN, "matrix", review]),
    ]
    try:
        for name, arguments in own:
            table.ran(name, Ran([program] + arguments, environment))
        for name, command in others:
            if not command:
                table.skip("the sqlite3 shell is not installed")
                continue
            table.ran(name, Ran(command))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def shell(review, query):
    found = shutil.which("sqlite3")
    return [found, f"file:{review}?mode=ro", query] if found else None


def exports(table, program, review):
    home = tempfile.mkdtemp(prefix="linewise-bench-")
    environment = environment_of(home)
    own = [
        ("command: export codebook", ["export", review, "codebook", "--format", "csv"], "codebook"),
        ("command: export codings", ["export", review, "codings", "--format", "csv"], "codings"),
    ]
    try:
        for name, arguments, plain in own:
            table.ran(name, Ran([program] + arguments, environment))
            table.ran(f"plain pass: {plain}", Ran([sys.executable, PLAIN, plain, review]))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def safety(table, program, review, folder):
    """Whole copies and checks, which take as long as the review is large."""
    home = tempfile.mkdtemp(prefix="linewise-bench-", dir=folder)
    environment = environment_of(home)
    try:
        copy = os.path.join(home, "copy.linewise")
        table.ran("command: backup", Ran([program, "backup", review, "-o", copy], environment))
        if shutil.which("sqlite3"):
            table.ran("sqlite3: VACUUM INTO", Ran(shell(review, f"VACUUM INTO '{home}/plain.db'")))
            table.ran("sqlite3: integrity_check", Ran(shell(review, "PRAGMA integrity_check")))
        table.ran("command: check", Ran([program, "check", review], environment))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def calls(table, maker, review, bare, words, rounds):
    """Calls on an open review, then the queries that they cannot do without; before and behind them
    what a save cannot do without, for a disk is not the same from minute to minute."""
    bare_transaction(table, bare, 12)
    said = subprocess.run(
        [maker, "calls", review, str(rounds)], stdout=subprocess.PIPE, check=True, text=True).stdout
    queries = subprocess.run(
        [sys.executable, PLAIN, "calls", review, str(rounds), words],
        stdout=subprocess.PIPE, check=True, text=True).stdout
    for line in (said + queries).splitlines():
        name, *figures = line.split("\t")
        table.call(name, *map(float, figures))
    bare_transaction(table, bare, 12)


def named(maker, review):
    """The name of the most used code, and words that stand in one of its lines."""
    said = subprocess.run(
        [maker, "names", review], stdout=subprocess.PIPE, check=True, text=True).stdout
    most, words = said.splitlines()
    return most, words


class Saving:
    """Another process that saves all the time until it is asked how long that took."""

    def __init__(self, maker, review):
        self.process = subprocess.Popen(
            [maker, "saves", review], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()

    def times(self):
        """Of each save how long it took, and how much of that it waited for the file."""
        said, _ = self.process.communicate()
        if self.process.returncode:
            raise subprocess.CalledProcessError(self.process.returncode, "saves")
        return [tuple(map(float, line.split())) for line in said.splitlines()]


def settle():
    """Has the disk do what it still has to: the room of large files that were removed goes back with
    somebody's next sync, and that would be the first save."""
    os.sync()
    time.sleep(2)


def waits(table, program, maker, review, folder, seconds):
    """How long another process's saves take and wait while a command runs, at most so long."""
    home = tempfile.mkdtemp(prefix="linewise-bench-", dir=folder)
    environment = environment_of(home)
    copy, rows = os.path.join(home, "copy.linewise"), os.path.join(home, "codings.csv")
    commands = [
        ("nothing else", ["sleep", str(min(seconds, 30))]),
        ("a copy by cp", ["sh", "-c", f"cp '{review}' '{home}/plain' && sync '{home}/plain'"]),
        ("backup", [program, "backup", review, "-o", copy]),
        ("export codings", [
            program, "export", review, "codings", "--format", "csv", "-o", rows]),
        ("check", [program, "check", review]),
    ]
    try:
        for name, command in commands:
            settle()
            saving = Saving(maker, review)
            running = subprocess.Popen(
                command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                running.wait(timeout=seconds)
                if running.returncode:
                    table.skip(f"with another saving, {name} ends with {running.returncode}")
            except subprocess.TimeoutExpired:
                running.terminate()
                running.wait()
            saves = saving.times()
            table.waits(f"save during {name}", [took for took, _ in saves])
            table.waits(f"save during {name}{WAITING}", [wait for _, wait in saves])
    finally:
        shutil.rmtree(home, ignore_errors=True)
