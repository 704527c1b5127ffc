"""A program at the end of a pseudoterminal, and how long it takes to answer."""
import fcntl, os, pty, select, signal, struct, termios, time

COLUMNS, ROWS = 120, 40
# A frame is one or a few writes close together: what comes later was read or saved meanwhile.
GAP = 0.002


class Answer:
    """What a program sent for some input; times in milliseconds from the writing of it."""

    def __init__(self, chunks, start, seen=None):
        # When what was waited for stood there.
        self.seen = (seen - start) * 1000 if seen else None
        self.bytes = sum(len(data) for _, data in chunks)
        self.text = b"".join(data for _, data in chunks)
        self.frames, self.shown, self.shown_bytes = 0, 0.0, 0
        last = None
        for at, data in chunks:
            if last is None or at - last > GAP:
                self.frames += 1
            if self.frames == 1:
                self.shown = (at - start) * 1000
                self.shown_bytes += len(data)
            last = at
        self.settled = (last - start) * 1000 if last else 0.0


class Line:
    def __init__(self, command, environment=None, folder=None, size=(COLUMNS, ROWS)):
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                # Whoever is started in the background, or by nohup, ignores these.
                for name in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                    signal.signal(name, signal.SIG_DFL)
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                if folder:
                    os.chdir(folder)
                os.execvpe(command[0], command, environment or os.environ)
            finally:
                # No second copy of what measures goes on.
                os._exit(127)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.set_blocking(self.fd, False)

    def send(self, keys, quiet=0.06, least=0.0, limit=20.0, until=None):
        """Writes bytes and reads the answer until nothing came for `quiet` seconds, `until` has
        been seen and `least` seconds are over."""
        if isinstance(keys, str):
            keys = keys.encode()
        start = time.perf_counter()
        os.write(self.fd, keys)
        return self.read(start, quiet, least, limit, until)

    def read(self, start=None, quiet=0.06, least=0.0, limit=20.0, until=None):
        start = start or time.perf_counter()
        chunks, seen, last, at = [], until is None, None, None
        while True:
            now = time.perf_counter()
            if now - start > limit:
                break
            if last and seen and now - last > quiet and now - start > least:
                break
            if not last and seen and now - start > max(quiet, least, 0.3):
                break
            ready, _, _ = select.select([self.fd], [], [], 0.002)
            if not ready:
                continue
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            if not data:
                break
            last = time.perf_counter()
            chunks.append((last, data))
            if not seen:
                seen = until in b"".join(d for _, d in chunks[-50:])
                at = last if seen else None
        return Answer(chunks, start, at)

    def memory(self):
        """The resident memory in megabytes."""
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(l.split()[1]) / 1024 for l in status if l.startswith("VmRSS"))

    def processor(self):
        """Seconds of processor time that it has used, with its threads that ended."""
        # The clock of another process: linux/posix-timers.h, CPUCLOCK_SCHED.
        return time.clock_gettime((~self.pid << 3) | 2)

    def end(self):
        try:
            os.kill(self.pid, signal.SIGHUP)
            deadline = time.time() + 10
            while time.time() < deadline:
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    break
                time.sleep(0.02)
            else:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.fd)


def mouse(kind, column, row):
    """The bytes of a mouse event in the SGR form; places from 1."""
    button, end = {"press": (0, "M"), "drag": (32, "M"), "release": (0, "m")}[kind]
    return f"\x1b[<{button};{column};{row}{end}"
