"""Tallies: lists of printed figures and so many of each, put together: `46곳에서 각 3건, 17곳에서 각 2건`, `1분기 30건, … 등을 합산`.

The figures come along with the words between them. These say whether the next figure begins a new item of the list, is so many of
each of the last, how often in a year it comes, takes something off, divides, or prints what the figures before it come to.
Every figure must have its part, and every item must count the same.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Suffix
from uigwe.reasons.build import infix, number
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tally_items import TIME_UNITS, Figure, Item, Tally, Together, Untold, alike, of_each
from uigwe.reasons.tally_words import (
    ADDS,
    ALL,
    DAILY,
    DIVIDES,
    EACH,
    HALVES,
    LESS,
    QUARTERS,
    RATE,
    TIMES,
    WEEKLY,
    period,
)
from uigwe.reasons.terms import GROWTH_LABEL, LOSS
from uigwe.reasons.tokens import MONEY
from uigwe.values import EXACT

_LISTS = pattern_of(r"^ ?(?:,|와(?: |$)|과(?: |$)|및(?: |$)|·|그리고|이고|이며|하고|하며)")
_BY_MONEY = pattern_of(r"원당(?: |$)")
_IN_ALL = pattern_of(r"(?:^|[ ,])(?:총|모두|합계|도합|연|연간|전체) ?$|(?:합산|합계|더)하여 ?$")
_DONE = pattern_of(r"^ ?[가-힣]{2,6}(?:하고|하며|되며|되고),? ")
_SUBJECTS = ("에서", "이", "가", "마다", "")
_YEARLY = pattern_of(r"(?:^| )(?:연|연간|매년|해마다) ?$")
_REST = pattern_of(r"(?:잔여분|나머지|잔여|남은)(?: ?[가-힣]{1,3})?의?")
_HUNDRED = Decimal(100)
LEAST, MOST = 2, 12


def tally_of(figures: Sequence[Figure], behind: str) -> Tally:
    """What the figures come to. `behind`: the words after the last."""
    first = figures[0]
    if first.unit in _HOW_MANY and first.value == len(figures) - 1 > 1 and not EACH.search(figures[1].before):
        try:
            # `5개 박물관 기관별 목표의 합: …`
            return _Teller(list(figures[1:]), behind).run()
        except Untold:
            pass
    return _Teller(list(figures), behind).run()


_HOW_MANY = ("개", "곳", "개소", "대", "종", "개사")


class _Teller(Together):
    """Goes through the figures once."""

    def __init__(self, figures: list[Figure], behind: str) -> None:
        super().__init__()
        self.figures, self.behind = figures, behind
        self.later = False  # whether `1인당` was said, and what it yields follows
        self.sign = ""  # which sign stood before it
        self.per: Figure | None = None  # `10억원당`, whose yield follows

    def run(self) -> Tally:
        for at, figure in enumerate(self.figures):
            follows = self.figures[at + 1].before if at + 1 < len(self.figures) else self.behind
            self.take(replace(figure, sign=figure.sign or self.sign), follows, last=at == len(self.figures) - 1)
        if LESS.match(self.behind):
            self.lessen()
        if self.behind.strip().startswith(("중", "가운데")):
            raise Untold
        self.close()
        self.divide(self.behind)
        if len(self.items) > 1:
            self.tally.adds = self.tally.adds or bool(ADDS.search(self.behind) or ALL.search(self.behind))
            self.tally.items = [self.sum()]
        if not self.items or self.per or self.items[0].per:
            raise Untold
        return self.tally

    # ── figure by figure ──

    def take(self, figure: Figure, follows: str, *, last: bool) -> None:
        before = figure.before
        if _BY_MONEY.search(before):
            # `억원당 0.38명`: of how much, no figure says.
            raise Untold
        if self.items and LESS.match(before):
            self.lessen()
            figure = replace(figure, before=_REST.sub("", LESS.sub("", before)))
        if len(self.items) == 2 and last and DIVIDES.search(before):
            self.close()
            self.divide(before)
        if self.items and self.prints(figure, last=last):
            return
        if self.items and _IN_ALL.search(before) and alike(self.items[-1].unit, figure.unit):
            # It says what all comes to, and it is something else.
            raise Untold
        if figure.tail == "당":
            self.later, self.sign = True, figure.sign
            self.per = figure if figure.value != 1 else None
            return
        if self.per is not None:
            self.yields(figure)
        elif not self.items:
            self.begin(figure)
        elif figure.sign in ("÷", "/"):
            self.quotient(figure)
        elif LESS.match(follows) or (len(self.items) == 1 and DIVIDES.search(follows) and not figure.sign):
            self.begin(figure)
        elif figure.sign in ("×", "x", "X", "*") or self.multiplies(figure):
            self.multiply(figure)
        elif figure.sign == "+" or self.adds_here(figure) or self.lists(figure):
            self.tally.structured = self.tally.structured or figure.sign == "+"
            self.begin(figure)
        else:
            raise Untold
        self.later, self.sign = False, ""

    def yields(self, figure: Figure) -> None:
        """`10억원당 7명`: of each so much, of all that stands before or behind."""
        per, self.per = self.per, None
        if per is None or figure.unit == "%":
            raise Untold
        if not self.items:
            self.begin(replace(figure, tail=""))
            self.items[0] = replace(self.items[0], per=per, joins=True)
            return
        whole = self.sum()
        if not alike(whole.unit, per.unit):
            raise Untold
        self.tally.items = [
            of_each(replace(whole, unit=figure.unit, scale=figure.scale), number(figure.value), figure.value, per)
        ]
        self.tally.structured = True

    def begin(self, figure: Figure) -> None:
        label = figure.before
        if figure.unit == "%" and (LOSS.search(label) or GROWTH_LABEL.search(label)):
            raise Untold
        item = Item(number(figure.value), figure.value, figure.unit, figure.scale, (figure.unit,), tail=figure.tail)
        item = self.timed(replace(item, joins=self.joins(figure)), figure)
        rated = item.joins or item.often is not None or bool(item.daily)
        self.items.append(replace(item, joins=item.joins and not item.part, rated=rated))

    def joins(self, figure: Figure) -> bool:
        """Whether what stands behind says how many of them there are."""
        return self.later or figure.tail == "씩" or bool(EACH.search(figure.before) and not period(figure.before))

    def timed(self, item: Item, figure: Figure) -> Item:
        """With what the words before say of when: a part of the year, so often in it, every day."""
        label = figure.before
        if found := QUARTERS.search(label):
            first, last = int(found["first"]), int(found["last"] or found["first"])
            part = (
                "".join(str(one) for one in range(first, last + 1))
                if found["sign"] in ("~", "-", None)
                else f"{first}{last}"
            )
            if found["each"]:
                item = replace(
                    item, node=infix(item.node, "*", number(Decimal(len(part)))), value=item.value * len(part)
                )
            return replace(item, part=part)
        if (found := HALVES.search(label)) and not re.search(r"[·]하반기", label):
            return replace(item, part=found["half"])
        if often := period(label):
            return replace(item, often=often)
        if DAILY.search(label):
            return replace(item, daily="일")
        return replace(item, daily="주") if WEEKLY.search(label) else item

    def lists(self, figure: Figure) -> bool:
        """Whether the figure is one beside the last item: `3,200점과 850점`, `2억원씩 지원하고 연구소 10곳에`."""
        item = self.items[-1]
        done = len(item.units) > 1 and _DONE.match(figure.before)
        return bool(_LISTS.match(item.tail) or _LISTS.match(figure.before) or done)

    def multiplies(self, figure: Figure) -> bool:
        """Whether the figure is so many of each of the last item, or how many of it there are."""
        item, label = self.items[-1], figure.before
        if figure.unit and figure.unit == item.unit and figure.unit != "%":
            return False
        if _LISTS.match(item.tail) or _LISTS.match(label):
            each = EACH.search(label) is not None and not item.joins
            named = bool(item.unit) and re.search(rf"{re.escape(item.unit)}(?:당|별)(?: |$)", label) is not None
            return (each and (named or len(item.units) == 1)) or (item.joins and not self.begins_anew(figure))
        if item.joins or self.later or EACH.search(label):
            return True
        if figure.unit == "%":
            if re.match(" ?(?:중|가운데)(?! ?(?:전체|그|이) ?의).*의$", item.tail + label):
                # `243곳 중 참여 신청기관의 80%`: of how many, nobody says.
                raise Untold
            share = RATE.search(label) or item.tail in ("의", "중") or label.startswith(("의", "중", "가운데"))
            return bool(share) and not GROWTH_LABEL.search(label) and not LOSS.search(label)
        of_many = len(item.units) == 1 and item.tail in _SUBJECTS
        if (
            figure.unit in TIME_UNITS
            or item.unit in TIME_UNITS
            or (of_many and (figure.tail == "씩" or _YEARLY.search(label)))
        ):
            return True
        return bool(period(label) or DAILY.search(label) or WEEKLY.search(label))

    def begins_anew(self, figure: Figure) -> bool:
        """Whether a figure behind a comma is an item of its own: `각 3건, 17곳에서 각 2건`."""
        item = self.items[-1]
        return (
            len(item.units) > 1
            and not EACH.search(figure.before)
            and (figure.unit not in TIME_UNITS or figure.unit in item.units)
        )

    def multiply(self, figure: Figure) -> None:
        item, label = self.items[-1], figure.before
        spread = len(self.items) > 1 and all(len(one.units) == 1 and not one.joins for one in self.items)
        if spread and not figure.sign:
            item = self.sum()
            self.tally.items = [item]
        if figure.unit == "%":
            node, value, unit, scale = (
                number(figure.value, Suffix.RATIO),
                figure.value / _HUNDRED,
                item.unit,
                item.scale,
            )
        else:
            node, value = number(figure.value), figure.value
            counted = (
                item.joins
                or figure.unit in (*TIME_UNITS, "")
                or item.unit.endswith(MONEY)
                or (figure.sign and EACH.search(item.tail))
            )
            unit, scale = (item.unit, item.scale) if counted and not EACH.search(label) else (figure.unit, figure.scale)
        made = replace(
            item, node=infix(item.node, "*", node), value=item.value * value, unit=unit, scale=scale, units=(*item.units, figure.unit),
            joins=item.joins and figure.unit in TIME_UNITS, tail=figure.tail,
        )  # fmt: skip
        if item.per is not None:
            if not alike(figure.unit, item.per.unit):
                raise Untold
            made = replace(of_each(item, node, value, item.per), tail=figure.tail, units=made.units)
        again = self.timed(Item(node, value, figure.unit), figure)
        made = replace(made, often=made.often or again.often, daily=made.daily or again.daily)
        rated = (
            item.joins
            or bool(EACH.search(label))
            or figure.tail == "씩"
            or again.often is not None
            or bool(again.daily)
            or item.value == 1
        )
        self.items[-1] = replace(made, rated=made.rated or rated or bool(figure.sign))
        self.tally.structured = True

    def quotient(self, figure: Figure) -> None:
        item = self.items[-1]
        if figure.value == 0:
            raise Untold
        unit = "" if item.unit == figure.unit or item.unit.endswith(MONEY) else item.unit
        made = EXACT.divide(item.value, figure.value)
        self.items[-1] = replace(
            item,
            node=infix(item.node, "/", number(figure.value)),
            value=made,
            unit=unit,
            scale=0,
            units=(*item.units, figure.unit),
        )
        self.tally.structured = True

    def adds_here(self, figure: Figure) -> bool:
        """`60건에 15건을 붙임`: what is put on top, when a word behind says so."""
        item = self.items[-1]
        onto = figure.onto or item.tail in ("에", "에다", "에다가") or figure.before.startswith("에")
        return onto and bool(ADDS.search(figure.before) or ADDS.search(self.behind)) and not TIMES.search(self.behind)

    def prints(self, figure: Figure, *, last: bool) -> bool:
        """Whether the figure prints what the items before it come to; then it stands for them."""
        said = (
            figure.sign in ("=", "→")
            or ADDS.search(figure.before)
            or ALL.search(figure.before)
            or re.search(
                r"(?:하여|므로|으로|한|인|면|니|해)[가-힣 ]{0,10}$|^(?:을|를|으로|로)?[가-힣]*$", figure.before
            )
        )
        if not said or (sum(len(one.units) for one in self.items) < LEAST and not self.items[0].often):
            return False
        kept = list(self.items)
        try:
            self.close()
            made = self.sum()
        except Untold:
            self.tally.items = kept
            return False
        if made.value != figure.value or not (
            not figure.unit or made.unit in ("", figure.unit) or count_alike(made.unit, figure.unit)
        ):
            self.tally.items = kept
            return False
        self.tally.items = [
            replace(
                made,
                unit=figure.unit or made.unit,
                scale=figure.scale,
                tail=figure.tail,
                whole=True,
                units=(figure.unit,),
            )
        ]
        self.tally.printed, self.tally.structured = last, True
        return True
