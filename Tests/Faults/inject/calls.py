"""What a program asked the system for, as strace writes it down."""
import os, re, subprocess

# What changes a file or a folder, and what says which file is meant.
TRACED = "openat,close,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename,renameat2,link"
LINE = re.compile(rb"^(\d+) +(.*)$", re.S)
CALL = re.compile(rb"^(\w+)\((.*)\) += (-?\d+|\?)(.*)$", re.S)
STRING = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


class Call:
    def __init__(self, thread, name, words, result):
        self.thread, self.name, self.words, self.result = thread, name, words, result


def traced(room, arguments, calls=TRACED, failed=False, **options):
    """Runs a command and gives what it asked for, with how it ended."""
    path = room.path("calls")
    outcome = subprocess.run(
        ["strace", "-f", "-xx", "-s", "2000000", "-e", f"trace={calls}", "-o", path, *arguments],
        cwd=room.folder, env=room.environment, capture_output=True, timeout=600, **options)
    with open(path, "rb") as file:
        found = list(parsed(file, failed))
    os.unlink(path)
    return found, outcome


def parsed(lines, failed=False):
    """The calls that succeeded, or those that failed too, in the order in which they ended."""
    begun = {}
    for line in lines:
        process, rest = LINE.match(line.rstrip(b"\n")).groups()
        if rest.endswith(b" <unfinished ...>"):
            begun[process] = rest[:-len(b" <unfinished ...>")]
            continue
        if rest.startswith(b"<... "):
            rest = begun.pop(process, b"") + rest.split(b" resumed>", 1)[1]
        match = CALL.match(rest)
        if match and match[3] != b"?" and (failed or match[3] != b"-1"):
            yield Call(int(process), match[1].decode(), words(match[2]), int(match[3]))


def words(text):
    """The arguments of a call: bytes for strings, numbers, else the words as they stand."""
    found, place = [], 0
    while place < len(text):
        match = STRING.match(text, place)
        if match:
            if match[2]:
                raise ValueError("a string was cut short")
            found.append(bytes.fromhex(match[1].replace(b"\\x", b"").decode()))
            end = match.end()
        else:
            end = text.find(b", ", place)
            end = len(text) if end < 0 else end
            word = text[place:end].strip()
            found.append(int(word) if re.fullmatch(rb"-?\d+", word) else word.decode())
        place = end + 2 if text[end:end + 2] == b", " else len(text)
    return found
