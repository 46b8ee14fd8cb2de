"""What waits for a person in rounds and in the calendar of the year: what is owed, and for the office what came in."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uigwe.review import Actor, ReplyStage, Role
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.models import Ask, Round
from uigwe.web.collecting.presenters.year import owed_by
from uigwe.web.collecting.querysets import OWED
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.presenters.mine import Due

# More replies of one round than this are one line that leads to the board.
FEW = 5


def work(person: Any, actor: Actor, as_of: date) -> Iterator[Due]:
    """Everything that rounds and the calendar want of this person."""
    if not actor.agency:
        return
    for row in owed_by(actor.agency, actor.roles, as_of):
        page = reverse("year", kwargs={"agency": row.step.agency_id, "year": row.step.year})
        yield Due(_("Step of the year"), row.title, f"{page}#{row.step.code}", row.step.due, as_of)
    rounds = list(Round.objects.filter(agency_id=actor.agency).open())
    asks = _asks(rounds)
    yield from _own(asks, actor, as_of)
    if Role.PERFORMANCE_OFFICE in actor.roles:
        yield from _of_office(rounds, asks, as_of)


def _asks(rounds: list[Round]) -> list[Any]:
    rows = Ask.objects.filter(round__in=rounds).select_related("round", "owner")
    counted = rows.annotate(
        questions_open=Count("questions", filter=Q(questions__choice=""), distinct=True),
        files_waiting=Count("files", filter=Q(files__stage="read"), distinct=True),
    )
    return list(counted)


def _own(asks: list[Any], actor: Actor, as_of: date) -> Iterator[Due]:
    """What the person answers for, and what their division does."""
    what = {ReplyStage.SUPPLEMENT: _("Supplement owed")}
    for ask in asks:
        where = (ask.round.agency_id, ask.round.year, ask.code)
        if ask.stage in OWED and where in actor.delegated:
            yield from _supplied(ask, actor, as_of)
        if ask.stage not in OWED or where not in actor.mine | actor.division:
            continue
        about = f"{ask.round.title} · {ask.code}"
        if where not in actor.mine:
            about += f" ({ask.owner.name if ask.owner else _('my division')})"
        yield Due(what.get(ReplyStage(ask.stage), _("Reply owed")), about, _page(ask), ask.due, as_of, _node(ask))
        if ask.questions_open or ask.files_waiting:
            yield Due(_("Questions about a file"), about, _page(ask), ask.due, as_of, _node(ask))


def _supplied(ask: Any, actor: Actor, as_of: date) -> Iterator[Due]:
    """Figures that somebody of an affiliated body has still to supply."""
    other = collected_by(ask.round)
    owed = other.owes(ask, actor) if other is not None else 0
    if owed:
        words = ngettext("{n} figure owed", "{n} figures owed", owed).format(n=owed)
        yield Due(words, f"{ask.round.title} · {ask.code}", _page(ask), ask.due, as_of, _node(ask))


def _of_office(rounds: list[Round], asks: list[Any], as_of: date) -> Iterator[Due]:
    """What came in one by one; what is late and what has nobody by the round. Their days are those by which replies were asked for."""
    many = {row.pk: _waiting(asks, row) for row in rounds}
    for ask in asks:
        about = f"{ask.round.title} · {ask.code}"
        if ask.stage == ReplyStage.REPLIED and many.get(ask.round_id, 0) <= FEW:
            yield Due(_("Reply to accept"), about, _page(ask), ask.due, as_of, _node(ask))
        elif ask.stage == ReplyStage.REFUSED:
            yield Due(_("No reply, with a reason"), about, _page(ask), ask.due, as_of, _node(ask))
        if ask.questions_open or ask.files_waiting:
            yield Due(_("Questions about a file"), about, _page(ask), ask.due, as_of, _node(ask))
    for row in rounds:
        mine = [ask for ask in asks if ask.round_id == row.pk and ask.stage in OWED]
        board = reverse("board", kwargs={"agency": row.agency_id, "year": row.year, "number": row.number})
        late = sum(1 for ask in mine if ask.due < as_of)
        if many[row.pk] > FEW:
            words = ngettext("{n} reply to accept", "{n} replies to accept", many[row.pk]).format(n=many[row.pk])
            yield Due(words, row.title, f"{board}?stage={ReplyStage.REPLIED}", row.due, as_of)
        nobody = sum(1 for ask in mine if ask.owner is None or not ask.owner.is_active)
        if late:
            words = ngettext("{n} reply is late", "{n} replies are late", late).format(n=late)
            yield Due(words, row.title, f"{board}?late=1", row.due, as_of)
        if nobody:
            words = ngettext("{n} task without anybody", "{n} tasks without anybody", nobody).format(n=nobody)
            yield Due(words, row.title, board, row.due, as_of)


def _waiting(asks: list[Any], row: Round) -> int:
    """How many replies of a round wait for the office."""
    return sum(1 for ask in asks if ask.round_id == row.pk and ask.stage == ReplyStage.REPLIED)


def _node(ask: Ask) -> tuple[str, int, str]:
    """What an ask is about."""
    return ask.round.agency_id, ask.round.year, ask.code


def _page(ask: Ask) -> str:
    row = ask.round
    there = {"agency": row.agency_id, "year": row.year, "number": row.number, "code": address(ask.code)}
    return reverse("part", kwargs=there)
