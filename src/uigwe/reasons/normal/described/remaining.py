"""What is missing to the whole or to a goal, and how much of it is closed: `100%에 모자라는 부분의 5분의 1을 메우는 수준`.

However it is told (`차를 8등분하여 한 조각을 더함`), it is the gap between a result and the goal, of which a part is closed. What is printed of
the result or of the gap must agree with the table.
"""

from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import COUNT, YEAR, Saying, Told, number, says
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.values import plain

_LAST = rf"(?:(?:전년도?|작년도?|지난해|직전연도|직전년도|현재|현|{YEAR})(?:의|말)?(?:실적(?:치|값)?|점수|수준|값|수치|[가-힣]{{1,6}}[율률도])?)"
_UNIT = r"(?:%|점|건|명|개소|개|회|곳|호|대|톤)?"
_FULL = r"(?:만점\((?P<full>100점?)\)|100점?만점|100(?:%|점)?(?:\(만점\))?|만점)"
_NAMED = (
    rf"(?:(?:{YEAR}|[가-힣]{{0,6}}(?:평균|수준|기준))?(?:까지)?(?:의)?(?:최종|중장기|장기|정책)?(?:목표)?"
    rf"(?:치|값|수준)?(?:인|은|\()?(?P<goal>{NUMERAL})(?P<unit>{_UNIT})\)?)"
)
_GOAL = rf"(?:{_FULL}|{_NAMED})"
_OPEN = (
    r"(?:모자라는|모자란|부족한|미달하는|미달한|못미치는|못미친|못채운|빈|비어있는|남은|남아있는|"
    r"벌어진|떨어진|(?:도달하|이르|미치|채우|달성하|충족하)지못(?:한|하는))"
)
_NOUN = r"(?:격차|차이|차(?!례|기|년|감)|간격|간극|거리|틈|갭|여백|여지|여력|나머지|부족분|미달분|잔여분)"
_GAP = (
    rf"(?:(?:아직|여전히)?{_OPEN}(?:것|{_NOUN}|폭|부분|만큼|점수|몫|비율)?|{_NOUN})(?:\((?:100(?:%|"
    rf"점)?-{_LAST}|(?P<gap>{NUMERAL}){_UNIT}p?)\))?(?:(?P<shown>{NUMERAL})(?:%p?|점|건|명)(?=의|"
    rf"중|을|를|가운데))?"
)
_NUMBERS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10}
_PART = (
    rf"(?:(?P<rate>{NUMERAL})%(?!p)|(?P<half>절반|반)|(?P<below>\d{{1,2}}|[이삼사오육칠팔구십])분의(?P<above>\d|일|이|삼)|1/(?P<over>\d{{1,2}})|(?P<tenths>\d)할"
    rf"|(?P<equal>{COUNT})(?:등분|조각|토막)(?:하여|한|해|으로나누어|으로나눠|내어)?(?:것|뒤|후)?,?(?:그)?(?:중|가운데)?(?:의)?(?:한|1|하나)(?:의)?(?:조각|몫|칸|부분|단위|개|쪽|단계|토막)?"
    r"|(?:남은|향후|앞으로)?(?P<spread>\d{1,2})(?:개)?년(?:간|에걸쳐|에|동안|으로)?(?:똑같이|고르게|균등(?:하게)?|동일하게)?(?:나눠|나누어|배분하여|등분하여|안분하여)"
    r"|(?P<divided>\d{1,2})(?:으로|로|년으로)나(?:누어|눠|눈)(?:값|몫|만큼)?)"
)
_CLOSE = (
    r"(?:좁|줄|메우|메꾸|채우|채워|메워|따라잡|따라붙|만회|해소|축소|단축|감축|보충|보완|극복|없애|당기|상쇄|전진|전환|완화|개선|상향|향상|회복|충족|더하|더함|더한|더해|얹|보태|보탬|가산|끌어올리|높이|올리|올림|높임|늘림|채움|메움|반영|추가(?!로)|달성|이행하|처리하|확보|참여시키|가입시키|이행시키)"
    r"(?P<ending>[가-힣]{0,5}?)(?=값|수준|것|목표|지점|점수|설정|정하|잡|하여|$|[.,():=]|\d|(?<=[여해어아고서])[가-힣]{1,4}(?:율|률)\d)(?:\((?:전년도?|작년|직전연도)(?:의)?실적기준\))?"
)
_DOES = (
    rf"(?:만큼|만|을|를|씩|정도|가량)*(?:올해|금년(?:에|도)?|당해연도에|우선|전년보다|추가로|더|매년|해마다)*,?"
    rf"(?:(?P<each>{NUMERAL})(?:%p|점|건|명)(?:씩|을|를)+)?(?:{_LAST}(?:에|"
    rf"에서|에다)?)?(?:다시|더)?{_CLOSE}"
)
_WORTH = rf"(?:의|중|을|를|가운데|에서)?(?:전년보다|올해|금년에)?{_PART}{_DOES}"
_UNDOES = ("지", "못", "려", "려고", "기위", "면")


def _part(told: Told) -> str:
    """How much of it, as a part of one."""
    said = told.groupdict()
    if said["rate"]:
        return f"{said['rate']}%"
    if said["half"]:
        return "절반"
    if said["tenths"]:
        return f"{said['tenths']}0%"
    if said["over"]:
        return f"1/{said['over']}"
    if parts := said["equal"] or said["divided"] or said["spread"]:
        return f"1/{number(parts)}"
    below, above = said["below"], said["above"]
    return f"{_NUMBERS.get(above) or above}/{_NUMBERS.get(below) or below}"


def _result(known: Known) -> Decimal | None:
    cell = known.actuals.get(known.year - 1)
    return cell.value if cell is not None else None


def _whole(told: Told, known: Known) -> Decimal | None:
    """The goal in a figure; a full mark that nobody names is a hundred where the results are such marks."""
    if goal := told.groupdict().get("goal"):
        return Decimal(goal.replace(",", ""))
    last = _result(known)
    return Decimal(100) if "100" in told[0] or (last is not None and _MARKS < last <= 100) else None


_OPEN_ENDED = pattern_of(rf"{_OPEN}(?:부분|만큼|비율|몫|점수)?(?:의|을|를)?\d[\d.]*%(?:를|을|만큼)?(?:개선|상향|완화)")
_BETTER = pattern_of(r"개선|상향|완화|가산")
_MARKS = Decimal(10)
_HUNDRED = Decimal(100)
# What stands before is another end of the gap, or its start.
_HANGS = pattern_of(r"(?:에서|부터|과|와|의|에|보다|대비|및|평균|실적|최고치|최저치|중앙값)$")
_UNTIL = pattern_of(rf"(?:{_LAST}(?:과|와|에서))?(?:’|20)(?P<year>\d{{2}})년")


def _closed(told: Told, known: Known) -> str | None:
    """The gap between the last result and the goal, of which a part is closed."""
    last, goal, said = _result(known), _whole(told, known), told.groupdict()
    if last is None or goal is None or goal == last or said["ending"].startswith(_UNDOES):
        return None
    if _OPEN_ENDED.search(told[0]) and not (said.get("gap") or said.get("shown") or said.get("there")):
        # `미달하는 부분의 10%를 개선`: of which it may be 10 %, or by which.
        return None
    if _HANGS.search(told.string, 0, told.start()) or (goal == _HUNDRED and not said.get("goal") and last > goal):
        return None
    parts, until = said["equal"] or said["divided"] or said["spread"], _UNTIL.match(told[0])
    if said["each"] and (not parts or Decimal(said["each"].replace(",", "")) * number(parts) != goal - last):
        return None
    if parts and until and (int(until["year"]) - (known.year - 1)) % 100 != number(parts):
        # So many even parts as years are left.
        return None
    if any(one and Decimal(one.replace(",", "")) != goal - last for one in (said.get("gap"), said.get("shown"))):
        return None
    if (there := said.get("there")) and Decimal(there.replace(",", "")) != last:
        return None
    if any(int(one.rstrip("년도")[-2:]) != (known.year - 1) % 100 for one in _years_of_results(told)):
        return None
    return _saying(told, f"전년실적과{plain(goal)}{_sign(told)}의격차의{_part(told)}를해소")


def _sign(told: Told) -> str:
    """What the goal is counted in, as it is printed: `100%` is none of marks."""
    if unit := told.groupdict().get("unit"):
        return unit
    found = _SIGNED.search(told[0]) if not told.groupdict().get("goal") else None
    return found[1] if found else ""


_SIGNED = pattern_of(r"100(%|점)")


def _years_of_results(told: Told) -> list[str]:
    """The years of the results named in it."""
    return _OF_RESULTS.findall(told[0])


_OF_RESULTS = pattern_of(r"(’\d{2}년?도?|20\d{2}년도?)(?:의|말)?(?=실적|점수|수준|값|수치)")


def _saying(told: Told, closed: str) -> str:
    """The plain words with an ending that fits what follows."""
    rest = told.string[told.end() :]
    if rest.startswith("하여"):
        return closed
    if rest.startswith(("값", "수준", "것", "지점", "점수")):
        return closed + "한"
    return closed + ("함" if not rest or rest[0] in ".,():=" else "하여")


def _missing(told: Told, known: Known) -> str | None:
    """`미이행률(전년 6.4%)을 25% 줄여`: what is not there, printed, is what the last result leaves of a hundred."""
    last, gone = _result(known), Decimal(told["gone"])
    if last is None or last + gone != 100 or last == gone or told["ending"].startswith(_UNDOES):
        return None
    if told.string.startswith("하여", told.end()) or _BETTER.search(told[0]):
        # It goes on with what is there, which `shortfalls` knows; or nobody says what gets better.
        return None
    return _saying(told, f"전년실적과100%의격차의{_part(told)}를해소")


def _formula(told: Told, known: Known) -> str | None:
    """`100-(100-전년 점수)×0.97`: of the gap so much is left."""
    last = _result(known)
    left = Decimal(told["left"])
    if last is None or not 0 < left < 1:
        return None
    closed = f"전년실적과100의격차의{plain((1 - left) * 100)}%를해소"
    before = told.string[: told.start()].replace("점의", "의").replace("100%의", "100의")
    return "" if f"{closed}" in before else f"{'.' if told.start() else ''}{closed}함"


SAYINGS: tuple[Saying, ...] = (
    # ── to the whole, or to a goal ──
    says(
        rf"{_GOAL}(?:까지(?:의|가는)?|에(?:는)?|과의|와의|에서|에이르기까지|대비(?={_OPEN}|부족분|미달분|격차|차이))(?:(?:기술|서비스|품질|수준|점수)?(?={_NOUN}))?(?:현재)?{_GAP}{_WORTH}",
        _closed,
    ),
    # ── between the two ──
    says(rf"(?<![가-힣\d.])(?:{_LAST}(?:과|와|대비)){_GOAL}(?:의|간의|사이의|간|사이)?{_GAP}{_WORTH}", _closed),
    says(rf"{_GOAL}(?:과|와){_LAST}(?:의|간의|사이의|간|사이)?{_GAP}{_WORTH}", _closed),
    says(rf"{_LAST}(?:에서|부터){_GOAL}까지(?:의|가는|남은)?{_GAP}{_WORTH}", _closed),
    says(
        rf"{_GOAL}에서{_LAST}(?:을|를)(?:뺀|제외한|차감한|제한)(?:나머지|차이|값|점수|부분|잔여분|비율)(?:\((?P<gap>{NUMERAL}){_UNIT}p?\))?(?:(?P<shown>{NUMERAL})(?:%p?|점|건|명)(?=의|중|을|를|가운데))?{_WORTH}",
        _closed,
    ),
    says(
        rf"(?:[가-힣]{{2,12}}(?:을|를))(?P<goal>100)(?P<unit>%|점)?(?:으로|로)(?:볼때|보았을때|놓을때|놓았을때|할때|보면|보고|놓고),?(?:우리나라|국내)?{_LAST}(?:은|는|이|가)(?P<there>{NUMERAL})(?:%|점)?(?:이며|로|으로|이고|인바|이므로|인데|수준이며|수준으로),?"
        rf"(?:그|이)?(?:{_NOUN}){_WORTH}",
        _closed,
    ),
    # ── what a bracket says it is ──
    says(
        rf"(?:{_LAST})?(?:미달분|부족분|잔여분|격차|차이|나머지|미[가-힣]{{1,3}}분|여지)\((?P<goal>100)(?P<unit>%|점)?-(?:(?P<there>{NUMERAL})(?:%|점)?|{_LAST})\){_WORTH}",
        _closed,
    ),
    # ── what is not there ──
    says(
        rf"(?:(?<=[.,)])|^)(?:아직)?(?:남아있는|남은|부족한|모자라는|채우지못한)(?:격차|부분)?(?:인)?(?P<gone>\d+(?:\.\d+)?)(?:%p?|점)(?:을|를|의|중|에서){_PART}{_DOES}",
        _missing,
    ),
    says(
        rf"(?:{_LAST})?(?:미[가-힣]{{1,4}}(?:율|률)|불만족(?:응답)?(?:률|율|비율)?|미[가-힣]{{1,4}}(?:비율|비중)|아직[가-힣]{{2,10}}(?:지않은|지못한)(?:비율)?)(?:인|은|이)?\(?(?:(?:전년도?|작년|현재|{YEAR})(?:의|기준)?:?)?(?P<gone>\d+(?:\.\d+)?)%\)?(?:을|를|의|중|에서)?{_PART}{_DOES}",
        _missing,
    ),
    says(rf"(?:(?<=[:.,(])|^)(?:목표(?:치|값)?=)?100(?:%|점)?-\(100(?:%|점)?-{_LAST}\)×(?P<left>0\.\d+)", _formula),
)
