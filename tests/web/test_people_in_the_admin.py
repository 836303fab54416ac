"""Whoever has the role Admin looks after people and sees everything, and gets no further by it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
PASSWORD = "otters-sing-at-noon"


@pytest.fixture
def ada() -> User:
    """Somebody of the group of admins."""
    user = User.objects.create_user("ada", is_staff=True)
    user.groups.add(Group.objects.get(name="Admin"))
    return user


@pytest.fixture
def admin(client: Client, ada: User) -> Client:
    client.force_login(ada)
    return client


def the_form(user: User, **changed: object) -> dict[str, object]:
    """What a browser sends of the page of a person."""
    joined = user.date_joined
    return {
        "username": user.username,
        "is_active": "on",
        "is_staff": "on" if user.is_staff else "",
        "groups": [group.pk for group in user.groups.all()],
        "date_joined_0": f"{joined:%Y-%m-%d}",
        "date_joined_1": f"{joined:%H:%M:%S}",
        **changed,
    }


def page(user: User, name: str = "auth_user_change") -> str:
    return reverse(f"admin:{name}", args=[user.pk])


def test_an_admin_gives_a_role(admin: Client) -> None:
    bob, editors = User.objects.create_user("bob"), Group.objects.get(name="Editor")
    admin.post(page(bob), the_form(bob, groups=[editors.pk]))
    assert list(bob.groups.all()) == [editors]


def test_an_admin_cannot_take_every_right(admin: Client, ada: User) -> None:
    right = Permission.objects.get(codename="delete_user")
    admin.post(page(ada), the_form(ada, first_name="Ada", is_superuser="on", user_permissions=[right.pk]))
    ada.refresh_from_db()
    assert (ada.first_name, ada.is_superuser, list(ada.user_permissions.all())) == ("Ada", False, [])


def test_an_admin_cannot_become_somebody_with_every_right(admin: Client) -> None:
    root = User.objects.create_superuser("root", password="kept")
    admin.post(page(root), the_form(root, first_name="Mine"))
    admin.post(page(root, "auth_user_password_change"), {"password1": PASSWORD, "password2": PASSWORD})
    root.refresh_from_db()
    assert (root.first_name, root.check_password("kept")) == ("", True)


def test_somebody_with_every_right_gives_it(client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))
    bob = User.objects.create_user("bob", is_staff=True)
    client.post(page(bob), the_form(bob, is_superuser="on"))
    bob.refresh_from_db()
    assert bob.is_superuser


@pytest.mark.parametrize("model", ["comment", "suggestion", "correction", "erasurerecord"])
def test_an_admin_sees_what_was_said_and_erased(admin: Client, model: str) -> None:
    shown = admin.get(reverse(f"admin:interviews_{model}_changelist"))
    assert 'id="changelist"' in shown.content.decode()
