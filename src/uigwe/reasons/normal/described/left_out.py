"""Years left out of a mean, told with why: `행사가 취소된 ’20년을 뺀 평균`, `조사를 하지 않아`, `’21년 조사는 버리고 ’22년과 ’20년 두 조사의 평균`.

Why a year is left out goes; a year told apart goes where the years that are taken are named beside it. A usual year (`예년`) gives way
to the mean that its bracket says it is.
"""

import re

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import COUNT, CUT, MEAN, RESULT, WINDOW, YEAR, Saying, Told, number, says
from uigwe.reasons.patterns import NUMERAL, pattern_of

_WHY = r"(?:[^.,()\d%]|코로나(?:-|바이러스)?19|COVID-?19|\d{1,3}%(?:에|도|를|이|의)){2,40}?"
_WORDS = r"(?:은|는|을|를|도|이)?"
_OF = rf"(?:조사|측정|평가)?(?:의)?(?:{RESULT}|자료)?"
_DROPPED = rf"(?:(?:기준|산정|대상|산출|평균|계산|집계)(?:에서|에는)?)?(?:{CUT}|(?:쓰|사용하|반영하|포함하|넣|산입하)지않고|버리고|제쳐두고)"
_NONE = (
    r"(?:(?:조사|실적|자료|측정|평가|통계|집계|수치)(?:를|을|가|이)?(?:아예)?(?:하지|실시하지|시행하지|"
    r"없|있지|산출되지|집계되지|존재하지)(?:않|었|못)?(?:았|했)?(?:아서?|어서?|으므로|고|기에)|(?:미실시|"
    r"미시행|미조사|결측)(?:로|으로|이므로|라))"
)
_TAKEN = rf"(?:실적이|조사가|자료가|수치가)?(?:있는|남은|실시된|존재하는)?(?P<taken>{YEAR}(?:(?:,|·|와|과|및){YEAR})+)"
_REASON = pattern_of(rf"^{_WHY}(?<=[된한던은는없인])(?={YEAR}(?:의)?(?:실적)?(?:을|를)(?:{CUT}))")
_FIGURED = pattern_of(rf"(평균(?:값|치)?)(?:인|:|=)?({NUMERAL}[가-힣%]{{0,3}})$")
_TWO_DIGITS = pattern_of(r"(?:’|(?:19|20)(?=\d{2}))(\d{2})")


def _years(said: str) -> set[int]:
    return {int(one) for one in _TWO_DIGITS.findall(said)}


def _without(told: Told, known: Known) -> str | None:
    """A year told apart from those that are taken; what is taken must not hold it."""
    del known
    out, taken = _years(told["out"]), _years(told["taken"])
    if not taken and "~" in told["window"]:
        taken = set(range(min(_years(told["window"])), max(_years(told["window"])) + 1))
    return None if out & taken else told["goes"]


def _window_without(told: Told, known: Known) -> str | None:
    """A best result that is not taken, where the years that follow do not hold its year."""
    del known
    ends = sorted(_years(told["window"]))
    return (
        f"{told['window']}년"
        if _years(told["out"]) and not set(range(ends[0], ends[-1] + 1)) & _years(told["out"])
        else None
    )


def _reasonless(told: Told, known: Known) -> str:
    """`중 행사가 취소된 ’20년을 뺀`: the year, whatever was the matter with it."""
    del known
    leads = re.search(r"(?:한|린|뺀|낸|뗀)$", told["cut"])
    return f"중{told['year']}을제외한" if leads else f"중{told['year']}{told['cut']}"


def _counted(told: Told, known: Known) -> str | None:
    """`’22년과 ’20년 두 조사의 평균`: as many as are named."""
    del known
    return f"{told['years']}의평균" if len(_years(told["years"])) == number(told["many"]) else None


def _defined(told: Told, known: Known) -> str | None:
    """`예년(급감한 ’21년을 뺀 4개년 평균 252명)`: what the bracket says, without why."""
    del known
    what = _REASON.sub("", told["what"])
    return _FIGURED.sub(r"\1(\2)", what)


def _of_this_year(told: Told, known: Known) -> str | None:
    """`’24년은 ’21년을 뺀 4개년 평균`: of the target's year."""
    return told["before"] if int(told["when"]) == known.year % 100 else None


SAYINGS: tuple[Saying, ...] = (
    # ── what it is good for ──
    says(
        r"(?:이상치|극단값|극단치|특이값|특이치|이상값|연도별편차|연도간편차|변동성|큰편차)(?:의|에따른|로인한)?(?:영향|왜곡|효과|변동)?(?:을|를)(?:배제|제거|최소화|완화|줄이|차단|방지|피|덜|상쇄)(?:하)?(?:기위해(?:서)?|기위하여|고자|려고|도록),?",
        "",
    ),
    says(
        rf"(?<=[중데년])(?:에서|의|에)?{_WHY}(?<=[된한던은는없인])(?P<year>{YEAR})(?:의)?(?:{RESULT})?(?P<cut>(?:을|를)(?:{CUT})|제외)",
        _reasonless,
    ),
    says(
        rf"(?:(?<=[.,)])|^)(?:{_WHY})?(?P<out>{YEAR}){_OF}{_WORDS}{_DROPPED},?(?P<goes>{_TAKEN})(?P<window>)", _without
    ),
    says(
        rf"(?:(?<=[.,)])|^)(?:{_WHY})?(?P<out>{YEAR})(?:은|는|에는|에)(?:{_WHY})?{_NONE},?(?P<goes>{_TAKEN})(?P<window>)",
        lambda told, known: told["taken"] if _without(told, known) is not None else None,
    ),
    says(
        rf"(?:(?<=[.,)])|^)[^.,()\d]{{0,16}}(?:최고|최대|역대|예외적)[^.,()\d]{{0,10}}\((?P<out>{YEAR})[^()]*\)(?:은|는)[^.()]{{0,40}}?(?:이었으므로|이므로|였으므로|으로|하여|어서|아서|덕분이었으므로),?(?:{_DROPPED}),?(?:그)?(?:뒤|후|이후|다음)?(?:의)?"
        rf"(?:{COUNT}(?:해|개년|년)(?:간)?)?\(?(?P<window>’\d{{2}}년?~’?\d{{2}})년?\)?",
        _window_without,
    ),
    says(
        rf"(?P<years>{YEAR}(?:(?:,|·|와|과|및){YEAR})+)(?:의)?(?P<many>{COUNT})(?:개)?(?:조사|해|개년|년|회|개년도|차례|번|개)(?:의)?(?:{RESULT})?(?:의)?{MEAN}",
        _counted,
    ),
    says(
        rf"(?:예년|평년|통상|정상연도|정상적인해)(?:의)?(?:수준|치|실적|값|평균)?\((?P<what>(?:{_WHY})?(?:{WINDOW})[^()]*평균(?:값|치)?(?:인|:|=)?(?:{NUMERAL}[가-힣%]{{0,3}})?)\)",
        _defined,
    ),
    says(
        r"(?P<mean>평균(?:값|치)?|실적|중앙값)(?:을|를)(?:기준선|출발점|기준점|출발선|바탕|토대|밑바탕|시작점)(?:으로|로)(?:삼아|하여|해|잡아|놓고|두고|삼고)?,?(?:그로부터|거기서|거기에서|여기서|여기에서|이로부터|그에서|이에서|그보다|이보다)(?=\d)",
        r"\g<mean>에서",
    ),
    says(
        rf"(?P<before>[.,]|^)’(?P<when>\d{{2}})년(?:도)?(?:의)?(?:목표(?:치)?)?(?:은|는),?(?={YEAR}(?:의)?(?:실적)?(?:을|를)(?:{CUT}))",
        _of_this_year,
    ),
)
