"""What a cell of a spreadsheet shows: its value as its number format prints it. `0.4` under `0%` is `40%`, as on the screen.

A format that does more than print digits (fractions, powers, conditions) shows the plain number.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

# Programs keep seventeen digits and show fifteen; a cell without a format shows eleven signs.
_DIGITS, _SIGNS = 15, 11
_GENERAL = ("", "general", "@")
_SECTION = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_PIECE = re.compile(
    r"""
    "(?P<quoted>[^"]*)" | \\(?P<escaped>.) | (?P<space>_.) | (?P<fill>\*.)
    | \[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\] | \[(?P<bracket>[^\]]*)\]
    | (?P<digits>[0\#?][0\#?,.]*|\.[0\#?]+) | (?P<percent>%) | (?P<power>[Ee][+-]) | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_COLOURS = re.compile(r"(?i)(black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|dbnum\d)")
_MOMENT = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|(?P<sign>y+|m+|d+|h+|s+)|(?P<other>.)', re.I | re.S
)


def shown(value: object, form: str) -> str:
    """The text of a cell with this value and this number format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float | Decimal):
        return _number(_exact(value), form)
    if isinstance(value, date | time):
        return _moment(value, form)
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _exact(value: int | float | Decimal) -> Decimal:
    return Decimal(f"{value:.{_DIGITS}g}") if isinstance(value, float) else Decimal(value)


def _number(value: Decimal, form: str) -> str:
    if not value.is_finite() or form.lower() in _GENERAL:
        return _plain(value)
    sections = _SECTION.split(form)
    at = 0
    if value < 0 and len(sections) > 1:
        at, value = 1, -value
    elif value == 0 and len(sections) > 2:
        at = 2
    told = _printed(value, sections[at])
    return _plain(value) if told is None else told


def _plain(value: Decimal) -> str:
    """Without a format: as many digits as are shown, no zeros at the end."""
    if value == value.to_integral_value() or not value.is_finite():
        return f"{value.normalize():f}" if value.is_finite() else str(value)
    whole = len(f"{abs(value).to_integral_value(rounding='ROUND_FLOOR'):f}")
    rounded = value.quantize(Decimal(1).scaleb(-max(1, _SIGNS - 1 - whole)), rounding=ROUND_HALF_UP)
    return f"{rounded.normalize():f}" if rounded else f"{value.normalize():f}"


def _printed(value: Decimal, section: str) -> str | None:
    """A number under one section of a format; None when the section does more than this reads."""
    pieces: list[str] = []
    digits: str | None = None
    for piece in _PIECE.finditer(section):
        kind, text = str(piece.lastgroup), piece[str(piece.lastgroup)] or ""
        if kind == "digits":
            if digits is not None:
                return None
            digits = text
            pieces.append("")
        elif kind == "power" or text == "/" or (kind == "bracket" and not _COLOURS.fullmatch(text)):
            return None
        elif kind == "percent":
            value = value.scaleb(2)
            pieces.append(text)
        elif kind == "space":
            pieces.append(" ")
        elif kind not in ("fill", "bracket"):
            pieces.append(text)
    if digits is None:
        told = "".join(pieces).strip()
        return _plain(value) if told.lower() == "general" else told
    sign, figures = _figures(value, digits)
    pieces[pieces.index("")] = figures
    return (sign + "".join(pieces).strip()).strip()


def _figures(value: Decimal, pattern: str) -> tuple[str, str]:
    """The sign and the digits of a number as `#,##0.0` prints them."""
    while pattern.endswith(","):
        value, pattern = value.scaleb(-3), pattern[:-1]
    whole, _, part = pattern.partition(".")
    grouped = "," in whole
    rounded = value.quantize(Decimal(1).scaleb(-len(part)), rounding=ROUND_HALF_UP)
    sign = "-" if rounded < 0 else ""
    left, _, right = f"{abs(rounded):f}".partition(".")
    needed = part.rstrip("#?")
    while len(right) > len(needed) and right.endswith("0"):
        right = right[:-1]
    left = left.rjust(whole.count("0"), "0")
    if left == "0" and "0" not in whole:
        left = ""
    if grouped:
        left = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", left)
    return sign, f"{left}.{right}" if right else left


def _moment(value: date | time, form: str) -> str:
    """A day or time as its format prints it; a format with names of days or months gives the plain form."""
    section = _SECTION.split(form)[0]
    told = list(_moments(value, section))
    if any(one is None for one in told) or not told:
        return _iso(value)
    return "".join(one or "" for one in told).strip()


def _moments(value: date | time, section: str) -> Iterator[str | None]:
    pieces = list(_MOMENT.finditer(section))
    signs = [(piece["sign"] or "").lower() for piece in pieces]
    for at, piece in enumerate(pieces):
        sign = signs[at]
        if not sign:
            other = piece["other"] or ""
            yield None if re.match(r"[aAgGeE#0?@]", other) else piece["quoted"] or piece["escaped"] or other
            continue
        before = next((one for one in reversed(signs[:at]) if one), "")
        after = next((one for one in signs[at + 1 :] if one), "")
        minutes = sign[0] == "m" and (before[:1] == "h" or after[:1] == "s")
        yield _part(value, sign, minutes)


def _part(value: date | time, sign: str, minutes: bool) -> str | None:
    names = {"y": "year", "m": "minute" if minutes else "month", "d": "day", "h": "hour", "s": "second"}
    found = getattr(value, names[sign[0]], None)
    if found is None or len(sign) > (4 if sign[0] == "y" else 2):
        return None
    if sign[0] == "y":
        return f"{found:04d}" if len(sign) > 2 else f"{found % 100:02d}"
    return f"{found:0{len(sign)}d}"


def _iso(value: date | time) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    return value.isoformat()
