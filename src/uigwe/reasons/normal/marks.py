"""Signs that part a reason and calculate nothing: numbers of a list, marks of a note, a slash between two statements, labels.

`1) 전년 실적 846건 2) 증가율 5%를 적용`, `전년 실적1) 대비 5% 상향 1) 시스템 집계`, `… 설정 / 도전적인 수준임`, `(목표) … (사유) …`.
"""

import re
from collections.abc import Iterator

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.remarked import within
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_NUMBER = pattern_of(r"(?<!\d)(?P<number>[1-9])\)")
# A statement that is finished, before a slash with a blank on either side.
_FINISHED = pattern_of(
    r"(?:설정|산정|산출|책정|제시|적용|반영|[상하]향|증가|감소|유지|확대|축소|감축|수준|목표|[함됨임음다]|\d%p?|\d배)\)?$"
)
_OUTCOME = pattern_of(r"\([\d.,]+[가-힣%]{0,3}\)$")  # behind what is finished: `목표 책정(2,199가구)`
_WINDOW = pattern_of(
    r"(?:최근|지난|과거|직전)\d|\([가-힣]{2,8}\)[가-힣]|’\d{2}년(?:도)?목표"
)  # by which nothing is divided
_LABEL = pattern_of(
    r"[(<](?:설정|산출|산정|목표|상향|하향|목표설정|변동)?(?:사유|이유|배경|근거|비고|참고|여건|특이사항|적극성|"
    r"도전성|난이도|산출식|산출방식|산정방식|산식|계산식|측정방법|측정방식|자료출처|출처)[)>]:?"
)


def without_marks(laid: Laid, known: Known) -> Laid:
    """The reason with such signs as the stops and commas that they stand for."""
    del known
    for step in (_numbers, _slashes, _labels, _stars):
        if changes := sorted(step(laid)):
            laid = replaced(laid, changes)
    return laid


def _numbers(laid: Laid) -> Iterator[_Change]:
    """`1) … 2) …` parts a list; a number that hangs on a word marks it, and the same one with a blank begins its note."""
    text = laid.text
    found = [one for one in _NUMBER.finditer(text) if not within(text, one.start())]
    marks = [
        one
        for one in found
        if one.start() and not laid.gap[one.start()] and re.match(r"[가-힣]", text[one.start() - 1])
    ]
    heads = [one for one in found if laid.gap[one.start()]]
    if marks and [one["number"] for one in marks] == [one["number"] for one in heads]:
        for one in marks:
            yield (*one.span(), "")
        for one in heads:
            yield (*one.span(), ".")
    elif not marks and len(heads) > 1 and [int(one["number"]) for one in heads] == list(range(1, len(heads) + 1)):
        for one in heads:
            yield (*one.span(), "," if one.start() else "")


def _slashes(laid: Laid) -> Iterator[_Change]:
    text = laid.text
    for at in range(1, len(text) - 1):
        apart = text[at] == "/" and laid.gap[at] and laid.gap[at + 1] and re.match(r"[가-힣’(]", text[at + 1])
        finished = _FINISHED.search(_OUTCOME.sub("", text[:at])) or _WINDOW.match(text, at + 1)
        if apart and finished and re.search(r"\d", text[:at]) and not within(text, at):
            yield (at, at + 1, "," if text[at + 1] == "(" else ".")


def _labels(laid: Laid) -> Iterator[_Change]:
    """`(사유)` between two statements."""
    for one in _LABEL.finditer(laid.text):
        if one.start() and laid.gap[one.start()] and re.match(r"[가-힣’\d]", laid.text[one.end() : one.end() + 1]):
            yield (*one.span(), "") if laid.text[one.start() - 1] in ".,;" else (*one.span(), ".")


_OF_A_LEVEL = pattern_of(
    r"[*](?=\d[\d.,]*(?:점|%)(?:대)?(?:은|는|이상은|이상이면|초과|을넘|를넘|이면|자체|의만족도)[^×*+=÷]*$)"
)


def _stars(laid: Laid) -> Iterator[_Change]:
    """A star before a level of which something is said: `* 90점은 매우 높은 수준`."""
    for one in _OF_A_LEVEL.finditer(laid.text):
        if one.start() and laid.gap[one.start()] and laid.gap[one.end() : one.end() + 1] == (True,):
            yield (*one.span(), ".")
