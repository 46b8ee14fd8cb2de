"""The mark on the paper of a published plan: such a file is for reading, and what is read back of it would be less than the plan."""

import io
import zipfile

from uigwe.files.preflight import Preflight
from uigwe.files.refused import Refused

# Kept by word processors and spreadsheets among the properties of a document when somebody saves it again.
PUBLISHED = "uigwe-published-plan"
_PROPERTIES = {"hwpx": "Contents/content.hpf", "xlsx": "docProps/core.xml"}


def refuse_published(source: Preflight) -> None:
    """Raises `Refused("published-paper")` for the paper of a whole plan; the file was looked at, so its container is sound."""
    member = _PROPERTIES.get(source.kind)
    if member is None:
        return
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        if member in archive.namelist() and PUBLISHED.encode() in archive.read(member):
            raise Refused("published-paper", {"file": source.name})
