"""The words of a terse reason, one by one: figures with what they count, how often, of each of which, and the few words that join them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import MONEY, Token
from uigwe.reasons.uncounted import TELLING

# How often a year it comes: by default, and the units that say so themselves.
OFTEN: dict[str, tuple[int, tuple[str, ...]]] = {
    "월": (12, ("개월", "달")),
    "격월": (6, ()),
    "분기": (4, ("분기",)),
    "반기": (2, ("반기",)),
    "주": (0, ("주",)),
    "격주": (0, ()),
    "일": (0, ("일",)),
    "연": (1, ("년",)),
}
_RATES = pattern_of(
    r"(?:(?P<월>매월|매달|다달이|월별로?|월마다|달마다|월평균|월(?= ?(?:약 ?|평균 ?)?\d| [가-힣]+ \d))"
    r"|(?P<격월>격월로?|두 ?달마다|두 ?달에(?= 한)|2개월마다)"
    r"|(?P<분기>매분기|분기마다|분기별로?|분기당|분기(?= ?\d))|(?P<반기>매반기|반기마다|반기별로?|반기당|상·하반기(?: ?각)?|반기(?= ?\d))"
    r"|(?P<격주>격주로?|2주마다)|(?P<주>매주|주당|주마다|주(?= ?\d))|(?P<일>하루에?|매일|일일|일평균|1일|일(?= ?\d))"
    r"|(?P<연>연간|연평균|매년|해마다|1년에|연(?= ?\d| [가-힣]+ \d)))(?=[ \d]|$)"
)
_PARTS = pattern_of(
    r"(?:(?P<half>[상하])반기|(?P<q1>[1-4])(?:[~-](?P<q2>[1-4]))?(?:/4)?분기"
    r"|(?P<m1>1[0-2]|[1-9])[~-](?P<m2>1[0-2]|[1-9])월)(?:에는|에|은|는|의|중)?(?=[ )\d:]|$)"
)
_PER = pattern_of(r"(?<![가-힣])(?:1 ?)?(?:개 ?)?(?P<of>[가-힣]{1,7}?)(?:당|별로|별|마다)(?=[ \d,×)]|$)")
_EACH = pattern_of(r"(?:각각|각기|각|씩)(?=[ \d]|$)")
_TOLD = pattern_of(rf"(?P<word>{'|'.join(sorted(TELLING, key=len, reverse=True))}) ?(?P<unit>[가-힣]{{1,4}})")
_YEAR = pattern_of(r"’\d\d(?:~’\d\d)?년?(?: ?말)?|20\d\d(?:~20\d\d)?년(?: ?말)?")
_COUNTERS = tuple(
    [
        "개소", "개사", "개국", "개교", "개월", "개팀", "개", "곳", "명", "인", "건", "회", "교", "호", "대", "척", "기", "팀", "종", "편", "권",
        "달", "반", "차례", "번",
    ]
)  # fmt: skip
_TAIL = r"(?P<tail>씩(?:을|의)?|에서|에게|에|이며|이고|이|가|은|는|을|를|의|로|으로|와|과|중|인|당|별로|별|마다|간|동안|임|꼴로)?"
_GLUED = pattern_of(rf"(?P<unit>[가-힣]{{1,3}}?){_TAIL}(?=[ ,)(·+×÷=.-]|$)")
_TAIL_ALONE = pattern_of(_TAIL[:-1] + r"(?=[ ,)(·+×÷=.-]|$)")
_TAIL_OF_MANY = pattern_of(_TAIL + r"(?=[ ,)(·]|$)")
_NAMED = pattern_of(rf" ?(?P<noun>[가-힣·]{{1,8}}?){_TAIL}(?=[ ,)(+×÷=.-]|$)")
_WORD = pattern_of(r"[가-힣A-Za-z%][가-힣A-Za-z·%]*(?<!·)|[^\s]")
_LASTS = pattern_of(r"(?:1|한 ?|일)년(?: ?동안|간)?(?=[ ,)]|$)|12개월(?: ?동안|간)(?=[ ,)]|$)")
_MAKES_NOUN = ("개", "")


ADDS = pattern_of(
    r"^(?:합계|합산|합하|합한|합쳐|합친|총합|더하|더한|더해|더함|가산|합$|합으로|합을|합임|총계|누계|모두|보태|추가)"
)
LESS = pattern_of(r"^(?:을|를)?(?:제외|빼|뺀|차감|공제|덜어)")
PUTS = pattern_of(
    r"^(?:곱|적용|나누|나눈|나눠|나눔|연간|총|합계|합산|계산|산정|산출|설정|목표|책정|예정|기준|대상|위해|위한|동안|지원|가능|수|경우|시$|할|수$)"
)
# Words after which a reading of bare figures is not the whole of it.
ELSE = pattern_of(
    r"대비|보다|최근|(?<![일월기당])평균|전년|작년|지난해|초과|미달|이내|이상|이하|한도|최대|최소|상한|하한|중복|나머지|가량|내외|정도|만점|"
    r"인정|비교|의견|우선|중심|병행|협의(?!회|체)|검토|당초|지만|하되|조정|확정|거나|또는|혹은|않|못|별도|미정|제외|감안|고려|증가|감소|상향|하향|인상|인하|확대|축소|"
    r"폐지|탈락|취소|해제|이탈|만료|중도|예비|목표였|배분|균등|안분|잔여|누적|이월|절감률|율$|률$|비율|비중|%|중$|가운데|다만|단$|※|기존|신규|종전|현재"
)
LISTS = (",", "·", "와", "과", "및", "이며", "이고", "그리고")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its kind, its text and particle; a figure with its worth, unit, scale and the nouns that name it."""

    kind: str
    text: str
    start: int
    tail: str = ""
    value: Decimal = Decimal(0)
    unit: str = ""
    scale: int = 0
    names: tuple[str, ...] = ()
    months: frozenset[int] = frozenset()


def words_of(laid: Laid, tokens: Sequence[Token]) -> list[Word]:
    """All words of a reason in order."""
    text, places = _spaced(laid)
    amounts = {one.start: one for one in tokens if one.amount is not None}
    return list(_words(text, places, amounts))


def _spaced(laid: Laid) -> tuple[str, list[int]]:
    """The reason with its blanks, and which sign each letter is."""
    text, places = "", []
    for at, sign in enumerate(laid.text):
        if laid.gap[at] and at:
            text += " "
            places.append(-1)
        text += sign
        places.append(at)
    return text, places


def _words(text: str, places: Sequence[int], amounts: dict[int, Token]) -> Iterator[Word]:
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        word, at = _next(text, at, places, amounts)
        yield word


def _next(text: str, at: int, places: Sequence[int], amounts: dict[int, Token]) -> tuple[Word, int]:
    """The word that begins here, and where the next one begins."""
    begins = at == 0 or not "가" <= text[at - 1] <= "힣"
    if found := _PARTS.match(text, at) if begins else None:
        return Word("part", found[0], at, months=_months(found)), found.end()
    if found := _RATES.match(text, at) if begins else None:
        return Word("often", str(found.lastgroup), at), found.end()
    if found := _LASTS.match(text, at) if begins else None:
        return Word("lasts", found[0], at), found.end()
    if found := _YEAR.match(text, at):
        return Word("year", found[0], at), found.end()
    token = amounts.get(places[at])
    if token is not None and token.amount is not None:
        return _figure(text, at, places, token)
    if found := _TOLD.match(text, at) if begins else None:
        word, end = _told(text, at, found)
        if word is not None:
            return word, end
    if found := _EACH.match(text, at):
        return Word("each", found[0], at), found.end()
    if (found := _PER.match(text, at)) and found["of"] not in (
        "담",
        "해",
        "상",
        "타",
        "연도",
        "유형",
        "기관유형",
        "특",
        "차",
    ):
        return Word("per", found["of"], at), found.end()
    found = _WORD.match(text, at)
    if found is None:
        return Word("word", text[at], at), at + 1
    kind = "word" if re.match("[가-힣A-Za-z]", found[0]) else "sign"
    return Word(kind, found[0], at), found.end()


def _months(found: re.Match[str]) -> frozenset[int]:
    """The months of a part of the year."""
    if found["half"]:
        return frozenset(range(1, 7) if found["half"] == "상" else range(7, 13))
    if found["q1"]:
        first, last = int(found["q1"]), int(found["q2"] or found["q1"])
        return frozenset(range(3 * first - 2, 3 * last + 1))
    return frozenset(range(int(found["m1"]), int(found["m2"]) + 1))


def _figure(text: str, at: int, places: Sequence[int], token: Token) -> tuple[Word, int]:
    """A figure with its unit, its particle, and the noun that follows at once."""
    amount = token.amount
    assert amount is not None  # noqa: S101
    stop = places.index(token.end - 1) + 1
    unit, tail, names = amount.unit, token.tail, [amount.unit]
    end = stop + len(tail)
    if not tail and not unit and (found := _GLUED.match(text, stop)):
        unit, tail, end = found["unit"], found["tail"] or "", found.end()
        names = [unit]
    elif not tail and (found := _TAIL_ALONE.match(text, stop)):
        tail, end = found["tail"] or "", found.end()
    if not tail and unit in _MAKES_NOUN and (found := _NAMED.match(text, end)) and found["noun"]:
        per = found["tail"] in ("당", "별로", "별", "마다")
        names.append(found["noun"])
        tail, end = ("각" if per else found["tail"] or ""), found.end()
    value = amount.number if unit in ("%", "%p") else amount.scaled
    return Word("figure", text[at:end], at, tail, value, unit, amount.scale, tuple(one for one in names if one)), end


def _told(text: str, at: int, found: re.Match[str]) -> tuple[Word | None, int]:
    """`세 개 센터에서`, `열두 달 동안`: a number in words."""
    unit = next((one for one in _COUNTERS if found["unit"].startswith(one)), "")
    if not unit:
        return None, at
    end = found.start("unit") + len(unit)
    tail = _TAIL_OF_MANY.match(text, end)
    if tail is None:
        return None, at
    names, said, end = [unit], tail["tail"] or "", tail.end()
    if not said and (noun := _NAMED.match(text, end)) and noun["noun"] and unit not in ("달", "차례", "번"):
        names.append(noun["noun"])
        said, end = noun["tail"] or "", noun.end()
    unit = {"달": "개월", "차례": "회", "번": "회"}.get(unit, unit)
    return Word("figure", text[at:end], at, said, Decimal(TELLING[found["word"]]), unit, 0, tuple(names)), end


def is_money(unit: str) -> bool:
    """Whether a unit is one of money."""
    return unit.endswith(MONEY)


def told_once(words: Sequence[Word]) -> list[Word]:
    """The words without a bracket that has the same figures once more in signs: `(25명×32개)`."""
    opens = [at for at, one in enumerate(words) if one.text == "("]
    closes = [at for at, one in enumerate(words) if one.text == ")"]
    for first, last in zip(opens, closes, strict=False):
        inner = words[first + 1 : last]
        figures = [one.value for one in inner if one.kind == "figure"]
        rest = [*words[:first], *words[last + 1 :]]
        outside = [one.value for one in rest if one.kind == "figure"]
        signs = any(one.text in "×x*+÷" for one in inner if one.kind == "sign")
        if (
            signs
            and len(figures) > 1
            and all(one in outside for one in figures)
            and all(one.kind in ("figure", "sign") for one in inner)
        ):
            return rest
    return list(words)
