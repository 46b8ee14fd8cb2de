"""Right reasons spoilt by rule: siblings that no longer state what the straight reason came to.

Each spoiling takes a reason that is read and says one thing otherwise: a figure gives way to words that name no quantity, a
start or a step is of something else, a condition, a part of the year or a second statement is added, another outcome is
printed, something without a figure is made of a bare base. None of them states a value, whatever the straight one says.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?\s?(?:%p|%|건|명|점|회|개소|개사|억원|일|시간|배)")
# What stands in the place of a figure and says no quantity.
UNNAMED = {
    "%": ("일정 비율", "소정의 비율", "적정 비율", "○%", "일정률", "내부기준에 따른 비율", "α%", "일정 부분"),
    "배": ("일정 배율", "소정의 배수", "적정 배율", "○배"),
    "": ("일정 물량", "소정의 물량", "적정 물량", "○건", "일정 규모", "내부기준에 따른 물량"),
}
# What is said behind: a quantity that is settled later, a condition, a part of the year.
OPEN = (
    "하되 구체적인 비율은 추후 결정",
    ". 구체적인 수치는 내부기준에 따름",
    "(적용 비율은 사업공고 결과에 따라 결정)",
    "하되 조정폭은 별도 산식에 따름",
    ". 여기에 일정 비율을 가산함",
    "하되 여건에 따라 일정 부분 조정",
    "한 값에 소정의 조정률을 적용",
    ". 이 값에 보정계수를 곱하여 확정함",
    ". 최종 목표는 예산 편성 결과에 따라 변경될 수 있음",
)
PROVIDED = (
    "(단, 예산 확보 시)",
    "하되 예산이 확보되는 경우에 한함",
    ". 다만 국회 심의 결과에 따라 변경될 수 있음",
    "하되 전년 실적이 목표에 미달하면 동결",
    ". 단, 신규 인력이 배정되지 않으면 적용하지 않음",
    "(추경 편성을 전제로 함)",
    "하되 정원이 늘어난 기관에만 적용",
)
PROVIDED_BEFORE = (
    "예산이 확보되면 ",
    "법 개정안이 통과될 경우 ",
    "추경 편성을 전제로 ",
    "신규 인력이 배정되는 기관에 한하여 ",
)
PARTS = ("(상반기 기준)", "하되 상반기 실적만 집계함", "(9월말 기준)", ". 하반기부터 적용함")
PARTS_BEFORE = ("상반기 목표: ", "1분기 목표: ")
CONTRARY = ("(전년 실적의 71%)", ". 구체적으로는 전년 대비 17% 하향하여 설정함")
OTHER_BASES = (
    ("전년 실적", "전년 예산"),
    ("전년도 실적", "전년도 사업비"),
    ("전년 대비", "전년 예산 대비"),
    ("전년보다", "전년 예산보다"),
    ("전년 실적", "타 기관의 전년 실적"),
    ("최근 3년", "다른 부처의 최근 3년"),
    ("3년 평균", "3년 예산 평균"),
    ("3개년 평균", "3개년 인력 평균"),
    ("전년 실적", "전년 상반기 실적"),
    ("전년 실적", "전년 정원"),
)
OTHER_STEPS = ("예산을 ", "사업비를 ", "인력을 ", "정원을 ", "인건비를 ")
UNMADE = (
    "에 일정 비율을 가산하여 설정",
    "에 증가율을 적용하여 설정",
    "에 가산율을 곱하여 설정",
    "을 소폭 상향하여 설정",
    "을 여건에 맞게 조정하여 설정",
    "에 적정 증가분을 더하여 설정",
    "에 조정계수를 반영하여 설정",
    "을 상향 조정하여 설정",
    "의 일정 배율을 적용하여 설정",
    "에 물가상승률을 반영하여 설정",
    "에 증가 추세를 반영하여 산정",
    "에 신규 물량을 더하여 설정",
)
SHORT = 60  # signs of a reason at whose end a bracket is one of the calculation
_BASE = re.compile(r"(?:평균(?:값|치)?|실적(?:값|치)?|중앙값|최고치)(?=[을를이의으로에 (]|$)")
_CALLS = re.compile(r"\w+\(\d{4}[^()]*\)|round\(|floor\(|ceil\(")

Taken = Callable[[str], bool]


def spoilt(text: str, basis: str, value: Decimal, known: list[Decimal]) -> Iterator[tuple[str, str]]:
    """The kind of each spoiling, with the spoilt reason. `known`: the past results."""
    calculates = bool(re.search(r"[-+*/]", basis))
    past = bool(re.search(r"last|\(\d{4}", basis))
    bare = past and not calculates
    numbers = {_plain(one) for one in re.findall(r"\d+(?:\.\d+)?", _CALLS.sub("", basis))}

    def taken(number: str) -> bool:
        return _plain(number) in numbers and _times(text, number) == 1

    if calculates and not re.search(r"×|[01]\.\d+[을를] ?곱", text) and not _prints(text, value):
        yield from _of("unnamed", _unnamed(text, taken))
        yield from _of("step", _steps(text, taken))
    yield from _of("open", _behind(text, OPEN))
    yield from _of("condition", [*(one + text for one in PROVIDED_BEFORE), *_behind(text, PROVIDED)])
    yield from _of("part", [*(one + text for one in PARTS_BEFORE), *_behind(text, PARTS)])
    single = not re.search(r"(?<!\d)[.](?!\d|$)|[※*]", text)
    yield from _of("contrary", _behind(text, CONTRARY) if past and calculates and single and len(text) < SHORT else [])
    yield from _of("base", _bases(text, averages=".." in basis) if past else [])
    yield from _of("outcome", _outcomes(text, value, known) if single else [])
    yield from _of("unmade", _unmade(text) if bare else [])


def _of(kind: str, made: Iterator[str] | list[str]) -> Iterator[tuple[str, str]]:
    for one in made:
        yield kind, one


def _plain(number: str) -> str:
    return f"{Decimal(number.replace(',', '')).normalize():f}"


def _times(text: str, number: str) -> int:
    plain = text.replace(",", "")
    return len(re.findall(rf"(?<![\d.]){re.escape(number.replace(',', ''))}(?![\d.])", plain))


def _prints(text: str, value: Decimal) -> bool:
    """Whether the outcome is printed too, so that a figure that is missing may be found from it."""
    printed = (Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))
    return any(abs(one - value) <= abs(value) / 100 for one in printed)


def _number(figure: str) -> str:
    found = re.match(r"[\d,.]+", figure)
    return found[0] if found else ""


def _unnamed(text: str, taken: Taken) -> Iterator[str]:
    for one in _FIGURE.finditer(text):
        if taken(_number(one[0])) and not text[: one.start()].rstrip().endswith(("율", "률", "×")):
            kind = "배" if one[0].endswith("배") else "%" if "%" in one[0] else ""
            for word in UNNAMED[kind]:
                yield text[: one.start()] + word + text[one.end() :]


def _steps(text: str, taken: Taken) -> Iterator[str]:
    for one in _FIGURE.finditer(text):
        behind = re.match(
            r"\s?(?:를|을|씩)?\s?(?:상향|하향|증가|감소|확대|축소|감축|늘|줄|높|낮|올)", text[one.end() :]
        )
        if "%" in one[0] and behind and taken(_number(one[0])):
            for word in OTHER_STEPS:
                yield text[: one.start()] + word + text[one.start() :]


def _bases(text: str, *, averages: bool) -> Iterator[str]:
    """Another's results in the place of the base; a window of years is one only where several years are taken."""
    first = re.split(r"(?<!\d)[.](?!\d)", text)[0]
    for old, new in OTHER_BASES:
        if (
            old in first
            and (averages or not re.search("최근|평균", old))
            and text.count(old) == 1
            and "않" not in text
            and not re.search(rf"{old}(?:치|값)?(?:인)?\s?[(]?\d", text)
        ):
            yield text.replace(old, new)


def _behind(text: str, words: tuple[str, ...]) -> Iterator[str]:
    plain = text.rstrip(". ")
    for word in words:
        if not word.startswith(("하되", "한 ")):
            yield plain + word
        elif plain.endswith("함"):
            yield plain[:-1] + word
        elif re.search(r"(?:설정|산정|상향|하향|확대|축소|증가|감소|감축|적용|유지)$", plain):
            yield plain + word


def _outcomes(text: str, value: Decimal, known: list[Decimal]) -> Iterator[str]:
    plain = text.rstrip(". ")
    for factor in ("1.073", "0.873", "1.31"):
        places = Decimal(1) if abs(value) > 200 else Decimal("0.1") if abs(value) > 9 else Decimal("0.001")
        other = f"{(value * Decimal(factor)).quantize(places):f}"
        if _times(text, other):
            continue
        if 1990 < Decimal(other) < 2100 or any(abs(Decimal(other) - one) <= abs(one) / 50 for one in known):
            continue  # a year, or what was
        yield f"{plain}({other})"
        yield f"{plain} → 목표 {other}"
        yield f"{plain}. 이에 따라 목표를 {other}로 설정함"
        if re.search(r"(?:상향|하향|확대|축소|증가|감소|감축|가산|반영|적용)$", plain):
            yield f"{plain}한 {other}로 설정"


def _unmade(text: str) -> Iterator[str]:
    if found := _BASE.search(text):
        for word in UNMADE:
            yield text[: found.end()] + word
