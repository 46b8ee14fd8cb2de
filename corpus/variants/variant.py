"""The ways in which one text is said otherwise, and how a reader's answer is compared with what it should be."""

import ast
import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from corpus.facts import Score, score
from corpus.variants import parts, texts
from corpus.variants.plans import reworded, same, without, without_lines
from corpus.variants.values import SHAPES, with_other_values
from uigwe.documents import Draft, Layout, read_text
from uigwe.documents.sections import Kind
from uigwe.plan import Plan

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Case:
    """A text, what a reader should find in it, and the layout it is read by."""

    text: str
    plan: Plan
    layout: Layout
    words: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Variant:
    """A change of a text, and the same change of its plan. `wanted`: how many of its facts a reader should find, in per cent."""

    id: str
    make: Callable[[Case], Case]
    wanted: float = 99.5


def case_of(text: str, layout: Layout, tree: Mapping[str, Any], agency: str, year: int) -> tuple[Case, Draft]:
    """A text as it is read now: what its variants are compared with."""
    draft = read_text(text, layout, agency, year)
    return Case(text, draft.plan, layout, tree), draft


def compared(case: Case, variant: Variant) -> tuple[Score, Draft]:
    """How a reader of the changed text does."""
    changed = variant.make(case)
    draft = read_text(changed.text, changed.layout, changed.plan.agency, changed.plan.year)
    return score(changed.plan, draft.plan, [one.object for one in draft.questions]), draft


def _worded(change: Callable[[Case], Callable[[str], str]], years: int = 0) -> Callable[[Case], Case]:
    def make(case: Case) -> Case:
        words = change(case)
        return replace(case, text=words(case.text), plan=reworded(case.plan, words, years=years))

    return make


def _noisy(change: Callable[[str], str]) -> Callable[[Case], Case]:
    return lambda case: replace(case, text=change(case.text))


def _renamed(case: Case) -> Callable[[str], str]:
    return texts.other_syllables(_kept(case))


def _kept(case: Case) -> list[str]:
    """The words that the form and the grammar of the readers know."""
    return [*_strings(case.words), *_grammar()]


def _strings(tree: object) -> Iterable[str]:
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from (str(key), *_strings(value))
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _strings(value)
    else:
        yield str(tree)


@cache
def _grammar() -> tuple[str, ...]:
    """The words of the grammars in the readers, docstrings aside."""
    found: list[str] = []
    for room in ("documents", "values"):
        for path in sorted((HERE.parent.parent / "src/uigwe" / room).glob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
            found += [
                one.value
                for one in ast.walk(tree)
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in told
            ]
    return tuple(found)


_HEADS = (
    ("측정산식", "산식"),
    ("(또는 측정방법)", "(측정방법)"),
    ("자료수집 방법", "자료출처"),
    ("성과지표", "성 과 지 표"),
)


_HEADINGS = (
    ("수혜자 및 이해관계집단", "수혜자‧이해관계자"),
    ("구 분 추진계획 세부일정 비 고", "구 분 추진내용 추진시기 비 고"),
    ("목표 및 과제 현황", "목표․과제 현황"),
    ("목표별 성과지표 현황", "목표 성과지표 현황"),
    ("지표 종류", "지표 유형"),
    ("임   무", "미  션"),
    ("관련 재정사업 내역", "관련재정사업"),
)


def _headings_in_other_words(text: str) -> str:
    for old, new in _HEADINGS:
        text = text.replace(old, new)
    return re.sub(r"(?m)^([~∼]?\s*[1-4])\s*/\s*4\s*분기", r"\1분기", text)


def _headed(reason: str) -> Callable[[Case], Case]:
    def make(case: Case) -> Case:
        text = re.sub(r"(?m)^(\s*(?:[‘’'`´′]?\d{2}년?\s*)?)목표치\s*산출근거", rf"\g<1>{reason}", case.text)
        return replace(case, text=texts.heads_in_other_words(text, _HEADS))

    return make


def _without_task(case: Case) -> Case:
    one, two, _ = random.Random("task").choice(parts.siblings(case.plan))
    return replace(case, text=parts.without_task(case.text, case.plan, one, two), plan=without(case.plan, one))


def _tasks_swapped(case: Case) -> Case:
    one, two, third = random.Random("swap").choice(parts.siblings(case.plan))
    codes = parts.swap_of(one, two)
    text = parts.with_tasks_swapped(case.text, case.plan, one, two, third)
    plan = reworded(case.plan, codes=lambda code: codes.get(code, code))
    return replace(case, text=text, plan=_ordered(plan))


def _ordered(plan: Plan) -> Plan:
    goals = tuple(
        replace(
            strategic,
            goals=tuple(
                replace(goal, tasks=tuple(sorted(goal.tasks, key=lambda task: task.code))) for goal in strategic.goals
            ),
        )
        for strategic in plan.goals
    )
    return replace(plan, goals=goals)


def _without(cut: Callable[[Case], tuple[str, set[int]]]) -> Callable[[Case], Case]:
    """What stands on lines that are gone is found no more; what other places print is found still."""

    def make(case: Case) -> Case:
        text, gone = cut(case)
        return replace(case, text=text, plan=without_lines(case.plan, gone))

    return make


def _valued(shapes: Sequence[str]) -> Callable[[Case], Case]:
    def make(case: Case) -> Case:
        text, plan = with_other_values(case.text, case.plan, shapes=shapes)
        return replace(case, text=text, plan=plan)

    return make


def _dashed(case: Case) -> Case:
    """Longer dashes in the text; codes are written with the short one all the same."""
    words = texts.longer_dashes
    return replace(case, text=words(case.text), plan=reworded(case.plan, words, codes=same, numbers=same))


_QUOTES = dict.fromkeys("‘’'`´′", "'")
_ACUTE = dict.fromkeys("‘’'`´′", "´")
_DOTS = dict.fromkeys("·․‧･ㆍ∙", "ㆍ")

VARIANTS = (
    Variant("a year later", _worded(lambda _: texts.later(1), 1)),
    Variant("two years later", _worded(lambda _: texts.later(2), 2)),
    Variant("a year before", _worded(lambda _: texts.later(-1), -1)),
    Variant("other words", _worded(_renamed)),
    Variant("other values", _valued(("{n}",))),
    Variant("values in other shapes", _valued(SHAPES)),
    Variant("longer words", _worded(lambda case: texts.longer_words(_kept(case)))),
    Variant("straight quotes", _worded(lambda _: texts.exchanged(_QUOTES))),
    Variant("acute quotes", _worded(lambda _: texts.exchanged(_ACUTE))),
    Variant("other dots", _worded(lambda _: texts.exchanged(_DOTS))),
    Variant("other bullets", _worded(lambda _: texts.exchanged({"ㅇ": "○", "◦": "○", "□": "■", "※": "*"}))),
    Variant("other tildes", _worded(lambda _: texts.exchanged({"~": "∼", "～": "∼"}))),
    Variant("other dashes", _dashed),
    Variant("letters apart", _noisy(texts.decomposed)),
    Variant("Windows lines", _noisy(lambda text: text.replace("\n", "\r\n"))),
    Variant("two spaces", _noisy(texts.doubled_spaces)),
    Variant("hard spaces", _noisy(lambda text: text.replace(" ", "\u00a0"))),
    Variant("more empty lines", _noisy(texts.spread), 99),
    Variant("heads: 산출 근거", _headed("산출 근거")),
    Variant("heads: 설정근거", _headed("설정근거")),
    Variant("heads: 목표 설정근거", _headed("목표 설정근거")),
    Variant("heads: 2022", _noisy(texts.years_in_heads("20{yy}"))),
    Variant("heads: ’22년", _noisy(texts.years_in_heads("’{yy}년"))),
    Variant("heads: FY22", _noisy(texts.years_in_heads("FY{yy}"))),
    Variant("heads: years below each other", _noisy(texts.years_below_each_other)),
    Variant("headings in other words", _noisy(_headings_in_other_words)),
    Variant("form feeds", _noisy(texts.fed_pages)),
    Variant("trimmed lines", _noisy(texts.trimmed), 97),
    Variant("no empty lines", _noisy(texts.dense), 93),
    Variant("a task less", _without_task),
    Variant("tasks swapped", _tasks_swapped),
    Variant("annexes swapped", lambda case: replace(case, text=parts.with_annexes_swapped(case.text, case.layout))),
    Variant("no annex of links", _without(lambda case: parts.without_annex(case.text, case.layout, Kind.LINKS))),
    Variant(
        "no annex of indicators",
        _without(lambda case: parts.without_annex(case.text, case.layout, Kind.INDICATORS)),
        97,
    ),
    Variant("nothing before the goals", _without(lambda case: parts.without_front(case.text, case.layout))),
    Variant("codes with letters", _noisy(parts.lettered)),
    Variant("codes in numbers", _noisy(parts.plainly_numbered)),
    Variant("lines broken", _noisy(lambda text: texts.split_lines(text, 0.01)), 99),
    Variant("lines joined", _noisy(lambda text: texts.joined_lines(text, 0.01)), 99),
)
