"""Tags and filters of the site's templates: ways to pages, words, money, marks."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from uigwe.audit import Finding
from uigwe.plan import EditProblem, Place, field_now
from uigwe.plan.agenda import FIELD as LINKS
from uigwe.plan.agenda import NONE as NO_LINKS
from uigwe.plan.results_form import FIELDS as OF_RESULTS
from uigwe.plan.rows import told_row
from uigwe.review import Thing, Verb, why_not
from uigwe.texts import field_word as word_of_field
from uigwe.texts import page, say, tell
from uigwe.texts import period_word as word_of_period
from uigwe.texts import word as glossary_word
from uigwe.texts.forms import head_of, word_in
from uigwe.texts.handbook import without_blanks
from uigwe.texts.readings import in_words as basis_in_words
from uigwe.values import EXACT, plain, rounded
from uigwe.web.invented import is_made_up
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.presenters.money import share as share_of

register = template.Library()

# One shape for each level, so that colour is never alone: a diamond, a disc, a rounded square, a ring.
SHAPES = {
    "error": '<path class="solid" d="M8 .8 15.2 8 8 15.2.8 8z"/><path class="cut" d="M8 4.6v4"/><circle class="dot" cx="8" cy="11.3" r="1"/>',
    "doubt": '<circle class="solid" cx="8" cy="8" r="7"/><path class="cut" d="M6 6.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1"/>'
    '<circle class="dot" cx="8" cy="11.6" r="1"/>',
    "notice": '<rect class="solid" x="1.2" y="1.2" width="13.6" height="13.6" rx="3"/><path class="cut" d="M8 7.4v4"/>'
    '<circle class="dot" cx="8" cy="4.8" r="1"/>',
    "clear": '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/>'
    '<path d="m5.4 8.2 1.8 1.8 3.4-3.6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>',
}
THEMES = ("light", "dark")


def language() -> str:
    """The language of the page, as `texts` names it."""
    return "ko" if (get_language() or "ko").startswith("ko") else "en"


@register.filter
def word(identifier: object, group: str) -> str:
    """A word of the glossary: `{{ level|word:"level" }}`."""
    return glossary_word(group, str(identifier), language())


@register.simple_tag(takes_context=True)
def way(context: Any, page: str, **arguments: Any) -> str:
    """The address of a page of the plan that is shown; a `code` may be given as printed."""
    shown = context["shown"]
    if "code" in arguments:
        code = str(arguments["code"])
        arguments["code"] = code if code[:1].isascii() else address(code)
    return _reversed(page, shown.revision.agency_id, shown.revision.year, tuple(arguments.items()))


@lru_cache(maxsize=4096)
def _reversed(page: str, agency: str, year: int, arguments: tuple[tuple[str, Any], ...]) -> str:
    return reverse(page, kwargs={"agency": agency, "year": year, **dict(arguments)})


# Pages that every year of a plan has; from any other the way to another year leads to its first page.
_OF_EVERY_YEAR = frozenset({"plan", "findings", "money", "calendar", "changes", "year", "rounds", "approval"})


@register.simple_tag(takes_context=True)
def other_years(context: Any) -> list[tuple[int, str]]:
    """The years of this agency that this person may see, each with the address of the same page there; none where it is one only."""
    shown, nav = context["shown"], context.get("nav")
    page = nav if nav in _OF_EVERY_YEAR else "plan"
    agency = shown.revision.agency_id
    return [(year, _reversed(page, agency, year, ())) for year in shown.years] if len(shown.years) > 1 else []


@register.simple_tag(takes_context=True)
def way_to(context: Any, object: str) -> str:
    """The address of the page that shows an object: an indicator's, a goal's or task's, the home of the plan."""
    page, argument = context["desk"].way_to(object)
    names = {"indicator": "id", "node": "code"}
    row = object.partition("/")[2]
    arguments = {names[page]: argument} if page in names else {}
    return way(context, page if page in names else "plan", **arguments) + (f"#{row}" if row and page == "node" else "")


@register.simple_tag(takes_context=True)
def object_name(context: Any, object: str) -> str:
    """What an object is called: an indicator by its name, a milestone or budget line by its words, a goal or task by its title."""
    desk = context["desk"]
    if name := desk.indicator_names.get(object.partition("@")[0]):
        return str(name)
    code, _slash, row = object.partition("/")
    task = desk.plan.task(code)
    if task and row == "agenda":
        return f"{code} {task.title}"
    if task and row:
        lines = task.milestones if row.startswith("m") else task.budget
        for line in lines:
            if str(line.row) == row[1:]:
                words = getattr(line, "text", "") or getattr(line, "name", "") or getattr(line, "code", "")
                return str(words) or f"{task.title} ({row[1:]})"
    node = desk.plan.node(code)
    return node.title if node else _called(object)


def _called(object: str) -> str:
    """The words for what a finding names by key: `claim:Ⅱ-2:subject`, `law:name`, `series:subject:2022`, `tally::task:items`, `name@Ⅰ-1`."""
    kind, _colon, rest = object.partition(":")
    if not rest:
        name, _at, code = object.partition("@")
        return f"{code} {name}".strip() if code else glossary_word("object", object, language())
    parts = [part for part in rest.split(":") if part]
    if kind == "tally":
        *scope, level, what = parts
        return " ".join((*scope, glossary_word("level", level, language()), glossary_word("what", what, language())))
    if kind == "claim":
        return parts[-1]
    return " ".join(parts)


def _icon(level: str) -> SafeString:
    return mark_safe(f'<svg viewBox="0 0 16 16" aria-hidden="true">{SHAPES[level]}</svg>')  # noqa: S308 - constants above


@register.simple_tag
def mark(level: str, count: int | None = None) -> SafeString:
    """The small mark of a goal or task: shape and number; the word is there for those who do not see it."""
    if not level:
        return format_html(
            '<span class="mark is-clear">{}<span class="sr">{}</span></span>', _icon("clear"), _("Nothing to look at")
        )
    text = glossary_word("level", level, language())
    number = "" if count is None else count
    return format_html(
        '<span class="mark is-{}" title="{}">{}{}<span class="sr"> {}</span></span>',
        level,
        text,
        _icon(level),
        number,
        text,
    )


@register.simple_tag
def badge(level: str) -> SafeString:
    """The mark with its word, as findings carry it."""
    name = level or "clear"
    text = glossary_word("level", level, language()) if level else _("Nothing to look at")
    return format_html('<span class="mark badge is-{}">{}{}</span>', name, _icon(name), text)


@register.filter
def field_word(field: str) -> str:
    """The word for a field of a change: `actual.2022` is the result of 2022, `result.2023-Q1.n` a cell of a form of results."""
    section, period, name = _of_results(field)
    if not section:
        return word_of_field(field, language())
    head = head_of("results" if section == "result" else section, name, language())
    return head if section == "progress" else f"{period_word(period)} {head}"


def _of_results(field: str) -> tuple[str, str, str]:
    """Section, period and name of a field of a form of results; nothing for any other."""
    section, _dot, rest = field.partition(".")
    period, _dot, name = rest.partition(".")
    return (section, period, name) if name in OF_RESULTS.get(section, ()) else ("", "", "")


@register.filter
def period_word(period: str) -> str:
    """What a period of results is called: `2023-Q1`, `2023-H1`, `2023`; anything else as it is."""
    return word_of_period(period, language())


@register.simple_tag
def badge_text(level: str) -> SafeString:
    """Shape and word without the pill around them."""
    return format_html(
        '<span class="mark is-{}">{}{}</span>', level, _icon(level), glossary_word("level", level, language())
    )


@register.filter
def quarter_word(number: object) -> str:
    """What a quarter is called in a list of choices; 0 is what goes on all year, or has no quarter."""
    return _("all year (no quarter)") if str(number) == "0" else word_in("quarter", str(number), language())


@register.filter
def as_told(value: str, field: str) -> str:
    """The value of an edit as a person would say it: a new milestone in words, no link at all; anything else as it is."""
    if field == LINKS and value.strip() == NO_LINKS:
        return _("no link")
    if name := _of_results(field)[2]:
        return word_in(name, value, language())
    told = told_row(value) if field == "row" else None
    if told is None:
        return value
    words = _("{text} · {when} · {quarter}").format(
        text=told["text"] or "–", when=told["when"] or _("no day"), quarter=quarter_word(told["quarter"] or "0")
    )
    return f"{words} · {told['note']}" if told["note"] else words


@register.filter
def said(finding: Finding) -> str:
    """What a finding says, in one sentence."""
    return say(finding, language()).sentence


@register.filter
def check_title(check: str) -> str:
    """What a check is called in the handbook."""
    return page(check, language()).title


@register.filter
def problem(found: Any) -> str:
    """A problem of an expression in words."""
    return tell("formulas", found.reason, found.facts, language())


@register.filter
def in_words(reading: Any) -> str:
    """A reading of a reason as a sentence, or why there is none."""
    if hasattr(reading, "basis"):
        return basis_in_words(reading.basis, reading.unit, language())
    return tell("readings", reading.why, reading.facts, language())


@register.simple_tag
def basis_words(basis: str, unit: str) -> str:
    """A basis as a sentence."""
    return basis_in_words(basis, unit, language())


@register.filter
def plain_advice(advice: str) -> str:
    """The advice of a check without the facts of one finding: its blanks become an ellipsis."""
    return without_blanks(advice)


@register.simple_tag
def spot(object: str, field: str) -> str:
    """The id of the element that shows a field of an object, and that a form takes the place of."""
    name, _at, code = object.partition("@")
    head, _slash, row = name.partition("/")
    parts = (head if head.isascii() else address(head), address(code) if code else "", row, field)
    return "-".join(("at", *filter(None, parts)))


@register.inclusion_tag("plans/_pen.html", takes_context=True)
def pen(context: Any, object: str, field: str, may: bool) -> dict[str, Any]:
    """The small link that turns a field into a form, for those who may."""
    return {"shown": context["shown"], "object": object, "field": field, "may": may, "at": spot(object, field)}


@register.simple_tag(takes_context=True)
def may(context: Any, verb: str) -> bool:
    """Whether the person may do something in general: `{% may "read-log" as may_read_log %}`."""
    actor = context.get("actor")
    return actor is not None and why_not(Verb(verb), Thing(), actor) is None


@register.filter
def won(amount: Decimal | None) -> str:
    """An amount in won with thousands parted."""
    return "" if amount is None else _("KRW {amount}").format(amount=f"{amount:,.0f}")


@register.filter
def short_won(amount: Decimal | None) -> str:
    """An amount as people say it: in units of 100 million and of a million million won in Korean, in bn and tn in English."""
    return "" if amount is None else _short_won(amount, language())


@lru_cache(maxsize=4096)
def _short_won(amount: Decimal, _language: str) -> str:
    sign = "-" if amount < 0 else ""
    amount = abs(amount)
    hundred_millions = rounded(EXACT.divide(amount, Decimal(10) ** 8))
    if amount >= Decimal(10) ** 12:
        trillions, rest = divmod(int(hundred_millions), 10_000)
        tn = plain(rounded(EXACT.divide(amount, Decimal(10) ** 12), 2))
        words = _("KRW {tn} tn") if rest else pgettext("a round amount", "KRW {tn} tn")
        return sign + words.format(tn=tn, jo=f"{trillions:,}", eok=f"{rest:,}")
    if amount >= Decimal(10) ** 8:
        bn = plain(rounded(EXACT.divide(amount, Decimal(10) ** 9), 1))
        return sign + _("KRW {bn} bn").format(bn=bn, eok=f"{int(hundred_millions):,}")
    millions = plain(rounded(EXACT.divide(amount, Decimal(10) ** 6), 1))
    return sign + _("KRW {millions} m").format(millions=millions)


@register.simple_tag
def share(part: Decimal, whole: Decimal) -> str:
    """How long a bar is, in thousandths."""
    return share_of(part, whole)


@register.filter
def digits(value: Decimal | None) -> str:
    """A decimal to read: thousands parted, at most four places, no idle zeros."""
    if value is None:
        return ""
    text = plain(rounded(value, 4))
    whole, _dot, rest = text.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(whole):,}" + (f".{rest}" if rest else "")


@register.filter
def place(where: Place) -> str:
    """A place in the document in words: part, code or heading, line."""
    part = glossary_word("part", where.part.value, language())
    spot = " ".join(filter(None, (part, where.code or where.heading)))
    return _("{spot}, line {line}").format(spot=spot, line=where.line) if where.line else spot


@register.filter
def in_one_line(places: Iterable[Place]) -> list[str]:
    """Places in words, those of one goal, task or heading together with all their lines in order."""
    found: dict[Place, list[int]] = {}
    for one in places:
        found.setdefault(replace(one, line=None, page=None), []).extend([one.line] if one.line else [])
    told = []
    for head, lines in found.items():
        words = place(head)
        listed = ", ".join(str(line) for line in sorted(set(lines)))
        told.append(_("{spot}, line {line}").format(spot=words, line=listed) if listed else words)
    return told


@register.filter
def but_level(wanted: Any, level: str) -> str:
    """The address of a list with another level chosen: `{{ wanted|but_level:"error" }}`."""
    return str(wanted.but(level=level))


@register.filter
def but_since(wanted: Any, since: str) -> str:
    """The address of a list beside another revision: what is new, gone or still there."""
    return str(wanted.but(since=since))


@register.filter
def but_against(wanted: Any, number: int) -> str:
    """The address of a list beside the revision of that number."""
    return str(wanted.but(against=str(number)))


@register.filter
def but_page(wanted: Any, number: int) -> str:
    """The address of another page of a list."""
    return str(wanted.but(page=number))


@register.filter
def slug_of(code: str) -> str:
    """A printed code as it stands in an address."""
    return address(code)


@register.filter
def lookup(mapping: Any, key: Any) -> Any:
    """A value of a mapping by a key that is known only at run time."""
    return mapping.get(key)


@register.inclusion_tag("plans/_original.html", takes_context=True)
def original(context: Any, object: str, field: str) -> dict[str, Any]:
    """What an amended field said when the plan was fixed, or an edited one in the published plan; nothing where it says the same."""
    shown = context["shown"]
    if field == LINKS:
        return _original_links(shown, object)
    for kind, found in (("amended", shown.originals), ("edited", shown.edits)):
        for (thing, name), before in found.items():
            if thing == object and (name == field or (name[:-4] == f"{field}." and name[-4:].isdecimal())):
                return {"kind": kind, "before": before, "invented": settings.DEMO}
    return {"kind": ""}


@register.simple_tag(takes_context=True)
def is_invented(context: Any, object: str) -> bool:
    """Whether this thing of the demonstration says what an invented amendment made of it, or what somebody typed there."""
    shown = context["shown"]
    if not settings.DEMO:
        return False
    return any(thing == object for found in (shown.originals, shown.edits) for thing, _field in found)


@register.simple_tag(takes_context=True)
def made_up(context: Any) -> bool:
    """Whether the plan that is shown is none that was published anywhere: typed, started or brought in by visitors of a demonstration."""
    shown = context.get("shown")
    return bool(shown) and is_made_up(shown.revision.agency_id, shown.revision.year)


def _original_links(shown: Any, object: str) -> dict[str, Any]:
    """The same for links to the agenda, which change line by line and are edited as one field."""
    now = field_now(shown.plan, object, LINKS)
    for kind, row in (
        ("amended", shown.original_revision),
        ("edited", shown.previous_revision if shown.draft else None),
    ):
        try:
            before = field_now(plan_of(row), object, LINKS) if row else now
        except EditProblem:  # a task that was not there
            before = ""
        if before != now:
            return {"kind": kind, "before": before, "invented": settings.DEMO}
    return {"kind": ""}


@register.simple_tag(takes_context=True)
def theme(context: Any) -> str:
    """The chosen theme; empty when the machine decides."""
    request = context.get("request")
    chosen = request.COOKIES.get("uigwe_theme", "") if request else ""
    return chosen if chosen in THEMES else ""


@register.simple_tag(takes_context=True)
def same_with(context: Any, **changes: Any) -> str:
    """This page's query with some parameters changed: `?{% same_with level="error" %}`."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value in ("", None):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return str(query.urlencode())


@register.simple_tag
def as_of_fixed() -> bool:
    """Whether the as-of date is set by a setting and is not today."""
    return bool(getattr(settings, "TODAY", None))
