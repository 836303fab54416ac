import pytest

from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.sentences import DuplicateSentence, without
from interviews.transcript.spans import Span
from tests.builders import a_transcript, found, settled, texts

SAID = "The harvest was late that year."


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (f"{SAID} {SAID} We waited.", f"{SAID} We waited."),
        (f"Well. {SAID} {SAID}", f"Well. {SAID}"),
        (
            f"{SAID} We waited for the rain. {SAID} Then it came.",
            f"{SAID} We waited for the rain. Then it came.",
        ),
        (f"{SAID}\n\n{SAID}\n\nThen it came.", f"{SAID}\n\nThen it came."),
        (f"{SAID} [laughter] the harvest was late that year!", f"{SAID} [laughter]"),
    ],
    ids=["in a row", "at the end", "apart", "paragraphs", "behind a stage note"],
)
def test_a_sentence_that_stands_twice_in_a_turn_is_taken_out_once(text: str, after: str) -> None:
    transcript = a_transcript(("Ben", text))
    (finding,) = found(DuplicateSentence(), transcript)
    assert texts(settled(transcript, finding)) == [after]
    assert not found(DuplicateSentence(), settled(transcript, finding))


def test_the_later_copy_is_the_passage_and_the_earlier_one_related() -> None:
    (finding,) = found(DuplicateSentence(), a_transcript(("Ben", f"{SAID} {SAID}")))
    assert finding.passages[0].span.start == len(SAID) + 1
    assert finding.related[0].span == Span(0, len(SAID))


@pytest.mark.parametrize(
    ("between", "where"),
    [
        ("", "stands twice in a row."),
        ("We waited. ", "stands again after 1 other sentence."),
        ("We waited. It came. ", "stands again after 2 other sentences."),
    ],
)
def test_it_is_told_how_much_stands_between(between: str, where: str) -> None:
    (finding,) = found(DuplicateSentence(), a_transcript(("Ben", f"{SAID} {between}{SAID} So.")))
    assert finding.reason == f"The same sentence {where}"


def test_a_long_stretch_twice_in_a_row_needs_no_full_stop() -> None:
    stretch = "and so we took the cart down to the landing stage with all that was left"
    assert found(DuplicateSentence(), a_transcript(("Ben", f"Yes {stretch} {stretch} of it.")))


def test_a_german_sentence_is_found_too() -> None:
    said = "Wir haben damals alles selbst gebaut."
    assert found(DuplicateSentence(), a_transcript(("Eva", f"{said} {said}"), language="de"))


@pytest.mark.parametrize(
    "text",
    [
        "It was cold. It was cold. We left.",
        f"{SAID} We knew it. {SAID} They knew it. {SAID}",
        "It failed for the small ones at first. It failed for the large ones at first.",
        "He said, “We mend it all by June.” June came. He said, “We mend it all by June.” He left.",
    ],
    ids=["short", "refrain", "parallel", "quoted"],
)
def test_rhetoric_is_left_alone(text: str) -> None:
    assert not found(DuplicateSentence(), a_transcript(("Ben", text)))


def test_the_same_sentence_in_two_turns_is_not_this_fault() -> None:
    assert not found(DuplicateSentence(), a_transcript(("Ben", SAID), ("Ada", SAID)))


def test_taking_a_stretch_out_leaves_no_white_space_behind() -> None:
    assert without("one two", Span(0, 3)) == "two"
    assert without("one two", Span(4, 7)) == "one"
    assert without("one two three", Span(4, 7)) == "one three"


@pytest.mark.parametrize("lost", ["the ", "over "])
def test_a_sentence_said_again_at_once_with_a_small_word_lost_is_taken_out(lost: str) -> None:
    long = "The people from the other bank came over on the ice that winter."
    short = long.replace(lost, "", 1)
    transcript = a_transcript(("Ben", f"{long} {short} We fed them."))
    (finding,) = found(DuplicateSentence(), transcript)
    assert finding.evidence == ("Only a word differs, in how it is heard or written.",)
    assert texts(settled(transcript, finding)) == [f"{long} We fed them."]


@pytest.mark.parametrize(
    "second",
    [
        "The people from the other bank came over on the road that winter.",
        "The people from the other bank came over on the ice yesterday that winter.",
        "The people from the other bank came over on ice.",
    ],
    ids=["another thing", "no small word", "more than two words"],
)
def test_a_sentence_like_the_one_before_stays(second: str) -> None:
    long = "The people from the other bank came over on the ice that winter."
    assert not found(DuplicateSentence(), a_transcript(("Ben", f"{long} {second}")))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Let's see what is in the barn.", "Let us see what is in the barn."),
        ("We kinda wanna go there at night.", "We kind of want to go there at night."),
        ("It's been raining there all that week.", "It has been raining there all that week."),
        ("He told us which of them it was.", "He told us witch of them it was."),
        ("If your going there take the boat.", "If you're going there take the boat."),
        ("That was a modal of the old mill.", "That was a model of the old mill."),
    ],
)
def test_a_sentence_written_out_or_misheard_at_once_is_the_same(first: str, second: str) -> None:
    transcript = a_transcript(("Ben", f"{first} {second} Then it came."))
    (finding,) = found(DuplicateSentence(), transcript)
    assert texts(settled(transcript, finding)) == [f"{first} Then it came."]


@pytest.mark.parametrize(
    "second",
    [
        "We can't go there in the winter.",
        "They can go there in the winter.",
        "We can go there in the winters.",
        "We can go here in the winter.",
        "We can go there by the water.",
        "We can go there in the waters.",
        "We can go there in the winter.",
    ],
)
def test_a_sentence_with_another_word_says_another_thing(second: str) -> None:
    assert not found(DuplicateSentence(), a_transcript(("Ben", f"We can go there in the water. {second}")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harvest was late that year The harvest was late that year. We waited.", True),
        ("So. The harvest was late that year The harvest was late that year", True),
        ("the harvest was late that year the harvest was late that year. We waited.", False),
        ("In spring The harvest was late that year The harvest was late that year.", False),
        ("The harvest was late that year The harvest was late that year because of rain.", False),
        ("The harvest was late then The harvest was late then.", False),
    ],
    ids=["within", "at the end", "small letters", "no start", "goes on", "five words"],
)
def test_a_sentence_may_have_lost_its_stop(text: str, expected: bool) -> None:
    assert bool(found(DuplicateSentence(), a_transcript(("Ben", text)))) is expected
    assert bool(found(DoubledPhrase(), a_transcript(("Ben", text)))) is not expected


def test_the_end_of_a_sentence_stands_again_as_one() -> None:
    said = "the stallholders have told me that they won't move up the hill."
    text = f"The trust has offered a shed, and {said} I see why. T{said[1:]} So it stays."
    transcript = a_transcript(("Ben", text))
    (finding,) = found(DuplicateSentence(), transcript)
    assert transcript.words(finding.related[0]) == said
    assert texts(settled(transcript, finding)) == [
        f"The trust has offered a shed, and {said} I see why. So it stays."
    ]
    assert not found(
        DuplicateSentence(), a_transcript(("Ben", "I did, and it was wrong to go. It was wrong to go."))
    )


def test_what_a_page_pulls_out_of_the_text_is_no_sentence_said_twice() -> None:
    pulled = f"> {SAID}\n\nWe had waited for the rain. {SAID} Then it came."
    behind = f"{SAID} We had waited for the rain.\n\n> “{SAID}”\n\nThen it came."
    for text in (pulled, behind):
        assert not found(DuplicateSentence(), a_transcript(("Ben", text)))
    assert found(DuplicateSentence(), a_transcript(("Ben", f"The flow > 3. {SAID}\n\n{SAID}")))
