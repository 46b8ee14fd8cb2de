"""What a file is, by its first bytes and never by its name."""

# The first bytes of formats that people hand in by mistake or on purpose. Order matters only for readers.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"HWP Document File", "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"{\\rtf", "rtf"),
)

PICTURES = frozenset({"png", "jpeg", "gif", "tiff", "bmp"})

# Names of members near the start of a zip tell the office formats apart without unpacking anything.
ZIP_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"application/hwp+zip", "hwpx"),
    (b"Contents/header.xml", "hwpx"),
    (b"xl/", "xlsx"),
    (b"word/", "docx"),
    (b"ppt/", "pptx"),
    (b"application/vnd.oasis", "odf"),
)

_BOMS: tuple[bytes, ...] = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(head: bytes, tail: bytes = b"") -> str:
    """The kind of a file from its first and last bytes: `pdf`, `ole`, `hwpx`, `xlsx`, `zip`, `png`, … or `text`."""
    if head.startswith(_BOMS):
        return "text"
    # "BM" and "MZ" also begin ordinary words; real ones carry zero bytes close by.
    kind = next((name for magic, name in MAGIC if head.startswith(magic)), "text")
    if kind in ("bmp", "program") and b"\x00" not in head[:64]:
        kind = "text"
    if kind != "zip":
        return kind
    return next((name for member, name in ZIP_MEMBERS if member in head or member in tail), "zip")
