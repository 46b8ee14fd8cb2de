"""What chooses, rounds, keeps, bounds or parts, and what is only remarked."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Call, Node, Number, Past
from uigwe.reasons.build import call, infix, number
from uigwe.reasons.piece import Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.state import HUNDRED, Alternative
from uigwe.reasons.tokens import MONEY
from uigwe.reasons.verbs import Verbs

_YEARS_COUNTED = ("년", "개년", "개월")


class Remarks(Verbs):
    """Takes in what is said beside the start and the change."""

    def on_choose(self, piece: Piece) -> None:
        if self.waiting and self.acc:
            self.used(piece)
            self.join(piece.label)
            self.chosen, self.link = True, piece.link
            self.out.doubts = [note for note in self.out.doubts if note.id != "statement"]
        elif self.years:
            node = call(piece.label, *[Past(kind="actual", year=year) for year in self.years])
            self.used(piece)
            self.start_with([Alternative(node)], piece.link)
            self.chosen = True
        else:
            self.out.lost.append(Note("choice-of-what", {"word": piece.text}))

    def on_combine(self, piece: Piece) -> None:
        if not self.waiting:
            return
        self.used(piece)
        self.join(piece.label)
        self.link = piece.link

    def on_round(self, piece: Piece) -> None:
        decimals = [amount.decimals for amount in self.out.results]
        spoken = rounding_of(piece.text, decimals[-1] if decimals else None, self.known)
        if spoken is None:
            return
        if not self.acc and self.pending_constant is not None:
            self.adopt()
        if self.acc and self.rate is not None and not self.out.worked and self.delta is None:
            # `상승률을 5%로 하고 그 결과를 올림`: what is rounded is what came out.
            self.use_rate()
        if not self.acc:
            self.out.lost.append(Note("no-base", {}))
            return
        mode, places, doubt = spoken
        if self.out.rounded and all(_rounded_to(one.node, places) for one in self.acc):
            # `첫째 자리까지(둘째 자리에서 반올림)`: the same said twice.
            if mode != "round":
                self.acc = [replace(one, node=_rounded_as(one.node, mode)) for one in self.acc]
            return
        if doubt:
            self.doubt(doubt)
        self.used(piece)
        self.collapse()
        self.acc = [replace(one, node=call(mode, one.node, number(Decimal(places)))) for one in self.acc]
        self.out.rounded = True

    def on_keep(self, piece: Piece) -> None:
        if not self.acc and self.pending_constant is not None:
            self.adopt()
            self.out.worked = True
        self.out.unsaid = False
        self.out.kept = True
        self.out.worked = self.out.worked or bool(self.acc)
        if self.rate is not None and not self.acc:
            # `전년도 증가율(2.5%)을 유지`
            self.use_rate()
        if self.acc and self.link in ("과", "와"):
            self.link, self.out.worked = "", True
        self.used(piece)

    def on_yearly(self, piece: Piece) -> None:
        self.yearly = True

    def on_bound(self, piece: Piece) -> None:
        self.out.notes.append(Note("bound", {}))
        if self.acc and not self.out.worked and piece.link:
            # `전년 실적 이상으로`: what it may not fall below, not what it is.
            self.doubt("unused", text=piece.text)
        elif self.acc and not self.out.worked:
            self.bounded = True

    def on_about(self, piece: Piece) -> None:
        self.out.notes.append(Note("about", {}))

    def on_evenly(self, piece: Piece) -> None:
        """`3으로 나눈`: the amount before is the divisor."""
        if not piece.label:
            # `5년간 0.25시간 줄이는 계획을 균등 적용`: a part of it in each of these years.
            self.doubt("unused", text=piece.text)
            return
        if self.acc and self.out.results:
            by = self.out.results.pop()
            if by.unit.endswith(MONEY) and by.scale:
                # Money by money of another scale.
                self.doubt("scale", number=str(by.number))
            self.each(lambda node: infix(node, "/", number(by.number)))
            self.used(piece)
            if self.known.percent and by.unit not in ("", "%", "%p") and by.unit not in _YEARS_COUNTED:
                # A share of counted things, of an indicator in per cent.
                self.each(lambda node: infix(node, "*", number(HUNDRED)))
        elif not self.acc and len(self.out.loose) == 2 and all(one.amount for one in self.out.loose):
            total, part = self.out.loose
            self.out.loose = []
            self.used(total)
            self.used(part)
            self.start_with(self.factor(total.amount), "")  # type: ignore[arg-type]
            others = self.factor(part.amount)  # type: ignore[arg-type]
            self.acc = self.both(self.acc, others, lambda one, other: infix(one, "/", other))
            self.out.worked = True
        elif self.acc:
            # `3년간 나누어 달성`: by what, and what then is this year's?
            self.doubt("unused", text=piece.text)

    def on_quoted(self, piece: Piece) -> None:
        if piece.amount is not None:
            self.out.quoted[piece.years[0]] = piece.amount

    def on_said(self, piece: Piece) -> None:
        if piece.amount is not None:
            self.out.notes.append(Note("printed-step", {"number": str(piece.amount.number)}))

    def on_same(self, piece: Piece) -> None:
        self.out.notes.append(Note("same", {}))
        if "outcome" in piece.flags and piece.amount is not None and not self.out.results:
            self.out.results.append(piece.amount)

    def on_aside(self, piece: Piece) -> None:
        self.out.asides.append(piece.text)

    def on_unread(self, piece: Piece) -> None:
        """What only a special form knows how to take in."""
        self.doubt("unused", text=piece.text)

    on_gap = on_per = on_unread

    def on_weights(self, piece: Piece) -> None:
        self.out.lost.append(Note("no-weights", {"word": piece.text}))

    def on_lost(self, piece: Piece) -> None:
        self.out.lost += piece.notes

    def on_comma(self, piece: Piece) -> None:
        self.verb_end = -9
        self.times_piece = None
        self.broken = self.out.worked
        if self.acc and self.link in ("", "은", "는") and not self.out.worked:
            self.link = ","


def _rounded_to(node: Node, places: int) -> bool:
    """Whether the outermost step rounds to so many places."""
    place = node.arguments[1] if isinstance(node, Call) and len(node.arguments) == 2 else None
    return isinstance(place, Number) and place.value == places


def _rounded_as(node: Node, mode: str) -> Node:
    return replace(node, name=mode) if isinstance(node, Call) else node
