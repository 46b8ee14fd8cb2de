"""Years that a reason leaves out: `’20년을 제외한`, `(’20, ’21년 제외)`, `코로나 기간(’20~’21년)을 뺀` become one token."""

from collections.abc import Iterator
from dataclasses import replace

from uigwe.reasons.tokens import Token

_YEARS = ("year", "range", "list", "until")
_BETWEEN = ("other", "blank", "ACTUAL", "TOTAL", "DATE", "comma", *_YEARS)
_REACH = 8
_YEAR = 12


def without(tokens: list[Token]) -> list[Token]:
    """The tokens, with each group of years that is left out put together as one token of kind `WITHOUT`."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        first, end = tokens[at], _leaves_out(tokens, at)
        if end:
            group = tokens[at:end]
            years = tuple(dict.fromkeys(_named(group)))
            text = "".join(token.text for token in group)
            tail = ""
            found.append(Token("WITHOUT", text, first.start, group[-1].end, tail, years=years, glued=first.glued))
            at = end
        else:
            found.append(_taken_off(found, first) if first.kind == "ALONE" else first)
            at += 1
    return _months_out(found)


def _months_out(tokens: list[Token]) -> list[Token]:
    """`공사기간 2개월을 제외하고 … 10개월분`: the months left out are those that the months counted leave."""
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        if token.kind != "ALONE" or before is None or before.amount is None or before.unit != "개월":
            continue
        counted = [one for one in tokens[index:] if one.amount is not None and one.unit == "개월"]
        if any(one.amount and one.amount.number + before.amount.number == _YEAR for one in counted):
            out = replace(token, kind="WITHOUT", start=before.start, text=before.text + token.text)
            return [*tokens[: index - 1], out, *tokens[index + 1 :]]
    return tokens


def _taken_off(before: list[Token], token: Token) -> Token:
    """`전년 실적에서 20건을 제외하고`: an amount is taken off, which is a step like any other."""
    last = before[-1] if before else None
    counted = last is not None and last.kind == "number" and (last.tail in ("을", "를") or token.text[0] in "을를")
    start = any(one.tail == "에서" or one.text.endswith("에서") for one in before[-6:-1])
    # `신규 5개를 더하고 만료 2개를 제외`
    start = start or any(
        one.kind == "UP" and one.text.startswith(("더하", "추가", "가산", "합", "보태")) for one in before[-5:-1]
    )
    return replace(token, kind="DOWN", text="빼" + token.text) if counted and start else token


def _named(group: list[Token]) -> Iterator[int]:
    """The years of a group; of `20, 21년` the first counts as a year too."""
    for token in group:
        if token.kind in _YEARS:
            yield from token.years


def _leaves_out(tokens: list[Token], at: int) -> int:
    """Where a group of years to leave out that begins here ends, 0 when none begins here."""
    first = tokens[at]
    if first.kind == "open":
        return _bracket(tokens, at)
    if first.kind not in _YEARS or first.tail in ("부터", "에서", "대비", "보다"):
        return 0
    for index in range(at + 1, min(at + _REACH, len(tokens))):
        here = tokens[index]
        if _out(here):
            return index + 1
        if here.kind == "other" and here.text in ("중", "가운데"):
            # `’19~’23년 가운데 ’21년을 빼고`: out of these.
            return 0
        if here.kind not in _BETWEEN:
            return 0
    return 0


def _out(token: Token) -> bool:
    return token.kind == "ALONE" or (token.kind == "DOWN" and token.text in ("뺀", "빼"))


def _bracket(tokens: list[Token], at: int) -> int:
    """`(’20년 제외)` and `(’20년, ’21년)을 제외하고`: nothing but years in the bracket, and the word in it or right behind."""
    named = inner = False
    for index in range(at + 1, min(at + _REACH, len(tokens))):
        here = tokens[index]
        if here.kind in _YEARS:
            named = True
        elif here.kind == "ALONE":
            inner = True
        elif here.kind == "close":
            if inner and named:
                return index + 1
            for behind in range(index + 1, min(index + 3, len(tokens))):
                if _out(tokens[behind]):
                    return behind + 1 if named else 0
                if tokens[behind].kind != "other" or len(tokens[behind].text) > 3:
                    return 0
            return 0
        elif here.kind not in _BETWEEN and not (here.kind == "number" and not here.unit):
            return 0
    return 0
