"""Laws, rules and bodies as they are named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.audit.words.names import without_brackets
from uigwe.reasons.patterns import pattern_of

_BODY_ENDINGS = (
    "공단",
    "공사",
    "진흥원",
    "연구원",
    "재단",
    "협회",
    "중앙회",
    "위원회",
    "센터",
    "정보원",
    "개발원",
    "기술원",
    "평가원",
    "관리원",
    "보증기금",
    "협의회",
)
_PAPER_OF_BODY = r"\s?(?:성과|실적|통계|사업|연차|조사|결과)?(?:보고서|보고|통계|자료|집계)"
_BODY_NAME = pattern_of(rf"[가-힣]{{3,20}}?(?:{'|'.join(_BODY_ENDINGS)})(?:(?![가-힣])|(?={_PAPER_OF_BODY}))")
# An agency; `신청`, `요청` and the seats of towns are none.
_AGENCY = pattern_of(r"[가-힣]{4,14}(?<![신요시군구도])청(?=(?:[을를은는이가의와과에]|에서|으로|등)?(?![가-힣]))")
# Bodies of which there is one in the country: their names have no kinds.
_SINGLE_ENDINGS = ("공단", "공사", "진흥원", "재단", "보증기금", "중앙회", "개발원")
_LAW_NAMED = pattern_of(r"[「｢『](?P<name>[^「」｢｣『』]{2,60}?(?:법|법률|법령|시행령|시행규칙))[」｣』]")
_LAW_AS_GROUND = pattern_of(
    r"(?:^|[)）:：,])\s*(?P<name>[가-힣][가-힣·‧ㆍ ]{3,40}?에\s?관한\s?(?:특별조치법|특별법|특례법|법률))(?![가-힣])"
)
_SITE_NAMED = pattern_of(
    r"(?<![가-힣A-Za-z0-9·])(?P<name>[가-힣A-Za-z0-9·]{3,20})(?:\s?(?:사이트|홈페이지|누리집))?\s?\(\s?(?:https?://)?(?P<host>(?:[a-z0-9-]+\.)+(?:kr|com|net|org))/?\s?\)"
)
# What kind of site it is says nothing of whose it is.
_SITE_KINDS = ("사이트", "홈페이지", "누리집", "시스템", "플랫폼", "포털", "정보망")
_LAW_TAIL = pattern_of(r"(?:에관한)?(?:특별조치법|특별법|특례법|법률|법)$")


def is_body(name: str) -> bool:
    """Whether a name is that of a body: it ends like one."""
    return without_brackets(name).endswith(_BODY_ENDINGS)


def body_names(text: str) -> Iterator[str]:
    """The names of bodies in a text, as printed."""
    for pattern in (_BODY_NAME, _AGENCY):
        for match in pattern.finditer(text):
            yield match[0]


def is_single_body(name: str) -> bool:
    """Whether a name is that of a body of which there is one, and not of one of many centres or committees."""
    return name.endswith((*_SINGLE_ENDINGS, "청"))


def laws_named(text: str) -> Iterator[tuple[str, int]]:
    """The statutes that a text names in corner brackets, or as the ground of something: name, and where it begins."""
    for pattern in (_LAW_NAMED, _LAW_AS_GROUND):
        for match in pattern.finditer(text):
            yield match["name"].strip(), match.start("name")


_STATUTE = pattern_of(
    r"(?<![가-힣])(?P<name>[가-힣]{4,24}(?<![방기공용편해])법)(?=(?:령|\s?시행령|\s?시행규칙)?(?:[을를의에상은는이가]|[\s,」｣)*]|$))"
)


def statutes_in(text: str) -> Iterator[tuple[str, int]]:
    """The statutes that a text names in one word, in brackets or not: name, and where it begins."""
    for match in _STATUTE.finditer(text):
        yield match["name"], match.start("name")


_LAW_ACT = pattern_of(
    r"(?P<law>[가-힣]{2,20}법)(?P<under>령|\s?시행령|\s?시행규칙|\s?하위법령)?[*」｣』]{0,4}(?:의|을|를)?\s*(?P<act>개정|제정)(?!\s?안)(?P<rest>[^()\d]{0,12}\((?P<when>[^()]{3,14})\))?"
)


@dataclass(frozen=True, slots=True)
class LawAct:
    """A statute that is to be made or amended: its name, which of both, whether rules under it are meant, the time in brackets behind it."""

    law: str
    act: str
    rules: bool
    when: str
    start: int


def law_acts(text: str) -> Iterator[LawAct]:
    """The statutes that a text says will be made or amended: `하천법 개정(’23.6월)`. `하천법령` may be the law itself."""
    for match in _LAW_ACT.finditer(text):
        rules = bool(match["under"]) and match["under"] != "령"
        yield LawAct(match["law"], match["act"], rules, match["when"] or "", match.start())


_LAW_HEADING = pattern_of(r"\(\s?(?:법|법률|법령)\s?(?:개정|제정)\s?\)")
_RULE_MADE = pattern_of(
    r"[「｢『]\s?(?P<name>[^「」｢｣『』]{2,40}(?:요령|지침|고시|훈령|예규|운영규정|처리규정))\s?[」｣』]\s?(?:을|를|의)?\s?(?:개정|제정)"
)
_LAW_MADE = pattern_of(r"[「｢『][^「」｢｣『』]{2,40}(?:법|법률|시행령|시행규칙)\s?[」｣』]")


def rule_for_law(text: str, below: str) -> tuple[str, str] | None:
    """The heading that announces a law (`(법개정)`) and the rule of a ministry that is all it comes to; None where a law is named."""
    head, rule = _LAW_HEADING.search(text), _RULE_MADE.search(f"{text} {below}")
    if head is None or rule is None or _LAW_MADE.search(f"{text} {below}"):
        return None
    return head[0], rule["name"]


def calls_short(text: str, short: str) -> bool:
    """Whether a text says that it will call something by a shorter name: `(이하 협동조합법)`."""
    return bool(re.search(rf"이하\s?[‘'“\"「｢]?{re.escape(short)}", text))


def sites_named(text: str) -> Iterator[tuple[str, str, int]]:
    """The sites that a text names with their address in brackets: name, address, and where the name begins. `홈페이지` is no name."""
    for match in _SITE_NAMED.finditer(text):
        if not match["name"].endswith(_SITE_KINDS):
            yield match["name"], match["host"], match.start()


def is_decree(stem: str) -> bool:
    """Whether a law is a decree or a rule under another: its name is that of the other."""
    return stem.endswith(("령", "규칙"))


def law_stem(name: str) -> str:
    """A statute's name without its ending: `진흥에 관한 법률` and `진흥법` are both `진흥`."""
    return _LAW_TAIL.sub("", name)
