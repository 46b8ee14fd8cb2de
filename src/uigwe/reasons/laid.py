"""A reason laid out for reading: one spelling for each sign, no blanks, and where in the source each sign stood.

Spacing in printed plans is no evidence (`채널 진출`, `등으로3만양성`), so the grammar reads without it; it stays at hand as `gap`.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from uigwe.reasons.bearing import only_tells
from uigwe.reasons.patterns import pattern_of

_QUOTES = "‘’‛'′´`ʹʼ"
_SAME = {
    **dict.fromkeys(_QUOTES, "’"),
    **dict.fromkeys("∼～〜˜∽〰", "~"),
    **dict.fromkeys("−–—‐‑‒﹣", "-"),
    **dict.fromkeys("✕✖╳⨯", "×"),
    **dict.fromkeys("［【〔〈《{", "("),
    **dict.fromkeys("］】〕〉》}", ")"),
    **dict.fromkeys("[", "("),
    **dict.fromkeys("]", ")"),
    **dict.fromkeys("・ㆍ‧･•∙⋅", "·"),
    **dict.fromkeys("⇒➡➔⟶⇨►▶", "→"),
    **dict.fromkeys("，、", ","),
    **dict.fromkeys("△", "-"),
    **dict.fromkeys('“”„"「」『』', '"'),
    # A circled number only parts what is listed.
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩ⓐⓑⓒⓓⓔ㉠㉡㉢㉣", ","),
    "∑": "Σ",
    "≒": "=",
    "≈": "=",
    "﹪": "%",
    "㎡": "m",
    "㎢": "km",
    "㎥": "m",
}
_STARS = str.maketrans(dict.fromkeys("∗＊⁕✽✻⁎", "*"))
_DECIMAL = pattern_of(r"\d{1,3}\.\d")
_YEARLY = pattern_of(r"\([’'‘]?\d{2,4}년?\)")  # a list of yearly results: `* (’21) 2,900 → (’22) 3,000`
# What a star begins that is said and not multiplied with: `… 110% * 최근 원자재 가격 급등으로 여건은 어려움`.
_REMARK = pattern_of(
    r"\s*(?=[^*×=+÷]{10})(?:[^*×=+÷\s]+\s)*?[^*×=+÷\s]+(?:을|를|이|가|로|은|는|도|한|된|에|여|해|어|서|며|나)\s[^*×=+÷]+"
)
_HEADED = pattern_of(r" [가-힣]{2,3}(?:방식|산식|근거|방법|내역|식) ?:")  # `- 산출방식 : …` behind what was said
_GLOSSES = pattern_of(r"— [가-힣]")  # a dash before what is only added: `2건 — 안전기준 1, 인증절차 1`
_RING = pattern_of(r"ㅇ(?=[ (])")  # a letter in the place of a ring that parts a list
_MARKED = pattern_of(r"[가-힣)]\*")  # a word with the mark of a note
_NOTE_BEHIND = pattern_of(r"\s\*+\s?[가-힣]")  # the note that a mark calls for
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


@dataclass(frozen=True, slots=True)
class Laid:
    """The signs of a reason, and for each the span of the source it came from; `gap[i]`: a blank stood before sign i."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gap: tuple[bool, ...]

    def signs(self, span: tuple[int, int]) -> tuple[int, int]:
        """The signs that a span of the source covers."""
        covered = [at for at in range(len(self.text)) if span[0] <= self.starts[at] and self.ends[at] <= span[1]]
        return (covered[0], covered[-1] + 1) if covered else (0, 0)

    def part(self, start: int, end: int) -> "Laid":
        """The signs from `start` up to `end` by themselves."""
        return Laid(self.text[start:end], self.starts[start:end], self.ends[start:end], self.gap[start:end])

    def spaced(self) -> str:
        """The signs with a blank wherever one stood."""
        return "".join(
            " " * (gap and at > 0) + sign for at, (sign, gap) in enumerate(zip(self.text, self.gap, strict=True))
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source of the signs from `start` up to `end`."""
        if not self.text or start >= end:
            return 0, 0
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=256)
def lay_out(source: str) -> Laid:
    """The source without blanks; one blank stays between two digits and between two Latin letters."""
    source = source.translate(_STARS)
    signs: list[tuple[str, int, int, bool]] = []
    blank = False
    for start, end in _letters(source):
        piece = unicodedata.normalize("NFKC", _SAME.get(source[start], source[start:end]))
        if _parts_sentences(source, start):
            piece = "."
        elif _GLOSSES.match(source, start) and source[:start].endswith(" "):
            piece = ","
        elif _RING.match(source, start) and not source[:start].strip():
            piece = " "
        if piece.isspace() or not piece:
            blank = True
            continue
        for sign in piece:
            sign = _SAME.get(sign, sign)
            if piece != source[start] and source[start] in "²³" and signs and not signs[-1][0].isalpha():
                # `1.04²` is no 1.042.
                signs.append(("^", start, end, False))
            if sign in _INVISIBLE or (sign == "*" and not _multiplies(source, start, end)):
                continue
            if blank and signs and (_would_merge(signs[-1][0], sign) or _lists(signs, source, start)):
                signs.append((" ", start, start, False))
            if not sign.isspace():
                signs.append((sign, start, end, blank or not signs))
                blank = False
    columns = tuple(zip(*signs, strict=True)) if signs else ((), (), (), ())
    return Laid("".join(columns[0]), columns[1], columns[2], columns[3])


def _parts_sentences(source: str, at: int) -> bool:
    """A dash, a ring or a reference mark between a finished sentence and the next: `… 설정함 - 예산은 …`."""
    before = source[:at].rstrip()
    if source[at] == "※" and before:
        return True
    if before and before != source[:at] and (source[at : at + 2] == "**" or _RING.match(source, at)):
        return True
    if source[at] == "*" and before and "\n" in source[len(before) : at] and source[at + 1 : at + 2] == " ":
        return True
    if before and before != source[:at] and source[at] in "-–" and _HEADED.match(source, at + 1):
        return True
    if source[at] not in "-–○ㅇ◦*" or source[at + 1 : at + 2] != " ":
        return False
    if source[at] in "○*" and before[-1:] == ")" and "가" <= source[at + 2 : at + 3] <= "힣":
        return True
    if before[-1:] == ")" and source[at] in "-–" and "가" <= source[at + 2 : at + 3] <= "힣":
        inner = before[before.rfind("(") :]
        return before != source[:at] and not any(sign.isdigit() for sign in inner)
    if source[at] == "*" and (
        _YEARLY.match(source, at + 2) or (source[at - 2 : at] == "  " and _said_behind(source, at))
    ):
        return True
    if source[at] == "*" and _SET.search(before) and before != source[:at]:
        return True
    if source[at] == "*" and _notes(source[at + 1 :], before):
        return True
    if source[at] == "*" and not ("가" <= source[at + 2 : at + 3] <= "힣" or source[at + 2 : at + 3] in ("∑", "Σ")):
        return False
    # The mark of a note that hangs on a step parts nothing: `값*에서 4%** 올려`.
    hangs = before == source[:at] and before.rstrip("*").endswith("%")
    if source[at] == "*" and (
        (_MARKED.search(before) and not hangs) or (before != source[:at] and _REMARK.fullmatch(source, at + 1))
    ):
        return True
    return before[-1:] in tuple("함임음됨정용출다") and before != source[:at]


def _notes(behind: str, before: str) -> bool:
    """Whether a star begins a note: what stands behind it bears on no calculation, and counts nothing that an amount is multiplied with."""
    remark = (
        only_tells(_BLANKS.sub("", behind.replace("△", "-")), _BLANKS.sub("", before))
        if _WORDED.search(behind)
        else None
    )
    if remark is None or not before:
        return False
    told = not remark.figures or (remark.certain and "원" not in behind)
    return told or not _FACTOR.search(before)


_WORDED = pattern_of(r"[가-힣)]\s*$")
_SET = pattern_of(r"(?:설정|산정|산출|책정|결정|[상하]향|[함임음됨])$")
_BLANKS = pattern_of(r"\s")
_FACTOR = pattern_of(r"(?:\d[가-힣%]{0,3}|[%)]|실적|평균|수|당|단가|금액|물량|인원|비용)$")


def _said_behind(source: str, at: int) -> bool:
    """Whether words without a sign of arithmetic stand behind a star that two blanks part from what stands before it."""
    return "가" <= source[at + 2 : at + 3] <= "힣" and not any(sign in source[at + 1 :] for sign in "×=+÷*")


def _letters(source: str) -> list[tuple[int, int]]:
    """Each letter with the marks that belong to it: a Hangul syllable may come as two or three separate letters."""
    found: list[tuple[int, int]] = []
    for at, sign in enumerate(source):
        if found and "\u1160" <= sign <= "\u11ff":
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _multiplies(source: str, start: int, end: int) -> bool:
    """Whether a star stands before a number or a bracket; otherwise, as two of them or with a note to its word, it marks a footnote."""
    ahead = source[end : end + 4].lstrip()[:1]
    hangs = "가" <= source[start - 1 : start] <= "힣" and source[end : end + 1] == " "
    twice = "*" in (source[start - 1 : start], source[end : end + 1])
    return (ahead.isdigit() or ahead == "(") and not twice and not (hangs and _NOTE_BEHIND.search(source, end))


def _lists(signs: list[tuple[str, int, int, bool]], source: str, at: int) -> bool:
    """Whether a blank behind a comma parts numbers: `780, 825` are two, `780,825` is one; so are `0.5, 0.7`."""
    before = "".join(sign for sign, *_ in signs[-2:])
    ahead = source[at : at + 4]
    whole = ahead[:3].isdigit() and not ahead[3:].isdigit()
    return before[-1:] == "," and before[:1].isdigit() and (whole or bool(_DECIMAL.match(source, at)))


def _would_merge(left: str, right: str) -> bool:
    return (left.isdigit() and right.isdigit()) or (
        left.isascii() and left.isalpha() and right.isascii() and right.isalpha()
    )
