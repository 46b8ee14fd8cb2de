"""What is wrong with an expression, and where."""


class FormulaProblem(ValueError):
    """An expression that cannot be read, or that adds things which do not add. Carries the span it is about."""

    def __init__(self, reason: str, source: str, start: int, end: int, **facts: str) -> None:
        super().__init__(reason)
        self.reason = reason  # an identifier; sentences are made at the edge, see texts
        self.source = source
        self.start = start
        self.end = max(end, start + 1)
        self.facts = facts

    def __str__(self) -> str:
        detail = "".join(f" {name}={value}" for name, value in self.facts.items())
        return f"{self.reason}{detail}\n{self.marked()}"

    def marked(self) -> str:
        """The source line with a marker under the span."""
        return f"    {self.source}\n    {' ' * self.start}{'~' * (self.end - self.start)}"
