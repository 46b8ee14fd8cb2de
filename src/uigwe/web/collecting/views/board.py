"""The board of a round, what is done to many asks at once, and the board as a file."""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uigwe.operations.tabling import table_file
from uigwe.review import ReplyStage, Verb, why_not
from uigwe.texts import word
from uigwe.web.collecting.actions import rounds as actions
from uigwe.web.collecting.days import DaysOff
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.making import made
from uigwe.web.collecting.models import Round
from uigwe.web.collecting.presenters.board import BoardRow, Wish, board_rows, groups, stages
from uigwe.web.collecting.unasked import carriers, unasked
from uigwe.web.collecting.views.files import archive
from uigwe.web.collecting.views.frame import round_at
from uigwe.web.collecting.views.rounds import KIND_WORDS
from uigwe.web.collecting.views.year import day_of, point_out
from uigwe.web.people.actors import request_actor
from uigwe.web.plans.openends import OpenEnds, open_ends
from uigwe.web.plans.shelf import today
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.asking import user_of, when_refused
from uigwe.web.plans.views.findings import actions_key, tame
from uigwe.web.plans.views.frame import Opened, opened

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def board(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """Every ask of the round: who, how it stands, since when, what is open."""
    frame, row = opened(request, agency, year), round_at(agency, year, number)
    rows = _rows(frame, row)
    wish = Wish.of(request.GET)
    wanted = [one for one in rows if wish.takes(one)]
    actor = request_actor(request)
    may_close = why_not(Verb.CLOSE_ROUND, row.thing(), actor) is None
    may_remind = row.is_open and why_not(Verb.REMIND, row.thing().__class__(agency, year), actor) is None
    divisions = {one.ask.division.code: one.ask.division.name for one in rows if one.ask.division}
    return frame.page(
        "collecting/board.html",
        "rounds",
        agency=agency,
        year=year,
        round=row,
        kind=KIND_WORDS[row.kind],
        left=(row.due - today()).days,
        day_off=DaysOff(agency).told(row.due) if may_remind else "",
        wish=wish,
        rows=wanted,
        total=len(rows),
        stages=stages(rows),
        late=sum(1 for one in rows if one.late),
        with_errors=sum(1 for one in rows if one.errors),
        nobody=[one for one in rows if one.ask.owner is None],
        left_people=[one for one in rows if one.ask.owner and not one.ask.owner.is_active],
        groups=groups(wanted, frame.desk, wish.by),
        divisions=sorted(divisions.items(), key=lambda item: item[1]),
        may_close=may_close,
        may_remind=may_remind,
        unasked=unasked(carriers(frame.shown.plan, agency, year), {one.ask.code for one in rows}) if may_remind else [],
        handed_in=sum(1 for one in wanted if one.ask.stage == ReplyStage.REPLIED),
        ends=_ends(frame, row, rows) if may_close else None,
        key=actions_key(),
    )


def _ends(frame: Opened, row: Round, rows: list[BoardRow]) -> OpenEnds:
    """What is open as the round ends: its own parts that did not come back, and what the plan lacks; of other rounds only the former."""
    owed = sum(1 for one in rows if one.owed)
    if collected_by(row) is not None:
        return OpenEnds(owed, 0, 0, 0, 0)
    return replace(open_ends(frame.shown.revision, frame.shown.last_year), not_returned=owed)


def _rows(frame: Opened, row: Round) -> list[BoardRow]:
    return board_rows(row, frame.desk, request_actor(frame.request), today())


def remind(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """Remind those that were chosen."""
    with when_refused(request) as asked:
        count = actions.remind(
            agency=agency,
            year=year,
            number=number,
            codes=request.POST.getlist("code"),
            text=request.POST.get("text", ""),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
    asked.say("" if asked.refusal else ngettext("{n} was reminded.", "{n} were reminded.", count).format(n=count))
    return redirect("board", agency=agency, year=year, number=number)


def extend(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """Give those that were chosen more time."""
    due = day_of(request.POST.get("due", ""))
    with when_refused(request) as asked:
        count = actions.extend(
            agency=agency,
            year=year,
            number=number,
            codes=request.POST.getlist("code"),
            due=due or today(),
            why=request.POST.get("text", ""),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
    asked.say("" if asked.refusal else ngettext("{n} has more time.", "{n} have more time.", count).format(n=count))
    if asked.refusal is None:
        point_out(request, agency, due)
    return redirect("board", agency=agency, year=year, number=number)


def accept(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """Take the replies of those that were chosen."""
    with when_refused(request) as asked:
        count = actions.accept_replies(
            agency=agency,
            year=year,
            number=number,
            codes=request.POST.getlist("code"),
            text=request.POST.get("text", ""),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
    words = "" if asked.refusal else ngettext("{n} reply was accepted.", "{n} replies were accepted.", count)
    asked.say(words.format(n=count) if words else "")
    return redirect("board", agency=agency, year=year, number=number)


def close(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """Close the round."""
    actions.close_round(agency=agency, year=year, number=number, key=request.POST.get("key", ""), by=user_of(request))
    return redirect("board", agency=agency, year=year, number=number)


def forms(request: HttpRequest, agency: str, year: int, number: int, form: str) -> HttpResponse:
    """All forms of the round that this person may see, in one archive."""
    frame, row = opened(request, agency, year), round_at(agency, year, number)
    return archive(frame, row, [one.ask for one in _rows(frame, row)], form)


HEAD = ("code", "title", "division", "owner", "stage", "due", "left", "age", "errors", "findings", "questions")


def export(request: HttpRequest, agency: str, year: int, number: int, form: str) -> HttpResponse:
    """The board as a table."""
    if form not in ("csv", "xlsx"):
        raise Http404
    frame, row = opened(request, agency, year), round_at(agency, year, number)
    wish = Wish.of(request.GET)
    cells = [list(_head()), *(_cells(one) for one in _rows(frame, row) if wish.takes(one))]
    if form == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerows([[tame(cell) for cell in line] for line in cells])
        data, kind = b"\xef\xbb\xbf" + out.getvalue().encode(), "text/csv; charset=utf-8"
    else:
        data, kind = made(table_file, row.title, cells), XLSX
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="round-{agency}-{year}-{number}.{form}"'
    return response


def _head() -> Iterable[str]:
    names = {
        "code": _("Code"),
        "title": _("Title"),
        "division": _("Division"),
        "owner": _("Owner"),
        "stage": _("State"),
        "due": _("Due on"),
        "left": _("Days left"),
        "age": _("Days in this state"),
        "errors": _("Errors"),
        "findings": _("Needs a look"),
        "questions": _("Questions"),
    }
    return [names[name] for name in HEAD]


def _cells(row: BoardRow) -> list[str]:
    ask = row.ask
    return [
        ask.code,
        row.title,
        ask.division.name if ask.division else "",
        ask.owner.name if ask.owner else "",
        word("reply_stage", ask.stage, language()),
        ask.due.isoformat(),
        str(row.left),
        str(row.age),
        str(row.errors),
        str(sum(row.counts.values())),
        str(row.questions),
    ]
