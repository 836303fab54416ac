"""Interviews are filed at the desk: under a series, and under topics."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import ImportJob, Interview, Series, Topic
from interviews.services.bulk_importing import work_off
from interviews.services.errors import CannotFile, StaleFiling
from interviews.services.filing import file_under, found_or_made
from interviews.transcript.filing import Filing
from tests.cast import a_member, an_editor, an_interview

pytestmark = pytest.mark.django_db


def form(interview: Interview, **changed: str) -> dict[str, str]:
    """The details form as a browser sends it back."""
    people = list(interview.speakers.all())
    sent = {
        "title": interview.title,
        "standfirst": "",
        "recorded_on": "",
        "language": "en",
        "filed": interview.filing().mark,
        "series": "",
        "number": "",
        "topics": "",
        "speakers-TOTAL_FORMS": str(len(people)),
        "speakers-INITIAL_FORMS": str(len(people)),
    }
    for place, person in enumerate(people):
        told = {"id": person.pk, "role": person.role}
        told |= {"full_name": person.full_name, "description": person.description}
        sent |= {f"speakers-{place}-{name}": str(value) for name, value in told.items()}
    return sent | changed


def details(interview: Interview) -> str:
    return reverse("interviews:details", args=[interview.pk])


def now(interview: Interview) -> Filing:
    return Interview.objects.get(pk=interview.pk).filing()


def test_an_editor_files_an_interview_and_makes_what_is_not_there_yet(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    sent = form(interview, series="Twelve voices", number="3", topics="rivers,  public works, Rivers")
    assert client.post(details(interview), sent).status_code == 302
    assert now(interview) == Filing("Twelve voices", 3, ("public works", "rivers"))
    page = client.get(details(interview)).content.decode()
    assert 'value="public works, rivers"' in page
    assert '<option value="Twelve voices">' in page
    assert interview.last_record().label == (  # type: ignore[union-attr]
        "Filed under: Series “Twelve voices”, part 3; topics: public works, rivers"
    )


def test_saving_the_same_again_leaves_no_trace(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    file_under(interview=interview, filing=Filing("Voices", 1, ("b", "a")), by=alice)
    before = interview.records.count()
    client.force_login(alice)
    client.post(details(interview), form(interview, series="Voices", number="1", topics="a, b"))
    assert interview.records.count() == before


def test_a_name_written_otherwise_is_the_one_that_is_known() -> None:
    one, other, alice = an_interview(), an_interview(), an_editor()
    file_under(interview=one, filing=Filing("Twelve voices", None, ("Rivers",)), by=alice)
    file_under(interview=other, filing=Filing(" twelve  VOICES", None, ("rivers",)), by=alice)
    assert now(other) == Filing("Twelve voices", None, ("Rivers",))
    assert (Series.objects.count(), Topic.objects.count()) == (1, 1)


def test_whoever_files_second_is_told_and_nothing_is_lost(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    client.force_login(alice)
    late = form(interview, series="Mine", title="Another title")
    file_under(interview=interview, filing=Filing("Theirs", 2), by=an_editor("bob"))
    answer = client.post(details(interview), late)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Somebody else filed this interview in between." in page
    assert "Series “Theirs”, part 2" in page
    assert 'value="Mine"' in page, "what was typed stays"
    interview.refresh_from_db()
    assert (interview.title, now(interview).series) == ("On bridges", "Theirs")
    again = late | {"filed": now(interview).mark}
    assert f'name="filed" value="{again["filed"]}"' in page
    client.post(details(interview), again)
    assert now(interview).series == "Mine"


@pytest.mark.parametrize(
    ("filing", "why"),
    [
        (Filing("Voices", 0), "from 1 to 9999"),
        (Filing("!?"), "no letter and no digit"),
        (Filing("V" * 101), "too long"),
        (Filing("Voi\u202eces"), "invisible control character"),
        (Filing(topics=tuple(f"topic {number}" for number in range(21))), "20 at most"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(filing: Filing, why: str) -> None:
    with pytest.raises(CannotFile, match=why):
        file_under(interview=an_interview(), filing=filing, by=None)
    assert not Series.objects.exists()
    assert not Topic.objects.exists()


def test_a_refusal_is_shown_at_the_form_and_nothing_is_saved(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    answer = client.post(details(interview), form(interview, topics="fine, ?!", title="Another"))
    assert answer.status_code == 409
    assert "“?!” is no name" in answer.content.decode()
    interview.refresh_from_db()
    assert interview.title == "On bridges"
    assert not Topic.objects.exists()


def test_a_number_of_no_series_is_asked_about(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    answer = client.post(details(interview), form(interview, number="3"))
    assert answer.status_code == 422
    assert "Of which series is it a part?" in answer.content.decode()


def test_an_old_mark_is_refused_by_the_service_too() -> None:
    interview = an_interview()
    with pytest.raises(StaleFiling):
        file_under(interview=interview, filing=Filing("Voices"), by=None, seen=Filing("Other").mark)


def test_names_that_would_have_one_address_get_two() -> None:
    addresses = [found_or_made(Topic, one)[0].slug for one in ("Café", "Cafe", "cafe!")]
    assert addresses == ["cafe", "cafe-2", "cafe-3"]


def test_a_reporter_files_their_own_interviews_alone(client: Client) -> None:
    rosa = a_member("Reporter", "rosa")
    own, foreign = an_interview(by=rosa), an_interview()
    client.force_login(rosa)
    assert client.post(details(own), form(own, series="Voices")).status_code == 302
    assert client.post(details(foreign), form(foreign, series="Voices")).status_code == 404
    assert (now(own).series, now(foreign).series) == ("Voices", "")


@pytest.mark.django_db(transaction=True)
def test_a_series_that_two_name_at_one_moment_is_made_once() -> None:
    one, other = an_interview(), an_interview()

    def file(interview: Interview) -> None:
        try:
            file_under(interview=interview, filing=Filing("Voices", None, ("rivers",)), by=None)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(file, (one, other)))
    assert (Series.objects.count(), Topic.objects.count()) == (1, 1)
    assert now(one) == now(other)


def a_file(name: str, words: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, f"Ann: {words}?\n\nBo: So it is.\n".encode())


def test_many_files_that_are_brought_at_once_all_go_to_the_series(client: Client) -> None:
    alice = an_editor()
    client.force_login(alice)
    files = [a_file("one.txt", "Who rings the bells"), a_file("two.txt", "Who winds the clock")]
    client.post(reverse("interviews:preview-import"), {"file": files, "series": " Twelve  voices"})
    job = ImportJob.objects.get()
    work_off(job)
    assert [one.filing() for one in Interview.objects.all()] == [Filing("Twelve voices")] * 2


def test_many_files_for_a_series_that_cannot_be_are_refused_in_a_sentence(client: Client) -> None:
    client.force_login(an_editor())
    files = [a_file("one.txt", "Who rings the bells"), a_file("two.txt", "Who winds the clock")]
    answer = client.post(reverse("interviews:preview-import"), {"file": files, "series": "?"})
    assert answer.status_code == 422
    assert "“?” is no name" in answer.content.decode()
    assert not ImportJob.objects.exists()


def test_one_file_goes_through_the_preview_to_its_series(client: Client) -> None:
    client.force_login(an_editor())
    sent = {"text": "Ann: Who rings the bells?\n\nBo: I do.\n", "series": "Twelve voices"}
    shown = client.post(reverse("interviews:preview-import"), sent).content.decode()
    carried = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown))
    client.post(reverse("interviews:make"), carried)
    assert Interview.objects.get().filing().series == "Twelve voices"
    again = client.post(reverse("interviews:make"), carried | {"series": "!"})
    assert again.status_code == 422
    assert "“!” is no name" in again.content.decode()


def test_the_preview_tells_what_the_newsrooms_own_file_says_of_series_and_topics(client: Client) -> None:
    client.force_login(an_editor())
    turns = '"turns": [{"key": "a", "text": "Why?"}]'
    told = (
        f'{{"format": "newsroom/1", "series": "Voices", "series_number": 3, "topics": ["rivers"], {turns}}}'
    )
    shown = client.post(reverse("interviews:preview-import"), {"text": told}).content.decode()
    assert "The file says where it is filed. Series “Voices”, part 3; topics: rivers." in shown


def test_the_desk_is_narrowed_to_a_series_and_to_a_topic(client: Client) -> None:
    for title, filing in (
        ("One", Filing("Voices", 1, ("rivers", "work"))),
        ("Two", Filing("Voices", 2, ("work",))),
        ("Three", Filing()),
    ):
        file_under(interview=an_interview(title=title), filing=filing, by=None)
    client.force_login(an_editor())

    def listed(**query: str) -> set[str]:
        return {one.title for one in client.get(reverse("interviews:desk"), query).context["page"]}

    assert listed() == {"One", "Two", "Three"}
    assert listed(series="voices") == listed(topic="work") == {"One", "Two"}
    assert listed(series="voices", topic="rivers") == {"One"}
    assert listed(topic="no-such-topic") == {"One", "Two", "Three"}
    page = client.get(reverse("interviews:desk"), {"topic": "rivers"}).content.decode()
    assert "Only the topic “rivers”." in page
    assert '<a href="?tab=all&amp;series=voices">Voices</a> · <a href="?tab=all&amp;topic=rivers">' in page


def test_the_desk_takes_as_many_queries_for_six_that_are_filed_as_for_two(client: Client) -> None:
    client.force_login(an_editor())

    def queries(more: int) -> int:
        for number in range(more):
            filing = Filing(f"Series {number}", 1, (f"topic {number}", "work"))
            file_under(interview=an_interview(), filing=filing, by=None)
        with CaptureQueriesContext(connection) as told:
            client.get(reverse("interviews:desk"))
        return len(told)

    assert queries(2) == queries(4)
