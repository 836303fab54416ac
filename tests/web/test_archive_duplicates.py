"""A passage that stands in an earlier interview is told of on the desk, and nowhere else."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from interviews.models import ArchivePrint, Flag, Interview
from interviews.services import editing
from interviews.services.archiving import elsewhere
from interviews.services.checking import check_interview
from interviews.services.publishing import publish
from interviews.services.settling import dismiss_flag
from tests.cast import ANSWERS, ASKS, a_conversation, a_member, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

FLOOD = (
    "The water came over the sill at four in the morning, and by five the piano was floating in the parlour"
    " with the cat asleep on its lid."
)
NOUNS = "bridge drain bearing pillar arch river county winter lorry valley school road".split()
VERBS = "carried closed painted measured sold forgot inherited flooded moved rented praised doubted".split()


def an_answer(number: int) -> str:
    """Thirty words that no other number has eight of in a row."""
    pairs = [(VERBS[(number + step) % 12], NOUNS[(number * 5 + step * 7) % 12]) for step in range(6)]
    return f"In {number}: " + ", ".join(f"we {verb} the {noun} {number}" for verb, noun in pairs) + "."


def talk(*numbers: int, and_then: str = "") -> Interview:
    turns = [
        turn for number in numbers for turn in ((ASKS, f"And in {number}?"), (ANSWERS, an_answer(number)))
    ]
    return an_interview(a_conversation(*turns, *([(ANSWERS, and_then)] if and_then else [])))


def told(interview: Interview) -> list[Flag]:
    return list(interview.flags.counted().filter(kind="archive_duplicate"))


def test_the_later_of_two_interviews_is_told_of_the_passage() -> None:
    earlier = talk(1, 2, 3, and_then=FLOUR_AND_FLOOD)
    later = talk(4, 5, 6, and_then=FLOOD)
    (flag,) = told(later)
    assert flag.title == "Turn 7 stands in “On bridges” too"
    assert flag.evidence == ["Turn 7 is turn 7 of “On bridges”."]
    assert flag.severity == "notice"
    check_interview(earlier)
    assert not told(earlier)


FLOUR_AND_FLOOD = f"It was a bad year for flour and a worse one for houses. {FLOOD} Nobody slept."


def test_what_stands_in_an_interview_that_somebody_may_not_open_is_not_shown_to_them(client: Client) -> None:
    earlier, later = talk(1, 2, 3, and_then=FLOUR_AND_FLOOD), talk(4, 5, 6, and_then=FLOOD)
    reporter, editor = a_member("Reporter", "rosa"), a_member("Editor", "eve")
    Interview.objects.filter(pk=later.pk).update(assignee=reporter)
    for user, shown in ((editor, True), (reporter, False)):
        client.force_login(user)
        page = client.get(told(later)[0].get_absolute_url()).content.decode()
        assert ("It was a bad year" in page) is shown
        assert (f"/desk/{earlier.pk}/" in page) is shown


def test_an_interview_brought_twice_is_one_flag_and_a_decision_on_it_outlives_an_edit() -> None:
    talk(1, 2, 3, 4)
    again, alice = talk(1, 2, 3, 4), an_editor()
    (flag,) = told(again)
    assert flag.title == "4 of 4 turns stand in “On bridges” too"
    dismiss_flag(flag=flag, by=alice)

    editing.edit_text(
        interview=again, key=keys(again)[1], text=f"Well. {an_answer(1)}", seen_version=1, by=alice
    )
    check_interview(again)
    assert [one.state for one in told(again)] == [Flag.State.DISMISSED]


def test_other_words_end_the_flag() -> None:
    talk(1, 2, 3, and_then=FLOOD)
    later, alice = talk(4, 5, 6, and_then=FLOOD), an_editor()
    editing.edit_text(interview=later, key=keys(later)[-1], text="It rained.", seen_version=1, by=alice)
    check_interview(later)
    assert [flag.state for flag in told(later)] == [Flag.State.FIXED]


def test_what_the_earlier_interview_set_aside_stands_there_no_more() -> None:
    earlier, alice = talk(1, 2, 3, and_then=FLOOD), an_editor()
    editing.set_aside(interview=earlier, key=keys(earlier)[-1], by=alice)
    check_interview(earlier)
    assert not told(talk(4, 5, 6, and_then=FLOOD))


def test_prints_are_kept_of_longer_turns_and_written_where_a_text_changed() -> None:
    interview, alice = talk(1, 2), an_editor()
    asked, first, _, second = keys(interview)
    kept = ArchivePrint.objects.filter(turn__interview=interview)
    assert set(kept.values_list("turn__key", flat=True)) == {first, second}
    before = dict(kept.values_list("pk", "turn__key"))

    check_interview(interview)
    assert dict(kept.values_list("pk", "turn__key")) == before

    editing.edit_text(interview=interview, key=first, text=FLOOD, seen_version=1, by=alice)
    editing.edit_text(interview=interview, key=asked, text="And then?", seen_version=1, by=alice)
    check_interview(interview)
    after = dict(kept.values_list("pk", "turn__key"))
    assert {pk for pk, key in before.items() if key == second} <= set(after)
    assert not {pk for pk, key in before.items() if key == first} & set(after)
    assert first in after.values()


def test_an_intro_of_many_interviews_is_boilerplate() -> None:
    for number in range(3):
        talk(10 * number, 10 * number + 1, 10 * number + 2, and_then=FLOOD)
    (flag,) = told(talk(70, 71, 72, and_then=FLOOD))
    assert flag.title == "Turn 7 is known boilerplate"


def test_a_look_up_takes_six_queries_however_much_is_shared() -> None:
    talk(*range(20))
    for interview in (talk(*range(3), *range(30, 40)), talk(*range(20))):
        transcript = interview.transcript()
        with CaptureQueriesContext(connection) as queries:
            assert elsewhere(interview=interview, transcript=transcript)
        asked = [query["sql"] for query in queries if query["sql"].startswith("SELECT")]
        assert len(asked) == 6


def test_the_card_leads_to_the_other_interview(client: Client) -> None:
    earlier = talk(1, 2, 3, and_then=FLOOD)
    later = talk(4, 5, 6, and_then=FLOOD)
    (flag,) = told(later)
    client.force_login(an_editor())
    page = client.get(flag.get_absolute_url()).content.decode()
    assert f'href="{earlier.get_absolute_url()}#t-{keys(earlier)[-1]}"' in page
    assert "Open “On bridges”" in page


def test_a_reader_never_learns_what_stands_in_a_draft(client: Client) -> None:
    alice = an_editor()
    an_interview(a_conversation((ASKS, "Go on."), (ANSWERS, FLOOD)), title="A secret draft")
    later = talk(4, 5, 6, and_then=FLOOD)
    assert told(later)
    publish(interview=later, by=alice)
    for path in (f"/interviews/{later.slug}/", f"/interviews/{later.slug}/changes/", "/"):
        assert "secret draft" not in client.get(path).content.decode()
