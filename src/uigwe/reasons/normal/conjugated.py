"""The forms of a verb: what stands before a noun, is made a noun, goes on or is past, made of its stem; and the endings that set or will."""

from dataclasses import dataclass
from functools import cache

_GA, _FINALS, _N, _L, _LM, _M, _SS = ord("가"), 28, 4, 8, 10, 16, 20


@dataclass(frozen=True, slots=True)
class Forms:
    """A verb by its forms: the bare stem, before a noun, as a noun, going on, of the past."""

    stem: str
    before_noun: str
    noun: str
    going_on: str
    past: str


def forms(stem: str, going_on: str) -> Forms:
    """The forms of a verb, of its stem and the form in which it goes on: `높이`, `높여`."""
    final = (ord(stem[-1]) - _GA) % _FINALS
    past = _ending_in(going_on, _SS)
    if not final:
        return Forms(stem, _ending_in(stem, _N), _ending_in(stem, _M), going_on, past)
    if final == _L:
        return Forms(stem, _ending_in(stem, _N), _ending_in(stem, _LM), going_on, past)
    return Forms(stem, f"{stem}은", f"{stem}음", going_on, past)


def _ending_in(word: str, final: int) -> str:
    """A word with another final consonant."""
    place = ord(word[-1]) - _GA
    return word[:-1] + chr(_GA + place - place % _FINALS + final)


# What is willed, and how such a sentence ends.
WILLED = r"(?:도록|게끔|게)"
_ENDS = r"(?=$|[.,(])"
AIM = (
    r"(?:함|하였음|했음|하였다|했다|한다|할것(?:임)?|할계획(?:임)?|할예정(?:임)?|하고자함|하고자하였음|하기로함|하기로하였음|하는것으로함|하려함|"
    rf"하는것을목표로(?:함|하였음|설정|설정함|한다|삼음)?|하는것이목표(?:임)?|하는데목표를둠){_ENDS}"
)


def verbs(said: str) -> tuple[tuple[str, str], ...]:
    """Verbs as pairs of their stem and the form in which they go on, told one after the other."""
    words = said.split()
    return tuple(zip(words[::2], words[1::2], strict=True))


@cache
def form_of(of: tuple[tuple[str, str], ...], name: str) -> str:
    """This form of each of these verbs, the longer ones first."""
    said = {getattr(forms(*verb), name) for verb in of}
    if name == "stem":
        said |= {one[:-1] + _ending_in(one[-1], 0) for one in said if (ord(one[-1]) - _GA) % _FINALS == _L}
    return "|".join(sorted(said, key=lambda one: (-len(one), one)))


def closing(of: tuple[tuple[str, str], ...]) -> str:
    """A pattern for what these verbs say at the end of a sentence: that it is done, shall be, or is the aim."""
    stem = form_of(of, "stem")
    return (
        rf"(?:(?:{stem})(?:{WILLED}{AIM}|(?:고자|기로|려고|려)(?:함|하였음|했음|한다|하였다){_ENDS}|는(?:것|데)(?:을|에|이|으로)?(?:목표(?:로|를)?)?(?:함|둠|임|하였음|한다|삼음|설정함|설정)?{_ENDS})"
        rf"|(?:{form_of(of, 'noun')}){_ENDS}|(?:{form_of(of, 'past')})(?:음|다){_ENDS}|(?:{form_of(of, 'before_noun')})다{_ENDS})"
    )
