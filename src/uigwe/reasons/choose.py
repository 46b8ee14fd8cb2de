"""Choose among the readings that the words allow: by the figures that the reason or the table prints, or by rule."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas import FormulaProblem, Node, read_basis, written
from uigwe.formulas.tree import Call, Infix, Negative, Number, Past, Years
from uigwe.reasons.known import Known, agrees, near
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Confidence, Note, Reading, Unread
from uigwe.reasons.state import Alternative, Folded
from uigwe.values import plain

# What is settled by an outcome that follows.
_PROVABLE = frozenset(
    ["elliptic", "no-start", "statement", "two-bases", "direction", "times-more", "growth-window", "parts"]
)
# Rules of docs/reasons.md that settle what the words leave open: remarks, not doubts.
_RULES = frozenset(
    [
        "percent", "implied-last", "gap-closed", "product", "years-counted", "named-differs", "window-before", "proved",
        "considered-start", "applied", "printed-step", "named-rounded",
    ]
)  # fmt: skip


# Words that say that what stands there is to be the target.
_SETS = pattern_of("목표|설정|적용|수준|반영|유지|동일|산정|동결|기준|관리|책정|정함|갈음|고수|승계|으로한다")


def choose(laid: Laid, folded: Folded, known: Known, target: Decimal | None) -> Reading | Unread:
    """The reading: the first that the words allow, unless the printed figures prove another."""
    readable: list[tuple[str, Alternative]] = []
    problem = ""
    _without_listed(folded, known)
    _compare_second(folded, known)
    for one in folded.alternatives:
        try:
            node = _with_quoted(one.node, folded, known)
            text = written(node)
            read_basis(text, known.unit)
        except FormulaProblem as wrong:
            problem = problem or wrong.reason
            continue
        if text not in [known_text for known_text, _ in readable]:
            readable.append((text, replace(one, node=node)))
    if not readable:
        return Unread("does-not-fit", {"reason": problem})
    doubts = [note for note in folded.doubts if not (note.id == "percent" and len(readable) == 1)]
    pick, evidence, proven = _proven([one.node for _, one in readable], folded, known, target)
    if folded.proof_needed and not proven and any(note.id == "considered" for note in doubts):
        return Unread("judgement", others=tuple(text for text, _ in readable))
    doubts += evidence
    if proven and folded.results and not folded.loose:
        # The outcome that the sentence itself names follows from the reading: that settles how it was meant.
        doubts = [
            Note("proved", {"number": str(folded.results[-1].number)}) if note.id in _PROVABLE else note
            for note in doubts
        ]
    if (
        not folded.worked
        and not folded.kept
        and isinstance(folded.alternatives[0].node, Past)
        and not _SETS.search(laid.text)
    ):
        doubts.append(Note("bare-base"))
    if folded.unsaid and not folded.worked:
        if not proven:
            return Unread("by-how-much")
        doubts.append(Note("by-how-much"))
    text, chosen = readable[pick]
    doubts += [note for note in _left_over(folded, known, known.value(chosen.node)) if note not in doubts]
    value = known.value(chosen.node)
    if value is not None and not known.unit and 0 < value <= 1 and min(sizes(known)) > 10:
        # A share where the results are counted in hundreds: nobody said that it is in per cent.
        doubts.append(Note("scale", {"number": plain(value)}))
    open_doubts = any(note.id not in _RULES for note in doubts)
    confidence = Confidence.LIKELY if open_doubts else Confidence.RULED if doubts else Confidence.SURE
    notes = tuple(dict.fromkeys([*_hashable(doubts), *_hashable(chosen.notes), *_hashable(folded.notes)]))
    return Reading(
        text, laid.span(max(folded.start, 0), folded.end), confidence, known.unit,
        tuple(Note(id, dict(facts)) for id, facts in notes),
        tuple(other for index, (other, _) in enumerate(readable) if index != pick),
    )  # fmt: skip


def _without_listed(folded: Folded, known: Known) -> None:
    """`* 최근 3년 실적: 780건, 825건, 846건`: results of the table that are listed behind are no outcome."""
    past = {cell.value for cell in known.actuals.values() if cell.value is not None}
    listed = [amount for amount in folded.results if set(known.amounts(amount)) & past]
    if len(listed) > 1 and len(listed) == len(folded.results):
        folded.results = []


def _compare_second(folded: Folded, known: Known) -> None:
    """A further sentence that comes to the same repeats the first; one that does not leaves a doubt."""
    second = folded.second
    if second is None:
        return
    if not second.alternatives or not (second.worked or second.results):
        remark = not (second.loose or second.doubts or second.unsaid or second.kept or second.lost)
        (folded.notes if remark else folded.doubts).append(Note("second-statement"))
        return
    values = [known.value(one.node) for one in folded.alternatives]
    others = [known.value(one.node) for one in second.alternatives]
    folded.results += second.results
    if second.worked and set(values) & set(others) - {None}:
        keep = [one for one, value in zip(folded.alternatives, values, strict=True) if value in others]
        if len(keep) < len(folded.alternatives):
            folded.doubts.append(Note("second-chose"))
        folded.alternatives = keep
        return
    folded.doubts.append(Note("second-statement"))
    if second.worked:
        folded.alternatives += second.alternatives


def _hashable(notes: Sequence[Note]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(note.id, tuple(note.facts.items())) for note in notes]


def _proven(nodes: list[Node], folded: Folded, known: Known, target: Decimal | None) -> tuple[int, list[Note], bool]:
    """Which of the readings yields the amount that the reason, or else the table, names as the target."""
    results = [
        value
        for amount in folded.results[-1:]
        if amount.unit != "%" or known.percent
        for value in known.amounts(amount)
    ]
    decimals = folded.results[-1].decimals if folded.results else 0
    values = [known.value(node) for node in nodes]
    if results and not any(_exactly(value, result, decimals) for value in values for result in results):
        # `상향한 871.38건을 반올림`: what is printed may stand before the rounding.
        inner = [node.arguments[0] if isinstance(node, Call) and node.name in _ROUNDING else node for node in nodes]
        before = [known.value(node) for node in inner]
        values = [
            one if any(_exactly(one, r, decimals) for r in results) else v
            for one, v in zip(before, values, strict=True)
        ]
    if results:
        for test in (_exactly, near, agrees):
            for index, value in enumerate(values):
                if any(test(value, result, decimals) for result in results):
                    return index, [Note("proved", {"number": str(results[0])})] if index else [], True
        if any(value is not None for value in values):
            return 0, [Note("result-differs", {"number": str(results[0])})], False
        return 0, [], False
    if target is not None and len(nodes) > 1:
        places = max(0, -int(target.as_tuple().exponent))
        fits = [index for index, value in enumerate(values) if near(value, target, places)]
        fits = fits or [index for index, value in enumerate(values) if agrees(value, target, places)]
        if fits and fits[0] != 0:
            return fits[0], [Note("target-chose", {"number": str(target)})], True
        return 0, [], bool(fits)
    if target is not None:
        return 0, [], agrees(values[0], target, max(0, -int(target.as_tuple().exponent)))
    return 0, [], False


_ROUNDING = ("round", "ceil", "floor")


def _exactly(value: Decimal | None, printed: Decimal, decimals: int) -> bool:
    return value is not None and value == printed


def _left_over(folded: Folded, known: Known, value: Decimal | None) -> list[Note]:
    """Amounts that have no place in the reading; one that repeats a past result is no riddle."""
    past = {cell.value for cell in known.actuals.values() if cell.value is not None}
    left = [
        piece
        for piece in folded.loose
        if piece.amount
        and (piece.link != "당" or piece.amount.number != 1)
        and not set(known.amounts(piece.amount)) & past
        and not any(agrees(value, printed, piece.amount.decimals) for printed in known.amounts(piece.amount))
    ]
    return [Note("left-over", {"text": piece.text}) for piece in left[:1]]


def _with_quoted(node: Node, folded: Folded, known: Known) -> Node:
    """Years that the table lacks and the reason itself lists, put in as the numbers it lists."""
    quoted = {year: known.amounts(amount)[0] for year, amount in folded.quoted.items() if not known.has(year)}
    if not quoted:
        return node
    match node:
        case Past(kind="actual", year=int(year)) if year in quoted:
            return Number(value=quoted[year])
        case Past(kind="last") if known.year - 1 in quoted:
            return Number(value=quoted[known.year - 1])
        case Call(name=name, arguments=(Years() as years,)) if name not in ("cagr", "growth", "trend"):
            listed = years.listed()
            if any(year in quoted for year in listed) and all(year in quoted or known.has(year) for year in listed):
                return Call(
                    name=name,
                    arguments=tuple(
                        Number(value=quoted[year]) if year in quoted else Past(kind="actual", year=year)
                        for year in listed
                    ),
                )
            return node
        case Call(name=name, arguments=arguments):
            return Call(name=name, arguments=tuple(_with_quoted(argument, folded, known) for argument in arguments))
        case Infix(operator=operator, left=left, right=right):
            return Infix(
                operator=operator, left=_with_quoted(left, folded, known), right=_with_quoted(right, folded, known)
            )
        case Negative(operand=operand):
            return Negative(operand=_with_quoted(operand, folded, known))
    return node


def sizes(known: Known) -> list[Decimal]:
    """The past results that are numbers; one zero when there is none."""
    return [cell.value for cell in known.actuals.values() if cell.value is not None] or [Decimal(0)]
