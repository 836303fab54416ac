"""The bar is the same on all pages of an interview, and says nothing of another one."""

from __future__ import annotations

import pytest
from django.contrib import messages
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from tests.cast import a_conversation, a_member, an_interview

pytestmark = pytest.mark.django_db

PAGES = (
    "details",
    "history",
    "compare",
    "source",
    "export",
    "speakers",
    "replace",
    "preview-links",
    "import-again",
)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ["Publisher", "Editor"])
def test_who_may_publish_gets_there_from_every_page(client: Client, page: str, role: str) -> None:
    interview = an_interview(a_conversation())
    client.force_login(a_member(role, "carol"))
    bar = client.get(reverse(f"interviews:{page}", args=[interview.pk])).content.decode()
    to_publishing = f'<a href="{reverse("interviews:publish", args=[interview.pk])}"'
    assert (to_publishing in bar) is (role == "Publisher")


def test_no_later_page_tells_what_the_public_page_has_shown(client: Client) -> None:
    interview = an_interview(a_conversation(), title="Bridges")
    client.force_login(a_member("Publisher", "carol"))
    answer = client.post(reverse("interviews:publish", args=[interview.pk]), {"override_reason": "as it is"})
    assert answer["Location"] == reverse("interviews:published", args=[interview.slug])
    assert Interview.objects.get().status == Interview.Status.PUBLISHED
    later = client.get(reverse("interviews:desk"))
    assert list(messages.get_messages(later.wsgi_request)) == []
