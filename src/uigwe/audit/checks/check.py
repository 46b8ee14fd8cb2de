"""What a check is: a name, a type, a function from a case to remarks, and what it needs to run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from uigwe.audit.case import Case
from uigwe.audit.finding import Remark, Type


@dataclass(frozen=True, slots=True)
class Check:
    """One check (점검 규칙). Its page in each language says why it matters; see `texts`."""

    id: str
    type: Type
    find: Callable[[Case], Iterator[Remark]]
    needs: tuple[str, ...] = ()
