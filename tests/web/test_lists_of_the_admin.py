"""The admin's lists speak in words, have room for them, and say what fills them while they are empty."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interviews.models import Comment, Flag, Interview, SourceFile, Suggestion, Topic, Turn
from interviews.services.publishing import publish
from tests.cast import an_interview

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client: Client) -> Client:
    """A client of somebody who may see everything."""
    client.force_login(User.objects.create_superuser("chief"))
    return client


def listed(client: Client, model: type[Model], **asked: str) -> list[list[str]]:
    """The words of each row of a list, by column."""
    page = client.get(
        reverse(f"admin:interviews_{model._meta.model_name}_changelist"), asked
    ).content.decode()
    rows = page.partition('id="result_list"')[2].partition("<tbody>")[2].partition("</table>")[0]
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in rows.split("<tr>")[1:]]
    return [[re.sub(r"<[^>]+>", " ", cell).strip() for cell in row] for row in cells]


def test_a_flag_is_listed_with_its_kind_in_words_its_turn_and_who_settled_it_when(
    chief: Client, interview: Interview, alice: User
) -> None:
    User.objects.filter(pk=alice.pk).update(first_name="Alice", last_name="Ash")
    at = datetime(2024, 5, 1, 12, tzinfo=UTC)
    flag = interview.flags.get()
    turn = interview.turns.said()[2]
    Flag.objects.filter(pk=flag.pk).update(
        state=Flag.State.DISMISSED, settled_by=alice, settled_at=at, turn=turn
    )
    ((title, kind, severity, state, found_in, place, settled),) = listed(chief, Flag)
    assert (title, kind, severity) == (flag.title, flag.label, flag.get_severity_display())
    assert (state, found_in, place) == ("Not a problem", interview.title, "3")
    assert settled.split() == ["Alice", "Ash", "1", "May", "2024,", "12:00"]
    page = chief.get(reverse("admin:interviews_flag_changelist")).content.decode()
    assert reverse("admin:interviews_interview_change", args=[interview.pk]) in page
    assert f">{flag.kind}<" not in page


def test_a_flag_of_the_background_and_one_whose_turn_was_joined_to_another_have_their_place(
    chief: Client, interview: Interview
) -> None:
    turn = interview.flags.get().turn
    Turn.objects.filter(pk=turn.pk).update(part=Turn.Part.BACKGROUND)
    assert listed(chief, Flag)[0][5] == "Background, 1"
    Turn.objects.filter(pk=turn.pk).update(position=None)
    assert listed(chief, Flag)[0][5] == "-"


def test_flags_are_chosen_by_kinds_in_words_be_it_one_that_no_detector_has_any_more(
    chief: Client, interview: Interview
) -> None:
    flag = interview.flags.get()
    known = flag.label
    flag.pk, flag.kind = None, "a_retired_kind"
    flag.save()
    page = chief.get(reverse("admin:interviews_flag_changelist")).content.decode()
    kinds = page.partition("By kind")[2].partition("</details>")[0]
    words = [word.strip() for word in re.findall(r"<a[^>]*>([^<]*)</a>", kinds)]
    assert words == ["All", *sorted([known, "a_retired_kind"], key=str.casefold)]
    assert [row[1] for row in listed(chief, Flag, kind="a_retired_kind")] == ["a_retired_kind"]


def test_a_long_title_is_shortened_in_lists_of_other_things(chief: Client, alice: User) -> None:
    title = "The bridge over the river " * 9
    interview = an_interview(by=alice, title=title.strip())
    assert listed(chief, Flag)[0][4] == f"{title[:47]}…"
    assert listed(chief, Interview)[0][1] == interview.title


def test_what_is_open_is_told_from_what_is_not(chief: Client, interview: Interview, alice: User) -> None:
    turn = interview.turns.said()[0]
    for text, at in (("Is it so?", None), ("It is.", timezone.now())):
        Comment.objects.create(
            interview=interview, turn=turn, text=text, author=alice, resolved_at=at, resolved_by=alice
        )
    publication = publish(interview=interview, by=alice)
    for text, at, taken in (("A", None, False), ("B", timezone.now(), False), ("C", timezone.now(), True)):
        Suggestion.objects.create(
            interview=interview,
            publication=publication,
            key=turn.key,
            text=text,
            made_at=timezone.now(),
            settled_at=at,
            taken=taken,
        )
    assert [row[0] for row in listed(chief, Comment, **{"is": "before"})] == ["Is it so?"]
    assert [row[0] for row in listed(chief, Comment, **{"is": "after"})] == ["It is."]
    assert [row[0] for row in listed(chief, Suggestion, **{"is": "before"})] == ["A"]
    assert {row[0]: row[3] for row in listed(chief, Suggestion)} == {
        "A": "-",
        "B": "Dismissed",
        "C": "Taken up",
    }
    Turn.objects.filter(pk=turn.pk).update(aside="It was said off the record.")
    assert [row[0] for row in listed(chief, Turn, **{"is": "after"})] == [turn.text]


def test_a_file_is_listed_with_the_name_of_its_format(chief: Client, interview: Interview) -> None:
    SourceFile.objects.update(format_id="plain", size=12_345)
    assert listed(chief, SourceFile)[0][1:4] == ["Plain text", interview.sources.get().encoding, "12,345"]
    assert len(listed(chief, SourceFile, format_id="plain")) == 1
    assert listed(chief, SourceFile, format_id="webvtt") == []


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        (Flag, "Flags are made when an interview comes in"),
        (Topic, "A topic is there once an interview is filed"),
    ],
)
def test_an_empty_list_says_what_fills_it_and_a_search_without_a_find_does_not(
    chief: Client, model: type[Model], sentence: str
) -> None:
    where = reverse(f"admin:interviews_{model._meta.model_name}_changelist")
    assert f"There is nothing here yet. {sentence}" in chief.get(where).content.decode()
    assert sentence not in (found := chief.get(where, {"q": "heron"}).content.decode())
    assert "Nothing here fits the search and the filters." in found


def test_what_is_only_looked_at_has_no_history_of_changes(chief: Client, interview: Interview) -> None:
    flag = interview.flags.get()
    assert (
        "historylink"
        not in chief.get(reverse("admin:interviews_flag_change", args=[flag.pk])).content.decode()
    )
    where = reverse("admin:interviews_interview_change", args=[interview.pk])
    assert "historylink" in chief.get(where).content.decode()


def test_the_site_is_viewed_where_readers_see_it(chief: Client) -> None:
    page = chief.get(reverse("admin:index")).content.decode()
    assert re.search(r'<a href="/">View site</a>', page)
    assert re.search(r'<a href="/desk/">Desk</a>', page)
