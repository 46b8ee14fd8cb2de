"""Names: one title or one indicator printed in different words."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.headed import headed_names
from uigwe.audit.words.formulas import cut_of, growth_promised, named_before_equals
from uigwe.audit.words.names import without_ending
from uigwe.plan import Name, Place, Task

_BRACKETS = re.compile(r"\([^()]*\)")
_NOISE = re.compile(r"[\s·‧․・ㆍ･∙•.,’‘'“”\"「」｢｣()]+")


def titles_differ(case: Case) -> Iterator[Remark]:
    """The title of one goal or task stands in different words in different tables."""
    places = {node.code: node.place for node in case.plan.nodes()}
    for code, variants in _variants(case, places.keys()).items():
        yield _remark(code, places[code], {"code": code}, variants)


def indicator_names_differ(case: Case) -> Iterator[Remark]:
    """One indicator has two names."""
    places = {indicator.id: indicator.uses[0].place for indicator in case.plan.indicators}
    for id, variants in _variants(case, places.keys()).items():
        yield _remark(id, places[id], {}, variants)


def title_against(case: Case) -> Iterator[Remark]:
    """A title promises that something grows, and a reason or a sentence of the same goal or task says that its money is cut."""
    told: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for _, use in case.plan.uses():
        told[use.code].append((use.reason, use.place_of("reason")))
    for passage in case.prose.lines():
        if passage.places[0].code:
            told[passage.places[0].code].append((passage.text, passage.places[0]))
    titles = [*((node.code, node.title, node.place) for node in case.plan.nodes() if isinstance(node, Task))]
    titles += [(name.object, name.written, name.place) for name in case.plan.names]
    seen: set[tuple[str, str]] = set()
    for code, title, place in titles:
        grows = growth_promised(title)
        if grows is None or (code, grows["what"]) in seen:
            continue
        for text, where in told.get(code, []):
            cut = cut_of(grows["what"], text)
            if cut:
                seen.add((code, grows["what"]))
                facts = {"code": code, "title": grows[0], "what": grows["what"], "cut": cut}
                yield Remark(Level.DOUBT, code, place, facts, (place, where), (grows[0], cut))
                break


def _remark(object: str, place: Place, facts: dict[str, str], variants: list[list[Name]]) -> Remark:
    """The wordings, and where each of them stands: first the first place of each, then the others."""
    forms = tuple(printings[0].written for printings in variants)
    first = [printings[0].place for printings in variants]
    others = [name.place for printings in variants for name in printings[1:]]
    places = tuple(dict.fromkeys((*first, *others)))
    return Remark(Level.DOUBT, object, place, {**facts, "forms": " / ".join(forms)}, places, forms)


def _before_equals(case: Case) -> Iterator[Name]:
    """Names that a reason or a formula gives its indicator before `=`, where they are nearly the indicator's."""
    for indicator, use in case.plan.uses():
        for field in ("reason", "formula"):
            written = named_before_equals(str(getattr(use, field)))
            one, other = _bare(written), _bare(use.name)
            if written and one[:2] == other[:2] and one[-2:] == other[-2:] and one != other:
                yield Name(indicator.id, use.name, use.place)
                yield Name(indicator.id, written, use.place_of(field))


def _variants(case: Case, objects: Collection[str]) -> dict[str, list[list[Name]]]:
    """Per object the printings of each wording, where there is more than one wording."""
    found: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for name in (*case.plan.names, *headed_names(case.prose.passages, case.plan), *_before_equals(case)):
        found[name.object][_bare(name.written)].append(name)
    return {object: list(forms.values()) for object, forms in found.items() if len(forms) > 1 and object in objects}


def _bare(text: str) -> str:
    """A name without brackets, spaces, punctuation and the ending of a sentence: what is left must be the same everywhere."""
    return without_ending(_NOISE.sub("", _BRACKETS.sub("", text)))
