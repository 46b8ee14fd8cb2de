"""What a figure is about: the words before it, the name before a footnote's star, the unit in a name's bracket.

This module is the grammar of the words at which a subject begins and ends.
"""

from collections.abc import Sequence

from uigwe.audit.text.figures import Figure, Period, Token
from uigwe.audit.text.passages import Passage
from uigwe.plan import Claim
from uigwe.reasons.patterns import pattern_of
from uigwe.values import is_unit

_LONGEST = 40
_CUT = pattern_of(r"[,;/→⟶<>◦□ㅇ*※▪▸!?)）\]}+]|[.](?!\d)|\s-\s|(?:하고|하며|으며|이며|되고|되며|하여|통해|위해|따라)\s")
_UNIT_IN_NAME = pattern_of(r"[(（]\s*(?:단위\s*:?\s*)?([^()（）\d,]{1,6})\s*(?:,[^()（）]*)?[)）]\s*$")
_OPEN_END = pattern_of(r"[\s:,(（‘’'|]*(?:최대|최소|총|약|합계|전체|각각)?[\s:(（]*$")
_STARRED = pattern_of(r"(?<!\*)(?P<star>\*{1,4})(?!\*)")
_REMARK = pattern_of(r"[(（][^()（）]*[)）]\s*$")
_LEAD = pattern_of(r"^(?:[\s*※□ㅇ◦○▪▸∙•/)\-–]|[①-⑳➊-➓]|(?:도|은|는|이|가|을|를|의|와|과|및|등|로|으로)\s)+")
_TIME = pattern_of(r"^(?:[‘’'`´′]?\s?\d{2,4}\s?년?도?[~∼→\s]*)+(?:(?:기준|현재|말|중)\s)?\s*")
_PARTICLE = pattern_of(r"(?:은|는|이|가|을|를|의|도|에|로|으로|하여|하고|및|등|약|총|만)$")
_END = pattern_of(r"[\s:(（]*(?:(?:전년(?:도)?|전기|직전)\s?(?:대비|보다))?[\s:(（]*(?:약|총|합계)?\s*[:(（]?\s*$")


def subject_of(text: str, start: int, floor: int = 0) -> str:
    """What a figure at `start` is about: the words before it, back to the last stop or to `floor`."""
    unnamed = _REMARK.sub("", _END.sub("", text[floor:start])).rstrip(" :")
    cut = [match.end() for match in _CUT.finditer(unnamed) if match.end() < len(unnamed)]
    words = unnamed[cut[-1] :] if cut else unnamed
    words = _TIME.sub("", _LEAD.sub("", words)).strip(" :'’‘(（【】[]")
    words = " ".join(_OPEN_END.sub("", words).split())
    if len(words) > _LONGEST:
        words = words[-_LONGEST:].partition(" ")[2]
    return _PARTICLE.sub("", words).strip()


def subject_before(passage: Passage, start: int) -> str:
    """What a figure is about, whatever stands before the figure before it; a remark in brackets may come between."""
    floors = _floors(passage.text, passage.tokens, start)
    return next(filter(None, (subject_of(passage.text, start, floor) for floor in floors)), "")


def unit_before(text: str, start: int) -> str:
    """The unit that a name before a figure carries in its bracket: `수출액(억달러) : `."""
    match = _UNIT_IN_NAME.search(_END.sub("", text[:start]))
    unit = match[1].replace(" ", "") if match else ""
    return unit if is_unit(unit) or "/" in unit else ""


def starred(main: Passage, note: Passage) -> str:
    """What the sentence says before the star that leads to a footnote."""
    for match in _STARRED.finditer(main.text):
        if match["star"] == note.mark:
            return subject_of(main.text, match.start())
    return ""


def claim_of(passage: Passage, figure: Figure, role: str, subject: str, period: str = "", unit: str = "") -> Claim:
    """A figure of a passage as a claim of no statement yet."""
    place = passage.place_at(figure.start)
    return Claim(0, subject, role, period, figure.written, figure.value, figure.unit or unit, place)


def _floors(text: str, found: Sequence[Token], start: int) -> tuple[int, ...]:
    """Where the last figure or time before a figure ends, and the one before where that one is a remark in brackets."""
    before = [
        token for token in found if token.end <= start and not (isinstance(token, Figure) and _in_word(text, token))
    ]
    ends = [0, 0, *(token.end for token in before)]
    if before and isinstance(before[-1], Period) and before[-1].bracketed:
        return ends[-1], ends[-2]
    return (ends[-1],)


def _in_word(text: str, figure: Figure) -> bool:
    """`3D` and `코로나19` are words, not figures."""
    before, after = text[max(0, figure.start - 1) : figure.start], text[figure.end : figure.end + 1]
    return not figure.unit and (before.isalpha() or after.isalpha())
