"""Measures the program on made reviews and prints one table a review, what a large review costs
against a small one, and the budgets that are missed; the same as Markdown in FOLDER/table.md.

    python3 Tests/Benchmarks/measure [--small] [--rounds N] [--only PART] PROGRAM MAKER FOLDER

PROGRAM is linewise, MAKER the target Benchmarks; reviews are made in FOLDER once and kept.
Rounds go over everything in turn, the small review and the large, so that the program, what it is held
against and the two sizes have the same machine; medians are of all rounds.
"""
import argparse, contextlib, os, pathlib, shutil, subprocess, sys, tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "Terminal"))
import commands, desk, references
from table import Table, report

PARTS = [
    "start", "references", "code", "board", "matrix", "rest", "partner", "calls", "commands",
    "exports", "safety", "waits",
]


def made(maker, folder, scale):
    path = os.path.join(folder, f"{scale}.linewise")
    if not os.path.exists(path):
        subprocess.run([maker, scale, path], check=True)
    return path


def copied(whole, folder, name):
    path = os.path.join(folder, f"{name}.linewise")
    shutil.copyfile(whole, path)
    return path


class Run:
    """What is measured on one review, each in its own copy where it writes."""

    def __init__(self, arguments, scale, folder):
        whole = made(arguments.maker, arguments.folder, scale)
        self.arguments, self.folder, self.table = arguments, folder, Table(scale)
        self.review = copied(whole, folder, "review")
        # Its log is broken by what is written without the program.
        self.bare = copied(whole, folder, "bare")
        self.text = references.text_of(whole, folder)
        self.names = references.names_of(whole, folder)
        self.count = arguments.count or (16 if arguments.small else 32)
        self.home = os.path.join(folder, "home")
        self.most, self.words = commands.named(arguments.maker, self.review)
        os.sync()

    def wants(self, *parts):
        return not self.arguments.only or any(part in self.arguments.only for part in parts)

    def round(self, number):
        self.table.see_load()
        if self.wants("start"):
            desk.start(self.table, self.arguments.program, self.review, 5)
            references.shell_count(self.table, self.review, 5)
        if self.wants("references"):
            self.references()
        if self.wants("code", "board", "matrix", "rest"):
            self.desk(number)
        if self.wants("partner"):
            desk.partner(
                self.table, self.arguments.program, self.arguments.maker, self.review, self.home,
                self.count // 2)
        self.commands(number)
        self.table.see_load()

    def references(self):
        table, count = self.table, self.count
        vim = ["vim", "-u", "NONE", "-c", "set cursorline nomodeline", self.text]
        references.pager(table, "vim", vim, count)
        references.pager(table, "less", ["less", self.text], count)
        references.fuzzy(table, self.names, count)

    def desk(self, number):
        table, isLast = self.table, number == self.arguments.rounds - 1
        own = desk.Desk(self.arguments.program, self.review, home=self.home)
        try:
            if number == 0:
                desk.settle(table, own)
            if self.wants("code"):
                desk.code_desk(table, own, self.count)
            if self.wants("board"):
                desk.open_board(table, own)
                desk.board(table, own, self.count)
                desk.drags(table, own, self.count)
            if self.wants("matrix"):
                desk.matrix(table, own, self.count)
            if self.wants("rest") and isLast:
                desk.rest(table, own, 5 if self.arguments.small else 20)
        finally:
            own.end()

    def commands(self, number):
        table, program, maker = self.table, self.arguments.program, self.arguments.maker
        isFirst = number == 0
        if self.wants("calls"):
            commands.calls(table, maker, self.review, self.bare, self.words, 3)
        if self.wants("commands"):
            commands.quick(table, program, self.review, self.most, self.words)
        if self.wants("exports"):
            commands.exports(table, program, self.review)
        # As long as the review is large: once is enough to know.
        if self.wants("safety") and isFirst:
            commands.safety(table, program, self.review, self.folder)
        if self.wants("waits") and isFirst:
            commands.waits(table, program, maker, self.review, self.folder, 60)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true", help="the small review, few repetitions")
    parser.add_argument("--scale", action="append", choices=["small", "medium", "large"])
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--only", action="append", choices=PARTS)
    parser.add_argument("--count", type=int, help="how often each key is measured")
    parser.add_argument("program")
    parser.add_argument("maker")
    parser.add_argument("folder")
    arguments = parser.parse_args()
    arguments.program, arguments.maker = map(
        os.path.abspath, (arguments.program, arguments.maker))
    arguments.rounds = arguments.rounds or (1 if arguments.small else 2)
    scales = arguments.scale or (["small"] if arguments.small else ["small", "large"])
    os.makedirs(arguments.folder, exist_ok=True)
    tables = []
    try:
        with contextlib.ExitStack() as folders:
            runs = []
            for scale in scales:
                folder = folders.enter_context(tempfile.TemporaryDirectory(dir=arguments.folder))
                runs.append(Run(arguments, scale, folder))
                tables.append(runs[-1].table)
            for number in range(arguments.rounds):
                for run in runs:
                    run.round(number)
    finally:
        text = report(tables)
        print(text)
        with open(os.path.join(arguments.folder, "table.md"), "w") as file:
            file.write(text)


if __name__ == "__main__":
    sys.exit(main())
