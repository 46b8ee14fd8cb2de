"""Signing in and out, and how long a session lasts."""

from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from uigwe.web.people import sessions
from uigwe.web.people.forms import SignInForm
from uigwe.web.records.chain import record


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page. A wrong name and a wrong password get the same answer."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = authenticate(request, username=form.cleaned_data["username"], password=form.cleaned_data["password"])
        if user is not None:
            with transaction.atomic():
                login(request, user)
                record(verb="signed in", by=user.get_username(), object=f"person/{user.get_username()}")
            return redirect(next_page(request))
        if getattr(request, "axes_locked_out", False):
            from uigwe.web.people.signing import locked_out

            return locked_out(request)
        form.add_error(None, _("The staff number or the password is not right."))
    status = 200 if request.method != "POST" else 422
    return render(request, "people/sign_in.html", {"form": form, "next": next_page(request)}, status=status)


def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    if request.user.is_authenticated:
        name = request.user.get_username()
        with transaction.atomic():
            record(verb="signed out", by=name, object=f"person/{name}")
            logout(request)
    return redirect("/")


@never_cache
def session(request: HttpRequest) -> JsonResponse:
    """How many seconds the session still lasts; a POST is a sign of life and starts the half hour again."""
    if request.method == "POST":
        request.session[sessions.SEEN] = sessions.now()
    remaining = sessions.left(request)
    return JsonResponse({"idle": remaining.idle, "absolute": remaining.absolute} if remaining else {})


def not_our_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: mostly a page that was open for too long."""
    sentence = _(
        "This form has expired or did not come from this site. Go back, load the page again and send it once more."
    )
    return render(request, "403.html", {"sentence": sentence}, status=403)


def next_page(request: Any) -> str:
    """Where to go after signing in: only within this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else "/"
