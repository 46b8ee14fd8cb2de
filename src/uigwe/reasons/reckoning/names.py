"""Past results and names as they come along, and the particle by which what waits hangs on the next."""

from collections.abc import Sequence
from dataclasses import replace

from uigwe.reasons.compose import values_of
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import Piece, hung
from uigwe.reasons.terms import (
    LIST,
    OBJECT,
    Stuck,
    Term,
    Waiting,
)
from uigwe.reasons.tokens import Token

_CONNECTIVE = pattern_of(r"^[가-힣]{2,4}(?:하고|하며|하여|해서|되고|되며|되어)$|^(?:보아|보고|잡아|잡고|두고)$")
_ADNOMINAL = pattern_of(r"^(?!나머지|남은)[가-힣]{1,5}(?:하는|되는|받는|할|될|한|된|해당하는)$")
_CALCULATING = frozenset(["UP", "DOWN", "APPLY", "EVENLY", "ROUND", "ALONE", "last", "span", "range", "MEAN", "op"])
_BOTH = pattern_of(
    r"^(?:이|그)?(?P<count>두|세|네|둘|셋|양자|이들)(?:수|값|수치|건수|인원|물량|개소수|가지|항목|것|실적)?(?:를|을|의)$"
)
_WORD = 3
_COUNTS = {"두": 2, "둘": 2, "양자": 2, "세": 3, "셋": 3, "네": 4, "이들": 0}
_ALL = ("총", "모두", "전부", "합쳐", "도합", "합계")
_AMONG = ("중", "가운데", "중에서", "가운데서", "중에")


class Names(Waiting):
    """Takes in past results, names and the words that join."""

    def __init__(self, tokens: Sequence[Token], pieces: Sequence[Piece], known: Known) -> None:
        super().__init__(known)
        self.tokens = tokens
        apart = {"SD", "GROWN", "grown", "difference"}
        self.tabled = [
            piece
            for piece in pieces
            if piece.kind == "operand" and piece.nodes and not piece.rate and not piece.flags & apart
        ]
        self.at = 0
        self.balanced = False  # whether what was made is a weighted sum

    def ahead(self, count: int = 1) -> Token | None:
        return self.tokens[self.at + count] if self.at + count < len(self.tokens) else None

    def dates(self, piece: Piece) -> bool:
        """`전년 58.5%에서`: the year only dates the figure behind it, which counts something else."""
        after = next((one for one in self.tokens if one.start >= piece.end), None)
        if piece.named is not None or piece.link or "past" not in piece.flags or after is None or after.amount is None:
            return False
        return after.amount.unit not in (self.known.unit, "", "%p", "배")

    def table(self, piece: Piece) -> None:
        """A past result, or a statistic of some."""
        found = values_of(piece, self.known)
        if len(found) != 1 or any(note.id not in ("named-agrees", "named", "named-differs") for note in found[0].notes):
            raise Stuck
        while self.at < len(self.tokens) and self.tokens[self.at].start < piece.end:
            self.at += 1
        unit = self.known.unit
        node = found[0].node
        link = piece.link if piece.link != "인" else ""
        self.push(Term(node, "level" if unit == self.known.unit else unit, link, self.label, piece.start, piece.end))

    def word(self, token: Token) -> None:
        """A name, with the particle by which what waits hangs on the next."""
        link = token.tail or hung(token)
        text = token.text
        if token.kind == "other" and text in _AMONG:
            link, text = "중", ""
            if (
                self.waiting
                and not self.fresh
                and self.label in ("", "이", "그")
                and self.waiting[-1].part in (",", "")
            ):
                # `100만 톤 발생, 이 중 …`
                self.waiting[-1], self.label = replace(self.waiting[-1], part="중"), ""
                return
        if _ADNOMINAL.search(text) and not token.tail and self.comes_to(text):
            return
        if token.kind == "other" and self.takes_up(text):
            return
        self.summed = self.summed or text.startswith(_ALL)
        if self.fresh and self.waiting:
            if link:
                self.waiting[-1], self.fresh = replace(self.waiting[-1], part=link), False
                return
            if self.waiting[-1].made or token.kind != "other":
                return
        before = self.ahead(-1) if self.at else None
        if (
            before is not None
            and before.kind == "SAID"
            and self.waiting
            and text.startswith(("하고", "하며", "하여", "한뒤"))
        ):
            # `대상으로 선정하고`
            self.waiting[-1], self.label, self.fresh = replace(self.waiting[-1], part="", made=True), "", True
            return
        if token.kind == "other" and not token.tail and self.goes_on(text):
            return
        named = self.names.get(self.label + text.removesuffix(link) if link else "")
        if named is not None and link in (*OBJECT[:2], "로", "으로", "의", "에", "에서"):
            self.push(replace(named, part=link, label="", start=token.start, end=token.end))
            return
        # A topic (`수급률은`) belongs to no figure.
        self.label = "" if link in ("은", "는") and not self.waiting else self.label + text + token.tail

    def takes_up(self, text: str) -> bool:
        """`두 수를 합한`: what was told one by one, in clauses of its own."""
        before = self.ahead(-1) if self.at else None
        said = before.text if before is not None and before.kind == "other" and len(before.text) < _WORD else ""
        found = _BOTH.match(text) or _BOTH.match(said + text)
        if found is None or len(self.waiting) < 2 or _COUNTS[found["count"]] not in (0, len(self.waiting)):
            return False
        *first, top = self.waiting
        self.waiting = [*(replace(one, part="와", label="") for one in first), replace(top, part="를")]
        self.fresh, self.label = False, ""
        return True

    def comes_to(self, text: str) -> bool:
        """`75%를 처리하는 물량에`, `90%에 해당하는 수치`: the noun behind is what it comes to."""
        top = self.waiting[-1] if self.waiting else None
        parts = ("", "을", "를", "이", "가", "로", "으로", *(["에"] if text.startswith("해당") else []))
        if top is None or top.part not in parts or self.label or top.every:
            return False
        self.waiting[-1], self.fresh = replace(top, part="", made=True), True
        return True

    def goes_on(self, text: str) -> bool:
        """`35명 정원으로 운영하고`, `600건의 비율`: what waits is taken up by what follows, or is said to be a share."""
        top = self.waiting[-1] if self.waiting else None
        if top is None:
            return False
        if _CONNECTIVE.search(text) and top.part in ("로", "으로", "을", "를", "이", "가", "") and not self.label:
            self.waiting[-1] = replace(top, part="", made=True)
            return True
        if text.startswith(("비율", "백분율", "비중")) and self.known.percent and len(self.waiting) > 1:
            return self.shares()
        return False

    def shares(self) -> bool:
        """Whether what waits is a whole and its parts."""
        whole, *parts = self.waiting
        if whole.part not in ("중", "대비", "에서") or any(part.part not in LIST for part in parts[:-1]):
            return False
        self.waiting = [self.share_in(whole, parts)]
        return True

    def on_comma(self, token: Token) -> None:
        self.fresh = False
        if token.text == "." and self.waiting and self.tokens[self.at + 1 :]:
            raise Stuck
        if self.waiting and not self.waiting[-1].part:
            self.waiting[-1] = replace(self.waiting[-1], part=",")
        self.label = ""

    def on_per(self, token: Token) -> None:
        self.label += token.text

    def is_name(self) -> bool:
        """`65세 이상 인구`: a figure that says who is counted."""
        after, beyond = self.ahead(), self.ahead(2)
        aged = after is not None and after.kind == "other" and after.text.startswith("세")
        bound = after is not None and after.kind == "BOUND" and after.text in ("이상", "이하")
        return (aged or bound) and beyond is not None and beyond.kind in ("other", "BOUND")

    def on_BOUND(self, token: Token) -> None:
        """A bound is a part of a name, or nobody says what is done."""
        if not self.label:
            raise Stuck
        self.label += token.text

    def on_COMPARE(self, token: Token) -> None:
        after = self.ahead()
        if self.fresh and self.waiting and token.text.startswith("대비"):
            self.waiting[-1], self.fresh = replace(self.waiting[-1], part="대비"), False
        elif token.text == "대비" and not self.waiting:
            self.label += token.text
        elif (
            self.waiting and self.waiting[-1].part == "대비" and token.text.startswith(("을기준", "를기준", "기준으로"))
        ):
            # `…을 기준으로`: it hangs so already.
            self.fresh = False
        elif self.waiting and self.label.endswith("것") and token.text.startswith("을기준"):
            # `매월 12건을 처리하는 것을 기준으로`
            self.label = ""
        elif token.text.startswith("기준") and not self.fresh:
            # `누계 기준 목표는`, `누계 기준으로`: in what it is counted.
            self.label += "기준"
        elif self.fresh and self.waiting and token.text.startswith(("을기준", "를기준")) and self.moves_on():
            # `34,100톤을 기준으로 2,000톤을 빼고`
            self.waiting[-1], self.fresh = replace(self.waiting[-1], part="에서"), False
        elif self.fresh and self.waiting and after is not None and self.nothing_behind():
            # `5,096억원을 기준으로 함`: with what is there it is calculated.
            self.fresh = False
        else:
            raise Stuck

    def moves_on(self) -> bool:
        """Whether a figure with a verb of more or less follows."""
        rest = self.tokens[self.at + 1 :]
        return any(one.amount is not None for one in rest) and any(one.kind in ("UP", "DOWN") for one in rest)

    def nothing_behind(self) -> bool:
        """Whether nothing that calculates follows."""
        return not any(one.amount is not None or one.kind in _CALCULATING for one in self.tokens[self.at + 1 :])

    def on_SD(self, token: Token) -> None:
        """`표준편차 2.15`: the figure is printed."""
        after = self.ahead()
        if token.tail or after is None or after.kind != "number" or after.unit in ("%", "배"):
            raise Stuck
        self.label += token.text

    def on_AND(self, token: Token) -> None:
        if token.text not in ("및", "그리고") or not self.waiting:
            raise Stuck
        self.waiting[-1], self.fresh = replace(self.waiting[-1], part="와"), False

    def on_OVERALL(self, token: Token) -> None:
        self.label += token.text
