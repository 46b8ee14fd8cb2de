"""A piece: what a person would underline in the sentence. And the particles that tell how it hangs on the next."""

from dataclasses import dataclass, field

from uigwe.formulas.tree import Node
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Note
from uigwe.reasons.tokens import Amount, Token

# The particles of what something is compared with or added to …
BASE_LINKS = ("보다", "보다는", "보다도", "에서", "에서는", "대비", "에", "에다", "에다가", "에는", "과", "와", "및")
# … of what comes out …
RESULT_LINKS = ("로", "으로", "로는", "으로는", "으로도")
# … and those behind which no number can name what stood before.
NAME_STOPS = frozenset(
    ["의", "보다", "보다는", "에서", "에", "에는", "에다", "에다가", "과", "와", "및", "을", "를", "로", "으로", "만큼"]
)
FEWER = ("감소", "하락", "단축", "저감", "경감", "줄어든", "낮아진", "감축", "인하", "절감", "하향", "축소", "감액")
# Nouns may end in the same letters: 성과, 협의, 경로.
_ENDING = pattern_of(
    r"(보다는|보다|에서는|에서|에다가|에다|에|(?<![협회논결건문동합])의|(?<![성결효초경부통학])과|와|을|를|으로|(?<![경도항진])로|은|는"
    r"|(?<![차길])이|(?<![평국추증인])가|대비)$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. Kinds: operand, amount, change, rate, op, open, close, and the words that join or finish (see `fold`)."""

    kind: str
    start: int
    end: int
    link: str = ""
    nodes: tuple[Node, ...] = ()
    amount: Amount | None = None
    named: Amount | None = None
    sign: int = 1
    text: str = ""
    years: tuple[int, ...] = ()
    count: int = 0
    notes: tuple[Note, ...] = ()
    rate: bool = False
    goal: int = 0
    label: str = ""
    flags: frozenset[str] = field(default_factory=frozenset)


def ending(text: str) -> str:
    """The particle that a word we do not know seems to end in."""
    found = _ENDING.search(text)
    return found[1] if found and found.start() > 0 else ""


def hung(token: Token) -> str:
    """The particle of a token, split off or seen at the end of a word we do not know."""
    return token.tail or (ending(token.text) if token.kind == "other" else "")
