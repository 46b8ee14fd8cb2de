"""Progress of long work on the terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from uigwe.files.telling import Progress
from uigwe.texts import phrase


@contextmanager
def pages_read(language: str) -> Iterator[Progress | None]:
    """A bar on the terminal for documents of many pages; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        pages = bars.add_task(phrase("reading-pages", language), total=None, visible=False)
        yield lambda done, of: bars.update(pages, completed=done, total=of, visible=True)
