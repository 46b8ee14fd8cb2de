"""The handbook: a page for each check."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from uigwe.texts import NoPage
from uigwe.web.plans.presenters.handbook import Rendered, render_markdown
from uigwe.web.plans.presenters.handbook import handbook as pages
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.frame import around


def checks(request: HttpRequest) -> HttpResponse:
    """All checks by type."""
    groups: dict[str, list[Rendered]] = {}
    for page in pages(language()):
        groups.setdefault(page.type, []).append(page)
    return render(request, "plans/checks.html", {**around(request), "groups": groups, "nav": "checks"})


def check(request: HttpRequest, check: str) -> HttpResponse:
    """One check: what it says, why it matters, a wrong and a right example."""
    known: Mapping[str, Rendered] = {page.id: page for page in pages(language())}
    try:
        page = known.get(check) or render_markdown(check, language())
    except NoPage as problem:
        raise Http404 from problem
    return render(request, "plans/check.html", {**around(request), "page": page, "nav": "checks"})
