"""Laws, bodies and sites: one thing in two forms. Found without a dictionary: by names a keystroke apart."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations, permutations

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.jamo import distance, missing_from
from uigwe.audit.text.bodies import (
    cut_short,
    expanded,
    latin_with_a_word_more,
    named_bodies,
    turned_round,
    two_expansions,
    with_a_word_more,
)
from uigwe.audit.text.passages import Passage
from uigwe.audit.text.words import printed
from uigwe.audit.words.laws import (
    body_names,
    calls_short,
    is_body,
    is_decree,
    is_single_body,
    law_stem,
    laws_named,
    sites_named,
    statutes_in,
)
from uigwe.audit.words.names import squeezed, without_brackets
from uigwe.plan import Place, Plan, Reference

_KEYSTROKES = 3
_LEAST = 7
# A name of four syllables that stands twice or more, and once with another letter.
_SHORT, _OFTEN = 4, 2
_SOME = 5
_STEM = 8
_PLACES = 4


@dataclass(frozen=True, slots=True)
class _Form:
    written: str
    bare: str
    place: Place
    object: str


def forms(case: Case) -> Iterator[Remark]:
    """A law, a body or a site stands in two forms."""
    seen: set[tuple[str, str]] = set()
    for remark in (
        *laws(case),
        *_short_beside(case),
        *bodies(case),
        *_longer(case),
        *_latin(case),
        *_of_same_letters(case),
        *_acronyms(case),
        *_rare(case.plan),
        *sites(case),
    ):
        key = (remark.facts["one"], remark.facts["other"])
        if key not in seen and key[::-1] not in seen:
            seen.add(key)
            yield remark


def laws(case: Case) -> Iterator[Remark]:
    """One statute stands under two names: a few keystrokes apart, or cut short without saying so."""
    forms = _first_of_each(_laws(case))
    for one, other in combinations(forms, 2):
        if _one_letter_apart(one.bare, other.bare):
            yield _remark(Level.DOUBT, one, other, "apart")
            continue
        if min(len(one.bare), len(other.bare)) < _LEAST or _differ_by_rank(one.bare, other.bare):
            continue
        if 0 < distance(one.bare, other.bare, _KEYSTROKES) <= _KEYSTROKES:
            yield _remark(Level.DOUBT, one, other, "apart")
        elif _is_cut_short(law_stem(one.bare), law_stem(other.bare)):
            yield _remark(Level.DOUBT, one, other, "short")


def _short_beside(case: Case) -> Iterator[Remark]:
    """One section names a statute in full, and elsewhere without its first words, and does not say that it is cut short."""
    sections: dict[str, list[Passage]] = defaultdict(list)
    for passage in case.prose.lines():
        if passage.places[0].code:
            sections[passage.places[0].code].append(passage)
    for code, passages in sections.items():
        named: dict[str, Place] = {}
        for passage in passages:
            for name, start in statutes_in(passage.text):
                named.setdefault(name, passage.place_at(start))
        for short, long in permutations(named, 2):
            if long != short and long.endswith(short) and not any(calls_short(one.text, short) for one in passages):
                full = _Form(long, long, named[long], f"law:{long}")
                yield _remark(Level.NOTICE, full, _Form(short, short, named[short], f"law:{short}@{code}"), "short")


def _is_cut_short(one: str, other: str) -> bool:
    """Whether two stems of laws are one, or one has lost its first word."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _STEM and long.endswith(short) and not is_decree(short))


def bodies(case: Case) -> Iterator[Remark]:
    """A body stands under a name that misses a syllable or two of another, or is a keystroke away from it."""
    known = _first_of_each(_bodies(case.plan))
    bare = {form.bare for form in known}
    named = _first_of_each(chain(_in_sources(case.plan, bare), _in_prose(case, bare)))
    ordered = [*sorted(known, key=lambda form: form.bare, reverse=True), *named]
    for one, other in combinations(ordered, 2):
        if _one_letter_apart(one.bare, other.bare) or (
            " " not in one.written + other.written and _is_slip(one.bare, other.bare)
        ):
            yield _remark(Level.DOUBT, one, other, "apart")


def _longer(case: Case) -> Iterator[Remark]:
    """A committee, a council or a system stands in one section under a name and the same name with a word more."""
    prose = ((passage.text, passage.place_at) for passage in case.prose.lines())
    told = ((one.text, one.place_at) for one in printed(case.plan))
    for shorts, longs in with_a_word_more(named_bodies(chain(prose, told))):
        short, long = shorts[0], longs[0]
        facts = {"one": long.written, "other": short.written, "case": "longer"}
        places = tuple(dict.fromkeys(one.place for one in (*longs[:_PLACES], *shorts[:_PLACES])))
        yield Remark(Level.DOUBT, f"body:{short.bare}", short.place, facts, places, (long.written, short.written))


def _latin(case: Case) -> Iterator[Remark]:
    """A name in Latin letters of two parts stands with a word more elsewhere: `River-Link`, `Smart River-Link`."""
    prose = ((passage.text, passage.place_at) for passage in case.prose.lines())
    told = ((one.text, one.place_at) for one in printed(case.plan))
    for short, long in latin_with_a_word_more(chain(prose, told)):
        facts = {"one": long.written, "other": short.written, "case": "longer"}
        places = (long.place, short.place)
        yield Remark(Level.DOUBT, f"name:{short.bare}", short.place, facts, places, (long.written, short.written))


def _of_same_letters(case: Case) -> Iterator[Remark]:
    """A body stands under a name that is cut short from its own, or a profession under its parts in another order."""
    for find, kind in ((cut_short, "cut"), (turned_round, "turned")):
        prose = ((passage.text, passage.place_at) for passage in case.prose.lines())
        told = ((one.text, one.place_at) for one in printed(case.plan))
        for one, other in find(chain(prose, told)):
            facts = {"one": one.written, "other": other.written, "case": kind}
            places, values = (one.place, other.place), (one.written, other.written)
            yield Remark(Level.NOTICE, f"name:{other.bare}", other.place, facts, places, values)


def sites(case: Case) -> Iterator[Remark]:
    """One site has two addresses, or two addresses are a letter apart."""
    found = [*(one for one in case.plan.references if one.kind == "site" and one.detail), *_named_sites(case)]
    by_name: dict[str, dict[str, Reference]] = defaultdict(dict)
    hosts: dict[str, Reference] = {}
    for site in found:
        by_name[squeezed(site.name)].setdefault(_host(site.detail), site)
        hosts.setdefault(_host(site.detail), site)
    for together in by_name.values():
        for first, second in combinations(together.values(), 2):
            yield _sites(first, second, "two")
    odd: set[str] = set()
    for (host, first), (other, second) in combinations(hosts.items(), 2):
        if squeezed(first.name) != squeezed(second.name) and _hosts_apart(host, other) and other not in odd:
            odd.add(other)
            yield _sites(first, second, "apart")


def _acronyms(case: Case) -> Iterator[Remark]:
    """One acronym stands behind two names."""
    prose = ((passage.text, passage.place_at) for passage in case.prose.lines())
    told = ((one.text, one.place_at) for one in printed(case.plan))
    for acronym, one, other in two_expansions(expanded(chain(prose, told))):
        facts = {"one": one.written, "other": other.written, "acronym": acronym, "case": "acronym"}
        places = (one.place, other.place)
        yield Remark(Level.DOUBT, f"body:{acronym}", other.place, facts, places, (one.written, other.written))


def _named_sites(case: Case) -> Iterator[Reference]:
    """The sites that the prose names with their address."""
    for passage in case.prose.lines():
        for name, host, start in sites_named(passage.text):
            place = passage.place_at(start)
            yield Reference(name=name, kind="site", detail=host, place=place)


def _laws(case: Case) -> Iterator[_Form]:
    """The statutes of the lists, and those that the prose names."""
    for one in case.plan.references:
        if one.kind == "law":
            yield _Form(one.name, squeezed(one.name), one.place, f"law:{one.name}")
    for passage in case.prose.lines():
        for name, start in laws_named(passage.text):
            yield _Form(name, squeezed(name), passage.place_at(start), f"law:{name}")


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether two names of some length differ in one letter of one syllable."""
    return len(one) == len(other) and len(one) >= _SOME and distance(one, other, 1) == 1


def _rare(plan: Plan) -> Iterator[Remark]:
    """A name that stands once and is one letter away from a name that stands several times."""
    printed: dict[str, list[_Form]] = defaultdict(list)
    for one in plan.references:
        if one.kind in ("body", "law"):
            printed[squeezed(one.name)].append(_Form(one.name, squeezed(one.name), one.place, f"{one.kind}:{one.name}"))
    for task in plan.tasks():
        for person in task.people:
            bare = squeezed(person.name)
            printed[bare].append(_Form(person.name, bare, person.place, f"body:{person.name}"))
    often = [found[0] for bare, found in printed.items() if len(found) >= _OFTEN and len(bare) >= _SHORT]
    once = [found[0] for bare, found in printed.items() if len(found) == 1 and len(bare) >= _SHORT]
    for known in often:
        for form in once:
            if len(known.bare) == len(form.bare) and distance(known.bare, form.bare, 1) == 1:
                yield _remark(Level.DOUBT, known, form, "apart")


def _bodies(plan: Plan) -> Iterator[_Form]:
    for one in plan.references:
        if one.kind == "body" and is_body(one.name):
            bare = without_brackets(one.name)
            yield _Form(one.name, bare, one.place, f"body:{one.name}")
    for task in plan.tasks():
        for person in task.people:
            if is_body(person.name):
                yield _Form(person.name, without_brackets(person.name), person.place, f"body:{person.name}")


def _in_sources(plan: Plan, known: set[str]) -> Iterator[_Form]:
    """Words in sources and formulas that look like the name of a body and are none of the known ones."""
    for indicator, use in plan.uses():
        for name in body_names(f"{use.source} {use.formula}"):
            bare = squeezed(name)
            if bare not in known:
                field = "source" if name in use.source else "formula"
                place = use.place_of(field, max(0, str(getattr(use, field)).find(name)))
                yield _Form(name, bare, place, f"{indicator.id}@{use.code}")


def _in_prose(case: Case, known: set[str]) -> Iterator[_Form]:
    """The same in the prose, of bodies of which there is one each."""
    for passage in case.prose.lines():
        for name in body_names(passage.text):
            if is_single_body(name) and name not in known:
                yield _Form(name, name, passage.place_at(passage.text.find(name)), f"body:{name}")


def _first_of_each(forms: Iterator[_Form]) -> list[_Form]:
    found: dict[str, _Form] = {}
    for form in forms:
        found.setdefault(form.bare, form)
    return list(found.values())


def _is_slip(one: str, other: str) -> bool:
    if one == other or one[-2:] != other[-2:] or one[:2] != other[:2] or min(len(one), len(other)) < _LEAST:
        return False
    short, long = sorted((one, other), key=len)
    missing = missing_from(short, long)
    return missing in (1, 2) or distance(one, other, 2) <= 2


def _differ_by_rank(one: str, other: str) -> bool:
    """Whether one is the decree under the other: an act and its decree are two statutes."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short)


def _host(address: str) -> str:
    bare = address.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return bare.partition("/")[0]


def _hosts_apart(one: str, other: str) -> bool:
    """Whether two hosts are a letter apart, or one name under two kinds of domain (`or.kr` and `go.kr`)."""
    first, second = _domain(one), _domain(other)
    if first is None or second is None or first == second:
        return False
    (label, kind), (other_label, other_kind) = first, second
    if label == other_label:
        return kind != other_kind
    return kind == other_kind and len(label) >= 4 and len(label) == len(other_label) and _one_letter(label, other_label)


def _domain(host: str) -> tuple[str, str] | None:
    """The name and the kind of a Korean domain: `sg.sbiz.go.kr` is (`sbiz`, `go.kr`)."""
    parts = host.split(".")
    if len(parts) < 3 or parts[-1] != "kr" or len(parts[-2]) > 2:
        return None
    return parts[-3], ".".join(parts[-2:])


def _one_letter(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _remark(level: Level, one: _Form, other: _Form, kind: str) -> Remark:
    facts = {"one": one.written, "other": other.written, "case": kind}
    places = (one.place, other.place)
    return Remark(level, other.object, other.place, facts, places, (one.written, other.written))


def _sites(one: Reference, other: Reference, kind: str) -> Remark:
    facts = {
        "name": one.name,
        "one": one.detail,
        "other_name": other.name,
        "other": other.detail,
        "case": kind,
    }
    places = (one.place, other.place)
    return Remark(Level.DOUBT, f"site:{other.name}", other.place, facts, places, (one.detail, other.detail))
