"""Money: lines against their unit programme, unit programmes against each other, and all of it against what there is."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from uigwe.audit.case import Case
from uigwe.audit.checks.shares import shares_beyond
from uigwe.audit.figures import step_of_written
from uigwe.audit.finding import Level, Remark
from uigwe.audit.money import Block, all_blocks, is_alike, name_of, object_of, won, written
from uigwe.audit.words.money import OUTLAY_WORDS, abbreviates, is_loan
from uigwe.audit.words.names import squeezed
from uigwe.plan import BudgetLine, Claim, Plan, Task
from uigwe.values import EXACT, plain, rounded, to_won

_NEAR = Decimal("0.02")
_MISSED = Decimal("0.15")
_CUSTOM = Fraction(4, 5)
_CUSTOM_FROM = 5
# Units of money from which a slip of a hundred can come: 억원 and larger.
_COARSE = Decimal(10) ** 8
_TIMES = 20
# One line beside at least two others.
_TIMES_BESIDE, _BESIDE = 15, 3


def lines_against_unit(case: Case) -> Iterator[Remark]:
    """Detailed lines that do not add up to their unit programme, and brackets against the plan's own custom.

    Plans have customs: some print only a task's own lines, some print the whole in brackets and some a part. What most
    tables of this plan do is its custom; more than the whole, and a near miss, are never a custom.
    """
    blocks = all_blocks(case.plan)
    complete, parts = _are_complete(blocks), _brackets_are_parts(blocks)
    for block in blocks:
        for year in block.years:
            own, added = won(block.unit, year), block.added(year)
            bracket = won(block.total, year) if block.total else None
            if own is not None and bracket is not None and bracket > own and parts:
                yield _bracket(block, year)
            if own is None or not added or added in (own, bracket):
                continue
            level = _level(own, added, block.slack(year), complete)
            if level:
                kind = (
                    "rounding"
                    if abs(own - added) <= block.slack(year)
                    else "partial"
                    if level is Level.NOTICE
                    else "differs"
                )
                yield _off(level, kind, block, year, added)
    yield from _across_tasks(blocks)
    if not parts:
        yield from shares_beyond(blocks)


@dataclass(slots=True)
class _Shared:
    """A unit programme whose detailed lines stand in the tables of several tasks, in one year: its whole, and its lines once each."""

    whole: Decimal
    stands: Block
    line: BudgetLine
    parts: dict[tuple[str, str], tuple[Task, BudgetLine]]
    added: Decimal
    slack: Decimal


def _across_tasks(blocks: list[Block]) -> Iterator[Remark]:
    """The detailed lines of one unit programme, gathered from the tables of several tasks, against the whole that is printed.

    They are the whole in one year, within what rounding explains, and not quite in another.
    """
    by_unit: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.unit.code and block.detailed:
            by_unit[block.unit.code].append(block)
    for found in by_unit.values():
        together = [block for block in found if is_alike(block.unit, found[0].unit)]
        years = sorted({year for block in together for year in block.years})
        shared = {year: one for year in years if (one := _shared(together, year)) is not None}
        is_whole = any(abs(one.added - one.whole) <= one.slack for one in shared.values())
        for year, one in shared.items():
            if one.added != one.whole and is_whole:
                yield _spread(one, year)


def _shared(blocks: list[Block], year: int) -> _Shared | None:
    wholes = [(amount, block, line) for block in blocks if (line := block.total) and (amount := won(line, year))]
    parts: dict[tuple[str, str], tuple[Task, BudgetLine]] = {}
    for block in blocks:
        for line in block.detailed:
            key = (line.code, name_of(line))
            if key in parts and won(parts[key][1], year) != won(line, year):
                return None  # one line with two amounts is told elsewhere, and which of them counts is not known
            parts.setdefault(key, (block.task, line))
    if not wholes or len({task.code for task, _ in parts.values()}) < 2:
        return None
    whole, stands, line = max(wholes, key=lambda one: one[0])
    amounts = [amount for _, part in parts.values() if (amount := won(part, year))]
    if len(amounts) < 2:
        return None
    added = sum(amounts, Decimal(0))
    printed = [one.amount(year) for one in (line, *(part for _, part in parts.values()))]
    digits = [step_of_written(one.written.strip("()' ")) for one in printed if one and one.won]
    half = EXACT.divide(sum(digits, Decimal(0)), Decimal(2))
    return _Shared(whole, stands, line, parts, added, to_won(half, line.unit) or Decimal(0))


def _spread(one: _Shared, year: int) -> Remark:
    unit = to_won(Decimal(1), one.line.unit) or Decimal(1)
    shown = plain(EXACT.divide(one.added, unit))
    parts = [(task, line, amount) for task, line in one.parts.values() if (amount := line.amount(year)) and amount.won]
    facts = {
        "code": one.stands.unit.code,
        "name": one.stands.unit.name,
        "year": str(year),
        "stated": written(one.line, year),
        "added": shown,
        "tasks": ", ".join(dict.fromkeys(task.code for task, _, _ in parts)),
        "case": "across",
    }
    steps = (f"{' + '.join(amount.written for _, _, amount in parts)} = {shown}",)
    places = (one.line.place, *(line.place for _, line, _ in parts))
    object = object_of(one.stands.task, one.line)
    return Remark(Level.NOTICE, object, one.line.place, facts, places, (facts["stated"], shown), steps)


def two_totals(case: Case) -> Iterator[Remark]:
    """Two tasks print one unit programme with two whole amounts for one year."""
    wholes: dict[tuple[str, int], list[tuple[Block, BudgetLine]]] = defaultdict(list)
    several = _several_in_one_table(case.plan)
    for block in all_blocks(case.plan):
        for year in block.years:
            line = block.whole(year)
            if line is not None and block.unit.code and block.unit.code not in several:
                wholes[(block.unit.code, year)].append((block, line))
    told = set()
    for code in dict.fromkeys(code for code, _ in wholes):
        years = {year: found for (own, year), found in sorted(wholes.items()) if own == code}
        differing = {year: found for year, found in years.items() if len({won(line, year) for _, line in found}) > 1}
        if differing:
            told.add(code)
            yield _totals(Level.DOUBT, "wholes", code, differing)
    yield from _own_lines_only(case.plan, told)


def _own_lines_only(plan: Plan, told: set[str]) -> Iterator[Remark]:
    """A unit programme whose printed amount is the sum of a task's own lines, and so another one in each table."""
    printed: dict[tuple[str, str], dict[int, list[tuple[Block, BudgetLine]]]] = defaultdict(lambda: defaultdict(list))
    for block in all_blocks(plan):
        for year in block.years:
            if block.unit.code and won(block.unit, year):
                printed[(block.unit.code, block.unit.account)][year].append((block, block.unit))
    for (code, _), years in printed.items():
        differing = {
            year: found
            for year, found in sorted(years.items())
            if len({block.task.code for block, _ in found}) == len(found)
            and len({won(line, year) for _, line in found}) > 1
        }
        if differing and code not in told:
            yield _totals(Level.NOTICE, "own", code, differing)


def magnitude(case: Case) -> Iterator[Remark]:
    """The unit above a table does not fit the size of its amounts."""
    found = set()
    for remark in (*_beyond_outlay(case), *_two_money_units(case)):
        found.add(remark.object)
        yield remark
    for remark in _out_of_size(case.plan):
        if remark.object not in found:
            yield remark


def counted_again(case: Case) -> Iterator[Remark]:
    """The same money stands under several tasks: whoever adds the tasks up counts it more than once."""
    tasks: dict[tuple[str, ...], list[tuple[Task, BudgetLine]]] = defaultdict(list)
    for block in all_blocks(case.plan):
        for line in block.detailed:
            amounts = tuple(str(amount.won) for amount in line.amounts if amount.won)
            now = any(amount.won for amount in line.amounts if amount.year == case.plan.year)
            if now and line.code:
                tasks[(block.unit.code, line.code, name_of(line), *amounts)].append((block.task, line))
    together: dict[tuple[str, tuple[str, ...]], list[list[tuple[Task, BudgetLine]]]] = defaultdict(list)
    for key, found in tasks.items():
        codes = tuple(dict.fromkeys(task.code for task, _ in found))
        if len(codes) > 1:
            together[(key[0], codes)].append(found)
    for (code, codes), lines in together.items():
        task, first = lines[0][0]
        year = max(amount.year for amount in first.amounts)
        facts = {
            "code": code,
            "name": first.name,
            "tasks": ", ".join(codes),
            "times": str(len(codes)),
            "lines": str(len(lines)),
            "amount": written(first, year),
        }
        places = tuple(line.place for found in lines for _, line in found)[:12]
        yield Remark(Level.NOTICE, object_of(task, first), first.place, facts, places, (facts["amount"],))


# ── one unit programme ───────────────────────────────────────────────────────────────────────────────────────────────


def _level(own: Decimal, added: Decimal, slack: Decimal, complete: bool) -> Level | None:
    off = abs(EXACT.subtract(own, added))
    if off <= slack:
        return Level.NOTICE
    if added > own:
        return Level.ERROR
    share = EXACT.divide(off, own)
    if share < _NEAR or (complete and share < _MISSED):
        return Level.DOUBT
    return Level.NOTICE if complete else None


def _are_complete(blocks: list[Block]) -> bool:
    """Whether nearly all unit programmes of the plan are printed with all their lines."""
    whole = [
        (own, added, block.slack(year))
        for block in blocks
        for year in block.years
        if (own := won(block.unit, year)) and (added := block.added(year))
    ]
    fit = sum(1 for own, added, slack in whole if abs(own - added) <= slack)
    return len(whole) >= _CUSTOM_FROM and Fraction(fit, len(whole)) >= _CUSTOM


def _brackets_are_parts(blocks: list[Block]) -> bool:
    """Whether the bracketed amounts of the plan are parts of their unit programmes, and not the whole."""
    pairs = [
        (own, bracket)
        for block in blocks
        if block.total
        for year in block.years
        if (own := won(block.unit, year)) and (bracket := won(block.total, year))
    ]
    below = sum(1 for own, bracket in pairs if bracket < own)
    return len(pairs) >= _CUSTOM_FROM and Fraction(below, len(pairs)) >= _CUSTOM


def _bracket(block: Block, year: int) -> Remark:
    line = block.total or block.unit
    facts = {
        "code": block.unit.code,
        "name": block.unit.name,
        "year": str(year),
        "stated": written(block.unit, year),
        "added": written(line, year),
        "case": "bracket",
    }
    values = (facts["stated"], facts["added"])
    object = object_of(block.task, block.unit)
    return Remark(Level.DOUBT, object, line.place, facts, (block.unit.place, line.place), values)


def _off(level: Level, kind: str, block: Block, year: int, added: Decimal) -> Remark:
    unit = to_won(Decimal(1), block.unit.unit) or Decimal(1)
    shown = plain(EXACT.divide(added, unit))
    facts = {
        "code": block.unit.code,
        "name": block.unit.name,
        "year": str(year),
        "stated": written(block.unit, year),
        "added": shown,
        "case": kind,
    }
    parts = [amount.written for line in block.detailed if (amount := line.amount(year)) and amount.won]
    steps = (f"{' + '.join(parts)} = {shown}",)
    places = tuple(line.place for line in block.detailed)
    place = block.unit.place
    return Remark(level, object_of(block.task, block.unit), place, facts, places, (facts["stated"], shown), steps)


def _several_in_one_table(plan: Plan) -> set[str]:
    """Codes of unit programmes that stand more than once in one task's table, for several accounts."""
    seen: set[tuple[str, str]] = set()
    several = set()
    for block in all_blocks(plan):
        key = (block.task.code, block.unit.code)
        if key in seen:
            several.add(block.unit.code)
        seen.add(key)
    return several


def _totals(level: Level, kind: str, code: str, years: dict[int, list[tuple[Block, BudgetLine]]]) -> Remark:
    """One finding for a unit programme, with each amount that is printed for each year."""
    shown: list[tuple[int, Block, BudgetLine]] = []
    for year, found in years.items():
        amounts: dict[Decimal | None, tuple[Block, BudgetLine]] = {}
        for block, line in found:
            amounts.setdefault(won(line, year), (block, line))
        shown += [(year, block, line) for block, line in amounts.values()]
    _, block, line = shown[-1]
    facts = {
        "code": code,
        "name": shown[0][1].unit.name,
        "year": ", ".join(str(year) for year in years),
        "case": kind,
        "amounts": " · ".join(f"{one.task.code} {written(of, year)} ({year})" for year, one, of in shown),
    }
    places = tuple(dict.fromkeys(of.place for _, _, of in shown))
    values = tuple(written(of, year) for year, _, of in shown)
    return Remark(level, object_of(block.task, block.unit), line.place, facts, places, values)


# ── what there is to spend ───────────────────────────────────────────────────────────────────────────────────────────

_Limit = tuple[Decimal, Claim]


def _outlays(case: Case) -> dict[tuple[str, int], _Limit]:
    """What the finance table lets an account spend in a year, in won; the account by its full name."""
    found: dict[tuple[str, int], _Limit] = {}
    for claim in (*case.plan.claims, *case.prose.claims):
        word = next((word for word in OUTLAY_WORDS if claim.subject.endswith(word)), None)
        amount = to_won(claim.value, claim.unit)
        if word and amount and claim.period.isdecimal():
            account = squeezed(claim.subject.removesuffix(word))
            found.setdefault((account, int(claim.period)), (amount, claim))
    return found


def _limit(outlays: dict[tuple[str, int], _Limit], account: str, year: int) -> _Limit | None:
    own = squeezed(account)
    if not own:
        return None
    exact = outlays.get((own, year))
    if exact:
        return exact
    fits = [limit for (name, at), limit in outlays.items() if at == year and abbreviates(own, name)]
    return fits[0] if len(fits) == 1 else None


def _beyond(task: Task, line: BudgetLine, year: int, account: str, limit: _Limit) -> Remark:
    _, claim = limit
    facts = {
        "name": line.name,
        "code": line.code,
        "year": str(year),
        "stated": written(line, year),
        "account": account,
        "limit": f"{claim.written} {claim.unit}",
        "case": "line",
    }
    values = (facts["stated"], facts["limit"])
    return Remark(Level.ERROR, object_of(task, line), line.place, facts, (line.place, claim.place), values)


def _accounts_beyond(blocks: list[Block], outlays: dict[tuple[str, int], _Limit], slips: set[str]) -> Iterator[Remark]:
    """What the tables give to one account, each programme once and the proven slips left out, against its outlay."""
    spent: dict[tuple[str, int], dict[tuple[str, ...], tuple[Decimal, Task, BudgetLine]]] = defaultdict(dict)
    for block in blocks:
        if block.task.code in slips:
            continue
        for line in block.detailed or [block.unit]:
            account = line.account or block.unit.account
            for amount in line.amounts:
                if account and amount.won and not line.bracketed:
                    key = (block.unit.code, line.code, name_of(line))
                    known = spent[(account, amount.year)].get(key)
                    if known is None or amount.won < known[0]:
                        spent[(account, amount.year)][key] = (amount.won, block.task, line)
    for (account, year), lines in sorted(spent.items()):
        limit = _limit(outlays, account, year)
        total = sum((amount for amount, _, _ in lines.values()), Decimal(0))
        if limit is None or total <= limit[0]:
            continue
        excess = EXACT.subtract(total, limit[0])
        able = [
            entry
            for entry in lines.values()
            if EXACT.multiply(entry[0], Decimal("0.99")) >= excess
            and (to_won(Decimal(1), entry[2].unit) or 0) >= _COARSE
        ]
        yield _account(account, year, total, limit, able)


def _account(
    account: str, year: int, total: Decimal, limit: _Limit, able: list[tuple[Decimal, Task, BudgetLine]]
) -> Remark:
    unit = to_won(Decimal(1), limit[1].unit) or Decimal(1)
    shown = plain(rounded(EXACT.divide(total, unit), 1))
    lines = sorted(able, key=lambda entry: entry[0])
    facts = {
        "account": account,
        "year": str(year),
        "stated": shown,
        "limit": f"{limit[1].written} {limit[1].unit}",
        "lines": ", ".join(f"{task.code} {line.name} {written(line, year)}" for _, task, line in lines[:6]) or "-",
        "case": "account",
    }
    places = (limit[1].place, *(line.place for _, _, line in lines[:6]))
    return Remark(Level.DOUBT, f"account:{account}:{year}", limit[1].place, facts, places, (shown, limit[1].written))


# ── size ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _beyond_outlay(case: Case) -> Iterator[Remark]:
    """A line is larger than all that its account may spend, or the lines of an account are together: a unit line does not fit."""
    outlays = _outlays(case)
    blocks = all_blocks(case.plan)
    slips: set[str] = set()
    for block in blocks:
        for line in (block.unit, *block.detailed):
            for amount in line.amounts:
                account = line.account or block.unit.account
                limit = _limit(outlays, account, amount.year)
                if limit and amount.won and amount.won > limit[0]:
                    slips.add(block.task.code)
                    yield _beyond(block.task, line, amount.year, account, limit)
                    break
    yield from _accounts_beyond(blocks, outlays, slips)


def _two_money_units(case: Case) -> Iterator[Remark]:
    """One unit programme stands under 억원 in one table and under 백만원 in another, and the two amounts are far apart."""
    found: dict[str, dict[str, tuple[Task, BudgetLine]]] = defaultdict(dict)
    for block in all_blocks(case.plan):
        line = next((one for one in (block.unit, *block.detailed) if any(a.won for a in one.amounts)), None)
        if block.unit.code and line is not None:
            found[block.unit.code].setdefault(line.unit, (block.task, line))
    for code, units in found.items():
        if len(units) < 2:
            continue
        (_, small), (task, large) = sorted(units.values(), key=lambda pair: _largest(pair[1]))
        if _largest(small) * 10 < _largest(large):
            year = max(amount.year for amount in large.amounts if amount.won)
            facts = {
                "code": code,
                "name": large.name,
                "one": written(large, year),
                "other": written(small, max(a.year for a in small.amounts if a.won)),
                "units": " · ".join(units),
                "case": "units",
            }
            places = tuple(line.place for _, line in units.values())
            values = (facts["one"], facts["other"])
            yield Remark(Level.NOTICE, object_of(task, large), large.place, facts, places, values)


def _out_of_size(plan: Plan) -> Iterator[Remark]:
    """A table far larger than the others, or a line than those beside it: only the size gives it away, so a notice.

    Loans are large by nature, and an amount that other tasks' tables print too has been seen by more than one pair of eyes.
    """
    lines: dict[str, list[BudgetLine]] = defaultdict(list)
    tasks: dict[str, set[str]] = defaultdict(set)
    of: dict[int, Block] = {}
    for block in all_blocks(plan):
        tasks[block.unit.code].add(block.task.code)
        for line in block.detailed:
            if _largest(line):
                lines[block.task.code].append(line)
                of[id(line)] = block
    for code, own in lines.items():
        others = [_largest(line) for other, found in lines.items() if other != code for line in found]
        found = _table_out_of_size(own, others) or _line_out_of_size(own)
        if found is None:
            continue
        line, beside, kind = found
        block = of[id(line)]
        if is_loan(line.name) or (block.unit.code and len(tasks[block.unit.code]) > 1):
            continue
        year = max(amount.year for amount in line.amounts if amount.won)
        times = plain(rounded(EXACT.divide(_largest(line), beside)))
        facts = {"name": line.name, "stated": written(line, year), "times": times, "case": kind}
        yield Remark(Level.NOTICE, object_of(block.task, line), line.place, facts, (line.place,), (facts["stated"],))


def _table_out_of_size(own: list[BudgetLine], others: list[Decimal]) -> tuple[BudgetLine, Decimal, str] | None:
    """The smallest line of a table that is many times what a line of the plan usually is."""
    if len(others) < _CUSTOM_FROM:
        return None
    usual, least = sorted(others)[len(others) // 2], min(own, key=_largest)
    return (least, usual, "size") if _is_coarse(least) and _largest(least) >= usual * _TIMES else None


def _line_out_of_size(own: list[BudgetLine]) -> tuple[BudgetLine, Decimal, str] | None:
    """The largest line of a table that is many times the next."""
    largest = sorted(own, key=_largest, reverse=True)
    if len(own) < _BESIDE or _largest(largest[0]) < _largest(largest[1]) * _TIMES_BESIDE:
        return None
    return (largest[0], _largest(largest[1]), "beside") if _is_coarse(largest[0]) else None


def _is_coarse(line: BudgetLine) -> bool:
    """Whether its unit is one from which a slip of a hundred can come."""
    return (to_won(Decimal(1), line.unit) or Decimal(0)) >= _COARSE


def _largest(line: BudgetLine) -> Decimal:
    return max((amount.won for amount in line.amounts if amount.won), default=Decimal(0))
