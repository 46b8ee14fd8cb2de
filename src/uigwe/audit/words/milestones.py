"""When the steps of a quarter are done, and what they are."""

from collections.abc import Iterator

from uigwe.audit.words.names import BRACKETS, QUOTE, squeezed
from uigwe.reasons.patterns import pattern_of

_YEAR_IN_TEXT = pattern_of(rf"(?:{QUOTE}\s*(?P<short>\d{{2}})|(?P<long>20\d{{2}}))\s*년(?:도)?")
_BUDGETING = pattern_of(r"예산\s*(?:편성|요구|심의|안|국회)|예산.{0,20}(?:심의|요구|편성|정부안|국회)")
_PLANNING = pattern_of(r"(?:추진|운영|운용|사업|시행|세부|기본)\s*계획\s*(?:\(안\))?\s*(?:수립|마련)")
_STAGES = (
    pattern_of(r"(?:기본|추진|운영|사업|선정)?계획안?수립$|계획안?마련$"),
    pattern_of(r"공고(?:시행)?$"),
    pattern_of(r"(?:접수|모집)$"),
    pattern_of(r"(?:착수|실시|시작|개시)$"),
    pattern_of(r"(?:완료|종료)$"),
    pattern_of(r"(?:결과보고|결과공표|결과발표|결과통보|결과보고회)$"),
)


def years_named(text: str) -> Iterator[int]:
    """The years that a text names: `’24년도 사업` is 2024."""
    for match in _YEAR_IN_TEXT.finditer(text):
        yield 2000 + int(match["short"]) if match["short"] else int(match["long"])


def makes_budget(text: str) -> bool:
    """Whether a milestone asks for, draws up or debates a budget."""
    return bool(_BUDGETING.search(text))


def makes_plan(text: str) -> bool:
    """Whether a milestone draws up a plan."""
    return bool(_PLANNING.search(text))


_FOUND_OR_TOLD = pattern_of(
    r"(?P<what>[가-힣A-Za-z]{2,}(?:\s?[·‧]\s?[가-힣]+)?\s?(?:사례|모델|성과|콘텐츠|안내서|매뉴얼|교재|영상|사례집))\s?(?:집)?\s?(?P<act>발굴|제작|개발|발간|홍보|배포|전파|시상)$"
)
_FINDING = frozenset(["발굴", "제작", "개발", "발간"])


def found_or_told(text: str) -> tuple[str, bool] | None:
    """What a milestone finds or makes, or tells others of, and whether it is the finding: `성공사례 발굴`, `성공사례 홍보`."""
    match = _FOUND_OR_TOLD.search(BRACKETS.sub("", text).strip())
    return (squeezed(match["what"].split()[-1]), match["act"] in _FINDING) if match else None


_APPLIED = pattern_of(r"^(?P<what>\S.{2,18}?)\s?신청\s?[·‧・/및]?\s?(?:서류\s?)?접수$")
_RECRUITED = pattern_of(
    r"^(?P<what>\S.{2,18}?)\s?(?:참여|지원|대상|신청)?\s?(?:기업|업체|기관|팀|과제|교육생|참가자|참여자|소상공인)(?:[을를]|\s?및\s.{2,14}?)?\s?모집(?:\s?공고)?$"
)


def applied_or_recruited(text: str) -> tuple[str, bool] | None:
    """For what a milestone takes applications or recruits, and whether it recruits: `물길학교 신청 접수`, `물길학교 참여기업 모집`."""
    bare = BRACKETS.sub("", text).strip()
    for pattern, recruits in ((_APPLIED, False), (_RECRUITED, True)):
        match = pattern.match(bare)
        if match:
            return squeezed(match["what"]), recruits
    return None


def stage_of(text: str) -> tuple[str, int] | None:
    """What a milestone is about and how far it has come: `조사 실시` is before `조사 결과 보고`. None when it does not say."""
    bare = squeezed(BRACKETS.sub("", text))
    for rank, pattern in reversed(tuple(enumerate(_STAGES))):
        match = pattern.search(bare)
        if match:
            return bare[: match.start()], rank
    return None


_DUE = pattern_of(rf"{QUOTE}\s*(?P<year>\d{{2}})\s*(?:년\s*|[.]\s*)(?P<month>1[0-2]|0?[1-9])\s*월?")
_SURVEY_MONTH = pattern_of(r"(?<![\d.])(?P<month>1[0-2]|[1-9])\s*월\s*(?:말|초|중)?\s*\)?")


def months_due(text: str) -> Iterator[tuple[int, int, str]]:
    """Dates that a source names: year, month, as printed."""
    for match in _DUE.finditer(text):
        yield 2000 + int(match["year"]), int(match["month"]), match[0].strip()


_OF_LAST_YEAR = pattern_of(
    r"전년도?\s?(?:의\s?)?실적을\s?(?:관리|사용|반영|측정)|\d\s?년의?\s?시차|시차\s?발생|전년도의?\s[가-힣 ]{0,12}종료\s?(?:기업|과제|사업)"
)


def measures_last_year(text: str) -> str:
    """Where a source or formula says that the result is that of the year before, the words that do; empty otherwise."""
    match = _OF_LAST_YEAR.search(text)
    return match[0] if match else ""


def survey_months(text: str) -> tuple[int, ...]:
    """The months that a source names without a year."""
    return tuple(int(match["month"]) for match in _SURVEY_MONTH.finditer(_DUE.sub("", text)))


def is_survey_milestone(text: str) -> bool:
    """Whether a milestone asks people for their marks."""
    return "만족도" in text and "조사" in text and "결과" not in text
