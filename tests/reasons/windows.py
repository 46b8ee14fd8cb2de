"""Reasons about past results put together from families of words, with the basis that each combination states."""

from collections.abc import Iterator
from itertools import product

# What is taken of which years, and the same as an expression; the table holds 2018 to 2022, the target is of 2023.
_BASES = (
    ("최근 3년 실적의 평균", "mean(2020..2022)"),
    ("’20년, ’21년, ’22년 실적의 산술평균", "mean(2020..2022)"),
    ("2020년부터 2022년까지 실적의 기하평균", "geomean(2020..2022)"),
    ("최근 5개년 실적의 중앙값", "median(2018..2022)"),
    (
        "최근 5년 중 최고치와 최저치를 하나씩 버리고 남은 3개년의 평균",
        "(sum(2018..2022)-max(2018..2022)-min(2018..2022))/3",
    ),
    ("직전 3개년 중 가장 높은 실적", "max(2020..2022)"),
    ("전년 실적", "last"),
    ("’21년과 ’22년 두 해 실적의 평균", "mean(2021..2022)"),
    ("최근 3년 평균과 전년 실적 중 더 큰 값", "max(mean(2020..2022), last)"),
    ("2021년과 2022년 실적을 1:3으로 가중평균한 값", "(actual(2021)*1+actual(2022)*3)/4"),
)
_STEPS = (
    ("에 5%를 더한 값", "*1.05"),
    ("에다 7%를 가산하여 산정", "*1.07"),
    ("의 97% 선으로 낮추어 설정", "*0.97"),
    ("의 90%까지 줄인 수준", "*0.9"),
    ("보다 12건 많은 값", "+12"),
    ("에서 20건을 뺀 값", "-20"),
    ("의 1.1배를 목표로 함", "*1.1"),
    ("을 100으로 볼 때 104에 해당하는 수준", "*1.04"),
    ("에 비해 4분의 1을 더 늘려 잡음", "*(1+1/4)"),
    ("에서 8분의 1을 줄인 값", "*(1-1/8)"),
)
_GROWTHS = (
    ("전년의 증가율", "(last/actual(2021)-1)"),
    ("2021년 대비 2022년 증가율", "(last/actual(2021)-1)"),
    ("2018년부터 2022년까지의 연평균 증가율", "cagr(2018..2022)"),
    ("’18~’22년 평균 증가율", "growth(2018..2022)"),
    ("’21년, ’22년 각각의 전년 대비 증가율을 산술평균한 값", "growth(2020..2022)"),
    ("’18~’22년 연도별 증가율 4개 중 가장 낮은 증가율",
     "min(actual(2019)/actual(2018)-1, actual(2020)/actual(2019)-1, actual(2021)/actual(2020)-1, actual(2022)/actual(2021)-1)"),
    ("기본계획에서 제시한 연평균 증가율 4%", "4 %"),
)  # fmt: skip
_PARTS = (
    ("", ""),
    ("의 절반", "*0.5"),
    ("보다 1%p 높은 증가율", "+1 %"),
    ("의 1.2배", "*1.2"),
    ("의 4분의 1", "*(1/4)"),
)
_APPLIED = (
    "{growth} 전년 실적에 적용하여 설정",
    "{growth} 전년 실적에 반영",
    "{growth} 구하고 이를 2022년 실적에 적용",
)


def levels() -> Iterator[tuple[str, str]]:
    """A statistic and one step."""
    for (base, node), (step, change) in product(_BASES, _STEPS):
        if "을 100" in step and not _closed(base):
            step = "를" + step.removeprefix("을")
        yield base + step, f"({node}){change}"


def growths() -> Iterator[tuple[str, str]]:
    """A growth, of which a part may be meant, applied to last year's result."""
    for (growth, node), (part, change), frame in product(_GROWTHS, _PARTS, _APPLIED):
        said = growth + part
        yield frame.format(growth=said + ("을" if _closed(said) else "를")), f"last*(100 %+({node}{change}))"


def _closed(text: str) -> bool:
    """Whether the last syllable ends in a consonant."""
    return (ord(text[-1]) - 0xAC00) % 28 > 0


# Reasons in which something stands that keeps them from being worked out, or that another reading would get wrong.
OPEN = (
    "전년의 증가율이 이어지지 않을 것으로 보고 보수적으로 설정",
    "전년 증가율의 절반 정도만 반영하는 방안 검토",
    "최근 3년간 인력 증가율 평균을 전년 실적에 적용",
    "2022년 실적 60%, 예산 40%의 비중으로 가중하여 합산한 값",
    "전년 실적을 100으로 볼 때 경쟁국은 104 수준",
    "최근 3년 연평균증가율보다 높은 5%를 전년 실적에 적용",
    "전년 실적에 평균 증가율을 적용하지 않고 동결",
    "최근 3년 실적에 3:2:1의 가중치(과거일수록 크게)를 주어 가중평균",
    "최근 5년 평균 증가율을 상회하도록 적극적으로 설정함",
    "최근 3년 평균을 분석하여 상향 설정",
    "최근 3년 평균 등을 반영하여 설정",
    "2018년 대비 2022년 증가율을 전년 실적에 적용",
    "전년에 비해 2단계 등급 상승을 목표로 하되 점수는 통보 후 반영",
    "최근 3년 평균 증가율을 세 번 적용하여 2024년 목표를 산정",
    "목표 달성 시 최근 3년 평균의 97% 선으로 낮추어 설정",
)
SINGLE = (
    ("’20년 실적에 연평균 증가율 3%를 3년간 적용", "actual(2020)*1.03*1.03*1.03"),
    ("최근 3년 평균과 전년 실적의 차이의 절반을 전년 실적에 더함", "last+(last-mean(2020..2022))*0.5"),
    ("전년 증가분의 2배를 전년 실적에 더함", "last+(last-actual(2021))*2"),
    ("기본계획의 연평균증가율 5%를 두 해 연속 적용(복리)하여 2021년 실적으로부터 2023년 목표를 도출", "actual(2021)*1.05*1.05"),
    ("직전연도 실적에 직전연도 증가율의 50%만 적용", "last*(100 %+(last/actual(2021)-1)*50 %)"),
    ("2021년 대비 2022년 증가폭의 절반만큼을 2022년 실적에 추가", "last+(last-actual(2021))*0.5"),
    ("전년의 증가율(2022년의 2021년 대비)이 올해에도 똑같이 이어질 것으로 보고 목표를 설정", "last*(100 %+(last/actual(2021)-1))"),
    ("전년 실적에 3년 평균의 5%에 해당하는 건수를 보태어 결정함", "last+mean(2020..2022)*5 %"),
    ("2022년 실적 60%, 2021년 실적 40%의 비중으로 가중하여 합산한 값", "last*60 %+actual(2021)*40 %"),
    ("최근 3개년에 1:2:3의 가중치(최근일수록 크게)를 주어 가중평균한 값을 목표로 설정",
     "(actual(2020)*1+actual(2021)*2+actual(2022)*3)/6"),
    ("최근 3개년 실적의 기하평균과 산술평균을 각각 구한 뒤 둘의 중간값을 목표로 채택", "mean(geomean(2020..2022), mean(2020..2022))"),
    ("’20년부터 ’22년까지 세 해 실적을 모두 곱해 세제곱근을 취한 값을 목표로 함", "geomean(2020..2022)"),
    ("’22년 실적을 3% 올린 값과 3년 평균을 6% 올린 값 중 작은 쪽", "min(last*1.03, mean(2020..2022)*1.06)"),
    ("최근 5개년 평균에 모표준편차(n으로 나눔) 하나를 더한 값", "mean(2018..2022)+sd(2018..2022)"),
    ("최근 10년간의 연평균 감소율 2.8%를 전년 실적에 적용한 추정치를 목표로 함", "last*(100 %-2.8 %)"),
    ("직전 3개년 평균 처리건수의 90%까지 줄여 국민 불편을 해소하고자 함", "mean(2020..2022)*0.9"),
)  # fmt: skip
