"""Each turn knows where in the file it stood, and a newer file is taken over where an editor wants it."""

from __future__ import annotations

from base64 import b64encode

import pytest
from django.test import Client
from django.urls import reverse

from interviews.formats.naming import Labels
from interviews.formats.reading import read
from interviews.models import Interview
from interviews.services import editing
from interviews.services.checking import check_interview
from interviews.services.errors import StaleRenewal
from interviews.services.importing import import_reading
from interviews.services.reimporting import compare_again, read_like, take_over
from interviews.services.settling import dismiss_flag
from interviews.services.undoing import undo
from tests.cast import an_editor, keys

pytestmark = pytest.mark.django_db

FILE = """\
Editor: You have inspected bridges for thirty years. What do you look at first?

Ada Field: The drains. A blocked drain tells me more about a bridge than its paint.

Editor: what frightens you most when you stand under one?

Ada Field: Silence from the people who maintain it.
"""
NEWER = (
    FILE.replace("its paint.", "its paint ever will.") + "\nEditor: Since when?\n\nAda Field: Since 1987.\n"
)


def brought(text: str = FILE) -> Interview:
    data = text.encode()
    return import_reading(reading=read(data, name="bridges.txt"), data=data, name="bridges.txt", by=None)


def texts(interview: Interview) -> list[str]:
    return [turn.text for turn in interview.transcript().standing]


def again(interview: Interview, text: str, chosen: list[str] | None = None) -> None:
    """Bring another version and take over what is safe, or what is named."""
    reading, data = read(text.encode(), name="bridges.txt"), text.encode()
    told = compare_again(interview=interview, reading=reading)
    interview.refresh_from_db()
    take_over(
        interview=interview,
        reading=reading,
        data=data,
        name="bridges.txt",
        chosen=[one.id for one in told.suggestions if one.is_safe] if chosen is None else chosen,
        seen_version=interview.version,
        by=an_editor("reimporter"),
    )


def test_each_line_leads_to_its_turn(client: Client) -> None:
    interview = brought()
    client.force_login(an_editor())
    page = client.get(reverse("interviews:source", args=[interview.pk])).content.decode()
    for number, key in enumerate(keys(interview), start=1):
        assert f'#t-{key}">turn {number}<' in page
    assert "<b>Ada Field:</b> The drains." in page


def test_the_file_comes_back_byte_for_byte_and_never_as_a_page(client: Client) -> None:
    interview = brought()
    client.force_login(an_editor())
    answer = client.get(
        reverse("interviews:source-download", args=[interview.pk, interview.sources.get().pk])
    )
    assert answer.content == FILE.encode()
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_newer_file_is_taken_over_with_one_undo_and_both_files_are_kept() -> None:
    interview, before = brought(), texts(brought())
    again(interview, NEWER)
    assert texts(interview) == [turn.text for turn in read(NEWER.encode()).transcript]
    assert interview.sources.count() == 2
    assert {piece[3] for piece in interview.sources.latest("pk").pieces} >= set(keys(interview))

    undo(interview=interview, by=interview.records.get().author)  # type: ignore[arg-type]
    assert texts(interview) == before


def test_what_was_edited_and_settled_stays() -> None:
    interview, alice = brought(), an_editor()
    dismiss_flag(flag=interview.flags.get(kind="lower_case_start"), by=alice)
    fourth = keys(interview)[3]
    editing.edit_text(
        interview=interview, key=fourth, text="Silence from those who care for it.", seen_version=1, by=alice
    )

    again(interview, NEWER)
    check_interview(interview)

    assert texts(interview)[3] == "Silence from those who care for it."
    assert "ever will" in texts(interview)[1]
    assert interview.flags.get(kind="lower_case_start").state == "dismissed"


def test_a_turn_behind_one_that_was_not_taken_finds_its_place() -> None:
    interview = brought()
    told = compare_again(interview=interview, reading=read(NEWER.encode()))
    last = [one.id for one in told.suggestions][-1]
    again(interview, NEWER, [last])
    assert texts(interview)[-1] == "Since 1987."
    assert len(texts(interview)) == 5


def test_who_looked_at_an_older_state_is_told_so() -> None:
    interview, alice = brought(), an_editor()
    reading = read(NEWER.encode())
    editing.set_aside(interview=interview, key=keys(interview)[0], by=alice)
    with pytest.raises(StaleRenewal):
        take_over(
            interview=interview, reading=reading, data=b"", name="", chosen=[], seen_version=1, by=alice
        )
    assert interview.sources.count() == 1


def test_the_page_marks_the_words_and_the_ticks_decide(client: Client) -> None:
    interview = brought()
    client.force_login(an_editor())
    path = reverse("interviews:import-again", args=[interview.pk])
    page = client.post(path, {"text": NEWER}).content.decode()
    assert "<ins>" in page
    assert page.count('name="take"') == 3

    told = compare_again(interview=interview, reading=read(NEWER.encode()))
    sent = {
        "data": b64encode(NEWER.encode()).decode(),
        "name": "",
        "version": interview.version,
        "take": [told.suggestions[0].id],
    }
    answer = client.post(reverse("interviews:take-over", args=[interview.pk]), sent, follow=True)
    assert "Took over 1 change" in answer.content.decode()
    assert "ever will" in texts(interview)[1]
    assert len(texts(interview)) == 4


def test_names_that_were_corrected_are_no_news_when_the_file_comes_again() -> None:
    voices = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v SPEAKER_00>Who built it?\n"
    labels = Labels(names={"speaker_00": "Tom Reyes"})
    interview = import_reading(
        reading=read(voices.encode(), labels=labels), data=voices.encode(), name="a.vtt", by=an_editor()
    )
    newer = f"{voices}\n00:03.000 --> 00:04.000\n<v SPEAKER_01>My father.\n".encode()
    told = compare_again(
        interview=interview, reading=read_like(interview=interview, data=newer, name="a.vtt")
    )
    assert [one.after for one in told.suggestions] == ["My father."]
    other = read_like(interview=interview, data=b"SPEAKER_00: Who?\n\nBo: He.\n", name="a.txt")
    assert other.transcript.turns[0].speaker == "SPEAKER_00"


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(client: Client) -> None:
    interview = brought()
    client.force_login(an_editor())
    answer = client.post(reverse("interviews:import-again", args=[interview.pk]), {"text": "  "})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
