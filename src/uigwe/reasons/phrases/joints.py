"""Small joints between phrases: commas, names that change nothing, and what only says it once more."""

from collections.abc import Iterable
from dataclasses import replace

from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.clauses import Clauses
from uigwe.reasons.phrases.meaning import Meaning, NoSenseError
from uigwe.reasons.phrases.weights import Weights


class Joints(Clauses, Weights):
    """Joints."""

    def listing(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’20년` + `,`."""
        yield replace(left, kind="M", end=right.end, mark="and")

    def goes_on_behind(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`더하되` + `,`."""
        if left.mark != "on":
            raise NoSenseError
        yield replace(left, end=right.end)

    def name_marked(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`우리나라` + `의`."""
        yield replace(left, kind="XM", end=right.end, mark=right.mark)

    def whose(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`우리나라의` + `’22년 점수`, `이상치인` + `’20년`, `특별교부 물량` + `25건`."""
        means = right.means
        wanted = {"of": ("years", "level"), "is": ("years",), "": ("amount",)}
        if means is None or means.kind not in wanted.get(left.mark if left.kind == "XM" else "", ()):
            raise NoSenseError
        if (means.kind == "amount" or left.mark == "of") and not left.verb:
            raise NoSenseError
        yield replace(right, start=left.start)

    def head(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`이행률이` + what is worked out."""
        if left.mark != "who" or left.start:
            raise NoSenseError
        yield replace(right, start=left.start)

    def for_which_reason(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`통계 오류로` + `쓰지 않고`."""
        if left.mark != "as":
            raise NoSenseError
        yield replace(right, start=left.start)

    def one_years_share(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`4등분하여` + `한 해 몫`."""
        if left.verb != "shared" or left.means is None:
            raise NoSenseError
        yield self.noun(left, right, left.means)

    def from_which(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`50억원` + `→`."""
        yield replace(left, kind="M", end=right.end, mark="from")

    def something_elses(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`예산` + `증가율`: only what is printed of it counts."""
        if right.verb or right.means is None or right.means.name:
            raise NoSenseError
        yield replace(right, kind="TG", start=left.start)

    def something_elses_rate(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`예산 증가율` + `10%`."""
        for one in self.printed_growth(left, right):
            if left.mark == "rate" and one.means is not None:
                yield replace(one, means=replace(one.means, name="other"))

    def leads_to(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`예산 증가율의 절반만` + `실적 증가로 이어진다고 보아`."""
        if left.means is None or left.means.kind != "rate" or (left.kind == "M" and left.mark not in ("it", "much")):
            raise NoSenseError
        yield Phrase("LEAD", left.start, right.end, "", left.means)

    def every_year(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`연` + `2건`; only a trend takes it."""
        if right.means is None or right.means.amount is None:
            raise NoSenseError
        yield replace(right, kind="EV", start=left.start)

    def weights_in_bracket(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`가중치` + `(전년 50%, …)`."""
        if right.other is None or right.other == Meaning("name"):
            raise NoSenseError
        yield from self.weights_said(left, right)
