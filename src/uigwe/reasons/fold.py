"""From pieces to expressions: the arithmetic that the sentence describes, piece by piece from left to right.

Where the words allow more than one reading, all of them are kept, the likelier first, each with its note.
"""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Call, Node, Number, Past, Suffix, walk
from uigwe.reasons.amounts import Amounts
from uigwe.reasons.build import call, infix, number, signed, years_in
from uigwe.reasons.compose import NARROWING
from uigwe.reasons.known import Known
from uigwe.reasons.piece import RESULT_LINKS, Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.state import HUNDRED, LAST, MAX_ALTERNATIVES, Alternative, Folded
from uigwe.reasons.tokens import MONEY, Amount


def fold(pieces: list[Piece], known: Known) -> Folded:
    """Read the pieces as one calculation."""
    return _Folder(known).run(pieces)


class _Folder(Amounts):
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

    def on_operand(self, piece: Piece) -> None:
        if not piece.nodes and piece.named is None:
            return
        if piece.rate:
            if "past" in piece.flags and self.link == "대비" and _year_of(self.acc) and not self.out.worked:
                # `’21년 대비 ’22년 증가율`: the year before only says what the rate is measured from.
                if _year_of(self.acc) not in {
                    part.year for node in piece.nodes for part in walk(node) if isinstance(part, Past)
                }:
                    self.doubt("statement")
                self.acc, self.link = [], ""
            if "fewer" in piece.flags and any((self.known.value(node) or 0) > 0 for node in piece.nodes):
                # A rate of decrease where nothing decreased.
                self.doubt("direction")
            self.hold(piece)
            return
        self.forget_listed(piece)
        alternatives = self.base(piece)
        if self.op and self.acc:
            self.operate(alternatives, piece)
        elif self.inside and not self.acc:
            self.start_with(alternatives, piece.link)
        elif ("SD" in piece.flags and not self.op) or (piece.flags & _DIFFERENCE and self.acc):
            self.hold_difference(piece)
        elif piece.flags & _DIFFERENCE:
            self.held = piece
            return
        elif self.acc and self.link in ("과", "와", "및", "·", ",", "이고") and not self.out.worked:
            self.waiting.append(self.acc)
            self.start_with(alternatives, piece.link)
        elif self.acc and not self.out.worked and self.link == "에" and piece.link in ("을", "를", "만큼"):
            self.held = piece
        elif self.implied and piece.nodes == (LAST,) and piece.named is None and piece.link in ("에", "에서", "을", ""):
            # `연평균 4% 증가를 가정, 전년 실적에 적용`: the start that was taken for granted is named after all.
            self.implied = False
            return
        elif self.acc and self.out.worked and self.link != "과":
            self.second(alternatives, piece)
        else:
            if self.acc and self.out.unsaid and 0 <= piece.start - self.verb_end <= _ADJECTIVE:
                # `최근 3년 평균보다 높은 전년 실적`: how the start compares, and no start itself.
                self.acc, self.link, self.out.unsaid = [], "", False
            if self.acc and [one.node for one in self.acc] != [one.node for one in alternatives]:
                self.out.notes.append(Note("statement", {}))
                if self.link not in ("은", "는", "이", "가", "이나", "이며", "이지만", "이고", "", ",", "에서", "의"):
                    self.doubt("two-bases")
                self.doubt("statement")
            self.start_with(alternatives, piece.link)
        self.out.worked = self.out.worked or "weighted" in piece.flags
        node = piece.nodes[0] if piece.nodes else None
        if isinstance(node, Past) and node.kind == "actual" and node.year is not None:
            self.base_year = node.year
        self.plain_start = isinstance(node, Past) or not piece.nodes

    def hold_difference(self, piece: Piece) -> None:
        """What will be added or taken; `’19년 대비 ’20년 상승폭`: the year compared with only says from where it is measured."""
        self.held = piece
        compared = _year_of(self.acc)
        if "grown" in piece.flags and compared and self.link in ("대비", "에서", "보다") and not self.out.worked:
            year = next((part.year for node in piece.nodes for part in walk(node) if isinstance(part, Past)), None)
            if year is not None and compared < year:
                node = infix(Past(kind="actual", year=year), "-", Past(kind="actual", year=compared))
                self.held = replace(piece, nodes=(node,))
                self.start_with([Alternative(Past(kind="actual", year=year))], "에")
                if year != self.known.year - 1:
                    self.doubt("no-start")

    def forget_listed(self, piece: Piece) -> None:
        """`’21년(825건), ’22년(846건) 2개년 평균`: the results listed are those that the statistic runs over."""
        years = {year for node in piece.nodes for part in years_in(node) for year in part.listed()}
        listed = [*self.waiting, self.acc] if self.waiting and self.acc else []
        if listed and "statistic" in piece.flags and all(_year_of(part) in years for part in listed):
            self.waiting, self.acc, self.link = [], [], ""

    def on_goal(self, piece: Piece) -> None:
        if piece.amount is not None and self.acc and (piece.link in RESULT_LINKS or not piece.link):
            self.out.notes.append(Note("later-goal", {"year": str(piece.goal)}))

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
        ratio = _one_plus(inner)
        if ratio is not None:
            folded.alternatives, folded.loose, folded.doubts, folded.lost = [Alternative(ratio)], [], [], []
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

    def on_verb(self, piece: Piece) -> None:
        self.verb_end = piece.end
        if self.fractioned is not None and self.delta is None and self.grows_by_part(piece):
            return
        if self.delta is not None and self.delta.amount is not None:
            delta, amount, self.delta = self.delta, self.delta.amount, None
            self.delta_notes = delta.notes
            self.used(delta)
            self.used(piece)
            if not self.acc and self.prints_base(delta):
                self.adopt()
            if not self.acc:
                self.imply_last()
            if self.counts_other_things(amount):
                self.doubt("unused", text=amount.unit)
            self.change(amount, self.direction(piece), piece, yearly=self.yearly)
            self.link = piece.link
        elif self.times_piece is not None and piece.start - self.times_piece.end <= 6:
            factor, to, self.times_piece = self.times_piece.amount, self.times_piece.link, None
            if factor is not None and (factor.number < 1) == (piece.sign < 0) and factor.number != 1:
                if factor.number > 1 and to != "로" and not piece.text.startswith(_TO_SO_MUCH):
                    self.doubt("times-more")
            elif piece.sign < 0:
                self.out.alternatives = []
                self.doubt("times-less")
            elif not piece.text.startswith(_TO_SO_MUCH):
                self.doubt("times-more")
        elif self.rate is not None and self.rate.link in ("을", "를") and piece.text.startswith(_EXCEEDING):
            # `증가율을 상회하도록`: by how much is not said.
            self.doubt("unused", text=piece.text)
            self.use_rate(self.direction(piece))
        elif self.rate is not None and self.rate.link not in ("보다", "에서", "대비", "과", "와", "에"):
            self.use_rate(self.direction(piece) if self.rate.sign > 0 and self.rate.amount else None)
        elif self.held is not None:
            held, self.held = self.held, None
            if held.link in ("보다", "대비"):
                return
            if held.flags & _GROWTH and held.link in ("을", "를", "로", "으로") and piece.text.startswith(NARROWING):
                # `감소폭을 절반으로 줄임`: the change is to change.
                self.doubt("unused", text=piece.text)
            others = self.base(held)
            if not self.acc:
                self.doubt("implied-last")
                self.start_with([Alternative(LAST)], "")
            sign = self.direction(piece)
            self.collapse()
            self.acc = self.both(self.acc, others, lambda one, other: signed(one, sign, other))
            self.out.worked = True
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

    def grows_by_part(self, verb: Piece) -> bool:
        """`실적의 4분의 1을 추가로 확보`, `1,560명에서 3분의 1 감축`: the part is what is added or taken off."""
        part, base = self.fractioned or (verb, [])
        self.fractioned = None
        near = verb.start - part.end <= _ADJECTIVE + 1 and part.link in ("", "을", "를", "만큼")
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
            if piece.label == "times" and self.rate.amount is not None and self.rate.amount.number >= HUNDRED:
                self.rate = replace(self.rate, label="CAGR")
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

    def on_years(self, piece: Piece) -> None:
        self.years = piece.years

    def on_span(self, piece: Piece) -> None:
        if self.delta is not None:
            # `2%p씩 2년간 상향`: for how long is part of how much.
            self.doubt("unused", text=piece.text)
        elif self.out.worked and not piece.text.startswith(_BEFORE):
            # `3% 상향한 값을 2년간 …`: over how many years is part of how much.
            self.doubt("unused", text=piece.text)
        self.years = piece.years
        if self.op == "/" and self.acc:
            self.operate([Alternative(number(Decimal(piece.count)))], piece)
            self.used(piece)

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


_ADJECTIVE = 2
_TAKING = ("뺀", "빼", "차감", "더한", "더하", "합산한", "합한", "얹은")
_BEFORE = ("최근", "직전", "과거", "지난", "이전", "앞선", "기존", "직근", "근래")
# `2배 확대` comes to twice as much; `2배 증가` may be three times.
_TO_SO_MUCH = ("확대", "확충", "증대", "강화", "늘린", "늘려", "늘림")
_YEARS_COUNTED = ("년", "개년", "개월")
_DIFFERENCE = frozenset(["GROWN", "grown", "difference"])
_GROWTH = frozenset(["GROWN", "grown"])


def _rounded_to(node: Node, places: int) -> bool:
    """Whether the outermost step rounds to so many places."""
    place = node.arguments[1] if isinstance(node, Call) and len(node.arguments) == 2 else None
    return isinstance(place, Number) and place.value == places


def _rounded_as(node: Node, mode: str) -> Node:
    return replace(node, name=mode) if isinstance(node, Call) else node


_EXCEEDING = ("상회", "하회", "웃도", "웃돈", "밑도", "밑돈")


def _year_of(part: list[Alternative]) -> int:
    """The year of a plain past result, 0 for anything else."""
    node = part[0].node if part else None
    return node.year or 0 if isinstance(node, Past) and node.kind == "actual" else 0


def _one_plus(inner: list[Piece]) -> Node | None:
    """`(1 + 3%)`, `(100% + 3%)`, `(1 + 0.03)`, `(1 - 5%)` in a product: a ratio."""
    if len(inner) != 3 or inner[1].kind != "op" or inner[1].label not in "+-":
        return None
    one, op, rate = inner
    if one.kind != "amount" or one.amount is None or f"{one.amount.number}{one.amount.unit}" not in ("1", "100%"):
        return None
    sign = -1 if op.label == "-" else 1
    whole = number(one.amount.number, Suffix.RATIO if one.amount.unit else Suffix.NONE)
    if rate.kind in ("amount", "rate") and rate.amount is not None and rate.amount.unit in ("%", ""):
        return signed(whole, sign, number(rate.amount.number, Suffix.RATIO if rate.amount.unit == "%" else Suffix.NONE))
    if rate.kind == "operand" and rate.rate:
        if rate.named is not None:
            return signed(whole, sign, number(rate.named.number, Suffix.RATIO))
        return signed(whole, sign, rate.nodes[0]) if rate.nodes else None
    return None
