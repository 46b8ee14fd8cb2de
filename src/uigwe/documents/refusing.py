"""What is no plan in the layout's form is refused, with what was looked for."""

from collections.abc import Sequence

from uigwe.documents.layout import Layout, bare
from uigwe.documents.lines import Line
from uigwe.documents.parts import Sections
from uigwe.documents.sections import Kind
from uigwe.files import Refused


def refuse_other_forms(sections: Sections, lines: Sequence[Line], layout: Layout) -> None:
    """Raises `Refused("not-a-plan")` when there is no goal and no task."""
    if sections.of(Kind.GOAL) or sections.of(Kind.TASK):
        return
    looked = [word for level in ("strategic", "goal", "task") for word in layout.levels[level]]
    found = [word for word in looked if any(bare(word) in bare(line.text) for line in lines[:20_000])]
    raise Refused(
        "not-a-plan",
        {
            "looked_for": ", ".join(looked),
            "found": ", ".join(found) or "-",
            "missing": ", ".join(word for word in looked if word not in found) or "-",
            "lines": len(lines),
        },
    )
