"""Reasons that begin from a printed figure, put together of families of words, with what each combination comes to.

A base (whose it is, how its figure is told), what links it with its step, the step, what is set, a remark in front or behind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

# What is told, with its figure: of others, of the year before, of a target.
OTHERS = [
    ("통계청 신생기업 3년 생존율의 최근 5개년 평균", "41.2", "%"),
    ("국가통계상 일반 농업법인의 평균 정착률", "36.5", "%"),
    ("패널조사에서 나타난 1년 고용유지율 평균치", "44.0", "%"),
    ("유사 사업 수료자 중 자금까지 연계된 사람의 비율", "38.0", "%"),
]
# `(figure)` stands for the figure in a bracket, `figure` for one without.
TOLD = {
    "의 ": "of",
    "를 기준으로 삼아 그 ": "of",
    "를 토대로 그 ": "of",
    "를 준거로 하여 이의 ": "of",
    "를 기준으로 하되, 목표는 그 ": "of",
    "였으며, 그 ": "of",
    "이므로 이의 ": "of",
    "에 그치므로 그 ": "of",
    "로 집계됨에 따라 그 ": "of",
    "임. 이의 ": "of",
    "에 ": "at",
    "를 기준으로 ": "at",
    "이므로 여기에 ": "at",
    "였고, 이에 ": "at",
    "보다 ": "from",
    "에서 ": "from",
    "를 기준점으로 하여 ": "from",
    "이므로 그보다 ": "from",
    "였으며 여기에서 ": "from",
    "임. 이보다 ": "from",
}
SHARES = [
    "150%{를} 목표로 설정함",
    "150% 수준을 목표로 함",
    "150%에 해당하는 값을 목표치로 정하였음",
    "150%{를} 올해의 도전적 목표로 삼음",
    "1.5배를 목표로 제시함",
    "1.5배 수준으로 설정",
]
APPLIED = [
    "150%를 적용하여 목표를 산출함",
    "150%를 곱한 값으로 설정",
    "1.5를 곱하여 산정하였음",
    "1.5배를 적용한 수준으로 함",
]
STEPS = [
    "20%p 높은 수준으로 설정함",
    "20%p를 더한 값을 목표로 정하였음",
    "20%p 높여 잡음",
    "20%p 상향 조정하여 도전적으로 설정하였음",
    "20%p를 올린 {up}를 목표로 함",
    "20%p 많은 {up}로 목표를 설정",
]
BEFORE = [
    "",
    "신규 지표로 비교할 과거 실적이 없어 ",
    "정책 수혜기업의 여건이 양호한 점을 감안하여 ",
    "상담 인력을 확충함에 따라 ",
]
BEHIND = [
    "",
    ". 이는 일반기업에 비해 도전적인 수준임",
    "(사업 확대 효과를 반영)",
    " ※ 조사 대상이 늘어 하락 요인이 있음",
]


@dataclass(frozen=True)
class Case:
    """A reason with what it comes to."""

    text: str
    worth: Decimal


def with_particle(word: str, after: str) -> str:
    """A word with the form of the particle that its last sign asks for."""
    last = word.rstrip(")")[-1]
    final = {"%": False, "배": False, "점": True, "명": True, "건": True}.get(last, False)
    for weak, strong in (("를 ", "을 "), ("였", "이었"), ("로 ", "으로 ")):
        if final and after.startswith(weak):
            return word + strong + after[len(weak) :]
    return word + after


def shares_and_steps() -> Iterator[Case]:
    """Figures of others, with every link, step, ending and remark that fit together."""
    steps = {"of": SHARES, "at": APPLIED, "from": STEPS}
    for (name, figure, unit), (link, kind), before, behind in product(OTHERS, TOLD.items(), BEFORE, BEHIND):
        base = Decimal(figure)
        worth = base + 20 if kind == "from" else base * Decimal("1.5")
        for step in steps[kind]:
            for said in (f"{name}({figure}{unit})", f"{name} {figure}{unit}", f"{name}인 {figure}{unit}"):
                told = link[0] in "이였에로임" and link not in ("에 ", "에서 ")
                if told and "(" in said:
                    continue
                text = with_particle(said, link) + step.format(up=f"{worth}{unit}", 를="를")
                yield Case(before + text + behind, worth)


# ── what was reached, and a target ──

TARGETS = ["전년도 목표", "’23년 목표치", "작년에 설정한 목표", "유사 지표인 ‘교육 만족도’의 올해 목표"]
# `base` with its particle, then the step.
TAKEN = [
    "{base}에서 3점 올려 85점을 목표로 설정함",
    "{base}보다 3점 높은 수준으로 설정",
    "{base}에 3점을 더하여 목표로 정하였음",
    "{base}에서 3점 상향 조정함",
    "{base}를 기준으로 3점 상향하여 설정함",
    "{base}였으므로 여기에 3점을 더한 85점을 목표로 정함",
    "{base}였던 점을 감안하여 이보다 3점 높게 잡음",
    "{base}임. 그보다 3점 높게 목표를 잡았음",
    "{base}에서 3점을 올려 잡았으며, 조사 대상이 늘어난 점을 반영함",
    "{base}보다 3점 높여 설정하되, 유사 기관의 평균 점수를 참고하였음",
]
RISEN = [
    "{base}을 감안하여 올해는 이보다 5% 증가한 목표를 설정함",
    "{base}을 고려하여 2024년에는 5% 늘어난 1,260명을 목표로 함",
    "{base}을 토대로 5% 늘린 1,260명 달성을 목표로 함",
    "{base}이므로 그보다 5% 높은 수준을 목표로 정하였음",
    "{base}이었던 점을 감안, 올해는 5% 증가한 1,260명을 목표로 설정",
    "{base}이었음. 이의 105%를 목표로 함",
    "{base}의 105%로 다소 도전적으로 정하였음",
]
ACHIEVED = [
    "’23년 일자리 창출 실적 1,200명",
    "전년도 실적(1,200명)",
    "작년에 만들어 낸 일자리 1,200명",
    "2023년도 참여 인원 1,200명",
]


@dataclass(frozen=True)
class Told(Case):
    """A reason beside its results."""

    history: dict[int, str]


def results_and_targets() -> Iterator[Told]:
    """Steps from a target or a result that the reason prints."""
    for (name, said), step, before in product(
        [(one, form) for one in TARGETS for form in ("{}인 82점", "{} 82점", "{}(82점)")], TAKEN, BEFORE
    ):
        base = said.format(name)
        if "(" in base and re.match(r"\{base\}(?:였|임)", step):
            continue
        told = step.replace("{base}를", base + "을").replace("{base}였", base + "이었").replace("{base}", base)
        yield Told(before + told, Decimal(85), {2022: "80", 2023: "84"})
    for name, step, before in product(ACHIEVED, RISEN, BEFORE):
        if ")" in name and re.match(r"\{base\}이", step):
            continue
        yield Told(before + step.format(base=name), Decimal(1260), {2022: "1100", 2023: "1200"})


# ── a criterion of selection ──

LEAST = [
    "매출이 {c}% 이상 늘어난 기업을 뽑고 있으므로 ",
    "매출액이 {c}% 이상 증가한 기업을 선정하고 있어, ",
    "선정 요건이 고용증가율 {c}% 이상인 점을 감안하여 ",
    "선정 기준이 매출증가율 {c}%이므로 ",
    "{c}% 이상 성장한 기업만 선발하므로 ",
    "수출이 {c}% 넘게 늘어난 업체를 지원대상으로 선정하는 점에서, ",
    "고용이 {c}% 이상 증가한 농가를 모집하고 있음. ",
]
ON_TOP = [
    "여기에 {s}%p를 더한 {t}%를 목표로 설정함",
    "추가로 {s}%p를 더한 {t}%를 목표 증가율로 정함",
    "거기에 {s}%p를 더 얹어 목표를 설정하였음",
    "그보다 {s}%p 높은 {t}%의 도전적 증가율을 설정",
    "이 기준에 {s}%p를 가산하여 {t}%로 잡음",
    "그 {c}%에 다시 {s}%p를 더하여 목표로 정함",
    "기준인 {c}%에 {s}%p를 추가하여 {t}%를 목표로 함",
]


def criteria() -> Iterator[Case]:
    """What is asked of those who are selected, and so much on top."""
    for least, top, (c, s) in product(LEAST, ON_TOP, [(10, 5), (15, 10), (20, 20)]):
        yield Case(least.format(c=c) + top.format(c=c, s=s, t=c + s), Decimal(c + s))


# ── what was there, and what is new ──

STOCKS = [
    "’23년까지의 누적 보증액 420조원",
    "전년도 누적 실적 420조원",
    "기존 누계(420조원)",
    "지난해 말 누적 운용액 420조원",
]
NEW = [
    "45조원",
    "올해 목표 45조원",
    "’24년 순증 예상 45조원",
    "올해 운용 목표 45조원(최근 3개년 평균 37.5조원 대비 20% 상향)",
    "최근 3년 평균 40조원을 상회하는 45조원",
    "최근 3년 평균 37.5조원에서 20% 상향한 45조원",
]
ADDED = [
    "{stock}에 {new}을 더하여 465조원으로 설정함",
    "{stock}에 {new}을 합산하여 목표를 정하였음",
    "{stock}에다 {new}을 보탠 465조원을 목표로 함",
    "{new}을 올해 실적으로 보고, {stock}에 합산함",
    "{stock}에 {new}을 추가하는 것을 목표로 함",
]
GROWING = [
    "전년도 누적 인원에서 1,000명이 늘어나는 것을 목표로 설정",
    "전년 누적 실적보다 1,000명 증가한 수준을 목표로 함",
    "전년도 누적 인원에 올해 신규 1,000명을 더하여 목표를 정함",
    "누적 지표로서 ’23년 누적 3,400명에 1,000명을 추가한 4,400명을 목표로 함",
    "최근 연간 증가인원(평균 950명)을 감안할 때 도전적인 수준으로, 전년도 누적 인원에서 1,000명이 늘어나는 것을 목표로 함",
    "최근 3년 평균 증가인원(950명)을 웃도는 1,000명이 올해 추가되는 것으로 보아 전년도 누적실적에 합산함",
]


def cumulated() -> Iterator[Told]:
    """So much so far, and so much more."""
    for stock, new, added in product(STOCKS, NEW, ADDED):
        yield Told(added.format(stock=stock, new=new), Decimal(465), {2022: "375", 2023: "420"})
    for text in GROWING:
        yield Told(text, Decimal(4400), {2022: "2300", 2023: "3400"})


# ── parts of a whole ──

PAIRS = [
    ("정부 교육사업으로 5만 명", "민간 협력 과정으로 2만 명", "명", "7만 명"),
    ("공공부문에서 5만 명", "민간부문에서 2만 명", "명", "7만 명"),
    ("대면교육(집합 과정) 5만명", "비대면교육(온라인 등) 2만명", "명", "7만명"),
]
SUMS = [
    "{a}, {b}을 각각 양성하여 모두 {t}을 목표로 함",
    "{a}, {b}을 합산한 {t} 양성",
    "{a}과 {b}을 더하여 총 {t}을 목표로 설정하였음",
    "{a}, {b} 등 총 {t}을 배출하는 것을 목표로 함",
    "{a} + {b} = {t}",
    "목표 {t}의 구성은 다음과 같음. {a}, {b}",
]


def sums() -> Iterator[Case]:
    """Parts that come to what is printed."""
    for (a, b, _, t), said in product(PAIRS, SUMS):
        yield Case(said.format(a=a, b=b, t=t), Decimal(70000))
