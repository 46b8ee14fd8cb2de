"""Constructs that are put into one form before they are read, in combinations of their parts, with what each comes to.

Each family yields (text, results by year, the target's year, value).
"""

from decimal import Decimal
from itertools import product

RATES = {2019: "8.5", 2020: "-2.5", 2021: "6.0", 2022: "11.0", 2023: "7.0"}
SMALL = {2021: "8.4", 2022: "9.0", 2023: "9.9"}
COUNTED = {2021: "2000", 2022: "2200", 2023: "2420"}  # a tenth more each year
FALLING = {2021: "400", 2022: "360", 2023: "324"}
SCORED = {2021: "70.3", 2022: "70.9", 2023: "71.5"}
IN_POINTS = {2021: "77.0", 2022: "79.5", 2023: "82.0"}
EVEN = {2019: "1", 2020: "2", 2021: "3", 2022: "4", 2023: "5"}
ROUGH = {2019: "50", 2020: "40", 2021: "62.5", 2022: "80", 2023: "31.25"}  # their geometric mean is 50
SLOW = {2021: "11000", 2022: "11950", 2023: "12000"}  # 0.4 % in the last year
YEAR = 2024

BEFORE = ["", "여건이 어려우나 ", "신규 수요를 고려하여 "]
SETS = ["로 목표를 설정함", "를 목표로 함", "를 올해 목표로 정하였음"]


def final(word):
    return (ord(word[-1]) - 0xAC00) % 28 if "가" <= word[-1] <= "힣" else 0


def fitted(word, end):
    """A word with an ending that begins with a particle, in the form that its last letter asks for."""
    if end.startswith("로 "):
        return word + ("으" if final(word) not in (0, 8) else "") + end
    return word + ("을" + end[1:] if final(word) and end.startswith("를") else end)


def series(form, past):
    return form["between"].join(
        form["one"].format(year=year % 100, rate=rate.replace("-", "△")) for year, rate in past.items()
    )


FORMS = [
    {"one": "’{year}년 {rate}%", "between": ", "},
    {"one": "(’{year}) {rate}", "between": " → "},
    {"one": "’{year} {rate}", "between": ", "},
]


def own_rates():
    """The table holds the rates of which the mean is set, and the reason prints them again."""
    mean = Decimal("6")
    names = ["매출액 증가율", "참여기업 수출증가율", "고용증가율"]
    for name, form, sets in product(names, FORMS, SETS):
        row = series(form, RATES)
        yield fitted(f"최근 5년 {name}의 평균", sets) + f" * 연도별(%) : {row}", RATES, YEAR, mean
        yield fitted(f"5개년 {name} 평균값", sets) + f"({row})", RATES, YEAR, mean
        yield fitted(f"최근 5개년 {name}({row})의 산술평균", sets), RATES, YEAR, mean
        yield fitted(f"{row}{'를' if row.endswith('%') else '을'} 기록한 {name}의 5개년 평균", sets), RATES, YEAR, mean
        yield fitted(f"해마다 등락이 커 5년간 {name}의 단순평균", sets) + "(’20년은 △2.5%)", RATES, YEAR, mean


def rates_without_list():
    """A rate that has a name, results that look like it: its mean is set, or so many points on top of it."""
    mean = Decimal("9.1")
    names = ["매출증가율", "졸업기업 고용증가율", "수혜기업 매출액 증가율", "지원·미지원 기업 간 매출증가율 격차"]
    windows = ["최근 3년", "직전 3개년", "최근 3개년(’21~’23년)"]
    for name, window, sets in product(names, windows, SETS):
        yield fitted(f"{window} {name} 평균", sets), SMALL, YEAR, mean
        yield fitted(f"{name}의 {window} 평균치", sets), SMALL, YEAR, mean
        yield fitted(f"{name}에 대하여 {window} 실적을 평균한 값", sets), SMALL, YEAR, mean
        yield fitted(f"{window} {name} 평균에 0.5%p를 더한 값", sets), SMALL, YEAR, mean + Decimal("0.5")
        yield f"{name}의 {window} 평균보다 0.4%p 높게 설정", SMALL, YEAR, mean + Decimal("0.4")


TELLS = {
    "rate": (
        ["최근 3년간 연평균 증가율이 10%", "연평균 성장률은 10%", "전년도 증가율이 10%"],
        ["인 점에 착안하여", "이므로", "로 나타나", "인 점을 고려하여"],
    ),
    "each": (
        ["최근 3년간 연평균 10%씩 늘어", "이용이 해마다 10% 증가하여", "매년 10%가량 성장하여"],
        [" 왔으므로", " 온 추세가 이어진다고 보고", " 온 점을 감안하여"],
    ),
}
TAKES = ["이 증가율을 적용함", "동일한 비율을 적용하여 산출", "같은 비율만큼 늘려 설정", "동일 증가율을 반영"]


def growth_taken_up():
    """A yearly rate told and taken up behind a base."""
    for told, ties in TELLS.values():
        for base, take, words, tie in product(
            ["전년 실적에", "’23년 실적 2,420건에", "작년 실적에"], TAKES, told, ties
        ):
            yield f"{words}{tie} {base} {take}", COUNTED, YEAR, Decimal("2662")


AMOUNTS = [
    ("최근 3년간 연평균 상승폭이 0.6점이므로", "이를 더하여 목표를 정함"),
    ("매년 0.6점씩 오르는 추세를 반영하여", "한 해 상승폭을 더해 설정하였음"),
    ("해마다 0.6점씩 상승해 왔으므로", "같은 폭을 더한 값을 목표로 함"),
    ("연평균 증가분(0.6점)이 유지된다고 보아", "이 증가분을 가산하여 산정"),
    ("만족도가 매년 0.6점 개선되고 있어", "그만큼을 더하여 설정"),
    ("직전 2년 연속 0.6점씩 향상되었으므로", "동일한 폭을 가산함"),
]
FALLS = [
    ("연평균 10%씩 감소하고 있으므로", "동일한 비율만큼 줄이는 것을 목표로 함"),
    ("매년 10%씩 줄어든 점을 감안하여", "같은 비율만큼 감축"),
    ("해마다 10%씩 낮아진 추세가 이어진다고 보고", "같은 비율로 낮춤"),
]


def amounts_taken_up():
    """A yearly amount, or a fall, told and taken up; the base may stand behind it."""
    for (told, take), (base, _), before in product(
        AMOUNTS, [("전년 실적", ""), ("’23년 실적 71.5점", ""), ("작년 점수", "")], BEFORE[:1]
    ):
        yield f"{before}{told} {base}에 {take}", SCORED, YEAR, Decimal("72.1")
    for told, take in FALLS:
        yield f"{told} 전년 실적에서 {take}", FALLING, YEAR, Decimal("291.6")
        yield f"{told} ’23년 실적 324건에서 {take}", FALLING, YEAR, Decimal("291.6")


GROWN = ["연평균 증가폭 2.5%p", "최근 3년 평균 상승폭(2.5%p)", "자연증가분 2.5%p"]
WILLED = ["도전분 1.0%p", "정책의지분 1.0%p", "신규 사업 효과(1.0%p)", "도전적 목표 1.0%p"]


def summed_points():
    """An increase that was and what is put on top of it, before or behind the base."""
    value = Decimal("85.5")
    for (one, other), base in product(product(GROWN, WILLED), ["전년 실적", "’23년 실적 82.0%"]):
        yield f"{base}에 {one}와 {other}를 합산하여 가산함", IN_POINTS, YEAR, value
        yield f"{base}에 {one}와 {other}를 더하여 설정", IN_POINTS, YEAR, value
        yield f"{one}에 {other}를 더한 3.5%p를 {base}에 가산", IN_POINTS, YEAR, value
        yield f"{base} 대비 3.5%p 상향({one} + {other})", IN_POINTS, YEAR, value
        yield f"{base}에 3.5%p를 가산함. 3.5%p는 {one}와 {other}를 합한 것임", IN_POINTS, YEAR, value


def summed_rates():
    """Two rates put together before they are applied."""
    rates = ["연평균 증가율 2%", "최근 3년 연평균 증가율(2%)", "물가상승률 2%", "연평균 증가율 2%(’21~’23년)"]
    more = ["도전분 3%p", "정책 노력분 3%p", "도전적 상향률 3%"]
    for (one, other), (base, named) in product(
        product(rates, more), [("전년 실적", "전년 실적"), ("’23년 실적 2,420건", "’23년 실적")]
    ):
        value = Decimal("2541")
        yield f"{one}에 {other}를 더한 5%의 증가율을 {base}에 적용하여 산출", COUNTED, YEAR, value
        yield f"{base}에 {one}와 {other}를 합산한 5%를 적용", COUNTED, YEAR, value
        yield f"{named}에 5%의 증가율을 적용함. 5%는 {one}와 {other}를 합한 것임", COUNTED, YEAR, value
        yield f"{one}에 {other}를 더해 5%를 증가율로 삼음. 이를 {base}에 적용", COUNTED, YEAR, value


def compared():
    """The rate that is applied, told by one that was."""
    was = [
        "전년도 증가율(0.4%)보다 높은",
        "전년 증가율 0.4%를 상회하는",
        "지난해 증가율(0.4%)의 5배인",
        "전년도 증가율 0.4%보다 1.6%p 높은",
    ]
    now = ["2.0%의 증가율을", "증가율(2.0%)을"]
    ends = ["전년 실적에 적용하여 도전적으로 설정", "적용하여 전년 실적 대비 상향", "적용하여 도전적으로 설정함"]
    for one, two, end in product(was, now, ends):
        yield f"{one} {two} {end}", SLOW, YEAR, Decimal("12240")
    for note in [
        "(전년도 증가율 0.4% 대비 도전적)",
        " * 전년도 실제 증가율 0.4%에 비해 높은 수준임",
        "(최근 3년 평균 증가율 0.4%를 감안하면 적극적인 목표임)",
    ]:
        yield f"전년 실적 대비 2.0% 상향{note}", SLOW, YEAR, Decimal("12240")
        yield f"전년 실적 × 1.02{note}", SLOW, YEAR, Decimal("12240")


FAMILIES = [own_rates, rates_without_list, growth_taken_up, amounts_taken_up, summed_points, summed_rates, compared]

# One of each further form, with what it comes to.
SINGLE = [
    ("’21년 2,000건에서 ’23년 2,420건으로 증가하는 동안의 연평균증가율(CAGR)을 ’23년 실적에 한 번 더 적용하여 산출함", COUNTED, "2662"),
    ("’21년부터 ’23년까지의 연평균 증가율(CAGR)을 전년 실적에 한 차례 더 적용", COUNTED, "2662"),
    ("이용자 수는 ’21~’23년 연평균 증가율 10% 적용, 전년보다 10% 확대", COUNTED, "2662"),
    ("전년에 10% 증가하였으므로 올해도 같은 비율만큼 늘리는 것으로 설정", COUNTED, "2662"),
    ("연평균 10% 증가한 점을 고려하되 전년 실적에 그 절반만 반영", COUNTED, "2541"),
    ("전년도 실적 82.0%에 최근 3년의 연평균 증가폭 2.5%p를 더하고 도전적 목표로 1.0%p를 추가로 가산하여 설정함", IN_POINTS, "85.5"),
    ("’23년 실적 82.0%를 기준으로 평균 증가폭 2.5%p, 도전적 상향분 1.0%p를 각각 더하여 산출함", IN_POINTS, "85.5"),
    ("전년 실적 + 연평균 증가폭 2.5%p + 추가 노력분 1.0%p로 산정", IN_POINTS, "85.5"),
    ("최근 5년 중 마이너스였던 ’20년(△2.5%)을 포함하여 5개년 증가율 평균을 목표로 설정", RATES, "6"),
    ("최근 5년간 성장률(8.5%, △2.5%, 6.0%, 11.0%, 7.0%)의 평균을 목표로 함", RATES, "6"),
    ("과거 5년간 연도별 증가율이 8.5%, △2.5%, 6.0%, 11.0%, 7.0%로 편차가 커 평균값을 목표로 설정", RATES, "6"),
    ("5개년 증가율의 평균을 목표로 설정(마이너스 성장한 ’20년 포함)", RATES, "6"),
    ("이용 증가 추세(연 10%)를 감안하여 전년 실적에 동일 비율을 가산함", COUNTED, "2662"),
    ("최근 3년간의 연평균 증가율을 산출한 결과 10%였으며 이를 직전 연도 실적에 적용하여 설정", COUNTED, "2662"),
    ("’23년 실적 82.0%를 출발점으로 연평균 증가폭 2.5%p, 도전분 1.0%p를 순차 가산", IN_POINTS, "85.5"),
    ("최저목표 9.0과 최고목표 13.5의 평균 11.25를 목표로 정함(평균 12.0, 표준편차 1.5)", {}, "11.25"),
    ("전년도 증가율(0.4%)에도 불구하고 2.0%의 증가율을 적용하여 전년 실적 대비 도전적으로 설정", SLOW, "12240"),
    ("최근 3년 매출액 연평균 증가율을 전년 실적에 적용하여 목표를 설정", {2021: "10.0", 2022: "11.0", 2023: "12.1"}, "13.31"),
    ("목표값은 6.0%임. 이는 ’19년 8.5 → ’20년 △2.5 → ’21년 6.0 → ’22년 11.0 → ’23년 7.0의 5개년 평균임", RATES, "6"),
    ("최근 3개년 실적을 평균한 값을 매출증가율 목표로 정함(전년도 목표 8.5에서 상향됨)", SMALL, "9.1"),
    ("최근 5개년 평균에 표준편차 1배를 더한 최고목표와 2배를 뺀 최저목표의 중간값으로 설정", EVEN, None),
    ("최근 5개년 실적의 기하평균을 구하여 3% 상향 [연도별 변동폭 과다에 따른 왜곡 방지]", ROUGH, "51.5"),
    ("’19~’23년 5년간 평균 매출액은 기하평균으로 50.0억원임. 이보다 3% 향상된 수준으로 설정", ROUGH, "51.5"),
    ("5년간 평균 매출액(기하평균) 대비 3% 향상", ROUGH, "51.5"),
]  # fmt: skip

# What may not be put into such a form, or says less than it seems to.
OPEN = [
    ("최근 3년 매출증가율로 전년 실적을 늘려 설정", {2021: "0", 2022: "-3.0", 2023: "4.0"}),  # no growth from nothing
    ("최근 3년 평균 매출증가율로 목표를 설정", COUNTED),  # of what the rate is
    ("최근 3년 매출증가율을 고려하여 설정", SMALL),
    ("매출증가율 평균을 상회하도록 설정", SMALL),
    ("5개년 증가율 평균을 참고하여 도전적으로 설정", RATES),
    ("’20년 △2.5%에서 회복하도록 설정", RATES),
    ("전년 실적에 같은 비율을 적용", COUNTED),
    ("연평균 10% 증가하였으나 목표는 별도 협의를 거쳐 정함", COUNTED),
    ("매년 10%씩 증가하였으나 올해는 동일한 비율의 증가를 기대하기 어려움", COUNTED),
    ("예산이 18억원 늘어난 점을 고려하여 전년 실적 2,420건에 이를 더함", COUNTED),  # of another kind
    ("전년 실적에 연평균 증가폭 2.5%p 또는 도전분 1.0%p를 더하여 설정", IN_POINTS),
    ("전년 실적에 연평균 증가폭 2.5%p와 도전분 1.0%p를 합한 4.0%p를 가산", IN_POINTS),  # does not come out
    ("전년 실적에 5.0%p를 가산함. 5.0%p는 연평균 증가폭 2.5%p와 도전분 1.0%p를 합한 것임", IN_POINTS),
    ("전년도 증가율(0.4%)보다 높은 증가율을 적용하여 설정", SLOW),
    (
        "예산이 확보되면 연평균 10%씩 늘어온 추세를 이어 전년 실적에 같은 비율을 적용함",
        COUNTED,
    ),  # what gave way held a condition
    ("신규 인력이 배정되는 기관에 한하여 연평균 10%씩 늘고 있으므로 전년 실적에 이 증가율을 적용", COUNTED),
    ("5개년 매출증가율 평균에 물가상승률을 반영하여 설정", RATES),  # something more is made of it
    ("전년 실적 대비 3.5%p 상향(최근 3년 예산 평균 증가폭 2.5%p + 도전분 1.0%p)", IN_POINTS),  # of something else
    (
        "전년도 증가율(0.9%)보다 높은 2.0%의 증가율을 적용하여 도전적으로 설정",
        SLOW,
    ),  # whose rates they are, the table does not tell
    ("전년도 증가율(0.4%)의 4배인 2.0%의 증가율을 적용하여 도전적으로 설정", SLOW),
    ("전년 실적에 최근 3년 평균 증가율을 적용하여 설정", {2021: "-3.0", 2022: "4.0", 2023: "5.0"}),
    ("전년도 증가율(0.4%)보다 높은 증가율(일정률)을 적용하여 설정", SLOW),
    ("상반기에 10% 증가하여 전년 실적에 같은 비율을 적용함", COUNTED),
    ("수출이 18억원 증가한 점을 고려하여 전년 실적 2,420건에 이를 더함", COUNTED),
    ("최근 3년 연평균 증가율 10%를 적용하되 여건을 고려하여 하향 조정", COUNTED),  # by how much
    ("전년 실적에 증가폭 2.5%p와 감소요인 1.0%p를 합산하여 반영", IN_POINTS),
    ("최고목표 13.5와 최저목표 9.0 중 하나를 선택", {}),
    (
        "5개년 평균 12.0, 표준편차 1.5로 산출한 최고목표 14.0과 최저목표 9.0의 중간값을 목표로 설정",
        {},
    ),  # not so many deviations
]
