"""A finding (확인 필요 사항): something in the plan needs a look. Facts travel; sentences are made at the edge."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from uigwe.plan import Place


class Type(StrEnum):
    """What kind of contradiction a finding is about."""

    ARITHMETIC = "arithmetic"
    CROSS_REFERENCE = "cross-reference"
    COUNT = "count"
    UNIT = "unit"
    LABEL = "label"
    DATE = "date"
    METHOD = "method"


class Level(StrEnum):
    """How sure and how grave: `error` contradicts itself, `doubt` needs a person, `notice` is good to know."""

    ERROR = "error"
    DOUBT = "doubt"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check has to say of one object, before it is signed with the check's name."""

    level: Level
    object: str
    place: Place
    facts: Mapping[str, str]
    places: tuple[Place, ...] = ()
    values: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `facts` fill the sentence; `values` are the printed figures it is about; `steps` the working, line by line."""

    check: str
    type: Type
    level: Level
    object: str
    place: Place
    places: tuple[Place, ...] = ()
    values: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The goal or task it is about; empty for the plan as a whole."""
        return self.place.code

    @property
    def key(self) -> str:
        """Who this finding is: check, object and facts, never lines, so that it survives a new import of the same document."""
        text = json.dumps([self.check, self.object, sorted(self.facts.items())], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:16]
