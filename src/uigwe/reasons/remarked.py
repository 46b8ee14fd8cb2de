"""A reason without the remarks that bear on no calculation: brackets, notes, sentences, a remark behind a comma, a head.

Each is judged by itself (`bearing`). All that only tell go at once, and the rest is the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.reasons.bearing import Remark, bears, only_tells, turns, without_the_harmless
from uigwe.reasons.laid import Laid
from uigwe.reasons.left_open import left_open
from uigwe.reasons.parts import NOT_THERE
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import sentences, sets, steps, years_in
from uigwe.reasons.spelling import replaced

_SHORTEST = 6  # signs of a reason that is left
_BASE_BEFORE = pattern_of(
    r"(?:실적|평균|(?<![을를])목표|값|치|점수|건수|인원|[율률폭]|편차|σ|중앙값|년도?|년간|기준|\d[가-힣%]{0,2})$"
)
_FACTOR_BEFORE = pattern_of(r"[×÷*](?:\d[\d.,]*(?:배|%)?|\([\d.+%-]+\))$")
# Behind a base or a figure a noun may say of which part it is (`전년 실적(온라인)`); a clause, or what is done, says none.
_PART = pattern_of(r"(?:^|[-,./;▪·+])(?P<label>\([가-힣·]{2,10}\))(?=[가-힣\d])")
_SAYS_NO_PART = pattern_of(
    r"조사|설문|척도|만점|응답|신뢰수준|출처|자료|공표|신규(?:사업|지표|과제)|신설|최초|코로나|시차|소관|동결|"
    r"(?:은|는|이|가|을|를|에|로|도|과|와|에서) |"
    r"(?:통계|집계|도입|영향|우려|감안|고려|예정|반영|협업|수행|강화|완료|체결|수렴|지표|과제|계획|심의|의결|자문|협의|추진|실시|확대|축소|개편|시행|원칙|결과|참고|참조|상황|상태|"
    r"수준|변수|둔화|장기화|노후화|방식|방법|동일|없음|있음|예상|전망|상승|하락|감소|증가|쪽|호|최고치|상회|도전적|불가|곤란|여건|차원|취지|특성|효과)(?:임|함)?$"
)
# Behind what is set, not within a list.
_COMMA = pattern_of(
    r"(?:[함됨임음다]|설정|산정|산출|책정|선정|채택|결정|제시|[상하]향|유지|적용|[증감][가소]|가산|추가|확대|축소|감축|단축|향상|개선|회복|달성|반영|수준|값|목표)(?P<comma>,)"
)
# A connective behind what is set, and how the verb ends without what it leads to.
_CLOSED = {"하되": "함", "하며": "함", "이며": "임", "으며": "음"}
_HINGE = pattern_of(r"(?<=[가-힣\d%)])(?P<hinge>하되|하며|이며|으며),?")
_SINCE = pattern_of(
    r"^[^\d]*(?:’|20)(?P<year>\d{2})년(?:도)?(?:실적)?부터(?:의)?(?:실적|자료|통계|데이터|집계|조사)?(?:을|를|만|이)?(?:반영|집계|관리|산출|측정|조사|존재|축적|공표|실시|시작|운영|시행|도입)(?:함|하였음|했음|됨|되었음|하고있음|중|중임)?$"
)
_SHORT_OF = pattern_of(r"제외|대비|증가|상향|평균|목표")
# A ring in the place of a figure is no mark of a note.
_BLANK = pattern_of(r"[○◯〇□](?=%|[배건명점회개억시일])")
_OF_ITS_OWN = pattern_of(r"(?:세|율|률|폭|인상|인하|임금|사업|부처|기관|평균)\([^()]*\)[.]?$")
# What comes out, printed behind a remark.
_OUTCOME = pattern_of(r"[가-힣]\((?:약)?\d[\d.,]*(?:%|[가-힣]{1,3})?\)[.]?$")
# When a result is known.
_KNOWN_LATER = pattern_of(r"^실적(?:치|값)?은[^.\d]*(?:\d월)?[^.\d]*확정(?:됨|함|임|예정|예정임)?$")
_HEAD = pattern_of(r"^(?P<head>[^:.×÷=+→]{2,40}):(?=\S)")
_HEAD_FIGURES = pattern_of(r"(?:\d+(?:십|백|천|만|억|백만|천만)*(?:원|명|가구|호|인|개|km|km2|ha|톤|시간|건|회))당")
_NO_HEAD = pattern_of(
    r"[상하]반기|분기|월별|대비|보다|\d|평균|최근|전년|실적|기준|합계|하여|하고|으나|지만|상향|증가|유지|산식|설정$|단위|예산$|[=×÷→]"
)
_OPENS = pattern_of(
    r"^\((?P<said>근거|산출근거|설정근거|목표치?산출근거|산출식?|산정근거|신규|계속|신설|사유|설정사유|목표|기준)\)"
)


@dataclass(frozen=True, slots=True)
class Bare:
    """A reason without its remarks. `certain`: no figure in them could be one of the calculation; `names`: they name what one
    could lean on."""

    laid: Laid
    certain: bool
    names: bool
    since: int  # the first year of which there are results, as a remark says
    head: bool  # whether its name at the head was left away, which may say in what it is counted


def bared(laid: Laid) -> Bare | None:
    """The reason without what only tells; None when there is nothing of the kind, or nothing else."""
    if _BLANK.search(laid.text):
        return None
    found = [(one, remark) for one in _remarks(laid) if (remark := _harmless(laid, one))]
    if sum(one.sentence for one, _ in found) == len(sentences(laid)):
        # One of them calculates: where figures stand that could be its own.
        found = [(one, remark) for one, remark in found if not (one.sentence and remark.figures)]
    head = _head(laid)
    gone = [(0, head, "")] if head else []
    for one, _ in found:
        if one.start >= head and not any(at <= one.start and one.end <= stop for at, stop, _ in gone):
            gone.append((one.start, one.end, one.word))
    if not gone or len(laid.text) - sum(end - start for start, end, _ in gone) < _SHORTEST:
        return None
    return Bare(
        replaced(laid, sorted(gone)),
        all(remark.certain for _, remark in found),
        any(remark.names_object for _, remark in found),
        max((since(one.said) for one, _ in found), default=0),
        bool(head),
    )


def turning(laid: Laid) -> Iterator[tuple[str, Laid]]:
    """What each remark says that surely does something to the calculation, with the reason without it."""
    for one in _stretches(laid):
        rest = replaced(laid, [(one.start, one.end, one.word)])
        behind = laid.text[one.end : one.end + 1]
        if one.bracket and behind not in ("", "."):
            # It says of what stands before it what that is: `(1분기) 20건`.
            continue
        if turns(one.said, rest.text) and len(rest.text) >= _SHORTEST:
            yield one.said, rest


def since(said: str) -> int:
    """The year from which on there are results: `’20년부터 실적을 반영하였음`; 0 when nothing is said of it."""
    found = _SINCE.search(said)
    return int(found["year"]) % 100 + 2000 if found else 0


def _harmless(laid: Laid, one: "_Stretch") -> Remark | None:
    """What a stretch of a reason is when it bears on no calculation."""
    if since(one.said) and not _SHORT_OF.search(one.said):
        return Remark(certain=True, names_object=True, figures=False)
    if not one.bracket and (steps(one.said) or (_OUTCOME.search(one.said) and not _OF_ITS_OWN.search(one.said))):
        return None
    remark = only_tells(one.said, laid.text[: one.start] + laid.text[one.end :])
    if remark is None or left_open(one.said) or (years_in(one.said) and NOT_THERE.search(one.said)):
        return None
    return None if one.comma and not remark.certain else remark


def _head(laid: Laid) -> int:
    """Where the calculation begins behind a head that only names: `반도체 인력양성: …`, `[근거] …`; 0 without one."""
    if opened := _OPENS.match(laid.text):
        return opened.end()
    found = _HEAD.match(laid.text)
    if found is None or bears(found["head"]) or _NO_HEAD.search(_HEAD_FIGURES.sub("", found["head"])):
        return 0
    return found.end()


def _remarks(laid: Laid) -> Iterator["_Stretch"]:
    """What may be a remark: no sentence that sets, and no noun in a bracket that says of which part its base is."""
    parts = {found.start("label") for found in _PART.finditer(laid.text)}
    for one in _stretches(laid):
        if one.bracket and one.start in parts and len(parts) > 1:
            # `(정부지원) 7만 명 - (민간협력) 3만 명`: whose part it is.
            continue
        if one.sentence and sets(without_the_harmless(one.said)) and not _KNOWN_LATER.search(one.said):
            continue
        said = laid.part(one.start + 1, one.end - 1)
        before = laid.text[: one.start]
        if (
            one.bracket
            and _BASE_BEFORE.search(before)
            and not _FACTOR_BEFORE.search(before)
            and not _SAYS_NO_PART.search(said.spaced())
        ):
            continue
        yield one


def _stretches(laid: Laid) -> Iterator["_Stretch"]:
    """Sentences and notes, then what stands behind the last comma or connective, then brackets."""
    text = laid.text
    parts = sentences(laid)
    for at, (start, end) in enumerate(parts if len(parts) > 1 else ()):
        yield _Stretch(start - bool(at), end if at else end + 1, text[start:end], sentence=True)
    last = parts[-1][1] if parts else len(text)
    for one in reversed(list(_COMMA.finditer(text, 0, last))):
        if laid.gap[one.end() : one.end() + 1] == (True,) and not within(text, one.start()):
            yield _Stretch(one.start("comma"), last, text[one.end() : last], comma=True)
            break
    for one in reversed(list(_HINGE.finditer(text, 0, last))):
        at = one.end() - 1
        if laid.gap[one.end() : one.end() + 1] == (True,) and not within(text, at):
            yield _Stretch(one.start("hinge"), last, text[one.end() : last], comma=True, word=_CLOSED[one["hinge"]])
            break
    for start, end in brackets(text):
        yield _Stretch(start, end, text[start + 1 : end - 1], bracket=True)


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    said: str
    sentence: bool = False
    comma: bool = False
    bracket: bool = False
    word: str = ""  # what takes its place


def within(text: str, at: int) -> bool:
    """Whether a place lies within a bracket."""
    return text.count("(", 0, at) > text.count(")", 0, at)


def brackets(text: str) -> Iterator[tuple[int, int]]:
    """Where each bracket begins and ends, those within others left to them."""
    depth, begin = 0, 0
    for at, sign in enumerate(text):
        if sign == "(":
            begin = at if not depth else begin
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            if not depth:
                yield begin, at + 1
