"""Forms as files: one, or those of a whole round in one archive. What a site runs in a child, since the writers are heavy."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

from uigwe.reports.form import FormSheet

FORMS = ("hwpx", "xlsx")
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # the same forms make the same archive


def one_form(form: str, sheet: FormSheet, language: str) -> bytes:
    """The form as `hwpx` or `xlsx`."""
    return _writers()[form](sheet, language)


def forms_archive(form: str, sheets: Sequence[FormSheet], language: str) -> bytes:
    """All forms in one zip, each under its code and title."""
    out = io.BytesIO()
    write = _writers()[form]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for sheet in sheets:
            entry = zipfile.ZipInfo(f"{_plain(f'{sheet.form.code} {sheet.title}')[:60].strip()}.{form}", _ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, write(sheet, language))
    return out.getvalue()


def _writers() -> Mapping[str, Callable[[FormSheet, str], bytes]]:
    from uigwe.reports.form_hwpx import form_hwpx
    from uigwe.reports.form_xlsx import form_xlsx

    return {"hwpx": form_hwpx, "xlsx": form_xlsx}


def _plain(name: str) -> str:
    """A name that every file system takes."""
    return "".join(" " if sign in '<>:"/\\|?*' or sign < " " else sign for sign in name)
