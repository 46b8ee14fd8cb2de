"""A limit beside a calculation: `3%p를 더하되 100%를 넘지 않도록`, `10% 확대, 다만 최대 130건을 초과할 수 없음`."""

from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Amount, Token

_AT_MOST = pattern_of(
    r"(?:을|를|은|는)?(?:넘|초과하|상회하|웃돌)(?:지(?:는)?(?:않|못)|(?:을)?수(?:는)?없)|(?:을|를)?(?:초과할|넘을)수(?:는)?없|(?:을|를)?상한(?:으로|선으로|을|치로)"
    r"|(?:까지|으로|로|이내로|이하로)?제한|(?:을|를)?한도로(?:함|설정|하|$)|을?상한$"
)
_AT_LEAST = pattern_of(
    r"(?:을|를|은|는)?(?:밑돌|하회하|못미치)지(?:는)?않|(?:을|를)?하한(?:으로|선으로|을|치로)|(?:을|를)?보장|미만으로(?:는)?(?:내리|낮추|떨어뜨리|감축하|줄이)지(?:는)?않"
)
_SAID_BEFORE = pattern_of(r"(상한|하한)(?:선|값|치)?(?:은|는|을|를|:)?$")
# Where the clause of the limit begins.
_BEGINS = pattern_of(r"하되|되(?=[,가-힣\d])|[,.(]|다만|단(?=[,가-힣])|하고|하며")
_OF_ITS_OWN = frozenset(
    ["last", "ago", "span", "range", "list", "year", "MEAN", "MAX", "MIN", "RATE", "CAGR", "GROWN", "UP", "APPLY", "CHOOSEMAX", "CHOOSEMIN",
     "ROUND", "op", "EVENLY", "times", "fraction"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit: which way it holds, how much it is, and the tokens that remain without it."""

    how: str
    amount: Amount
    rest: list[Token]


def limited(laid: Laid, tokens: Sequence[Token]) -> Limit | None:
    """The one limit of a reason, when it stands in a clause of its own behind the calculation."""
    found = [(at, how) for at, token in enumerate(tokens) if token.amount and (how := _way(laid.text, token))]
    if len(found) != 1:
        return None
    at, how = found[0]
    begin = max((one.start() for one in _BEGINS.finditer(laid.text, 0, tokens[at].start)), default=-1)
    first = next((index for index, token in enumerate(tokens) if token.start >= begin), 0)
    if begin < 0 or not first or first > at:
        return None
    close = _end(tokens, first, at)
    inner = tokens[first:close]
    figures = [token for token in inner if token.amount is not None]
    said = (_AT_MOST if how == "min" else _AT_LEAST).match(laid.text, tokens[at].end)
    spent = said.end() if said is not None else tokens[at].end
    others = [token for token in inner if not tokens[at].start <= token.start < spent]
    if len(figures) != 1 or any(token.kind in _OF_ITS_OWN and token.text not in ("최소", "최대") for token in others):
        return None
    amount = tokens[at].amount
    return Limit(how, amount, [*tokens[:first], *tokens[close:]]) if amount is not None else None


def _way(text: str, token: Token) -> str:
    if _AT_MOST.match(text, token.end):
        return "min"
    if _AT_LEAST.match(text, token.end):
        return "max"
    said = _SAID_BEFORE.search(text[max(0, token.start - 6) : token.start])
    return "" if said is None else "min" if said[1] == "상한" else "max"


def _end(tokens: Sequence[Token], first: int, at: int) -> int:
    """Where the clause ends: with its bracket, its sentence, or the reason."""
    bracket = tokens[first].kind == "open"
    for index in range(at, len(tokens)):
        if not bracket and tokens[index].kind == "comma" and tokens[index].text == ".":
            return index
    return len(tokens)
