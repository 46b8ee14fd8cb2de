"""Years in a reason, and what is said to be their results or their targets."""

from dataclasses import replace

from uigwe.reasons.table.taken import LISTING, StuckError, Value
from uigwe.reasons.table.waiting import Waiting
from uigwe.reasons.table.words import NOUN
from uigwe.reasons.tokens import Token


class Dated(Waiting):
    """Years wait until something is taken of them."""

    def on_year(self, token: Token) -> None:
        if not token.years:
            raise StuckError
        if token.years[0] >= self.known.year:
            return
        self.span_of(token, token.years)

    def on_last(self, token: Token) -> None:
        if token.text.startswith(("현행", "현재", "현수준", "종전", "기존")):
            raise StuckError
        self.span_of(token, (self.known.year - 1,), last=True)

    def on_ago(self, token: Token) -> None:
        after = self.tokens[self.at + 1 : self.at + 4]
        if token.text[0].isdigit():
            if [one.kind for one in after] != ["open", "year", "close"]:
                raise StuckError
            self.at += 3
            self.span_of(replace(token, tail=after[2].tail), after[1].years)
            return
        self.span_of(token, (self.known.year - 2,))

    def on_span(self, token: Token) -> None:
        top = self.top
        if top is not None and top.kind == "years" and len(top.years) == token.count and self.fresh:
            # `’20년부터 ’22년까지 세 해`: counted again.
            self.put(replace(top, part=token.tail, end=token.end))
            return
        if top is not None and top.single and top.part == "부터":
            self.put(
                replace(
                    top, years=tuple(range(top.years[0], top.years[0] + token.count)), part=token.tail, end=token.end
                )
            )
            return
        if not 0 < token.count < 30:
            raise StuckError
        self.span_of(token, tuple(range(self.known.year - token.count, self.known.year)))

    def on_range(self, token: Token) -> None:
        if not token.years or token.years[-1] >= self.known.year:
            raise StuckError
        self.span_of(token, token.years)

    on_list = on_range

    def span_of(self, token: Token, years: tuple[int, ...], *, last: bool = False) -> None:
        top = self.top
        value = Value("years", token.start, token.end, token.tail, years=years, last=last)
        if top is not None and top.kind == "years" and not top.result and not self.label and not last:
            if top.part in LISTING and not top.last and not set(top.years) & set(years):
                # `2020년, 2021년, 2022년`
                self.put(replace(value, years=(*top.years, *years), start=top.start))
                return
            if self.fresh and len(top.years) == len(years) > 1:
                self.put(replace(value, start=top.start))
                return
        self.push(value)

    def on_WITHOUT(self, token: Token) -> None:
        top = self.top
        if (
            top is None
            or top.kind != "years"
            or not set(token.years) <= set(top.years)
            or top.part not in ("", "중", ",", "의", "에서")
        ):
            raise StuckError
        rest = tuple(year for year in top.years if year not in token.years)
        self.put(replace(top, years=rest, part=token.tail, end=token.end, result=True))

    def on_ACTUAL(self, token: Token) -> None:
        top = self.top
        if token.text.endswith(("률", "율")) and not self.known.percent:
            raise StuckError
        if top is not None and top.kind == "years" and self.fresh and not self.label:
            self.put(replace(top, result=True, part=token.tail, end=token.end))
        elif top is not None and self.fresh:
            self.hook(token.tail)
        else:
            self.label += token.text + token.tail

    def on_TARGET(self, token: Token) -> None:
        if self.top is not None and self.fresh and self.top.kind == "years":
            raise StuckError
        self.finish()

    def on_SAID(self, token: Token) -> None:
        after = self.look()
        glued = (
            after is not None and after.kind == "other" and not self.laid.gap[after.start] and NOUN.match(after.text)
        )
        if token.text in ("수준", "달성") and (token.tail or glued):
            if self.fresh:
                self.hook(token.tail)
            return
        self.finish()
