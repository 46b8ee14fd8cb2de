"""The basis language: what it yields, what it refuses, and that writing and reading are one."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.every import every, examples
from uigwe.formulas import Derived, Facts, FormulaProblem, NotComputable, evaluate, read_basis, written, years_named
from uigwe.formulas.read import FUNCTIONS, MAX_DEPTH, MAX_DIGITS, MAX_LENGTH, MAX_NODES
from uigwe.formulas.tree import Call, Infix, Negative, Number, Past, Suffix, Years
from uigwe.values import EXACT, Interval, Written, read_number

PAST = {2018: "61.0", 2019: "64.2", 2020: "78.0", 2021: "82.5", 2022: "84.6"}


def facts(past: dict[int, str] = PAST, unit: str = "%", year: int = 2023) -> Facts:
    return Facts(year, unit, {one: read_number(text) for one, text in past.items()}, {2022: read_number("84")})


def worked_out(source: str, unit: str = "%", **changes) -> Derived:
    derived = evaluate(read_basis(source, unit), facts(unit=unit, **changes))
    assert isinstance(derived, Derived), derived
    return derived


@every(
    [
        ("last + 4 %p", "88.6"),
        ("last * 103 %", "87.138"),
        ("last * (100 % + 5 %)", "88.83"),
        ("mean(2020..2022) * 1.03", "84.151"),
        ("mean(2018, 2020..2022)", "76.525"),
        ("max(last, mean(2020..2022))", "84.6"),
        ("min(last, 80)", "80"),
        ("sum(2021..2022)", "167.1"),
        ("70000 + 30,000", "100000"),
        ("0.409 * 102 % * 41769", "17425.1922"),
        ("43.5 * 200 %", "87"),
        ("round(mean(2020..2022) * 1.03, 1)", "84.2"),
        ("ceil(last)", "85"),
        ("floor(last)", "84"),
        ("round(last, -1)", "80"),
        ("target(2022) + 1", "85"),
        ("actual(2021) - 0.5", "82"),
        ("-(last - 90)", "5.4"),
        ("104 %", "104"),
    ],
)
def test_a_basis_yields_its_value(source, value):
    assert abs(worked_out(source).value - Decimal(value)) < Decimal("0.001")


def test_means_of_growth_and_trend_are_what_a_hand_would_work_out():
    growing = {2020: "100", 2021: "110", 2022: "121"}

    assert worked_out("last * (100 % + cagr(2020..2022))", past=growing).value.quantize(Decimal("0.01")) == Decimal(
        "133.10"
    )
    assert worked_out("growth(2020..2022)", past=growing).value.quantize(Decimal("0.01")) == Decimal("10.00")
    assert worked_out("trend(2020..2022)", past=growing).value.quantize(Decimal("0.001")) == Decimal("131.333")
    assert worked_out("geomean(2020..2022)", past=growing).value.quantize(Decimal("0.001")) == Decimal("110.000")
    assert worked_out("sd(2020..2022)", past=growing).value.quantize(Decimal("0.001")) == Decimal("8.576")


def test_the_middle_and_the_spread_of_a_sample_are_what_a_hand_would_work_out():
    uneven = {2019: "10", 2020: "40", 2021: "20", 2022: "30"}

    assert worked_out("median(2019..2022)", past=uneven).value == 25
    assert worked_out("median(2020..2022)", past=uneven).value == 30
    assert worked_out("hmean(2019..2022)", past=uneven).value.quantize(Decimal("0.001")) == Decimal("19.200")
    assert worked_out("ssd(2019..2022)", past=uneven).value.quantize(Decimal("0.001")) == Decimal("12.910")
    assert worked_out("slope(2019..2022)", past=uneven).value == 4
    assert worked_out("last + slope(2020..2022)", past=uneven).value == 25


def test_every_step_is_shown():
    steps = worked_out("mean(2020..2022) * 1.03").steps

    assert [step.working for step in steps] == ["mean(78, 82.5, 84.6)", "81.7 * 1.03"]


def test_what_roots_leave_in_the_last_digits_does_not_tip_floor_and_ceil():
    same = {2020: "8", 2021: "8", 2022: "8"}

    assert worked_out("floor(geomean(2020..2022))", past=same).value == 8
    assert worked_out("ceil(geomean(2020..2022))", past=same).value == 8
    assert worked_out("floor(last / 3 * 3)", past=same).value == 8


# ── what it refuses ──────────────────────────────────────────────────────────────────────────────────────────────────


@every(
    [
        ("", "%", "empty"),
        ("last +", "%", "ends-too-soon"),
        ("last 4", "%", "left-over"),
        ("(last", "%", "missing"),
        ("last + 4 %", "%", "ratio-is-not-a-value"),
        ("last + 4 %", "명", "ratio-is-not-a-value"),
        ("last + 4 %p", "명", "points-of-what"),
        ("4 %", "명", "not-a-value"),
        ("lats", "%", "unknown-word"),
        ("last ^ 2", "%", "unknown-sign"),
        ("* 4", "%", "unexpected"),
        ("mean(2022..2020)", "%", "years-run-backwards"),
        ("cagr(2022)", "%", "needs-a-span"),
        ("actual(22)", "%", "not-a-year"),
        ("round(last, 1.5)", "%", "bad-places"),
        ("mean(2020..2099, 1990..2019)", "%", "too-many-years"),
        ("1" * (MAX_DIGITS + 1), "%", "too-many-digits"),
        ("1 + " * MAX_LENGTH, "%", "too-long"),
        ("(" * (MAX_DEPTH + 1) + "1" + ")" * (MAX_DEPTH + 1), "%", "too-deep"),
        ("1" + "+1" * MAX_NODES, "%", "too-many-parts"),
        ("last; drop table", "%", "unknown-sign"),
        ("__import__(1)", "%", "unknown-word"),
        ("٣", "%", "unknown-sign"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(source, unit, reason):
    with pytest.raises(FormulaProblem) as problem:
        read_basis(source, unit)

    assert problem.value.reason == reason
    assert 0 <= problem.value.start < problem.value.end


def test_the_place_is_marked_below_the_source():
    with pytest.raises(FormulaProblem) as problem:
        read_basis("lats * 103 %", "%")

    assert problem.value.marked() == "    lats * 103 %\n    ~~~~"
    assert problem.value.facts["near"] == "last"


@pytest.mark.parametrize(
    "source", ["last / 0", "last / (2 - 2)", "geomean(-1, 4)", "hmean(0, 4)", "ssd(4)", "last / (actual(2021) - 82.5)"]
)
def test_nothing_out_of_nothing_is_undefined_and_never_an_error(source):
    assert evaluate(read_basis(source, "%"), facts()) == NotComputable("undefined", {})


def test_a_year_that_is_not_known_is_named():
    missing = evaluate(read_basis("mean(2015..2022)", "%"), facts())

    assert missing == NotComputable("missing", {"year": "2015", "kind": "actual"})


@pytest.mark.parametrize("cell", ["신규", "-", "시행"])
def test_a_cell_without_number_is_not_known(cell):
    assert evaluate(read_basis("last", "%"), facts({2022: cell})) == NotComputable(
        "missing", {"year": "2022", "kind": "actual"}
    )


def test_years_that_a_basis_names_are_listed_once_in_order():
    assert years_named(read_basis("mean(2020..2022) + actual(2018) - last", "%")) == (2018, 2020, 2021, 2022)


def test_a_number_that_looks_like_a_year_is_a_number_where_something_is_done_with_it():
    assert worked_out("max(2020 + 1, last)").value == 2021
    assert worked_out("max((2020), last)").value == 2020


# ── writing and reading are one ──────────────────────────────────────────────────────────────────────────────────────

numbers = st.builds(
    lambda digits, places, suffix: Number(value=Decimal(digits).scaleb(-places), suffix=suffix),
    st.integers(0, 10**6),
    st.integers(0, 3),
    st.sampled_from(Suffix),
)
past = st.one_of(
    st.just(Past()),
    st.builds(
        lambda kind, year: Past(kind=kind, year=year), st.sampled_from(["actual", "target"]), st.integers(2015, 2022)
    ),
)
spans = st.tuples(st.integers(2015, 2018), st.integers(2019, 2022))
listed = st.lists(st.one_of(spans, st.integers(2015, 2022).map(lambda year: (year, year))), min_size=1, max_size=3)


def grown(below):
    return st.one_of(
        st.builds(lambda o, a, b: Infix(operator=o, left=a, right=b), st.sampled_from("+-*/"), below, below),
        st.builds(lambda one: Negative(operand=one), below),
        st.builds(
            lambda name, ones: Call(name=name, arguments=tuple(ones)),
            st.sampled_from(["mean", "geomean", "hmean", "median", "sum", "min", "max", "sd", "ssd"]),
            st.lists(below, min_size=1, max_size=3),
        ),
        st.builds(
            lambda name, one, places: Call(name=name, arguments=(one, Number(value=Decimal(places)))),
            st.sampled_from(["round", "ceil", "floor"]),
            below,
            st.integers(-3, 4),
        ),
    )


years = st.one_of(
    st.builds(
        lambda name, ones: Call(name=name, arguments=(Years(spans=tuple(ones)),)),
        st.sampled_from(["mean", "geomean", "hmean", "median", "sum", "min", "max", "sd", "ssd"]),
        listed,
    ),
    st.builds(
        lambda name, span: Call(name=name, arguments=(Years(spans=(span,)),)),
        st.sampled_from(["cagr", "growth", "trend", "slope"]),
        spans,
    ),
)
trees = st.recursive(st.one_of(numbers, past, years), grown, max_leaves=8)
prices = st.dictionaries(st.integers(2014, 2022), st.decimals("0.1", 999, places=1).map(str), min_size=9, max_size=9)


@settings(max_examples=examples(60))
@given(trees)
def test_reading_what_was_written_gives_the_same_tree(tree):
    source = written(tree)
    try:
        read = read_basis(source, "%")
    except FormulaProblem as problem:
        assume(
            problem.reason not in ("ratio-is-not-a-value", "points-are-added", "too-deep", "too-long", "too-many-parts")
        )
        raise

    assert read == tree
    assert written(read) == source


def widened(derived: Derived) -> Interval:
    """The interval, and what fifty digits may lose at its ends."""
    with localcontext(EXACT):
        slack = (abs(derived.interval.low) + abs(derived.interval.high) + 1) * Decimal("1e-35")
        return Interval(derived.interval.low - slack, derived.interval.high + slack)


@settings(max_examples=examples(60))
@given(trees, prices)
def test_the_value_lies_within_what_the_rounding_of_its_inputs_allows(tree, past):
    try:
        node = read_basis(written(tree), "%")
    except FormulaProblem:
        assume(False)
    derived = evaluate(node, Facts(2023, "%", {year: read_number(text) for year, text in past.items()}))

    if isinstance(derived, Derived):
        assert derived.value.is_finite()
        assert widened(derived).holds(derived.value)


@settings(max_examples=examples(60))
@given(
    st.sampled_from(
        [
            "mean(2020..2022) * 1.03",
            "last + 4 %p",
            "trend(2019..2022)",
            "slope(2019..2022)",
            "median(2019..2022)",
            "hmean(2020..2022)",
            "ssd(2020..2022)",
            "cagr(2020..2022)",
            "sd(2020..2022)",
            "round(last / actual(2021), 2)",
        ]
    ),
    st.lists(st.decimals("1", 900, places=4), min_size=4, max_size=4),
)
def test_the_interval_holds_what_the_unrounded_results_would_have_yielded(source, exact):
    """A plan prints one decimal of four; the true value must lie in the interval worked out from what is printed."""
    node = read_basis(source, "%")
    true = {
        year: Written("", "final", value, Decimal("0.0001"))
        for year, value in zip(range(2019, 2023), exact, strict=True)
    }
    shown = {year: read_number(f"{one.value.quantize(Decimal('0.1'))}") for year, one in true.items()}
    first, second = evaluate(node, Facts(2023, "%", true)), evaluate(node, Facts(2023, "%", shown))

    assert isinstance(first, Derived) and isinstance(second, Derived)
    assert widened(second).holds(first.value)


words = st.sampled_from(
    [
        *FUNCTIONS,
        "last",
        "actual",
        "target",
        "2020",
        "..",
        "%",
        "%p",
        "(",
        ")",
        ",",
        "+",
        "-",
        "*",
        "/",
        "1,000",
        "0.5",
        " ",
        "x",
        "가",
        "\x00",
        "'",
    ]
)


@given(st.lists(words, max_size=14).map("".join), st.sampled_from(["%", "명", ""]))
def test_any_text_is_read_or_refused_in_words(source, unit):
    try:
        node = read_basis(source, unit)
    except FormulaProblem as problem:
        assert problem.marked().startswith("    ")
        return
    assert isinstance(evaluate(node, facts(unit=unit)), Derived | NotComputable)


def test_the_longest_text_that_is_taken_is_read_in_good_time():
    source = "+".join(["1"] * 100)

    assert worked_out(source).value == 100
    assert read_basis(f"last * {'9' * MAX_DIGITS}", "%")
