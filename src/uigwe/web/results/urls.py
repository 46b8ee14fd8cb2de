"""Addresses of results, papers and followed items, below a plan's. Codes stand in them in ASCII: `1-1-2`."""

from django.urls import include, path, re_path

from uigwe.web.results.views import assembly, books, counting, followed, overview

_CODE = r"(?P<code>\d+(?:-\d+){0,2})"

_plan = [
    path("next-year/", overview.start_next_year, name="start_next_year"),
    path("results/", overview.results, name="results"),
    path("results/take/", books.take_table, name="take_table"),
    path("results/table/<slug:kind>.xlsx", books.table, name="result_table"),
    path("results/papers/", books.papers, name="papers"),
    path("results/papers/<slug:paper>.<slug:form>", books.paper, name="paper"),
    path("results/reconciliation/", books.reconciliation, name="reconciliation"),
    path("results/assembly/", assembly.assembly, name="assembly"),
    path("results/assembly/<int:number>/", assembly.assembly_answer, name="assembly_answer"),
    path("results/assembly/<int:number>/sent/", assembly.add_sent_file, name="add_sent_file"),
    path("results/assembly/<int:number>/files/<int:file>/", assembly.assembly_file, name="assembly_file"),
    path("results/counting/", counting.counting, name="counting"),
    path("results/followed/", followed.followed, name="followed"),
    path("results/followed/<int:number>/", followed.followed_item, name="followed_item"),
    path("results/judge/<int:number>/", overview.judge_result, name="judge_result"),
    re_path(rf"^results/tasks/{_CODE}/$", overview.task_results, name="task_results"),
    re_path(rf"^results/tasks/{_CODE}/milestone/$", overview.report_milestone, name="report_milestone"),
    re_path(rf"^results/tasks/{_CODE}/spending/$", books.enter_spending, name="enter_spending"),
    re_path(rf"^results/tasks/{_CODE}/evidence/$", overview.add_evidence, name="add_evidence"),
    re_path(rf"^results/tasks/{_CODE}/delegate/$", overview.delegate, name="delegate"),
    re_path(rf"^results/(?P<id>[-\w]+)/{_CODE}/$", overview.result, name="result"),
]

urlpatterns = [path("p/<slug:agency>/<int:year>/", include(_plan))]
