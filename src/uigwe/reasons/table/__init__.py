"""What a reason takes from the table of past results, told step by step: `2019~2022년 연도별 증가율 중 가장 낮은 것을 2022년 실적에 적용`.

A third way through a reason, for windows, statistics, growth and what is made of them. Korean puts what is done behind what it is
done with: values wait with the particle they carry until a word takes them. Nothing may be left over, and every word is either
one that calculates here, the name of something, or known to change nothing.
"""

from itertools import pairwise

from uigwe.formulas.tree import Node
from uigwe.reasons.account import bent, listed_only
from uigwe.reasons.exclusions import without
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.table.glosses import Glossed
from uigwe.reasons.table.idioms import plainly
from uigwe.reasons.table.taken import BASES, LISTING, StuckError, level_of, one_node
from uigwe.reasons.table.words import GROWN, LOOKED_AT, NAMING, QUIET, SPENT, UNDOES
from uigwe.reasons.tokens import Token, read_tokens


def tabled(laid: Laid, tokens: list[Token], known: Known) -> Made | None:
    """What a reason about past results comes to when every word of it has its part in it."""
    if any(after.start - one.end - len(one.tail) > _HOLE for one, after in pairwise(tokens)):
        return None
    plain = plainly(laid.part(tokens[0].start, tokens[-1].end + len(tokens[-1].tail)))
    tokens = without(read_tokens(plain.laid))
    if not tokens or known.year == 0:
        return None
    try:
        return Made(Table(plain, tokens, known).run())
    except StuckError:
        return None


# How many signs may stand between two tokens that belong together: a particle that one of them took.
_HOLE = 2


class Table(Glossed):
    """Goes through the tokens; a kind of token without a method ends the reading."""

    def run(self) -> Node:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            step = getattr(self, f"on_{token.kind}", None)
            if self.settled and token.kind not in ("ROUND", "number", "open", *GROWN):
                self.named.append(token.text)
            elif not self.waiting and token.kind in NAMING:
                self.named.append(token.text)
                self.label += token.text
            elif step is not None:
                step(token)
            elif token.kind not in QUIET:
                raise StuckError
            self.at += 1
        return self.whole()

    def whole(self) -> Node:
        if self.weighing:
            self.on_WEIGHTED(self.tokens[-1])
        if len(self.waiting) == 2 and self.deferred and not self.moved and self.waiting[-1].single:
            self.step(self.tokens[-1], 1, applied=True)
        if (
            len(self.waiting) == 1
            and (self.goes_on or self.against is not None)
            and self.waiting[0].kind in ("rate", "change")
        ):
            self.carry_on()
        if len(self.waiting) != 1 or self.repeats or self.annual or self.trim or self.prefix or self.yearly:
            raise StuckError
        found = level_of(self.waiting[0], self.known)
        if found.part in (*BASES, *LISTING[1:]):
            raise StuckError
        said = self.unspent()
        if found.kind != "level" or not self.steps or bent(said) or listed_only(said):
            raise StuckError
        if not self.moved and LOOKED_AT.search(said):
            raise StuckError
        return one_node(found, self.known)

    def unspent(self) -> str:
        """The reason without the words that the calculation took."""
        text = self.laid.text
        taken = [
            one
            for one in self.tokens
            if one.kind in SPENT or (one.kind in ("UP", "DOWN") and not UNDOES.match(text, one.end))
        ]
        spans = [*self.glossed, *((one.start, one.end) for one in taken)]
        spent = {at for start, end in spans for at in range(start, end)}
        return "".join("·" if at in spent else sign for at, sign in enumerate(text))
