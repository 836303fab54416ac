"""Where everything is mounted."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from interviews.views.signing_in import AdminSignInForm, DeskSignInForm, told
from newsroom.health import PATH, health

handler400 = "interviews.views.failing.too_much"
handler403 = "interviews.views.failing.not_allowed"
handler404 = "interviews.views.failing.not_found"
handler500 = "interviews.views.failing.broken"

admin.site.login_form = AdminSignInForm
sign_in = LoginView.as_view(template_name="accounts/login.html", authentication_form=DeskSignInForm)

urlpatterns = [
    path(PATH, health, name="health"),
    path("admin/login/", told(admin.site.login), name="admin-login"),
    path("admin/", admin.site.urls),
    path("login/", told(sign_in), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("", include("interviews.urls")),
]
