"""What stands above an interview is written down only where it makes sense."""

from __future__ import annotations

from base64 import b64encode
from html import unescape

import pytest
from django.test import Client

from interviews.detectors.kinds import Kind
from interviews.formats.reading import read
from interviews.models import Interview
from interviews.services import naming
from interviews.services.importing import import_reading
from interviews.services.publishing import publish
from interviews.services.readdressing import change_address
from tests.cast import ANSWERS, BRIDGE, a_conversation, an_editor, an_interview
from tests.web.test_filing import details, form

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


WERKSTATT = """\
Interviewerin: Konnten Sie das Klavier noch retten?
Brandt: Nach einem Jahr. Ich habe jede Taste einzeln abgenommen und gewaschen.
Interviewerin: Und was kostet die Leute heute so eine Arbeit?
Brandt: Das kommt darauf an. Eine Saite kostet nicht viel, ein Stimmstock so viel wie ein Auto.
"""


def kinds(interview: Interview) -> set[str]:
    return set(interview.flags.open().values_list("kind", flat=True))


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


def test_another_language_is_looked_at_with_other_eyes(desk: Client) -> None:
    data = WERKSTATT.encode()
    interview = import_reading(reading=read(data), data=data, name="", by=None, language="en")
    assert Kind.GARBLED_WORDS in kinds(interview)  # no English word

    desk.post(details(interview), form(interview, language="de"))
    desk.get(interview.get_absolute_url())
    assert Kind.GARBLED_WORDS not in kinds(interview)


def test_the_language_is_told_from_the_words_before_anything_is_stored(desk: Client) -> None:
    shown = desk.post("/desk/new/preview/", {"text": WERKSTATT}).content.decode()
    assert "<dt>language</dt><dd>de</dd>" in shown
    desk.post("/desk/new/make/", {"data": b64encode(WERKSTATT.encode()).decode(), "name": ""})
    interview = Interview.objects.get()
    assert interview.language == "de"
    assert Kind.GARBLED_WORDS not in kinds(interview)


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


def address(interview: Interview) -> str:
    return Interview.objects.get(pk=interview.pk).slug


def test_an_address_that_nobody_has_yet_follows_the_title(desk: Client) -> None:
    an_interview(title="On bridges and drains")
    interview = an_interview(title="DRAFT v3 (do not share)")
    assert address(interview) == "draft-v3-do-not-share"
    desk.post(details(interview), form(interview, title="On bridges and drains"))
    assert address(interview) == "on-bridges-and-drains-2"
    desk.post(details(interview), form(interview, title="On bridges and drains", standfirst="A talk."))
    assert address(interview) == "on-bridges-and-drains-2"


def test_an_address_that_somebody_chose_or_readers_have_stays(desk: Client) -> None:
    chosen, out, alice = an_interview(title="Draft"), an_interview(title="On drains"), an_editor("bea")
    change_address(interview=chosen, slug="bridges", by=alice)
    publish(interview=out, by=alice)
    for interview in (chosen, out):
        desk.post(details(interview), form(interview, title="Quite another title"))
    assert (address(chosen), address(out)) == ("bridges", "on-drains")
