"""What is printed beside something (its figure, its years in a bracket), what is more than it, and years left out."""

from collections.abc import Iterable
from dataclasses import replace

from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.meaning import (
    Meaning,
    NoSenseError,
    as_printed,
    is_number,
    level,
    named,
    near_any,
    node_of,
)
from uigwe.reasons.phrases.nouns import OF
from uigwe.reasons.phrases.proportions import Proportions
from uigwe.reasons.table.taken import worth

MANY = ("level", "rate", "change")


class Beside(Proportions):
    """Phrases with something beside them."""

    def called(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가율의 두 배인` + `2.4%`, `평균` + `817건`: what is printed for it."""
        if left.means is None or right.means is None or right.means.amount is None or right.means.kind != "amount":
            raise NoSenseError
        if left.kind == "M" and left.mark != "is":
            raise NoSenseError
        means = level(left.means, self.known) if left.means.single else left.means
        if means.kind not in MANY:
            raise NoSenseError
        if left.kind == "M" and means.kind in ("rate", "change"):
            found = as_printed(means, right.means.amount, self.known)
            if not near_any(means, right.means.amount, self.known):
                raise NoSenseError
        else:
            found = named(means, right.means.amount, self.known)
        yield self.noun(left, right, replace(found, gap=means.gap))

    def bracketed(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가폭` + `(21건)`, `최근 3년` + `(’20~’22년)`."""
        one, inner = left.means, right.means
        if one is None or inner is None:
            raise NoSenseError
        if inner.kind == "amount" and inner.amount is not None:
            if one.kind == "name":
                raise NoSenseError
            yield from self.called(left, replace(right, means=inner))
        elif inner.kind == "years" and one.kind == "years":
            yield self.noun(
                left, right, replace(one, years=self.narrowed(one, inner), spoken=False, name=inner.name or one.name)
            )
        elif inner.kind == "years":
            yield self.noun(left, right, self.over_these(one, inner))
        elif inner.kind == "list" and one.kind in ("rates", "changes"):
            yield self.noun(left, right, self.of_printed(one, inner))
        elif inner.kind == one.kind and inner.kind in MANY:
            wanted = worth(inner.kind, node_of(inner, self.known), self.known)
            fitting = tuple(node for node in one.nodes if worth(one.kind, node, self.known) == wanted)
            if not fitting:
                raise NoSenseError
            yield self.noun(left, right, replace(one, nodes=fitting[:1]))

    def narrowed(self, one: Meaning, inner: Meaning) -> tuple[int, ...]:
        if len(inner.years) == len(one.years) or (
            inner.name in ("run", "steps") and len(inner.years) == len(one.years) + 1 and one.spoken
        ):
            return tuple(sorted(inner.years))
        raise NoSenseError

    def of_printed(self, one: Meaning, inner: Meaning) -> Meaning:
        """`최근 3년 증가율` + `(’21년 2.4%, ’22년 3.0%, ’23년 3.6%)`: the figures count as they are printed."""
        kind = one.kind.removesuffix("s")
        figures = [
            as_printed(Meaning(kind), part.amount, self.known) for part in inner.parts if part.amount is not None
        ]
        if len(figures) != len(inner.parts):
            raise NoSenseError
        return replace(one, many=(tuple(figure.nodes[0] for figure in figures),))

    def over_these(self, one: Meaning, inner: Meaning) -> Meaning:
        """What was taken must have been taken of these years."""
        years = frozenset(inner.years) | ({min(inner.years) - 1} if inner.name == "each" else set())
        if one.kind in ("rates", "changes"):
            many = tuple(each for each in one.many if self.used("level", each) == years)
            if not many:
                raise NoSenseError
            return replace(one, many=many)
        nodes = tuple(node for node in one.nodes if self.used(one.kind, (node,)) == years)
        if not nodes:
            raise NoSenseError
        return replace(one, nodes=nodes)

    def growth_bracket(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`CAGR` + `(’20→’22)`."""
        if right.means is None or right.means.kind not in ("years", "list"):
            raise NoSenseError
        if right.means.kind == "list":
            if left.verb or left.means is None:
                raise NoSenseError
            many = Meaning(f"{left.mark}s", fewer=left.means.fewer)
            yield self.noun(left, right, self.of_printed(many, right.means))
            return
        yield from self.grown(replace(right, kind="N", start=left.start, mark=""), replace(left, end=right.end))

    def inside(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`(` + what stands in it."""
        yield replace(right, kind="I", start=left.start)

    def shut(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        yield replace(left, kind="B", end=right.end)

    def of_these_years(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """What was worked out + `(’20~’22년 실적 기준)`."""
        if (
            left.means is None
            or right.means is None
            or right.means.kind != "years"
            or left.means.kind != "level"
            or left.mark not in ("", "end")
        ):
            raise NoSenseError
        used, said = self.used("level", left.means.nodes), frozenset(right.means.years)
        if used != said and not (len(said) == 1 and said <= used and max(used) in said):
            raise NoSenseError
        yield replace(left, end=right.end)

    def steps_of(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 4개 구간` + `(’18→’22)`."""
        if right.means is None or right.means.kind != "years" or len(right.means.years) - 1 != int(left.verb):
            raise NoSenseError
        yield self.noun(left, right, right.means)

    def told_so(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`전년 증가율이` + `2.5%`: it was so."""
        means = left.means
        if (
            means is None
            or right.means is None
            or right.means.amount is None
            or means.kind not in ("rate", "change")
            or left.mark != "who"
        ):
            raise NoSenseError
        if not near_any(means, right.means.amount, self.known):
            raise NoSenseError
        yield Phrase("TOLD", left.start, right.end, "", as_printed(means, right.means.amount, self.known))

    def told_then(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """… + `에 그친 점을 감안하되`: only compared with."""
        yield Phrase("CL", left.start, right.end, "on", left.means, verb="told")

    def rose_so(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`해마다 평균 1.9%p` + `올랐으므로`."""
        means = left.means
        if means is None or means.amount is None:
            raise NoSenseError
        kind = "rate" if means.amount.unit == "%" else "change"
        yield Phrase("CL", left.start, right.end, "on", as_printed(Meaning(kind), means.amount, self.known), verb="had")

    def considered(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`평균 증가인원(455명)` + `을 감안하여`: it has no part."""
        if left.means is None or left.means.kind not in ("rate", "change") or not left.means.made:
            raise NoSenseError
        yield Phrase("CL", left.start, right.end, "on", left.means, verb="told")

    def told_beside(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """What was only considered, before what is calculated."""
        if left.verb != "told" or right.means is None or not (right.means.kind == "level" and right.means.made):
            raise NoSenseError
        yield replace(right, start=left.start)

    def grew_then(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`연평균 5.2%` + `증가하였으나`."""
        means = left.means
        if means is None or means.amount is None:
            raise NoSenseError
        kind = "rate" if means.amount.unit == "%" else "change"
        yield Phrase(
            "CL", left.start, right.end, "on", as_printed(Meaning(kind), means.amount, self.known), verb="told"
        )

    def in_years_told(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 5년간` + `연평균 5.2% 증가하였으나`."""
        if left.means is None or left.means.kind != "years" or right.verb not in ("told", "had") or right.means is None:
            raise NoSenseError
        if left.means.single or not all(is_number(node) for node in right.means.nodes):
            raise NoSenseError
        yield replace(right, start=left.start)

    # ── so much more than ──

    def more_than(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`연평균 증가율 3.2%보다` + `높은`: a figure follows that is more."""
        means = left.means
        it = right.verb == "+" and left.mark == "it"
        if means is None or not (left.mark == "than" or it) or right.mark != "of":
            raise NoSenseError
        if means.kind in ("rate", "change"):
            yield Phrase("MORE", left.start, right.end, right.verb, means)

    def figure_above(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`…보다 높은` + `4%`: the figure itself, when it is so."""
        one, other = left.means, right.means
        if one is None or other is None:
            raise NoSenseError
        if other.kind == "amount" and other.amount is not None:
            other = as_printed(Meaning(one.kind, fewer=one.fewer), other.amount, self.known)
        if other.kind != one.kind:
            raise NoSenseError
        values = [worth(each.kind, node_of(each, self.known), self.known) for each in (one, other)]
        if values[0] is None or values[1] is None or (values[1] > values[0]) != (left.mark == "+"):
            raise NoSenseError
        yield self.noun(left, right, replace(other, name=""))

    def best_left_out(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 5년 중 최저 실적을` + `뺀`, `하위 2개년을` + `제외한`: the years that are left."""
        means = left.means
        if means is None or len(means.parts) != 1 or means.parts[0].kind != "years" or left.mark != "it":
            raise NoSenseError
        window = means.parts[0].years
        gone = means.years
        if means.kind == "level":
            value = self.known.value(node_of(means, self.known))
            gone = tuple(
                year for year in window if (cell := self.known.actuals.get(year)) is not None and cell.value == value
            )
        if means.kind not in ("level", "years") or not gone or (means.kind == "level" and len(gone) != 1):
            raise NoSenseError
        rest = tuple(year for year in window if year not in gone)
        yield self.noun(left, right, Meaning("years", years=rest, result=True))

    def one_year(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최저 실적` + `1개년`."""
        if left.means is None or right.verb != "1" or not left.means.parts or left.means.kind != "level":
            raise NoSenseError
        yield replace(left, end=right.end)

    def left_out(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’20년을` + `제외하고`."""
        if left.means is None or left.means.kind != "years" or left.means.spoken or left.mark not in ("it", "who"):
            raise NoSenseError
        yield Phrase("OUT", left.start, right.end, "", left.means)

    def without(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’20년을 제외하고` + `’18~’22년`."""
        gone, means = left.means, right.means
        if gone is None or means is None or means.kind != "years" or means.spoken:
            raise NoSenseError
        rest = tuple(year for year in means.years if year not in gone.years)
        if not rest or (len(rest) != len(means.years) and not set(gone.years) <= set(means.years)):
            raise NoSenseError
        yield self.noun(left, right, replace(means, years=rest))

    def of_which_out(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 5년 중` + `’20년을 뺀`."""
        means, gone = left.means, right.means
        if (
            gone is None
            or means is None
            or means.kind != "years"
            or not set(gone.years) < set(means.years)
            or left.mark not in OF
        ):
            raise NoSenseError
        rest = tuple(year for year in means.years if year not in gone.years)
        yield self.noun(left, right, replace(means, years=rest, spoken=False, result=True))

    def counted_again(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`… 뺀 나머지` + `3년`, `’21년과 ’22년` + `두 해`."""
        one, other = left.means, right.means
        if one is not None and other is not None and left.mark == "up" and one.single and other.spoken:
            # `’22년까지의` + `5개년`
            last = one.years[0]
            yield self.noun(left, right, replace(other, years=tuple(range(last - len(other.years) + 1, last + 1))))
            return
        if (
            one is None
            or other is None
            or one.kind != "years"
            or not other.spoken
            or len(other.years) not in (len(one.years), len(one.years) - (one.name == "run"))
            or one.spoken
        ):
            raise NoSenseError
        if left.kind == "M" and left.mark not in OF and left.mark != "up":
            raise NoSenseError
        yield self.noun(left, right, one)
