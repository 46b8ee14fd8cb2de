"""What the prose says in numbers: claims in every role, each with the sentence it stands in."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from corpus.plans.customs import in_prose
from corpus.plans.ground import Ground, comma, fill
from corpus.plans.measured import Measured
from uigwe.plan import BudgetLine, Claim, Paragraph, Place
from uigwe.values import EXACT, half_up
from uigwe.values.unit import WON

Said = tuple[list[Claim], Paragraph]


class Speaker:
    """Makes statements; no subject is spoken of twice, so no two statements can contradict each other."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.forms: tuple[Callable[[Place], Said], ...] = (
            self._value, self._change, self._change, self._difference, self._points, self._sum, self._share, self._mean, self._sd,
        )  # fmt: skip

    def some(self, code: str, count: int, heading: str = "") -> Iterator[Said]:
        """So many statements in one section."""
        for _ in range(count):
            yield self.ground.one(self.forms)(self.ground.place(code=code, heading=heading))

    def of_budget(self, code: str, line: BudgetLine) -> Said | None:
        """The prose names the amount of a line of the section's own table."""
        amount = line.amount(self.ground.year)
        if amount is None or amount.won is None or not self.ground.take("said", ("budget", line.name)):
            return None
        value = EXACT.divide(amount.won, WON["억원"])
        subject = f"{line.name} {self.ground.common['budget_noun']}"
        place = self.ground.place(code=code)
        claims = [
            self._claim(
                self.ground.statement(), subject, "value", str(self.ground.year), comma(value), value, "억원", place
            )
        ]
        return claims, self._sentence("budget", place, subject=subject, yy=self._yy(0), v1=comma(value))

    def of_target(self, code: str, one: Measured) -> Said | None:
        """The prose breaks the target of a counted thing down by region."""
        value = one.promise.target.value
        if (
            value is None
            or value != value.to_integral_value()
            or value < 30
            or one.promise.target.year != self.ground.year
        ):
            return None
        first = half_up(EXACT.multiply(value, Decimal(self.ground.between(30, 50)).scaleb(-2)))
        second = half_up(EXACT.multiply(value, Decimal(self.ground.between(20, 35)).scaleb(-2)))
        parts = (first, second, EXACT.subtract(EXACT.subtract(value, first), second))
        place, number, subject = (
            self.ground.place(code=code),
            self.ground.statement(),
            f"{one.name} {self.ground.common['target_noun']}",
        )
        claims = [
            self._claim(
                number, f"{subject} {region}", "part", str(self.ground.year), comma(part), part, one.unit, place
            )
            for region, part in zip(self.ground.common["regions"], parts, strict=True)
        ]
        shown = {f"p{index}": comma(part) for index, part in enumerate(parts)}
        return claims, self._sentence("target", place, subject=subject, unit=one.unit, t=comma(value), **shown)

    def of_indicator(self, code: str, one: Measured) -> Said | None:
        """The prose names the latest result of an indicator by its name."""
        latest = one.promise.cells[-1] if one.promise.cells else None
        if latest is None or latest.value is None or not self.ground.take("said", ("indicator", one.name)):
            return None
        written, value = in_prose(self.ground, latest.value, max(0, -int(latest.value.as_tuple().exponent)))
        place = self.ground.place(code=code)
        year = str(latest.year)
        claim = self._claim(
            self.ground.statement(), one.name, "value", year, f"{written}{one.unit}", value, one.unit, place
        )
        return [claim], self._sentence("actual", place, subject=one.name, yy=self._yy(-1), v1=written, unit=one.unit)

    def of_outlay(self, account: str, before: Decimal, this: Decimal, heading: str) -> Said:
        """What one account may spend, last year and this, in 억원."""
        place, number = self.ground.place(heading=heading), self.ground.statement()
        subject = f"{account} {self.ground.common['outlay']}"
        change = half_up(EXACT.multiply(EXACT.subtract(EXACT.divide(this, before), Decimal(1)), Decimal(100)), 1)
        sign = "+" if change >= 0 else "△"
        claims = [
            self._claim(number, subject, "value", self._year(-1), comma(before), before, "억원", place),
            self._claim(number, subject, "value", self._year(0), comma(this), this, "억원", place),
            self._claim(number, subject, "change", self._year(0), f"{sign}{abs(change)}%", change, "%", place),
        ]
        words = {"v0": comma(before), "v1": comma(this), "yy0": self._yy(-1), "yy": self._yy(0), "sign": sign}
        return claims, self._sentence("outlay", place, subject=subject, c=str(abs(change)), **words)

    def _subject(self) -> tuple[str, str, int]:
        """A subject, its unit, and how many decimals its values have."""

        def make() -> tuple[str, str]:
            noun, unit = self.ground.one(self.ground.common["subjects"])
            return f"{self.ground.thing()} {noun}", unit

        subject, unit = self.ground.fresh("subject", make)
        return subject, unit, 1 if unit in self.ground.common["in_tenths"] else 0

    def _series(self, count: int, decimals: int) -> list[Decimal]:
        value = Decimal(self.ground.between(400, 9000))
        values = [value]
        while len(values) < count:
            value = half_up(
                EXACT.multiply(value, Decimal(self.ground.one((820, 910, 1040, 1090, 1170, 1260, 1380))).scaleb(-3))
            )
            values.append(value)
        return [value.scaleb(-1) if decimals else value for value in values]

    def _value(self, place: Place) -> Said:
        subject, unit, decimals = self._subject()
        [value] = self._series(1, decimals)
        written = comma(value, decimals)
        claims = [
            self._claim(
                self.ground.statement(), subject, "value", self._year(-1), f"{written}{unit}", value, unit, place
            )
        ]
        return claims, self._sentence("value", place, subject=subject, unit=unit, v1=written, yy=self._yy(-1))

    def _change(self, place: Place) -> Said:
        subject, unit, decimals = self._subject()
        old, new = self._series(2, decimals)
        exact = EXACT.multiply(EXACT.subtract(EXACT.divide(new, old), Decimal(1)), Decimal(100))
        change = half_up(exact, self.ground.one((0, 1, 1, 1, 2)))
        claims = self._two(subject, unit, decimals, old, new, place)
        sign = "+" if change >= 0 else "△"
        claims.append(
            self._claim(
                claims[0].statement, subject, "change", self._year(-1), f"{sign}{abs(change)}%", change, "%", place
            )
        )
        words = self._moved(subject, unit, decimals, old, new)
        return claims, self._sentence("change", place, sign=sign, c=str(abs(change)), **words)

    def _difference(self, place: Place) -> Said:
        subject, unit, decimals = self._subject()
        old, new = self._series(2, decimals)
        gap = EXACT.subtract(new, old)
        claims = self._two(subject, unit, decimals, old, new, place)
        written = f"{comma(abs(gap), decimals)}{unit}"
        claims.append(
            self._claim(claims[0].statement, subject, "difference", self._year(-1), written, gap, unit, place)
        )
        words = self._moved(subject, unit, decimals, old, new)
        return claims, self._sentence("difference", place, d=comma(abs(gap), decimals), **words)

    def _points(self, place: Place) -> Said:
        """Two percentages and the points between them."""
        subject = self.ground.fresh(
            "subject", lambda: f"{self.ground.thing()} {self.ground.one(self.ground.common['rates'])}"
        )
        old, new = (Decimal(self.ground.between(210, 880)).scaleb(-1) for _ in range(2))
        gap = EXACT.subtract(new, old)
        claims = self._two(subject, "%", 1, old, new, place)
        written = f"{comma(abs(gap), 1)}%p"
        claims.append(
            self._claim(claims[0].statement, subject, "difference", self._year(-1), written, gap, "%p", place)
        )
        return claims, self._sentence("points", place, d=comma(abs(gap), 1), **self._moved(subject, "%", 1, old, new))

    def _sum(self, place: Place) -> Said:
        subject, unit, decimals = self._subject()
        parts = self._series(3, decimals)
        total = EXACT.add(EXACT.add(parts[0], parts[1]), parts[2])
        if decimals and self.ground.chance(20):
            total = EXACT.add(total, Decimal("0.1"))  # the parts were rounded, and the total was rounded by itself
        number, year = self.ground.statement(), self._year(-1)
        claims = [
            self._claim(number, f"{subject} {region}", "part", year, comma(part, decimals), part, unit, place)
            for region, part in zip(self.ground.common["regions"], parts, strict=True)
        ]
        written = comma(total, decimals)
        claims.append(self._claim(number, subject, "total", year, f"{written}{unit}", total, unit, place))
        shown = {f"p{index}": comma(part, decimals) for index, part in enumerate(parts)}
        return claims, self._sentence("sum", place, subject=subject, unit=unit, t=written, **shown)

    def _share(self, place: Place) -> Said:
        subject, unit, decimals = self._subject()
        [total] = self._series(1, decimals)
        part = half_up(EXACT.multiply(total, Decimal(self.ground.between(120, 780)).scaleb(-3)), decimals)
        share = half_up(EXACT.divide(EXACT.multiply(part, Decimal(100)), total), self.ground.one((0, 1, 1)))
        number, year = self.ground.statement(), self._year(-1)
        public = f"{subject} {self.ground.common['public']}"
        claims = [
            self._claim(number, subject, "total", year, f"{comma(total, decimals)}{unit}", total, unit, place),
            self._claim(number, public, "part", year, f"{comma(part, decimals)}{unit}", part, unit, place),
            self._claim(number, public, "share", year, f"{share}%", share, "%", place),
        ]
        words = {"t": comma(total, decimals), "p0": comma(part, decimals), "s": str(share)}
        return claims, self._sentence("share", place, subject=subject, unit=unit, **words)

    def _mean(self, place: Place) -> Said:
        return self._of_three(
            "mean", "average", place, lambda values: EXACT.divide(sum(values, Decimal(0)), Decimal(3))
        )

    def _sd(self, place: Place) -> Said:
        return self._of_three("sd", "deviation", place, _spread)

    def _of_three(self, role: str, noun: str, place: Place, combine: Callable[[list[Decimal]], Decimal]) -> Said:
        subject, unit, decimals = self._subject()
        values = self._series(3, decimals)
        result = half_up(combine(values), 1)
        number = self.ground.statement()
        claims = [
            self._claim(number, subject, "value", self._year(ago), comma(value, decimals), value, unit, place)
            for ago, value in zip((-3, -2, -1), values, strict=True)
        ]
        span = f"{self._year(-3)}..{self._year(-1)}"
        named = f"{subject} {self.ground.common[noun]}"
        claims.append(self._claim(number, named, role, span, f"{comma(result, 1)}{unit}", result, unit, place))
        shown = {f"v{index}": comma(value, decimals) for index, value in enumerate(values)}
        years = {"yya": self._yy(-3), "yyb": self._yy(-2), "yy": self._yy(-1)}
        return claims, self._sentence(role, place, subject=subject, unit=unit, m=comma(result, 1), **years, **shown)

    def _two(self, subject: str, unit: str, decimals: int, old: Decimal, new: Decimal, place: Place) -> list[Claim]:
        number = self.ground.statement()
        return [
            self._claim(number, subject, "value", self._year(-2), comma(old, decimals), old, unit, place),
            self._claim(number, subject, "value", self._year(-1), f"{comma(new, decimals)}{unit}", new, unit, place),
        ]

    def _moved(self, subject: str, unit: str, decimals: int, old: Decimal, new: Decimal) -> dict[str, str]:
        return {
            "subject": subject, "unit": unit, "v0": comma(old, decimals), "v1": comma(new, decimals),
            "yy0": self._yy(-2), "yy": self._yy(-1), "moved": self.ground.common["grew" if new >= old else "shrank"],
        }  # fmt: skip

    def _claim(
        self,
        statement: int,
        subject: str,
        role: str,
        period: str,
        written: str,
        value: Decimal,
        unit: str,
        place: Place,
    ) -> Claim:
        return Claim(statement, subject, role, period, written, value, unit, place)

    def _sentence(self, form: str, place: Place, **facts: str) -> Paragraph:
        return Paragraph(fill(self.ground.one(self.ground.common["sentences"][form]), **facts), place)

    def _year(self, ago: int) -> str:
        return str(self.ground.year + ago)

    def _yy(self, ago: int) -> str:
        return str(self.ground.year + ago)[2:]


def _spread(values: list[Decimal]) -> Decimal:
    """The standard deviation dividing by n."""
    count = Decimal(len(values))
    middle = EXACT.divide(sum(values, Decimal(0)), count)
    squares = [EXACT.multiply(value - middle, value - middle) for value in values]
    return EXACT.sqrt(EXACT.divide(sum(squares, Decimal(0)), count))
