"""What lies in the middle of two values, in whatever words: `이 두 값의 한가운데(단순평균)`, `딱 중간`, `더한 뒤 반으로 나눈 값`."""

from uigwe.reasons.normal.described.saying import BASE, YEAR, Saying, says
from uigwe.reasons.patterns import NUMERAL

_FIGURE = rf"{NUMERAL}(?:%|[가-힣]{{1,3}}?)"
# A result, its mean, a figure, or a goal of a later year with its figure.
_EITHER = rf"(?:{BASE}|(?:(?:{YEAR})?(?:의)?(?:최종|중장기)?목표(?:치|값)?(?:인)?)?{_FIGURE})"
_PAIR = rf"(?P<pair>{_EITHER}(?:와|과|및){_EITHER})"
_TWO = r"(?:,?(?:이|그|위|상기)?(?:두|둘|양)(?:값|수치|가지|개|수|점|기준)?(?:을|를)?)?"
_MID = (
    r"(?:(?:딱|꼭|정확히|정확한)?(?:정|한)?(?:가운데|중간|복판|중앙|중점)(?:에(?:있는|위치한|놓인|해당하는|오는|놓이는))?(?:값|치|점|지점|수준|치수|선|수치|자리)?"
    # `전년 실적과 3년 평균 가운데 낮은 값`: one of the two.
    r"(?<!가운데)(?!에서)|(?:딱|꼭|정확히|정확한|정|한)(?:한)?가운데(?!에서|더|가장)|(?<=[의이])가운데(?!에서)(?=값|로|으로|를|을|$|[.,]))"
)
_HALVED = (
    r"(?:을|를)?(?:서로)?(?:더하|합하|합치|합산하|더해|합해|합쳐|합산해|더하여|합하여|합산하여|더한|"
    r"합한|합산한|합친)(?:고|서|여)?(?:값|것|수치)?(?:의|을|를)?(?:뒤|후|다음)?,?(?:다시)?(?:반|"
    r"절반|둘|2)(?:으로|로)(?:똑같이)?(?:나눈|나누어|나눠|나누|쪼갠|가른)(?:얻은|구한|산출한|구해|"
    r")(?=값|수치|것|수준|목표|금액|점수|설정|산정)"
)
_MEANT = r"(?:\((?:두값의|둘의|단순|산술)*(?:평균|중간값|중앙값|평균값)\))?"

SAYINGS: tuple[Saying, ...] = (
    says(rf"{_PAIR}{_TWO}(?:의|간의|사이의|의사이의|에서|을|를)?{_MID}{_MEANT}", r"\g<pair>의중간값"),
    says(rf"{_PAIR}{_TWO}{_HALVED}", r"\g<pair>의평균인"),
)
