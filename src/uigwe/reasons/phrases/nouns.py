"""How nouns go together: particles, years, lists, and what is taken of them."""

from collections.abc import Iterable
from dataclasses import replace

from uigwe.formulas.tree import Node
from uigwe.reasons.build import (
    call,
    over_years,
)
from uigwe.reasons.known import Known
from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.meaning import (
    Meaning,
    NoSenseError,
    node_of,
    together,
)
from uigwe.reasons.table.taken import Value, years_used

OF = ("", "of", "in")


class Nouns:
    """Phrases that name something. `window`: the one window of years that the reason names, for `같은 기간`."""

    def __init__(self, known: Known, window: tuple[int, ...]) -> None:
        self.known, self.window = known, window

    # ── helpers ──

    def noun(self, left: Phrase, right: Phrase, means: Meaning) -> Phrase:
        return Phrase("N", left.start, right.end, "", means)

    def used(self, kind: str, nodes: tuple[Node, ...]) -> frozenset[int]:
        return years_used(Value(kind, 0, 0, nodes=nodes), self.known)

    # ── particles and fillers ──

    def marked(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`평균` + `에`."""
        yield replace(left, kind="M", end=right.end, mark=right.mark)

    def skipped(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """A word that changes nothing, before what it belongs to."""
        yield replace(right, start=left.start)

    def kept(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """A noun for what stands there: `평균` + `값`."""
        yield replace(left, end=right.end)

    def of_results(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’22년` + `실적`, `’22년` + `처리건수`."""
        means = left.means
        if means is None or means.kind != "years" or (left.kind == "M" and left.mark not in ("", "of", "up")):
            raise NoSenseError
        yield self.noun(left, right, replace(means, result=True))

    def of_a_total(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`전년` + `누계`: of one year only."""
        if left.means is None or not left.means.single:
            raise NoSenseError
        yield from self.of_results(left, right)

    def still_marked(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’22년까지` + `의`."""
        if left.mark != "up" or right.mark != "of":
            raise NoSenseError
        yield replace(left, end=right.end)

    def pointed(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`평균을 산출하고, 이보다`: what was worked out just before."""
        if left.mark != "on":
            raise NoSenseError
        yield self.noun(left, right, left.means or Meaning("name"))

    def same_years(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`같은 기간` before a statistic."""
        if not self.window:
            raise NoSenseError
        yield from self.taken(replace(left, kind="N", means=Meaning("years", years=self.window)), right)

    # ── lists ──

    def listed(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’20년 실적과` + `’22년 실적`."""
        if left.mark != "and" or left.means is None or right.means is None:
            raise NoSenseError
        one, other = left.means, right.means
        if (
            one.kind == other.kind == "years"
            and not set(one.years) & set(other.years)
            and not (one.spoken or other.spoken)
        ):
            runs = {"run", "steps"} & {one.name, other.name}
            yield self.noun(
                left,
                right,
                Meaning("years", years=(*one.years, *other.years), result=other.result, name="mixed" if runs else ""),
            )
        if one.kind == other.kind == "years" and one.name == other.name == "steps" and one.years[-1] == other.years[0]:
            # `’20→’21년, ’21→’22년`: each of these steps.
            yield self.noun(left, right, Meaning("years", years=(*one.years, *other.years[1:]), name="steps"))
        parts = (*(one.parts if one.kind == "list" else (one,)), *(other.parts if other.kind == "list" else (other,)))
        if all(part.kind in ("level", "amount", "change", "rate") or part.single for part in parts) and len(parts) < 6:
            yield self.noun(left, right, Meaning("list", parts=parts))

    # ── statistics ──

    def taken(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 3년 실적의` + `평균`."""
        means = left.means
        if means is None or (left.kind == "M" and left.mark not in OF):
            raise NoSenseError
        name = right.mark
        if means.kind == "years" and len(means.years) > 1 and name != "middle":
            nodes = self.over(name, means.years)
            extreme = (means,) if name in ("max", "min") else ()
            yield self.noun(
                left, right, Meaning("change" if name == "sd" else "level", nodes, made=True, parts=extreme)
            )
        elif means.kind in ("rates", "changes"):
            yield self.noun(left, right, self.of_many(means, name))
        elif means.kind == "list" and len(means.parts) > 1:
            yield self.noun(left, right, self.of_list(means, name))
        else:
            raise NoSenseError

    def over(self, name: str, years: tuple[int, ...]) -> tuple[Node, ...]:
        upper = {"sum": "TOTAL"}.get(name, name.upper())
        nodes, notes = over_years(upper, years, trim="", known=self.known)
        if notes or len(nodes) != 1:
            raise NoSenseError
        return nodes

    def of_many(self, means: Meaning, name: str) -> Meaning:
        if name not in ("mean", "max", "min", "median") or not all(means.many):
            raise NoSenseError
        nodes = tuple(call(name, *many) if len(many) > 1 else many[0] for many in means.many)
        return Meaning(means.kind.removesuffix("s"), nodes, made=True, fewer=means.fewer)

    def of_list(self, means: Meaning, name: str) -> Meaning:
        kind = means.parts[0].kind
        if kind in ("change", "rate") and all(part.kind == kind for part in means.parts):
            if name not in ("max", "min", "mean"):
                raise NoSenseError
            return Meaning(kind, (call(name, *(node_of(part, self.known) for part in means.parts)),), made=True)
        name = {"middle": "mean", "median": "mean"}.get(name, name) if len(means.parts) == 2 else name
        if name not in ("mean", "geomean", "max", "min", "sum"):
            raise NoSenseError
        return Meaning("level", (call(name, *together(means.parts, self.known)),), made=True)

    def best(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 5년 중` + `상위 3개 연도`."""
        means = left.means
        if means is None or means.kind != "years" or (left.kind == "M" and left.mark not in OF):
            raise NoSenseError
        values = [
            (cell.value, year)
            for year in means.years
            if (cell := self.known.actuals.get(year)) and cell.value is not None
        ]
        count = int(right.verb)
        if len(values) != len(means.years) or not 1 < count < len(values):
            raise NoSenseError
        values.sort(reverse=right.mark == "most")
        if values[count - 1][0] == values[count][0]:
            raise NoSenseError
        best = tuple(sorted(year for _, year in values[:count]))
        yield self.noun(left, right, Meaning("years", years=best, result=True, parts=(means,)))
