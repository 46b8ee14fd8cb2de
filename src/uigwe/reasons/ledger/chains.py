"""Chains: a start and the steps on it, with every other figure accounted for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from uigwe.formulas import Node
from uigwe.formulas.tree import Past
from uigwe.reasons.known import Known, agrees, near
from uigwe.reasons.laid import Laid
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.ledger.explained import explained, made_of, structural
from uigwe.reasons.ledger.follows import AGAINST, Tried, takes_up
from uigwe.reasons.ledger.starts import Start, dated, starts_of
from uigwe.reasons.ledger.steps import ADDED, Step, by_step, step_of
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token

MAX_STEPS = 2
_ALIKE = (Decimal("0.8"), Decimal("1.25"))
_LARGE = Decimal(20)
_THEN = pattern_of(
    r"고\(|고,|뒤|후|도전분|가산분|추가분|(?:적용|반영|가산|상향|산출)(?:함|하고)?[,/]|와$|과$|곱하고|더하고|그값|결과|하되|다음|다시|추가|여기에|그결과|이어|거기에|더해|또|얹|\+|거친|나서|먼저"
)
_OF_ANOTHER = pattern_of(r"\d{2,4}년도?(?:은|는|에는|부터)")
_WORDS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5}
_MANY = pattern_of(
    r"(?<!\d)(?P<n>\d|한|두|세|네|다섯)(?:개)?(?:년|해)(?:치|분(?!기)|어치|더)|(?:앞으로|향후|이후)(?P<m>\d)(?:개)?년"
)
_UPON = pattern_of(r"^(?:의|×|×\(1\+|×\(1-)?$")
_TAKEN = pattern_of(
    r"^(?:값|치|점수|실적|수준|한값|한수치)?(?:\([^()]*\))?(?:을|를|으로|로|만큼|그대로|이곧|하여|하고|[가-힣]{0,8}$)"
)
_ONTO = pattern_of(
    r"^[가-힣()’~\d년%.,]{0,14}?(?:대비|보다|에|에다|에다가|에서|의|×|\+|기준|를|을|은|는|이|로|하고|하여|한뒤|한후|,)$"
)


@dataclass(frozen=True, slots=True)
class Chain:
    """A start and its steps; `said` is what they come to one after the other.

    `proven`: the outcome is printed behind the last step; `exact`: without rounding; `linked`: the step stands at its start, or a bare start is
    taken; `alone`: no other figure could be a step.
    """

    start: Start
    steps: tuple[Step, ...]
    node: Node
    said: tuple[Decimal, ...]
    proven: bool
    exact: bool
    linked: bool
    alone: bool

    @property
    def value(self) -> Decimal:
        """What it comes to."""
        return self.said[-1]

    def rounds_to(self, other: "Chain") -> bool:
        """Whether the start of another chain is this one's, as it is printed."""
        mine, its = self.said[0], other.said[0]
        places = -int(its.as_tuple().exponent)
        return mine != its and agrees(mine, its, max(0, places))


def chains_of(laid: Laid, tokens: list[Token], entries: list[Entry], known: Known) -> Iterator[Chain]:
    """Every start with at most `MAX_STEPS` of the steps that the figures could be, where no figure is left."""
    able = _steps_by_place(laid, tokens, entries, known)
    starts = starts_of(laid, tokens, entries, known)
    for start in starts:
        free = [step for at, step in able.items() if at not in start.takes]
        for count in range(MAX_STEPS + 1):
            for some in combinations(free, count):
                steps = _put_together(some, laid.text)
                if _out_of_turn(start, starts, some, steps) or not _of_one_unit(start, steps, entries):
                    continue
                for way in (steps, *_in_points(steps)):
                    tried = _tried(laid, tokens, entries, known, start, way)
                    chain = _chain(tried, able) if tried else None
                    if chain and (way is steps or chain.exact):
                        yield chain


def _steps_by_place(laid: Laid, tokens: list[Token], entries: list[Entry], known: Known) -> dict[int, Step]:
    """The step that a figure could be, by its place."""
    by_year = dated(tokens, entries, known)
    past = {cell.value for cell in known.actuals.values()}
    return {
        entry.at: step
        for entry in entries
        if not _is_told(entry, entries, laid.text)
        and (entry not in by_year or by_step(entry))
        and not _is_result(entry, past)
        and not structural(entry, laid.text)
        if (step := step_of(entry, laid.text))
    }


def _out_of_turn(start: Start, starts: Sequence[Start], some: Sequence[Step], steps: Sequence[Step]) -> bool:
    """Whether steps cannot follow each other, a printed figure has none, or its first one does not stand behind it."""
    if not some or not steps:
        return start.printed or bool(some)
    if not start.printed and not start.made:
        return False
    first = steps[0].entry.start
    return first < start.start or any(not one.printed and start.end < one.start and one.end <= first for one in starts)


def _is_told(entry: Entry, entries: list[Entry], text: str) -> bool:
    """Whether a bracket only tells what came out: `3% 상향(0.515명)`."""
    return text[: entry.start].endswith("(") and any(entry is made for _, _, made in made_of(entries, text))


def _is_result(entry: Entry, past: set[Decimal | None]) -> bool:
    """Whether a figure is a result, or a share of the size of the results."""
    if entry.points:
        return False
    sizes = [value for value in past if value is not None and value > 0]
    alike = bool(sizes) and min(sizes) * _ALIKE[0] <= entry.value <= max(sizes) * _ALIKE[1]
    return entry.value in past or -entry.value in past or (entry.percent and alike and entry.value >= _LARGE)


def _in_points(steps: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    """So many per cent meant as points: it counts only when the outcome says so."""
    if len(steps) == 1 and steps[0].entry.percent and steps[0].sign:
        return [(replace(steps[0], additive=True),)]
    return []


def _of_one_unit(start: Start, steps: Sequence[Step], entries: list[Entry]) -> bool:
    """Whether what is added counts the same as a printed start."""
    if start.made:
        return True
    units = {entry.unit for entry in entries if entry.at in start.takes} | {
        one.entry.unit for one in steps if one.additive
    }
    counts = {unit for unit in units if unit and not unit.startswith("%")}
    return len(counts) < 2 and not (counts and any(unit.startswith("%") for unit in units))


def _put_together(steps: Sequence[Step], text: str) -> tuple[Step, ...]:
    """The steps in turn; what is done with an amount itself is done before it is added. None where two amounts are."""
    if len(steps) < 2:
        return tuple(steps)
    first, second = steps
    between = text[first.entry.end : second.entry.start]
    if first.additive and _UPON.search(between) and not second.additive:
        return (replace(first, times=second),)
    if (
        first.additive
        and second.additive
        and not (ADDED.search(text[: first.entry.start]) and ADDED.search(text[: second.entry.start]))
        and not (first.entry.points and second.entry.points)
    ):
        return ()
    if _OF_ANOTHER.search(between) or not (_THEN.search(between) or ADDED.search(between)):
        return ()
    return (first, second)


def _tried(
    laid: Laid, tokens: list[Token], entries: list[Entry], known: Known, start: Start, steps: Sequence[Step]
) -> Tried | None:
    """What a start and its steps come to; None where they come to nothing."""
    steps = [_over_years(step, start, laid.text, known) for step in steps]
    said = [known.value(node) for node in _nodes(start, steps)]
    values = [value for value in said if value is not None]
    return Tried(laid, tokens, entries, known, start, steps, values) if len(values) == len(said) else None


def _nodes(start: Start, steps: Sequence[Step]) -> list[Node]:
    nodes = [start.node]
    for step in steps:
        nodes.append(step.on(nodes[-1]))
    return nodes


def _chain(tried: Tried, able: Mapping[int, Step]) -> Chain | None:
    """What was tried, when nothing speaks against it and every other figure is accounted for."""
    if any(question(tried) for question in AGAINST):
        return None
    start, steps, said, known = tried.start, tried.steps, tried.said, tried.known
    moved = [abs(after - before) for before, after in pairwise(said)]
    used = tried.used
    taken = start.takes | {entry.at for entry in used}
    rest = [entry for entry in tried.entries if entry.at not in taken]
    past = {cell.value for cell in known.actuals.values()}
    exact = _exact(said, [entry for entry in rest if entry.value not in past])
    if not all(
        explained(entry, said, moved, used, tried.entries, tried.laid.text, known, proven=exact, steps=entry.at in able)
        for entry in rest
    ):
        return None
    return Chain(
        start,
        tuple(steps),
        _nodes(start, steps)[-1],
        tuple(said),
        proven=any(_outcome(entry, said, known) for entry in rest if steps and entry.start > steps[-1].entry.start),
        exact=exact,
        linked=_linked(tried.laid, start, steps),
        alone=all(at in start.takes or start.made or step.entry.prints(said[0]) for at, step in able.items()),
    )


def _exact(said: Sequence[Decimal], rest: Sequence[Entry]) -> bool:
    """Whether the outcome is printed exactly, with two digits at least, and is none of the figures that it is made of."""
    return len(said) > 1 and any(
        entry.value == said[-1] != said[0] and len(entry.value.as_tuple().digits) > 1 for entry in rest
    )


def _outcome(entry: Entry, said: Sequence[Decimal], known: Known) -> bool:
    """Whether the outcome is printed, rounded at most, and is no result."""
    if entry.value == said[0] or any(cell.value == entry.value for cell in known.actuals.values()):
        return False
    return near(said[-1], entry.value, entry.places) and not near(said[0], entry.value, entry.places)


def _over_years(step: Step, start: Start, text: str, known: Known) -> Step:
    """A yearly step as often as the years from its start to the target, or as often as the reason says."""
    if not step.yearly:
        return step
    told = _MANY.search(text)
    if told:
        count = _WORDS.get(told["n"] or "") or int(told["n"] or told["m"])
    elif isinstance(start.node, Past):
        count = known.year - (start.node.year or known.year - 1)
    else:
        count = 1
    return replace(step, years=max(count, 1))


def _linked(laid: Laid, start: Start, steps: Sequence[Step]) -> bool:
    """Whether the first step stands at the start, or takes up what was said; whether a bare start is taken."""
    if not steps:
        return bool(_TAKEN.search(laid.text[start.end :]))
    if start.end <= steps[0].entry.start and takes_up(laid, steps[0]):
        return True
    return bool(_ONTO.search(laid.text[start.end : steps[0].entry.start]))
