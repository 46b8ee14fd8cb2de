"""Addresses of plans. Codes of goals and tasks stand in them in ASCII: `1-2-3` is the third task of Ⅰ-2."""

from django.urls import include, path, re_path

from uigwe.web.plans.views import changes, edit, findings, handbook, mine, overview, record, tree, whole, year

_plan = [
    path("", overview.plan, name="plan"),
    path("plan.<slug:form>", whole.whole, name="whole"),
    path("findings/", findings.findings, name="findings"),
    path("findings/export.<slug:form>", findings.export, name="findings_export"),
    path("findings/<slug:finding>/", findings.finding, name="finding"),
    path("findings/<slug:finding>/fixes/", findings.fixes, name="fixes"),
    path("findings/<slug:finding>/accept/", findings.accept, name="accept_finding"),
    path("findings/<slug:finding>/withdraw/", findings.withdraw, name="withdraw_acceptance"),
    path("money/", year.money, name="money"),
    path("calendar/", year.calendar, name="calendar"),
    path("calendar.ics", year.calendar_ics, name="calendar_ics"),
    path("search/", overview.search, name="search"),
    path("changes/", changes.changes, name="changes"),
    path("changes/start/", changes.start_draft, name="start_draft"),
    path("changes/publish/", changes.publish, name="publish"),
    path("changes/<int:patch>/undo/", changes.undo, name="undo"),
    path("revise/", edit.revise, name="revise"),
    path("revise/basis/", edit.try_basis, name="try_basis"),
    path("indicator/<slug:id>/", tree.indicator, name="indicator"),
    re_path(r"^(?P<code>\d+(?:-\d+){0,2})/$", tree.node, name="node"),
]

urlpatterns = [
    path("", overview.shelf, name="home"),
    path("checks/", handbook.checks, name="checks"),
    path("checks/print/", handbook.handbook_print, name="handbook_print"),
    path("checks/<slug:check>/", handbook.check, name="check"),
    path("me/", mine.me, name="me"),
    path("record/", record.log, name="log"),
    path("record/export.<slug:form>", record.export, name="log_export"),
    path("record/verify/", record.verify, name="log_verify"),
    path("p/<slug:agency>/<int:year>/", include(_plan)),
]
