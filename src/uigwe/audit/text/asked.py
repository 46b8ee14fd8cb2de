"""Whom a survey asks: how many, drawn in which way, and on what scale they answer.

This module is the grammar of such phrases.
"""

from uigwe.reasons.patterns import pattern_of

_SIZE = pattern_of(
    r"\d[\d,]*\s*여?\s*(?:개|명|건|인|곳|가구|업체|부)|표본\s?(?:수|크기)\s*[:：]?\s*\d|전수|모든|모두|전체|전원|전\s?(?:기업|참여|수혜|이용)"
)
_SCALE = pattern_of(r"\d\s*점\s*(?:척도|만점|기준)|척도|리커트|환산|지수")
_SAMPLED = pattern_of(r"표본\s?조사")
_DRAWN = pattern_of(r"무작위|층화|할당|추출|신뢰\s?수준|표본\s?오차")
_MEASURED = pattern_of(r"표본|척도|만점|전수|모집단|응답")


def tells_of_survey(text: str) -> bool:
    """Whether a text tells something of who answers and how."""
    return bool(_MEASURED.search(text))


def is_sample_untold(text: str) -> bool:
    """Whether a text says that a sample is asked, and neither how large it is nor how it is drawn."""
    return bool(_SAMPLED.search(text)) and not _SIZE.search(text) and not _DRAWN.search(text)


def is_scale_untold(text: str) -> bool:
    """Whether a text says neither how many are asked nor on what scale they answer."""
    return not _SIZE.search(text) and not _SCALE.search(text)
