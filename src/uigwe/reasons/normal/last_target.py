"""Last year's target told with its figure, and taken up without it: `목표(800건)를 초과하였으나 …, 전년도 목표에 10건을 더하여`.

The figure stands behind the target that is taken, and the clause that tells how it was met goes.
"""

from collections.abc import Iterator

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_F = rf"(?P<figure>{NUMERAL})(?P<unit>%(?!p)|[가-힣]{{1,3}}?)?"
_LAST = r"(?:전년도?|작년도?|지난해|직전연?도|직전년도|(?:’|20)(?P<year>\d{2})년도?)"
# A clause or a sentence at the head that tells the target of last year with its figure.
_TOLD = pattern_of(
    rf"^(?P<all>(?:[^.,]*?{_LAST}"
    rf"[^.,\d]{{0,24}}?(?:\([^()]*\))?[^.,\d]{{0,12}}?)목표(?:치|값)?"
    rf"(?:\({_F}\)|(?:은|는|인)?{_F.replace('figure', 'bare').replace('unit', 'of')})(?:[^.]|(?<=\d)[.](?=\d))*?"
    r"(?:으나|지만|므로|였으며|이었으며|이며|이고|임에도|어,|여,|[.](?!\d)),?)(?P<rest>(?:[^.]|(?<=\d)[.](?=\d))+)[.]?$"
)
_TAKEN = pattern_of(
    r"(?:전년도?|작년도?|지난해|직전연?도|직전년도|(?:’|20)(?P<year>\d{2})년도?)(?:의)?목표(?:치|값)?(?=에|에서|대비|보다|를유지|를그대로|와동일|와같|수준|의\d)(?!에도)"
)
# `’22년 실적은 371개사이나 예산이 동결되어 ’22년 목표치인 340개사를 그대로 유지`: how the result was, before a target with its figure.
_RESULT_TOLD = pattern_of(
    rf"^(?P<all>(?:전년도?|작년도?|지난해|(?:’|20)(?P<year>\d{{2}})년도?)(?:의)?실적(?:치)?(?:은|는|이|가|\()?(?P<figure>{NUMERAL})(?:%|[가-힣]{{1,3}}?)?\)?(?:이나|였으나|이었으나|이지만|였지만),?)"
    r"(?P<rest>[^.\d]*?(?:전년도?|’\d{2}년도?|20\d{2}년도?)(?:의)?목표(?:치|값)?(?:인|\()?\d[^.]*)[.]?$"
)
_RESULT_NOTE = pattern_of(
    rf"목표(?:치|값)?(?:인|였던)?\d[^()]*(?P<note>\((?:전년도?|작년도?|지난해|(?:’|20)(?P<year>\d{{2}})년도?)(?:의)?실적(?:치)?(?:은|는|이|인)?(?P<figure>{NUMERAL})(?:%|[가-힣]{{1,3}}?)?(?:은|는|이나|이며|으로)?[^()\d]{{0,24}}\))[^()]*$"
)
_SURPLUS = pattern_of(r"(?:목표)?(?:초과|미달)(?:달성)?분은(?:반영|고려|감안)하지(?:않고|않으며|아니하고),?")
_DOES = pattern_of(r"[상하]향|가산|더[하한해]|산정|산출|곱|적용|[×÷+]")
_OTHER = pattern_of(r"평균|증가율|하되|다만|절반|격차")


def last_target(laid: Laid, known: Known) -> Laid:
    """The reason with the figure of last year's target where it is taken."""
    for step in (_told, _result):
        if changes := sorted(step(laid, known)):
            laid = replaced(laid, changes)
    return laid


def _told(laid: Laid, known: Known) -> Iterator[_Change]:
    found = _TOLD.match(laid.text)
    taken = _TAKEN.search(laid.text, found.start("rest")) if found else None
    if found is None or taken is None or _OTHER.search(found["rest"]) or _DOES.search(found["all"]):
        return
    figure, unit = (found["figure"], found["unit"]) if found["figure"] else (found["bare"], found["of"])
    years = {int(one) for one in (found["year"], taken["year"]) if one}
    if years - {(known.year - 1) % 100}:
        return
    yield (*found.span("all"), "")
    if surplus := _SURPLUS.match(laid.text, found.start("rest")):
        yield (*surplus.span(), "")
    yield (taken.end(), taken.end(), f"{figure}{unit or ''}")


def _result(laid: Laid, known: Known) -> Iterator[_Change]:
    """What the result was, where the target is taken that stands behind it with its figure."""
    for pattern, part in ((_RESULT_TOLD, "all"), (_RESULT_NOTE, "note")):
        found = pattern.search(laid.text)
        cell = known.actuals.get(2000 + int(found["year"]) if found["year"] else known.year - 1) if found else None
        if (
            found
            and cell is not None
            and cell.value is not None
            and f"{cell.value.normalize():f}" == _plain(found["figure"])
        ):
            yield (*found.span(part), "")


def _plain(figure: str) -> str:
    bare = figure.replace(",", "")
    return bare.rstrip("0").rstrip(".") if "." in bare else bare
