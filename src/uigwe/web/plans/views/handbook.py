"""The handbook: all checks by type and by words, a page for each check, and all of it to be printed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from uigwe.texts import NoPage
from uigwe.texts.handbook import handbook, neighbours, pages_about
from uigwe.web.plans.presenters.handbook import Chosen, printed, render_markdown
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.frame import around

_LONGEST = 60


def checks(request: HttpRequest) -> HttpResponse:
    """The checks by type; `q` and `type` leave only those that fit."""
    chosen = Chosen(request.GET.get("q", "")[:_LONGEST].strip(), request.GET.get("type", ""))
    whole = handbook(language())
    found = pages_about(chosen.words, whole, chosen.kind)
    context = {
        "chapters": found,
        "whole": whole,
        "chosen": chosen,
        "count": sum(len(one.pages) for one in found),
        "nav": "checks",
    }
    return render(request, "plans/checks.html", {**around(request), **context})


def check(request: HttpRequest, check: str) -> HttpResponse:
    """One check: what it says, why it matters, a wrong and a right example; the checks before and after it."""
    try:
        page = render_markdown(check, language())
    except NoPage as problem:
        raise Http404 from problem
    before, after = neighbours(check, language())
    context = {"page": page, "before": before, "after": after, "nav": "checks"}
    return render(request, "plans/check.html", {**around(request), **context})


def handbook_print(request: HttpRequest) -> HttpResponse:
    """The whole handbook on one page: contents, then a chapter per type."""
    return render(request, "plans/handbook.html", {**around(request), "book": printed(language()), "nav": "checks"})
