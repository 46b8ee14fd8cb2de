"""One function per thing a person asks for: each joins rooms, none knows a database.

Importing is in `uigwe.operations.importing`, apart, because it loads the readers of documents.
"""

from uigwe.operations.auditing import audit_folder, audit_plan, open_errors
from uigwe.operations.comparing import compare_folders
from uigwe.operations.reading import read_plan, shelf

__all__ = ["audit_folder", "audit_plan", "compare_folders", "open_errors", "read_plan", "shelf"]
