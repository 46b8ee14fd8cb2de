"""The verbs of a change, and the words that apply a rate or a factor: what waits for them is done."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Suffix
from uigwe.reasons.bases import ADJECTIVE, Bases
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.compose import NARROWING
from uigwe.reasons.piece import Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.shares import count_alike
from uigwe.reasons.state import LAST, Alternative
from uigwe.reasons.tokens import Amount

_TAKING = ("뺀", "빼", "차감", "더한", "더하", "합산한", "합한", "얹은")
# `2배 확대` comes to twice as much; `2배 증가` may be three times.
_TO_SO_MUCH = ("확대", "확충", "증대", "강화", "늘린", "늘려", "늘림")
_GROWTH = frozenset(["GROWN", "grown"])
_EXCEEDING = ("상회", "하회", "웃도", "웃돈", "밑도", "밑돈")


class Verbs(Bases):
    """Follows the verbs."""

    def on_verb(self, piece: Piece) -> None:
        self.verb_end = piece.end
        if self.fractioned is not None and self.delta is None and self.grows_by_part(piece):
            return
        if self.delta is not None and self.delta.amount is not None:
            self.grows_by_amount(self.delta, self.delta.amount, piece)
        elif self.times_piece is not None and piece.start - self.times_piece.end <= 6:
            self.grows_by_times(self.times_piece, piece)
        elif self.rate is not None and self.rate.link in ("을", "를") and piece.text.startswith(_EXCEEDING):
            # `증가율을 상회하도록`: by how much is not said.
            self.doubt("unused", text=piece.text)
            self.use_rate(self.direction(piece))
        elif self.rate is not None and self.rate.link not in ("보다", "에서", "대비", "과", "와", "에"):
            self.use_rate(self.direction(piece) if self.rate.sign > 0 and self.rate.amount else None)
        elif self.held is not None:
            self.grows_by_held(self.held, piece)
        elif self.product_rate is not None and piece.label == "plain":
            # `전년 실적에 3%를 곱한 값을 더한`: the product is what is added.
            amount, self.product_rate = self.product_rate, None
            self.acc = list(self.product_base)
            self.out.doubts = [note for note in self.out.doubts if note.id != "elliptic"]
            self.link = "의"
            self.relative(amount, self.direction(piece))
        elif self.waiting and self.acc and piece.label == "plain" and piece.sign >= 0:
            self.join("sum")
        elif self.rate is not None:
            return
        elif self.acc and piece.label == "plain" and piece.text.startswith(_TAKING):
            # `이상치를 뺀 값`: what is taken off has no figure.
            self.doubt("unused", text=piece.text)
        elif self.acc and not self.out.worked:
            self.out.unsaid = True

    def grows_by_amount(self, delta: Piece, amount: Amount, verb: Piece) -> None:
        """`3% 상향`, `5건 추가`: the change that was waiting for its verb."""
        self.delta = None
        self.delta_notes = delta.notes
        self.used(delta)
        self.used(verb)
        if not self.acc and self.prints_base(delta):
            self.adopt()
        if not self.acc:
            self.imply_last()
        if self.counts_other_things(amount):
            self.doubt("unused", text=amount.unit)
        self.change(amount, self.direction(verb), verb, yearly=self.yearly)
        self.link = verb.link

    def grows_by_times(self, times: Piece, verb: Piece) -> None:
        """`1.2배로 확대`, `2배 증가`: whether it comes to so much, or to so much more."""
        factor, to, self.times_piece = times.amount, times.link, None
        if factor is not None and (factor.number < 1) == (verb.sign < 0) and factor.number != 1:
            if factor.number > 1 and to != "로" and not verb.text.startswith(_TO_SO_MUCH):
                self.doubt("times-more")
        elif verb.sign < 0:
            self.out.alternatives = []
            self.doubt("times-less")
        elif not verb.text.startswith(_TO_SO_MUCH):
            self.doubt("times-more")

    def grows_by_held(self, held: Piece, verb: Piece) -> None:
        """`표준편차를 더한`, `감소폭만큼 낮춘`: the amount out of the table that was waiting for its verb."""
        self.held = None
        if held.link in ("보다", "대비"):
            return
        if held.flags & _GROWTH and held.link in ("을", "를", "로", "으로") and verb.text.startswith(NARROWING):
            # `감소폭을 절반으로 줄임`: the change is to change.
            self.doubt("unused", text=verb.text)
        others = self.base(held)
        if not self.acc:
            self.doubt("implied-last")
            self.start_with([Alternative(LAST)], "")
        sign = self.direction(verb)
        self.collapse()
        self.acc = self.both(self.acc, others, lambda one, other: signed(one, sign, other))
        self.out.worked = True

    def grows_by_part(self, verb: Piece) -> bool:
        """`실적의 4분의 1을 추가로 확보`, `1,560명에서 3분의 1 감축`: the part is what is added or taken off."""
        part, base = self.fractioned or (verb, [])
        self.fractioned = None
        near = verb.start - part.end <= ADJECTIVE + 1 and part.link in ("", "을", "를", "만큼")
        if not near or not part.years:
            return False
        sign = self.direction(verb)
        above, below = (number(Decimal(one)) for one in part.years)
        share = infix(above, "/", below)
        self.acc = [replace(one, node=signed(one.node, sign, infix(one.node, "*", share))) for one in base]
        self.out.worked = True
        self.link = verb.link
        return True

    def counts_other_things(self, amount: Amount) -> bool:
        """`5회 늘림 … 5개국 추가`: the second change counts what is no unit of the first."""
        before, self.changed_in = self.changed_in, self.changed_in or amount.unit
        plain = {"", "%", "%p", "배"}
        if {before, amount.unit} & plain:
            return False
        return not count_alike(before, amount.unit)

    def prints_base(self, delta: Piece) -> bool:
        """`천명당 0.3건을 5% 감축`: the amount before is what is changed, when it is a result of ours or nothing else is known."""
        base = self.pending_constant
        if base is None or base.amount is None or base.link not in ("을", "를") or base not in self.out.loose:
            return False
        if delta.amount is None or delta.amount.unit not in ("%", "%p") or base.amount.unit in ("%p", "배", ""):
            return False
        if "/" in base.amount.unit:
            return True
        values = [cell.value for cell in self.known.actuals.values() if cell.value is not None]
        own = not self.known.unit or base.amount.unit == self.known.unit
        return own and (not values or set(self.known.amounts(base.amount)) <= set(values))

    def on_rate(self, piece: Piece) -> None:
        self.used(piece)
        if self.op in ("+", "-") and self.acc and piece.amount is not None:
            self.operate_amount(piece, piece.amount)
            return
        if self.rate is not None and self.rate.link in ("보다", "대비"):
            self.out.notes.append(Note("rate-compared", {}))
        self.rate = piece

    def on_apply(self, piece: Piece) -> None:
        if self.rate is not None and self.delta is None:
            self.use_rate()
        elif self.delta is not None and self.delta.amount is not None:
            delta, self.delta = self.delta, None
            if not self.acc:
                self.imply_last()
            self.used(delta)
            if piece.label == "times":
                self.product_base, self.product_rate = self.acc, delta.amount
                if delta.amount.number < 30:  # type: ignore[union-attr]
                    self.doubt("elliptic", number=str(delta.amount.number))  # type: ignore[union-attr]
            if "share" in delta.flags and not piece.label and (self.known.percent or not self.known.unit):
                # A share of what, where shares are what is counted?
                self.doubt("elliptic", number=str(delta.amount.number))  # type: ignore[union-attr]
            if piece.label == "times" or "share" in delta.flags or delta.amount.number >= 80:  # type: ignore[union-attr]
                self.each(lambda node: infix(node, "*", number(delta.amount.number, Suffix.RATIO)))  # type: ignore[union-attr]
            else:
                named = self.link in ("에", "에서", "에는") and not piece.label and delta.amount.unit == "%"  # type: ignore[union-attr]
                self.doubt("applied" if named else "elliptic", number=str(delta.amount.number))  # type: ignore[union-attr]
                self.relative(delta.amount, 1)  # type: ignore[arg-type]
        elif (
            not piece.label
            and self.acc
            and self.link == "에"
            and not self.out.worked
            and self.out.loose
            and self.out.loose[-1].link in ("을", "를")
        ):
            loose = self.out.loose.pop()
            self.used(loose)
            if loose.amount is not None:
                self.doubt("elliptic", number=str(loose.amount.number))
                self.absolute(loose.amount, 1, yearly=False)
        elif piece.label == "times" and self.held is not None and self.acc:
            held, self.held = self.held, None
            others = self.printed_share(held) or self.base(held)
            self.acc = self.both(self.acc, others, lambda one, other: infix(one, "*", other))
            self.out.worked = True
        elif piece.label == "times" and self.acc and self.out.loose and self.out.loose[-1].amount is not None:
            loose = self.out.loose.pop()
            self.used(loose)
            amount = loose.amount
            self.each(lambda node: infix(node, "*", number(amount.number)))  # type: ignore[union-attr]
        elif piece.label == "times" and self.waiting:
            self.join("product")
        elif piece.label == "times" and self.out.results and self.acc:
            amount = self.out.results.pop()
            self.used(piece)
            self.each(lambda node: infix(node, "*", number(amount.number)))
        elif self.acc and self.link == "에" and not self.out.worked:
            # `전년 실적에 적용`: what is applied to it was said elsewhere.
            self.doubt("unused", text=piece.text)

    def printed_share(self, held: Piece) -> list[Alternative]:
        """`6,500건에 전년도 승인율(76%)을 곱하여`: a share, which is no result of an indicator that is counted."""
        named = held.named
        if named is None or named.unit != "%" or not self.known.unit or self.known.percent:
            return []
        said = str(named.number)
        self.out.doubts = [note for note in self.out.doubts if said not in note.facts.values()]
        self.used(held)
        return [Alternative(number(named.number, Suffix.RATIO))]
