"""Who gets where: every address, for everybody, by every method, against one table.

An address without a line in the table fails here: say who may go there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pytest
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from interviews.services.publishing import publish
from tests.addresses import address, names
from tests.cast import ROLES, a_member, an_interview

pytestmark = pytest.mark.django_db


class Needs(StrEnum):
    """What somebody has to be allowed to do."""

    NOTHING = "nothing"
    DESK = "work at the desk"
    INTERVIEW = "work on this interview"
    IMPORT = "see this import"
    APPROVE = "approve this interview"
    MANAGE = "assign this interview"
    PUBLISH = "publish this interview"
    RULE = "write house rules"


@dataclass(frozen=True)
class Line:
    needs: Needs
    methods: str


GET, POST, BOTH, SAFE = "get", "post", "get post", "get head"

TABLE: Mapping[str, Line] = {
    **{name: Line(Needs.NOTHING, "get post put head") for name in ("login", "admin-login")},
    "health": Line(Needs.NOTHING, SAFE),
    "logout": Line(Needs.NOTHING, POST),
    **{name: Line(Needs.NOTHING, SAFE) for name in ("index", "published", "changes", "public-file")},
    **{name: Line(Needs.NOTHING, SAFE) for name in ("quote", "quote-embed", "oembed")},
    "suggest": Line(Needs.NOTHING, "get post head"),
    "suggestions": Line(Needs.INTERVIEW, GET),
    **{name: Line(Needs.INTERVIEW, POST) for name in ("take-up-suggestion", "dismiss-suggestion")},
    **{name: Line(Needs.NOTHING, SAFE) for name in ("corrections", "corrections-feed")},
    **{name: Line(Needs.NOTHING, SAFE) for name in ("archive", "people", "series", "topics", "search")},
    **{name: Line(Needs.NOTHING, SAFE) for name in ("feed", "rss", "sitemap", "news-sitemap")},
    **{name: Line(Needs.NOTHING, SAFE) for name in ("robots", "humans")},
    **{name: Line(Needs.NOTHING, SAFE) for name in ("manifest", "brand-css", "favicon", "icon")},
    **{name: Line(Needs.DESK, GET) for name in ("desk", "waiting", "new")},
    **{name: Line(Needs.DESK, POST) for name in ("preview-import", "make")},
    "import-job": Line(Needs.IMPORT, GET),
    "own-keys": Line(Needs.DESK, BOTH),
    **{name: Line(Needs.RULE, GET) for name in ("rules",)},
    **{name: Line(Needs.RULE, BOTH) for name in ("new-rule", "rule")},
    **{name: Line(Needs.RULE, POST) for name in ("switch-rule",)},
    # The review desk
    **{name: Line(Needs.INTERVIEW, GET) for name in ("editor", "queue", "turn")},
    **{name: Line(Needs.INTERVIEW, POST) for name in ("check", "undo", "redo", "take-back", "do-again")},
    **{name: Line(Needs.INTERVIEW, POST) for name in ("settle", "dismiss", "reopen")},
    "alike": Line(Needs.INTERVIEW, BOTH),
    **{name: Line(Needs.INTERVIEW, BOTH) for name in ("edit-turn", "insert-turn")},
    **{name: Line(Needs.INTERVIEW, POST) for name in ("set-turn-aside", "restore-turn", "take-both")},
    **{name: Line(Needs.INTERVIEW, POST) for name in ("split-turn", "merge-turn", "move-turn")},
    **{name: Line(Needs.INTERVIEW, POST) for name in ("give-turns", "join-turns", "set-turns-aside")},
    "tray": Line(Needs.INTERVIEW, GET),
    "restore-kept": Line(Needs.INTERVIEW, POST),
    "speakers": Line(Needs.INTERVIEW, BOTH),
    "rename-speaker": Line(Needs.INTERVIEW, GET),
    "rename-speaker-now": Line(Needs.INTERVIEW, POST),
    "replace": Line(Needs.INTERVIEW, BOTH),
    **{name: Line(Needs.INTERVIEW, GET) for name in ("history", "compare")},
    "restore": Line(Needs.INTERVIEW, POST),
    **{name: Line(Needs.INTERVIEW, GET) for name in ("source", "source-download")},
    "import-again": Line(Needs.INTERVIEW, BOTH),
    "take-over": Line(Needs.INTERVIEW, POST),
    # Working together
    **{name: Line(Needs.INTERVIEW, POST) for name in ("here", "claim")},
    "comments": Line(Needs.INTERVIEW, BOTH),
    **{name: Line(Needs.INTERVIEW, POST) for name in ("resolve-comment", "reopen-comment")},
    "status": Line(Needs.INTERVIEW, GET),
    **{name: Line(Needs.INTERVIEW, POST) for name in ("to-review", "to-draft")},
    "to-ready": Line(Needs.APPROVE, POST),
    "assign": Line(Needs.MANAGE, POST),
    # On the way to readers
    "details": Line(Needs.INTERVIEW, BOTH),
    **{name: Line(Needs.INTERVIEW, GET) for name in ("preview", "export", "export-format")},
    "shared-preview": Line(Needs.NOTHING, SAFE),
    "preview-links": Line(Needs.INTERVIEW, BOTH),
    "revoke-preview-link": Line(Needs.INTERVIEW, POST),
    "unschedule": Line(Needs.PUBLISH, POST),
    "erase": Line(Needs.PUBLISH, BOTH),
    "address": Line(Needs.PUBLISH, BOTH),
    "publish": Line(Needs.PUBLISH, BOTH),
    "unpublish": Line(Needs.PUBLISH, BOTH),
}

METHODS = ("get", "post", "put", "delete", "head")
EVERYTHING = set(Needs)
MAY: Mapping[str, set[Needs]] = {
    "anonymous": {Needs.NOTHING},
    "a stranger": {Needs.NOTHING},
    "a reporter of another interview": {Needs.NOTHING, Needs.DESK},
    "the reporter who brought it in": {Needs.NOTHING, Needs.DESK, Needs.INTERVIEW, Needs.IMPORT},
    "the reporter who is assigned to it": {Needs.NOTHING, Needs.DESK, Needs.INTERVIEW},
    "an editor": EVERYTHING - {Needs.PUBLISH, Needs.RULE},
    "a publisher": EVERYTHING,
    "a superuser": EVERYTHING,
}
# A reporter's right to an interview is asked for after the method: no more is told by that.
OBJECT_RIGHTS = {Needs.INTERVIEW, Needs.IMPORT}


def short(name: str) -> str:
    return name.removeprefix("interviews:")


def people() -> dict[str, User | None]:
    """Everybody in the table."""
    return {
        "anonymous": None,
        "a stranger": User.objects.create_user("stranger"),
        "a reporter of another interview": a_member("Reporter", "rosa"),
        "the reporter who brought it in": a_member("Reporter", "ruth"),
        "the reporter who is assigned to it": a_member("Reporter", "rick"),
        "an editor": a_member("Editor", "eve"),
        "a publisher": a_member("Publisher", "paul"),
        "a superuser": User.objects.create_superuser("sue"),
    }


def expected(line: Line, who: str, method: str) -> str:
    """What the table says will happen."""
    asked_late = line.needs in OBJECT_RIGHTS and Needs.DESK in MAY[who]
    if line.needs is not Needs.NOTHING:
        if who == "anonymous":
            return "login"
        if line.needs not in MAY[who] and not asked_late:
            return "404"
    if method not in line.methods.split():
        return "405"
    return "reached" if line.needs in MAY[who] else "404"


def happened(answer: HttpResponse) -> str:
    """The same, of an answer."""
    if answer.status_code in {404, 405}:
        return str(answer.status_code)
    if answer.status_code == 302 and answer.headers["Location"].startswith("/login/?next="):
        return "login"
    return "reached"


def test_every_address_has_a_line_in_the_table_and_every_line_an_address() -> None:
    assert {short(name) for name in names()} == set(TABLE)


@pytest.mark.parametrize("who", MAY)
def test_everybody_gets_where_the_table_says_and_nowhere_else(who: str) -> None:
    everybody = people()
    interview = an_interview(by=everybody["the reporter who brought it in"])
    superuser, user = everybody["a superuser"], everybody[who]
    assert superuser is not None
    publish(interview=interview, by=superuser)
    Interview.objects.update(assignee=everybody["the reporter who is assigned to it"])
    differs = []
    for name in sorted(set(names())):
        with transaction.atomic():
            client = Client()
            if user:
                client.force_login(user)
            where, line = address(name, interview), TABLE[short(name)]
            for method in METHODS:
                with transaction.atomic():
                    found = happened(getattr(client, method)(where))
                    transaction.set_rollback(True)
                if found != expected(line, who, method):
                    differs.append(f"{name}, {method}: {found}, not {expected(line, who, method)}")
            transaction.set_rollback(True)
    assert differs == []


def test_the_groups_that_are_set_up_have_the_rights_of_the_roles() -> None:
    for role, rights in ROLES.items():
        group = Group.objects.get(name=role)
        assert set(group.permissions.values_list("codename", flat=True)) == set(rights)
    admin = set(Group.objects.get(name="Admin").permissions.values_list("codename", flat=True))
    assert admin >= {*ROLES["Publisher"], "change_user"}


@pytest.mark.parametrize("role", ["Reporter", "Editor", "Publisher"])
def test_the_admin_is_for_staff_only(client: Client, role: str) -> None:
    client.force_login(a_member(role, "somebody"))
    for page in ("index", "interviews_interview_changelist", "auth_user_changelist"):
        answer = client.get(reverse(f"admin:{page}"))
        assert answer.headers["Location"].startswith("/admin/login/")
