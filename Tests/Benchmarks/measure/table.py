"""One table a review of what was measured, the budgets that were missed, and how much slower a
large review is than a small one; also as Markdown in a file."""
import os, platform, statistics, time

# Milliseconds p50 and p95, bytes.
STEP, KEY, APPLY = (1, 5, 400), (5, 16, 2500), (1, 5, 1000)
PAGE, BURST = (2, 5, 4000), (20, None, 10000)
BUDGETS = {
    "start to the first screen": (50, None, None),
    "code: cursor step": STEP, "code: half a page": PAGE, "code: 300 keys in one read": BURST,
    "code: picker key over the codes": KEY, "code: apply, shown": APPLY,
    "board: cursor step among codes": STEP, "board: cursor step in the tree": STEP,
    "board: half a page of codes": PAGE, "board: 300 keys in one read": BURST,
    "board: typing in /": KEY, "board: filter taken": KEY, "board: filter cleared": KEY,
    "board: theme picker key": KEY, "board: drag one cell": STEP, "board: drop, shown": APPLY,
    "board: mark": STEP, "matrix: move": STEP,
    "partner: their move on my screen": (100, None, 1000),
    "call: code counts": (20, None, None),
    "call: first page of the most used code": (16, None, None),
    "call: phrase search": (5, None, None),
}
WAITING = ": waiting for the file"
# The longest that may ever be, in milliseconds, of a save in all and of what it waits for locks.
LONGEST = {
    f"save during {name}{what}": 50
    for name in ("backup", "export codings", "check") for what in ("", WAITING)
}
# How often as long as its reference a measure may take.
TIMES = {
    "call: put a code on a line": 2, "call: put it on others": 2, "command: export codebook": 3,
    "command: export codings": 1,
}
# The same on the largest review: on a small one most is what a program takes before it reads.
TIMES_OF_LARGE = {"start to the first screen": 3}
NOTES = {"idle % of a core": 0.1, "frames of 300 keys": 3}
# Which reference a measure is held against.
REFERENCES = {
    "start to the first screen": "sqlite3: open and count the codings",
    "code: cursor step": "vim: cursor step", "code: half a page": "vim: half a page",
    "code: 300 keys in one read": "vim: 300 keys in one read",
    "board: cursor step among codes": "less: cursor step",
    "board: half a page of codes": "less: half a page",
    "board: 300 keys in one read": "less: 300 keys in one read",
    "code: picker key over the codes": "fzf: key over the codes",
    "board: typing in /": "fzf: key over the codes",
    "code: apply, saved and told": "SQLite: the rows of one coding",
    "call: put a code on a line": "SQLite: the rows of one coding",
    "call: put it on others": "SQLite: the rows of one coding",
    "call: code counts": "SQLite: names and totals of all codes",
    "call: first page of the most used code": "SQLite: places of 60 codings of a code",
    "call: all lines of the most used code": "SQLite: places of all codings of a code",
    "call: phrase search": "SQLite: phrase by LIKE",
    "command: codes --format json": "sqlite3: count the codings of each code",
    "command: codings --code, the most used": "sqlite3: codings of a code",
    "command: search": "sqlite3: phrase by LIKE",
    "command: matrix --rows codes": "plain pass: matrix",
    "command: export codebook": "plain pass: codebook",
    "command: export codings": "plain pass: codings",
    "command: backup": "sqlite3: VACUUM INTO", "command: check": "sqlite3: integrity_check",
} | {
    f"save during {name}{what}": f"save during nothing else{what}"
    for name in ("a copy by cp", "backup", "export codings", "check") for what in ("", WAITING)
}
# What vim's cursor step took on the machine for which the budgets of keys were set, in milliseconds.
PACE = 0.23
HEAD = (
    "| measure | p50 ms | p95 ms | longest | processor ms | bytes | MB | reference | its p50 ms "
    "| ratio | budget | |\n|---|--:|--:|--:|--:|--:|--:|---|--:|--:|--:|---|")


def median(values):
    return statistics.median(values) if values else 0


def worst(values, share=0.95):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


class Table:
    """What was measured on one review."""

    def __init__(self, scale):
        self.scale, self.loads = scale, []
        self.times, self.bytes, self.notes, self.skipped = {}, {}, {}, []
        self.processor, self.memory = {}, {}

    def add(self, name, answer, settled=False, seen=False):
        taken = answer.settled if settled else answer.seen if seen else answer.shown
        self.times.setdefault(name, []).append(taken if taken is not None else answer.settled)
        count = answer.bytes if settled or seen else answer.shown_bytes
        self.bytes.setdefault(name, []).append(count)

    def time(self, name, start):
        self.times.setdefault(name, []).append((time.perf_counter() - start) * 1000)

    def call(self, name, wall, processor=None):
        self.times.setdefault(name, []).append(wall)
        if processor is not None:
            self.processor.setdefault(name, []).append(processor)

    def ran(self, name, ran):
        self.call(name, ran.wall, ran.processor)
        if ran.memory:
            self.memory.setdefault(name, []).append(ran.memory)

    def waits(self, name, values):
        self.times.setdefault(name, []).extend(values)

    def note(self, name, value):
        self.notes.setdefault(name, []).append(value)

    def skip(self, why):
        if why not in self.skipped:
            self.skipped.append(why)

    def see_load(self):
        self.loads.append(os.getloadavg()[0])

    def text(self):
        loads = f"load {min(self.loads):.1f} to {max(self.loads):.1f}" if self.loads else ""
        lines = [
            f"## {self.scale}", "", f"{time.strftime('%Y-%m-%d %H:%M')}, {machine()}, {loads}",
            "", HEAD]
        lines += [self.row(name) for name in self.times]
        lines += ["", "| | p50 | most | budget | |", "|---|--:|--:|--:|---|"]
        for name, values in self.notes.items():
            limit = NOTES.get(name, "")
            lines.append(
                f"| {name} | {median(values):.2f} | {max(values):.2f} | {limit} | "
                f"{'misses' if self.misses(name) else ''} |")
        return "\n".join(lines + [f"\n{why}." for why in self.skipped])

    def ratio(self, name):
        """How often as long as its reference: by processor time where both have it, for that does
        not grow with what else the machine does."""
        reference = REFERENCES.get(name)
        if name in self.processor and reference in self.processor:
            base = median(self.processor[reference])
            return median(self.processor[name]) / base if base else None
        base = median(self.times.get(reference, []))
        return median(self.times[name]) / base if base else None

    def most_times(self, name):
        """How often as long as its reference a measure may take; `None` where nothing is said."""
        own = TIMES_OF_LARGE.get(name) if self.scale == "large" else None
        return TIMES.get(name, own)

    def misses(self, name):
        """What of a budget is missed, in words; nothing where none is."""
        if name in self.notes:
            value, limit = median(self.notes[name]), NOTES.get(name)
            return f"{value:.2f}, not {limit}" if limit is not None and value > limit else ""
        times, sent, found = self.times[name], self.bytes.get(name, []), []
        figures = (median(times), worst(times), median(sent))
        units = ("ms", "ms p95", "bytes")
        for limit, value, unit in zip(BUDGETS.get(name, ()), figures, units):
            if limit is not None and value > limit:
                found.append(f"{value:.1f} {unit}, not {limit}")
        if name in LONGEST and max(times) > LONGEST[name]:
            alone = max(self.times.get(REFERENCES[name], [0]))
            found.append(
                f"{max(times):.0f} ms at the longest, not {LONGEST[name]}; {alone:.0f} ms with "
                "nothing else")
        ratio, limit = self.ratio(name), self.most_times(name)
        if limit and ratio and ratio > limit:
            found.append(f"{ratio:.1f} times {REFERENCES[name]}, not {limit}")
        return "; ".join(found)

    def row(self, name):
        times, sent = self.times[name], self.bytes.get(name)
        reference = REFERENCES.get(name)
        base, ratio = median(self.times.get(reference, [])), self.ratio(name)
        limits = BUDGETS.get(name, ())
        budget = " / ".join("–" if limit is None else str(limit) for limit in limits)
        if name in LONGEST:
            budget = f"≤ {LONGEST[name]} longest"
        if limit := self.most_times(name):
            budget = f"{budget}, ≤ {limit} ×".removeprefix(", ")
        cells = [
            name, f"{median(times):.2f}", f"{worst(times):.2f}", f"{max(times):.1f}",
            f"{median(self.processor[name]):.2f}" if name in self.processor else "",
            f"{median(sent):.0f}" if sent else "",
            f"{median(self.memory[name]):.0f}" if name in self.memory else "",
            reference if base else "", f"{base:.2f}" if base else "",
            f"{ratio:.2f}" if ratio else "", budget, "misses" if self.misses(name) else "",
        ]
        return "| " + " | ".join(cells) + " |"


def growth(small, large):
    """Keys on the largest review against the smallest: at most twice as long."""
    lines = [
        f"## {large.scale} against {small.scale}", "",
        "| measure | its p50 ms | that of the other | ratio | |", "|---|--:|--:|--:|---|"]
    missed = []
    for name, times in large.times.items():
        if name.split(":")[0] not in ("start to the first screen", "code", "board", "matrix"):
            continue
        base = median(small.times.get(name, []))
        if not base:
            continue
        ratio = median(times) / base
        isKey = name in BUDGETS and name != "start to the first screen"
        # What is below a millisecond in both is noise of the machine.
        if isKey and ratio > 2 and median(times) > 1:
            missed.append(
                f"{name}: {ratio:.1f} times that on the {small.scale} review, not 2")
        lines.append(
            f"| {name} | {median(times):.2f} | {base:.2f} | {ratio:.2f} | "
            f"{'misses' if missed and missed[-1].startswith(name + ':') else ''} |")
    return "\n".join(lines), missed


def report(tables):
    """All tables, and last what misses its budget."""
    parts = [table.text() for table in tables]
    missed = []
    for table in tables:
        for name in [*table.times, *table.notes]:
            if why := table.misses(name):
                missed.append(f"{table.scale}, {name}: {why}")
    if len(tables) > 1:
        text, slower = growth(tables[0], tables[-1])
        parts.append(text)
        missed += slower
    if missed:
        parts.append("## Budgets missed\n\n" + "\n".join(f"- {line}" for line in missed))
    else:
        parts.append("Every budget is kept.")
    if pace := median(tables[-1].times.get("vim: cursor step", [])):
        parts.append(
            f"vim's cursor step took {pace:.2f} ms here and {PACE} where the budgets of keys were set: "
            f"1 ms there is {pace / PACE:.1f} here.")
    return "\n\n".join(parts) + "\n"


def machine():
    with open("/proc/cpuinfo") as info:
        names = [l.split(":", 1)[1].strip() for l in info if l.startswith("model name")]
    return f"{os.cpu_count()} × {names[0] if names else platform.machine()}"
