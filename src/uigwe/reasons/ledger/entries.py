"""The figures of a reason as entries: what each is, and the words around it up to the next figure or the end of its clause."""

from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.known import Known, agrees
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import nameless
from uigwe.reasons.tokens import Amount, Token
from uigwe.values import EXACT

FIGURES = frozenset(["number", "times", "fraction"])
UNCLEAR = "?"  # the unit of an amount of which nobody says in which scale it is
_BEHIND = 40
_GLOSS = 14  # signs of a bracket that only gives a figure: `증가율(연평균 4.0%)`
_BRACKET = pattern_of(r"^(?P<words>[^()\d]*)\([^()]*\)")
_WORDS = pattern_of(r"^[^()\d.;→,=]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure. `at`: its token; `before`, `after`: the words up to the figure next to it; `near`: those of its own clause behind it.

    `value` is in the indicator's unit; `whole` what a percentage is as a factor's excess (`3%` is 0.03).
    """

    at: int
    value: Decimal
    unit: str
    places: int
    start: int
    end: int
    before: str
    after: str
    near: str
    behind: str

    @property
    def percent(self) -> bool:
        """Whether it is so many per cent."""
        return self.unit == "%"

    @property
    def points(self) -> bool:
        """Whether it is so many percentage points."""
        return self.unit == "%p"

    @property
    def factor(self) -> bool:
        """Whether it is so many times."""
        return self.unit == "배"

    @property
    def signed(self) -> Decimal:
        """The value with the sign that stands before it."""
        return -self.value if self.before.endswith("-") else self.value

    def prints(self, value: Decimal | None) -> bool:
        """Whether this is how a value is printed."""
        return value is not None and agrees(value, self.value, self.places)


def _amount(token: Token) -> Amount | None:
    """What a figure counts; a fraction is so many per cent when it is so exactly."""
    if token.kind != "fraction":
        return token.amount
    share = Decimal(token.years[0] * 100) / Decimal(token.years[1]) if token.years else Decimal(0)
    return Amount(share, 0, "%") if share and share == share.quantize(Decimal("0.01")) else None


def entries_of(laid: Laid, tokens: list[Token], known: Known) -> list[Entry]:
    """The figures in the order in which they stand."""
    plain = nameless(laid)
    found = [
        at
        for at, token in enumerate(tokens)
        if token.kind in FIGURES and _amount(token) is not None and plain[token.start] == laid.text[token.start]
    ]
    ends = [0, *(tokens[at].end for at in found)]
    starts = [*(tokens[at].start for at in found), len(laid.text)]
    shown = _scales_shown(tokens, found, known)
    made = []
    for n, at in enumerate(found):
        token = tokens[at]
        amount = _amount(token)
        if amount is None:
            continue
        after = laid.text[token.end : starts[n + 1]]
        near = _near(laid.text, token.end)
        in_scale = amount.scale in shown
        value = amount.number if in_scale else known.amounts(amount)[0]
        made.append(
            Entry(
                at,
                value,
                UNCLEAR if known.scale_unclear(amount) and not in_scale else amount.unit,
                amount.decimals,
                token.start,
                token.end,
                laid.text[ends[n] : token.start],
                after,
                near,
                laid.text[token.end : token.end + _BEHIND],
            )
        )
    return made


def _scales_shown(tokens: list[Token], found: list[int], known: Known) -> set[int]:
    """The sizes in which a figure of the reason is a result, or the mean of the last ones: the table counts in them."""
    past = [cell.value for when, cell in sorted(known.actuals.items()) if cell.value is not None and when < known.year]
    values = {
        *past,
        *(EXACT.divide(sum(past[-count:], Decimal(0)), Decimal(count)) for count in range(2, len(past) + 1)),
    }
    amounts = [tokens[at].amount for at in found]
    return {amount.scale for amount in amounts if amount and amount.number in values}


def _near(text: str, at: int) -> str:
    """The words behind a figure in its own clause and bracket, up to the next figure; brackets between them aside."""
    rest = text[at:]
    opened = text.rfind("(", 0, at)
    if rest.startswith(")") and opened >= 0 and at - opened <= _GLOSS:
        rest = rest[1:]
    while found := _BRACKET.search(rest):
        rest = found["words"] + rest[found.end() :]
    found = _WORDS.search(rest)
    return found[0] if found else ""
