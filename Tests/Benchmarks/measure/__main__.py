"""Measures the desk on made reviews and prints one table a review.

    python3 Tests/Benchmarks/measure [--small] [--rounds N] [--only PART] PROGRAM MAKER FOLDER

PROGRAM is linewise, MAKER the target Benchmarks; reviews are made in FOLDER once and kept.
"""
import argparse, os, pathlib, shutil, subprocess, sys, tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "Terminal"))
import desk, references
from table import Table


def made(maker, folder, scale):
    path = os.path.join(folder, f"{scale}.linewise")
    if not os.path.exists(path):
        subprocess.run([maker, scale, path], check=True)
    return path


def measure(arguments, scale):
    table = Table()
    whole = made(arguments.maker, arguments.folder, scale)
    count = arguments.count or (16 if arguments.small else 32)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        review = os.path.join(folder, "review.linewise")
        shutil.copyfile(whole, review)
        text, names = references.text_of(review, folder), references.names_of(review, folder)
        os.sync()
        try:
            for _ in range(arguments.rounds):
                one_round(arguments, table, review, text, names, count)
        finally:
            table.print(scale)


def one_round(arguments, table, review, text, names, count):
    def wants(part):
        return not arguments.only or part in arguments.only

    if wants("start"):
        desk.start(table, arguments.program, review, 5)
        references.shell_count(table, review, 5)
    if wants("references"):
        references.pager(
            table, "vim", ["vim", "-u", "NONE", "-c", "set cursorline nomodeline", text], count)
        references.pager(table, "less", ["less", text], count)
        references.fuzzy(table, names, count)
        references.bare_transaction(table, review, count // 2)
    own = desk.Desk(arguments.program, review)
    try:
        if wants("code"):
            desk.code_desk(table, own, count)
        if wants("board"):
            desk.open_board(table, own)
            desk.board(table, own, count)
            desk.drags(table, own, count)
        if wants("matrix"):
            desk.matrix(table, own, count)
        if wants("rest"):
            desk.rest(table, own, 5 if arguments.small else 20)
    finally:
        own.end()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true", help="the small review, few repetitions")
    parser.add_argument("--scale", action="append", choices=["small", "medium", "large"])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", action="append")
    parser.add_argument("--count", type=int, help="how often each key is measured")
    parser.add_argument("program")
    parser.add_argument("maker")
    parser.add_argument("folder")
    arguments = parser.parse_args()
    scales = arguments.scale or (["small"] if arguments.small else ["small", "large"])
    os.makedirs(arguments.folder, exist_ok=True)
    for scale in scales:
        measure(arguments, scale)


if __name__ == "__main__":
    sys.exit(main())
