"""A straight line through the results of some years and its value for the target's year, drawn, fitted or prolonged in whatever words."""

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import YEAR, Saying, Told, says

_SQUARES = r"(?:최소제곱법?|최소자승법?|OLS|선형회귀|단순회귀)"
_BY = (
    rf"(?:{_SQUARES}(?:으로|에의한|에의해|을적용한|을이용한|에따른|의)?(?:구한|산출한|그은|그린|적합한|도출한|맞춘)?)?"
)
_LINE = rf"(?:1차|일차|선형|단순)*(?:추세|회귀|최소제곱|최소자승|적합)?(?:직선|선|식)(?:\({_SQUARES}\))?"
_DRAWN = (
    r"(?:(?:을|를|에)?(?:맞추|적합|긋|그리|그어|그려|구하|구해|도출|산출|추정|세우|세워|작성)(?:하|"
    r"시키|시켜|한|은|린)?(?:고|여|어|해|한|서|뒤|후|다음)*,?(?:이를|그선을|이선을|그직선을|이직선을|"
    r"그것을)?)"
)
_WHEN = rf"(?:(?P<when>{YEAR})|올해|금년|당해(?:연도)?|목표연도|해당연도|다음해|(?:한|1)(?:해|년)|1개년|1년치)(?:도)?"
_ON = r"(?:까지|에|의|으로|를|을|만|만큼|치|위의|상의|더|한발|앞으로)*"
_READ = (
    r"(?:(?:이은|이어|연장한|연장하여|연장|늘인|늘려|외삽한|외삽|뻗은|뻗친|해당하는|대응하는|대입한|"
    r"대입하여|읽은|읽어낸|산출한|산출되는|예측한|추정한|추정되는|나오는|얻은|구한|도출한)(?:을때의?|"
    r"했을때의?)?)"
)
_VALUE = r"(?:예측|추정|전망|예상)?(?:값|치|점|수치|지점|수준)(?!까지)"


def _for_its_year(told: Told, known: Known) -> str | None:
    """The line must be read at the target's year."""
    when = told["when"]
    return "의추세치" if not when or known.year % 100 == int(when.rstrip("년도")[-2:]) else None


SAYINGS: tuple[Saying, ...] = (
    says(
        rf"(?:의)?(?:시계열|자료|실적|값|추이)?(?:을|를)(?:1차|일차|선형|단순)*(?:회귀|추세)?(?:선|식|직선)(?:으로|에)(?:외삽|연장|적합|맞추)(?:하여|해|어|한|시켜)(?:구한|얻은|나온|산출한|도출한)?{_WHEN}(?:의)?{_VALUE}",
        _for_its_year,
    ),
    says(
        rf"(?:의)?(?:선형)?추세(?:선)?(?:를|을)(?:직선으로|그대로|1차식으로)?(?:연장|외삽)(?:하면|했을때|할때|할경우)(?:나오는|얻는|얻어지는|예상되는|도출되는|산출되는|의)?{_WHEN}(?:의)?{_VALUE}",
        _for_its_year,
    ),
    says(
        rf"(?:을|를|의|에|으로|세점에|네점에|다섯점에)*{_BY}{_LINE}{_DRAWN}?(?:을|를|의|에|상의|위의|에서)?{_WHEN}{_ON}(?:{_READ}){_VALUE}",
        _for_its_year,
    ),
    says(
        rf"(?:을|를|의|에|으로)?{_BY}(?:선형|1차)?(?:추세|회귀){_LINE.removeprefix('(?:1차|일차|선형|단순)*(?:추세|회귀|최소제곱|최소자승|적합)?')}(?:위의|상의|에서의){_WHEN}(?:의)?{_VALUE}",
        _for_its_year,
    ),
    says(
        rf"(?:을|를|의)?(?:선형|1차|직선)(?:적)?(?:추세|회귀)(?:분석)?(?:를|을|하여|으로)?{_WHEN}{_ON}{_READ}{_VALUE}",
        _for_its_year,
    ),
    says(
        rf"(?:을|를|의)?(?:선형|단순|1차)?회귀분석(?:을통해|하여|으로|을하여|을실시하여|해서?|한)(?:도출한|산출한|구한|얻은|나온)?{_WHEN}(?:의)?{_VALUE}",
        _for_its_year,
    ),
)
