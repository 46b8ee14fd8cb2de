"""Codes, names and accounts of programmes: one code has one name, one name one code, one account one form."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.money import Block, all_blocks, is_alike, name_of, object_of
from uigwe.audit.words.money import ACCOUNT_ENDINGS, FUND
from uigwe.audit.words.names import is_part_of, squeezed
from uigwe.plan import BudgetLine, Plan, Task

_Line = tuple[Task, BudgetLine]
# `Ⅴ-1-…` is a code under strategic goal Ⅴ.
_GOAL_OF = re.compile(r"([Ⅰ-Ⅹ])-\d")
_MOST = 8
# A form is the custom from so many codes on, when so large a share of all has it.
_CUSTOM_FROM, _CUSTOM = 8, (2, 3)
_HEAD = 3
_GOAL_NUMBER, _FIGURES = re.compile(r"[Ⅰ-Ⅻ]"), re.compile(r"[0-9]+")
_CIRCLED, _WORDS = re.compile(r"[①-⑳➀-➉]"), re.compile(r"[^\W\d_G](?:[^\W\d_]|&)*")


def two_names(case: Case) -> Iterator[Remark]:
    """One code of a programme, unit programme or detailed programme stands with two names."""
    for (level, *_, code), found in _by_code(case.plan).items():
        names: dict[str, _Line] = {}
        for task, line in found:
            key = name_of(line) if level != "detailed" else squeezed(_alone(line, found))
            if not any(is_part_of(name_of(line), name_of(other)) for _, other in found):
                names.setdefault(key, (task, line))
        if len(names) > 1:
            yield _names(level, code, list(names.values()))


def two_codes(case: Case) -> Iterator[Remark]:
    """One name of a programme stands with two codes in different tables."""
    for (level, _), found in _by_name(case.plan).items():
        codes: dict[str, _Line] = {}
        for task, line in found:
            codes.setdefault(line.code, (task, line))
        if len(codes) < 2 or _side_by_side(found):
            continue
        slip = level == "unit" and any(_slipped(one, other) for one in codes for other in codes if one < other)
        yield _codes(Level.ERROR if slip else Level.DOUBT, level, list(codes.values()))
    yield from _two_programmes(case.plan)
    yield from _odd_forms(case.plan)


def _odd_forms(plan: Plan) -> Iterator[Remark]:
    """One code of a programme is written in a form that no other has: a number in brackets where all others are circled."""
    forms: dict[str, dict[str, _Line]] = defaultdict(dict)
    for task, line in _lines(plan):
        if line.level == "programme" and line.code:
            forms[_form(line.code)].setdefault(line.code, (task, line))
    usual = max(forms.values(), key=len, default={})
    if len(usual) < _CUSTOM_FROM or len(usual) * _CUSTOM[1] < sum(map(len, forms.values())) * _CUSTOM[0]:
        return
    for codes in forms.values():
        if len(codes) == 1:
            [(code, (task, line))] = codes.items()
            like = min(usual, key=lambda one: (not one.startswith(code[:_HEAD]), one))
            facts = {"name": line.name, "codes": code, "other": like, "case": "form"}
            places = (usual[like][1].place, line.place)
            yield Remark(Level.DOUBT, object_of(task, line), line.place, facts, places, (code, like))


def _form(code: str) -> str:
    """A code with its numbers and words replaced by signs for what they are."""
    plain = _GOAL_NUMBER.sub("G", code)
    return _WORDS.sub("w", _CIRCLED.sub("c", _FIGURES.sub("0", plain)))


def _two_programmes(plan: Plan) -> Iterator[Remark]:
    """One unit programme stands under two programmes of other names and codes: it can belong to one only."""
    above: dict[str, list[Block]] = defaultdict(list)
    for block in all_blocks(plan):
        if block.unit.code and block.programme and block.programme.code:
            above[block.unit.code].append(block)
    for code, found in above.items():
        together = [block for block in found if is_alike(block.unit, found[0].unit)]
        programmes: dict[str, _Line] = {}
        for block in together:
            if block.programme:
                programmes.setdefault(name_of(block.programme), (block.task, block.programme))
        lines = {line.code: (task, line) for task, line in programmes.values()}
        if len(lines) > 1 and not _side_by_side(list(lines.values())):
            yield _under_two(code, together[0].unit, list(lines.values()))


def _under_two(code: str, unit: BudgetLine, lines: list[_Line]) -> Remark:
    """A unit programme under programmes of other codes, with their names where these differ as well."""
    named = len({name_of(line) for _, line in lines}) > 1
    shown = " · ".join(f"{line.name}({line.code})" if named else line.code for _, line in lines)
    facts = {"unit": unit.name, "code": code, "programmes": shown, "case": "above"}
    remark = _codes(Level.DOUBT, "unit", lines, facts)
    return replace(remark, values=(*remark.values, *(line.name for _, line in lines))) if named else remark


def goal_unknown(case: Case) -> Iterator[Remark]:
    """Codes of programmes begin with a goal that the plan does not have: another year's goals, or the budget's own numbers."""
    goals = {goal.code for goal in case.plan.goals}
    odd: dict[str, list[_Line]] = defaultdict(list)
    for task, line in _lines(case.plan):
        match = _GOAL_OF.match(line.code)
        if match and match[1] not in goals:
            odd[match[1]].append((task, line))
    for goal, found in odd.items():
        codes = tuple(dict.fromkeys(line.code for _, line in found))
        facts = {
            "goal": goal,
            "codes": " · ".join(codes[:_MOST]),
            "lines": str(len(found)),
            "goals": str(len(goals)),
            "tasks": ", ".join(dict.fromkeys(task.code for task, _ in found)),
        }
        places = tuple(line.place for _, line in found)
        yield Remark(Level.NOTICE, f"programmes:{goal}", places[0], facts, places, codes[:_MOST])


def accounts(case: Case) -> Iterator[Remark]:
    """An account in a form that no other line has, or a fund's programme under an account that is no fund."""
    printed: dict[str, _Line] = {}
    for task, line in _lines(case.plan):
        if line.account:
            printed.setdefault(line.account, (task, line))
    whole = [account for account in printed if account.endswith(ACCOUNT_ENDINGS)]
    for account, (task, line) in printed.items():
        if account in whole:
            continue
        other = next((one for one in whole if _is_form_of(account, one)), "")
        facts = {"account": account, "other": other, "name": line.name, "case": "form" if other else "unknown"}
        yield _account(case.plan, task, line, facts)
    yield from _two_accounts(case.plan)
    yield from _without_account(case.plan)
    for task, line in _lines(case.plan):
        if line.level == "unit" and f"({FUND})" in line.name and line.account and FUND not in line.account:
            facts = {"account": line.account, "name": line.name, "code": line.code, "case": "fund"}
            yield _account(case.plan, task, line, facts)


def _account(plan: Plan, task: Task, line: BudgetLine, facts: dict[str, str]) -> Remark:
    """An odd account, with the account under which another table has the same programme, if one does."""
    fund, form = facts["case"] == "fund", facts.get("other", "")
    other = next(
        (
            one
            for _, one in _lines(plan)
            if one.code == line.code and one.level == line.level and one.account not in ("", line.account)
            if is_alike(one, line) and (FUND in one.account or not fund) and form in ("", one.account)
        ),
        None,
    )
    if other is not None and not form:
        facts = facts | {"other": other.account, "case": f"{facts['case']}-beside"}
    places = (line.place,) if other is None else (other.place, line.place)
    values = (line.account,) if other is None else (line.account, other.account)
    return Remark(Level.DOUBT, object_of(task, line), line.place, facts, places, values)


def _two_accounts(plan: Plan) -> Iterator[Remark]:
    """One line stands under one account in a task's table and under another in another task's."""
    found: dict[tuple[str, str, str], dict[str, dict[str, _Line]]] = defaultdict(lambda: defaultdict(dict))
    for block in all_blocks(plan):
        for line in block.detailed:
            account = line.account or block.unit.account
            if line.code and account:
                found[(block.unit.code, line.code, name_of(line))][block.task.code][account] = (block.task, line)
    for tasks in found.values():
        (first, one), *others = tasks.items()
        for code, other in others:
            if not one.keys() & other.keys() and not _one_account([*one, *other]):
                (task, line), account = next(iter(other.values())), next(iter(other))
                facts = {
                    "account": account,
                    "other": next(iter(one)),
                    "name": line.name,
                    "tasks": f"{first}, {code}",
                    "case": "two",
                }
                places = (next(iter(one.values()))[1].place, line.place)
                values = (account, facts["other"])
                yield Remark(Level.DOUBT, object_of(task, line), line.place, facts, places, values)


def _without_account(plan: Plan) -> Iterator[Remark]:
    """A unit programme without an account on it or on any of its lines, which another task's table prints with one."""
    known: dict[str, list[_Line]] = defaultdict(list)
    for task, line in _lines(plan):
        if line.level == "unit" and line.code and line.account:
            known[line.code].append((task, line))
    for block in all_blocks(plan):
        unit = block.unit
        lines = [unit, *block.detailed, *([block.total] if block.total else [])]
        if any(line.account for line in lines) or not any(amount.won for amount in unit.amounts):
            continue
        for task, other in known.get(unit.code, ()):
            if task.code != block.task.code and is_alike(unit, other):
                facts = {"name": unit.name, "code": unit.code, "account": other.account, "case": "missing"}
                places, values = (other.place, unit.place), (other.account,)
                yield Remark(Level.DOUBT, object_of(block.task, unit), unit.place, facts, places, values)
                break


def _one_account(accounts: list[str]) -> bool:
    """Whether these are forms of one account, which is said of the form itself."""
    return any(_is_form_of(one, other) for one in accounts for other in accounts if one != other)


def _lines(plan: Plan) -> Iterator[_Line]:
    for task in plan.tasks():
        for line in task.budget:
            yield task, line


def _by_code(plan: Plan) -> dict[tuple[str, ...], list[_Line]]:
    """Lines of one code: programmes and unit programmes by their code, detailed ones within their unit programme."""
    found: dict[tuple[str, ...], list[_Line]] = defaultdict(list)
    for task, line in _lines(plan):
        if line.level in ("programme", "unit") and line.code:
            found[(line.level, line.code)].append((task, line))
    for block in all_blocks(plan):
        for line in block.detailed:
            if line.code:
                found[("detailed", block.unit.code, line.code)].append((block.task, line))
    return found


def _by_name(plan: Plan) -> dict[tuple[str, str], list[_Line]]:
    found: dict[tuple[str, str], list[_Line]] = defaultdict(list)
    for task, line in _lines(plan):
        if line.level in ("programme", "unit") and line.code:
            found[(line.level, name_of(line))].append((task, line))
    for block in all_blocks(plan):
        for line in block.detailed:
            if line.code:
                found[(f"detailed {block.unit.code}", name_of(line))].append((block.task, line))
    return found


def _alone(line: BudgetLine, found: list[_Line]) -> str:
    """The name to compare: `정비(제주)` beside `정비` in one table is another account's share, not another name."""
    others = [other for _, other in found if other is not line]
    if any(is_alike(line, other) and name_of(line) == name_of(other) for other in others):
        return name_of(line)
    return line.name


def _side_by_side(found: list[_Line]) -> bool:
    """Whether one table prints the name with several codes: for several accounts, on purpose."""
    codes: dict[str, set[str]] = defaultdict(set)
    for task, line in found:
        codes[task.code].add(line.code)
    return any(len(own) > 1 and _accounts(found, task) for task, own in codes.items())


def _accounts(found: list[_Line], code: str) -> bool:
    """Whether those lines of one table are for different accounts or are programmes, which print none."""
    own = [line for task, line in found if task.code == code]
    return own[0].level == "programme" or len({line.account for line in own}) > 1


def _slipped(one: str, other: str) -> bool:
    """Whether two codes are one slip of the pen apart: two digits changed places, or one digit differs."""
    if len(one) != len(other):
        return False
    apart = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 1 or (len(apart) == 2 and sorted(one) == sorted(other))


def _is_form_of(account: str, whole: str) -> bool:
    own = account.strip(" .,'·")
    return own == whole or (len(own) >= 2 and whole.startswith(own) and whole[len(own) :] in ACCOUNT_ENDINGS)


def _names(level: str, code: str, lines: list[_Line]) -> Remark:
    task, line = lines[-1]
    names = tuple(dict.fromkeys(one.name for _, one in lines))
    facts = {
        "code": code,
        "names": " · ".join(names),
        "tasks": ", ".join(dict.fromkeys(one.code for one, _ in lines)),
        "budget_level": level,
    }
    places = tuple(one.place for _, one in lines)
    return Remark(Level.DOUBT, object_of(task, line), line.place, facts, places, names)


def _codes(level: Level, kind: str, lines: list[_Line], more: Mapping[str, str] | None = None) -> Remark:
    task, line = lines[-1]
    codes = tuple(one.code for _, one in lines)
    facts = {
        "name": line.name,
        "codes": " · ".join(codes),
        "tasks": ", ".join(dict.fromkeys(one.code for one, _ in lines)),
        "budget_level": kind.split()[0],
        **(more or {}),
    }
    places = tuple(one.place for _, one in lines)
    return Remark(level, object_of(task, line), line.place, facts, places, codes)
