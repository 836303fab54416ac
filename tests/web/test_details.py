"""What stands above an interview is written down only where it makes sense."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client

from interviews.models import Interview
from interviews.services import naming
from tests.cast import ANSWERS, BRIDGE, a_conversation, an_editor, an_interview
from tests.web.test_filing import details, form

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def language(interview: Interview) -> str:
    return Interview.objects.get(pk=interview.pk).language


@pytest.mark.parametrize("written", ["klingon", "xx-yy-zz"])
def test_what_is_no_language_is_refused_in_the_field(desk: Client, written: str) -> None:
    interview = an_interview()
    answer = desk.post(details(interview), form(interview, language=written))
    told = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert f"“{written}” is no language tag. Write one such as en, de-CH or pt-BR" in told
    assert f'name="language" value="{written}"' in told
    assert language(interview) == "en"


def test_a_language_is_kept_as_the_standard_writes_it(desk: Client) -> None:
    interview = an_interview()
    desk.post(details(interview), form(interview, language="de_ch"))
    assert language(interview) == "de-CH"


def test_only_those_who_speak_are_listed_and_a_form_from_before_is_taken(desk: Client) -> None:
    turns = [*BRIDGE[:3], ("A. Field", BRIDGE[3][1]), *BRIDGE[4:]]
    interview = an_interview(a_conversation(*turns))
    assert "<legend>A. Field</legend>" in desk.get(details(interview)).content.decode()
    before = form(interview, standfirst="On drains.")
    naming.rename(interview=interview, label="A. Field", name=ANSWERS, by=an_editor("bob"))
    told = desk.get(details(interview)).content.decode()
    assert "<legend>A. Field</legend>" not in told
    assert f"<legend>{ANSWERS}</legend>" in told
    assert desk.post(details(interview), before).status_code == 302
    assert Interview.objects.get(pk=interview.pk).standfirst == "On drains."
