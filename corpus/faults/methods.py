"""Indicators that cannot be measured, promises that promise nothing."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from corpus.faults.edits import (
    decimals_of,
    objects,
    own_table,
    pick,
    retargeted,
    shown,
    swapped,
    valued,
    with_indicator,
)
from corpus.faults.fault import Fault, Inject, Injected, with_plan
from uigwe.audit import Case, Type
from uigwe.plan import Indicator, Kind, Plan
from uigwe.values import State, half_up

# A formula of so many signs says what it measures.
_TELLING = 18


def _rewritten(case: Case, indicator: Indicator, field: str, value: str) -> Injected:
    """All uses of an indicator with another text in one field."""
    uses = tuple(replace(use, **{field: value}) for use in indicator.uses)  # type: ignore[arg-type]
    plan = with_indicator(case.plan, indicator, replace(indicator, uses=uses))
    was = getattr(indicator.uses[0], field)
    return Injected(with_plan(case, plan), objects(indicator), f"{indicator.name}: {was} → {value or '-'}")


def _set(field: str, value: str, of: str = "") -> Inject:
    """Some indicator whose name ends so gets another text."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        indicator = pick(rng, [one for one in case.plan.indicators if one.name.endswith(of)])
        return _rewritten(case, indicator, field, value) if indicator else None

    return inject


def _without_target(case: Case, rng: random.Random) -> Injected | None:
    indicator = pick(rng, case.plan.indicators)
    if indicator is None:
        return None
    printings = tuple(
        replace(one, written="-", value=None, state=State.NONE) if one.kind is Kind.TARGET else one
        for one in indicator.printings
    )
    plan = with_indicator(case.plan, indicator, replace(indicator, printings=printings))
    return Injected(with_plan(case, plan), objects(indicator), f"{indicator.name} without target")


def _free(plan: Plan) -> Iterator[tuple[Indicator, Decimal]]:
    """Indicators whose latest result is final, and that result."""
    for indicator in plan.indicators:
        cells = valued(own_table(indicator, indicator.uses[0], Kind.ACTUAL))
        latest = max(cells, key=lambda cell: cell.year, default=None)
        if latest and latest.value is not None and latest.state is State.FINAL:
            yield indicator, latest.value


def _against_the_past(factor: str) -> Inject:
    """A target of the latest result times a factor (turned round where less is better), for no stated reason."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        chosen = pick(rng, [(i, v) for i, v in _free(case.plan) if v > 5 and i.unit not in ("%", "%p", "점")])
        if not chosen:
            return None
        indicator, latest = chosen
        up = indicator.direction.is_better(Decimal(2), Decimal(1))
        times = Decimal(factor) if up else 2 - Decimal(factor)
        value = half_up(latest * max(times, Decimal("0.05")), decimals_of(latest))
        bare = replace(indicator, uses=tuple(replace(use, basis="", reason="") for use in indicator.uses))
        plan = with_indicator(case.plan, indicator, retargeted(bare, value))
        return Injected(
            with_plan(case, plan), objects(indicator), f"{indicator.name}: {shown(latest)} → {shown(value)}"
        )

    return inject


def _above_hundred(case: Case, rng: random.Random) -> Injected | None:
    """A share of a whole is to be more than the whole."""
    found = [one for one in case.plan.indicators if one.unit == "%" and "증가" not in one.name]
    indicator = pick(rng, found)
    if indicator is None:
        return None
    bare = replace(indicator, uses=tuple(replace(use, basis="", reason="") for use in indicator.uses))
    plan = with_indicator(case.plan, indicator, retargeted(bare, Decimal("112.5")))
    return Injected(with_plan(case, plan), objects(indicator), f"{indicator.name}: 112.5%")


def _five_points(case: Case, rng: random.Random) -> Injected | None:
    """One satisfaction is printed on a scale of five among others of a hundred, and converts nothing."""
    likes = [one for one in case.plan.indicators if one.name.endswith("만족도")]
    indicator = pick(rng, likes) if len(likes) > 3 else None
    if indicator is None:
        return None
    printings = tuple(
        replace(one, value=(value := half_up(one.value / 20, 2)), written=shown(value))
        if one.value is not None
        else one
        for one in indicator.printings
    )
    uses = tuple(
        replace(
            use, basis="", reason="전문가 의견을 들어 설정", formula="이용자 300명을 대상으로 한 만족도 조사(5점 척도)"
        )
        for use in indicator.uses
    )
    plan = with_indicator(case.plan, indicator, replace(indicator, printings=printings, uses=uses))
    where = tuple(object for one in likes for object in objects(one))
    return Injected(with_plan(case, plan), where, f"{indicator.name} on a scale of five")


def _weights(case: Case, rng: random.Random) -> Injected | None:
    indicator = pick(rng, case.plan.indicators)
    if indicator is None:
        return None
    formula = rng.choice(
        (
            "신속성(30%) + 적극성(30%) + 실효성(30%)",
            "0.4 × 계획 점수 + 0.4 × 집행 점수 + 0.4 × 성과 점수",
            "서비스 50% + 시설 30% + 안내 30%",
        )
    )
    return _rewritten(case, indicator, "formula", formula)


def _own_acts(case: Case, rng: random.Random) -> Injected | None:
    """An indicator that counts what the ministry itself does is called an outcome."""
    indicator = pick(rng, [one for one in case.plan.indicators if one.uses[0].nature == "결과" and one.unit == "건"])
    if indicator is None:
        return None
    name = f"{indicator.name.split()[0]} 제도개선 대책 마련 건수"
    uses = tuple(replace(use, name=name, formula="해당 연도 대책 마련 건수") for use in indicator.uses)
    names = tuple(
        replace(one, written=one.written.replace(indicator.name, name)) if one.object == indicator.id else one
        for one in case.plan.names
    )
    plan = with_indicator(case.plan, indicator, replace(indicator, name=name, uses=uses))
    return Injected(with_plan(case, replace(plan, names=names)), objects(indicator), f"{indicator.name} → {name}")


def _cumulative_falls(case: Case, rng: random.Random) -> Injected | None:
    """What is only ever added to becomes less."""
    found = []
    for indicator in case.plan.indicators:
        cells = valued(own_table(indicator, indicator.uses[0], Kind.ACTUAL))
        if indicator.unit in ("명", "개소") and len(cells) > 2 and len(indicator.uses) == 1:
            found.append((indicator, sorted(cells, key=lambda cell: cell.year)))
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, cells = chosen
    middle = cells[1]
    value = half_up((cells[0].value or Decimal(0)) * Decimal("0.6"), 0)
    printings = swapped(indicator.printings, middle, replace(middle, value=value, written=shown(value)))
    name = f"{indicator.name}(누적)"
    uses = tuple(replace(use, name=name, basis="", reason="", formula=f"{use.formula}(누적)") for use in indicator.uses)
    names = tuple(
        replace(one, written=one.written.replace(indicator.name, name)) if one.object == indicator.id else one
        for one in case.plan.names
    )
    plan = with_indicator(case.plan, indicator, replace(indicator, name=name, uses=uses, printings=printings))
    return Injected(with_plan(case, replace(plan, names=names)), objects(indicator), f"{name}: {shown(value)}")


def _no_reason(case: Case, rng: random.Random) -> Injected | None:
    """A reason that weighs and considers, and yields no number."""
    indicator = pick(rng, [one for one in case.plan.indicators if one.uses[0].basis])
    if indicator is None:
        return None
    reason = rng.choice(
        ("최근 여건을 종합적으로 고려하여 설정", "추세를 감안한 도전적 목표 설정", "적극적인 목표 설정")
    )
    uses = tuple(replace(use, basis="", reason=reason) for use in indicator.uses)
    plan = with_indicator(case.plan, indicator, replace(indicator, uses=uses))
    return Injected(with_plan(case, plan), objects(indicator), f"{indicator.uses[0].reason} → {reason}")


def _below_the_best(case: Case, rng: random.Random) -> Injected | None:
    """An earlier year was better than what is promised now."""
    found = []
    for indicator, latest in _free(case.plan):
        cells = sorted(valued(own_table(indicator, indicator.uses[0], Kind.ACTUAL)), key=lambda cell: cell.year)
        target = indicator.target(indicator.uses[0])
        promised = target.value if target else None
        if len(cells) > 2 and promised and promised != latest:
            found.append((indicator, cells[0].year, promised))
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, year, promised = chosen
    up = indicator.direction.is_better(Decimal(2), Decimal(1))
    best = half_up(promised * Decimal("1.04" if up else "0.95"), decimals_of(promised)) + (1 if up else -1)
    printings = tuple(
        replace(one, value=best, written=shown(best)) if one.kind is Kind.ACTUAL and one.year == year else one
        for one in indicator.printings
    )
    uses = tuple(replace(use, basis="", reason="") for use in indicator.uses)
    plan = with_indicator(case.plan, indicator, replace(indicator, printings=printings, uses=uses))
    return Injected(with_plan(case, plan), objects(indicator), f"{indicator.name} {year}: {best}")


def _formula_of_another(case: Case, rng: random.Random) -> Injected | None:
    """The source's cell holds the formula of another indicator."""
    formulas = [one.uses[0].formula for one in case.plan.indicators if ") / (" in one.uses[0].formula]
    formulas += ["Σ(개소별 이용자 수) ÷ 개소 수"]
    indicator = pick(rng, case.plan.indicators)
    return _rewritten(case, indicator, "source", rng.choice(formulas)) if indicator else None


def _rates_apart(case: Case, rng: random.Random) -> Injected | None:
    """One rate less another is called %."""
    indicator = pick(rng, [one for one in case.plan.indicators if one.unit == "%"])
    return _rewritten(case, indicator, "formula", "참여 지역 이용률 - 미참여 지역 이용률") if indicator else None


def _without_unit(case: Case, rng: random.Random) -> Injected | None:
    """No table prints a unit behind the name."""
    indicator = pick(rng, [one for one in case.plan.indicators if one.unit in ("명", "건", "개소", "억원")])
    if indicator is None:
        return None
    names = tuple(
        replace(one, written=one.written.replace(f"({indicator.unit})", "")) if one.object == indicator.id else one
        for one in case.plan.names
    )
    plan = with_indicator(case.plan, indicator, replace(indicator, unit=""))
    return Injected(with_plan(case, replace(plan, names=names)), objects(indicator), f"{indicator.name} without unit")


def _built_on_a_target(case: Case, rng: random.Random) -> Injected | None:
    """Last year's target is what the new one starts from, and last year's result was far above both."""
    found = []
    for indicator in case.plan.indicators:
        if indicator.uses[0].basis.startswith("target(") and indicator.unit not in ("%", "점", "%p"):
            year = min(one.year for one in indicator.printings if one.kind is Kind.TARGET) - 1
            found.append((indicator, year))
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, year = chosen
    up = indicator.direction.is_better(Decimal(2), Decimal(1))
    factor = Decimal("1.6" if up else "0.4")
    printings = tuple(
        replace(one, value=(value := half_up(one.value * factor, decimals_of(one.value))), written=shown(value))
        if one.value is not None and one.kind is Kind.ACTUAL and one.year == year
        else one
        for one in indicator.printings
    )
    plan = with_indicator(case.plan, indicator, replace(indicator, printings=printings))
    return Injected(with_plan(case, plan), objects(indicator), f"{indicator.name}: result × {factor}")


def _called_new(case: Case, rng: random.Random) -> Injected | None:
    """The target is called new beside results of the past."""
    found = []
    for indicator, _ in _free(case.plan):
        target = indicator.target(indicator.uses[0])
        if target and target.value is not None:
            found.append((indicator, target))
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, target = chosen
    written = f"{target.written}(신규)"
    printings = swapped(indicator.printings, target, replace(target, written=written))
    plan = with_indicator(case.plan, indicator, replace(indicator, printings=printings))
    return Injected(with_plan(case, plan), objects(indicator), f"{target.written} → {written}")


def _without_hundred(case: Case, rng: random.Random) -> Injected | None:
    """The formula of a percentage divides and does not multiply by a hundred."""
    found = [
        one for one in case.plan.indicators if one.uses[0].formula.startswith("(") and "× 100" in one.uses[0].formula
    ]
    indicator = pick(rng, found)
    if indicator is None:
        return None
    return _rewritten(case, indicator, "formula", indicator.uses[0].formula.replace(" × 100", ""))


def _other_in_annex(case: Case, rng: random.Random) -> Injected | None:
    """The annex prints the formula of something else."""
    found = [one for one in case.plan.indicators if len(one.uses[0].formula) >= _TELLING]
    indicator = pick(rng, found)
    return _rewritten(case, indicator, "annexed_formula", "누리집별 입점 점포 수") if indicator else None


def _turned_in_annex(case: Case, rng: random.Random) -> Injected | None:
    """The annex prints the formula of a percentage with numerator and denominator changed places."""
    found = [
        (one, match)
        for one in case.plan.indicators
        if (match := re.fullmatch(r"\(([^()/]{5,}) / ([^()/]{5,})\) × 100", one.uses[0].formula))
    ]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    indicator, match = chosen
    return _rewritten(case, indicator, "annexed_formula", f"({match[2]} / {match[1]}) × 100")


def _named_again(case: Case, rng: random.Random) -> Injected | None:
    """The formula of a rate is its name."""
    indicator = pick(rng, [one for one in case.plan.indicators if one.unit == "%"])
    return _rewritten(case, indicator, "formula", f"{indicator.name} 측정") if indicator else None


def _from_another_statistic(case: Case, rng: random.Random) -> Injected | None:
    """The target is raised from a rate that somebody else measured, far below the indicator's own results."""
    found = [(one, latest) for one, latest in _free(case.plan) if one.unit == "%" and latest > 20]
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, latest = chosen
    base = half_up(latest * Decimal("0.6"), 1)
    reason = f"민간 협회 조사의 지원 성공률 {shown(base)}%에 3%p를 가산하여 설정"
    uses = tuple(replace(use, basis=f"{base} + 3 %p", reason=reason) for use in indicator.uses)
    plan = with_indicator(case.plan, indicator, retargeted(replace(indicator, uses=uses), base + 3))
    return Injected(with_plan(case, plan), objects(indicator), f"{indicator.name} from {base}%")


def _three_years_in_the_name(case: Case, rng: random.Random) -> Injected | None:
    """The name of a rate speaks of three years, its formula does not."""
    indicator = pick(rng, [one for one in case.plan.indicators if one.unit == "%"])
    if indicator is None:
        return None
    name = f"{indicator.name.split()[0]} 3년 유지율"
    formula, source = "유지 건수 / 지원 건수 × 100", "지원 대장"
    uses = tuple(replace(use, name=name, formula=formula, source=source) for use in indicator.uses)
    names = tuple(
        replace(one, written=one.written.replace(indicator.name, name)) if one.object == indicator.id else one
        for one in case.plan.names
    )
    plan = with_indicator(case.plan, indicator, replace(indicator, name=name, uses=uses))
    return Injected(with_plan(case, replace(plan, names=names)), objects(indicator), f"{indicator.name} → {name}")


FAULTS = (
    Fault("formula-missing", Type.METHOD, _set("formula", ""), ("missing-part",)),
    Fault("source-missing", Type.METHOD, _set("source", ""), ("missing-part",)),
    Fault("target-missing", Type.METHOD, _without_target, ("missing-part",)),
    Fault("target-below-the-past", Type.METHOD, _against_the_past("0.9"), ("target-retreats",)),
    Fault("target-equal-to-the-past", Type.METHOD, _against_the_past("1"), ("target-stands-still",)),
    Fault("target-far-from-the-past", Type.METHOD, _against_the_past("1.9"), ("target-far",)),
    Fault("share-above-its-whole", Type.METHOD, _above_hundred, ("ratio-unreachable",)),
    Fault("scale-without-conversion", Type.METHOD, _five_points, ("scale-differs",)),
    Fault("weights-do-not-sum", Type.METHOD, _weights, ("weights",)),
    Fault("own-acts-as-outcome", Type.METHOD, _own_acts, ("own-acts",)),
    Fault("survey-without-sample", Type.METHOD, _set("formula", "이용자 만족도 조사", "만족도"), ("survey-sample",)),
    Fault("cumulative-falls", Type.METHOD, _cumulative_falls, ("cumulative-falls",)),
    Fault("formula-is-a-target", Type.METHOD, _set("formula", "전년 실적 대비 3% 상향"), ("formula-is-basis",)),
    Fault(
        "reason-is-no-reason",
        Type.METHOD,
        _no_reason,
        ("reason-none",),
    ),
    Fault("target-below-the-best", Type.METHOD, _below_the_best, ("target-below-best",)),
    Fault(
        "scale-of-five-for-a-hundred",
        Type.METHOD,
        _set("formula", "이용자 300명을 대상으로 한 만족도 조사(5점 척도)", "만족도"),
        ("scale-unconverted",),
    ),
    Fault("formula-as-source", Type.LABEL, _formula_of_another, ("source-formula",)),
    Fault("rates-apart-in-share", Type.UNIT, _rates_apart, ("rates-apart",)),
    Fault("unit-missing", Type.UNIT, _without_unit, ("unit-missing",)),
    Fault("built-on-a-target", Type.METHOD, _built_on_a_target, ("basis-on-target",)),
    Fault("called-new-with-a-past", Type.CROSS_REFERENCE, _called_new, ("new-with-past",)),
    Fault("annex-formula", Type.CROSS_REFERENCE, _other_in_annex, ("formula-annexed",)),
    Fault("annex-formula-turned", Type.CROSS_REFERENCE, _turned_in_annex, ("formula-annexed",)),
    Fault("rate-without-formula", Type.METHOD, _named_again, ("formula-name",)),
    Fault("base-of-another-statistic", Type.METHOD, _from_another_statistic, ("basis-foreign",)),
    Fault("span-in-the-name-alone", Type.METHOD, _three_years_in_the_name, ("name-untold",)),
    Fault(
        "marks-joined-in-no-way",
        Type.METHOD,
        _set("formula", "시설 만족도 및 안내 만족도 등 조사", "만족도"),
        ("marks-joined",),
    ),
    Fault(
        "divided-by-own-target", Type.METHOD, _set("formula", "정비 수 / 정비 목표 × 100", "율"), ("target-divides",)
    ),
    Fault("formula-without-hundred", Type.METHOD, _without_hundred, ("hundred-missing",)),
)
