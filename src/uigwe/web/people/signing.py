"""Signing in: passwords, and what happens after too many wrong ones."""

from typing import Any

from django.contrib.auth import authenticate, login
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from uigwe.web.people.models import User
from uigwe.web.records.chain import record


class Passwords(ModelBackend):
    """Staff number and password. An account that was made inactive loses its session on the next request."""

    def get_user(self, user_id: Any) -> User | None:
        user = User.objects.select_related("agency", "division").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


def proves(request: HttpRequest, password: str) -> bool:
    """Whether this is the password of the person who is signed in; it is noted, and wrong ones count as at the sign-in page."""
    name = request.user.get_username()
    user = authenticate(request, username=name, password=password)
    if user is None or user.pk != request.user.pk:
        return False
    with transaction.atomic():
        login(request, user)
        record(verb="password confirmed", by=name, object=f"person/{name}")
    return True


def locked_out(request: HttpRequest, credentials: Any = None, *args: Any, **kwargs: Any) -> HttpResponse:
    """After five wrong passwords for one account from one address."""
    return render(request, "people/sign_in.html", {"locked": True, "form": None}, status=429)
