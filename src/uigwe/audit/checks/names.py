"""Names: one title or one indicator printed in different words."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.headed import headed_names
from uigwe.audit.words import without_ending
from uigwe.plan import Name

_BRACKETS = re.compile(r"\([^()]*\)")
_NOISE = re.compile(r"[\s·‧․・ㆍ･∙•.,’‘'“”\"「」｢｣()]+")


def titles_differ(case: Case) -> Iterator[Remark]:
    """The title of one goal or task stands in different words in different tables."""
    places = {node.code: node.place for node in case.plan.nodes()}
    for code, variants in _variants(case, places.keys()).items():
        facts = {"code": code, "forms": " / ".join(name.written for name in variants)}
        yield Remark(
            Level.DOUBT, code, places[code], facts, tuple(n.place for n in variants), tuple(n.written for n in variants)
        )


def indicator_names_differ(case: Case) -> Iterator[Remark]:
    """One indicator has two names."""
    places = {indicator.id: indicator.uses[0].place for indicator in case.plan.indicators}
    for id, variants in _variants(case, places.keys()).items():
        facts = {"forms": " / ".join(name.written for name in variants)}
        yield Remark(
            Level.DOUBT, id, places[id], facts, tuple(n.place for n in variants), tuple(n.written for n in variants)
        )


def _variants(case: Case, objects: Collection[str]) -> dict[str, list[Name]]:
    """Per object the first printing of each wording, where there is more than one wording."""
    found: dict[str, dict[str, Name]] = defaultdict(dict)
    for name in (*case.plan.names, *headed_names(case.prose.passages, case.plan)):
        found[name.object].setdefault(_bare(name.written), name)
    return {object: list(forms.values()) for object, forms in found.items() if len(forms) > 1 and object in objects}


def _bare(text: str) -> str:
    """A name without brackets, spaces, punctuation and the ending of a sentence: what is left must be the same everywhere."""
    return without_ending(_NOISE.sub("", _BRACKETS.sub("", text)))
