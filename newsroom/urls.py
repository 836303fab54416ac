"""Where everything is mounted."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

handler400 = "interviews.views.failing.too_much"
handler403 = "interviews.views.failing.not_allowed"
handler404 = "interviews.views.failing.not_found"
handler500 = "interviews.views.failing.broken"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("login/", LoginView.as_view(template_name="accounts/login.html"), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("", include("interviews.urls")),
]
