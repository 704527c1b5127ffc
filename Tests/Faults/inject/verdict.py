"""What came of a fault: figures, and what was not as promised."""


class Verdict:
    def __init__(self, name):
        self.name, self.figures, self.broken, self.skipped = name, [], [], None

    @property
    def kept(self):
        return not self.broken

    def figure(self, name, value):
        """A figure to publish."""
        shown = f"{value:.1f}" if isinstance(value, float) else value
        self.figures.append(f"{name} {shown}")

    def expect(self, holds, sentence):
        """A promise; `sentence` says how it was broken."""
        if not holds:
            self.broken.append(sentence)
        return holds

    def skip(self, why):
        """Says that this machine cannot inject the fault, and why."""
        self.skipped = why

    def print(self, seconds):
        state = "BROKEN" if self.broken else "skipped" if self.skipped else "kept"
        print(f"{state:8}{self.name:28}{seconds:6.1f} s  {', '.join(self.figures)}", flush=True)
        if self.skipped:
            print(f"        {self.skipped}", flush=True)
        for sentence in self.broken[:20]:
            print(f"        {sentence}", flush=True)
        if len(self.broken) > 20:
            print(f"        … and {len(self.broken) - 20} more", flush=True)
