"""One table of what was measured."""
import os, platform, statistics, time

# Of the design: milliseconds p50 and p95, bytes.
STEP, KEY, APPLY = (1, 5, 400), (5, 16, 2500), (1, 5, 1000)
BUDGETS = {
    "start to the first screen": (50, None, None),
    "code: cursor step": STEP, "code: half a page": (2, 5, 4000),
    "code: 300 keys in one read": (20, None, 10000), "board: 300 keys in one read": (20, None, 10000),
    "code: picker key over the codes": KEY, "code: apply, shown": APPLY,
    "board: cursor step among codes": STEP, "board: cursor step in the tree": STEP,
    "board: half a page of codes": (2, 5, 4000), "board: typing in /": KEY,
    "board: filter taken": KEY, "board: filter cleared": KEY, "board: theme picker key": KEY,
    "board: drag one cell": STEP, "board: drop, shown": APPLY, "board: mark": STEP,
    "matrix: move": STEP,
}
# Which reference a measure is held against.
REFERENCES = {
    "start to the first screen": "sqlite3: open and count the codings",
    "code: cursor step": "vim: cursor step", "code: half a page": "vim: half a page",
    "code: 300 keys in one read": "vim: 300 keys in one read",
    "board: cursor step among codes": "less: cursor step",
    "board: 300 keys in one read": "less: 300 keys in one read",
    "code: picker key over the codes": "fzf: key over the codes",
    "board: typing in /": "fzf: key over the codes",
    "code: apply, saved and told": "SQLite: the rows of one coding",
}


def median(values):
    return statistics.median(values) if values else 0


def worst(values, share=0.95):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


class Table:
    def __init__(self):
        self.times, self.bytes, self.notes, self.skipped = {}, {}, {}, []

    def add(self, name, answer, settled=False, seen=False):
        taken = answer.settled if settled else answer.seen if seen else answer.shown
        self.times.setdefault(name, []).append(taken if taken is not None else answer.settled)
        count = answer.bytes if settled or seen else answer.shown_bytes
        self.bytes.setdefault(name, []).append(count)

    def time(self, name, start):
        self.times.setdefault(name, []).append((time.perf_counter() - start) * 1000)

    def note(self, name, value):
        self.notes.setdefault(name, []).append(value)

    def skip(self, why):
        if why not in self.skipped:
            self.skipped.append(why)

    def print(self, title):
        load = " ".join(f"{n:.1f}" for n in os.getloadavg())
        print(f"\n{title}: {time.strftime('%Y-%m-%d %H:%M')}, {machine()}, load {load}\n")
        print("| measure | p50 ms | p95 ms | bytes | reference | its p50 ms | ratio | budget | |")
        print("|---|--:|--:|--:|---|--:|--:|--:|---|")
        for name in self.times:
            print(self.row(name))
        for name, values in self.notes.items():
            print(f"| {name} | {median(values):.1f} | {worst(values):.1f} | | | | | | |")
        for why in self.skipped:
            print(f"\n{why}.")

    def row(self, name):
        times, sent = self.times[name], self.bytes.get(name, [])
        p50, p95 = median(times), worst(times)
        reference = REFERENCES.get(name)
        base = median(self.times.get(reference, []))
        budget = BUDGETS.get(name)
        misses = budget and any(
            limit is not None and value > limit
            for value, limit in zip((p50, p95, median(sent)), budget))
        cells = [
            name, f"{p50:.2f}", f"{p95:.2f}", f"{median(sent):.0f}" if sent else "",
            reference if base else "", f"{base:.2f}" if base else "",
            f"{p50 / base:.2f}" if base else "",
            " / ".join("–" if limit is None else str(limit) for limit in budget) if budget else "",
            "misses" if misses else "",
        ]
        return "| " + " | ".join(cells) + " |"


def machine():
    with open("/proc/cpuinfo") as info:
        names = [l.split(":", 1)[1].strip() for l in info if l.startswith("model name")]
    return f"{os.cpu_count()} × {names[0] if names else platform.machine()}"
