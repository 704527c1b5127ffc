"""The mistakes, one of each sort that the instruments are there to find."""
import os, subprocess


class Mistake:
    """Code that is replaced by wrong code."""

    def __init__(self, name, file, right, wrong):
        self.name, self.file, self.right, self.wrong = name, file, right, wrong


class Fault(Mistake):
    """One that a fault has to find: its promise is not kept any more."""

    helper, isFast = "Faults", False

    def __init__(self, name, finder, *change):
        super().__init__(name, *change)
        self.finder = finder

    def is_found(self, source, built, folder):
        outcome = subprocess.run(
            [
                "python3", "-B", os.path.join(source, "Tests/Faults/inject"), "--short", "--only",
                self.finder, os.path.join(built, "linewise"), os.path.join(built, "Faults"),
                os.path.join(folder, "rooms"),
            ], capture_output=True, text=True)
        print(outcome.stdout + outcome.stderr, end="", flush=True)
        # A fault that broke off found nothing.
        return outcome.returncode == 1 and "BROKEN" in outcome.stdout


class Slowness(Mistake):
    """One that the measures have to find: a budget is missed."""

    helper, isFast = "Benchmarks", True

    def __init__(self, name, part, measure, *change):
        super().__init__(name, *change)
        self.finder, self.part = measure, part

    def is_found(self, source, built, folder):
        outcome = subprocess.run(
            [
                "python3", "-B", os.path.join(source, "Tests/Benchmarks/measure"), "--scale",
                "large", "--rounds", "1", "--only", self.part, os.path.join(built, "linewise"),
                os.path.join(built, "Benchmarks"), os.path.join(folder, "reviews"),
            ], capture_output=True, text=True)
        row = [line for line in outcome.stdout.splitlines() if line.startswith(f"| {self.finder} |")]
        print("\n".join(row[:1]) or outcome.stderr, flush=True)
        return bool(row) and "misses" in row[0]


MISTAKES = [
    Fault(
        "a commit without sync", "power-cuts", "Sources/ReviewFile/Opening/Connection.swift",
        '("synchronous", "EXTRA", "3")', '("synchronous", "OFF", "0")'),
    Fault(
        "a lost change", "kills", "Sources/ReviewFile/Log/ReviewFile+Perform.swift",
        "return .commit",
        'return ids.count > 1 && ids[0].description.hasSuffix("7") ? .rollback : .commit'),
    Fault(
        "an escape let through", "hostile-commands",
        "Sources/ScreenCells/Text/Displayable.swift",
        "  if isPrintableASCII(text) { return text }\n  var pen = Pen()\n  var shown",
        "  if !text.isEmpty { return text }\n  var pen = Pen()\n  var shown"),
    Slowness(
        "a counting scan", "calls", "call: code counts",
        "Sources/ReviewFile/Reading/ReviewFile+Bank.swift",
        "studies FROM total ",
        "studies FROM (SELECT code, mask, sum(lines) AS lines, count(*) AS studies FROM tally "
        "GROUP BY code, mask) "),
]
