"""Reasons from templates: a start, how it is joined, a change, words around it, signs and spacing as printed; with their basis."""

import random
from decimal import Decimal

from tests.reasons.written import PAST

YEAR = 2023
UP = [
    "상향",
    "증가",
    "상향 조정",
    "증가한 값",
    "향상",
    "높은 수준",
    "상승",
    "제고",
    "증대",
    "확대",
    "상향하여 설정",
    "늘린 값",
    "높게 설정",
    "초과 달성",
    "상향된 수준",
    "끌어올린 값",
]
DOWN = ["하향", "감소", "감축", "단축", "낮은 수준", "축소", "줄인 값", "절감", "하향 조정", "저감"]
BEFORE = [
    "",
    "",
    "",
    "",
    "도전적 목표 설정을 위해 ",
    "대외 여건을 고려하여 ",
    "적극적인 목표 달성을 위하여 ",
    "코로나19 등을 감안, ",
    "목표치는 ",
    "- ",
    "ㅇ ",
    "시장 침체에도 불구하고 ",
    "(도전성) ",
    "’23년 목표는 ",
]
AFTER = ["", "", "", "", "하여 도전적으로 목표 설정", "을 목표로 설정", " (적극적 목표)", "하여 설정함", ".", " 예정"]
AFTER_NOUN = ["", "", "", ".", " 목표", " 설정", "을 목표치로 제시"]


def _year(rng: random.Random, year: int) -> str:
    short = year % 100
    return rng.choice(
        [
            f"’{short}년",
            f"‘{short}년",
            f"'{short}년",
            f"{year}년",
            f"’{short}년도",
            f"{year}년도",
            f"FY{short}",
            f"{short}년",
            f"{short}년도",
        ]
    )


def _range(rng: random.Random, first: int, last: int) -> str:
    a, b = first % 100, last % 100
    return rng.choice(
        [
            f"’{a}~’{b}년",
            f"‘{a}∼‘{b}년",
            f"{first}~{last}년",
            f"’{a}년~’{b}년",
            f"{a}~{b}년",
            f"’{a}년부터 ’{b}년까지",
            f"{first}년∼{last}년",
            f"’{a}～{b}년",
        ]
    )


def _window(rng: random.Random) -> tuple[str, str]:
    """A window of years in words, and as years of the language."""
    count = rng.choice([2, 3, 3, 3, 4, 5, 5])
    first = YEAR - count
    recent = rng.choice(["최근 ", "직전 ", "과거 ", "지난 ", "최근", ""])
    years = rng.choice(["년", "개년", "년간", "개년도", "개년간", " 개년", "개 연도"])
    plain = f"{recent}{count}{years}"
    text = rng.choice([plain, plain, _range(rng, first, YEAR - 1), f"{plain}({_range(rng, first, YEAR - 1)})"])
    return text, f"{first}..{YEAR - 1}"


def _start(rng: random.Random, unit: str) -> tuple[str, str]:
    """What the target starts from, ending in a noun."""
    kind = rng.randrange(9)
    if kind <= 3:
        window, years = _window(rng)
        filler = rng.choice(
            ["", "", " 실적", " 실적치", "의 실적", " 실적의", "간 실적"]
            if not window.endswith("간")
            else ["", " 실적", "의 실적"]
        )
        word = rng.choice(["평균", "평균값", "평균치", "산술평균", "평균 실적", "단순평균"])
        return f"{window}{filler} {word}", f"mean({years})"
    if kind == 4:
        window, years = _window(rng)
        return f"{window} 실적의 기하평균", f"geomean({years})"
    if kind == 5:
        window, years = _window(rng)
        return f"{window} " + rng.choice(["최고치", "최고 실적", "중 가장 높은 실적", "최대값"]), f"max({years})"
    if kind == 6:
        year = rng.choice([2019, 2020, 2021, 2022, 2022, 2022])
        return _year(rng, year) + rng.choice([" 실적", " 실적치", "", " 말 기준 실적"]), f"actual({year})"
    if kind == 7:
        return rng.choice(["전년도", "전년", "직전년도", "지난해", "작년"]) + " " + rng.choice(
            ["목표", "목표치", "목표값"]
        ), "target(2022)"
    return rng.choice(
        ["전년도 실적", "전년 실적치", "전년", "직전년도 실적", "지난해 실적", "작년 실적", "전년도"]
    ), "last"


def _change(rng: random.Random, unit: str) -> tuple[str, str]:
    """By how much, with how it is joined; the basis has `{}` where the start stands."""
    amount = rng.choice(["1", "2", "3", "5", "10", "0.5", "1.5", "2.3", "12"])
    percent = rng.choice(["%", "%", "퍼센트", " %", "％"])
    link = rng.choice([" 대비 ", "보다 ", "에서 ", " 대비", " 대비 약 ", "에 비해 ", "을 기준으로 ", " 대비 최소 "])
    down = unit == "일" or rng.random() < 0.1
    verb = rng.choice(DOWN if down else UP)
    sign = "-" if down else "+"
    kind = rng.randrange(8)
    if kind <= 2:
        return f"{link}{amount}{percent} {verb}" + rng.choice(
            AFTER if verb in ("상향", "증가", "하향", "감소", "감축", "단축") else [""]
        ), f"{{}} * (100 % {sign} {amount} %)"
    if kind == 3:
        level = str(100 + Decimal(amount)) if not down else str(100 - Decimal(amount))
        return rng.choice(["의 ", "의"]) + f"{level}%" + rng.choice(
            ["", " 수준", "로 설정", "를 목표로 설정", " 수준으로 설정"]
        ), f"{{}} * {level} %"
    if kind == 4 and unit == "%":
        points = rng.choice(["%p", "%P", " %p", "%포인트", "퍼센트포인트", "%p "])
        return f"{link}{amount}{points} {verb}", f"{{}} {sign} {amount} %p"
    if kind == 5:
        return rng.choice([" × ", "×", " * "]) + f"1.0{rng.choice('12358')}", "{} * " + "FACTOR"
    if kind == 6:
        own = unit if unit not in ("%", "조원") else ""
        if unit == "%":
            return f" + {amount}%p", f"{{}} + {amount} %p"
        return f"{link}{amount}{own} {verb}", f"{{}} {sign} {amount}"
    return rng.choice(
        [
            f" +{amount}%",
            f" + {amount}%",
            f"에 {amount}%를 더한 값",
            f"에 {amount}%를 가산",
            f"에 증가율({amount}%)을 적용",
        ]
    ), f"{{}} * (100 % + {amount} %)"


def invent(rng: random.Random) -> tuple[str, str, str]:
    """A reason, the indicator's unit and the basis."""
    unit = rng.choice([unit for unit in PAST if unit != "개사"])
    start, base = _start(rng, unit)
    change, basis = _change(rng, unit)
    if basis.endswith("FACTOR"):
        basis = basis.replace("FACTOR", change.strip(" ×*"))
    text = rng.choice(BEFORE) + start + change
    if change.endswith("수준"):
        text += rng.choice(AFTER_NOUN)
    if rng.random() < 0.15:
        text = text.replace(" ", "")
    elif rng.random() < 0.1:
        text = text.replace(" ", "  ", 2).replace("대비", "대\n비")
    return text, unit, basis.format(base)
