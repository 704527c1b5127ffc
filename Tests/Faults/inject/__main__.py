"""Injects faults into the program and prints what was lost, one line a fault.

    python3 Tests/Faults/inject [--short] [--seed N] [--only NAME]… PROGRAM WRITER FOLDER

PROGRAM is linewise, WRITER the target Faults, which acts on a review and says what was saved. Each
fault has a room of its own in FOLDER. Without --short the whole is run, which takes an hour; the
exit status is 1 where a promise was not kept.
"""
import argparse, os, sys, tempfile, time, traceback
import faults
from room import Room
from verdict import Verdict


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("program", nargs="?")
    parser.add_argument("writer", nargs="?")
    parser.add_argument("folder", nargs="?", default=tempfile.gettempdir())
    arguments = parser.parse_args()
    if arguments.list:
        return print("\n".join(faults.ALL))
    unknown = set(arguments.only or []) - set(faults.ALL)
    if unknown:
        sys.exit(f"no such fault: {', '.join(sorted(unknown))}")
    kept = True
    for name in arguments.only or faults.ALL:
        kept = run(name, arguments) and kept
    sys.exit(0 if kept else 1)


def run(name, arguments):
    """Runs one fault in a room of its own, and says whether its promise was kept."""
    os.makedirs(arguments.folder, exist_ok=True)
    verdict, start = Verdict(name), time.monotonic()
    program, writer, place = map(
        os.path.abspath, (arguments.program, arguments.writer, arguments.folder))
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=place) as folder:
        room = Room(folder, program, writer, arguments.seed, arguments.short)
        try:
            faults.ALL[name](room, verdict)
        except Exception:
            # The other faults are still worth their run.
            verdict.expect(False, "the fault could not be injected:\n" + traceback.format_exc())
    verdict.print(time.monotonic() - start)
    return verdict.kept


main()
