"""Changes of a text that leave every line where it is: years, syllables, signs, words of table heads, noise of extraction."""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable

Words = Callable[[str], str]

# Syllables of many words.
_COMMON = "벤처스타트업글로벌혁신창업성장확산판로촉진역량강화환경규제협력소상공"
_HANGUL = range(0xAC00, 0xD7A4)
_SHORT_YEAR = re.compile(r"(?<=[‘’'`´′])(\s*)(\d{2})(?!\d)")
_LONG_YEAR = re.compile(r"(?<![\d,.])(20[0-4]\d)(?![\d,])")
_BARE_YEAR = re.compile(r"(?<![\d,.‘’'`´′])([12]\d)(?=년(?!간|차|제|도제|생))")


def later(years: int) -> Words:
    """Every year in a text, moved."""

    def moved(text: str) -> str:
        text = _SHORT_YEAR.sub(lambda match: f"{match[1]}{(int(match[2]) + years) % 100:02d}", text)
        text = _LONG_YEAR.sub(lambda match: str(int(match[1]) + years), text)
        return _BARE_YEAR.sub(lambda match: f"{int(match[1]) + years:02d}", text)

    return moved


def other_syllables(kept: Iterable[str], seed: int = 0) -> Words:
    """All syllables but the kept ones are exchanged for others, the same everywhere: another field, other names, other wordings."""
    own = {sign for text in kept for sign in text}
    table: dict[int, str] = {}

    def changed(text: str) -> str:
        for sign in text:
            if ord(sign) in _HANGUL and sign not in own and ord(sign) not in table:
                table[ord(sign)] = _stranger(sign, seed, own)
        return text.translate(table)

    return changed


def _stranger(sign: str, seed: int, kept: set[str]) -> str:
    """Another syllable with the same final, so that particles fit; every syllable has one of its own."""
    step = 28 * (211 + seed)
    at = ord(sign)
    while True:
        at = (at - _HANGUL.start + step) % len(_HANGUL) + _HANGUL.start
        if chr(at) not in kept:
            return chr(at)


def exchanged(pairs: dict[str, str]) -> Words:
    """Signs for other signs."""
    table = str.maketrans(pairs)
    return lambda text: text.translate(table)


def longer_words(kept: Iterable[str]) -> Words:
    """Some syllables become two, the same everywhere: names and titles of other lengths, cells broken elsewhere."""
    own = {sign for text in kept for sign in text}
    table = {ord(sign): "해" + sign for sign in _COMMON if sign not in own}
    return lambda text: text.translate(table)


def longer_dashes(text: str) -> str:
    """Longer dashes, but not in addresses."""
    return re.sub(r"(?<![0-9A-Za-z])-|-(?![0-9A-Za-z])|(?<=\d)-(?=\d)", "–", text)


def decomposed(text: str) -> str:
    """Syllables taken apart into their letters, as some systems store them."""
    return unicodedata.normalize("NFD", text)


def heads_in_other_words(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Whole lines, or ends of lines before the years, that hold a head's cell, with the other word for it."""
    for old, new in pairs:
        text = re.sub(rf"(?m)^(\s*){re.escape(old)}(\s*)$", rf"\g<1>{new}\g<2>", text)
    return text


def spread(text: str, seed: int = 0) -> str:
    """More empty lines between lines, as another extraction leaves them."""
    dice = random.Random(seed)
    return "\n".join(line + ("\n" if line and dice.random() < 0.1 else "") for line in text.split("\n"))


def doubled_spaces(text: str) -> str:
    """Two spaces for each between words."""
    return re.sub(r"(?<=\S) (?=\S)", "  ", text)


def split_lines(text: str, share: float, seed: int = 0) -> str:
    """Some lines broken at one of their spaces."""
    dice = random.Random(seed)
    lines: list[str] = []
    for line in text.split("\n"):
        places = [match.start() for match in re.finditer(r"(?<=\S) (?=\S)", line)]
        if len(places) > 3 and dice.random() < share:
            at = dice.choice(places)
            lines += [line[: at + 1], line[at + 1 :]]
        else:
            lines.append(line)
    return "\n".join(lines)


def joined_lines(text: str, share: float, seed: int = 0) -> str:
    """Some lines put together with the line before them."""
    dice = random.Random(seed)
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and line.strip() and lines[-1].strip() and not line.startswith(" ") and dice.random() < share:
            lines[-1] = f"{lines[-1].rstrip()} {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


_HEAD_YEARS = re.compile(r"(?m)((?:[‘’'`´′]\d{2}[ \t]*){3,})$")


def years_in_heads(form: str) -> Words:
    """Rows of years at the heads of tables written in another way: `20{yy}`, `’{yy}년`."""

    def changed(match: re.Match[str]) -> str:
        return " ".join(form.format(yy=year) for year in re.findall(r"\d{2}", match[1]))

    return lambda text: _HEAD_YEARS.sub(changed, text)


def years_below_each_other(text: str) -> str:
    """Rows of years at the heads of tables, each on a line of its own."""
    return _HEAD_YEARS.sub(lambda match: "\n" + "\n".join(match[1].split()), text)


def fed_pages(text: str) -> str:
    """Pages told by form feeds instead of a space at their first line."""
    lines = text.split("\n")
    for at in range(1, len(lines)):
        if lines[at].startswith(" ") and lines[at - 1].strip():
            lines[at] = "\f" + lines[at].lstrip()
    return "\n".join(lines)


def trimmed(text: str) -> str:
    """No space at either end of a line: where pages begin is not told any more."""
    return "\n".join(line.strip() for line in text.split("\n"))


def dense(text: str) -> str:
    """No empty lines."""
    return "\n".join(line for line in text.split("\n") if line.strip())
