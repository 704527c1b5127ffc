"""Proves the instruments: a mistake is written into a copy of the program, and one of them has to
find it.

    python3 Tests/Faults/seeded [--only NAME]… FOLDER

The copy and what is built of it are kept in FOLDER. The exit status is 1 where a mistake was missed.
"""
import argparse, os, shutil, subprocess, sys
from mistakes import MISTAKES


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", action="append", choices=[mistake.name for mistake in MISTAKES])
    parser.add_argument("folder")
    arguments = parser.parse_args()
    folder = os.path.abspath(arguments.folder)
    source = os.path.join(folder, "source")
    copy(source)
    missed = []
    for mistake in MISTAKES:
        if arguments.only and mistake.name not in arguments.only:
            continue
        found = try_one(mistake, source, folder)
        print(f"{'found' if found else 'MISSED':8}{mistake.name:28}{mistake.finder}", flush=True)
        if not found:
            missed.append(mistake.name)
    sys.exit(1 if missed else 0)


def copy(source):
    """Copies what is built, with its times, so that only what changed is built again."""
    package = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
    for name in ("Sources", "Tests"):
        shutil.rmtree(os.path.join(source, name), ignore_errors=True)
        shutil.copytree(os.path.join(package, name), os.path.join(source, name))
    for name in ("Package.swift", "Package.resolved"):
        if os.path.exists(os.path.join(package, name)):
            shutil.copy2(os.path.join(package, name), source)


def try_one(mistake, source, folder):
    """Makes a mistake, builds, and asks its instrument; afterwards the copy is right again."""
    path = os.path.join(source, mistake.file)
    with open(path) as file:
        right = file.read()
    if right.count(mistake.right) != 1:
        raise SystemExit(f"{mistake.name}: what it changes is not once in {mistake.file}")
    try:
        with open(path, "w") as file:
            file.write(right.replace(mistake.right, mistake.wrong))
        return mistake.is_found(source, build(mistake, source, folder), folder)
    finally:
        with open(path, "w") as file:
            file.write(right)


def build(mistake, source, folder):
    """Builds the products that the instrument needs, and gives the folder that they are in."""
    options = ["--package-path", source, "--scratch-path", os.path.join(folder, "build")]
    if mistake.isFast:
        options += ["-c", "release", "--static-swift-stdlib"]
    for product in ("linewise", mistake.helper):
        subprocess.run(
            ["swift", "build", *options, "--product", product], check=True,
            stdout=subprocess.DEVNULL)
    return os.path.join(folder, "build", "release" if mistake.isFast else "debug")


main()
