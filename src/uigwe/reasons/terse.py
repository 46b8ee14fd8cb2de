"""Terse products and sums of printed figures, by what each figure counts and of what: `격월 1회씩 9개 지사에서 각각`, `호당 1백만원, 총예산 15억원`.

Each figure is so many of something, of each of something, so often in a year. Figures are multiplied when what the one is said of each of is
what the other counts, and divided when both are money; what is left over in the end must be one thing, of nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from uigwe.reasons.account import bent, names_only
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import PRINTED, TOLD, Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.terse_quantities import DONE_TO, TIMES, Odd, Quantity, closed, is_price, joined, multiplied, same
from uigwe.reasons.terse_words import ADDS, ELSE, LESS, LISTS, OFTEN, PUTS, Word, is_money, told_once, words_of
from uigwe.reasons.tokens import Token
from uigwe.values import EXACT


def terse(laid: Laid, tokens: Sequence[Token], known: Known) -> Made | None:
    """The value of printed figures by what they count, when every one has its part."""
    if known.percent or len(laid.text) > _LONGEST:
        return None
    if any(not names_only(one[1], beside=False) for one in _NAMING.finditer(laid.text)):
        # `(목표 기준)`, `(국내 한정)`: by what the figures are bound nobody says.
        return None
    words = told_once(words_of(laid, [one for one in tokens if one.kind != "blank"]))
    if sum(one.kind == "figure" for one in words) > _MOST:
        return None
    try:
        return _Reader(words, known).run()
    except Odd:
        return None


_NAMING = pattern_of(r"\(([^()\d]+)\)")
_LONGEST, _MOST, _LEAST = 110, 9, 2


class _Reader:
    """Goes through the words once."""

    def __init__(self, words: Sequence[Word], known: Known) -> None:
        self.words, self.known = [one for one in words if one.text not in ("(", ")", ":")], known
        self.found: list[Quantity] = []
        self.clear()
        self.listed = self.adds = self.outcome = self.printed = self.needs_adding = False
        self.sign = ""
        self.at = 0

    def clear(self) -> None:
        self.per: tuple[str, ...] = ()
        self.often = ""
        self.months: frozenset[int] = frozenset()
        self.label: list[str] = []

    def run(self) -> Made:
        for at, word in enumerate(self.words):
            self.at = at
            getattr(self, f"on_{word.kind}")(word)
        each = self.per == ("*",) and bool(self.found) and self.found[-1].made > 1
        if (self.per and not each) or self.often.strip("연") or self.months or self.listed or self.sign:
            raise Odd
        return self.whole()

    # ── word by word ──

    def on_year(self, word: Word) -> None:
        if re.fullmatch(r"’?(?:20)?(\d\d)년?", word.text) is None or not word.text.strip("’년").endswith(
            f"{self.known.year % 100:02}"
        ):
            raise Odd

    def on_part(self, word: Word) -> None:
        if self.months:
            raise Odd
        # `월별 계획(1~6월 월 500톤, …`: a heading.
        self.months, self.often = word.months, ""

    def on_often(self, word: Word) -> None:
        if self.often and self.often != "연":
            raise Odd
        self.often = word.text

    def on_per(self, word: Word) -> None:
        self.per = (*self.per, word.text)

    def on_each(self, word: Word) -> None:
        if word.text == "씩":
            if self.found and "씩" not in self.found[-1].per:
                self.found[-1] = replace(self.found[-1], per=(*self.found[-1].per, "씩"))
            return
        self.per = (*self.per, "*")

    def on_sign(self, word: Word) -> None:
        if word.text in ",·":
            self.listed = True
            self.label = []
        elif word.text == "+":
            self.listed = self.adds = True
        elif word.text in "×x*÷":
            if not self.found:
                raise Odd
            self.sign = "÷" if word.text == "÷" else "×"
        elif word.text in "=→":
            self.outcome = True
        elif word.text != ".":
            raise Odd

    def on_word(self, word: Word) -> None:
        text = word.text
        if text in ("및", "그리고"):
            self.listed = True
            return
        if text == "중" or text == "가운데":
            self.among()
            return
        if LESS.match(text):
            self.lessen()
            return
        if ADDS.match(text):
            if self.listed and self.label:
                # `4개 권역에 각 15건, 본부 배정분을 더하여`
                raise Odd
            self.adds = True
            return
        if PUTS.match(text):
            return
        plain = re.sub("대상기관|연간", "", text)
        if bent(plain) or ELSE.search(plain):
            raise Odd
        self.label.append(text)

    def among(self) -> None:
        if not self.found or self.found[-1].tail:
            raise Odd
        self.found[-1] = replace(self.found[-1], tail="중")

    def lessen(self) -> None:
        """`총예산 126억원 중 홍보비 6억원을 제외한`."""
        if len(self.found) < _LEAST:
            raise Odd
        base, less = self.found[-2:]
        if (
            base.tail not in ("중", "에서")
            or not same(base, less)
            or less.value >= base.value
            or less.tail not in ("을", "를", "")
        ):
            raise Odd
        made = replace(
            base, node=signed(base.node, -1, less.node), value=base.value - less.value, tail="", made=base.made + 1
        )
        self.found[-2:] = [made]

    def on_figure(self, word: Word) -> None:
        if self.prints(word):
            self.clear()
            return
        if not word.unit or word.unit in ("%", "%p", "배", "점") or self.outcome:
            raise Odd
        if (
            word.value == 1
            and word.tail in ("당", "이", "가", "은", "의", "마다")
            and word.unit not in ("회", "건", "년")
        ):
            # `1인당`, `1개 팀이`: of each one.
            self.per = (*self.per, word.names[-1])
            return
        if word.unit == "년" or word.tail == "당":
            raise Odd
        nouns = [one for one in (re.sub(r"[은는이가의을를에]$", "", each) for each in self.label) if one]
        one = Quantity(
            number(word.value), word.value, "원" if is_money(word.unit) else word.unit, (*word.names, *nouns), word.scale, self.per, self.often,
            self.months, word.tail, listed=self.listed or (bool(self.found) and self.found[-1].tail in LISTS),
        )  # fmt: skip
        if word.tail.startswith("씩") and not one.per and one.unit not in TIMES:
            one = replace(one, per=("씩",))
        self.listed = False
        self.clear()
        self.take(self.in_part(one))

    def in_part(self, one: Quantity) -> Quantity:
        """`상반기 월 4회`, `1~3분기 분기당 30건`: so often in that part of the year."""
        if not one.months or not one.often:
            return one
        count = Decimal(OFTEN[one.often][0]) * len(one.months) / 12
        if not count or count != int(count):
            raise Odd
        return replace(
            one, node=infix(one.node, "*", number(count)), value=one.value * count, often="", made=one.made + 1
        )

    def on_lasts(self, word: Word) -> None:
        """`월 20명씩 1년간`."""
        if not self.found or not self.found[-1].often:
            raise Odd
        self.found[-1] = closed(self.found[-1])
        self.clear()

    def prints(self, word: Word) -> bool:
        """Whether the figure is what those before it come to; it stands for them then."""
        if not self.found or (self.found[0].made < _LEAST and len(self.found) < _LEAST and not self.found[0].often):
            return False
        yearly = self.often == "연" and self.found[-1].often and self.found[-1].unit == word.unit
        try:
            made = self.total()
        except Odd:
            made = None
        unit = "원" if is_money(word.unit) else word.unit
        if (
            made is not None
            and made.value == word.value
            and (made.unit == unit or count_alike(made.unit, unit) or not made.unit)
        ):
            self.found = [
                replace(made, unit=unit, scale=word.scale, tail=word.tail, per=(), often="", months=frozenset())
            ]
            self.printed, self.outcome = True, False
            return True
        if yearly and self.found[-1].often in ("격주", "주", "일"):
            # `격주 1회(연 26회)`: how often that is in a year.
            last = self.found[-1]
            self.found[-1] = replace(last, node=number(word.value), value=word.value, often="")
            return True
        return False

    def take(self, one: Quantity) -> None:
        """Put a figure to those before it."""
        if not self.found:
            self.found.append(one)
            return
        last = self.found[-1]
        if self.sign:
            self.found[-1], self.sign = self.in_signs(last, one), ""
            return
        spread = len(self.found) > 1 and all(
            # `12곳 중 5곳에서 각 3건`: the whole is none beside its part.
            each.made == 1 and not each.per and not each.often and same(each, one_) and each.tail != "중"
            for each, one_ in zip(self.found, self.found[1:], strict=False)
        )
        if spread and (one.per or is_price(last, one)):
            last = self.sum()
        made = multiplied(last, one)
        if made is not None and not (one.listed and last.made > 1 and not one.per and not last.per and not last.often):
            self.found = [made] if spread and (one.per or is_price(last, one)) else [*self.found[:-1], made]
            return
        if last.tail in ("중", "에서") and same(last, one):
            self.found.append(one)
            return
        onto = last.tail in ("에", "에다", "에다가")
        if one.listed or (last.months and one.months) or onto:
            self.needs_adding = self.needs_adding or (onto and not one.listed)
            self.found.append(one)
            return
        raise Odd

    def in_signs(self, last: Quantity, one: Quantity) -> Quantity:
        """`격월 1회 × 9개 지사`, `48억원 ÷ 개소당 1.2억원`."""
        price = is_price(last, one) or is_price(one, last)
        if price != (self.sign == "÷") or one.listed:
            raise Odd
        made = multiplied(last, one)
        if made is None and not price and not one.per and not last.per and not is_money(one.unit):
            counted = one.unit not in (*TIMES, *DONE_TO)
            made = joined(last, one, last if counted else one, last.often or one.often)
        if made is None:
            raise Odd
        return made

    # ── the whole ──

    def sum(self) -> Quantity:
        if not self.found:
            raise Odd
        first, *rest = self.found
        if not all(same(first, one) for one in rest):
            raise Odd
        node = reduce(lambda made, one: signed(made, 1, one.node), rest, first.node)
        return replace(
            first, node=node, value=sum((one.value for one in self.found), Decimal(0)), made=sum(one.made for one in self.found),
            tail=self.found[-1].tail, months=frozenset(), listed=False,
        )  # fmt: skip

    def total(self) -> Quantity:
        """All figures together, each for a whole year."""
        often = [one.often for one in self.found if one.often]
        if len(self.found) > 1 and len(often) == 1 and OFTEN[often[0]][0] == len(self.found):
            # `분기별 목표 20·25·30·35건`: each of them is named.
            raise Odd
        self_found = [closed(one) for one in self.found]
        if any(set(one.per) - {"씩"} for one in self_found) or any(
            one.tail in ("중", "에서") and one.made == 1 for one in self_found[:-1]
        ):
            raise Odd
        months = [one.months for one in self_found]
        if any(months) and (sum(len(one) for one in months) != 12 or len(frozenset().union(*months)) != 12):
            raise Odd
        kept, self.found = self.found, self_found
        try:
            return self.sum()
        finally:
            self.found = kept

    def whole(self) -> Made:
        if self.outcome:
            raise Odd
        several = len(self.found) > 1
        parts = all(one.months for one in self.found)
        if self.needs_adding and not self.adds:
            raise Odd
        if several and not (self.adds or parts or any(one.made > 1 for one in self.found)):
            raise Odd
        made = self.total()
        if made.made < _LEAST or (is_money(made.unit) and not self.printed):
            raise Odd
        node, value = made.node, made.value
        if is_money(made.unit) and made.scale:
            power = Decimal(10) ** made.scale
            node, value = infix(node, "/", number(power)), EXACT.divide(value, power)
        past = [abs(cell.value) for cell in self.known.actuals.values() if cell.value]
        if past and not min(past) * _NEAR[0] <= value <= max(past) * _NEAR[1]:
            raise Odd
        return Made(node, PRINTED if self.printed else TOLD)


_NEAR = (Decimal("0.4"), Decimal("2.5"))
