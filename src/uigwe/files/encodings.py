"""Bytes to text: UTF-8, UTF-16 with its mark, and the two Korean code pages, and saying which one it was."""

import codecs

from uigwe.files.refused import Refused

# Longest first: the UTF-16 marks are prefixes of nothing else that is accepted here.
_MARKED: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = ("utf-8", "euc-kr", "cp949")
# A text that decodes but holds more than this share of control characters is not a text.
_CONTROL_SHARE = 0.02


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of the encoding that was used. Raises `Refused` for zero bytes, unknown encodings and garbage."""
    for mark, name in _MARKED:
        if data.startswith(mark):
            return _checked(_strictly(data, name), name)
    if b"\x00" in data:
        raise Refused("zero-bytes", {"offset": data.index(b"\x00")})
    for name in _GUESSED:
        try:
            return _checked(data.decode(name), name)
        except UnicodeDecodeError:
            continue
    raise Refused("unknown-encoding", {"offset": _first_bad(data), "tried": list(_GUESSED)})


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Refused("unknown-encoding", {"offset": error.start, "tried": [name]}) from None


def _checked(text: str, name: str) -> tuple[str, str]:
    if "\x00" in text:
        raise Refused("zero-bytes", {"offset": text.index("\x00")})
    strange = sum(1 for sign in text if sign < " " and sign not in "\t\n\r\f\v")
    if strange > 8 and strange > len(text) * _CONTROL_SHARE:
        raise Refused("binary", {"share": round(strange * 100 / len(text))})
    return text, name


def _first_bad(data: bytes) -> int:
    try:
        data.decode("cp949")
    except UnicodeDecodeError as error:
        return error.start
    return 0
