"""Rates of growth and changes: of years, printed, or told as a trend."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from uigwe.formulas.tree import Call, Node, Years
from uigwe.reasons.build import (
    call,
    change_of_years,
    changes_of,
    growth_of,
    is_run,
    ratio_of_years,
)
from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.meaning import (
    Meaning,
    NoSenseError,
    as_printed,
    is_number,
    level,
)
from uigwe.reasons.phrases.nouns import OF, Nouns


class Growing(Nouns):
    """Phrases that say by how much something grew."""

    def grown(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’21년 대비 ’22년` + `증가율`."""
        means = left.means
        if means is None or right.means is None or (left.kind == "M" and left.mark not in (*OF, "to", "up", "who")):
            raise NoSenseError
        fewer, marks = right.means.fewer, right.means.name
        if means.kind == "amount" and means.amount is not None and left.mark in OF:
            if right.mark == "rate" and means.amount.unit == "%" and not marks:
                rate = as_printed(Meaning("rate"), means.amount, self.known)
                yield self.noun(left, right, replace(rate, fewer=fewer, name="bare"))
            return
        if means.kind == "rate" and right.mark == "rate" and means.made:
            yield self.noun(left, right, replace(means, fewer=fewer))
            return
        if means.kind != "years":
            raise NoSenseError
        yield from (
            self.noun(left, right, one) for one in self.measured(means, right.mark, right.verb, marks, fewer=fewer)
        )

    def from_to(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’21년 대비` + `’22년`, `’19년부터` + `’22년까지`: two years of which the growth is asked."""
        one, other = left.means, right.means
        if (
            one is None
            or other is None
            or left.mark not in ("than", "from", "of", "who", "to")
            or not (one.single and other.single)
        ):
            raise NoSenseError
        if one.years == other.years == (self.known.year - 1,) and left.mark in ("who", "to", "of"):
            # `’22년에 전년보다`: than the year before that one.
            other = replace(other, years=(other.years[0] - 1,))
        early, late = sorted((*one.years, *other.years))
        if left.mark in ("of", "who", "to"):
            # `’22년의 ’21년 대비 증가율`, `’22년이 ’21년보다 늘어난 만큼`
            if not (right.kind == "M" and right.mark == "than" and other.years[0] == early):
                raise NoSenseError
        elif one.years[0] != early:
            raise NoSenseError
        if early == late or (right.kind == "M" and right.mark not in ("", "of", "to", "up", "as", "who", "than")):
            raise NoSenseError
        yield self.noun(
            left,
            right,
            Meaning("years", years=tuple(range(early, late + 1)), name="run" if left.mark == "from" else "pair"),
        )

    def measured(self, window: Meaning, kind: str, name: str, marks: str, *, fewer: bool) -> Iterator[Meaning]:
        """The growth of these years."""
        years = window.years

        def step(year: int, before: int) -> Node:
            if kind == "rate":
                return ratio_of_years(year, before)
            return change_of_years(before, year) if fewer else change_of_years(year, before)

        def one(*nodes: Node) -> Meaning:
            return Meaning(kind, nodes, made=True, fewer=fewer)

        if len(years) == 1:
            if not name:
                yield one(step(years[0], years[0] - 1))
            return
        two = len(years) == 2 and not (window.spoken or window.name)
        # Of two years that are named, each has grown: one step has no mean.
        if (marks == "each" and window.name != "steps") or two:
            many = tuple(step(year, year - 1) for year in years)
            yield one(call("mean", *many)) if name == "MEAN" else Meaning(f"{kind}s", many=(many,), fewer=fewer)
            return
        if not is_run(years):
            return
        first, last = min(years), max(years)
        if window.name == "pair" or (last - first == 1 and window.name in ("run", "steps")):
            if last - first == 1 and not name:
                yield one(step(last, first))
                return
            if kind == "change" and not name:
                yield one(step(last, first))
            if not name:
                return
        if name == "CAGR":
            yield one(*growth_of(years, self.known, name="cagr", listed=not window.spoken)[0])
            return
        narrow = tuple(step(year, year - 1) for year in range(first + 1, last + 1))
        lists: tuple[tuple[Node, ...], ...] = (narrow,)
        if self.known.has(first - 1) and (window.spoken or (marks == "yearly" and window.name not in ("run", "steps"))):
            lists = ((step(first, first - 1), *narrow), narrow)
        if name:
            yield Meaning(
                kind,
                tuple(call(name.lower(), *many) if len(many) > 1 else many[0] for many in lists),
                made=True,
                fewer=fewer,
            )
            return
        yield Meaning(f"{kind}s", many=lists, fewer=fewer)
        if kind == "change" and not marks and window.name in ("run", "steps"):
            yield one(*changes_of(years, "total", fewer=fewer))

    def printed_growth(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`연평균 증가율` + `3.2%`: said without its years."""
        if right.means is None or left.means is None or right.means.amount is None or left.means.name:
            raise NoSenseError
        if (left.mark == "rate") != (right.means.amount.unit == "%"):
            raise NoSenseError
        found = as_printed(Meaning(left.mark), right.means.amount, self.known)
        yield self.noun(left, right, replace(found, fewer=left.means.fewer, name="" if left.verb else "bare"))

    def others_rate(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`경제성장률` + `3.1%`."""
        if right.means is None or right.means.amount is None or right.means.amount.unit != "%":
            raise NoSenseError
        rate = as_printed(
            Meaning("rate", fewer="감소" in left.verb or "인하" in left.verb), right.means.amount, self.known
        )
        yield self.noun(left, right, replace(rate, name="other"))

    def trend(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`연 2건 안팎으로` + `늘던 추세`."""
        if left.means is None or left.means.amount is None:
            raise NoSenseError
        kind = "rate" if left.means.amount.unit == "%" else "change"
        yield self.noun(left, right, as_printed(Meaning(kind), left.means.amount, self.known))

    def goal(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`중기 목표인` + `60%`, `OECD 평균` + `7.4점`."""
        if right.means is None or right.means.amount is None:
            raise NoSenseError
        yield self.noun(left, right, replace(level(right.means, self.known), name="goal"))

    def in_years(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 3년간` + `연 2건씩 늘던 추세`: when it was so."""
        one, other = left.means, right.means
        if one is None or other is None or one.kind != "years" or one.single or other.kind not in ("rate", "change"):
            raise NoSenseError
        if (
            not other.made
            or not all(is_number(node) for node in other.nodes)
            or (left.kind == "M" and left.mark not in OF)
        ):
            raise NoSenseError
        yield self.noun(left, right, replace(other, name="" if other.name == "bare" else other.name))

    def steps_counted(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`(’20→’22년` + `, 2개 구간`."""
        if (
            left.means is None
            or left.means.kind != "years"
            or int(right.verb) not in (len(left.means.years), len(left.means.years) - 1)
        ):
            raise NoSenseError
        yield replace(left, end=right.end)

    def each_said(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`(’21년, ’22년` + `전년 대비`."""
        if left.means is None or left.means.kind != "years" or left.kind == "M":
            raise NoSenseError
        yield replace(left, end=right.end, means=replace(left.means, name="each"))

    def how_many(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가율` + `두 개`."""
        means = left.means
        fitting = tuple(each for each in means.many if len(each) == int(right.verb)) if means is not None else ()
        if means is None or not fitting:
            raise NoSenseError
        yield self.noun(left, right, replace(means, many=fitting))

    def of_the_same(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 3년 최고 실적과` + `최저 실적`: of the same years."""
        means = left.means
        if means is None or means.kind != "level" or len(means.nodes) != 1 or left.mark not in ("and", "to"):
            raise NoSenseError
        node = means.nodes[0]
        if not (
            isinstance(node, Call) and len(node.arguments) == 1 and isinstance(node.arguments[0], Years)
        ) or right.mark in ("middle", "sum"):
            raise NoSenseError
        years = tuple(node.arguments[0].listed())
        other = self.noun(right, right, Meaning("level", self.over(right.mark, years), made=True))
        yield from self.listed(left, other) if left.mark == "and" else []
