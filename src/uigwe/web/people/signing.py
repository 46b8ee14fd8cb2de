"""Signing in: passwords, and what happens after too many wrong ones."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from uigwe.web.people.models import User


class Passwords(ModelBackend):
    """Staff number and password. An account that was made inactive loses its session on the next request."""

    def get_user(self, user_id: Any) -> User | None:
        user = User.objects.select_related("agency", "division").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


def locked_out(request: HttpRequest, credentials: Any = None, *args: Any, **kwargs: Any) -> HttpResponse:
    """After five wrong passwords for one account from one address."""
    return render(request, "people/sign_in.html", {"locked": True, "form": None}, status=429)
