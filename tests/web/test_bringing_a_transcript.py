"""What is brought to the desk: a preview first, a sentence where it cannot be read, nothing unasked."""

from __future__ import annotations

from base64 import b64encode
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from interviews.formats.decoding import MAX_BYTES
from interviews.models import Interview
from tests.cast import an_editor

pytestmark = pytest.mark.django_db

TALK = """A bridge was closed on Monday. The county has not said for how long.

#bridges #county

**Interview with Ada Field, Bridge Inspector**

**Editor:** What do you look at first?

**Field:** The drains. A blocked drain tells me more than the paint.

**Editor:** And then?

**Field:** The bearings, since they carry the load.
"""


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def bring(desk: Client, data: bytes, name: str = "talk.md") -> tuple[int, str]:
    answer = desk.post(reverse("interviews:preview-import"), {"file": SimpleUploadedFile(name, data)})
    return answer.status_code, answer.content.decode()


def make(desk: Client, data: bytes, **more: str) -> Interview:
    desk.post(reverse("interviews:make"), {"data": b64encode(data).decode(), "name": "talk.md", **more})
    return Interview.objects.get()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"  \n \n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 500, "picture"),
        (b"PK\x03\x04" + bytes(range(256)) * 20, "zip"),
        (b"Editor: Good\x00 evening.\n", "NUL"),
        (b"Editor: a\xed\xa0\x80b\n", "half of a character"),
        (b"x" * (MAX_BYTES + 1), "5 MB"),
    ],
    ids=["empty", "blank", "picture", "zip", "nul", "half a character", "too large"],
)
def test_what_cannot_be_read_gets_a_sentence_and_nothing_is_stored(
    desk: Client, data: bytes, told: str
) -> None:
    status, page = bring(desk, data)
    assert status == 422
    assert 'role="alert"' in page
    assert told.lower() in page.lower()
    assert not Interview.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        TALK.encode("utf-16"),
        TALK.replace("drain", "drän").encode("cp1252"),
        ("N" * 10_000 + ": hello.\n\nEditor: What now?\n\nGuest: Nothing.\n").encode(),
        b"Editor: What?\n\nGuest: " + b"word " * 900_000,
    ],
    ids=["utf-16", "windows-1252", "a name of 10,000 letters", "4.5 MB"],
)
def test_what_is_odd_is_read_all_the_same(desk: Client, data: bytes) -> None:
    status, page = bring(desk, data)
    assert status == 200
    assert "of the text accounted for" in page


def test_the_preview_shows_what_was_read_and_stores_nothing(desk: Client) -> None:
    _, page = bring(desk, TALK.encode())
    for told in ("Ada Field", "#bridges #county", "paragraph of background", "100 %"):
        assert told in page
    assert not Interview.objects.exists()


def test_a_pasted_text_too_long_for_any_form_gets_a_page_in_words(desk: Client) -> None:
    answer = desk.post(reverse("interviews:preview-import"), {"text": "x" * 8_500_000})
    assert answer.status_code == 400
    assert "too large" in answer.content.decode()


def test_made_from_the_preview_it_is_on_the_desk_with_its_source_byte_for_byte(desk: Client) -> None:
    interview = make(desk, TALK.encode("utf-16"))
    source = interview.sources.get()
    assert bytes(source.data) == TALK.encode("utf-16")
    assert interview.title == "Interview with Ada Field, Bridge Inspector"
    transcript = interview.transcript()
    assert [turn.speaker for turn in transcript.dialogue] == ["Editor", "Field", "Editor", "Field"]
    assert [turn.text for turn in transcript.background] == [TALK.split("\n")[0]]


def test_another_title_can_be_given(desk: Client) -> None:
    assert make(desk, TALK.encode(), title="The drains first").title == "The drains first"


def test_an_answer_to_a_question_of_the_reader_is_followed(desk: Client) -> None:
    loose = TALK.replace("**Editor:** And then?", "and as the winter comes.\n\n**Editor:** And then?")
    _, page = bring(desk, loose.encode())
    name = next(part.split('"')[0] for part in page.split('name="') if part.startswith("answer-loose"))
    aside = make(desk, loose.encode(), **{name: "2"})
    assert any(turn.aside and turn.text == "and as the winter comes." for turn in aside.transcript())


def test_bytes_that_arrive_broken_are_asked_for_again(desk: Client) -> None:
    answer = desk.post(reverse("interviews:make"), {"data": "!!!", "name": "x"})
    assert answer.status_code == 422
    assert "Bring it again" in answer.content.decode()


def test_two_interviews_of_one_title_get_addresses_of_their_own(desk: Client) -> None:
    for _ in range(2):
        desk.post(reverse("interviews:make"), {"data": b64encode(TALK.encode()).decode(), "name": "talk.md"})
    assert len(set(Interview.objects.values_list("slug", flat=True))) == 2


def test_a_series_that_cannot_be_is_told_before_anything_is_corrected(desk: Client) -> None:
    answer = desk.post(reverse("interviews:preview-import"), {"text": TALK, "series": "???"})
    assert answer.status_code == 422
    assert "“???” is no name" in unescape(answer.content.decode())


def test_pasted_text_is_given_back_where_it_cannot_be_stored_as_asked(desk: Client) -> None:
    pasted = {"data": b64encode(TALK.encode()).decode(), "name": ""}
    answer = desk.post(reverse("interviews:make"), {**pasted, "series": "???"})
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "“???” is no name" in page
    assert TALK.strip() in page
    back = desk.post(reverse("interviews:preview-import"), {**pasted, "series": "Rivers", "back": "1"})
    page = unescape(back.content.decode())
    assert back.status_code == 200
    assert TALK.strip() in page
    assert 'value="Rivers"' in page
    assert not Interview.objects.exists()


def test_what_was_read_stays_on_the_page_where_it_cannot_be_made_as_asked(desk: Client) -> None:
    sent = {"data": b64encode(TALK.encode()).decode(), "name": "talk.md", "title": "Drains", "format": "docx"}
    answer = desk.post(reverse("interviews:make"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This is no Word document" in page
    assert 'value="Drains"' in page
    assert "A blocked drain tells me more" in page


def test_pasted_text_has_no_name_of_a_file_to_take_a_title_from(desk: Client) -> None:
    pasted = desk.post(reverse("interviews:preview-import"), {"text": "Ada: Why?\n\nBo: So."}).text
    assert 'placeholder="Untitled interview"' in pasted
    assert "the file’s name" not in pasted
    assert 'placeholder="Taken from the file’s name"' in bring(desk, b"Ada: Why?\n\nBo: So.")[1]


def test_captions_that_are_read_as_plain_text_offer_no_number_as_the_title(desk: Client) -> None:
    srt = "1\n00:00:01,000 --> 00:00:03,000\nAda: Why?\n\n2\n00:00:04,000 --> 00:00:06,000\nBo: So.\n"
    page = desk.post(reverse("interviews:preview-import"), {"text": srt, "format": "plain"}).text
    assert 'value="1" maxlength' not in page
    assert 'name="title" value="" maxlength' in page
