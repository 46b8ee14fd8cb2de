"""From pieces to expressions: the arithmetic that the sentence describes, piece by piece from left to right.

Where the words allow more than one reading, all of them are kept, the likelier first, each with its note.
"""

from dataclasses import replace

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.build import number, signed
from uigwe.reasons.known import Known
from uigwe.reasons.piece import RESULT_LINKS, Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.remarks import Remarks
from uigwe.reasons.state import MAX_ALTERNATIVES, Alternative, Folded


def fold(pieces: list[Piece], known: Known) -> Folded:
    """Read the pieces as one calculation."""
    return _Folder(known).run(pieces)


class _Folder(Remarks):
    """One method per kind of piece, `on_` and the kind; a kind without one changes nothing."""

    def run(self, pieces: list[Piece]) -> Folded:
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            if piece.kind == "open":
                at = self.bracket(pieces, at)
                continue
            handler = getattr(self, f"on_{piece.kind}", None)
            if handler:
                handler(piece)
            if self.elsewhere:
                # Another sentence starts here: read it by itself and compare.
                self.out.second = fold([replace(piece, kind=piece.kind), *pieces[at + 1 :]], self.known)
                break
            at += 1
        self.finish()
        self.out.alternatives = self.acc[:MAX_ALTERNATIVES]
        return self.out

    def bracket(self, pieces: list[Piece], at: int) -> int:
        depth, end = 0, at
        for end in range(at, len(pieces)):
            depth += (pieces[end].kind == "open") - (pieces[end].kind == "close")
            if depth == 0:
                break
        inner = [piece for piece in pieces[at + 1 : end]]
        sub = _Folder(self.known)
        sub.inside = True
        before = pieces[at - 1] if at else None
        folded = sub.run(inner) if inner else Folded()
        if before is not None and before.kind == "func" and sub.waiting:
            sub.join(before.label)
            folded.alternatives, folded.lost = sub.acc, [note for note in folded.lost if note.id != "two-bases"]
            folded.doubts = [note for note in folded.doubts if note.id != "two-bases"]
        link = pieces[end].link if end < len(pieces) else ""
        whole = Piece("operand", pieces[at].start, pieces[min(end, len(pieces) - 1)].end, link)
        if not folded.alternatives and len(folded.loose) == 1 and folded.loose[0].amount is not None:
            folded.alternatives = self.constant(folded.loose[0].amount)
            folded.loose = []
        if ratios := _one_plus(inner):
            # Which years a growth is over stays a doubt in a bracket as well.
            folded.alternatives = [Alternative(ratio) for ratio in ratios]
            folded.loose, folded.lost = [], []
            folded.doubts = [note for note in inner[-1].notes if note.id == "growth-window"]
        if folded.alternatives:
            self.used(whole)
            self.out.doubts += [note for note in folded.doubts if note not in self.out.doubts]
            self.out.loose += folded.loose
            self.out.lost += folded.lost
            if self.op and self.acc:
                self.operate(folded.alternatives, whole)
            else:
                self.start_with(folded.alternatives, link)
                self.out.worked = True
        return end + 1

    def finish(self) -> None:
        if self.bounded and not (self.out.worked or self.out.kept):
            # `최근 3년 평균 이상`: what it may not fall below, and nothing is done with it.
            self.doubt("unused", text="≥")
        if self.rate is not None and not (self.acc and self.out.worked):
            piece = self.rate
            if self.acc and self.link in ("대비", "에", "보다", "에서", "의", ""):
                self.use_rate()
            elif not self.acc and (
                "CAGR" in (piece.label, *piece.flags) or piece.link in RESULT_LINKS or piece.amount is not None
            ):
                self.use_rate()
                self.out.proof_needed = True
        if self.delta is not None and self.delta.amount is not None:
            if self.delta.amount.unit == "%p" and self.acc:
                self.doubt("elliptic", number=str(self.delta.amount.number))
                self.change(self.delta.amount, 1, self.delta)
            else:
                self.out.loose.append(self.delta)
        if self.held is not None and not self.acc and "SD" in self.held.flags:
            self.start_with(self.base(self.held), self.held.link)
        if self.acc and self.link in ("과", "와", "및", "·") and not (self.out.worked or self.out.kept):
            # `평균과 증가율을 바탕으로`: one of several things named.
            self.doubt("two-bases")
        if self.held is not None and self.acc and self.held.start >= self.out.start and "SD" not in self.held.flags:
            self.doubt("unused", text=self.held.text)
        self.collapse()
        if self.op and self.op != "=":
            self.out.lost.append(Note("half", {}))
        if self.waiting:
            self.doubt("two-bases")
            self.out.lost.append(Note("two-bases", {}))


def _one_plus(inner: list[Piece]) -> list[Node]:
    """`(1 + 3%)`, `(100% + 3%)`, `(1 + 0.03)`, `(1 - 5%)`, `(1 + 최근 3년 증가율)` in a product: the ratios that it may be."""
    if len(inner) != 3 or inner[1].kind != "op" or inner[1].label not in "+-":
        return []
    one, op, rate = inner
    if one.kind != "amount" or one.amount is None or f"{one.amount.number}{one.amount.unit}" not in ("1", "100%"):
        return []
    sign = -1 if op.label == "-" else 1
    whole = number(one.amount.number, Suffix.RATIO if one.amount.unit else Suffix.NONE)
    if rate.kind in ("amount", "rate") and rate.amount is not None and rate.amount.unit in ("%", ""):
        suffix = Suffix.RATIO if rate.amount.unit == "%" else Suffix.NONE
        return [signed(whole, sign, number(rate.amount.number, suffix))]
    return [signed(whole, sign, node) for node in rate.nodes] if rate.kind == "operand" and rate.rate else []
