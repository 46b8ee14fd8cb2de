"""What takes the value of a reading away, in the order in which it is asked. Each guard names the words that it finds, or none.

A guard is one function of what was said: to add one, write it in the room of what it knows, and a line here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, walk
from uigwe.reasons.account import of_missing
from uigwe.reasons.against import against
from uigwe.reasons.asserted import only_asserted
from uigwe.reasons.at_odds import at_odds
from uigwe.reasons.band_edges import edge_unsaid
from uigwe.reasons.constructs.guards import rate_left, unconverted
from uigwe.reasons.curtailed import curtailed, merely_considered, merely_told, only_in_view
from uigwe.reasons.decided.undecided import undecided
from uigwe.reasons.disclaimed import disclaimed
from uigwe.reasons.exclusions import without
from uigwe.reasons.gainsaid import share_of_shares
from uigwe.reasons.half_told import half_told
from uigwe.reasons.hedges import unsaid
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.left_open import hung, left_open, roughly, unmade
from uigwe.reasons.measures import scale_open
from uigwe.reasons.normal.corrected import uncorrected
from uigwe.reasons.normal.described.guards import disagrees
from uigwe.reasons.normal.geometric import plain_mean
from uigwe.reasons.normal.guards import unanswered
from uigwe.reasons.normal.later import already
from uigwe.reasons.normal.middled import no_middle
from uigwe.reasons.normal.misprinted import misprinted
from uigwe.reasons.normal.sigma import other_years
from uigwe.reasons.objects import of_another_base, of_another_step
from uigwe.reasons.other_bodies import of_other_bodies
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.repeats import contradicted, step_behind
from uigwe.reasons.rounding import unrounded
from uigwe.reasons.said_twice import printed_otherwise
from uigwe.reasons.stated import judged
from uigwe.reasons.tokens import read_tokens
from uigwe.reasons.uncounted import uncounted
from uigwe.values import plain


@dataclass(frozen=True, slots=True)
class Said:
    """What was read, beside the words it was made of. `proven`: it is the outcome that the printed figures come to."""

    laid: Laid
    node: Node
    known: Known
    proven: bool = False

    @property
    def text(self) -> str:
        """The words without blanks."""
        return self.laid.text


Guard = Callable[[Said], str]


def _judged_level(said: Said) -> str:
    """A level that is set behind something taken into account, and follows from nothing."""
    return plain(said.node.value) if isinstance(said.node, Number) and judged(said.text) and not said.proven else ""


# What a level as it stands cannot have been.
_DIVIDES = pattern_of(r"(?:나누|나눈|쪼개|쪼갠|등분|안분|곱)(?:어|고|하여|한|해|기|은|으)?(?=[가-힣\d,.]|$)(?!.*=)")
_OF_IT = pattern_of(r"(?:^|[ ,.])(?:[그이]의?|그 ?[값수평][가-힣]?의) ?\d[\d.,]*%(?!p)")


def _made_of(said: Said) -> str:
    """What is made of something, where the reading is a bare level."""
    found = _DIVIDES.search(said.text) or _OF_IT.search(said.laid.spaced()) if isinstance(said.node, Number) else None
    return found[0] if found else ""


_OF_ALL = pattern_of(r"\d[가-힣]{1,3}(?:중|가운데)(?:에서)?(?:약)?(?P<share>\d{3,}(?:\.\d+)?)%")


def _more_than_all(said: Said) -> str:
    """`250개 중 120%`: no part of a whole."""
    found = _OF_ALL.search(said.text)
    return found[0] if found and Decimal(found["share"]) > _WHOLE else ""


_WHOLE = Decimal(100)
_SET_TWICE = pattern_of(
    rf"(?P<one>{NUMERAL})[가-힣%]{{0,4}}(?:으로|로)(?:설정|정함|정하|산정|책정|잡음)[가-힣]*\.(?:이에따라|따라서|이에)목표(?:치)?(?:를|는)(?P<other>{NUMERAL})"
)


def _set_twice(said: Said) -> str:
    """`… 84.4점으로 정함. 이에 따라 목표를 110.6로 설정함`: two targets."""
    found = _SET_TWICE.search(said.text)
    return found["other"] if found and found["one"] != found["other"] else ""


# Asked of the words in which a reading was made: nobody sets it, it is a step of something else, a word of it has no part.
OF_ITS_WORDS: tuple[Guard, ...] = (
    lambda said: unsaid(said.text),
    lambda said: of_missing(said.text),
    lambda said: scale_open(without(read_tokens(said.laid)), said.known),
    lambda said: merely_told(said.text),
    lambda said: merely_considered(said.text, said.node),
    lambda said: curtailed(said.text, said.node),
    lambda said: of_other_bodies(said.text, said.node),
    lambda said: contradicted(said.text, said.node, said.known),
    lambda said: step_behind(said.text, said.node),
    lambda said: only_asserted(said.text, said.node),
    lambda said: uncounted(said.laid, said.node),
    lambda said: unconverted(said.text, said.node),
    lambda said: rate_left(said.text, said.node),
    lambda said: unanswered(said.text, said.node, said.known),
)
# Asked of the reason with all that stands beside what sets it.
OF_THE_REST: tuple[Guard, ...] = (
    _judged_level,
    _made_of,
    lambda said: unrounded(said.text, said.node),
)
# Asked of the whole reason as it is printed, whichever way it was read and whatever was left away for it.
OF_IT_ALL: tuple[Guard, ...] = (
    lambda said: unsaid(said.text),
    lambda said: curtailed(said.text, said.node),
    lambda said: left_open(said.text),
    lambda said: only_in_view(said.text, said.node),
    lambda said: already(said.text, said.known.year) if any(isinstance(one, Infix) for one in walk(said.node)) else "",
    lambda said: unmade(said.text, said.node),
    lambda said: of_another_base(said.text, said.node),
    lambda said: of_another_step(said.text, said.node),
    lambda said: share_of_shares(said.text, said.node),
    _set_twice,
    lambda said: unrounded(said.text, said.node),
    _more_than_all,
    lambda said: printed_otherwise(said.text, said.node, said.known),
    lambda said: no_middle(said.text),
)
# Asked of the source, with all that gave way before it was read.
OF_THE_SOURCE: tuple[Guard, ...] = (
    lambda said: undecided(said.text, said.node, said.known),
    lambda said: hung(said.text),
    lambda said: other_years(said.text, said.node),
    lambda said: disagrees(said.text, said.node, said.known.year),
    lambda said: plain_mean(said.text, said.node),
    lambda said: misprinted(said.text, said.node, said.known),
    lambda said: unrounded(said.text, said.node),
    lambda said: roughly(said.text, said.node),
    lambda said: edge_unsaid(said.text, said.node),
    lambda said: half_told(said.text, said.node),
    lambda said: against(said.text, said.node, said.known),
    lambda said: uncorrected(said.text),
    lambda said: at_odds(said.text, said.node, said.known),
    lambda said: disclaimed(said.text, said.node, said.known),
)


def doubt(guards: tuple[Guard, ...], said: Said) -> str:
    """The words that the first of these guards finds; empty when there are none."""
    return next((word for guard in guards if (word := guard(said))), "")
