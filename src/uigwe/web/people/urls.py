"""Addresses about people."""

from django.urls import path
from django.views.i18n import set_language

from uigwe.web.people import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("session/", views.session, name="session"),
    path("language/", set_language, name="set_language"),
]
