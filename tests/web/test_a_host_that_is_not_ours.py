"""Whoever comes by a name that ALLOWED_HOSTS has not is told that, and not that too much was sent."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.html import faults

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"), [("en-gb", "Nothing is published at this address"), ("de", "ALLOWED_HOSTS")]
)
def test_the_page_names_the_setting_and_not_a_size(settings: Settings, language: str, words: str) -> None:
    settings.SITE_LANGUAGE, settings.ALLOWED_HOSTS = language, ["newsroom.example.org"]
    answer = Client(headers={"host": "other.example"}).get("/login/")
    page = answer.content.decode()
    assert (answer.status_code, words in page, "5 MB" in page) == (400, True, False)
    assert faults(page) == []


def test_who_sent_too_much_is_still_told_so(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    page = client.post("/login/", {str(number): "" for number in range(9)}).content.decode()
    assert "This was too much at once" in page
    assert "ALLOWED_HOSTS" not in page
