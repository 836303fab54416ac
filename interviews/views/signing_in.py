"""Signing in, at the desk and in the admin alike, as often as somebody may try."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

from interviews.services.limiting import TooOften
from interviews.services.signing_in import Attempt, attempt, folded, succeeded
from interviews.views.limiting import address_of

View = Callable[[HttpRequest], HttpResponseBase]

_COOKIE = "signed_in_before"
_LASTS = 180 * 24 * 3600  # seconds
_WAIT = "newsroom.wait"  # in the request: seconds until the next try


class DeskSignInForm(AuthenticationForm):
    """Name and password, looked at only so often. ``wait`` is the sentence that says how long to wait."""

    wait = ""

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError with the time to wait, before the password is looked at."""
        name = self.cleaned_data.get("username")
        if self.request is None or not name or not self.cleaned_data.get("password"):
            return super().clean()
        made = Attempt(name, address_of(self.request), _browser(self.request, name))
        try:
            attempt(made)
        except TooOften as flood:
            self.request.META[_WAIT] = flood.seconds
            self.wait = _too_often(flood.seconds)
            raise forms.ValidationError(self.wait, code="too_often") from flood
        cleaned = super().clean()
        succeeded(made)
        return cleaned


class AdminSignInForm(DeskSignInForm, AdminAuthenticationForm):
    """The same for those who may see the admin."""


def told(view: View) -> View:
    """A view that signs people in: whoever has to wait is told so in the headers too, and a browser in which
    somebody signed in is known from then on."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        response = view(request)
        if request.method != "POST":
            return response
        if seconds := request.META.get(_WAIT):
            response.status_code = 429
            response.headers["Retry-After"] = str(seconds)
        elif request.user.is_authenticated:
            response.set_signed_cookie(
                _COOKIE,
                f"{secrets.token_urlsafe(9)} {_hashed(request.user.get_username())}",
                max_age=_LASTS,
                path=request.path,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response

    return answer


def _browser(request: HttpRequest, name: str) -> str:
    """What names this browser, where this person has signed in with it before."""
    browser, _, whose = str(request.get_signed_cookie(_COOKIE, "", max_age=_LASTS)).partition(" ")
    return browser if whose == _hashed(name) else ""


def _hashed(name: str) -> str:
    return salted_hmac("interviews.signing_in", folded(name)).hexdigest()[:32]


def _too_often(seconds: int) -> str:
    minutes = ceil(seconds / 60)
    wait = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"That was not right too often. Wait {wait}, then try again."
