"""Reasons whose printed figures have each one role, put together of families of words, with what each combination comes to.

The figures, what names each, in which order they are told, how it ends, a remark in front or behind.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

FRONT = ["", "경기 침체로 어려운 여건이지만, ", "국민 체감도를 높이기 위하여 "]
BEHIND = ["", ". 이는 도전적인 수준임"]


@dataclass(frozen=True)
class Told:
    """A reason beside its results, with what it comes to."""

    text: str
    worth: Decimal
    history: dict[int, str] = field(default_factory=dict)


# ── the least that is asked, and so much on top ──

ASKED = [
    "선정요건이 매출 {c}% 이상 증가이므로 ",
    "매출이 {c}% 이상 늘어난 기업을 대상으로 하므로 ",
    "사업 참여자격이 수출액 {c}% 이상 성장 기업이라는 점에서 ",
    "지원기업의 최소 선정기준(고용증가율 {c}%)에서 ",
    "매출증가율 {c}% 이상이어야 지정되므로 ",
    "모집공고의 자격요건(매출증가율 {c}%)을 기준으로 ",
]
TOPPED = [
    "{s}%p를 추가하여 {t}%로 설정",
    "이보다 {s}%p 높은 {t}%를 목표로 제시함",
    "{s}%p를 더한 {t}%의 증가율을 목표로 잡았음",
    "추가로 {s}%p 높은 증가율을 도전적 목표로 설정함",
    "{s}%p를 더 얹은 {t}%를 목표치로 함",
]
TOP_FIRST = [
    "{s}%p 추가 상향(선정요건 매출증가율 {c}%)",
    "도전적 목표(선정기준 {c}% + 추가 {s}%p)",
    "신청자격보다 {s}%p 높은 매출 증가율을 목표로 설정 * 신청자격 : 전년 매출 {c}% 이상 증가 기업",
    "추가 {s}%p의 도전적인 매출 증가율을 설정함. 선정 단계에서 이미 매출액이 {c}% 이상 증가한 기업을 가려 뽑고 있기 때문임",
]


def selected() -> Iterator[Told]:
    for (c, s), front in product([(10, 5), (20, 15), (15, 15)], FRONT):
        for asked, topped, behind in product(ASKED, TOPPED, BEHIND):
            yield Told(front + asked.format(c=c) + topped.format(s=s, t=c + s) + behind, Decimal(c + s))
        for said in TOP_FIRST:
            yield Told(said.format(c=c, s=s), Decimal(c + s))


# ── what was there, and what is new ──

STOCK = ["전년 누적 {a}명", "’23년까지의 누적 {a}명", "기존 누적 {a}명", "누적 {a}명(’23년 말)"]
NEW = [
    "올해 신규 {n}명",
    "최근 3년 평균 {m}명을 웃도는 {n}명",
    "최근 3년 평균 {m}명에서 10% 높인 {n}명",
    "당해연도 목표 {n}명(3년 평균 {m}명의 110%)",
    "신규 {n}명(최근 3년 평균 {m}명 대비 10% 상향)",
]
TOGETHER = [
    "{stock}에 {new}을 더하여 설정함",
    "{stock}에 {new}을 합산한 {t}명을 목표로 함",
    "{stock}에다 {new}을 보탠 수준으로 함",
    "{new}을 {stock}에 합산하여 목표를 산정하였음",
    "{stock} + {new}",
]
NOTED = [
    "{stock}에 올해 목표 {n}명을 더하여 설정 * {n}명은 최근 3개년 평균({m}명) 대비 10% 상향",
    "{stock}에 올해분 {n}명을 더한 {t}명을 목표로 설정함. {n}명은 3년 평균 {m}명을 1.1배 한 값임",
    "최근 3년간 평균 증가인원({m}명)보다 많은 {n}명 증가를 목표로 하여 {stock}에 {n}명을 더함(누적)",
]
STOCKED = {2020: "2100", 2021: "2400", 2022: "2700", 2023: "3000"}


def stocked() -> Iterator[Told]:
    figures = {"a": "3,000", "m": "300", "n": "330", "t": "3,330"}
    for stock, new, together, history in product(STOCK, NEW, TOGETHER, (STOCKED, {})):
        said = together.replace("{stock}", stock).replace("{new}", new)
        yield Told(said.format(**figures), Decimal(3330), history)
    for stock, said in product(STOCK, NOTED):
        yield Told(said.replace("{stock}", stock).format(**figures), Decimal(3330), STOCKED)


# ── so many of all, and by how much they rise ──

OF_ALL = [
    "대상 기관 200개 중 현재 20개 기관이 참여하고 있어 ",
    "전체 200개사 가운데 20개사(10%)가 이미 가입한 상태이므로 ",
    "평가 대상은 200개교이고 그중 시범운영에 참여한 학교는 20개교임. ",
    "현재 참여 중인 업체가 20개사(10%)인 점에서 ",
]
RISEN = [
    "기존 대비 150% 상향한 50{u}를 목표로 설정함",
    "이보다 150% 많은 50{u}로 확대하는 것을 목표로 함",
    "현재보다 150% 늘어난 50{u}(25%)를 도전적 목표로 함",
    "이를 2.5배로 늘린 50{u}를 목표로 제시함",
]


def risen() -> Iterator[Told]:
    for of_all, said, behind in product(OF_ALL, RISEN, BEHIND):
        unit = next(one for one in ("개사", "개교", "개 기관") if one in of_all.replace("기관 200개", ""))
        yield Told(of_all + said.format(u=unit) + behind, Decimal(50))


# ── so many for so much money ──

BY_MONEY = [
    "억원당 고용인원 0.500명을 3% 높인 0.515명에 ’24년 융자예산 8,000억원을 곱함",
    "’24년 융자예산 8,000억원 × 억원당 고용 0.515명(전년 0.500명에서 3% 상향)",
    "전년도 억원당 성과 0.500명에 3%를 가산한 0.515명을 올해 예산(8,000억원)에 적용하여 산출",
    "예산 8,000억원에 억원당 0.5명의 103%인 0.515명을 곱하여 4,120명을 목표로 함",
    "1억원당 0.500명 수준인 신규채용을 3% 상향(0.515명)하고 사업비 8,000억원을 곱하여 목표 설정",
    "사업예산은 8,000억원(운영비 제외)이며, 억원당 채용 0.500명에서 3% 올린 0.515명을 적용하였음",
    "10억원당 5.15명(전년 5.00명 대비 3% 상향) × 8,000억원",
    "억원당 성과는 3% 높여 잡음: 0.500명 → 0.515명, 여기에 ’24년 예산 8,000억원을 곱한 인원이 목표",
    "목표 = ’24년 융자 예산 8,000억원(이월액 제외) × 억원당 0.515명 * 0.515명: 직전 3년 평균 0.500명보다 3% 상향",
    "0.500명/억원 × 1.03 × 8,000억원",
]


def by_money() -> Iterator[Told]:
    for said, front in product(BY_MONEY, FRONT[:2]):
        yield Told(front + said, Decimal(4120), {2021: "3900", 2022: "4000", 2023: "4060"})


# ── the share of a year ──

PLANNED = [
    "국정과제 이행목표(’27년까지 100건)에 따라 매년 20건 추진",
    "’23~’27년 5년간 총 100건을 발굴하는 국정과제의 연차별 목표 20건",
    "국정과제(75-2) 누적 100건 목표를 5년간 균등하게 나누어 연 20건으로 설정",
    "중기계획상 ’27년까지 100건을 목표로 하고 있으며, 이를 연도별로 배분한 20건을 올해 목표로 설정함",
    "’27년까지 누적 100건 달성을 위해 해마다 20건씩 신규 발굴",
    "연간 20건(국정과제 ’27년까지 총 100건)",
    "국정과제 72번은 ’27년까지 총 100건의 개선을 약속하고 있음. 이를 이행하기 위해 해마다 20건을 개선하는 것으로 목표를 정함",
    "’27년까지 5개년에 걸쳐 100건을 찾아낸다는 계획의 일부로서 매년 20건을 균등하게 배정하였음",
    "국정과제의 ’27년 100건 목표 달성을 위한 연간 물량인 20건을 목표치로 설정",
]


def parted() -> Iterator[Told]:
    for said, front, history in product(PLANNED, FRONT[:2], ({}, {2022: "20", 2023: "20"})):
        yield Told(front + said, Decimal(20), history)


# ── a list that shows a mean, and one whose mean is set ──

LISTS = [
    " * (’18)41.0→(’19)42.0→(’20)42.5→(’21)43.0→(’22)44.0",
    " <(’18)41.0→(’19)42.0→(’20)42.5→(’21)43.0→(’22)44.0>",
    " <고용통계(t-2)> (‘18)41.0 → (’19)42.0 → (‘20)42.5 → (‘21)43.0 → (’22)44.0",
    "\n* 41.0→42.0→42.5→43.0→44.0",
    " * (’18) 41.0, (’19) 42.0, (’20) 42.5, (’21) 43.0, (’22) 44.0 <고용통계>",
]
SHOWN = [
    "국가통계상 신설 사업장 고용유지율 5년 평균(42.5%)의 200%를 목표치로 정함",
    "일반 사업장 고용유지율의 5년 평균치(42.5%)를 놓고 그 200%를 목표로 함",
    "국가통계상 고용유지율 5년 평균(42.5%)을 두 배, 즉 200%로 잡아 목표치를 설정하였음",
    "민간 사업장 고용유지율의 5년 평균은 42.5%이며, 지원 사업장은 이의 200%를 달성하도록 목표를 잡음",
]
RATES = [
    "5년간 매출액 증가율 평균을 반영하여 ’24년 목표값 10%로 설정",
    "5년간 매출액 증가율을 평균하여 ’24년 목표를 10%로 설정하였음",
    "최근 5개년 수출 증가율의 산술평균을 목표값으로 정함",
]
YEARLY = [
    " *연도별 증가율(%): (19)12.4→(20)△6.2→(21)8.8→(22)20.0→(23)15.5",
    " * (’19) 12.4, (’20) △6.2, (’21) 8.8, (’22) 20.0, (’23) 15.5",
]


def shown() -> Iterator[Told]:
    for said, row in product(SHOWN, LISTS):
        yield Told(said + row, Decimal(85), {2021: "82.1", 2022: "83.0", 2023: "83.4"})
    for said, row, history in product(RATES, YEARLY, ({}, {2023: "15.5"})):
        yield Told(said + row, Decimal("10.1"), history)
