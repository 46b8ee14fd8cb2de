"""Names and titles as they are compared: without blanks, brackets and endings; what a name is of, and what is said roughly."""

from uigwe.reasons.patterns import pattern_of

# A title is printed as a sentence on its own page and as a noun in tables: `제도를 개선한다`, `제도를 개선`.
_SENTENCE = pattern_of(r"(?<=[가-힣]{4})한다$")
# The object of that sentence's verb, as a title without spaces ends.
_OBJECT = pattern_of(r"(?<=[가-힣]{2})[을를](?=[가-힣]{2}$)")
_PART_OF = "내"
_ROUGH = ("약", "여", "내외", "이상", "이하", "미만")
TARGET_WORDS = ("목표", "목표치", "목표값")
QUOTE = r"[‘’'`´′]"
_NOISE = pattern_of(r"[\s·‧․・ㆍ･∙•.,’‘'“”\"「」｢｣()\[\]]+")
BRACKETS = pattern_of(r"\([^()]*\)|\[[^\[\]]*\]")


def squeezed(text: str) -> str:
    """A text without spaces, dots, quotes and brackets."""
    return _NOISE.sub("", text)


def without_brackets(text: str) -> str:
    """A name without what stands in its brackets, and without spaces and dots."""
    return squeezed(BRACKETS.sub("", text))


def without_ending(title: str) -> str:
    """A title without the ending that makes a sentence of it: `창업을확산한다` and `창업확산` are one title."""
    return _OBJECT.sub("", _SENTENCE.sub("", title))


def is_part_of(name: str, whole: str) -> bool:
    """Whether a programme's name says that it is a part of another: `생태계구축 내 거래공정화`. Both squeezed."""
    return name.startswith(whole + _PART_OF)


def is_rough(written: str) -> bool:
    """Whether the words say that a figure is rough."""
    return any(word in written for word in _ROUGH)


def target_of(subject: str) -> str:
    """What a figure is the target of: `만족도 목표` is `만족도`; empty when it is no target."""
    for word in sorted(TARGET_WORDS, key=len, reverse=True):
        if subject.rstrip().endswith(word):
            return subject.rstrip().removesuffix(word).strip()
    return ""


def is_about(subject: str, name: str) -> bool:
    """Whether the subject of a figure is this indicator's target or value: the name and a word for a target."""
    rest = squeezed(target_of(subject) or subject)
    return len(rest) >= 5 and rest == squeezed(name)
