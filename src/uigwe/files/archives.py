"""Zip containers looked through before any parser: the directory against the members, every byte counted while it streams.

A container is taken only when its directory, its members' own heads and its contents tell one story. Nothing is written,
nothing is kept: members are inflated in small pieces and counted; only XML is held, one member at a time, to be checked.
"""

import re
import stat
import struct
import unicodedata
import zlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from uigwe.files.inflating import inflated
from uigwe.files.markup import check_markup, is_markup
from uigwe.files.pixels import check_picture
from uigwe.files.refused import Refused

MEGABYTE = 1_000_000
_END, _ENTRY, _HEAD = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_END_SIZE, _ENTRY_SIZE, _HEAD_SIZE = 22, 46, 30
_STORED, _DEFLATED = 0, 8
_SIZES_AFTER, _UTF8_NAME = 0x8, 0x800
_SECRET = 0x1 | 0x40 | 0x2000  # encrypted, strongly encrypted, directory encrypted
_DESCRIPTOR = 24  # bytes that may stand between two members: sizes told after the data
_PIECE = 256 * 1024
_UNIX = (3, 19)  # systems whose upper attribute bits are a file mode
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


@dataclass(frozen=True, slots=True)
class Counted:
    """How much a container may hold: members, bytes of all and of one, times larger than packed, bytes of one XML member."""

    members: int = 4096
    total: int = 128 * MEGABYTE
    member: int = 64 * MEGABYTE
    ratio: int = 200
    small: int = 2 * MEGABYTE  # below this the ratio does not matter
    markup: int = 48 * MEGABYTE
    elements: int = 800_000
    name: int = 240


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of the directory, checked against the head of the member itself."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int
    data: int

    @property
    def end(self) -> int:
        """The first byte after its packed data."""
        return self.data + self.packed


def check_archive(data: bytes, limits: Counted | None = None) -> str:
    """The kind of office document in this container: `hwpx`, `xlsx`, `docx`, `pptx`, `odf` or `zip`; raises `Refused`.

    Reasons: `broken-archive` (with `what`), `too-many-members`, `unpacks-too-large`, `bad-member-name`, `twice-in-archive`,
    `encrypted`, `nested-archive`, `macros`, `program-inside`, `doctype`, `broken-markup`, `nested-too-deep`, `picture-too-large`.
    """
    limits = limits or Counted()
    members = _directory(data, limits)
    _check_names(members, limits)
    _check_extents(members, limits)
    total = elements = 0
    kept: dict[str, bytes] = {}
    for member in members:
        markup = _look_into(data, member, limits, limits.total - total, kept)
        total += member.size
        if markup:
            elements += check_markup(markup, member.name, limits.elements - elements)
    return _kind(members, kept)


def _broken(what: str, member: str = "") -> Refused:
    return Refused("broken-archive", {"what": what, "member": member})


def _directory(data: bytes, limits: Counted) -> list[Member]:
    """The members by the directory, which must end the file and begin right after the last member."""
    if not data.startswith(_HEAD):
        raise _broken("prefix")
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - 0xFFFF))
    if at < 0 or at + _END_SIZE > len(data):
        raise _broken("no-directory")
    disk, start_disk, here, count, size, offset, comment = struct.unpack_from("<4H2IH", data, at + 4)
    if 0xFFFF in (here, count) or 0xFFFFFFFF in (size, offset):
        raise _broken("zip64")
    if disk or start_disk or here != count:
        raise _broken("several-disks")
    if at + _END_SIZE + comment != len(data):
        raise _broken("after-the-end")
    if offset + size != at:
        raise _broken("directory-elsewhere")
    if count > limits.members:
        raise Refused("too-many-members", {"members": count, "limit": limits.members})
    members = list(_entries(data, offset, at, count))
    if not members:
        raise _broken("no-members")
    last = max(member.end for member in members)
    if not last <= offset <= last + _DESCRIPTOR:
        raise _broken("hidden-bytes")
    return members


def _entries(data: bytes, offset: int, end: int, count: int) -> Iterator[Member]:
    at = offset
    for _ in range(count):
        if at + _ENTRY_SIZE > end or data[at : at + 4] != _ENTRY:
            raise _broken("directory")
        system, flags, method = struct.unpack_from("<xBxx2H", data, at + 4)
        crc, packed, size, long, extra, remark, disk, _, mode, start = struct.unpack_from("<3I5H2I", data, at + 16)
        name = data[at + _ENTRY_SIZE : at + _ENTRY_SIZE + long]
        at += _ENTRY_SIZE + long + extra + remark
        told = _decoded(name, flags)
        if flags & _SECRET:
            raise Refused("encrypted", {"member": told})
        if method not in (_STORED, _DEFLATED):
            raise _broken("method", told)
        if 0xFFFFFFFF in (packed, size, start) or disk:
            raise _broken("zip64", told)
        if system in _UNIX and mode >> 16 and stat.S_IFMT(mode >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise Refused("bad-member-name", {"member": told, "what": "link"})
        body = _data_start(data, start, offset, (name, flags, method, crc, packed, size))
        yield Member(told, method, crc, packed, size, start, body)
    if at != end:
        raise _broken("directory")


def _data_start(data: bytes, start: int, limit: int, told: tuple[bytes, int, int, int, int, int]) -> int:
    """Where a member's data begin, when its own head says the same as the directory."""
    name, flags, method, *sizes = told
    shown = _decoded(name, flags)
    if start + _HEAD_SIZE > limit or data[start : start + 4] != _HEAD:
        raise _broken("no-member", shown)
    own_flags, own_method, _, _, crc, packed, size, long, extra = struct.unpack_from("<4H3I2H", data, start + 6)
    body: int = start + _HEAD_SIZE + long + extra
    if data[start + _HEAD_SIZE : start + _HEAD_SIZE + long] != name:
        raise _broken("two-names", shown)
    if own_flags & _SECRET:
        raise Refused("encrypted", {"member": shown})
    later = own_flags & _SIZES_AFTER and not (crc or packed or size)
    if own_method != method or (not later and [crc, packed, size] != sizes):
        raise _broken("two-sizes", shown)
    if body + sizes[1] > limit:
        raise _broken("cut-off", shown)
    return body


def _decoded(name: bytes, flags: int) -> str:
    try:
        return name.decode("utf-8" if flags & _UTF8_NAME or name.isascii() else "cp949")
    except UnicodeDecodeError:
        raise Refused("bad-member-name", {"member": name.decode("latin-1"), "what": "encoding"}) from None


def _check_names(members: Sequence[Member], limits: Counted) -> None:
    seen = set()
    for member in members:
        parts = member.name.removesuffix("/").split("/")
        bad = (
            member.name.startswith("/")
            or "\\" in member.name
            or ":" in member.name
            or len(member.name) > limits.name
            or any(part in ("", ".", "..") or _DEVICE.match(part) for part in parts)
            or any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in member.name)
        )
        if bad:
            raise Refused("bad-member-name", {"member": member.name[:80], "what": "path"})
        folded = unicodedata.normalize("NFKC", member.name.removesuffix("/")).casefold()
        if folded in seen:
            raise Refused("twice-in-archive", {"member": member.name})
        seen.add(folded)
    for folded in seen:
        at = folded.rfind("/")
        # A file that is also the folder of another one.
        if at > 0 and folded[:at] in seen and not any(m.name.casefold() == folded[:at] + "/" for m in members):
            raise Refused("twice-in-archive", {"member": folded})


def _check_extents(members: Sequence[Member], limits: Counted) -> None:
    """Members follow each other without sharing bytes or leaving room; what they claim to hold is within the limits."""
    ordered = sorted(members, key=lambda member: member.start)
    if ordered[0].start != 0:
        raise _broken("hidden-bytes", ordered[0].name)
    for one, other in pairwise(ordered):
        if other.start < one.end:
            raise _broken("overlap", other.name)
        if other.start > one.end + _DESCRIPTOR:
            raise _broken("hidden-bytes", other.name)
    for member in members:
        _check_size(member, member.size, limits)
        if is_markup(member.name, b"") and member.size > limits.markup:
            raise _too_large(member.name, member.size, limits.markup)
        if member.method == _STORED and member.size != member.packed:
            raise _broken("two-sizes", member.name)
        if member.name.endswith("/") and member.size:
            raise _broken("folder-with-data", member.name)
    if (total := sum(member.size for member in members)) > limits.total:
        raise _too_large("", total, limits.total)


def _check_size(member: Member, size: int, limits: Counted) -> None:
    if size > limits.member:
        raise _too_large(member.name, size, limits.member)
    if size > limits.small and size > limits.ratio * max(1, member.packed):
        raise Refused(
            "unpacks-too-large", {"member": member.name, "megabytes": -(-size // MEGABYTE), "limit": limits.ratio}
        )


def _too_large(name: str, size: int, limit: int) -> Refused:
    return Refused("unpacks-too-large", {"member": name, "megabytes": -(-size // MEGABYTE), "limit": limit // MEGABYTE})


def _look_into(data: bytes, member: Member, limits: Counted, room: int, kept: dict[str, bytes]) -> bytes:
    """Inflate one member in pieces, count, compare with what was told of it, look at what it is; its bytes when it is XML."""
    size, crc, markup = 0, 0, False
    held: list[bytes] = []
    for piece in _pieces(data, member):
        if not size:
            _check_start(member, piece)
            check_picture(piece, member.name)
            markup = is_markup(member.name, piece[:4096])
        size += len(piece)
        if size > member.size or size > room:
            raise _broken("two-sizes", member.name)
        crc = zlib.crc32(piece, crc)
        if markup or member.name == "mimetype":
            if size > limits.markup:
                raise _too_large(member.name, size, limits.markup)
            held.append(piece)
    if size != member.size or crc != member.crc:
        raise _broken("wrong-sum" if size == member.size else "two-sizes", member.name)
    whole = held[0] if len(held) == 1 else b"".join(held)
    if member.name in _TELLING:
        kept[member.name] = whole
    return whole if markup else b""


def _pieces(data: bytes, member: Member) -> Generator[bytes, None, None]:
    """The contents of a member, a piece at a time; never more in memory than one piece."""
    packed = memoryview(data)[member.data : member.end]
    if member.method == _STORED:
        for at in range(0, len(packed), _PIECE):
            yield bytes(packed[at : at + _PIECE])
        return
    try:
        whole = yield from inflated(packed, -zlib.MAX_WBITS)
    except zlib.error:
        whole = False
    if not whole:
        raise _broken("damaged", member.name)


_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_PROGRAM_NAMES = (".exe", ".dll", ".bat", ".cmd", ".ps1", ".vbs", ".jar", ".lnk", ".scr", ".msi", ".hta", ".sh")
_PACKERS = (_HEAD, _END, b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00")
_MACROS = ("vbaproject", "vbadata", "xl/macrosheets/", "xl/activex/", "word/activex/", "xl/dialogsheets/")


def _check_start(member: Member, first: bytes) -> None:
    """What no office document that is only read has any use for."""
    name = member.name.casefold()
    if any(mark in name for mark in _MACROS):
        raise Refused("macros", {"member": member.name})
    if name.endswith(_PROGRAM_NAMES) or first.startswith(_PROGRAMS):
        raise Refused("program-inside", {"member": member.name})
    if first.startswith(_PACKERS):
        raise Refused("nested-archive", {"member": member.name})


_TYPES, _MANIFEST = "[Content_Types].xml", "META-INF/manifest.xml"
_TELLING = frozenset({_TYPES, _MANIFEST, "mimetype"})
_OFFICE = (
    ("xl/workbook.xml", "xlsx"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
)


def _kind(members: Sequence[Member], kept: dict[str, bytes]) -> str:
    """Which office format the members make up; one that is half there is broken."""
    names = {member.name for member in members}
    mime = kept.get("mimetype", b"").strip()
    if b"encryption-data" in kept.get(_MANIFEST, b""):
        raise Refused("encrypted", {"member": _MANIFEST})
    if mime == b"application/hwp+zip" or "Contents/header.xml" in names:
        if mime != b"application/hwp+zip" or not {"Contents/header.xml", "Contents/content.hpf"} <= names:
            raise _broken("parts-missing", "Contents/header.xml")
        return "hwpx"
    if mime.startswith(b"application/vnd.oasis"):
        return "odf"
    if _TYPES in names:
        if b"macroenabled" in kept.get(_TYPES, b"").lower() or b"vbaproject" in kept.get(_TYPES, b"").lower():
            raise Refused("macros", {"member": _TYPES})
        for part, kind in _OFFICE:
            if part in names:
                return kind
        raise _broken("parts-missing", _TYPES)
    return "zip"
