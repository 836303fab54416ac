"""After the first publication no word changes in silence."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from interviews.models import Correction, Interview
from interviews.services import arranging, editing
from interviews.services.correcting import Stated
from interviews.services.errors import NotReady
from interviews.services.naming import rename
from interviews.services.publishing import publish
from tests.cast import ANSWERS, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

SAID = "The drains. A clogged drain tells me more about a bridge than its paint ever will."
CORRECTED = {"wrong": "We wrote that the drain was blocked.", "right": "It was clogged."}


def published() -> Interview:
    interview = an_interview()
    publish(interview=interview, by=an_editor())
    return interview


def change(interview: Interview, number: int = 2, text: str = SAID) -> str:
    key = keys(interview)[number - 1]
    by = interview.publications.latest("number").published_by
    assert by is not None
    version = interview.turns.get(key=key).version
    editing.edit_text(interview=interview, key=key, text=text, seen_version=version, by=by)
    return key


def again(interview: Interview, *stated: Stated) -> None:
    by = interview.publications.latest("number").published_by
    assert by is not None
    publish(interview=interview, by=by, corrections=stated)


def page_of(client: Client, interview: Interview) -> str:
    return client.get(reverse("interviews:published", args=[interview.slug])).content.decode()


def test_a_changed_word_does_not_go_out_before_somebody_says_what_the_change_is() -> None:
    interview = published()
    key = change(interview)
    with pytest.raises(NotReady, match="Readers have an earlier version of turn 2"):
        again(interview)
    again(interview, Stated("typo", turns=(key,)))
    assert interview.publications.count() == 2


@pytest.mark.parametrize(
    ("stated", "asked"),
    [
        (Stated("correction", right="It was clogged."), "what was wrong and what is right"),
        (Stated("note"), "An editor’s note tells readers something"),
        (Stated("rumour", right="So."), "Choose what the change is"),
    ],
)
def test_a_statement_that_says_too_little_does_not_go_out(stated: Stated, asked: str) -> None:
    interview = published()
    with pytest.raises(NotReady, match=asked):
        again(interview, Stated(stated.kind, stated.wrong, stated.right, (change(interview),)))


def test_a_word_of_the_standing_text_that_is_set_aside_or_comes_back_is_a_change_too() -> None:
    interview = published()
    by = interview.publications.get().published_by
    assert by is not None
    key = keys(interview)[1]
    editing.set_aside(interview=interview, key=key, by=by)
    with pytest.raises(NotReady, match="turn 2"):
        again(interview)
    again(interview, Stated("typo", turns=(key,)))
    editing.restore(interview=interview, key=key, by=by)
    with pytest.raises(NotReady, match="turn 2"):
        again(interview)


def test_a_split_a_join_and_a_move_change_no_words_and_need_no_statement() -> None:
    interview = published()
    by = interview.publications.get().published_by
    assert by is not None
    second, third = keys(interview)[1:3]
    arranging.split(interview=interview, key=second, at=11, by=by)
    again(interview)
    arranging.merge(interview=interview, key=keys(interview)[2], upwards=True, by=by)
    again(interview)
    arranging.place(interview=interview, key=third, behind=None, by=by)
    again(interview)


def test_words_that_go_to_somebody_else_need_a_statement_and_another_label_behind_a_name_does_not() -> None:
    interview = an_interview()
    interview.speakers.filter(name=ANSWERS).update(full_name="Alva Field")
    by = an_editor()
    publish(interview=interview, by=by)
    rename(interview=interview, label=ANSWERS, name="A. Field", by=by)
    again(interview)
    arranging.merge(interview=interview, key=keys(interview)[2], upwards=True, by=by)
    with pytest.raises(NotReady, match="turn 2"):
        again(interview)


@pytest.mark.parametrize(
    ("details", "what", "before", "after"),
    [
        ({"title": "On bridges and drains"}, "the title", "On bridges", "On bridges and drains"),
        ({"standfirst": "An inspector on drains."}, "the standfirst", "", "An inspector on drains."),
        ({}, f"the name of {ANSWERS}", ANSWERS, "Alva Field"),
    ],
)
def test_title_standfirst_and_names_do_not_change_in_silence_either(
    client: Client, details: dict[str, str], what: str, before: str, after: str
) -> None:
    interview = published()
    if details:
        Interview.objects.filter(pk=interview.pk).update(**details)
    else:
        interview.speakers.filter(name=ANSWERS).update(full_name="Alva Field")
    interview.refresh_from_db()
    with pytest.raises(NotReady, match=f"Readers have an earlier version of {what}"):
        again(interview)
    by = interview.publications.get().published_by
    assert by is not None
    client.force_login(by)
    where = reverse("interviews:publish", args=[interview.pk])
    asked = client.get(where).content.decode()
    assert f"<legend>{what[0].upper()}{what[1:]}</legend>" in asked
    (key,) = re.findall(r'name="kind-(page\.[\w.]+)"', asked)
    client.post(where, {f"kind-{key}": "update", f"right-{key}": "We know more now."})
    assert Correction.objects.get().turns == [key]
    assert "We know more now." in page_of(client, interview)
    told = client.get(reverse("interviews:changes", args=[interview.slug])).content.decode()
    words = re.sub(r"<[^>]+>", "", told)
    assert what.lower() in words.lower()
    assert all(part in words for part in (before, after))
    again(interview)
    again(interview, Stated("note", right="Nothing else was changed."))
    assert interview.publications.count() == 4, "once said, it need not be said again"


def test_a_split_beside_a_changed_turn_needs_no_statement_of_its_own() -> None:
    interview = published()
    by = interview.publications.get().published_by
    assert by is not None
    key = change(interview, 3, "Who frightens you most when you stand under one?")
    arranging.split(interview=interview, key=keys(interview)[3], at=12, by=by)
    again(interview, Stated("typo", turns=(key,)))


def test_a_correction_stands_on_the_page_and_at_its_turn_and_a_typo_does_not(client: Client) -> None:
    interview = published()
    key, other = change(interview), change(interview, 4, "Silence from those who maintain it.")
    again(interview, Stated("correction", **CORRECTED, turns=(key,)), Stated("typo", turns=(other,)))

    page = page_of(client, interview)
    assert CORRECTED["wrong"] in page
    assert CORRECTED["right"] in page
    turn = re.search(rf'<div class="said[^>]* id="t-{key}".*?</div>', page, re.DOTALL)
    assert turn is not None
    assert 'href="#correction-1"' in turn[0]
    assert 'id="correction-1"' in page
    assert 'href="#correction-2"' not in page
    assert Correction.objects.count() == 2


def test_what_readers_were_told_once_stays_on_the_page_at_later_publications(client: Client) -> None:
    interview = published()
    again(interview, Stated("correction", **CORRECTED, turns=(change(interview),)))
    again(interview, Stated("note", right="We spoke to her twice."))
    page = page_of(client, interview)
    assert CORRECTED["right"] in page
    assert "We spoke to her twice." in page


def test_a_retraction_stands_above_the_page_and_on_the_list(client: Client) -> None:
    interview = published()
    again(interview, Stated("retraction", right="The recording was not hers."))
    page = page_of(client, interview)
    assert page.index("The recording was not hers.") < page.index("<main")
    assert "Retracted" in client.get(reverse("interviews:index")).content.decode()


def test_before_the_first_interview_the_list_says_that_nothing_was_corrected(client: Client) -> None:
    assert "Nothing had to be corrected so far." in client.get("/corrections/").text


def test_corrections_are_listed_newest_first_with_a_feed_and_none_of_a_withdrawn_page(client: Client) -> None:
    interview = published()
    again(interview, Stated("correction", **CORRECTED, turns=(change(interview),)))
    again(interview, Stated("note", right="We spoke to her twice."))
    for name in ("corrections", "corrections-feed"):
        told = client.get(reverse(f"interviews:{name}")).content.decode()
        assert told.index("We spoke to her twice.") < told.index("It was clogged.")


def test_the_publish_page_shows_each_changed_turn_and_keeps_what_was_typed(client: Client) -> None:
    interview = published()
    first, second = change(interview), change(interview, 4, "Silence from those who maintain it.")
    by = interview.publications.get().published_by
    assert by is not None
    client.force_login(by)
    where = reverse("interviews:publish", args=[interview.pk])
    shown = client.get(where).content.decode()
    assert "<del>blocked </del><ins>clogged </ins>" in shown

    sent = {f"kind-{first}": "correction", f"wrong-{first}": "We wrote blocked.", f"kind-{second}": "above"}
    refused = client.post(where, sent)
    assert refused.status_code == 409
    assert "We wrote blocked." in refused.content.decode()

    client.post(where, {**sent, f"right-{first}": "It was clogged."})
    statement = Correction.objects.get()
    assert statement.turns == [first, second]


def test_nothing_stands_in_the_way_only_where_there_is_something_new_and_nothing_is_owed(
    client: Client,
) -> None:
    interview = published()
    client.force_login(an_editor("bob"))
    where = reverse("interviews:publish", args=[interview.pk])
    settled, unchanged = "Nothing stands in the way.", "Nothing has changed since it was published on"
    interview.flags.all().delete()
    told = client.get(where).text
    assert unchanged in told
    assert "Publish again</button>" in told  # it renews the page
    assert settled not in told
    Interview.objects.filter(pk=interview.pk).update(recorded_on="2026-05-01")
    told = client.get(where).text
    assert settled in told
    assert unchanged not in told
    change(interview)
    told = client.get(where).text
    assert settled not in told
    assert unchanged not in told


def test_one_statement_covers_every_turn_that_says_nothing_else(client: Client) -> None:
    interview = published()
    changed = [change(interview), change(interview, 4, "Silence from those who maintain it.")]
    by = interview.publications.get().published_by
    assert by is not None
    client.force_login(by)
    client.post(reverse("interviews:publish", args=[interview.pk]), {"kind-all": "typo"})
    assert Correction.objects.get().turns == changed
