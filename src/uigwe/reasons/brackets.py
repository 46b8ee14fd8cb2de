"""Brackets that stand by themselves: a calculation, a list of results, a repetition, a remark."""

from dataclasses import replace

from uigwe.reasons.cursor import STATISTICS, VERBS, WINDOWS
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import Piece
from uigwe.reasons.tokens import Token
from uigwe.reasons.words import OF_OTHERS
from uigwe.reasons.years import Years

# What is told of the past, beside which figures are remarks.
_PAST = pattern_of(r"(?:둔화|정체|추세|감소세|증가세|하락세|상승세|악화|급증|급감|침체|부진|위축|심화|변동|편차)")


class Brackets(Years):
    """Reads a bracket that does not merely name the starting point before it."""

    depth = 0

    def on_open(self, token: Token) -> None:
        """The first way that fits the bracket."""
        inner = self.inside(self.at)
        ways = (
            self.remark,
            self.later_goal,
            self.results,
            self.calculation,
            self.description,
            self.aside,
            self.further,
            self.repeated,
        )
        for way in (*ways, self.verb_before, self.single, self.words):
            if way(token, inner):
                return

    def remark(self, token: Token, inner: list[Token]) -> bool:
        """`둔화(’23년 △0.3%p)`, `증가(연 1.2%)에도`: figures beside a word that tells what happened."""
        before = self.peek(-1)
        amounts = _amounts(inner)
        if before is None or before.kind not in ("other", *VERBS) or len(amounts) != 1:
            return False
        behind = self.look(self.at + len(inner) + 1)
        dated = any(one.kind in ("year", "last") for one in inner) and bool(_signs(inner) or amounts[0].unit == "%p")
        conceded = behind is not None and behind.tail in ("에도", "에") and before.kind in VERBS
        if not (dated and before.kind == "other" and _PAST.search(before.text)) and not conceded:
            return False
        end = behind.end if behind is not None else amounts[0].end
        self.found.append(Piece("remark", token.start, end))
        self.skip_bracket()
        return True

    def later_goal(self, token: Token, inner: list[Token]) -> bool:
        """`(~’27년 100건)`: what is to be reached by a year to come."""
        ahead = [
            one
            for one in inner
            if (one.kind == "until" and one.years >= (self.known.year,))
            or (one.kind == "year" and one.years > (self.known.year,))
        ]
        amounts = _amounts(inner)
        if not ahead or not ahead[0].years or len(amounts) != 1 or _signs(inner):
            return False
        self.found.append(Piece("goal", token.start, amounts[0].end, amount=amounts[0].amount, goal=ahead[0].years[0]))
        self.skip_bracket()
        return True

    def results(self, token: Token, inner: list[Token]) -> bool:
        """`(’21: 397, ’22: 546)`: results of single years."""
        if not self.listing(inner):
            return False
        self.quote(inner)
        self.hang(self.skip_bracket())
        return True

    def calculation(self, token: Token, inner: list[Token]) -> bool:
        """A bracket of arithmetic, or the arguments of a function."""
        last = self.last()
        opens = last is None or last.kind in ("open", "func") or (last.kind == "op" and last.label != "=")
        kinds = {one.kind for one in inner}
        behind = self.look(self.at + len(inner) + 2)
        # `(최근 3년 평균 817건) × 103%`
        goes_on = behind is not None and behind.kind == "op" and kinds & set(WINDOWS) and kinds & STATISTICS
        if (last is not None and last.kind == "func") or ((_signs(inner) or goes_on) and opens):
            self.depth += 1
            self.add("open", token)
            return True
        return bool(_signs(inner)) and len(_amounts(inner)) > 1 and self.only_amounts()

    def description(self, token: Token, inner: list[Token]) -> bool:
        """`81.7점(최근 3년 평균)`: what the amount before is."""
        last = self.last()
        kinds = {one.kind for one in inner}
        if last is None or last.kind != "amount" or not kinds & STATISTICS or not kinds & set(WINDOWS):
            return False
        self.describe(inner)
        return True

    def aside(self, token: Token, inner: list[Token]) -> bool:
        """Arithmetic beside the sentence, which only repeats it."""
        signs, amounts = _signs(inner), _amounts(inner)
        if not signs or not amounts or (len(amounts) == 1 and signs[0].text in "+-"):
            return False
        end = inner[-1].end if _is_arithmetic(inner) else token.end
        self.found.append(Piece("aside", token.start, end, text="".join(one.text for one in inner)))
        self.hang(self.skip_bracket())
        return True

    def further(self, token: Token, inner: list[Token]) -> bool:
        """`감축(예산 5% 삭감 반영)`: a change behind a verb, of something else, or one that nobody puts in its place."""
        before, amounts = self.peek(-1), _amounts(inner)
        if before is None or before.kind not in VERBS or not amounts or not any(one.kind in VERBS for one in inner):
            return False
        text = "".join(one.text for one in inner)
        of_others = any(word in text for word in OF_OTHERS) and any(one.kind in ("APPLY", "CONSIDER") for one in inner)
        self.found.append(Piece("remark" if of_others else "unread", token.start, inner[-1].end, text=text))
        self.hang(self.skip_bracket())
        return True

    def repeated(self, token: Token, inner: list[Token]) -> bool:
        """`5.0%(0.6%p)`, `33개사(14%)`: the same again in another unit."""
        amounts, before, last = _amounts(inner), self.peek(-1), self.last()
        if len(amounts) != 1 or before is None or before.kind not in ("number", "times"):
            return False
        pending = last is not None and last.kind == "amount" and "change" in last.flags
        if (_signs(inner) or self.changes_inside(inner)) and not pending:
            return False
        self.found.append(Piece("same", amounts[0].start, amounts[0].end, amount=amounts[0].amount))
        link = self.skip_bracket()
        if link and len(self.found) > 1:
            self.found[-2] = replace(self.found[-2], link=link)
        return True

    def verb_before(self, token: Token, inner: list[Token]) -> bool:
        """`상향(3%)`."""
        amounts, before = _amounts(inner), self.peek(-1)
        if len(amounts) != 1 or before is None or before.kind not in VERBS or self.changes_inside(inner):
            return False
        self.after_verb(inner, amounts[0])
        return True

    def single(self, token: Token, inner: list[Token]) -> bool:
        """`최고목표(13.4)`: an amount that only stands in brackets."""
        amounts = _amounts(inner)
        if len(amounts) != 1 or _signs(inner) or self.changes_inside(inner):
            return False
        flags = frozenset(["change"]) if self.changes_behind(self.at) else frozenset()
        self.add("amount", amounts[0], amount=amounts[0].amount, flags=flags)
        self.found[-1] = replace(self.found[-1], link=self.skip_bracket())
        return True

    def words(self, token: Token, inner: list[Token]) -> bool:
        """Words without an amount; how to round and which way is better may stand there."""
        if _amounts(inner) or any(one.kind in WINDOWS for one in inner):
            return False
        before = self.peek(-1)
        if (
            len(inner) == 1
            and inner[0].kind == "year"
            and before is not None
            and before.text.endswith(("기준연도", "기준년도", "기준년", "기준", "이전", "당시"))
        ):
            end = self.at + 2
            self.past(
                replace(inner[0], tail=self.tokens[end].tail if end < len(self.tokens) else ""), inner[0].years[0]
            )
            self.at = max(self.at, end + 1)
            return True
        for one in inner:
            if one.kind == "ROUND":
                self.add("round", one)
            elif one.kind in ("ONGOAL", "UPGOAL"):
                self.add("downward" if one.kind == "ONGOAL" else "upward", one)
        self.hang(self.skip_bracket())
        return True

    def only_amounts(self) -> bool:
        """Whether nothing but one plain amount was read so far: the bracket behind it is how it comes about."""
        kinds = [piece.kind for piece in self.found]
        return kinds == ["amount"] and not self.found[0].flags - {"whole"}

    def after_verb(self, inner: list[Token], token: Token) -> None:
        """`상향(3%)`: the amount of a change in a bracket behind its verb."""
        last = self.last()
        if last is not None and last.kind == "verb" and not self.pending():
            self.found.insert(
                len(self.found) - 1,
                Piece("amount", token.start, token.end, amount=token.amount, flags=frozenset(["change"])),
            )
        else:
            own = token.unit == self.known.unit and bool(token.unit) and last is not None and last.kind == "verb"
            flags = frozenset(["outcome"]) if own else frozenset()
            self.found.append(Piece("same", token.start, token.end, amount=token.amount, flags=flags))
        self.skip_bracket()

    def pending(self) -> bool:
        """Whether the verb just read already has its amount."""
        before = self.found[-2] if len(self.found) > 1 else None
        return before is not None and before.kind in ("amount", "rate") and "change" in before.flags

    def listing(self, inner: list[Token]) -> bool:
        """A list of years with a number each: `’20: 78, ’21: 82.5`."""
        parts = [token for token in inner if token.kind in ("year", "number")]
        return len(parts) >= 4 and all(token.kind == ("number" if at % 2 else "year") for at, token in enumerate(parts))

    def quote(self, inner: list[Token]) -> None:
        year = 0
        for token in inner:
            if token.kind == "year" and token.years:
                year = token.years[0]
            elif token.kind == "number" and year and token.amount is not None:
                self.found.append(Piece("quoted", token.start, token.end, amount=token.amount, years=(year,)))
                year = 0

    def describe(self, inner: list[Token]) -> None:
        """`81.7점(최근 3년 평균)`: the bracket says what the amount is."""
        said = self.found.pop()
        self.at += 1
        window = next(index for index, one in enumerate(inner) if one.kind in WINDOWS)
        self.at += window
        before = len(self.found)
        self.on_window(self.tokens[self.at])
        while self.at < len(self.tokens) and self.tokens[self.at].kind != "close":
            self.at += 1
        link = self.tokens[self.at].tail if self.at < len(self.tokens) else ""
        self.at += 1
        if len(self.found) > before and self.found[before].kind == "operand":
            self.found[before] = replace(
                self.found[before], named=said.amount, link=link or said.link, start=said.start
            )
        else:
            self.found[before:] = [replace(said, link=link or said.link)]

    def on_close(self, token: Token) -> None:
        if self.depth:
            self.depth -= 1
            self.add("close", token, link=token.tail)
        else:
            self.hang(token.tail)


def _is_arithmetic(inner: list[Token]) -> bool:
    return all(one.kind in ("number", "op", "open", "close", "arrow") for one in inner)


def _amounts(inner: list[Token]) -> list[Token]:
    return [one for one in inner if one.kind == "number"]


def _signs(inner: list[Token]) -> list[Token]:
    return [one for one in inner if one.kind == "op"]
