"""Two values put together in shares: `전년 실적 60%와 최근 3년 평균 40%를 섞은 값`, `7대 3으로 혼합`, `60%는 …에서, 40%는 …에서`."""

from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import BASE, Saying, Told, says
from uigwe.reasons.patterns import NUMERAL

_SHARE = rf"(?:(?P<{{0}}>{NUMERAL})(?P<{{0}}_in>%(?!p)|할)?)"
_ONE, _OTHER = (_SHARE.replace("{0}", name) for name in ("one", "other"))
_WEIGHT = r"(?:의)?(?:비중|비율|무게|가중치|가중|배점|몫|분량)?"
_MIXED = (
    r"(?:(?:(?:서로|함께)?(?:섞|혼합|배합|조합|결합|버무리|더하|합치|합산|가중합산|가중평균|보태|합하|가중하)(?:어|은|한|하여|해|여|쳐|친|음|함|하고)?)|(?:을|를)?(?:두|주|매기|반영|적용|부여|배분)(?:어|고|하여|해|한))"
    r"(?:서|,)?(?:합산|합한|합친|더한|더해|가중평균|평균|가중합산|합계)?(?:하여|해|한|함)?(?:계산|산출|산정|구|도출|만들|얻)?(?:하여|해|한|된|은|함|어진|든)?"
)
_FIRST, _SECOND = rf"(?P<first>{BASE})", rf"(?P<second>{BASE})"


def _together(told: Told, known: Known) -> str | None:
    """The shares must make up the whole, told in per cent, in tenths or as parts of one."""
    del known
    said = [told["one"], told["other"]]
    one, other = (Decimal(share.replace(",", "")) for share in said)
    kinds = {told["one_in"] or "", told["other_in"] or ""}
    whole = {"%": 100, "할": 10}.get(max(kinds), 1)
    if one + other != whole or "" in kinds > {""}:
        return None
    first, second = told["first"], told["second"]
    mixed = f"{first}과{second}을{said[0]}:{said[1]}로가중평균"
    return mixed + (
        "함" if told.group().endswith("함") or told.group().endswith("음") else "한" if _leads(told) else "하여"
    )


def _leads(told: Told) -> bool:
    """Whether a word for the value follows."""
    return told.string[told.end() :].startswith(("값", "수치", "것", "수준", "결과"))


SAYINGS: tuple[Saying, ...] = (
    says(
        rf"(?P<pair>{BASE}(?:와|과|및){BASE})(?:의|에)(?:각각)?(?:가중치|비중|비율|가중)(?:를|을)(?P<one>\d{{1,2}}(?:\.\d+)?)(?:대|:)(?P<other>\d{{1,2}}(?:\.\d+)?)(?:으로|로)?(?:하여|해|두어|두고|적용하여|부여하여|주어|정하여)(?:합산|가중평균|평균|합|가중합산|더)(?P<end>함|한|하여|해)?",
        r"\g<pair>을\g<one>:\g<other>로가중평균\g<end>",
    ),
    says(
        rf"{_FIRST}(?:와|과|및){_SECOND}(?:을|를)(?:각각|각)?{_ONE}(?:,|와|과|·|및|대|:)?{_OTHER}(?:의)?(?:비율|비중|가중치|무게|몫)?(?:로|으로|씩|을|를){_MIXED}",
        _together,
    ),
    says(
        rf"{_FIRST}(?:을|를|은|는|의|에|에는)?(?:\(?{_ONE}\)?){_WEIGHT}(?:씩|만큼|를|을|로|으로)?(?:와|과|,|및|\+|하고|더하기)?(?:그리고)?{_SECOND}(?:을|를|은|는|의|에|에는)?(?:\(?{_OTHER}\)?){_WEIGHT}"
        rf"(?:씩|만큼)?(?:를|을|로|으로|의)?{_MIXED}",
        _together,
    ),
    says(
        rf"{_FIRST}(?:을|를|은|는|의)?{_ONE}\+{_SECOND}(?:을|를|은|는|의)?{_OTHER}(?=$|[.,)]|로|으로|를|을)", _together
    ),
    says(
        rf"(?:목표의)?{_ONE}(?:는|은|를|을)?{_FIRST}(?:에서|으로|로)(?:가져오고|채우고|구하고|하고)?,?(?:나머지)?{_OTHER}(?:는|은|를|을)?{_SECOND}(?:에서|으로|로)(?:각각)?(?:가져와|가져온|채워|채운|구해|하여|따와|취하여|취해)?"
        rf"(?:이를|둘을)?{_MIXED}",
        _together,
    ),
    says(
        r"(?<![\d.:])(?P<one>\d{1,2}(?:\.\d+)?)(?:대|:)(?P<other>\d{1,2}(?:\.\d+)?)(?:의비율|의비중|비율|비중)?(?:으로|로)(?:섞은|혼합한|배합한|조합한|결합한|버무린|섞어만든|섞어산출한|섞어구한|합성한)(?=값|수치|것|수준)",
        r"\g<one>:\g<other>로가중평균한",
    ),
    says(
        r"(?<![\d.:])(?P<one>\d{1,2}(?:\.\d+)?)(?:대|:)(?P<other>\d{1,2}(?:\.\d+)?)(?:의비율|의비중|비율|비중)?(?:으로|로)(?:섞|혼합|배합|조합|결합|합성)(?:음|함|하여산출함|하여산정함|어산출함|어산정함|하여설정함|어설정함|하여설정|어설정)",
        r"\g<one>:\g<other>로가중평균함",
    ),
)
