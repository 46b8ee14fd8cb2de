"""Compound files (HWP 5 and the old office formats) looked through before any parser: chains that end, sizes that hold, no secrets."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.files.inflating import inflated
from uigwe.files.refused import Refused

MEGABYTE = 1_000_000
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HWP = b"HWP Document File"
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_LAST = 0xFFFFFFFA
_NONE = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_ENTRY = 128
_TOTAL = 64 * MEGABYTE
_ENTRIES = 4096
_PACKED, _PASSWORD, _DISTRIBUTED, _DRM = 0x1, 0x2, 0x4, 0x10
_MACROS = {"vba", "_vba_project_cur", "macros", "_vba_project"}
_SECRETS = {"encryptedpackage", "encryptioninfo"}


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    below: tuple[int, int, int]  # left, right, child
    start: int
    size: int


def check_compound(data: bytes) -> str:
    """`hwp` for a HWP 5 document that may be parsed, else the name of another old format; raises `Refused`.

    Reasons: `broken-compound` (with `what`), `encrypted`, `macros`, `unpacks-too-large`.
    """
    if not data.startswith(MAGIC):
        return "hwp3"
    file = _Compound(data)
    entries = file.entries()
    _check_tree(entries)
    names = {entry.name.casefold() for entry in entries if entry.kind in (_STORAGE, _STREAM)}
    if names & _SECRETS:
        raise Refused("encrypted", {"member": sorted(names & _SECRETS)[0]})
    if names & _MACROS:
        raise Refused("macros", {"member": sorted(names & _MACROS)[0]})
    header = next((entry for entry in entries if entry.name == "FileHeader" and entry.kind == _STREAM), None)
    if header is None:
        return next((kind for name, kind in _OTHERS if name in names), "ole")
    _check_streams(file, entries, _flags(file.stream(header, entries[0])))
    return "hwp"


_OTHERS = (("worddocument", "doc"), ("workbook", "xls"), ("book", "xls"), ("powerpoint document", "ppt"))


def _broken(what: str) -> Refused:
    return Refused("broken-compound", {"what": what})


def _flags(head: bytes) -> int:
    if not head.startswith(_HWP) or len(head) < 40:
        raise _broken("file-header")
    flags = int.from_bytes(head[36:40], "little")
    if flags & (_PASSWORD | _DISTRIBUTED | _DRM):
        raise Refused("encrypted", {"member": "FileHeader"})
    return flags


class _Compound:
    """The sectors of a compound file, with every chain followed no further than there are sectors."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        if len(data) < 512:
            raise _broken("cut-off")
        shift, small = struct.unpack_from("<2H", data, 30)
        if (shift, small) not in ((9, 6), (12, 6)):
            raise _broken("sector-size")
        self.size = 1 << shift
        self.count = (len(data) - self.size) // self.size + 1
        fats, self.directory = struct.unpack_from("<2I", data, 44)
        self.cutoff, self.small_fat, _, more, extra = struct.unpack_from("<5I", data, 56)
        if fats > self.count or extra > self.count or self.cutoff != 4096:
            raise _broken("counts")
        self.fat = self._fat(fats, more)
        self._small: tuple[int, ...] | None = None

    def sector(self, number: int) -> bytes:
        """The bytes of one sector."""
        at = (number + 1) * self.size
        if number > _LAST or at >= len(self.data):
            raise _broken("sector-outside")
        return self.data[at : at + self.size]

    def _fat(self, fats: int, more: int) -> tuple[int, ...]:
        numbers = list(struct.unpack_from("<109I", self.data, 76))
        seen = set()
        while more not in (_END, _FREE):
            if more in seen:
                raise _broken("loop")
            seen.add(more)
            found = self._whole(self.sector(more))
            numbers += found[:-1]
            more = found[-1]
        used = [number for number in numbers if number != _FREE]
        if len(used) != fats or len(set(used)) != len(used):
            raise _broken("counts")
        return tuple(link for number in used for link in self._whole(self.sector(number)))

    def _whole(self, sector: bytes) -> tuple[int, ...]:
        if len(sector) < self.size:
            raise _broken("cut-off")
        return struct.unpack(f"<{self.size // 4}I", sector)

    def chain(self, start: int, links: tuple[int, ...]) -> Iterator[int]:
        """The sectors from this one on; a chain that comes back to itself is longer than the table."""
        steps = 0
        while start not in (_END, _FREE):
            steps += 1
            if steps > len(links):
                raise _broken("loop")
            if start >= len(links):
                raise _broken("sector-outside")
            yield start
            start = links[start]

    def _read(self, start: int) -> bytes:
        return b"".join(self.sector(number) for number in self.chain(start, self.fat))

    def entries(self) -> list[_Entry]:
        """The directory, as it lies."""
        raw = self._read(self.directory)
        found = []
        for at in range(0, len(raw) - _ENTRY + 1, _ENTRY):
            one = raw[at : at + _ENTRY]
            length, kind = struct.unpack_from("<HB", one, 64)
            name = one[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<IQ", one, 116)
            found.append(_Entry(name, kind, struct.unpack_from("<3I", one, 68), start, size & 0xFFFFFFFF))
        if not found or found[0].kind != _ROOT or len(found) > _ENTRIES:
            raise _broken("directory")
        return found

    def stream(self, entry: _Entry, root: _Entry) -> bytes:
        """The contents of a stream, as long as the directory says."""
        if entry.size > len(self.data):
            raise _broken("size")
        if entry.size >= self.cutoff:
            found = self._read(entry.start)
        else:
            if self._small is None:
                self._small = tuple(
                    link for number in self.chain(self.small_fat, self.fat) for link in self._whole(self.sector(number))
                )
                self._smalls = self._read(root.start)
            pieces = (self._smalls[at * 64 : at * 64 + 64] for at in self.chain(entry.start, self._small))
            found = b"".join(pieces) if entry.size else b""
        if len(found) < entry.size:
            raise _broken("size")
        return found[: entry.size]


def _check_tree(entries: list[_Entry]) -> None:
    """Every entry is reached at most once from the root."""
    seen, waiting = {0}, [entries[0].below[2]]
    while waiting:
        number = waiting.pop()
        if number == _NONE:
            continue
        if number in seen or number >= len(entries):
            raise _broken("loop")
        seen.add(number)
        waiting += entries[number].below


def _check_streams(file: _Compound, entries: list[_Entry], flags: int) -> None:
    """What the streams of a HWP document unpack to, counted."""
    total = 0
    for entry in entries:
        if entry.kind != _STREAM or not entry.size:
            continue
        raw = file.stream(entry, entries[0])
        if entry.name.startswith(("Section", "DocInfo")) and flags & _PACKED:
            total += _counted(raw, _TOTAL - total)


def _counted(raw: bytes, room: int) -> int:
    size = 0
    try:
        for piece in inflated(raw, -zlib.MAX_WBITS):
            size += len(piece)
            if size > room:
                raise Refused(
                    "unpacks-too-large", {"member": "", "megabytes": size // MEGABYTE, "limit": _TOTAL // MEGABYTE}
                )
    except zlib.error:
        raise _broken("damaged") from None
    return size
