"""Going through the tokens of a reason: what lies ahead, what a bracket holds, whether an amount is a change."""

from dataclasses import replace

from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import BASE_LINKS, FEWER, RESULT_LINKS, Piece, ending, hung
from uigwe.reasons.tokens import Token

WINDOWS = ("span", "range", "list")
STATISTICS = frozenset(
    [
        "MEAN", "GEOMEAN", "HMEAN", "TRIMMEAN", "CAGR", "SD", "TREND", "SLOPE", "SPREAD", "MAX", "MIN", "GROWN", "TOTAL", "MEDIAN",
        "MIDDLE", "WEIGHTED",
    ]
)  # fmt: skip
VERBS = ("UP", "DOWN", "IMPROVE")
# Between an amount and its verb these may stand: `3% 이상 도전적으로 상향`.
_BETWEEN = frozenset(["other", "APPROX", "BOUND", "EACH", "ASMUCH", "SAID", "YEARLY", "this", "ACTUAL", "blank"])
# A clause ends here, and with it what the amount before was told of: `예산이 12% 줄었으나 … 상향`.
_CLAUSE_ENDS = pattern_of(r"(?:으나|지만|으므로|으며|[었았였했됐졌]고|는데|은데|한데|음에도)$")
_EXCEEDING = ("상회", "초과", "하회", "웃도는", "웃돈", "밑도는")
_TO_LEVEL = pattern_of(r"(?:선|대|규모)(?:으로|로|까지)$|(?:수준|정도)까지$")
_HANGING = ("operand", "amount", "close", "choose", "combine", "rate", "round", "weights", "quoted", "fraction")


def becomes(text: str) -> bool:
    """`33,246개소의 30%를 국공립으로 확충`: what becomes of so many; `도전적으로` says how."""
    return ending(text) in RESULT_LINKS and not text.endswith("적으로")


class Cursor:
    """The tokens, where we are among them, and the pieces found so far."""

    def __init__(self, tokens: list[Token], known: Known) -> None:
        self.tokens = tokens
        self.known = known
        self.at = 0
        self.found: list[Piece] = []
        self.window: tuple[int, ...] = ()
        self.depth = 0

    def look(self, at: int) -> Token | None:
        """The token at a place, if there is one."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def add(self, kind: str, token: Token, **more: object) -> None:
        more.setdefault("text", token.text)
        self.found.append(Piece(kind, token.start, token.end, **more))  # type: ignore[arg-type]

    def peek(self, ahead: int = 0) -> Token | None:
        at = self.at + ahead
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def last(self) -> Piece | None:
        return self.found[-1] if self.found else None

    def hang(self, link: str) -> None:
        """The last piece hangs on the next by this particle."""
        last = self.last()
        if link and last is not None and last.kind in _HANGING:
            self.found[-1] = replace(last, link=link)

    def inside(self, at: int) -> list[Token]:
        """The tokens inside the bracket that opens at `at`."""
        depth = 0
        found: list[Token] = []
        for token in self.tokens[at : at + 80]:
            depth += (token.kind == "open") - (token.kind == "close")
            if depth == 0:
                return found[1:]
            found.append(token)
        return found[1:]

    def skip_bracket(self) -> str:
        """Go behind the bracket; the particle behind it comes back."""
        inner = len(self.inside(self.at))
        self.at = min(self.at + inner + 2, len(self.tokens))
        return self.tokens[self.at - 1].tail

    def changes_inside(self, inner: list[Token]) -> bool:
        return any(token.kind in (*VERBS, "RATE") for token in inner)

    def changes(self, at: int) -> bool:
        """Whether the amount at `at` is by how much something changes, not what it is."""
        token = self.tokens[at]
        if token.unit == "%p":
            return True
        if token.amount is None or token.tail in (
            *BASE_LINKS,
            "인",
            "이며",
            "이고",
            "이나",
            "이지만",
            *RESULT_LINKS,
            "까지",
            "당",
            "까지",
        ):
            return False
        if self.is_level(at):
            return False
        for index in range(at + 1, min(at + 6, len(self.tokens))):
            here = self.tokens[index]
            if here.kind in VERBS:
                if token.tail in ("가", "이") and here.text.startswith(("높", "낮", "많", "적", "큰", "크", "짧")):
                    # `94.2%가 높은 수준`: what is high.
                    return False
                # `68.5%를 상회하는`: what is exceeded, not by how much.
                return not (here.text in _EXCEEDING and token.tail in ("을", "를"))
            if here.kind == "GROWN" and here.text.startswith("순증"):
                return True
            if here.kind == "GROWN" and index == at + 1 and token.tail == "의" and here.tail in ("을", "를"):
                # `3.2%의 상승분을 얹어`
                behind = self.look(index + 1)
                return behind is not None and behind.kind == "UP" and not here.text.startswith(FEWER)
            if here.kind == "SAID" and here.text in ("달성", "추진", "계획", "기대"):
                return False
            if here.kind == "SAID" and here.tail in RESULT_LINKS and token.unit == "%" and token.amount.number >= 50:
                return False
            if here.kind == "RATE" and not self.is_compound(index):
                return token.unit == "%"
            if here.kind == "APPLY":
                return token.unit == "%"
            if here.kind == "open":
                return False if self.tokens[index - 1].kind == "other" else self.changes_behind(index)
            if here.kind not in _BETWEEN:
                return False
            ending = hung(here)
            if here.kind == "other" and token.tail in ("을", "를") and becomes(here.text):
                return False
            if ending in ("보다", "에서", "대비", "에") or (here.kind == "other" and _CLAUSE_ENDS.search(here.text)):
                return False
        return False

    def is_level(self, at: int) -> bool:
        """`평균의 97% 선으로 낮추어`: what it comes to."""
        token, after = self.tokens[at], self.look(at + 1)
        part = token.unit == "%" and not token.tail and after is not None and after.kind in ("other", "SAID")
        return part and bool(_TO_LEVEL.match(after.text + after.tail)) if after is not None else False

    def changes_behind(self, at: int) -> bool:
        behind = at + len(self.inside(at)) + 2
        return behind < len(self.tokens) and self.tokens[behind].kind in (*VERBS, "RATE")

    def is_compound(self, at: int) -> bool:
        """`매출증가율`: the rate is the indicator itself."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        return token.glued and before is not None and before.kind == "other"

    def names_rate(self, at: int) -> bool:
        """`매출액 증가율`: a noun before says of what the rate is."""
        before = self.tokens[at - 1] if at else None
        return before is not None and before.kind == "other" and not ending(before.text)

    def amount_after(self, at: int) -> bool:
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return after is not None and after.kind in ("number", "open")
