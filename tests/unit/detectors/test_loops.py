import pytest

from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.duplicate_blocks import DuplicateBlock
from interviews.detectors.duplicate_turns import ExactDuplicateTurn, NearDuplicateTurn
from interviews.detectors.loops import AsrLoop
from interviews.detectors.shape.loop_rows import over_and_over
from tests.builders import a_transcript, found, settled, texts


@pytest.mark.parametrize(
    ("phrase", "times"),
    [("water", 9), ("the bridge", 5), ("down to the", 5), ("that was what we did", 4)],
)
def test_a_phrase_over_and_over_is_one_loop_and_is_kept_once(phrase: str, times: int) -> None:
    transcript = a_transcript(("Ben", "So we carried " + " ".join([phrase] * times) + " every day."))
    (finding,) = found(AsrLoop(), transcript)
    assert texts(settled(transcript, finding)) == [f"So we carried {phrase} every day."]
    assert not found(DoubledPhrase(), transcript)


def test_a_loop_that_stands_alone_and_says_nothing_new_is_taken_out() -> None:
    transcript = a_transcript(
        ("Ben", "We saw the old mill up there. " + "old mill, " * 9 + "old mill. Then we left.")
    )
    (finding,) = found(AsrLoop(), transcript)
    assert finding.fixes[0].label == "Take all 10 out"
    assert texts(settled(transcript, finding)) == ["We saw the old mill up there. Then we left."]


def test_a_loop_whose_words_stand_nowhere_else_is_kept_once() -> None:
    transcript = a_transcript(("Ben", "We left. " + "Seagulls. " * 12 + "Then it rained."))
    (finding,) = found(AsrLoop(), transcript)
    assert texts(settled(transcript, finding)) == ["We left. Seagulls. Then it rained."]


def test_a_copy_that_was_begun_and_not_finished_belongs_to_the_loop() -> None:
    transcript = a_transcript(("Ben", "It was " + "up on the hill " * 6 + "up on"))
    (finding,) = found(AsrLoop(), transcript)
    assert texts(settled(transcript, finding)) == ["It was up on the hill"]


def test_what_joined_the_copies_goes_with_them_where_nothing_follows_it() -> None:
    ends = a_transcript(("Ben", "The dog began to " + "dig and " * 9 + "dig. Then he sat down."))
    goes_on = a_transcript(("Ben", "The dog began " + "to dig and " * 9 + "then he sat down."))
    (of_end,), (of_middle,) = found(AsrLoop(), ends), found(AsrLoop(), goes_on)
    assert of_end.fixes[0].label == "Keep one “dig”"
    assert texts(settled(ends, of_end)) == ["The dog began to dig. Then he sat down."]
    assert texts(settled(goes_on, of_middle)) == ["The dog began to dig and then he sat down."]


def test_equal_turns_in_a_row_are_one_loop_and_no_duplicates() -> None:
    turns = [("Ben", "and then you cannot do that")] * 18
    transcript = a_transcript(("Ada", "Why not?"), *turns, ("Ada", "I see."))
    (finding,) = found(AsrLoop(), transcript)
    assert len(finding.passages) == 17
    assert finding.fixes[0].label == "Keep turn 2, set turns 3–19 aside"
    assert texts(settled(transcript, finding)) == ["Why not?", "and then you cannot do that", "I see."]
    assert not found(ExactDuplicateTurn(), transcript)


def test_a_loop_in_spanish_is_found() -> None:
    transcript = a_transcript(("Ana", "Y luego " + "la casa de mi abuela " * 5), language="es")
    assert found(AsrLoop(), transcript)


@pytest.mark.parametrize(
    "text",
    [
        "No, no, no, no, no, no, no, no, not like that.",
        "Ha ha ha ha ha ha ha ha!",
        "And we all sang la la la la la la la la.",
        "It went on and on and on and on.",
        "Five, four, three, two, one, one, one, go.",
        "It was slow, slow, slow, and then all at once.",
        "I saw it fail in Turin. I saw it fail in Milan. I saw it fail in Rome.",
    ],
)
def test_laughing_singing_and_insisting_are_no_loops(text: str) -> None:
    assert not found(AsrLoop(), a_transcript(("Ben", text)))


def test_thanks_over_and_over_as_sentences_are_a_recognisers() -> None:
    invented = a_transcript(("Ben", "We closed the door. " + "Thank you. " * 6 + "Then it rained."))
    (finding,) = found(AsrLoop(), invented)
    assert finding.title == "“Thank you” 6 times in a row in turn 1"
    assert not found(AsrLoop(), a_transcript(("Ben", "Thank you. " * 5)))
    assert not found(AsrLoop(), a_transcript(("Ben", "Thank you, " * 7 + "thank you all.")))


def test_sixty_times_no_is_a_recogniser() -> None:
    assert found(AsrLoop(), a_transcript(("Ben", "No, " * 60 + "all right.")))


def test_back_channels_in_a_row_are_no_loop() -> None:
    assert not found(AsrLoop(), a_transcript(*[("Ben", "Yeah, yeah.")] * 6))


@pytest.mark.parametrize(
    ("said", "turns", "is_loop"),
    [
        ("We went there.", 3, True),
        ("We went there.", 2, False),
        ("So there.", 6, True),
        ("So there.", 5, False),
        ("No, no, no.", 8, False),
        ("Thank you.", 6, True),
        ("Okay.", 5, False),
        ("Ha ha.", 9, False),
        ("…", 9, False),
    ],
)
def test_short_turns_need_more_copies_to_loop(said: str, turns: int, is_loop: bool) -> None:
    transcript = a_transcript(("Ada", "And then?"), *[("Ben", said)] * turns, ("Ada", "I see."))
    assert bool(found(AsrLoop(), transcript)) is is_loop


def test_a_loop_cut_into_turns_is_kept_once() -> None:
    phrase = "and then we have the"
    transcript = a_transcript(
        ("Ada", "Why not?"), *[("Ben", " ".join([phrase] * times)) for times in (2, 3, 2)], ("Ada", "I see.")
    )
    (finding,) = found(AsrLoop(), transcript)
    assert [passage.turn for passage in finding.passages] == ["2", "3", "4"]
    assert finding.fixes[0].label == "Keep one of turn 2, set turns 3–4 aside"
    assert transcript.words(finding.passages[0]) == phrase
    assert transcript.words(finding.related[0]) == phrase
    assert texts(settled(transcript, finding)) == ["Why not?", phrase, "I see."]
    for other in (DoubledPhrase(), ExactDuplicateTurn(), NearDuplicateTurn(), DuplicateBlock()):
        assert not found(other, transcript)


def test_a_loop_cut_once_needs_twice_as_many_copies() -> None:
    assert found(AsrLoop(), a_transcript(*[("Ben", "and we have it " * times) for times in (4, 4)]))[
        0
    ].related
    assert not found(AsrLoop(), a_transcript(*[("Ben", "and we have it " * times) for times in (3, 3)]))


def test_a_loop_over_turns_is_one_persons() -> None:
    assert not found(AsrLoop(), a_transcript(*[("Ada", "We went there."), ("Ben", "We went there.")] * 3))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        # The loop is a sentence of its own, and its words stand elsewhere: none is kept.
        ("That was a joke I said. LOOP So we went on.", "That was a joke I said. So we went on."),
        ("LOOP I said that was a joke, yes.", "I said that was a joke, yes."),
        ("I said that was a joke, yes. LOOP", "I said that was a joke, yes."),
        (
            "“I said that was a joke, yes. LOOP.” So we went on.",
            "“I said that was a joke, yes.” So we went on.",
        ),
        ("I said that was a joke, yes. LOOP\nSo we went on.", "I said that was a joke, yes.\nSo we went on."),
        (
            "I said that was a joke, yes.\nLOOP. So we went on.",
            "I said that was a joke, yes.\nSo we went on.",
        ),
        (
            "I said that was a joke, yes. LOOP. “So we went on.”",
            "I said that was a joke, yes. “So we went on.”",
        ),
        # It goes on, or it follows in mid-sentence, or its words stand nowhere else.
        ("That was a joke, yes. LOOP and on.", "That was a joke, yes. that was a joke and on."),
        ("That was a joke, and LOOP So we went on.", "That was a joke, and that was a joke So we went on."),
        ("We laughed. LOOP So we went on.", "We laughed. that was a joke So we went on."),
    ],
)
def test_a_loop_is_taken_out_whole_only_where_nothing_is_lost(text: str, after: str) -> None:
    loop = " ".join(["that was a joke"] * 5)
    transcript = a_transcript(("Ben", text.replace("LOOP", loop)))
    (finding,) = found(AsrLoop(), transcript)
    assert texts(settled(transcript, finding)) == [after]


def test_a_loop_twice_as_long_as_needed_is_surer() -> None:
    (short,) = found(AsrLoop(), a_transcript(("Ben", "over the bridge " * 7)))
    (long,) = found(AsrLoop(), a_transcript(("Ben", "over the bridge " * 8)))
    assert (short.confidence, long.confidence) == (0.9, 0.97)
    assert long.evidence == ("24 words, of which 3 are different.",)
    (word,) = found(AsrLoop(), a_transcript(("Ben", "bridge " * 9)))
    assert word.evidence == ("One word stands 9 times.",)


def test_a_long_phrase_is_shortened_on_the_card_of_its_loop() -> None:
    phrase = "nevertheless everybody understood everything at once "
    (finding,) = found(AsrLoop(), a_transcript(("Ben", phrase * 4)))
    assert "“nevertheless everybody understood every…”" in finding.title


@pytest.mark.parametrize(
    ("text", "phrase", "times"),
    [
        ("We went. We went. We went.", "we went", 3),
        ("We went. We went. So we stayed.", "we went we went so we stayed", 1),
        ("So we went. We went. We went.", "so we went we went we went", 1),
        ("We went.", "we went", 1),
    ],
)
def test_a_turn_says_its_words_over_and_over_where_it_says_nothing_else(
    text: str, phrase: str, times: int
) -> None:
    assert over_and_over(text) == (tuple(phrase.split()), times)
