"""Words that name, join or tell something beside the calculation."""

from dataclasses import replace

from uigwe.reasons.table.taken import StuckError, Value, level_of
from uigwe.reasons.table.words import (
    ENDING,
    EXTREME,
    FILLER,
    HAPPENED,
    HOOKED,
    KEEPS_ON,
    NEGATED,
    NOUN,
    ONE_OF_IT,
    POINTING,
    PREDICATE,
    STATED,
    TAKEN_UP,
)
from uigwe.reasons.table.years import Dated
from uigwe.reasons.tokens import Token
from uigwe.reasons.words import OF_OTHERS


class Named(Dated):
    """Hangs particles on what waits and tells names from what nobody accounts for."""

    def on_other(self, token: Token) -> None:
        text = token.text
        if text == ":" and self.ratio():
            return
        if text in EXTREME and self.before_growth():
            self.prefix = EXTREME[text]
            return
        if text in ("중", "가운데", "중에서", "가운데서", "가운데에서"):
            if self.top is not None:
                self.hook("중")
            return
        if found := TAKEN_UP.match(text):
            if self.top is None:
                raise StuckError
            self.hook(found[1])
            return
        if self.top is not None and self.top.kind == "rate" and text.startswith(("따라", "따른", "의거")):
            self.deferred = True
        if HAPPENED.match(text):
            # `3% 증가하였으므로`: that was, and is not what shall be.
            raise StuckError
        if POINTING.match(text) and self.top is not None:
            after = self.look()
            part = after is not None and (after.unit == "%" or after.kind in ("times", "fraction"))
            self.hook("의") if part and self.top.kind == "level" else None
            self.fresh = True
            self.glossed.append((token.start, token.end))
            return
        if ENDING.match(text):
            return
        if self.noun(text):
            return
        if FILLER.match(text):
            self.handled(text)
            return
        if KEEPS_ON.match(text):
            if text.endswith("지") or NEGATED.search(text):
                raise StuckError
            self.goes_on = True
            return
        self.name(text)

    def handled(self, text: str) -> None:
        """`평균을 구하고`, `’22년 실적으로 하고`: what was named is at hand for what follows."""
        top = self.top
        if top is None or not text or not self.laid.text or text in ("모두", "각각", "각", "단순", "추가", "다시"):
            return
        if top.part in ("을", "를") and top.kind in ("level", "rate", "change"):
            self.waiting[-1], self.fresh = replace(top, part="", made=True), True
        elif (
            top.part in ("로", "으로")
            and text.endswith(("고", "아", "어", "여", "되"))
            and level_of(top, self.known).kind == "level"
        ):
            self.waiting[-1], self.fresh = replace(level_of(top, self.known), part="에"), False

    def noun(self, text: str) -> bool:
        """A noun for what waits, with its particle: `(97%) 선으로`, `(평균) 처리건수의`."""
        found = NOUN.match(text) or ONE_OF_IT.match(text)
        if found and self.top is not None:
            if found[1]:
                self.hook(found[1])
            return True
        top = self.top
        if top is not None and self.fresh and (stated := STATED.match(text)):
            self.hook("," if stated else "")
            return True
        hooked = HOOKED.match(text)
        if top is not None and self.fresh and top.kind in ("years", "level") and hooked and not PREDICATE.search(text):
            self.named.append(text)
            self.waiting[-1], self.fresh = replace(top, part=hooked[2], result=True), False
            return True
        return False

    def name(self, text: str) -> None:
        """A word that nobody knows: a name, or a clause that only tells something while nothing waits."""
        self.named.append(text)
        if any(word in text for word in OF_OTHERS) and self.waiting:
            raise StuckError
        if PREDICATE.search(text):
            if self.waiting and not (self.complete() and not self.more_ahead() and self.ends_well()):
                raise StuckError
            self.settled = bool(self.waiting)
            self.clause()
            return
        self.label += text

    def ends_well(self) -> bool:
        """Whether what follows can only be a remark: a step was taken, or no verb of change is left."""
        rest = self.tokens[self.at :]
        return self.moved or not any(one.kind in ("UP", "DOWN", "IMPROVE", "CONSIDER", "APPLY") for one in rest)

    def clause(self) -> None:
        """A clause ends that told something only."""
        self.label = ""
        if not self.waiting:
            self.yearly = self.annual = False

    def on_comma(self, token: Token) -> None:
        if self.complete() and not self.more_ahead() and self.moved:
            self.settled = True
            return
        if token.text == "." and self.look() is not None:
            raise StuckError
        top = self.top
        if top is not None and not top.part:
            self.hook(",")
        self.label = ""

    def on_CONSIDER(self, token: Token) -> None:
        """What is considered beside the calculation is a name only."""
        if not self.label or (self.top is not None and self.top.part in ("와", "과", "및", "·")):
            raise StuckError
        self.clause()

    def on_KEEP(self, token: Token) -> None:
        top = self.top
        if top is None:
            raise StuckError
        if token.text in ("같은", "동일", "그대로", "똑같"):
            self.fresh = True
        if top.kind in ("rate", "change"):
            self.goes_on = True
        elif (
            level_of(top, self.known).kind == "level"
            and len(self.waiting) == 1
            and top.part in ("을", "를", "과", "와", "으로", "로", "", "에")
        ):
            self.steps += 1
            self.put(replace(level_of(top, self.known), part=top.part))
        elif not self.settled:
            raise StuckError

    def on_AND(self, token: Token) -> None:
        if token.text not in ("및", "그리고"):
            raise StuckError
        self.hook("및")

    def on_ASMUCH(self, token: Token) -> None:
        self.hook("만큼")

    def on_COMPARE(self, token: Token) -> None:
        if self.top is None:
            raise StuckError
        self.hook("대비" if "비" in token.text else "에")

    def on_EACH(self, token: Token) -> None:
        top = self.top
        if token.text == "씩" and top is not None and top.kind in ("per_cent", "points", "amount"):
            self.hook("씩")
        elif token.text not in ("각", "씩"):
            raise StuckError

    def on_YEARLY(self, token: Token) -> None:
        self.yearly = True

    def ratio(self) -> bool:
        """`1:2:3`: the figure on top begins a row of weights."""
        top = self.top
        if top is None or top.kind != "amount" or top.amount is None or top.amount.unit:
            return False
        row, at = [top.amount.number], self.at
        while at + 1 < len(self.tokens) and self.tokens[at].text == ":" and self.tokens[at + 1].amount is not None:
            amount = self.tokens[at + 1].amount
            assert amount is not None  # noqa: S101
            row.append(amount.number)
            at += 2
        self.at = at - 1
        self.put(Value("ratio", top.start, self.tokens[self.at].end, self.tokens[self.at].tail, weights=tuple(row)))
        return True
