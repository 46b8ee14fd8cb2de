"""How many pixels a picture says it has, by its first bytes: a small file may claim to be larger than any memory."""

import struct

from uigwe.files.refused import Refused

PIXELS = 80_000_000
_SOF = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def check_picture(first: bytes, name: str) -> None:
    """Raises `Refused("picture-too-large")` for a PNG, GIF, BMP or JPEG with too many pixels."""
    width, height = _size(first)
    if width * height > PIXELS:
        raise Refused(
            "picture-too-large",
            {"member": name, "megapixels": width * height // 1_000_000, "limit": PIXELS // 1_000_000},
        )


def _size(first: bytes) -> tuple[int, int]:
    if first.startswith(b"\x89PNG\r\n\x1a\n") and len(first) >= 24:
        return struct.unpack_from(">2I", first, 16)
    if first.startswith((b"GIF87a", b"GIF89a")) and len(first) >= 10:
        return struct.unpack_from("<2H", first, 6)
    if first.startswith(b"BM") and len(first) >= 26 and first[6:10] == bytes(4):
        width, height = struct.unpack_from("<2i", first, 18)
        return abs(width), abs(height)
    if first.startswith(b"\xff\xd8\xff"):
        return _jpeg(first)
    return 0, 0


def _jpeg(first: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(first) and first[at] == 0xFF:
        mark, length = first[at + 1], int.from_bytes(first[at + 2 : at + 4], "big")
        if mark in _SOF:
            height, width = struct.unpack_from(">2H", first, at + 5)
            return width, height
        at += 2 + max(2, length)
    return 0, 0
