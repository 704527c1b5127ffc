"""A desk at the end of a pseudoterminal, whose screen is looked at as an xterm would show it."""
import fcntl, os, pathlib, select, signal, struct, sys, termios, time

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "Terminal"))
from line import Line, mouse  # noqa: E402
from screen import Screen, Sending  # noqa: E402

CODER = "Ada Alder"


class Desk:
    """Linewise, or another command, in a terminal of its own."""

    def __init__(self, room, *options, coder=CODER, size=(120, 40), command=None, environment=None,
                 keeps=True):
        command = command or [room.program, "open", room.review, "--as", coder, *options]
        # No editor of this machine is to be typed into.
        wanted = room.environment | {"EDITOR": "true"} | (environment or {})
        wanted = {name: value for name, value in wanted.items() if value is not None}
        self.line = Line(command, wanted, room.folder, size)
        self.modes = termios.tcgetattr(self.line.fd)
        self.sent = bytearray()
        # How much was sent in all; `sent` has it where it is kept.
        self.count, self.keeps = 0, keeps
        self.screen = Screen(*size) if keeps else None
        self.last = time.monotonic()
        self.status, self.is_open = None, True

    @property
    def pid(self):
        return self.line.pid

    def take(self, seconds):
        """Takes what the program sends within some time, or the first of it."""
        ready, _, _ = select.select([self.line.fd], [], [], seconds)
        if not ready or not self.is_open:
            return b""
        try:
            data = os.read(self.line.fd, 1 << 16)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            self.is_open = False
            return b""
        self.last = time.monotonic()
        self.count += len(data)
        if self.keeps:
            self.sent += data
        if self.screen:
            self.screen.take(data)
        return data

    def runs(self, seconds):
        """Lets the program run for some time."""
        end = time.monotonic() + seconds
        while self.is_open and (left := end - time.monotonic()) > 0:
            self.take(left)

    def type(self, keys, within=60):
        """Types, as fast as the program takes it; whether it took all."""
        keys = keys.encode() if isinstance(keys, str) else bytes(keys)
        view, end = memoryview(keys), time.monotonic() + within
        while view and self.is_open and time.monotonic() < end and self.alive():
            read, write, _ = select.select([self.line.fd], [self.line.fd], [], 0.1)
            if read:
                self.take(0)
            if write:
                try:
                    view = view[os.write(self.line.fd, view[:4096]):]
                except BlockingIOError:
                    pass
                except OSError:
                    break
        return not view

    def settles(self, quiet=0.08, within=10.0):
        """Waits until nothing was sent for a while; whether it came to that."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            if not self.take(quiet):
                return True
        return False

    def sees(self, words, within=10.0):
        """Waits until the screen shows words; how long it took, nothing if it did not."""
        return self.waits(lambda: words in self.screen.text, within)

    def waits(self, holds, within=10.0):
        """Waits until something holds of the screen; how long it took, nothing if it did not."""
        start = time.monotonic()
        while not holds():
            if time.monotonic() - start > within or not self.is_open:
                return None
            self.take(0.02)
        return time.monotonic() - start

    def answers(self, keys, within=1.0):
        """Types and waits for the first byte of an answer; how long it took, if one came."""
        before, start = self.count, time.monotonic()
        self.type(keys)
        while self.count == before:
            if time.monotonic() - start > within or not self.is_open:
                return None
            self.take(0.02)
        return time.monotonic() - start

    def resize(self, columns, rows):
        if self.screen:
            self.screen.resize(columns, rows)
        fcntl.ioctl(self.line.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number):
        os.kill(self.pid, number)

    def alive(self):
        return self.status is None and self.reap() is None

    def reap(self):
        if self.status is None:
            pid, raw = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(raw)
        return self.status

    def ends(self, within=10.0):
        """Waits for the end; the status (below 0 a signal), nothing if it goes on."""
        end = time.monotonic() + within
        while self.alive() and time.monotonic() < end:
            self.take(0.02)
        while self.is_open and self.take(0.05):
            pass
        return self.status

    def memory(self, most=False):
        """Resident megabytes now, or the most there ever were."""
        with open(f"/proc/{self.pid}/status") as status:
            name = "VmHWM" if most else "VmRSS"
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith(name))

    def modes_now(self):
        return termios.tcgetattr(self.line.fd)

    def end(self):
        """Ends the program, however it stands."""
        if self.alive():
            os.kill(self.pid, signal.SIGCONT)
            os.kill(self.pid, signal.SIGKILL)
            self.ends(5)
        os.close(self.line.fd)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()


def seen(room, arguments, size=(120, 40), environment=None, within=120):
    """What a command sends to a terminal, and its status."""
    with Desk(room, command=[room.program, *arguments], size=size, environment=environment) as desk:
        desk.screen = None
        status = desk.ends(within)
        return bytes(desk.sent), status
