"""The screen that an xterm would show of what a program sends, and what it was sent.

As much of a terminal as a terminal library makes use of, for texts of characters one cell wide.
"""
import codecs, re

TOKEN = re.compile(
    "\x1b\\[(?P<body>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    "|\x1b[\\]P_^](?P<string>[^\x07\x1b]*)(?:\x07|\x1b\\\\)"
    "|\x1b(?P<set>[()*+#% ])."
    "|\x1b(?P<escape>[^\\[\\]P_^()*+#% ])"
    "|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    "|(?P<letters>[^\x00-\x1f\x7f]+)", re.DOTALL)
# What may be the beginning of a sequence whose end has not come.
PART = re.compile("\x1b(?:\\[[0-?]*[ -/]*|[\\]P_^][^\x07\x1b]*\x1b?|[()*+#% ])?\\Z", re.DOTALL)


class Screen:
    def __init__(self, columns, rows):
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.rest, self.last, self.saved = "", " ", (0, 0)
        self.column = self.row = 0
        self.wraps = self.inserts = False
        self.columns, self.rows, self.cells = columns, rows, []
        self.resize(columns, rows)

    def resize(self, columns, rows):
        """Makes it another size; what is drawn stays where it is."""
        old = self.cells + [[] for _ in range(rows)]
        self.cells = [(row + [" "] * columns)[:columns] for row in old[:rows]]
        self.columns, self.rows = columns, rows
        self.top, self.bottom = 0, rows - 1
        self.move(self.column, self.row)

    @property
    def lines(self):
        return ["".join(row).rstrip() for row in self.cells]

    @property
    def text(self):
        return "\n".join(self.lines)

    def place(self, words):
        """Column and row, from 1, of some words; nothing where they are not shown."""
        for row, line in enumerate(self.lines):
            if words in line:
                return line.index(words) + 1, row + 1

    def take(self, data):
        """Takes what was sent next; a sequence may come in pieces."""
        text = self.rest + self.decoder.decode(data)
        part = PART.search(text)
        self.rest = part.group() if part else ""
        text = text[:len(text) - len(self.rest)]
        for token in TOKEN.finditer(text):
            kind = token.lastgroup
            if kind == "letters":
                for letter in token.group():
                    self.put(letter)
            elif kind == "final":
                self.sequence(token["body"], token["final"])
            elif kind == "control":
                self.control(token.group())
            elif kind == "escape":
                self.escaped(token["escape"])

    def control(self, letter):
        if letter == "\b":
            self.move(self.column - 1, self.row)
        elif letter == "\t":
            self.move((self.column // 8 + 1) * 8, self.row)
        elif letter == "\n":
            self.feed()
        elif letter == "\r":
            self.move(0, self.row)

    def escaped(self, letter):
        if letter == "7":
            self.saved = (self.column, self.row)
        elif letter == "8":
            self.move(*self.saved)
        elif letter == "M" and self.row == self.top:
            self.scroll(-1)
        elif letter == "M":
            self.move(self.column, self.row - 1)

    def put(self, letter):
        if self.wraps:
            self.move(0, self.row)
            self.feed()
        row = self.cells[self.row]
        if self.inserts:
            row.insert(self.column, letter)
            row.pop()
        else:
            row[self.column] = letter
        self.last = letter
        self.wraps = self.column == self.columns - 1
        if not self.wraps:
            self.column += 1

    def move(self, column, row):
        self.column = max(0, min(self.columns - 1, column))
        self.row = max(0, min(self.rows - 1, row))
        self.wraps = False

    def feed(self):
        self.wraps = False
        if self.row == self.bottom:
            self.scroll(1)
        else:
            self.move(self.column, self.row + 1)

    def scroll(self, count, first=None):
        """Moves the rows of the region up, or down, from a row on."""
        first = self.top if first is None else first
        if not self.top <= first <= self.bottom:
            return
        for _ in range(min(abs(count), self.rows)):
            gone, new = (first, self.bottom) if count > 0 else (self.bottom, first)
            self.cells.pop(gone)
            self.cells.insert(new, [" "] * self.columns)

    def sequence(self, body, final):
        if not all(letter.isdigit() or letter == ";" for letter in body):
            return
        numbers = [int(number or 0) for number in body.split(";")]
        first, count = numbers[0], max(1, numbers[0])
        second = numbers[1] if len(numbers) > 1 else 0
        column, row = self.column, self.row
        if final in "Hf":
            self.move(max(1, second) - 1, count - 1)
        elif final in "ABCD":
            right, down = {"A": (0, -1), "B": (0, 1), "C": (1, 0), "D": (-1, 0)}[final]
            self.move(column + right * count, row + down * count)
        elif final in "Gd":
            self.move(*((count - 1, row) if final == "G" else (column, count - 1)))
        elif final in "JK":
            self.erase(first, final == "J")
        elif final == "X":
            self.clear(row, column, column + count)
        elif final == "b":
            for _ in range(count):
                self.put(self.last)
        elif final in "ST":
            self.scroll(count if final == "S" else -count)
        elif final in "ML":
            self.scroll(count if final == "M" else -count, row)
        elif final in "P@":
            self.shift(count if final == "P" else -count)
        elif final in "hl" and first == 4:
            self.inserts = final == "h"
        elif final == "r":
            self.top = count - 1
            self.bottom = max(self.top, min(self.rows, second or self.rows) - 1)
            self.move(0, 0)

    def shift(self, count):
        """Moves what stands from the cursor on to the left, or to the right."""
        row = self.cells[self.row]
        for _ in range(min(abs(count), self.columns)):
            if count > 0:
                row.pop(self.column)
                row.append(" ")
            else:
                row.insert(self.column, " ")
                row.pop()

    def erase(self, what, everything):
        ends = [(self.column, self.columns), (0, self.column + 1), (0, self.columns)]
        self.clear(self.row, *ends[min(what, 2)])
        if everything:
            rows = [range(self.row + 1, self.rows), range(self.row), range(self.rows)]
            for row in rows[min(what, 2)]:
                self.clear(row, 0, self.columns)

    def clear(self, row, start, end):
        for column in range(start, min(end, self.columns)):
            self.cells[row][column] = " "


class Sending:
    """What a program sent to a terminal, taken apart."""

    def __init__(self, data):
        # The sorts of sequences and control characters, such as “CSI ?h” and “C0 0d”.
        self.sorts = set()
        # The characters that a terminal draws.
        self.letters = set()
        try:
            text, self.is_utf8 = bytes(data).decode(), True
        except UnicodeDecodeError:
            text, self.is_utf8 = bytes(data).decode(errors="replace"), False
        end = 0
        for token in TOKEN.finditer(text):
            if token.start() != end:
                self.sorts.add("an escape that nothing follows")
            end = token.end()
            kind = token.lastgroup
            if kind == "letters":
                self.letters |= set(token.group())
            elif kind == "final":
                marks = "".join(letter for letter in token["body"] if letter >= "<")
                self.sorts.add(f"CSI {marks}{token['between']}{token['final']}")
            elif kind == "control":
                self.sorts.add(f"C0 {ord(token.group()):02x}")
            else:
                self.sorts.add(f"ESC {token.group()[1]}")
        if end != len(text):
            self.sorts.add("an escape that nothing follows")
