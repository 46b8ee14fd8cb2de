"""Starting points as they come along: past results and what is made of them, and how a second one stands beside the first."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Past, walk
from uigwe.reasons.amounts import Amounts
from uigwe.reasons.build import infix, number, years_in
from uigwe.reasons.piece import RESULT_LINKS, Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.state import LAST, Alternative

ADJECTIVE = 2
_DIFFERENCE = frozenset(["GROWN", "grown", "difference"])


class Bases(Amounts):
    """Takes in what stands in the table, or is made of it."""

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
            if self.acc and self.out.unsaid and 0 <= piece.start - self.verb_end <= ADJECTIVE:
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


_BEFORE = ("최근", "직전", "과거", "지난", "이전", "앞선", "기존", "직근", "근래")


def _year_of(part: list[Alternative]) -> int:
    """The year of a plain past result, 0 for anything else."""
    node = part[0].node if part else None
    return node.year or 0 if isinstance(node, Past) and node.kind == "actual" else 0
