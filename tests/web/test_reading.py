"""The published page: its layout, sections, times, what is looked for in it, and one speaker alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from interviews.models import Interview
from interviews.services.publishing import publish
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn
from tests.builders import timed
from tests.cast import ANSWERS, ASKS, BRIDGE, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

PANEL = (
    (ASKS, "Who built the harbour wall?"),
    (ANSWERS, "My grandfather carried half of it."),
    ("Bo Lind", "And mine the other half."),
    (ASKS, "Is that true?"),
    (ANSWERS, "More or less. The drains were mine."),
)


def published(transcript: Transcript | None = None, *, title: str = "On bridges") -> Interview:
    interview = an_interview(transcript, title=title)
    publish(
        interview=interview,
        by=an_editor(title),
        acknowledged=list(interview.flags.values_list("pk", flat=True)),
        override_reason="For the test.",
    )
    return interview


def page_of(client: Client, interview: Interview, **query: str) -> str:
    address = reverse("interviews:published", args=[interview.slug])
    return client.get(address, query).content.decode()


def named(page: str) -> list[str]:
    return re.findall(r'<p class="credit">(.*?)</p>', page)


def with_background(transcript: Transcript, *paragraphs: tuple[int, str]) -> Transcript:
    """The same with paragraphs of background, each in front of the turn with that number."""
    turns = list(transcript.turns)
    for place, text in sorted(paragraphs, reverse=True):
        turns.insert(place, Turn(f"b{place}{len(text)}", text, part=Part.BACKGROUND))
    return replace(transcript, turns=tuple(turns))


def test_where_one_asks_and_one_answers_only_the_answers_are_named_and_the_role_stands_once(
    client: Client,
) -> None:
    page = page_of(client, published())
    assert '<article class="interview questions"' in page
    assert named(page)[:2] == ["Ada Field, bridge inspector", "Ada Field"]
    assert ASKS not in named(page)


def test_where_several_talk_everybody_is_named(client: Client) -> None:
    page = page_of(client, published(a_conversation(*PANEL)))
    assert '<article class="interview conversation"' in page
    assert named(page) == [ASKS, "Ada Field, bridge inspector", "Bo Lind", ASKS, "Ada Field"]


def test_where_most_is_background_the_text_comes_first(client: Client) -> None:
    lead = "The wall has stood for a hundred years. " * 10
    page = page_of(client, published(with_background(a_conversation(*PANEL), (0, lead.strip()))))
    assert '<article class="interview article"' in page
    assert page.index("The wall has stood") < page.index("The interview</h2>") < page.rindex("Who built")


def test_a_heading_between_turns_opens_a_section_of_the_contents(client: Client) -> None:
    interview = published(
        with_background(
            a_conversation(), (0, "About drains"), (6, "The stone arch"), (10, "A pause. Tea came.")
        )
    )
    page = page_of(client, interview)
    arch = interview.turns.get(text="The stone arch").key
    assert re.search(rf'<h2 class="section" id="t-{arch}"', page)
    assert f'<li class="part"><a href="#t-{arch}" dir="auto">The stone arch</a></li>' in page
    assert "A pause. Tea came." in page
    assert page.index("Half a day") < page.index(f'id="t-{arch}"') < page.rindex("Has a bridge ever")


@pytest.mark.parametrize(
    "line", ["Recorded 12/11/2026, Bristol", "Bristol, 2026-11-12", "Bristol, 12.11.2026", "Tuesday, 9:30 am"]
)
def test_when_and_where_it_was_said_is_no_heading_of_what_was_said(client: Client, line: str) -> None:
    background = (0, "About drains"), (1, line), (6, line)
    page = page_of(client, published(with_background(a_conversation(), *background)))
    assert line in page
    assert not re.search(rf"<h\d[^>]*>{line}", page)
    assert f'dir="auto">{line}</a>' not in page


def test_times_link_to_themselves_once_a_second_and_only_where_they_are_known(client: Client) -> None:
    spoken = timed(
        a_conversation(*PANEL), (0, 900), (62_400, 65_000), (62_900, 66_000), (None, None), (None, None)
    )
    page = page_of(client, published(spoken))
    assert '<a class="at" id="t=62" href="#t=62"><time datetime="PT62S">1:02</time></a>' in page
    assert page.count('class="at"') == 2
    assert 'class="at"' not in page_of(client, published(title="Untimed"))


def test_what_is_looked_for_is_counted_listed_and_marked_and_stays_in_the_box(client: Client) -> None:
    page = page_of(client, published(), q="the  DRAIN")
    assert "“the DRAIN” was found once." in page
    assert '<mark id="hit-1">The drain</mark>s. A blocked drain' in page
    assert '<a href="#hit-1" dir="auto"><b>The drain</b>s. A blocked drain' in page
    assert 'value="the DRAIN"' in page
    assert '<meta name="robots" content="noindex">' in page


def test_curled_and_straight_apostrophes_find_each_other(client: Client) -> None:
    interview = published(a_conversation((ASKS, "Is it safe?"), (ANSWERS, "It’s “safe”, and it isn't.")))
    assert "found once" in page_of(client, interview, q="it's")
    assert "found once" in page_of(client, interview, q="isn’t")
    assert "found once" in page_of(client, interview, q='"safe"')


@pytest.mark.parametrize("query", ["zeppelin", "(.*", "\\", "<script>", "%", "a" * 5000])
def test_what_is_not_there_is_said_to_be_missing_whatever_is_typed(client: Client, query: str) -> None:
    address = reverse("interviews:published", args=[published().slug])
    page = client.get(address, {"q": query}).content.decode()
    assert "was not found" in page
    assert "<mark" not in page
    assert "<script>”" not in page


def test_marks_stand_right_in_a_turn_of_several_paragraphs(client: Client) -> None:
    answer = "The first bolt held.\nThe second bolt & the third bolt did not."
    page = page_of(client, published(a_conversation((ASKS, "And then?"), (ANSWERS, answer))), q="bolt")
    assert "found 3 times" in page
    assert '<p dir="auto">The first <mark id="hit-1">bolt</mark> held.</p>' in page
    assert 'The second <mark id="hit-2">bolt</mark> &amp; the third <mark id="hit-3">bolt</mark> did' in page


def test_one_speaker_is_read_alone(client: Client) -> None:
    interview = published(a_conversation(*PANEL))
    page = page_of(client, interview, speaker="Bo Lind")
    assert "Only what Bo Lind says." in page
    assert "And mine the other half." in page
    assert "grandfather" not in page
    assert 'href="/interviews/on-bridges/?speaker=Bo%20Lind" aria-current="true"' in page
    assert "grandfather" in page_of(client, interview, speaker="Nobody")


def test_looking_for_words_of_one_speaker_leaves_out_the_others(client: Client) -> None:
    page = page_of(client, published(a_conversation(*PANEL)), speaker=ANSWERS, q="half")
    assert "“half” was found once." in page
    assert "the other half" not in page


def test_what_is_looked_for_in_a_draft_is_not_found(client: Client) -> None:
    draft = an_interview(a_conversation((ASKS, "Where is it?"), (ANSWERS, "In the zeppelin.")))
    answer = client.get(reverse("interviews:published", args=[draft.slug]), {"q": "zeppelin"})
    assert answer.status_code == 404
    assert "In the" not in answer.content.decode()


def test_a_page_that_is_read_twice_is_made_by_one_query_and_a_search_by_one(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    interview = published(a_conversation(*BRIDGE, *PANEL))
    for query in ({}, {"q": "bridge"}, {"speaker": ANSWERS}):
        with django_assert_num_queries(1):
            page_of(client, interview, **query)


def test_a_page_in_arabic_runs_from_right_to_left(client: Client) -> None:
    speakers = (
        Speaker("المحررة", Role.INTERVIEWER),
        Speaker("ليلى", Role.GUEST, "ليلى منصور", "مهندسة جسور"),
    )
    said = a_conversation(
        ("المحررة", "ما أول ما تنظرين إليه تحت الجسر؟"),
        ("ليلى", "إلى المصارف. الماء يجد كل ضعف قبلنا، ويقول المهندسون في Basel الشيء نفسه."),
    )
    interview = published(replace(said, speakers=speakers, language="ar"))
    Interview.objects.filter(pk=interview.pk).update(language="ar")
    publish(
        interview=interview,
        by=an_editor("bob"),
        acknowledged=list(interview.flags.values_list("pk", flat=True)),
        override_reason="x",
    )
    page = page_of(client, interview)
    assert '<html lang="en-GB" dir="ltr">' in page
    assert '<div lang="ar" dir="rtl">' in page
    assert named(page) == ["ليلى منصور, مهندسة جسور"]
    assert f'<a href="#t-{keys(interview)[0]}" dir="auto">ما أول ما تنظرين إليه تحت الجسر؟</a>' in page


def test_a_turn_names_who_speaks_where_that_changes_among_questions_or_among_answers(client: Client) -> None:
    """By this the script that copies a quote finds the name: it goes back to the last one of its sort."""
    said = a_conversation(
        ("Mo", "Who pays for the water of this river?"),
        ("Ines", "Whoever owns the tap, I’d say."),
        ("Mo", "And who looks after the banks?"),
        ("Ines", "Whoever owns a meadow there."),
        ("Bo", "The county waits for the state, as ever."),
        (None, "Somebody laughs at the back of the hall."),
        ("Mo", "Who should pay, then?"),
        ("Ines", "Whoever spoils it for all the others."),
    )
    speakers = (
        Speaker("Mo", Role.INTERVIEWER),
        Speaker("Ines", Role.GUEST, "Ines Lima"),
        Speaker("Bo", Role.GUEST),
    )
    page = page_of(client, published(replace(said, speakers=speakers)))
    turns = re.findall(r'<div class="said( q)?"(?: data-said="([^"]*)")? id=', page)
    assert turns == [
        (" q", "Mo"),
        ("", "Ines Lima"),
        (" q", ""),
        ("", ""),
        ("", "Bo"),
        ("", ""),
        (" q", ""),
        ("", "Ines Lima"),
    ]
    assert page.count('data-said=""') == 1  # of whom nobody knows who it was


def test_quotation_marks_of_what_was_said_are_sent_as_they_are(client: Client) -> None:
    said = a_conversation((ASKS, 'Why don\'t you say "drain" & <gutter>?'), (ANSWERS, "I don't know."))
    page = page_of(client, published(said))
    assert page.count('Why don\'t you say "drain" &amp; &lt;gutter&gt;?') == 2  # in the contents, too
