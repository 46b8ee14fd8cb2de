"""`uigwe serve` with the row locks switched off: the control, which must lose saves on PostgreSQL. Never used by the site."""

import sys
from typing import Any

from uigwe.cli import main
from uigwe.web import serving

_run = serving.run


def _without_locks(server: Any) -> None:
    from uigwe.web.collecting.querysets import AskQuerySet
    from uigwe.web.plans.querysets import RevisionQuerySet

    for rows in (AskQuerySet, RevisionQuerySet):
        rows.select_for_update = lambda self, **words: self  # type: ignore[method-assign]
    _run(server)


if __name__ == "__main__":
    serving.run = _without_locks
    sys.exit(main(sys.argv[1:]))
