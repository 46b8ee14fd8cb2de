"""What many tests begin with is put into the database once, for as long as tests that begin with the same follow each other.

    @stands
    def published(town): ...        # a fixture; it may ask for `db` and for others that stand, and for nothing else

Each test works in a savepoint upon it and is rolled back, as ever, and has its own copies of the objects that name the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from inspect import Parameter, Signature, signature
from typing import Any

import pytest

Make = Callable[..., Any]
BARE = frozenset({"db", "request"})


class Standing:
    """What stands in the database of this process, below the savepoint of the test that runs."""

    def __init__(self) -> None:
        self.values: dict[Make, Any] = {}
        self.copies: dict[Make, Any] = {}
        self.at_hand: list[tuple[dict[Any, Any], dict[Any, Any]]] = []
        self.transaction: Any = None
        self.blocker: Any = None

    def lay(self, wanted: dict[str, Make], blocker: Any) -> None:
        """Puts there what a test wants, unless it stands already; the test gets copies of its own."""
        from django.db import connection, transaction

        if set(self.values) != {*wanted.values()} or (self.values and connection.needs_rollback):
            self.clear()
            if wanted:
                self.blocker = blocker
                with blocker.unblock():
                    self.transaction = transaction.atomic()
                    self.transaction.__enter__()
                    try:
                        self._make(wanted)
                    except BaseException:
                        self.clear()
                        raise
        for kept, then in self.at_hand:
            kept.update(then)
        memo: dict[int, Any] = {}
        self.copies = {make: deepcopy(value, memo) for make, value in self.values.items()}

    def _make(self, wanted: dict[str, Make]) -> None:
        made: dict[str, Any] = dict.fromkeys(BARE)
        for name, make in wanted.items():
            made[name] = self.values[make] = make(**{one: made[one] for one in signature(make).parameters})
        self.at_hand = [(kept, dict(kept)) for kept in kept_at_hand()]

    def clear(self) -> None:
        """Takes all away again."""
        from django.db import transaction

        if self.transaction is not None:
            with self.blocker.unblock():
                transaction.set_rollback(True)
                self.transaction.__exit__(None, None, None)
        self.values, self.copies, self.at_hand, self.transaction = {}, {}, [], None


STANDING = Standing()


def kept_at_hand() -> Iterator[dict[Any, Any]]:
    """What a process has at hand of plans and audits that it made."""
    from uigwe.web.plans import documents, reports

    yield documents.KEPT_PLANS._plans
    yield documents.KEPT_PLANS._tails
    yield reports._kept


def stands(make: Make) -> Any:
    """A fixture that only puts things into the database, and gives objects that name them."""
    upon = tuple(signature(make).parameters)

    def given(request: pytest.FixtureRequest, **others: Any) -> Any:
        return STANDING.copies[make] if make in STANDING.copies else make(**others)

    given.__name__, given.__doc__, given.__module__ = make.__name__, make.__doc__, make.__module__
    given.stands = make  # type: ignore[attr-defined]
    given.__signature__ = Signature(  # type: ignore[attr-defined]
        [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in ("request", *upon)]
    )
    return pytest.fixture(given)


def wanted_by(item: Any) -> dict[str, Make]:
    """What a test begins with that can stand, the lowest first; nothing for one that needs transactions of its own."""
    mark = item.get_closest_marker("django_db")
    names = {*item.fixturenames}
    if (mark and (mark.args or mark.kwargs)) or names & {"transactional_db", "live_server", "site"}:
        return {}
    known = item._fixtureinfo.name2fixturedefs
    found: dict[str, Make] = {}

    def fits(name: str) -> bool:
        if name in BARE or name in found:
            return True
        make = getattr(known[name][-1].func, "stands", None) if name in known else None
        if make is None or not all([one != name and fits(one) for one in signature(make).parameters]):
            return False
        found[name] = make
        return True

    for name in sorted(names):
        fits(name)
    return found
