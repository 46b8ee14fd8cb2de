"""Addresses of collecting, below a plan's. Codes stand in them as in those of goals and tasks: `1-1-2`."""

from django.urls import include, path, re_path

from uigwe.web.collecting.views import board, files, part, replies, rounds, year

_CODE = r"^rounds/(?P<number>\d{1,6})/(?P<code>\d+(?:-\d+){0,2})/"

_plan = [
    path("year/", year.year, name="year"),
    path("year/take-over/", year.copy, name="copy_calendar"),
    path("year/days-off/", year.set_day_off, name="set_day_off"),
    path("year/<slug:step>/move/", year.move, name="move_deadline"),
    path("year/<slug:step>/done/", year.finish, name="finish_step"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/open/", rounds.open_round, name="open_round"),
    path("rounds/<int:number>/", board.board, name="board"),
    path("rounds/<int:number>/board.<slug:form>", board.export, name="board_export"),
    path("rounds/<int:number>/forms.<slug:form>.zip", board.forms, name="round_forms"),
    path("rounds/<int:number>/remind/", board.remind, name="remind"),
    path("rounds/<int:number>/extend/", board.extend, name="extend"),
    path("rounds/<int:number>/accept/", board.accept, name="accept_replies"),
    path("rounds/<int:number>/close/", board.close, name="close_round"),
    re_path(_CODE + r"$", part.part, name="part"),
    re_path(_CODE + r"save/$", part.save, name="save_part"),
    re_path(_CODE + r"findings/$", part.findings, name="part_findings"),
    re_path(_CODE + r"form\.(?P<form>[a-z]{1,5})$", files.form_file, name="part_form"),
    re_path(_CODE + r"reply/$", replies.reply, name="reply"),
    re_path(_CODE + r"refuse/$", replies.refuse, name="refuse_reply"),
    re_path(_CODE + r"comment/$", replies.comment, name="comment"),
    re_path(_CODE + r"supplement/$", replies.supplement, name="require_supplement"),
    re_path(_CODE + r"accept/$", replies.accept, name="accept_reply"),
    re_path(_CODE + r"files/$", files.take, name="take_file"),
    re_path(_CODE + r"files/(?P<file>\d{1,15})/$", files.received, name="received"),
    re_path(_CODE + r"files/(?P<file>\d{1,15})/kept/$", files.kept, name="received_file"),
    re_path(_CODE + r"files/(?P<file>\d{1,15})/merge/$", files.merge, name="merge_file"),
    re_path(_CODE + r"files/(?P<file>\d{1,15})/settle/$", files.settle, name="settle_question"),
]

urlpatterns = [path("p/<slug:agency>/<int:year>/", include(_plan))]
