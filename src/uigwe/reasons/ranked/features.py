"""What speaks for a calculation and against it: each feature has a weight that was learned (`weights`).

A feature is a short text: a letter for its kind, then what was seen. What is near a sign counts with the sign's meaning, so that `를더하` behind a
step of points is another feature than behind a mean. Features come in blocks, a function with what it is asked: what many calculations of a
reason see alike is weighed once.
"""

import re
from collections.abc import Callable, Hashable, Iterator

from uigwe.reasons.ranked.candidates import ROUNDS, Candidate
from uigwe.reasons.ranked.line import Line
from uigwe.reasons.ranked.marked import Marked
from uigwe.reasons.ranked.starts import HUNDRED, STATISTICS

Block = tuple[Callable[..., Iterator[str]], tuple[Hashable, ...]]

_FAR, _CLOSE = (1, 2, 3, 4, 5, 6, 8), (1, 2, 3)
_STEPS = "pmf"
_OWN = frozenset("pmfBSNnO")
_COUNTED = "NnORDIJj"
_HEARD = frozenset(
    [*STATISTICS, "GROWN", "CAGR", "RATE", "SD", "SLOPE", "TREND", "WEIGHTED", "TRIMMEAN", "CONSIDER", "UP", "DOWN"]
)
_EDGES = (50, 80, 95, 100, 105, 120, 150, 201)
_ROW, _SHORT, _TAIL, _NEAR = 6, 10, 30, 24
_SENTENCE = re.compile(r"[.;※*]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def blocks(line: Line, one: Candidate, marked: Marked) -> Iterator[Block]:
    """What is seen of one calculation."""
    kind, done, many = one.start.kind, ",".join(step.kind for step in one.steps), len(one.steps)
    bare = kind.split(":")[0]
    yield _what, (kind, done, one.rounding, many)
    yield _size, (_size_of(line, one), kind, done)
    counts = tuple(marked.many[sign] for sign in _COUNTED)
    left = min(counts[0] + counts[1], 5)
    yield _counts, (counts, left, many)
    yield _start_printed, (kind, min(marked.many["I"], 2))
    yield _row, ("".join(sign for _, sign in marked.signs), done)
    for entry, role in zip(line.entries, marked.roles, strict=True):
        if role == "O":
            yield _outcome, (entry.places, entry.value == one.value, done, kind, left, many)
    if one.rounding or ROUNDS.search(line.text):
        yield _rounding, (line.text, one.rounding, line.places)
    text, steps = marked.text, iter(one.steps)
    for at, sign in marked.signs:
        meaning = next(steps).kind if sign in _STEPS else f"{sign} {bare}" if sign in "BS" else sign
        yield _around, (meaning, sign, text[max(0, at - 8) : at], text[at + 1 : at + 9])
    yield from _path(one, marked) if many else [(_pieces, (f"V0 {bare}", _behind(marked)))]
    for heard in line.heard(_HEARD):
        yield _heard, (heard, bare, done)


def nothing(line: Line) -> Iterator[Block]:
    """What is seen where a reason yields no value."""
    yield _no_value, (line.text, len(line.entries), len(line.past), tuple(token.kind for token in line.tokens))


def _no_value(text: str, entries: int, past: int, kinds: tuple[str, ...]) -> Iterator[str]:
    plain = f"^{_FIGURE.sub('0', text)}$"
    yield "Z"
    seen = {plain[at : at + many] for many in (2, 3, 4, 5) for at in range(len(plain) - many + 1)}
    yield from (f"Z {piece}" for piece in sorted(seen))
    yield from (f"Zn {min(entries, 8)}", f"Zl {min(len(text) // 25, 8)}", f"Zp {min(past, 5)}")
    yield from (f"Zk {kind}" for kind in sorted(set(kinds)))


def _what(kind: str, done: str, rounding: str, many: int) -> Iterator[str]:
    yield from (f"k {kind}", f"o {done}", f"ko {kind} {done}", f"r {rounding}", f"n {many}")


def _size_of(line: Line, one: Candidate) -> str:
    """How large a value is beside the latest result."""
    if not line.last:
        return "-"
    ratio = one.value / line.last * HUNDRED
    return "=" if one.value == line.last else next((str(edge) for edge in _EDGES if ratio < edge), "more")


def _size(size: str, kind: str, done: str) -> Iterator[str]:
    yield from (f"q {size}", f"qo {size} {done}")
    if size == "-":
        yield f"qk {kind} {done}"


def _counts(counts: tuple[int, ...], left: int, many: int) -> Iterator[str]:
    yield from (f"c {sign} {min(count, 4)}" for sign, count in zip(_COUNTED, counts, strict=True))
    yield from (f"u {left}", f"uO {min(left, 3)} {min(counts[_COUNTED.index('O')], 2)} {many}")


def _start_printed(kind: str, many: int) -> Iterator[str]:
    yield f"I {kind} {many}"


def _row(signs: str, done: str) -> Iterator[str]:
    yield from (f"e1 {signs[-1:]}", f"e2 {signs[-2:]}", f"e3 {signs[-3:]}")
    if len(signs) <= _ROW:
        yield f"row {signs} {done}"


def _outcome(places: int, exact: bool, done: str, kind: str, left: int, many: int) -> Iterator[str]:
    yield from (f"O {places} {int(exact)}", f"Oo {done} {kind}", f"Ou {int(exact)} {min(left, 2)} {many}")


def _rounding(text: str, rounding: str, places: int) -> Iterator[str]:
    seen: set[str] = set()
    for found in ROUNDS.finditer(text):
        words = _FIGURE.sub("0", text[max(0, found.start() - 14) : found.end() + 4])
        seen |= {words[at : at + many] for many in (2, 3, 4, 6) for at in range(len(words) - many + 1)}
    yield from (f"R {rounding} {piece}" for piece in sorted(seen))
    yield f"Rp {rounding} {places}"


def _around(meaning: str, sign: str, before: str, behind: str) -> Iterator[str]:
    """The words before and behind a sign."""
    for many in _FAR if sign in _OWN else _CLOSE:
        yield f"> {meaning} {behind[:many]}"
        yield f"< {meaning} {before[-many:]}"
    if sign in _OWN and sign != "O":
        yield f"<> {meaning} {before[-1:]} {behind[:2]}"
        yield f"<> {meaning} {before[-2:]} {behind[:2]}"


def _path(one: Candidate, marked: Marked) -> Iterator[Block]:
    """The words between the start and the first step, and those behind the last one."""
    text, first, last = marked.text, one.steps[0].kind, one.steps[-1].kind
    steps = [at for at, sign in marked.signs if sign in _STEPS]
    starts = [at for at, sign in marked.signs if sign in "BS" and at < steps[0]]
    words = text[starts[-1] + 1 : steps[0]] if starts else None
    over = "".join(sign for at, sign in marked.signs if starts[-1] < at < steps[0]) if starts else ""
    yield _between, (first, words, over)
    if words:
        yield _pieces, (f"M {first}", words)
    yield _pieces, (f"V {last}", _SENTENCE.split(text[steps[-1] + 1 : steps[-1] + _TAIL])[0])


def _between(first: str, words: str | None, over: str) -> Iterator[str]:
    if words is None:
        yield "far behind"
        return
    yield from (f"far {min(len(words) // 6, 8)}", f"over {over}")
    if len(words) <= _SHORT:
        yield f"MM {first} {words}"


def _behind(marked: Marked) -> str:
    at = max((at for at, sign in marked.signs if sign in "BS"), default=0)
    return marked.text[at + 1 : at + _NEAR]


def _pieces(kind: str, words: str) -> Iterator[str]:
    """What words are made of, two and three letters at a time, each once."""
    seen = {words[at : at + many] for many in (2, 3) for at in range(len(words) - many + 1)}
    yield from (f"{kind} {piece}" for piece in sorted(seen))


def _heard(token: str, kind: str, done: str) -> Iterator[str]:
    yield f"w {token} {kind} {done}"
