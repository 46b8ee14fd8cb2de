"""Names, codes, classes: one thing under two labels, two things under one."""

import random
from collections.abc import Callable
from dataclasses import replace

from corpus.faults.crossing import shared_lines
from corpus.faults.edits import (
    objects,
    own_table,
    pick,
    swapped,
    with_line,
    with_name,
    with_printing,
    with_task,
    with_use,
)
from corpus.faults.fault import Fault, Inject, Injected, with_plan, with_text
from uigwe.audit import Case, Type
from uigwe.plan import Kind, Level, Part, Reference

# How one title becomes another in the hands of two people.
_VARIANTS = (
    ("한다", "해 나간다"),
    ("확충", "확대"),
    ("강화", "제고"),
    ("활성화", "촉진"),
    ("개선", "정비"),
    ("기반", "토대"),
    ("구축", "마련"),
    ("양성", "육성"),
    ("높인다", "제고한다"),
    ("다진다", "닦는다"),
)


def _variant(text: str) -> str | None:
    for old, new in _VARIANTS:
        if old in text:
            return text.replace(old, new, 1)
    return None


def _retitled(level: Level, part: Part) -> Inject:
    """One table prints the title in other words."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        codes = {node.code for node in case.plan.nodes() if Level.of(node.code) is level}
        found = [
            (name, other)
            for name in case.plan.names
            if name.object in codes and name.place.part is part and (other := _variant(name.written))
        ]
        chosen = pick(rng, found)
        if not chosen:
            return None
        plan = with_name(case.plan, *chosen)
        return Injected(with_plan(case, plan), (chosen[0].object,), f"{chosen[0].written} → {chosen[1]}")

    return inject


def _misspelt_title(case: Case, rng: random.Random) -> Injected | None:
    """One letter of a title is another in one table."""
    codes = {node.code for node in case.plan.nodes()}
    name = pick(rng, [one for one in case.plan.names if one.object in codes])
    if name is None:
        return None
    written = _one_jamo_off(name.written, rng)
    if written is None:
        return None
    return Injected(with_plan(case, with_name(case.plan, name, written)), (name.object,), f"{name.written} → {written}")


def _one_jamo_off(text: str, rng: random.Random) -> str | None:
    """The text with one vowel of one syllable a keystroke away."""
    places = [at for at, sign in enumerate(text) if "가" <= sign <= "힣"]
    at = pick(rng, places[:-1])
    if at is None:
        return None
    number = ord(text[at]) - ord("가")
    lead, vowel, tail = number // 588, number % 588 // 28, number % 28
    other = {0: 4, 4: 0, 8: 4, 1: 5, 5: 1, 13: 18, 18: 13, 20: 18, 6: 4, 12: 8, 17: 13}.get(vowel, 0)
    return text[:at] + chr(ord("가") + (lead * 21 + other) * 28 + tail) + text[at + 1 :]


def _renamed(part: Part, change: Callable[[str], str]) -> Inject:
    """One table prints the indicator under another name."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        known = {indicator.id: indicator for indicator in case.plan.indicators}
        names = [one for one in case.plan.names if one.object in known and one.place.part is part]
        name = pick(rng, [one for one in names if change(one.written) != one.written])
        if name is None:
            return None
        plan = with_name(case.plan, name, change(name.written))
        return Injected(with_plan(case, plan), objects(known[name.object]), f"{name.written} → {change(name.written)}")

    return inject


def _shortened(written: str) -> str:
    """`연간 매출액` is `매출액`, `이용자 만족도` is `만족도`."""
    for word in ("이용자 ", "연간 ", "신규 ", "안전사고 ", "지역 간 "):
        written = written.replace(word, "")
    return written


def _extended(written: str) -> str:
    return (
        written.replace("교육 수료", "교육과정 수료").replace("이용 인원", "방문 인원").replace("정비율", "정비 완료율")
    )


def _line_renamed(case: Case, rng: random.Random) -> Injected | None:
    """One code of a detailed programme stands with two names."""
    chosen = pick(rng, shared_lines(case.plan))
    if not chosen:
        return None
    task, line = chosen
    name = f"{line.name.split()[0]} 종합지원"
    plan = with_line(case.plan, task, line, name=name)
    where = _all_with(case, line.name)
    return Injected(with_plan(case, plan), (task.code, *where), f"{line.name} → {name}")


def _all_with(case: Case, name: str) -> tuple[str, ...]:
    return tuple(f"{task.code}/b{line.row}" for task in case.plan.tasks() for line in task.budget if line.name == name)


def _line_recoded(case: Case, rng: random.Random) -> Injected | None:
    """One name of a detailed programme stands with two codes."""
    chosen = pick(rng, shared_lines(case.plan))
    if not chosen:
        return None
    task, line = chosen
    code = str(int(line.code) + 60)
    plan = with_line(case.plan, task, line, code=code)
    return Injected(with_plan(case, plan), (task.code, *_all_with(case, line.name)), f"{line.code} → {code}")


def _account_differs(case: Case, rng: random.Random) -> Injected | None:
    """One line stands under two accounts."""
    chosen = pick(rng, shared_lines(case.plan))
    if not chosen:
        return None
    task, line = chosen
    account = "소진기금" if line.account == "일반회계" else "일반회계"
    plan = with_line(case.plan, task, line, account=account)
    return Injected(with_plan(case, plan), (task.code, *_all_with(case, line.name)), f"{line.account} → {account}")


def _unit_renamed(case: Case, rng: random.Random) -> Injected | None:
    """One code of a unit programme stands with two names."""
    lines = [(task, line) for task in case.plan.tasks() for line in task.budget if line.level == "unit"]
    codes = [line.code for _, line in lines]
    chosen = pick(rng, [(task, line) for task, line in lines if codes.count(line.code) > 1])
    if not chosen:
        return None
    task, line = chosen
    name = f"{line.name.split()[0]} 종합지원"
    plan = with_line(case.plan, task, line, name=name)
    return Injected(with_plan(case, plan), (task.code, *_all_with(case, line.name)), f"{line.name} → {name}")


def _programme_recoded(case: Case, rng: random.Random) -> Injected | None:
    """One programme stands with two codes of the budget's own numbering."""
    lines = [(task, line) for task in case.plan.tasks() for line in task.budget if line.level == "programme"]
    names = [line.name for _, line in lines]
    chosen = pick(rng, [(task, line) for task, line in lines if names.count(line.name) > 1])
    if not chosen:
        return None
    task, line = chosen
    roman, number, rest = line.code.split("-", 2)
    code = f"{roman}-{int(number) + 3}-{rest}"
    plan = with_line(case.plan, task, line, code=code)
    return Injected(with_plan(case, plan), (task.code, *_all_with(case, line.name)), f"{line.code} → {code}")


def _programme_of_unit(case: Case, rng: random.Random) -> Injected | None:
    """A unit programme that several tables print stands under another programme in one of them."""
    units = [(task, line) for task in case.plan.tasks() for line in task.budget if line.level == "unit"]
    codes = [line.code for _, line in units]
    found = []
    for task, unit in units:
        above = [line for line in task.budget if line.level == "programme" and line.row < unit.row]
        alone = sum(line.level == "unit" for line in task.budget) == 1
        if above and alone and codes.count(unit.code) > 1:
            found.append((task, above[-1], unit))
    chosen = pick(rng, found)
    if not chosen:
        return None
    task, line, unit = chosen
    roman, number, rest = line.code.split("-", 2)
    code = f"{roman}-{int(number) + 3}-{rest}"
    plan = with_line(case.plan, task, line, code=code, name=f"{line.name} 기반 구축")
    return Injected(
        with_plan(case, plan), (task.code, *_all_with(case, unit.name)), f"{unit.code}: {line.code} → {code}"
    )


def _reference(kind: str, change: Callable[[Reference, random.Random], Reference | None]) -> Inject:
    """A body, law or site that several sections name stands in another form in one of them."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        names = [one.name for one in case.plan.references if one.kind == kind]
        one = pick(rng, [r for r in case.plan.references if r.kind == kind and names.count(r.name) > 1])
        other = change(one, rng) if one else None
        if one is None or other is None or other == one:
            return None
        plan = replace(case.plan, references=swapped(case.plan.references, one, other))
        codes = tuple({r.place.code for r in case.plan.references if r.name == one.name})
        where = (*codes, *(f"reference:{kind}:{name}" for name in (one.name, other.name)), one.name, other.name)
        return Injected(with_plan(case, plan), where, f"{one.name} {one.detail} → {other.name} {other.detail}")

    return inject


def _another_form(one: Reference, rng: random.Random) -> Reference | None:
    name = _one_jamo_off(one.name, rng)
    return replace(one, name=name) if name and name != one.name else None


def _another_address(one: Reference, rng: random.Random) -> Reference | None:
    return replace(one, detail=one.detail.replace(".go.kr", ".or.kr"))


def _kind_of_use(case: Case, rng: random.Random) -> Injected | None:
    """One indicator is a result here and an output there."""
    indicator = pick(rng, [one for one in case.plan.indicators if len(one.uses) > 1])
    if indicator is None:
        return None
    use = indicator.uses[1]
    other = "산출" if use.nature == "결과" else "결과"
    plan = with_use(case.plan, indicator, use, nature=other)
    return Injected(with_plan(case, plan), objects(indicator), f"{use.nature} → {other}")


def _kind_of_likes(case: Case, rng: random.Random) -> Injected | None:
    """One satisfaction is 정량, all the others are 정성."""
    likes = [one for one in case.plan.indicators if one.name.endswith("만족도")]
    indicator = pick(rng, likes) if len(likes) > 3 else None
    if indicator is None:
        return None
    uses = tuple(replace(use, quantification="정량") for use in indicator.uses)
    plan = replace(case.plan, indicators=swapped(case.plan.indicators, indicator, replace(indicator, uses=uses)))
    where = tuple(object for one in likes for object in objects(one))
    return Injected(with_plan(case, plan), where, f"{indicator.name}: 정성 → 정량")


def _malformed(change: Callable[[str], str]) -> Inject:
    """A number whose digits are glued or torn."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        found = []
        for indicator, use in case.plan.uses():
            for cell in own_table(indicator, use, Kind.ACTUAL):
                if cell.value is not None and change(cell.written) != cell.written:
                    found.append((indicator, cell))
        chosen = pick(rng, found)
        if not chosen:
            return None
        indicator, cell = chosen
        plan = with_printing(case.plan, indicator, cell, written=change(cell.written))
        return Injected(with_plan(case, plan), objects(indicator), f"{cell.written} → {change(cell.written)}")

    return inject


def _torn(written: str) -> str:
    return written.replace(",", " ,", 1)


def _doubled_point(written: str) -> str:
    return written.replace(".", "..", 1) if "(" not in written else written


def _misplaced_comma(written: str) -> str:
    if "," not in written:
        return written
    plain = written.replace(",", "", 1)
    return f"{plain[:2]},{plain[2:]}" if len(plain) > 3 else written


_LEFT_OVER = ("○○○ 사업 추진", "(작성 예시) 성과지표의 측정방법을 기재", "※ 작성요령: 200자 이내로 작성")


def _template_in_milestone(case: Case, rng: random.Random) -> Injected | None:
    found = [(task, row) for task in case.plan.tasks() for row in task.milestones]
    chosen = pick(rng, found)
    if not chosen:
        return None
    task, row = chosen
    text = rng.choice(_LEFT_OVER)
    rows = swapped(task.milestones, row, replace(row, text=text))
    plan = with_task(case.plan, task.code, lambda one: replace(one, milestones=rows))
    return Injected(with_plan(case, plan), (task.code, f"{task.code}/m{row.row}"), f"{row.text} → {text}")


def _template_in_prose(case: Case, rng: random.Random) -> Injected | None:
    one = pick(rng, [p for p in case.text or () if p.place.code])
    if one is None or case.text is None:
        return None
    text = rng.choice(_LEFT_OVER)
    return Injected(with_text(case, swapped(case.text, one, replace(one, text=text))), (one.place.code,), text)


def _misspelt_prose(case: Case, rng: random.Random) -> Injected | None:
    """A frequent word misspelt once in the prose."""
    wrong = {
        "지역": "지녁", "이용": "이욜", "지원": "지언", "관리": "괸리", "운영": "운엉", "개선": "개샌", "국민": "국믄", "현장": "헨장",
    }  # fmt: skip
    found = [(p, word) for p in case.text or () for word in wrong if f"{word} " in p.text and p.place.code]
    chosen = pick(rng, found)
    if not chosen or case.text is None:
        return None
    one, word = chosen
    text = one.text.replace(f"{word} ", f"{wrong[word]} ", 1)
    where = (one.place.code, f"word:{wrong[word]}", wrong[word])
    return Injected(with_text(case, swapped(case.text, one, replace(one, text=text))), where, f"{word} → {wrong[word]}")


def _law_in_prose(case: Case, rng: random.Random) -> Injected | None:
    """The prose names a law of the plan in another form."""
    found = [p for p in case.text or () if "「" in p.text and p.place.code]
    one = pick(rng, found)
    if one is None or case.text is None:
        return None
    name = one.text.partition("「")[2].partition("」")[0]
    if sum(name in p.text for p in case.text) + sum(r.name == name for r in case.plan.references) < 3:
        return None
    other = _one_jamo_off(name, rng)
    if other is None or other == name:
        return None
    text = one.text.replace(name, other)
    codes = {p.place.code for p in case.text if name in p.text and p.place.code}
    codes |= {r.place.code for r in case.plan.references if r.name == name}
    where = (*codes, name, other, f"reference:law:{name}", f"reference:law:{other}")
    return Injected(with_text(case, swapped(case.text, one, replace(one, text=text))), where, f"{name} → {other}")


def _body_renamed(case: Case, rng: random.Random) -> Injected | None:
    """A body that stands with many tasks is misspelt with one."""
    found = [(task, person) for task in case.plan.tasks() for person in task.people if person.role == "stakeholder"]
    names = [person.name for _, person in found]
    chosen = pick(rng, [(task, person) for task, person in found if names.count(person.name) > 2])
    if not chosen:
        return None
    task, person = chosen
    other = _one_jamo_off(person.name, rng)
    if other is None or other == person.name:
        return None
    people = swapped(task.people, person, replace(person, name=other))
    plan = with_task(case.plan, task.code, lambda one: replace(one, people=people))
    codes = {one.code for one, p in found if p.name == person.name}
    where = (*codes, person.name, other, f"reference:body:{person.name}", f"reference:body:{other}")
    return Injected(with_plan(case, plan), where, f"{person.name} → {other}")


FAULTS = (
    Fault("strategic-title-differs", Type.LABEL, _retitled(Level.STRATEGIC, Part.BODY), ("title-differs",)),
    Fault("goal-title-differs", Type.LABEL, _retitled(Level.GOAL, Part.BODY), ("title-differs",)),
    Fault("task-title-differs-in-annex", Type.LABEL, _retitled(Level.TASK, Part.ANNEX), ("title-differs",)),
    Fault("title-misspelt", Type.LABEL, _misspelt_title, ("title-differs",)),
    Fault("indicator-shortened", Type.LABEL, _renamed(Part.BODY, _shortened), ("indicator-name-differs",)),
    Fault("indicator-renamed-in-annex", Type.LABEL, _renamed(Part.ANNEX, _extended), ("indicator-name-differs",)),
    Fault("budget-code-with-two-names", Type.LABEL, _line_renamed, ("budget-names",)),
    Fault("budget-name-with-two-codes", Type.LABEL, _line_recoded, ("budget-names", "budget-codes")),
    Fault("budget-line-under-two-accounts", Type.LABEL, _account_differs, ("budget-accounts", "budget-names")),
    Fault("unit-code-with-two-names", Type.LABEL, _unit_renamed, ("budget-names",)),
    Fault("programme-with-two-codes", Type.LABEL, _programme_recoded, ("budget-names", "budget-codes")),
    Fault("unit-under-two-programmes", Type.LABEL, _programme_of_unit, ("budget-codes",)),
    Fault("body-in-two-forms", Type.LABEL, _reference("body", _another_form), ("reference-forms",)),
    Fault("law-in-two-forms", Type.LABEL, _reference("law", _another_form), ("reference-forms",)),
    Fault("site-with-two-addresses", Type.LABEL, _reference("site", _another_address), ("reference-forms",)),
    Fault("stakeholder-in-two-forms", Type.LABEL, _body_renamed, ("reference-forms",)),
    Fault("law-in-prose-in-two-forms", Type.LABEL, _law_in_prose, ("reference-forms",)),
    Fault("kind-differs-between-levels", Type.LABEL, _kind_of_use, ("uses-differ", "kind-differs")),
    Fault("kind-differs-between-likes", Type.LABEL, _kind_of_likes, ("kind-differs",)),
    Fault("number-torn", Type.LABEL, _malformed(_torn), ("number-malformed",)),
    Fault("number-with-two-points", Type.LABEL, _malformed(_doubled_point), ("number-malformed",)),
    Fault("number-with-misplaced-comma", Type.LABEL, _malformed(_misplaced_comma), ("number-malformed",)),
    Fault("template-left-in-milestone", Type.LABEL, _template_in_milestone, ("template-left",)),
    Fault("template-left-in-prose", Type.LABEL, _template_in_prose, ("template-left",)),
    Fault("word-misspelt-in-prose", Type.LABEL, _misspelt_prose, ("misspelt",)),
)
