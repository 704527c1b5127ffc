"""Names the files that are no TOML; exits 1 where there is one."""

import sys
import tomllib


def fault(path):
    """Why a file is no TOML, or None; a byte order mark is allowed before it."""
    with open(path, "rb") as file:
        content = file.read().removeprefix(b"\xef\xbb\xbf")
    try:
        tomllib.loads(content.decode())
    except ValueError as error:
        return error
    return None


def main():
    faults = [(path, fault(path)) for path in sys.argv[1:]]
    for path, error in faults:
        if error is not None:
            print(f"{path}: {error}")
    sys.exit(any(error is not None for _, error in faults))


main()
