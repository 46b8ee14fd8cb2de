"""What is done with a start: so many per cent or points more or less, so many times, so much beside it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Suffix
from uigwe.reasons.build import grown, infix, number, signed
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.patterns import pattern_of

_UP = (
    r"상향|높[은이인임여였아게]|높임|올[리려린림라]|가산|가점|더[하해한함할]|더하|더(?=[가-힣])(?!끌어내|낮|줄|내[리려]|감|덜|적|깎)|보[태탠탬]|얹|증가|증액|증원|증(?![가-힣])|증[량대강]|증\)|늘[리려린림어었]|늘릴|늘었|올랐|높아졌|커졌|커지|커져|성장"
    r"|신장|많[은이게]|웃[도돌]|상회|추가|상승|향상|덧붙|넓[히혀]|끌어올|인상|할증|확대|커[지진져]|뛰어|능가|넘[는어]|나은|나아|벌[려리]|키[워우운]|오[른름]|붙[여인임이]|불[려리린림]|위(?=에목표|로목표|에둠|에둔|의목표)|불어|만회|길어|더나은|플러스|↑"
)
_DOWN = (
    r"낮[추춘춰춤은아게]|하향|줄[이인여임어]|감액|감축|감소|감\(|감산|감점|차감|빼|뺀|뺌|삭감"
    r"|깎|적[은게]|축소|단축|하락|내[리려린림]|덜어|인하|경감|저감|절감|↓|떨어|감하|감한"
)
UP, DOWN = pattern_of(_UP), pattern_of(_DOWN)
_LABEL = r"(?:율|률|폭|분|몫|계수|치|값|목표|점)?(?:은|는|이|가|인|으로|을|를)?[:=(]*(?:약)?$"
_UP_BEFORE = pattern_of(
    rf"(?:상향|가산|증가|도전|도전적|추가|할증|성장|신장|상승|향상|개선|인상|증원|조정|\+|↑|▲){_LABEL}"
)
_DOWN_BEFORE = pattern_of(rf"(?:하향|감액|감축|감소|삭감|차감|인하|(?<=[\d%가-힣])-|↓|▼|절감|단축){_LABEL}")
_SIGN_BEFORE = pattern_of(
    r"(?<=[가-힣)\d%])(?P<sign>[+-])(?:’?\d{2,4}년)?[가-힣 ]{1,16}\($|(?<=[가-힣)\d])(?P<plus>\+)[가-힣]{1,16}$"
    r"|(?<=[가-힣)\d])-[가-힣]{0,10}(?:해제|해지|폐지|폐업|폐기|폐차|폐점|종료|이탈|만료|중단|취소|탈퇴|졸업|수료|퇴출|반납|철거|회수|이관|감소분?)$"
)
_TIMES_BEFORE = pattern_of(r"×\(?$|(?:할증|보정|조정)계수(?:는|은|인|:)?$")
_TIMES_AFTER = pattern_of(r"^(?:을|를)?(?:더|모두)?곱")
_LEVEL_AFTER = pattern_of(r"^(?:\)|의)?(?:수준|선|를|을|로|에|상당|만|인|적용|반영|달성|정도|가|까지|$|[.,;)])")
_SHARE = Decimal(50)
_MORE_THAN_ALL = Decimal(100)
_NO_LEVEL = Decimal(130)  # so many per cent more, and no level: rule 5
_GROWN_BY = pattern_of(r"^(?:을|를|가량|정도|이|만큼)?(?:더)?(?:늘|증가)")
_GROWN_IT = pattern_of(r"^(?:을|를)(?:더)?늘")
_OF_BEFORE = pattern_of(r"(?:의|대비|×|평균|실적|그|중|반영|기준|보다|에|값|치)\(?(?:약)?$")
_LEVEL = pattern_of(r"^(?:의)?(?:수준|선|정도|에해당|에달하|까지|에이르)")
_OF_ELSE = pattern_of(
    r"(?:경제성장률|국가성장률|성장률|물가상승률|물가|금리|(?<![전교순반상])환율|단가|경제|예산|사업비|인력|정원|나라경제|인구|보조율|보조금|가격|부가가치세|전입금|모집단)(?:증가율|감액률|삭감률|증감률|상승|인상|증가|전망|둔화)*(?:이|가|은|는|의|을|를)?"
    r"(?:그해|올해|금년)?(?:[’\d]*년?도?(?:에)?(?:전년|작년|지난해)?(?:도)?(?:대비|보다|에서)?)(?:\(?[’\d년기준도에는]*)?(?:약)?$"
)
_YEARLY = pattern_of(
    r"(?:(?<![가-힣])연|매년|해마다|매해|연간|(?:연|년)?평균(?:증가|상승|개선)(?:폭|분|인원|치|량)?(?:인|은|이|을|를)?|한해(?:에)?(?:평균)?|연평균|(?:매년|해마다|매해)평균)\(?(?:약)?$"
)
_RANKS = ("등급", "단계", "위", "차", "급")
# What was done to come to the target: `3%를 상향하였고, 그 결과 14.7을 목표로`.
_SO_THAT = pattern_of(r"^[^.\d]{0,12},?(?:그결과|이에따라)[^.]{0,14}목표")
# By how much it rose when it came to a figure: `4.0% 늘어 3,276명이 되었음`.
_CAME_TO = pattern_of(
    r"^(?:을|를|가량|정도)?(?:늘어|증가하여|증가해|올라|높아져|커져|줄어|감소하여|감소해)[\d,.]+[가-힣%]{0,2}(?:이|가|에|을|를)?(?:되었|됐|됨|이르렀|달했|달하였|기록했|기록하였|기록함)"
)
_MOVED_BY = pattern_of(rf"^(?:이상)?(?:{_UP}|{_DOWN})")
_SUBJECT = pattern_of(r"^(?:은|는|이|가)(?!더|추가|산|점|감)")
# A step of the rate itself, one of every month, the second of two levels.
_OF_RATE = pattern_of(
    r"(?:증가|성장|상향|상승|감소|인상)(?:율|률)(?:을|를|은|는)$|(?<=[가-힣])(?<!증가)(?<!성장)(?<!상향)(?<!상승)(?<!인상)(?<!가산)(?<!신장)(?<!증액)(?<!향상)(?<!증원)(?<!감액)(?<!감소)(?<!감축)(?<!할증)(?<!조정)(?<!반영)(?<!삭감)(?<!추가)(?<!확대)(?:율|률)\(?$"
)
# A rate that is set or applied: `상승률은 4%를 적용`, `증가 폭을 4.5%로 키워`.
_APPLIED_RATE = pattern_of(
    r"(?:증가|성장|상승|신장|상향|가산|향상)(?:율|률|폭)(?:은|는|을|를)#(?:(?:을|를)?적용|(?:으로|로)(?:키[워우]|높|올|잡|정[하함]|설정|늘|상향|적용|확대))"
)
_PERIODIC = pattern_of(r"(?:분기|반기|매월|매달|월)(?:별로|별|마다|에)?$")
_FROM_TO = pattern_of(r"\d(?:%|%p)에서$")
# So much of something, which is put beside something else or is the target itself.
_SHARE_OF = pattern_of(r"[가-힣\d)%]의(?:약)?$")
# So much of the very start, put on it: `그 평균값의 0.5%를 가산`.
_OF_THE_SAME = pattern_of(r"(?:그|이|동|해당)(?:평균|값|평균값|평균치|실적|점수|금액|수치)?의(?:약)?$")
_ADDS = pattern_of(r"^(?:을|를|만큼|에해당하는|만)*(?:더|추가|보태|얹|가산|합|플러스)")
# What moved so far: `38% 급감하였으나`, `2.0%p 상승한 ’22년 실적`.
_TOLD = pattern_of(
    rf"^(?:을|를|만큼|씩|이상|가량|정도|더|만|나|이나)*(?:크게|소폭|다소|급|대폭|수준으로|안팎|내외)*(?:{_UP}|{_DOWN}|급감|급증)(?!잡)[가-힣]{{0,2}}"
    r"(?:는데그[치쳤친]|는데머[물문]|왔|오던|온|[였았었했됐졌났랐렸썼겼][가-힣]|[한된던](?:’|\d|전년|실적|작년|지난))|^(?:이|가)?(?:오른|내린|늘어난|늘린|높아진|높인|높은|낮은|줄어든|줄인|[가-힣]{2}[한된])점(?=[,을이과도에]|등)|^(?:을|를|이|가|만큼|씩)*(?:올랐|늘었|높아졌|커졌|줄었|낮아졌|떨어졌|늘어났|오른바)|^(?:을|를)?(?:오른|늘어난|높아진|커진|줄어든|낮아진)(?:’|전년|실적|작년|지난)|^(?:이|가)?깎[이였인]|^(?:을|를)?(?:초과|상회)(?:하여)?달성|^(?:을|를)?초과(?:함|했|하였)"
    rf"|^(?:을|를|만큼|씩|이|가)*(?:{_UP}|{_DOWN})[가-힣]{{0,3}}(?:예정|전망|예상|우려)[가-힣]{{0,3}}(?:나|지만)"
)
# A growth that goes on is a step and no fact.
TAKEN_UP = pattern_of(
    r"(?:증가|성장|상승|신장)(?:율|률|폭|세|추세|분)(?:이|을|를|대로|만큼|가)?[^.,;]{0,12}(?:적용|반영|이어|연장|지속|되풀이|유지|늘|오르|오른|커지|곱|증가)"
    r"|(?:같은|동일한?|이)(?:폭|율|비율|추세)|(?:연장|되풀이|이어|지속)"
)
_EVERY_YEAR = pattern_of(r"(?:매년|해마다|매해)(?!들쭉날쭉|등락|오르내|변동|달라|다르|다름|조사|실시|측정|공표|발표)")
# A level that is reached, and no step: `80억원으로 줄어`.
_UP_TO = pattern_of(r"^(?:으로|로|까지|에서)")
_TO_A_LEVEL = pattern_of(rf"^(?:으로|로)(?:{_UP}|{_DOWN})")
# A rate of something else that is taken over.
_LIKEWISE = pattern_of(r"똑같이|(?:같은|동일(?:한)?|동)(?:비율|비중|폭|감액률|삭감률|율|률)|비례|그만큼|만큼")
_GROWTH_APPLIED = pattern_of(r"^(?:을|를|의증가율을|씩)?(?:[^.]{0,24}?에)?(?:곱해|적용|반영|대입|가산|더[하해])")
_AT_ONCE_APPLIED = pattern_of(
    r"^(?:을|를|의(?:증가|상승|성장|신장|향상)(?:율|률|폭)(?:을|를)|씩)?(?:적용|반영|곱|대입|가산|더[하해])"
)
_CLAUSE = pattern_of(r"(?<!\d)\.|\.(?!\d)|;")
_RATE_NOUN = pattern_of(r"(?:증가|성장|상승|신장|향상|감소|하락|개선)(?:율|률)")
_GROWS = pattern_of(r"(?:증가|성장|상승|신장|상향|가산|향상)(?:율|률|폭)")
_SHRINKS = pattern_of(r"(?:감소|감액|감축|하락|삭감)(?:율|률)")
# What passes a level, and does not go up by it: `16%를 웃도는`.
_PASSES = pattern_of(
    r"^(?:보다도?(?:크게|다소|소폭)?(?:더)?(?:높|많)|(?:을|를|보다도?)(?:크게|다소|소폭)?(?:더)?(?:웃[도돌]|상회|넘|능가|초과|뛰어))"
)
# What a target is held against, one that is set, and what is put on something else.
_HELD_AGAINST = pattern_of(r"^(?:대비|에비해|에견주)")
_AIM = pattern_of(r"^(?:을|를)목표|^(?:으로|로)설정")
_PUT_ON = pattern_of(
    r"^(?:을|를|하여|한값을|한것을|만큼을|만큼)?(?:더[하한해함]|보[태탠]|얹|합산)"
    r"|^(?:을|를)[가-힣]{1,12}에(?:더[하한해함]|합산|보[태탠탬]|얹|가산|높[이임])"
)
_AS_MUCH = pattern_of(r"^(?:만큼|을더|를더|더|씩)")
_PUT_ASIDE = pattern_of(r"(?:값|수|것|결과|물량)에")
# What a share of something is put on: `그 4분의 1을 전년 실적에 반영`.
_ONTO_ANOTHER = pattern_of(r"^(?:을|를)(?:[가-힣]{1,12}에(?:반영|적용|더|합|가산)|구하고이를)")
_OF_A_RATE = pattern_of(r"(?:(?:증가|성장|상승|신장|감소)(?:율|률|폭)|CAGR|차이|격차)의(?:약)?$")
_RATE_SET = pattern_of(r"(?:증가|성장|상승|신장)(?:율|률|폭)(?:을|를)(?:그)?(?:(?:두|세|\d)배인)?$")
_SET_TO = pattern_of(r"^(?:으로|로)(?:키[워우]|높|올|잡|정[하함]|설정|늘|상향|적용|확대)")
_ONE_PLUS = pattern_of(r"×\(?1\+\(?$")
_ONE_LESS = pattern_of(r"×\(?1-\(?$")


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, by which entry. `sign` 0: a factor."""

    entry: Entry
    sign: int
    additive: bool
    times: "Step | None" = None
    yearly: bool = False
    years: int = 1

    def on(self, node: Node) -> Node:
        """What comes of a start."""
        entry = self.entry
        if entry.percent and not self.additive:
            rate = number(entry.value, Suffix.RATIO)
            return infix(node, "*", rate) if self.sign == 0 else grown(node, self.sign, rate)
        if self.sign == 0:
            return infix(node, "*", number(entry.value))
        amount: Node = number(entry.value)
        if self.years > 1:
            amount = infix(amount, "*", number(Decimal(self.years)))
        return signed(node, self.sign, self.times.on(amount) if self.times else amount)


def step_of(entry: Entry, text: str) -> Step | None:
    """What is done by an entry; a direction must be said."""
    before = text[: entry.start]
    if entry.value == 1 and not entry.percent and not entry.points and _TIMES_BEFORE.search(before):
        return None
    if entry.unit in _RANKS or (entry.factor and _MOVED_BY.search(entry.near)):
        return None
    multiplied = _TIMES_BEFORE.search(before) or _TIMES_AFTER.search(entry.near)
    if entry.factor or (not entry.unit.startswith("%") and multiplied):
        aside = _ONE_PLUS.search(before) or _PUT_ON.search(entry.near)
        return None if aside else Step(entry, 0, additive=False)
    if _only_tells(entry, before, text):
        return None
    fraction = "분의" in text[entry.start : entry.end]
    if fraction and _ONTO_ANOTHER.search(entry.near):
        return None
    if fraction and not (moves(entry) or _AS_MUCH.search(entry.near)):
        return Step(entry, 0, additive=False)
    if not entry.points and _HANGS_ON.search(text[max(0, entry.start - _FAR) : entry.start]):
        return None
    if entry.percent and _is_a_level(entry, before):
        return None
    if entry.percent and _RATE_SET.search(before) and _SET_TO.search(entry.near):
        return Step(entry, 1, additive=False)
    if _HELD_AGAINST.search(entry.near) or (
        entry.percent and _AIM.search(entry.near) and not _OF_BEFORE.search(before)
    ):
        return None
    if _ONE_PLUS.search(before) or _ONE_LESS.search(before):
        return _beside_one(entry, 1 if _ONE_PLUS.search(before) else -1)
    if entry.percent:
        return _of_percent(entry, before)
    sign = direction(entry, before)
    return (
        Step(entry, sign, additive=True, yearly=_is_yearly(entry, before))
        if sign and not _UP_TO.search(entry.near)
        else None
    )


def _only_tells(entry: Entry, before: str, text: str) -> bool:
    """Whether a figure only tells: it is passed, looked at, one of something else, of a rate or of a part of the year, or it happened."""
    behind = text[entry.end :]
    return bool(
        surpassed(entry)
        or seen(entry)
        or (of_else(before) and not _LIKEWISE.search(behind))
        or (happened(entry) and not (_LIKEWISE.search(behind) or TAKEN_UP.search(behind)))
        or (_SUBJECT.search(entry.near) and not _OF_BEFORE.search(before))
        or (_OF_RATE.search(before) and not (entry.percent and _APPLIED_RATE.search(before + "#" + entry.near)))
        or _PERIODIC.search(before)
        or (_FROM_TO.search(before) and _UP_TO.search(entry.near))
        or _OF_A_RATE.search(before)
    )


def _is_a_level(entry: Entry, before: str) -> bool:
    """Whether so many per cent are a level to which something goes, or what is done every year."""
    return bool(
        (_TO_A_LEVEL.search(entry.near) and not _growth(before))
        or (entry.value >= _MORE_THAN_ALL and _MORE.search(entry.near))
        or _EVERY_YEAR.search(_CLAUSE.split(before)[-1])
    )


def _beside_one(entry: Entry, sign: int) -> Step | None:
    """`× (1 + 3%)`, `× (1 + 0.03)`."""
    if entry.percent:
        return Step(entry, sign, additive=False)
    share = not entry.unit and entry.value < 1
    return Step(replace(entry, value=entry.value * 100, unit="%"), sign, additive=False) if share else None


def _of_percent(entry: Entry, before: str) -> Step | None:
    """So many per cent of the start, or more or less of it."""
    if _TIMES_AFTER.search(entry.near):
        return Step(entry, 0, additive=False)
    sign = direction(entry, before)
    level = entry.value >= _SHARE and bool(_OF_BEFORE.search(before))
    told = not sign or entry.value >= _MORE_THAN_ALL or bool(_LEVEL.search(entry.near))
    if level and told and _LEVEL_AFTER.search(entry.near):
        return Step(entry, 0, additive=False)
    if _SHARE_OF.search(before) and entry.value < _SHARE and not (moves(entry) and not _ADDS.search(entry.near)):
        return Step(entry, 1, additive=False) if _OF_THE_SAME.search(before) and sign > 0 else None
    if sign and (entry.value < _MORE_THAN_ALL or _grown_by(entry)):
        return Step(entry, sign, additive=False, yearly=_is_yearly(entry, before))
    return None


def _is_yearly(entry: Entry, before: str) -> bool:
    return bool(_YEARLY.search(before)) or entry.near.startswith("씩")


def _grown_by(entry: Entry) -> bool:
    """Whether more than all is put on top."""
    return bool(_GROWN_IT.search(entry.near) or (entry.value > _NO_LEVEL and _GROWN_BY.search(entry.near)))


def direction(entry: Entry, before: str) -> int:
    """1 for more, -1 for less, 0 where nobody says."""
    if _UP_BEFORE.search(before) or _PUT_ON.search(entry.near):
        return 1
    if _DOWN_BEFORE.search(before):
        return -1
    if signed := _SIGN_BEFORE.search(before):
        return 1 if "+" in (signed["sign"], signed["plus"]) else -1
    if entry.percent and _AT_ONCE_APPLIED.search(entry.near) and (sign := _growth(before) or _growth(entry.near)):
        return sign
    near = _PUT_ASIDE.split(entry.near.rstrip("↑↓+-▲▼"))[0]
    near = _RATE_NOUN.sub("", near[:_SOON])
    up, down = UP.search(near), DOWN.search(near)
    if up and down:
        return 1 if up.start() < down.start() else -1
    if up or down:
        return 1 if up else -1
    if entry.percent and _GROWTH_APPLIED.search(entry.behind):
        return _growth(before)
    return 0


def _growth(before: str) -> int:
    """What the sentence calls a rate that is applied."""
    clause = _CLAUSE.split(before)[-1]
    return 1 if _GROWS.search(clause) else -1 if _SHRINKS.search(clause) else 0


def of_else(before: str) -> bool:
    """Whether what stands before a figure says that it is one of something else."""
    return bool(_OF_ELSE.search(before))


_FAR = 14
_SOON = 14  # signs behind a figure within which a verb is its own
# A noun that the figure counts, and not the indicator: `신규 채용 5% 확대`.
_HANGS_ON = pattern_of(r"(?:신규채용|신규(?:인력|과제|사업)|회의(?:를)?(?:전년보다)?)$")
_MORE = pattern_of(r"^(?:을|를)(?:상향|높|올|가산|증가|늘)")
_AT_ONCE = pattern_of(rf"^(?:을|를|만큼|씩|이상|가량|정도|더|만)*(?:{_UP}|{_DOWN})")


# Words for more and less that are no step: nouns of rates, and what is not done.
NO_STEP = pattern_of(
    r"(?:증가|상승|성장|향상|개선|감소|신장)(?:율|률|폭|도|업체|량|비|지수)|(?:향상|증가|개선|상승|증감)(?:된|한)?(?:정도|폭|비율|수준)|나아진정도|높아진정도|(?:더|추가로?|추가적인)?(?:올리|높이|늘리|낮추|상향|가산|가감)[가-힣]{0,3}(?:지않|없)[가-힣]*"
)
# A sign that adds what follows it, whatever it is called.
ADDED = pattern_of(r"[+-](?:’?\d{2,4}년)?[가-힣 ]{0,16}\(?$")


def surpassed(entry: Entry) -> bool:
    """Whether a figure is one that is passed: `90점을 넘어`."""
    return bool(_PASSES.search(entry.after.lstrip(")")) or (entry.percent and _PASSES.search(entry.near)))


def happened(entry: Entry) -> bool:
    """Whether a figure is by how much something moved before."""
    if _SO_THAT.search(entry.behind):
        return False
    return bool(_TOLD.search(entry.after) or _CAME_TO.search(entry.behind))


def by_step(entry: Entry) -> bool:
    """Whether the words at a figure make it a step, though a year stands before it: `2019년보다 5% 늘`, `2019년 척수에 1.05를 곱`."""
    return moves(entry) or bool(_TIMES_AFTER.search(entry.near))


def moves(entry: Entry) -> bool:
    """Whether a word for more or less follows a figure at once."""
    return bool(_AT_ONCE.search(entry.near))


_SEEN_WITH = pattern_of(r"^\)(?:와|과|및)[^.,]{0,20}(?:고려|감안)")
_SEEN_BOTH = pattern_of(r"^\)(?:와|과|및)[^.,()]{0,20}\([^()]*\)[^.,()]{0,4}(?:고려|감안)")
_SEEN = pattern_of(
    r"^(?:%|\))*(?:을|를|에|과|와|도|은|는|로|인|의|이|가)?(?:정도|수준|안팎|에머무[는르]|에그[치친]는?|에불과한|고지를)*(?:임을|점에|사실을|현황을|점을|점|것을|바를|였던점에|수준을|수준|사정을|상황을|여건을|형편을|추세를|추세|흐름을|등을|등)*(?:모두|함께|종합적으로|적극)?(?:감안|고려|참고|참작|참조|살[펴피]|헤아|염두|길잡이|거울|비추|비해|비하|준[하한해]|견주|에도불구)"
)


def seen(entry: Entry) -> bool:
    """Whether a figure is only taken into account."""
    return bool(_SEEN.search(entry.after) or _SEEN_WITH.search(entry.after) or _SEEN_BOTH.search(entry.behind))
