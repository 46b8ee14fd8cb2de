"""Slips of the pen in prose: one sentence of a section, written as somebody in a hurry writes it."""

import random
from dataclasses import replace

from corpus.faults.edits import digits_swapped, pick, shown
from corpus.faults.fault import Fault, Inject, Injected, with_text
from uigwe.audit import Case, Type
from uigwe.plan import Paragraph


def _sentence(*templates: str) -> Inject:
    """A section gets one more sentence, with its footnote behind a line end, and it is a wrong one."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        at = pick(rng, [index for index, one in enumerate(case.text or ()) if one.place.code.count("-") == 2])
        if at is None or case.text is None:
            return None
        before = case.text[at]
        year = case.plan.year
        words = {f"y{back}": year % 100 - back for back in (1, 2, 3)} | {"yy": year % 100, "b": _bodies(case, rng)}
        text = rng.choice(templates).format(**words)
        line = before.place.line or 0
        added = [
            Paragraph(one, replace(before.place, line=line + number))
            for number, one in enumerate(text.splitlines(), start=1)
        ]
        return Injected(
            with_text(case, (*case.text[: at + 1], *added, *case.text[at + 1 :])), (before.place.code,), text
        )

    return inject


def _bodies(case: Case, rng: random.Random) -> list[str]:
    """Three bodies of the plan."""
    names = sorted({one.name for one in case.plan.references if one.kind == "body"})
    rng.shuffle(names)
    return (names * 3)[:3]


def _digits_of_a_figure(case: Case, rng: random.Random) -> Injected | None:
    """The prose of a task repeats the result of its indicator with two digits exchanged."""
    found = []
    for indicator, use in case.plan.uses():
        cell = indicator.history(use).get(case.plan.year - 1)
        if cell and cell.value is not None and indicator.unit in ("명", "건", "개소") and cell.value > 1000:
            wrong = digits_swapped(cell.value, rng)
            if wrong is not None and use.code.count("-") == 2:
                found.append((indicator, use, cell, wrong))
    chosen = pick(rng, found)
    if not chosen or case.text is None:
        return None
    indicator, use, cell, wrong = chosen
    text = f"{indicator.name} {shown(wrong)}{indicator.unit}(’{cell.year % 100}년)을 바탕으로 지원 확대"
    own = [at for at, one in enumerate(case.text) if one.place.code == use.code]
    at = own[-1] if own else len(case.text) - 1
    place = replace(use.place, line=(case.text[at].place.line or 0) + 1)
    lines = (*case.text[: at + 1], Paragraph(text, place), *case.text[at + 1 :])
    return Injected(with_text(case, lines), (use.code,), f"{cell.written} ↔ {text}")


FAULTS = (
    Fault("figure-of-prose-swapped", Type.CROSS_REFERENCE, _digits_of_a_figure, ("figures-nearly", "claim-differs")),
    Fault(
        "list-of-another-length",
        Type.COUNT,
        _sentence("5개 기관({b[0]}, {b[1]}, {b[2]}, 지역협의회)과 협력", "4개 분야(시설, 인력, 안내)를 중점 관리"),
        ("list-count",),
    ),
    Fault(
        "window-of-prose-dated-otherwise",
        Type.COUNT,
        _sentence("최근 3개년(’{y2}~’{y1}) 평균 이용 자료를 바탕으로 대상을 조정"),
        ("prose-window",),
    ),
    Fault(
        "footnote-of-fewer-years",
        Type.COUNT,
        _sentence(
            "- 최근 5개년 이용 실적*을 바탕으로 대상을 조정\n* 이용자 : (’{y3}) 1,120명 → (’{y2}) 1,180명 → (’{y1}) 1,240명"
        ),
        ("prose-window",),
    ),
    Fault(
        "years-that-miss-what-there-is",
        Type.COUNT,
        _sentence("- 기존 17개 자료실에 이어 추가 설치\n* (’{y3}) 5개 → (’{y2}) 7개 → (’{y1}) 6개"),
        ("list-count",),
    ),
    Fault(
        "classes-that-miss-the-whole",
        Type.ARITHMETIC,
        _sentence(
            "운영 등급은 우수(20%), 보통(60%), 개선 필요(15%)로 나누어 관리",
            "이용자는 청년(35%), 중년(40%), 노년(20%)으로 구성",
        ),
        ("classes-whole",),
    ),
    Fault(
        "dollars-in-two-words",
        Type.UNIT,
        _sentence("해외 투자 2.2억달러 유치(이 가운데 1.15억불은 하반기)"),
        ("two-currencies",),
    ),
    Fault(
        "number-of-prose-broken",
        Type.LABEL,
        _sentence("참여자 1,2345명 달성", "만족도 0.3.75점 상승"),
        ("prose-number",),
    ),
    Fault(
        "day-of-no-calendar",
        Type.DATE,
        _sentence("중간보고회 개최(’{yy}.2.30)를 거쳐 확정", "13월 중 결과를 공표"),
        ("day-impossible",),
    ),
    Fault(
        "done-by-a-year-gone-by",
        Type.DATE,
        _sentence("온라인 신청 체계 구축(~’{y1}.하)", "이용 안내서 개정 (~’{y1}.12월)"),
        ("prose-year",),
    ),
    Fault(
        "result-before-the-measuring-ends",
        Type.DATE,
        _sentence("측정대상기간 : ’{yy}.1.1 ~ ’{yy}.12.31 / 실적치 집계 완료 시점 : ’{yy}.3월말"),
        ("result-early",),
    ),
    Fault(
        "word-twice",
        Type.LABEL,
        _sentence("이용자 의견을를 들어 개선", "지역 지역 여건을 반영하여 개선"),
        ("word-doubled",),
    ),
    Fault(
        "word-always-wrong",
        Type.LABEL,
        _sentence("이용 안내 메뉴얼을 배포", "기관 간 업무협약 채결을 추진", "이용 성공율을 높이는 방안 검토"),
        ("misspelt",),
    ),
    Fault("bracket-left-open", Type.LABEL, _sentence("지원 대상(청년, 여성 등을 넓혀 간다"), ("bracket-open",)),
    Fault("numbers-that-skip", Type.LABEL, _sentence("① 조사 ② 정비 ④ 점검 순으로 추진"), ("numbering-skips",)),
)
