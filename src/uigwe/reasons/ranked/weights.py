"""What each feature weighs: learned from the labelled reasons of `corpus/reasons` by `./run learn`, never written by hand.

`weights.bin`: one line of JSON (`count`, and `from`, the digest of what it was learned from), then `count` keys of four bytes, the lowest byte first,
then `count` weights of one byte with a sign. A key is the CRC-32 of a feature; what has no key weighs nothing. `SCALE` of a weight is one
natural unit of the logarithm of the odds.
"""

import json
import struct
from dataclasses import dataclass
from functools import cache
from importlib import resources
from zlib import crc32

SCALE = 32
LIMIT = 127
FILE = "weights.bin"


@dataclass(frozen=True)
class Weights:
    """Weights by key. `learned_from`: the digest of the lines and of the code that they were learned with."""

    of: dict[int, int]
    learned_from: str


def key(feature: str) -> int:
    """What stands for a feature."""
    return crc32(feature.encode())


def packed(of: dict[int, int], learned_from: str) -> bytes:
    """Weights as they are kept."""
    keys = sorted(of)
    head = json.dumps({"count": len(keys), "from": learned_from}).encode() + b"\n"
    return head + struct.pack(f"<{len(keys)}I", *keys) + struct.pack(f"<{len(keys)}b", *(of[one] for one in keys))


def unpacked(kept: bytes) -> Weights:
    """Weights that were kept."""
    head, _, body = kept.partition(b"\n")
    said = json.loads(head)
    many = said["count"]
    keys, values = struct.unpack_from(f"<{many}I", body), struct.unpack_from(f"<{many}b", body, 4 * many)
    return Weights(dict(zip(keys, values, strict=True)), said["from"])


@cache
def learned() -> Weights:
    """The weights of this version."""
    return unpacked(resources.files(__package__).joinpath(FILE).read_bytes())
