"""What was read wrongly is corrected in the preview, seen at once, and kept with the file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import unescape
from types import MappingProxyType
from typing import cast

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from interviews.transcript.turns import Turn
from tests.cast import an_editor

pytestmark = pytest.mark.django_db

NOTHING: Mapping[str, object] = MappingProxyType({})
RECIPE = """Ann: What goes in first?

Bo: The flour.

Recipe: flour, water, salt.

Ann: And then?

Bo: Water.

Recipe: knead it for ten minutes.

Cleo

I came late.
"""
CUES = """WEBVTT

00:00.000 --> 00:02.000
The boats come in.

00:05.000 --> 00:07.000
The boats go out.
"""


VOICES = """WEBVTT

00:00.000 --> 00:02.000
<v SPEAKER_00>Who built it?

00:02.000 --> 00:04.000
<v SPEAKER_01>My father did.

00:04.000 --> 00:05.000
<v Music>(a song)
"""


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def fields(text: str | bytes, name: str, more: Mapping[str, object]) -> dict[str, object]:
    data = text.encode() if isinstance(text, str) else text
    return {"data": b64encode(data).decode(), "name": name, **more}


def again(
    desk: Client,
    text: str | bytes,
    name: str = "talk.txt",
    more: Mapping[str, object] = NOTHING,
    *,
    htmx: bool = False,
) -> HttpResponse:
    headers = {"HX-Request": "true"} if htmx else {}
    sent = fields(text, name, more)
    return cast(HttpResponse, desk.post(reverse("interviews:preview-import"), sent, headers=headers))


def page(answer: HttpResponse) -> str:
    return unescape(answer.content.decode())


def made(
    desk: Client, text: str | bytes, name: str = "talk.txt", more: Mapping[str, object] = NOTHING
) -> tuple[Interview, list[Turn]]:
    desk.post(reverse("interviews:make"), fields(text, name, more))
    interview = Interview.objects.get()
    return interview, list(interview.transcript().dialogue)


def test_every_label_has_a_tick_and_what_may_be_one_is_offered(desk: Client) -> None:
    told = page(again(desk, RECIPE))
    assert '<input type="hidden" name="learnt" value="recipe">' in told
    assert 'name="speaker" value="recipe" checked' in told
    assert 'name="speaker" value="cleo" >' in told


def test_unticked_and_ticked_names_change_the_reading_and_the_interview(desk: Client) -> None:
    ticks = {"learnt": ["ann", "bo", "recipe"], "speaker": ["ann", "bo", "cleo"]}
    told = page(again(desk, RECIPE, more=ticks))
    assert 'name="speaker" value="recipe" >' in told
    assert 'name="speaker" value="cleo" checked' in told
    interview, turns = made(desk, RECIPE, more=ticks)
    assert {turn.speaker for turn in turns} - {None} == {"Ann", "Bo", "Cleo"}
    source = interview.sources.get()
    assert source.options == {"yes": ["cleo"], "no": ["recipe"]}
    assert [turn.speaker for turn in source.reading().transcript.dialogue] == [turn.speaker for turn in turns]


def test_a_format_can_be_chosen_and_is_kept(desk: Client) -> None:
    told = page(again(desk, CUES, "talk.vtt", {"format": "plain"}))
    assert "Read as Plain text, utf-8: chosen by hand" in told.replace("UTF-8", "utf-8")
    assert '<option value="plain" selected>' in told
    interview, _ = made(desk, CUES, "talk.vtt", {"format": "plain"})
    assert interview.sources.get().format_id == "plain"
    assert interview.sources.get().reading().format_id == "plain"


def test_a_longer_silence_joins_captions_and_is_kept_with_the_file(desk: Client) -> None:
    first = page(again(desk, CUES, "talk.vtt"))
    assert 'type="range"' in first
    assert ">2.0 seconds</output>" in first
    assert ">5.0 seconds</output>" in page(again(desk, CUES, "talk.vtt", {"gap": "5000"}))
    interview, turns = made(desk, CUES, "talk.vtt", {"gap": "5000"})
    assert [turn.text for turn in turns] == ["The boats come in. The boats go out."]
    assert interview.sources.get().options["gap"] == 5000
    assert len(interview.sources.get().reading().transcript) == 1


@pytest.mark.parametrize("gap", ["", "-1", "x", "²", "9" * 30])
def test_a_silence_that_is_none_is_passed_over(desk: Client, gap: str) -> None:
    assert ">2.0 seconds</output>" in page(again(desk, CUES, "talk.vtt", {"gap": gap}))


def test_a_format_that_does_not_fit_is_told_and_the_file_shown_as_it_tells(desk: Client) -> None:
    answer = again(desk, RECIPE, more={"format": "docx"})
    assert answer.status_code == 422
    told = page(answer)
    assert "This is no Word document (DOCX)" in told
    assert "What goes in first?" in told
    assert "selected" not in told


def test_a_swap_brings_the_parts_that_change_and_no_second_page(desk: Client) -> None:
    told = page(again(desk, RECIPE, htmx=True))
    assert "<html" not in told
    for part in ('id="choices" hx-swap-oob', 'id="lines" hx-swap-oob', 'id="read-as" hx-swap-oob'):
        assert part in told
    assert "Read again: 8 turns, 3 speakers." in told


def test_lines_lead_to_turns_and_turns_to_lines(desk: Client) -> None:
    told = page(again(desk, RECIPE))
    assert '<a href="#turn-3"><span class="sr">What became of line </span>5</a>' in told
    assert 'id="turn-3"' in told
    assert '<a href="#line-5">line 5</a>' in told
    assert 'id="line-5"' in told


def test_what_was_typed_and_chosen_stays_when_it_is_read_again(desk: Client) -> None:
    loose = RECIPE.replace("Ann: And", "and as the winter comes.\n\nAnn: And")
    first = page(again(desk, loose, more={"title": "Bread", "told_title": ""}))
    assert 'value="Bread"' in first
    question = next(part.split('"')[0] for part in first.split('name="') if part.startswith("answer-"))
    kept = page(again(desk, loose, more={"title": "Bread", "told_title": "", question: "1"}))
    assert f'id="{question}-1" name="{question}" value="1" checked' in kept


@pytest.mark.parametrize(
    ("place", "kept", "turns", "asides", "led_to"),
    [
        ("0", " It is kept as turn 4 without a speaker.", 9, 0, "turn-4"),
        ("1", "", 8, 0, "turn-3"),
        ("2", "", 8, 1, "turn-4"),
    ],
)
def test_the_page_tells_what_the_answer_does(
    desk: Client, place: str, kept: str, turns: int, asides: int, led_to: str
) -> None:
    loose = RECIPE.replace("Ann: And", "and as the winter comes.\n\nAnn: And")
    told = page(again(desk, loose, more={"answer-loose-7": place}, htmx=True))
    assert f"<legend>Line 7 has no speaker and starts mid-sentence.{kept}</legend>" in told
    assert f"<dt>turns</dt><dd>{turns}</dd>" in told
    assert f"set aside</dt><dd>{asides}</dd>" in told
    assert f"Read again: {turns} turns" in told
    assert f'<a href="#{led_to}"><span class="sr">What became of line </span>7</a>' in told
    assert f'id="{led_to}"' in told


def test_a_title_that_nobody_touched_follows_the_reading(desk: Client) -> None:
    text = "# On bread\n\n" + RECIPE
    told = page(
        again(desk, text, more={"title": "old", "told_title": "old", "format": "markdown"}, htmx=True)
    )
    assert 'name="title" value="On bread"' in told


def test_names_that_a_recogniser_gave_are_replaced_before_anything_is_stored(desk: Client) -> None:
    told = page(again(desk, VOICES, "talk.vtt"))
    assert 'name="called" value="SPEAKER_00"' in told
    labels = ["speaker_00", "speaker_01", "music"]
    sent = {
        "learnt": labels,
        "speaker": labels[:2],
        "label": labels[:2],
        "called": ["  Tom\u202e   Reyes ", "Mia Berg"],
    }
    told = page(again(desk, VOICES, "talk.vtt", sent))
    assert 'name="called" value="Tom Reyes"' in told
    interview, turns = made(desk, VOICES, "talk.vtt", sent)
    assert [turn.speaker for turn in turns] == ["Tom Reyes", "Mia Berg", None]
    assert set(interview.speakers.values_list("name", flat=True)) == {"Tom Reyes", "Mia Berg"}
    source = interview.sources.get()
    assert source.options["names"] == [["speaker_00", "Tom Reyes"], ["speaker_01", "Mia Berg"]]
    assert source.options["no"] == ["music"]
    assert [turn.speaker for turn in source.reading().transcript] == [turn.speaker for turn in turns]


def test_a_name_in_capitals_and_in_small_letters_is_shown_and_stored_as_one_speaker(desk: Client) -> None:
    text = "ADA FIELD: One.\n\nBo: Two.\n\nAda Field: Three.\n\nBo: Four.\n\nADA FIELD: Five."
    told = page(again(desk, text))
    assert "<dt>speakers</dt><dd>2</dd>" in told
    assert 'name="called" value="Ada Field"' in told
    keys = ["ada field", "bo"]
    sent = {"learnt": keys, "speaker": keys, "label": keys, "called": ["Ada Field", "Bo"]}
    interview, turns = made(desk, text, "talk.txt", sent)
    assert {turn.speaker for turn in turns} == {"Ada Field", "Bo"}
    assert [turn.speaker for turn in interview.sources.get().reading().transcript] == [
        turn.speaker for turn in turns
    ]


@pytest.mark.parametrize("called", [[], [""], ["x" * 900], ["Ann", "Bo", "too", "many"]])
def test_names_that_do_not_fit_harm_nothing(desk: Client, called: list[str]) -> None:
    sent = {"learnt": ["speaker_00"], "speaker": ["speaker_00"], "label": ["speaker_00"], "called": called}
    _, turns = made(desk, VOICES, "talk.vtt", sent)
    assert turns[0].speaker == (called[0][:200] if called and called[0] else "SPEAKER_00")
