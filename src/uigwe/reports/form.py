"""Forms to be filled in: what stands on one, and the two files in which it is sent."""

from uigwe.reports.form_hwpx import form_hwpx
from uigwe.reports.form_sheet import FormSheet, texts_around
from uigwe.reports.form_xlsx import form_xlsx

__all__ = ["FormSheet", "form_hwpx", "form_xlsx", "texts_around"]
