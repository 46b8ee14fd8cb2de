"""Growth told by what is done with it: rates of each year and their mean, how much each year brought, the growth of a span, half of it, once more.

Whatever was worked out one by one becomes the mean of it, whatever goes on becomes a growth that is applied. A gloss on a rate goes when it
agrees: how many years it is of, that it is compound, by how much it rose.
"""

import re
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import COUNT, LAST, RESULT, YEAR, Saying, Told, number, results_before, says
from uigwe.reasons.patterns import NUMERAL
from uigwe.values import EXACT, plain, rounded

_GROWS = r"(?:증가|성장|상승|신장|향상|증감|감소|하락|인상)"
_RATE = rf"{_GROWS}(?:율|률)"
_SO_MUCH = rf"(?:{_GROWS}(?:폭|분|량|치|액|건수|인원|점수)|순증(?:분|량|건수)?)"
_GREW = r"(?:늘어난|오른|높아진|증가한|상승한|성장한|불어난|향상된|커진|많아진)"
_MUCH = r"(?:건수|폭|양|인원(?:수)?|점수|수치|물량|금액|수|값|분|만큼)"
_EACH = r"(?:해마다|매년|매해|연도별|연도마다|각연도|각해|해별|한해한해|각각의해|각년도)(?:의)?"
_TODAY = r"(?:올해|금년|당해(?:연도)?|이번|목표연도|다음해)(?:에)?(?:도|에도)?"
_UP = r"(?:늘|오르|올|높|증가하|상승하|성장하|커지|커|늘어나|높아지|올라가|이어지|확대되)"
_GOT = r"(?:구|산출|산정|계산|도출|얻|내)(?:하여|하고|한|해|해서|어|여)?(?:뒤|후|다음)?,?"
_THEM = r"(?:이를|그것을|이들을|이것을|그값을|그값들을|이값들을|이들값을|세값을|두값을|네값을)?"
_MEANT = r"(?:산술|단순)?평균(?:을)?(?:하고|하여|해서?|한|내고|내어|내|낸|구하여|구해|구한|한뒤|한후|한다음),?"
_OF_THEM = rf"(?:(?:(?:그|이|해당|이렇게나온|나온|그렇게나온)(?:평균)?|평균)?(?:{_RATE}|{_SO_MUCH}|비율|율|값|수치|폭|건수|양|결과|평균))?"
_TO = r"(?=로|으로|을|를|만큼|에)"
_COMPOUND = (
    r"(?:연)?(?:복리|복합)(?:로|기준|방식|계산|성장률|증가율)?|기하평균(?:방식|기준|법)?|CAGR|기하(?:방식)?|\d년복리"
)


def _listed(told: Told, known: Known) -> str | None:
    """`증가율 3개의`: as many as the steps between the years before, or as the years that are each held against the one before."""
    del known
    before, said = told.string[: told.start()], number(told["many"])
    arrows = before[-_SHORT:].count("→")
    steps = arrows if arrows > 1 else results_before(told) - (not before.endswith(("전년대비", "전년도대비")))
    return told["what"] + (told["more"] or "") if steps == said else None


def _gloss(told: Told, known: Known) -> str | None:
    """`(기하평균 방식, ’17~’21년 4개 구간)`: the years are left, when the steps between them are as many."""
    del known
    years = told["years"] or ""
    ends = [int(one) for one in re.findall(r"(?:’|(?:19|20)(?=\d{2}))(\d{2})", years)]
    steps = re.search(r"\d+", told["steps"] or "")
    if steps and (len(ends) != 2 or int(steps[0]) != ends[1] - ends[0]):
        return None
    return told["what"] + (f"({years})" if years else "")


def _span(told: Told, known: Known) -> str | None:
    """`’18년 대비 ’22년의 4년간 연평균증가율(복리)`."""
    del known
    first, last = (int(told[name].rstrip("년도")[-2:]) for name in ("since", "to"))
    if told["many"] and int(told["many"]) != last - first:
        return None
    yearly = "연평균" in told["what"] or "CAGR" in told["what"]
    return f"’{first:02}~’{last:02}년{told['what']}" if yearly else f"’{first:02}년대비’{last:02}년{told['what']}"


def _a_year(told: Told, known: Known) -> str | None:
    """`’19년에서 ’22년까지 3년간 증가한 건수의 연평균`."""
    del known
    first, last = (int(told[name].rstrip("년도")[-2:]) for name in ("since", "to"))
    if told["many"] and int(told["many"]) != last - first:
        return None
    return f"’{first:02}년에서’{last:02}년까지늘어난폭을{last - first}으로나눈값"


def _each(told: Told, known: Known) -> str | None:
    """`매년의 전년 대비 증가율`: each year's, on the one before it."""
    del known
    if not (told["on"] or "").endswith("대비"):
        return f"연도별{told['what']}"
    return None if told[0].startswith("연도별") else f"전년대비{told['what']}"


def _between(told: Told, known: Known) -> str | None:
    """`3년간(’19~’22년) 연평균 증가율`: three steps from the one to the other."""
    del known
    first, last = (int(told[name].rstrip("년도")[-2:]) for name in ("since", "to"))
    return f"’{first:02}~’{last:02}년" if last - first == int(told["many"]) else None


def _since(told: Told, known: Known) -> str | None:
    """`’19년 이후 3년간 매년 평균적으로 늘어난 만큼`."""
    first, many = int(told["since"].rstrip("년도")[-2:]), int(told["many"])
    if (first + many) % 100 != (known.year - 1) % 100:
        return None
    return f"’{first:02}년에서’{first + many:02}년까지늘어난폭을{many}으로나눈값"


def _again(told: Told, known: Known) -> str | None:
    """`’22년의 전년 대비 증가폭과 같은 폭으로 올해도 늘림`."""
    if (year := told["year"]) and int(year.rstrip("년도")[-2:]) != (known.year - 1) % 100:
        return None
    does = "적용함" if told["what"].endswith(("율", "률")) else "더함"
    what = "증가율" if does == "적용함" else "증가폭"
    return f"전년도{what}을전년실적에{does}"


def _of_last(told: Told, known: Known) -> str | None:
    """`작년에 늘어난 비율`: last year's growth; of so much, last year's increase."""
    del known
    return "전년도증가율" if told["what"].endswith(("율", "률")) else "전년도증가폭"


def _rise(told: Told, known: Known) -> str | None:
    """The figure beside an increase goes when the table says so: `’21→’22년 증가폭(1.4점)의 2배`."""
    since, to = (2000 + int(one[-2:]) for one in re.findall(r"\d{2,4}", told["years"]))
    cells = [known.actuals.get(year) for year in (since, to)]
    first, last = (cell.value if cell is not None else None for cell in cells)
    printed = Decimal(told["figure"].replace(",", ""))
    return told["years"] + told["what"] if first is not None and last is not None and last - first == printed else None


def _mean_of_rates(told: Told, known: Known) -> str | None:
    """`증감률(△2.0%, 5.0%, 6.0%)의 평균인 3.0%`: the rate that they come to, which must be the one printed."""
    del known
    rates = [Decimal(one.replace(",", "")) for one in re.findall(r"(?<!’)-?\d+(?:\.\d+)?(?=%)", told["list"])]
    if len(rates) < 2 or len(rates) != told["list"].count("%"):
        return None
    mean = EXACT.divide(sum(rates, Decimal(0)), Decimal(len(rates)))
    if told.string[told.end() :].lstrip("을를").startswith("목표"):
        # The rate is the indicator itself.
        return None
    if told["mean"] is None:
        return f"증가율{plain(mean)}%" if -int(mean.as_tuple().exponent) <= _PLACES else None
    printed = Decimal(told["mean"])
    return f"증가율{told['mean']}%" if rounded(mean, max(0, -int(printed.as_tuple().exponent))) == printed else None


def _higher(told: Told, known: Known) -> str | None:
    """`’23년도 증가율보다 0.5%p 높은 3.5% 증가`: when last year's growth and the points come to it."""
    cells = [known.actuals.get(known.year - back) for back in (1, 2)]
    last, before = (cell.value if cell is not None else None for cell in cells)
    if last is None or not before:
        return None
    rate = Decimal(told["rate"])
    grown = EXACT.divide((last - before) * 100, before)
    step = Decimal(told["points"]) * (-1 if told["way"] in ("낮은", "낮춘") else 1)
    places = max(0, -int(rate.as_tuple().exponent))
    return f"전년실적에서{told['rate']}%{told['does']}" if rounded(grown + step, places) == rate else None


def _part_of_rise(told: Told, known: Known) -> str | None:
    """`지난해 증가분(6건)의 절반인 3건을 추가`: what it comes to, on top of last year's result."""
    cells = [known.actuals.get(known.year - back) for back in (1, 2)]
    last, before = (cell.value if cell is not None else None for cell in cells)
    figure, step = (Decimal(told[name].replace(",", "")) for name in ("figure", "step"))
    part = told["part"]
    times = Decimal(_TIMES.get(part) or part.rstrip("배")) if "분의" not in part else 1 / Decimal(part[0])
    if last is None or before is None or last - before != figure or step != figure * times:
        return None
    return f"전년실적에{told['step']}{told['unit']}을더함"


_TIMES = {"절반": "0.5", "반": "0.5", "두배": "2", "세배": "3"}


def _moved_rate(told: Told, known: Known) -> str | None:
    """`전년 증가율 5%에서 2%p 낮춘 3% 증가`: when it comes out."""
    del known
    points = Decimal(told["points"]) * (-1 if told["way"] in ("낮춘", "낮은", "뺀", "차감한", "내린") else 1)
    if Decimal(told["was"]) + points != Decimal(told["rate"]):
        return None
    return f"전년실적에서{told['rate']}%{told['does']}"


def _so_often(told: Told, known: Known) -> str | None:
    """`두 번(’22년, ’23년)`: as many as are named, up to the target's year."""
    years = [2000 + int(one[-2:]) for one in re.findall(r"\d{2,4}", told["years"])]
    return told["often"] if len(years) == number(told["many"]) and years[-1] == known.year else None


_SHORT = 32  # signs before, among which the steps of a list stand
_LASTS = rf"(?:전년도?|작년|지난해|직전연도|(?P<year>{YEAR}))"
_PLACES = 4
_LIST = r"-?\d+(?:\.\d+)?%(?:(?:,|·|와|과|및|/) ?(?:’?\d{2,4}년?도?:?)?-?\d+(?:\.\d+)?%)+"
_YEAR_LIST = rf"(?:\(?’?\d{{2,4}}년?도?\)?:?)?{_LIST}"
_AGAIN = r"(?:다시(?:한번)?|한번더|한차례더|1회더|한해더|1년더|한해만더)"

SAYINGS: tuple[Saying, ...] = (
    # ── a rate and what is said beside it ──
    says(
        rf"(?:최근|직전|과거|지난)?(?P<many>\d)(?:개)?년(?:간)?\((?P<since>{YEAR})(?:~|→|-)(?P<to>{YEAR})\)(?:의|동안의)?(?=(?:연평균|평균)(?:복리|복합)?(?:{_RATE}|{_SO_MUCH}))",
        _between,
    ),
    says(
        rf"(?P<since>{YEAR})이후(?P<many>\d)년(?:간|동안)?(?:매년|해마다|한해)?평균(?:적으로|해서)?{_GREW}{_MUCH}",
        _since,
    ),
    says(
        rf"(?:{_LASTS}(?:의)?(?:전년대비)?(?P<what>{_SO_MUCH}|{_RATE}))(?:과|와)(?:같은|동일한)(?:폭|만큼|수준|건수|크기|비율|점수|인원)?(?:으로|만큼|로)?{_TODAY}?{_UP}(?P<end>[가-힣]{{0,4}}?)(?=$|[.,)])",
        lambda told, known: _again(told, known),
    ),
    says(
        rf"(?P<what>{_LASTS}(?:의)?(?:전년대비)?{_SO_MUCH})의(?:반|절반)만(?:큼)?(?:올해|금년|당해)?(?:의)?(?:목표에|목표치에|실적에)?(?:반영|가산)(?:함|하여설정|하여정함|하기로함)?(?=$|[.,)])",
        r"\g<what>의절반을전년실적에더함",
    ),
    says(
        rf"(?P<what>(?:연평균|복합|연)?{_RATE}|CAGR)\((?:(?:{_COMPOUND}),?)?(?P<years>{YEAR}(?:~|-|→|부터){YEAR})?(?:의)?,?(?P<steps>\d{{1,2}}(?:개구간|개년간|년간|개년|구간|개기간))?(?:,?(?:{_COMPOUND}))?\)",
        _gloss,
    ),
    says(
        rf"(?P<since>{YEAR})(?:대비|에서|부터)(?P<to>{YEAR})(?:까지|의|으로|로)*(?:(?P<many>\d)년(?:간|동안)?의?)?(?P<what>(?:연평균)(?:복합)?{_RATE}|CAGR)(?:\(CAGR\))?",
        _span,
    ),
    says(
        rf"(?P<since>{YEAR})(?:에서|부터)(?P<to>{YEAR})(?:으로|로|에|까지)(?:의|갈때의|넘어갈때의|넘어올때의|오면서(?:의|나타난)?|가면서(?:의)?|올때의|바뀔때의|이행할때의|옮겨갈때의)(?P<what>{_RATE}|{_SO_MUCH})(?P<many>)",
        _span,
    ),
    says(
        rf"(?<![가-힣]평균)(?P<what>{_RATE}|{_SO_MUCH}|{_GREW}{_MUCH})(?:중)?(?:의)?(?P<many>{COUNT})(?:개|가지|값)?(?P<more>의|를|을)?(?=(?:산술|단순)?평균|각각|모두|구|산출|단순)",
        _listed,
    ),
    says(
        rf"(?<!\(){_EACH}(?P<on>전년(?:도)?대비|나온|나타난|발생한)?(?P<what>{_RATE}|{_SO_MUCH})",
        _each,
    ),
    says(
        rf"(?<=실적)(?:에서|으로|으로부터|을가지고)(?:얻은|구한|계산한|산출한|나온|도출한)(?=연도별|전년|연평균|{_RATE})",
        "의",
    ),
    says(rf"(?:{_COMPOUND})(?:의|으로구한|에의한|으로계산한)?(?=연평균{_RATE})", ""),
    says(
        rf"(?:매년|해마다|매해)(?:똑같은|같은|동일한|일정한)(?:비율|증가율|율|속도)(?:로|으로)(?:늘|증가하|성장하|커지|커|상승하|오르|높아지)[가-힣]{{0,2}}다고(?:볼|보았을|가정할|가정했을|칠|할)때의(?P<what>{_RATE})",
        r"연평균\g<what>",
    ),
    says(
        rf"(?P<since>{YEAR})(?:에서|부터|대비)(?P<to>{YEAR})(?:까지)?(?:(?P<many>\d)년(?:간|동안))?(?:에걸쳐)?{_GREW}{_MUCH}(?:의|을)?(?:연평균|연간평균|한해평균|1년평균|1년치|한해치|한해분|1년분)(?:값|치)?",
        _a_year,
    ),
    # ── their mean ──
    says(
        rf"(?P<years>{YEAR}(?:~|부터){YEAR})(?:까지)?(?:동안|간|사이)?(?:의|에)?(?:해마다|매년|각각)?(?:전년보다|전년대비|직전해보다|전년에비해){_GREW}{_MUCH}",
        r"\g<years>전년대비증가폭",
    ),
    says(rf"(?P<what>{_RATE}|{_SO_MUCH})의(?:산술|단순)평균(?:을|를){_GOT}(?={LAST}|그만큼|이를)", r"\g<what>의평균을"),
    says(
        rf"(?P<what>{_RATE}|{_SO_MUCH}|{_GREW}{_MUCH})(?:을|를)(?:각각|모두|각기|하나씩)?(?:{_GOT})?{_THEM}{_MEANT}{_OF_THEM}{_TO}",
        r"\g<what>의평균",
    ),
    says(
        rf"(?P<years>{YEAR}(?:(?:,|·|와|과){YEAR})+)(?:에|에는)?(?:각각|각기|해마다)?(?:전년보다|전년대비|직전해보다)?{_GREW}(?P<what>{_MUCH})",
        r"\g<years>전년대비증가\g<what>",
    ),
    says(
        rf"(?P<steps>(?:{YEAR}→{YEAR}(?:,|·)?){{2,}})(?:에|에서|로)?(?:각각|각기)?(?:{_GREW}|늘은){_MUCH}",
        r"\g<steps>증가폭",
    ),
    says(
        rf"(?:(?:최근|직전|과거|지난)?\d개?년(?:간)?(?:의)?)?(?:전년(?:도)?대비|연도별|연평균)?(?:실적)?{_RATE}(?:\((?P<list>{_YEAR_LIST})\)|(?P<rates>(?!)))?(?:의)?(?:산술|단순)?평균(?:값|치)?(?:인|\()?(?:(?P<mean>{NUMERAL})%(?!p)\)?)?(?=를|을|만큼|로(?!설정|정|함|목표|하|산)|반영|적용)",
        lambda told, known: _mean_of_rates(told, known) if told["list"] else None,
    ),
    says(
        rf"(?:(?:최근|직전|과거|지난)?\d개?년(?:간)?(?:의)?)?(?:전년(?:도)?대비|연도별)?(?:실적)?{_RATE}(?:인|은|이)?(?P<list>{_YEAR_LIST})(?:의|를|을)(?:산술|단순)?평균(?:값|치|한)?(?:인|\()?(?P<mean>{NUMERAL})%(?!p)\)?(?=를|을|만큼|로(?!설정|정|함|목표|하|산)|반영|적용)",
        _mean_of_rates,
    ),
    # ── last year's, and once more ──
    says(
        rf"{_LASTS}(?:의)?(?:전년대비)?(?:{_SO_MUCH})\(?(?P<figure>{NUMERAL})(?P<unit>%p|[가-힣]{{1,2}}?)\)?의(?P<part>절반|반|\d(?:\.\d)?배|두배|세배|\d분의1)인(?P<step>{NUMERAL})(?P=unit)(?:을|를)(?:추가|더함|가산|더하여|얹음|보탬)(?:함|하여설정|로설정)?(?=$|[.,)])",
        _part_of_rise,
    ),
    says(
        rf"(?:{_LASTS}|예년|최근\d개?년)?(?:의)?(?:간)?(?:연평균|평균)?{_RATE}\(?(?P<was>\d+(?:\.\d+)?)%\)?(?:에서|보다)(?P<points>\d+(?:\.\d+)?)%p(?:를|을)?(?P<way>낮춘|낮은|뺀|차감한|내린|높인|높은|더한|올린)(?P<rate>\d+(?:\.\d+)?)%(?:의)?(?P<does>증가|성장|상향|상승)(?:율)?(?:을|를)?(?:목표로|적용|반영)(?:함|하여|하여설정|설정)?(?=$|[.,()])",
        _moved_rate,
    ),
    says(
        rf"(?P<years>{YEAR}(?:→|~|대비){YEAR})(?:의)?(?P<what>{_SO_MUCH})\((?P<figure>{NUMERAL})(?:%p?|[가-힣]{{1,3}})?\)(?=의)",
        _rise,
    ),
    says(
        rf"(?:전년도?|작년|지난해|직전연도)에(?:실제로)?{_GREW}(?P<what>비율|율|증가율|상승률)(?=만큼|로|을|를|의)",
        _of_last,
    ),
    says(
        rf"(?P<what>{_RATE}|평균|비율)만큼(?:씩)?{_TODAY}(?:더)?{_UP}[가-힣]{{0,3}}?다고(?:보고|보아|가정하고|가정하여|하고|전제하고|전제하여|예상하여)",
        r"\g<what>을전년실적에적용하여",
    ),
    says(
        rf"(?P<what>{_RATE}|CAGR|평균)만큼(?P<base>{LAST}{RESULT})(?:이|을|가|를)(?:한해더|1년더|올해도|금년에도|한번더)?{_UP}[가-힣]{{0,3}}?다고(?:보고|보아|가정하고|가정하여|전제하고|전제하여)(?:산정|산출|계산)?",
        r"\g<what>을\g<base>에적용하여산정",
    ),
    says(
        rf"(?P<what>{_RATE}|CAGR|의평균)(?:으로|로)(?P<base>{LAST}{RESULT})(?:을|를)(?:{_AGAIN}|한해)?(?:늘린|키운|늘려잡은|증가시킨|연장한|높인|올린)(?=값|수치|수준|것)",
        r"\g<what>을\g<base>에적용한",
    ),
    says(
        rf"(?P<what>(?:{_RATE}|CAGR|의평균)(?:을|를))(?P<base>{LAST}[가-힣]{{2,8}}?(?:\([가-힣]{{1,3}}\))?)에(?:{_AGAIN})(?:적용|곱)",
        r"\g<what>\g<base>에적용",
    ),
    says(
        rf"(?P<what>(?:{_RATE}|CAGR|의평균)(?:을|를))(?P<base>{LAST}{RESULT})에곱(?:하여|해|한뒤|하고)(?:서)?(?:다시)?(?P<add>더|가산|보태)(?P<end>함|한|하여|하|ㅁ)?",
        r"\g<what>\g<base>에적용\g<end>",
    ),
    says(
        rf"(?P<what>(?:{_RATE}|CAGR)(?:을|를))(?:{_AGAIN})적용(?P<end>함|하여|한)?(?=$|[.]|설정|산정|산출|값)",
        r"\g<what>전년실적에적용\g<end>",
    ),
    says(
        rf"(?:{LAST}|전년도?)(?:의)?(?:전년(?:도)?대비)?(?:[가-힣]{{0,6}})?{_RATE}(?:\({NUMERAL}%\))?보다(?P<points>{NUMERAL})%p(?P<way>높은|낮은|높인|낮춘|상향한)(?P<rate>\d+(?:\.\d+)?)%(?:의)?(?P<does>증가|성장|상향|상승)(?:율)?(?:을|를)?(?:적용|반영|목표로)?(?=$|[.,)]|함|하여|한|설정)",
        _higher,
    ),
    says(rf"(?P<often>(?P<many>두|세|네|\d)(?:번|차례|회))\((?P<years>{YEAR}(?:(?:,|·|와|과){YEAR})+)\)", _so_often),
    says(
        r"(?<=에적용)한’?(?P<when>\d{2})년(?:도)?(?:의)?(?:예상|추정|전망|예측)(?:치|값)",
        lambda told, known: "한값" if int(told["when"]) == known.year % 100 else None,
    ),
)
