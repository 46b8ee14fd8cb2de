"""Inflating by small steps: neither what goes in nor what comes out is ever more than a piece at a time."""

import zlib
from collections.abc import Generator

_TAKEN = 32 * 1024
_GIVEN = 256 * 1024


def inflated(packed: bytes | memoryview, bits: int = zlib.MAX_WBITS) -> Generator[bytes, None, bool]:
    """The contents in pieces; returns whether they ended where the packed bytes end. Raises `zlib.error`."""
    inflater = zlib.decompressobj(bits)
    for at in range(0, len(packed), _TAKEN):
        if inflater.eof:
            return False
        rest: bytes | memoryview = packed[at : at + _TAKEN]
        while not inflater.eof and (piece := inflater.decompress(rest, _GIVEN)):
            yield piece
            rest = inflater.unconsumed_tail
    return inflater.eof and not inflater.unused_data
