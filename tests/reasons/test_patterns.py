"""Patterns are asked only of texts that hold the words they need: that must never hide a match."""

import gc
import json
import random
import re
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]

import uigwe.audit  # noqa: F401  its patterns and those of the reasons are what is tried
from tests.every import every, in_two, part
from uigwe.reasons.laid import lay_out
from uigwe.reasons.patterns import needs, pattern_of

SOME = 2  # lines of each batch
PATTERNS = sorted(
    {
        (one.pattern, one.shape, tuple(one.slots.items()))
        for one in gc.get_objects()
        if type(one).__name__ == "_Pattern"
    },
    key=lambda one: one[0],
)


@every(
    [
        ("균등", [("균등",)]),
        ("(?:균등|고르게)(?:하게)?배분", [("고르게", "균등"), ("배분",)]),
        ("균등|고르게", [("고르게", "균등")]),
        ("(?:균등|고르|)배분", [("배분",)]),
        ("(?P<how>균등)*배분", [("배분",)]),
        ("(?:균등){1,2}배분", [("균등",), ("배분",)]),
        ("(?:균등){0,2}배분", [("배분",)]),
        ("균등?하게", [("하게",), ("균",)]),
        ("균등+하게", [("균등",), ("하게",)]),
        (r"균\.등[은는]하게", [("균.등",), ("하게",)]),
        (r"균등\d하게", [("균등",), ("하게",)]),
        ("(?<!균)등(?!하)게(?=배)", [("게",), ("등",), ("배",)]),
        ("(?:균|고(?:른|르게))배|", []),
        ("(?:균|고(?:른|르게))배", [("배",), ("고", "균", "르게", "른")]),
        ("{what:base}배분", [("배분",), ("실적", "평균")]),
        ("(?:{what:base})?배분", [("배분",)]),
        ("가(?:나|다)|라(?:나|다)", [("가", "라"), ("나", "다")]),
        (r"\d{2}.*", []),
        ("(?i:a)b", []),
        ("(?P<a>가)(?P=a)", []),
    ],
)
def test_what_a_pattern_needs_is_read_off_it(pattern, needed):
    found = [tuple(sorted(need)) for need in needs(pattern, {"base": r"(?:평균|실적)\d"})]
    assert all(any(set(need) <= set(known) for known in needed) for need in found), found
    assert len(found) == len(needed)


def test_a_pattern_does_what_re_does():
    ours, plain = pattern_of("(균등|고르게)하"), re.compile("(균등|고르게)하")
    for text in ("", "전년 실적", "고르게하고균등하게", "균등", "고르게하고균등하게"):
        for asked in (ours, pattern_of("(균등|고르게)하")):
            assert [one.span() for one in asked.finditer(text)] == [one.span() for one in plain.finditer(text)]
            assert asked.findall(text) == plain.findall(text)
            assert asked.split(text) == plain.split(text)
            assert asked.sub("-", text) == plain.sub("-", text)
            for way in ("search", "match", "fullmatch"):
                one, other = getattr(asked, way)(text, 0, 9), getattr(plain, way)(text, 0, 9)
                assert (one and one.span()) == (other and other.span())


def made(signs, pick, beside):
    """A text that a parsed pattern matches; what it looks for around itself goes to `beside`."""
    return "".join(_made(kind, value, pick, beside) for kind, value in signs)


def _made(kind, value, pick, beside):
    match str(kind):
        case "LITERAL":
            return chr(value)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, signs = value
            return "".join(made(signs, pick, beside) for _ in range(pick.randint(least, min(int(most), least + 1))))
        case "BRANCH":
            return made(pick.choice(value[1]), pick, beside)
        case "SUBPATTERN":
            return made(value[3], pick, beside)
        case "GROUPREF_EXISTS":
            return made(value[1], pick, beside)
        case "ASSERT":
            beside.append(made(value[1], pick, beside))
            return ""
        case "ASSERT_NOT" | "AT" | "GROUPREF":
            return ""
        case "IN":
            one = pick.choice(value)
            return {"LITERAL": lambda: chr(one[1]), "RANGE": lambda: chr(one[1][0])}.get(str(one[0]), lambda: "0")()
        case "ANY" | "NOT_LITERAL":
            return " "
        case other:
            raise AssertionError(f"not known here: {other}")


@in_two
def test_what_a_pattern_makes_holds_what_it_needs(share):
    pick = random.Random(7)
    assert len(PATTERNS) > 500
    for pattern, shape, slots in part(share, PATTERNS, 4):
        needed = needs(shape, dict(slots))
        signs = list(parser.parse(pattern))
        for _ in range(8):
            beside: list[str] = []
            texts = [made(signs, pick, beside), *beside]
            lacking = [need for need in needed if not any(word in text for word in need for text in texts)]
            assert not lacking, (pattern, texts)


@in_two
def test_what_a_pattern_finds_holds_what_it_needs(share):
    lines = []
    for batch in sorted((Path(__file__).parent / "fresh").glob("*.jsonl")):
        known = [json.loads(line)["text"] for line in batch.read_text(encoding="utf-8").splitlines()]
        lines += random.Random(batch.name).sample(known, SOME)
    texts = [text for line in lines for text in (lay_out(line).text, lay_out(line).spaced())]
    for pattern, shape, slots in part(share, PATTERNS, 4):
        needed, compiled = needs(shape, dict(slots)), re.compile(pattern)
        for text in texts:
            lacking = [need for need in needed if not any(word in text for word in need)]
            assert not lacking or not compiled.search(text), (pattern, text)
