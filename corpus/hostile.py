"""Hostile files, made when they are needed and never kept: what each tries, and why it is to be refused. And good ones beside them."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TAKES = frozenset({"text", "hwpx", "hwp", "pdf", "xlsx"})
_MIME = b"application/hwp+zip"
_XML = b'<?xml version="1.0" encoding="UTF-8"?>'


@dataclass(frozen=True, slots=True)
class Hostile:
    """A kind of hostile file: its name, how its bytes are made, and the reason it is refused for."""

    id: str
    name: str
    make: Callable[[], bytes]
    reason: str

    def write(self, folder: Path) -> Path:
        """The file, in a folder of its own."""
        place = folder / self.id
        place.mkdir(parents=True, exist_ok=True)
        path = place / self.name
        path.write_bytes(made(self))
        return path


@cache
def made(hostile: Hostile) -> bytes:
    """Its bytes; some are long in the making."""
    return hostile.make()


def hwpx_parts(section: bytes = b"") -> dict[str, bytes]:
    """The members of a small HWPX document."""
    return {
        "mimetype": _MIME,
        "version.xml": _XML + b"<version/>",
        "META-INF/container.xml": _XML + b"<container/>",
        "Contents/content.hpf": _XML + b"<package/>",
        "Contents/header.xml": _XML + b"<head/>",
        "Contents/section0.xml": section or _XML + b"<sec><p>plan</p></sec>",
    }


def xlsx_parts() -> dict[str, bytes]:
    """The members of a small XLSX workbook."""
    return {
        "[Content_Types].xml": _XML + b"<Types/>",
        "_rels/.rels": _XML + b"<Relationships/>",
        "xl/workbook.xml": _XML + b"<workbook/>",
        "xl/worksheets/sheet1.xml": _XML + b"<worksheet><sheetData/></worksheet>",
    }


def packed(parts: Mapping[str, bytes], change: Callable[[zipfile.ZipInfo], None] | None = None) -> bytes:
    """A zip container of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            if change:
                change(info)
            archive.writestr(info, data)
    return file.getvalue()


def _hwpx(more: Mapping[str, bytes] | None = None, section: bytes = b"") -> bytes:
    return packed({**hwpx_parts(section), **(more or {})})


def _xlsx(more: Mapping[str, bytes] | None = None) -> bytes:
    return packed({**xlsx_parts(), **(more or {})})


# ── zip containers ───────────────────────────────────────────────────────────────────────────────────────────────────


def _many() -> bytes:
    return _hwpx({f"BinData/{number}.txt": b"" for number in range(5000)})


def _sum_of_many() -> bytes:
    return _hwpx({f"BinData/{number}.dat": (b"%05d" % number) * 200_000 for number in range(140)})


def _patched(data: bytes, at: int, form: str, *values: int) -> bytes:
    changed = bytearray(data)
    struct.pack_into(form, changed, at, *values)
    return bytes(changed)


def _entry(data: bytes, name: str) -> int:
    """Where the directory's entry of a member begins."""
    return data.rindex(name.encode()) - 46


def _head(data: bytes, name: str) -> int:
    """Where a member's own head begins."""
    return data.index(name.encode()) - 30


_SECTION = "Contents/section0.xml"


def _lying_size() -> bytes:
    """Directory and head both say 10 bytes; there are many more."""
    data = _hwpx(section=_XML + b"<sec>" + b"a" * 3_000_000 + b"</sec>")
    data = _patched(data, _entry(data, _SECTION) + 24, "<I", 10)
    return _patched(data, _head(data, _SECTION) + 22, "<I", 10)


def _two_sizes() -> bytes:
    data = _hwpx()
    return _patched(data, _entry(data, _SECTION) + 24, "<I", 7)


def _two_names() -> bytes:
    data = _hwpx()
    at = data.index(_SECTION.encode())
    return data[:at] + _SECTION.replace("0", "1").encode() + data[at + len(_SECTION) :]


def _wrong_sum() -> bytes:
    data = _hwpx()
    data = _patched(data, _entry(data, _SECTION) + 16, "<I", 1)
    return _patched(data, _head(data, _SECTION) + 14, "<I", 1)


def _overlap() -> bytes:
    """Two entries of the directory share one member's bytes."""
    data = _hwpx({"Contents/section1.xml": b"<sec/>"})
    first = struct.unpack_from("<I", data, _entry(data, _SECTION) + 42)[0]
    at = _entry(data, "Contents/section1.xml")
    one = _entry(data, _SECTION)
    data = data[: at + 16] + data[one + 16 : one + 28] + data[at + 28 :]
    data = _patched(data, at + 42, "<I", first)
    return data.replace(b"Contents/section1.xml", _SECTION.encode())


def _quoted_overlap() -> bytes:
    """One kernel of zeros that every member's extent runs into (the bomb without recursion)."""
    data = _hwpx({"a.txt": b"\0" * 1000, "b.txt": b"\0" * 1000})
    at = _entry(data, "a.txt")
    size = struct.unpack_from("<I", data, at + 20)[0]
    data = _patched(data, at + 20, "<I", size + 40)
    return _patched(data, _head(data, "a.txt") + 18, "<I", size + 40)


def _count_lies() -> bytes:
    data = _hwpx()
    end = data.rindex(b"PK\x05\x06")
    return _patched(data, end + 8, "<2H", 3, 3)


def _zip64() -> bytes:
    data = _hwpx()
    return _patched(data, data.rindex(b"PK\x05\x06") + 8, "<2H", 0xFFFF, 0xFFFF)


def _several_disks() -> bytes:
    data = _hwpx()
    return _patched(data, data.rindex(b"PK\x05\x06") + 4, "<H", 2)


def _symlink() -> bytes:
    def change(info: zipfile.ZipInfo) -> None:
        if info.filename == "BinData/link":
            info.create_system = 3
            info.external_attr = (stat.S_IFLNK | 0o777) << 16

    return packed({**hwpx_parts(), "BinData/link": b"/etc/passwd"}, change)


def _twice() -> bytes:
    data = _hwpx({"Contents/section1.xml": b"<sec/>"})
    return data.replace(b"Contents/section1.xml", _SECTION.encode())


def _flagged(bits: int) -> bytes:
    data = _hwpx()
    data = _patched(data, _entry(data, _SECTION) + 8, "<H", bits)
    return _patched(data, _head(data, _SECTION) + 6, "<H", bits)


def _method(number: int) -> bytes:
    data = _hwpx()
    data = _patched(data, _entry(data, _SECTION) + 10, "<H", number)
    return _patched(data, _head(data, _SECTION) + 8, "<H", number)


def _damaged() -> bytes:
    data = _hwpx(section=_XML + b"<sec>" + bytes(range(97, 123)) * 50 + b"</sec>")
    at = _head(data, _SECTION) + 30 + len(_SECTION)
    return data[:at] + b"\xff\xff\xff" + data[at + 3 :]


def _hidden() -> bytes:
    data = _hwpx()
    at = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    data = data[:at] + b"x" * 500 + data[at:]
    return _patched(data, end + 500 + 16, "<I", at + 500)


def _cut_off() -> bytes:
    return _hwpx()[:-200]


_ENCRYPTED_MANIFEST = _XML + b"<manifest><file-entry><encryption-data/></file-entry></manifest>"


# ── XML ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _laughs() -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a0 "ha">{lines}]><sec>&a9;</sec>'.encode()


def _quadratic() -> bytes:
    return b'<!DOCTYPE s [<!ENTITY a "' + b"x" * 50_000 + b'">]><sec>' + b"&a;" * 50_000 + b"</sec>"


def _deep(levels: int = 200_000) -> bytes:
    return _XML + b"<a>" * levels + b"</a>" * levels


def _attributes() -> bytes:
    return _XML + b"<sec " + b" ".join(b'a%d="1"' % n for n in range(60_000)) + b"/>"


_DTD = '<?xml version="1.0" encoding="{}"?><!DOCTYPE sec SYSTEM "http://127.0.0.1/x.dtd"><sec/>'


def _png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


# ── compound files ───────────────────────────────────────────────────────────────────────────────────────────────────


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of these streams, each as long as it needs to be to lie in whole sectors."""
    size, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    held = {name: data + b"\0" * max(0, 4096 - len(data)) for name, data in streams.items()}
    sectors: list[bytes] = []
    links: list[int] = []
    starts = {}

    def put(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + size].ljust(size, b"\0") for at in range(0, len(data), size)]
        sectors.extend(pieces)
        links.extend([*range(first + 1, first + len(pieces)), end])
        return first

    for name, data in held.items():
        starts[name] = put(data)
    entries = [_directory_entry("Root Entry", 5, (free, free, 1), end, 0)]
    for number, (name, data) in enumerate(held.items(), 1):
        following = number + 1 if number < len(held) else free
        entries.append(_directory_entry(name, 2, (free, following, free), starts[name], len(data)))
    while len(entries) % 4:
        entries.append(_directory_entry("", 0, (free, free, free), 0, 0))
    directory = put(b"".join(entries))
    fats = -(-(len(sectors) + 4) // 128)
    first = len(sectors)
    links += [0xFFFFFFFD] * fats
    table = struct.pack(f"<{len(links)}I", *links).ljust(fats * size, b"\xff")
    sectors += [table[at : at + size] for at in range(0, len(table), size)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, fats, directory, 0, 4096, end, 0, end, 0)
    used = list(range(first, first + fats))
    head += struct.pack("<109I", *used, *[free] * (109 - fats))
    return head + b"".join(sectors)


def _directory_entry(name: str, kind: int, below: tuple[int, int, int], start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    length = len(written) + 2 if name else 0
    head = written.ljust(64, b"\0") + struct.pack("<H2B3I", length, kind, 1, *below)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def hwp(flags: int = 1, section: bytes = b"text") -> bytes:
    """A HWP 5 container with one section."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(section) + packer.flush()
    head = b"HWP Document File".ljust(32, b"\0") + bytes((0, 3, 0, 5)) + struct.pack("<I", flags)
    return compound({"FileHeader": head.ljust(256, b"\0"), "DocInfo": b"\x03\x00", "Section0": body})


def _looping() -> bytes:
    """The table of sectors leads a stream back to its own beginning."""
    data = hwp()
    fat = struct.unpack_from("<I", data, 76)[0]
    return _patched(data, (fat + 1) * 512 + 4 * 3, "<I", 0)


def _tree_loops() -> bytes:
    data = hwp()
    at = data.index("DocInfo".encode("utf-16-le"))
    return _patched(data, at + 72, "<I", 1)


# ── PDF ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def pdf(body: bytes = b"", trailer: bytes = b"") -> bytes:
    """A small PDF with these objects."""
    objects = (
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    )
    end = b"trailer\n<< /Root 1 0 R " + trailer + b">>\nstartxref\n9\n%%EOF\n"
    return b"%PDF-1.7\n" + objects + body + end


def _pdf_stream(data: bytes, more: bytes = b"") -> bytes:
    squeezed = zlib.compress(data, 9)
    length = b"%d" % len(squeezed)
    return (
        b"5 0 obj\n<< /Filter /FlateDecode /Length "
        + length
        + more
        + b" >>\nstream\n"
        + squeezed
        + b"\nendstream\nendobj\n"
    )


_ZIP = b"PK\x03\x04" + bytes(40)

HOSTILE: tuple[Hostile, ...] = (
    Hostile("bomb", "p.hwpx", lambda: _hwpx({"BinData/a.dat": b"\0" * 120_000_000}), "unpacks-too-large"),
    Hostile("bomb-of-ratio", "p.hwpx", lambda: _hwpx({"BinData/a.dat": b"\0" * 30_000_000}), "unpacks-too-large"),
    Hostile("bomb-of-many", "p.hwpx", _sum_of_many, "unpacks-too-large"),
    Hostile("bomb-in-bomb", "p.hwpx", lambda: _hwpx({"BinData/a.zip": _hwpx()}), "nested-archive"),
    Hostile("gzip-inside", "p.hwpx", lambda: _hwpx({"a.dat": b"\x1f\x8b\x08" + bytes(50)}), "nested-archive"),
    Hostile("too-many-members", "p.hwpx", _many, "too-many-members"),
    Hostile(
        "markup-of-megabytes", "p.hwpx", lambda: _hwpx(section=_XML + b"<s>" + _noise() + b"</s>"), "unpacks-too-large"
    ),
    Hostile("lying-size", "p.hwpx", _lying_size, "broken-archive"),
    Hostile("two-sizes", "p.hwpx", _two_sizes, "broken-archive"),
    Hostile("two-names", "p.hwpx", _two_names, "broken-archive"),
    Hostile("wrong-sum", "p.hwpx", _wrong_sum, "broken-archive"),
    Hostile("overlap", "p.hwpx", _overlap, "broken-archive"),
    Hostile("overlap-quoted", "p.hwpx", _quoted_overlap, "broken-archive"),
    Hostile("count-lies", "p.hwpx", _count_lies, "broken-archive"),
    Hostile("zip64-lies", "p.hwpx", _zip64, "broken-archive"),
    Hostile("several-disks", "p.hwpx", _several_disks, "broken-archive"),
    Hostile("bytes-after-the-end", "p.hwpx", lambda: _hwpx() + b"<script>", "broken-archive"),
    Hostile("hidden-bytes", "p.hwpx", _hidden, "broken-archive"),
    Hostile("cut-off", "p.hwpx", _cut_off, "broken-archive"),
    Hostile("damaged-data", "p.hwpx", _damaged, "broken-archive"),
    Hostile("unknown-method", "p.hwpx", lambda: _method(99), "broken-archive"),
    Hostile("bzip2-method", "p.hwpx", lambda: _method(12), "broken-archive"),
    Hostile("empty-archive", "p.hwpx", lambda: b"PK\x05\x06" + bytes(18), "broken-archive"),
    Hostile("parts-missing", "p.hwpx", lambda: packed({"mimetype": _MIME}), "broken-archive"),
    Hostile("slip", "p.hwpx", lambda: _hwpx({"../../etc/cron.d/x": b"x"}), "bad-member-name"),
    Hostile("slip-absolute", "p.hwpx", lambda: _hwpx({"/etc/passwd": b"x"}), "bad-member-name"),
    Hostile("slip-backslash", "p.hwpx", lambda: _hwpx({"BinData\\..\\..\\x": b"x"}), "bad-member-name"),
    Hostile("slip-drive", "p.hwpx", lambda: _hwpx({"C:/x": b"x"}), "bad-member-name"),
    Hostile("name-of-device", "p.hwpx", lambda: _hwpx({"BinData/NUL.txt": b"x"}), "bad-member-name"),
    Hostile("name-turned-round", "p.hwpx", lambda: _hwpx({"BinData/a\u202etxt.b": b"x"}), "bad-member-name"),
    Hostile("name-without-end", "p.hwpx", lambda: _hwpx({"a" * 5000: b"x"}), "bad-member-name"),
    Hostile("symlink", "p.hwpx", _symlink, "bad-member-name"),
    Hostile("name-twice", "p.hwpx", _twice, "twice-in-archive"),
    Hostile("name-twice-by-case", "p.hwpx", lambda: _hwpx({"contents/SECTION0.xml": b"<s/>"}), "twice-in-archive"),
    Hostile("encrypted-member", "p.hwpx", lambda: _flagged(1), "encrypted"),
    Hostile("strongly-encrypted", "p.hwpx", lambda: _flagged(0x41), "encrypted"),
    Hostile("password", "p.hwpx", lambda: _hwpx({"META-INF/manifest.xml": _ENCRYPTED_MANIFEST}), "encrypted"),
    Hostile("entities", "p.hwpx", lambda: _hwpx(section=_laughs()), "doctype"),
    Hostile("entities-quadratic", "p.hwpx", lambda: _hwpx(section=_quadratic()), "doctype"),
    Hostile("doctype", "p.hwpx", lambda: _hwpx(section=_DTD.format("UTF-8").encode()), "doctype"),
    Hostile("doctype-utf16", "p.hwpx", lambda: _hwpx(section=_DTD.format("UTF-16").encode("utf-16")), "doctype"),
    Hostile(
        "doctype-utf16-be",
        "p.hwpx",
        lambda: _hwpx(section=b"\xfe\xff" + _DTD.format("UTF-16").encode("utf-16-be")),
        "doctype",
    ),
    Hostile("doctype-utf7", "p.hwpx", lambda: _hwpx(section=_DTD.format("UTF-7").encode("utf-7")), "odd-encoding"),
    Hostile("doctype-declared-utf7", "p.hwpx", lambda: _hwpx(section=_DTD.format("UTF-7").encode()), "odd-encoding"),
    Hostile("doctype-ebcdic", "p.hwpx", lambda: _hwpx(section=_DTD.format("cp037").encode("cp037")), "broken-markup"),
    Hostile("doctype-utf32", "p.hwpx", lambda: _hwpx(section=_DTD.format("UTF-32").encode("utf-32")), "broken-markup"),
    Hostile("doctype-in-disguise", "p.hwpx", lambda: _hwpx({"BinData/a.txt": _laughs()}), "doctype"),
    Hostile("doctype-in-sheet", "p.xlsx", lambda: _xlsx({"xl/sharedStrings.xml": _laughs()}), "doctype"),
    Hostile("nested-deep", "p.hwpx", lambda: _hwpx(section=_deep()), "nested-too-deep"),
    Hostile("attributes", "p.hwpx", lambda: _hwpx(section=_attributes()), "too-many-elements"),
    Hostile("broken-markup", "p.hwpx", lambda: _hwpx(section=b"<sec><p></sec>"), "broken-markup"),
    Hostile("pixel-flood", "p.hwpx", lambda: _hwpx({"BinData/a.png": _png(100_000, 100_000)}), "picture-too-large"),
    Hostile("program-inside", "p.hwpx", lambda: _hwpx({"BinData/a.png": b"MZ" + bytes(60)}), "program-inside"),
    Hostile("script-inside", "p.hwpx", lambda: _hwpx({"BinData/a.vbs": b"x"}), "program-inside"),
    Hostile("macros", "p.xlsx", lambda: _xlsx({"xl/vbaProject.bin": b"x"}), "macros"),
    Hostile(
        "macros-by-type",
        "p.xlsx",
        lambda: _xlsx({"[Content_Types].xml": b'<T a="x.sheet.macroEnabled.12"/>'}),
        "macros",
    ),
    Hostile("macro-sheet", "p.xlsx", lambda: _xlsx({"xl/macrosheets/sheet1.xml": b"<s/>"}), "macros"),
    Hostile("old-document", "p.hwp", lambda: compound({"WordDocument": b"x"}), "unread-kind"),
    Hostile("old-document-macros", "p.hwp", lambda: compound({"WordDocument": b"x", "VBA": b"x"}), "macros"),
    Hostile("old-encrypted", "p.xlsx", lambda: compound({"EncryptedPackage": b"x"}), "encrypted"),
    Hostile("hwp-password", "p.hwp", lambda: hwp(flags=3), "encrypted"),
    Hostile("hwp-distributed", "p.hwp", lambda: hwp(flags=5), "encrypted"),
    Hostile("hwp-bomb", "p.hwp", lambda: hwp(section=b"\0" * 300_000_000), "unpacks-too-large"),
    Hostile("hwp-loop", "p.hwp", _looping, "broken-compound"),
    Hostile("hwp-tree-loop", "p.hwp", _tree_loops, "broken-compound"),
    Hostile("hwp-cut-off", "p.hwp", lambda: hwp()[:700], "broken-compound"),
    Hostile("pdf-bomb", "p.pdf", lambda: pdf(_pdf_stream(b"\0" * 200_000_000)), "unpacks-too-large"),
    Hostile("pdf-encrypted", "p.pdf", lambda: pdf(trailer=b"/Encrypt 9 0 R "), "encrypted"),
    Hostile("pdf-script", "p.pdf", lambda: pdf(b"5 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n"), "macros"),
    Hostile("pdf-script-escaped", "p.pdf", lambda: pdf(b"5 0 obj\n<< /S /J#61vaScript >>\nendobj\n"), "macros"),
    Hostile("pdf-script-packed", "p.pdf", lambda: pdf(_pdf_stream(b"<< /S /Launch >>", b" /Type /ObjStm")), "macros"),
    Hostile("pdf-file-inside", "p.pdf", lambda: pdf(b"5 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n"), "macros"),
    Hostile(
        "pdf-nested",
        "p.pdf",
        lambda: pdf(b"5 0 obj\n" + b"[" * 100_000 + b"]" * 100_000 + b"\nendobj\n"),
        "nested-too-deep",
    ),
    Hostile(
        "pdf-pixels",
        "p.pdf",
        lambda: pdf(b"5 0 obj\n<< /Subtype /Image /Width 90000 /Height 90000 >>\nendobj\n"),
        "picture-too-large",
    ),
    Hostile(
        "pdf-filters", "p.pdf", lambda: pdf(_pdf_stream(b"x", b" /F [/FlateDecode /FlateDecode]")), "broken-portable"
    ),
    Hostile("pdf-cut-off", "p.pdf", lambda: pdf()[:-20], "truncated"),
    Hostile("wrong-extension-text", "p.txt", _hwpx, "wrong-extension"),
    Hostile("wrong-extension-hwpx", "p.hwpx", _xlsx, "wrong-extension"),
    Hostile("wrong-extension-pdf", "p.pdf", lambda: b"plan of the year\n" * 9, "wrong-extension"),
    Hostile("program", "p.hwpx", lambda: b"MZ\x90\x00" + bytes(200), "unread-kind"),
    Hostile("plain-zip", "p.hwpx", lambda: packed({"a.txt": b"x"}), "unread-kind"),
    Hostile(
        "letter",
        "p.hwpx",
        lambda: packed({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<d/>"}),
        "unread-kind",
    ),
    Hostile("zip-of-nothing", "p.hwpx", lambda: _ZIP, "broken-archive"),
    Hostile("picture", "p.hwpx", lambda: _png(10, 10), "picture"),
    Hostile("picture-flood", "p.txt", lambda: _png(200_000, 200_000), "picture-too-large"),
    Hostile("zeros", "p.txt", lambda: b"plan" + b"\0" * 1000, "zero-bytes"),
    Hostile("too-large", "p.txt", lambda: b"a\n" * 11_000_000, "file-too-large"),
    Hostile("one-line", "p.txt", lambda: b"a" * 5_000_000, "line-too-long"),
    Hostile("half-characters", "p.txt", lambda: b"\xff\xfe\x00\xd8a\x00", "unknown-encoding"),
)


def _noise() -> bytes:
    """Megabytes that pack well enough to come in a small file and not so well that the ratio gives them away."""
    one = b"".join(b"<p>%d</p>" % (number * 7919 % 1_000_003) for number in range(60_000))
    return one * 70


def good(*, long: bool = True) -> tuple[tuple[str, bytes], ...]:
    """Files like the hostile ones that are to be taken; with those that are as `long` as any may be."""
    utf16 = ('<?xml version="1.0" encoding="UTF-16"?><sec/>').encode("utf-16")
    return (
        ("small.hwpx", _hwpx()),
        ("no-name", _hwpx()),
        ("picture.hwpx", _hwpx({"BinData/a.png": _png(4000, 3000)})),
        ("scripts.hwpx", _hwpx({"Scripts/headerScripts": b"var Documents = XHwpDocuments;"})),
        ("zeros.hwpx", _hwpx({"BinData/a.dat": b"\0" * 1_500_000})),
        ("utf16.hwpx", _hwpx(section=utf16)),
        ("deep.hwpx", _hwpx(section=_deep(60))),
        ("words.hwpx", _hwpx(section=_XML + b"<p>a &lt;!DOCTYPE is a word</p>")),
        ("small.xlsx", _xlsx()),
        ("small.hwp", hwp()),
        ("unpacked.hwp", hwp(flags=0)),
        ("small.pdf", pdf()),
        ("streams.pdf", pdf(_pdf_stream(b"BT (plan) Tj ET" * 1000))),
        ("objects.pdf", pdf(_pdf_stream(b"<< /Type /Page >>", b" /Type /ObjStm"))),
        ("picture.pdf", pdf(b"5 0 obj\n<< /Subtype /Image /Width 2480 /Height 3508 >>\nendobj\n")),
        ("plan.txt", "plan ①\n".encode()),
        ("plan.csv", "a,b\n1,2\n".encode("utf-16")),
        *(_long() if long else ()),
    )


def _long() -> tuple[tuple[str, bytes], ...]:
    return (
        ("long.hwpx", _hwpx(section=_XML + b"<s>" + _noise()[:8_000_000].rpartition(b"<p>")[0] + b"</s>")),
        ("long.hwp", hwp(section=_noise()[:20_000_000])),
    )
