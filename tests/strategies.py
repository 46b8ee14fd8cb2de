"""Plans invented at random, for promises that must hold for every plan."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.builders import (
    budget_line,
    claim,
    indicator,
    law,
    link,
    milestone,
    name,
    person,
    plan,
    statement,
    tally,
    task,
)
from uigwe.plan import Part

# What may stand in a name: commas, quotes, line breaks, and what a spreadsheet takes for a formula.
SIGNS = "가나다라 힣a,\"'\n\t=+-@;:#%&*!|>[]{}〔〕·‘’①Ⅰ漢🌊\x85\u2028"
texts = st.text(SIGNS, min_size=1, max_size=12)
filled = texts.filter(str.strip)
codes = st.builds("{}-{}-{}".format, st.sampled_from("ⅠⅡ"), st.integers(1, 2), st.sampled_from("①②③"))
cells = st.sampled_from(["92", "92.0", "(4.0)", "△0.7", "7만", "신규", "-", "(잠정) 88", "시행", "3,749"])
figures = st.dictionaries(st.sampled_from([2020, 2021, 2022]), cells, max_size=3)

things_of_a_task = st.lists(
    st.one_of(
        st.builds(milestone, filled, st.sampled_from(["’23.3월", "’23.4~6월", "상시", "추후"]), st.integers(0, 4)),
        st.builds(
            lambda name, one, bracketed: budget_line({2022: "-", 2023: one}, name=name, bracketed=bracketed),
            texts,
            st.sampled_from(["1,417", "8.5", "-", ""]),
            st.booleans(),
        ),
        st.builds(link, st.sampled_from(["1-1", "32-2"]), part=st.sampled_from(Part), title=texts),
        st.builds(person, texts, role=st.sampled_from(["beneficiary", "stakeholder"]), note=texts),
    ),
    max_size=5,
)


@st.composite
def plans(draw):
    """A whole plan, small, of any shape that a pack can hold."""
    tasks = [
        task(code, *draw(things_of_a_task), title=draw(filled))
        for code in draw(st.lists(codes, min_size=1, max_size=3, unique=True))
    ]
    indicators = [
        indicator(
            draw(filled),
            draw(st.sampled_from(["up", "down"])),
            id=f"indicator-{number}",
            code=code,
            unit=draw(st.sampled_from(["%", "점", "", "명"])),
            past=draw(figures),
            target=draw(cells),
            annex=draw(figures),
            basis=draw(st.sampled_from(["", "last + 1", "lats", "mean(2020..2022)"])),
            formula=draw(texts),
            source=draw(texts),
            line=number * 10,
        )
        for number, code in enumerate(draw(st.lists(codes, max_size=3)), 1)
    ]
    others = draw(
        st.lists(
            st.one_of(
                st.builds(lambda text: name("Ⅰ-1-①", text), texts),
                st.builds(tally, st.sampled_from(["items", "결과"]), st.integers(0, 99)),
                st.builds(law, texts),
                st.builds(
                    lambda subject, one: statement(claim(one, subject=subject)),
                    texts,
                    st.sampled_from(["1", "2.50", "△3"]),
                ),
            ),
            max_size=4,
        )
    )
    return replace(plan(*tasks, *indicators, *others), vision=replace(plan().vision, text=draw(texts)))
