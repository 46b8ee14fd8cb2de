"""PDF looked through before any parser: streams counted while they inflate, nothing that acts, nothing encrypted."""

import re
import zlib

from uigwe.files.inflating import inflated
from uigwe.files.pixels import PIXELS
from uigwe.files.refused import Refused

MEGABYTE = 1_000_000
_TOTAL = 96 * MEGABYTE
_ONE = 32 * MEGABYTE
_FILTERS = 3
_DEEPEST = 100
_OBJECTS = 500_000
_COLUMNS = 100_000
_PAGES = 5_000

_STREAM = re.compile(rb"stream\r?\n")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|SubmitForm|ImportData|XFA)(?![A-Za-z0-9])")
_NESTED = re.compile(rb"(?:(?:\[|<<(?:\s*/[A-Za-z0-9]{1,8})?)\s*){%d}" % _DEEPEST)
_NUMBER = {
    name: re.compile(rb"/" + name + rb"\s+(-?\d+)(?!\s+\d+\s+R)")
    for name in (b"Width", b"Height", b"Columns", b"Count")
}


def check_portable(data: bytes) -> None:
    """Raises `Refused`: `truncated`, `encrypted`, `macros`, `unpacks-too-large`, `picture-too-large`, `nested-too-deep`,
    `too-many-elements`, `broken-portable`."""
    if b"%%EOF" not in data[-2048:] or b"startxref" not in data[-2048:]:
        raise Refused("truncated")
    if data.count(b" obj") > _OBJECTS:
        raise Refused("too-many-elements", {"member": "", "limit": _OBJECTS})
    total = at = 0
    while True:
        found = _STREAM.search(data, at)
        _check_plain(data[at : found.start() if found else len(data)])
        if found is None:
            return
        end = data.find(b"endstream", found.end())
        if end < 0:
            raise Refused("truncated")
        head = data[max(at, data.rfind(b" obj", at, found.start())) : found.start()]
        total += _counted(_named(head), data, found.end(), end, _TOTAL - total)
        at = end + len(b"endstream")


def _named(plain: bytes) -> bytes:
    """Names without their escapes: `/J#53` is `/JS`."""
    if b"#" not in plain:
        return plain
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), plain)


def _check_plain(plain: bytes) -> None:
    plain = _named(plain)
    if b"/Encrypt" in plain:
        raise Refused("encrypted", {"member": ""})
    if found := _ACTIVE.search(plain):
        raise Refused("macros", {"member": found[1].decode()})
    if _NESTED.search(plain):
        raise Refused("nested-too-deep", {"member": "", "limit": _DEEPEST})
    if _largest(b"Columns", plain) > _COLUMNS or _largest(b"Count", plain) > _PAGES:
        raise Refused("broken-portable")
    width, height = _largest(b"Width", plain), _largest(b"Height", plain)
    if b"/Image" in plain and width * height > PIXELS and not _within(plain):
        raise Refused(
            "picture-too-large", {"member": "", "megapixels": width * height // 1_000_000, "limit": PIXELS // 1_000_000}
        )


def _within(plain: bytes) -> bool:
    """Whether each single picture is small enough, when the largest sides belong to different ones."""
    widths, heights = (_NUMBER[name].findall(plain) for name in (b"Width", b"Height"))
    return len(widths) == len(heights) and all(
        int(width) * int(height) <= PIXELS for width, height in zip(widths, heights, strict=True)
    )


def _largest(name: bytes, plain: bytes) -> int:
    return max((int(number[:12]) for number in _NUMBER[name].findall(plain)), default=0)


def _counted(head: bytes, data: bytes, start: int, end: int, room: int) -> int:
    """How much a stream inflates to; its objects are looked at when it holds objects."""
    filters = head.count(b"Decode") - head.count(b"/DecodeParms")
    if filters > _FILTERS or head.count(b"/FlateDecode") + head.count(b"/LZWDecode") > 1:
        raise Refused("broken-portable")
    if b"/FlateDecode" not in head or filters > 1:
        return end - start
    holds = b"/ObjStm" in head
    size, kept = 0, bytearray()
    try:
        for piece in inflated(memoryview(data)[start:end]):
            size += len(piece)
            if size > min(room, _ONE):
                raise Refused(
                    "unpacks-too-large",
                    {"member": "", "megabytes": size // MEGABYTE, "limit": min(room, _ONE) // MEGABYTE},
                )
            if holds:
                kept += piece
    except zlib.error:
        return size  # parsers forgive a damaged stream, and so do we: what it held so far was counted
    if kept:
        _check_plain(bytes(kept))
    return size
