from itertools import pairwise

import pytest

from interviews.detectors.captions import RollingCaptions
from interviews.detectors.duplicate_turns import NearDuplicateTurn
from interviews.detectors.seams import WindowOverlap
from tests.builders import a_transcript, found, settled, texts

END = "We had nets to mend and boats to tar, and nobody thought about the war until the mail boat came."


def test_a_turn_that_begins_with_the_end_of_the_one_before_is_trimmed() -> None:
    transcript = a_transcript(("Ben", END), ("Ada", "until the mail boat came. What did it bring?"))
    (finding,) = found(WindowOverlap(), transcript)
    assert finding.passages[0].turn == "2"
    assert finding.passages[0].span.of(transcript["2"].text) == "until the mail boat came"
    assert transcript.words(finding.related[0]) == "until the mail boat came"
    after = settled(transcript, finding)
    assert texts(after) == [END, "What did it bring?"]
    assert not found(WindowOverlap(), after)


def test_the_other_fix_trims_the_turn_before() -> None:
    transcript = a_transcript(("Ben", END), ("Ben", "until the mail boat came. Then we knew."))
    (finding,) = found(WindowOverlap(), transcript)
    assert texts(settled(transcript, finding, 1))[0].endswith("about the war")


def test_a_reworded_seam_is_found() -> None:
    later = "and nobody thought of the war until the mail boats came. What did it bring?"
    (finding,) = found(WindowOverlap(), a_transcript(("Ben", END), ("Ada", later)))
    assert finding.fixes[0].edits[0].after == "What did it bring?"  # type: ignore[union-attr]


def test_a_long_seam_needs_no_small_letter() -> None:
    sentence = "Nobody in the village had ever seen a thing like that in daylight."
    transcript = a_transcript(("Ben", f"So it was. {sentence}"), ("Ada", f"{sentence} How old were you?"))
    (finding,) = found(WindowOverlap(), transcript)
    assert texts(settled(transcript, finding))[1] == "How old were you?"


def test_taking_up_the_others_words_begins_a_sentence() -> None:
    for reply in ("Until the mail boat came, yes.", "The mail boat came, and then?"):
        assert not found(WindowOverlap(), a_transcript(("Ben", END), ("Ada", reply)))


def test_answering_in_the_words_of_the_question_is_no_seam() -> None:
    ask = "And how was it for you to be the only girl in a school of boys?"
    reply = "To be the only girl in a school of boys was lonely at first."
    assert not found(WindowOverlap(), a_transcript(("Ada", ask), ("Cleo", reply)))


def test_where_turns_start_small_by_habit_a_few_words_say_nothing() -> None:
    turns = [
        ("Ben", "we came to the bridge at noon"),
        ("Ada", "the bridge at noon, and who was there?"),
        ("Ben", "only the ferryman"),
        ("Ada", "and he knew you?"),
    ]
    assert not found(WindowOverlap(), a_transcript(*turns))


def test_growing_captions_are_one_finding_and_every_word_is_kept_once() -> None:
    said = "we had nets to mend and boats to tar before the winter came down on us".split()
    turns = [(None, " ".join(said[:end])) for end in range(4, len(said) + 1, 2)]
    transcript = a_transcript(*turns)
    (finding,) = found(RollingCaptions(), transcript)
    assert len(finding.passages) == len(turns)
    assert " ".join(texts(settled(transcript, finding))) == turns[-1][1]
    assert not found(WindowOverlap(), transcript)


def test_scrolling_captions_lose_what_the_next_one_repeats() -> None:
    lines = [f"this is the line with number {n} in it" for n in "abcdef"]
    turns = [(None, f"{one} {two}") for one, two in pairwise(lines)]
    transcript = a_transcript(*turns)
    (finding,) = found(RollingCaptions(), transcript)
    assert " ".join(texts(settled(transcript, finding))) == " ".join(lines)


def test_a_list_that_grows_by_a_word_is_no_caption() -> None:
    turns = [("Ben", " ".join(["one", "two", "three"][:n])) for n in (1, 2, 3)]
    assert not found(RollingCaptions(), a_transcript(*turns))


def test_nobody_begins_again_with_so_many_words_of_his_own() -> None:
    end = "We tarred the boats, and nobody thought about it until the mail boat came."
    again = "Nobody thought about it until the mail boat came. Then we knew."
    (finding,) = found(WindowOverlap(), a_transcript(("Ben", end), ("Ben", again)))
    assert finding.fixes[0].edits[0].after == "Then we knew."  # type: ignore[union-attr]
    assert not found(WindowOverlap(), a_transcript(("Ben", end), ("Ada", again)))
    assert not found(WindowOverlap(), a_transcript((None, end), (None, again)))


def test_one_may_ask_oneself_again_and_take_up_a_few_words() -> None:
    asked = ("Ben", "So where on earth would the mail boat come in now?")
    assert not found(WindowOverlap(), a_transcript(asked, ("Ben", f"Where{asked[1][8:]} At the quay.")))
    few = [("Ben", "We went down to the old quay."), ("Ben", "To the old quay. And it was gone.")]
    assert not found(WindowOverlap(), a_transcript(*few))


def test_words_taken_up_in_mid_sentence_are_a_seam_however_they_are_written() -> None:
    end = "They waited on the quay, and Berta was there when the mail boat came in."
    again = "Berta was there when the mail boat came in. Then we knew."
    assert found(WindowOverlap(), a_transcript(("Ben", end), ("Ada", again)))
    whole = "They waited on the quay. Berta was there when the mail boat came in."
    assert not found(WindowOverlap(), a_transcript(("Ben", whole), ("Ada", again)))
    asked = end[:-1] + "?"
    assert not found(WindowOverlap(), a_transcript(("Ben", asked), ("Ada", again)))


def test_a_reworded_turn_that_is_all_overlap_is_no_seam() -> None:
    again = "and nobody thought of the war until the mail boats came."
    assert not found(WindowOverlap(), a_transcript(("Ben", END), ("Ada", again)))


def test_marks_that_closed_the_copy_go_with_it() -> None:
    transcript = a_transcript(("Ben", f"“{END}”"), ("Ada", "until the mail boat came.” “What did it bring?”"))
    (finding,) = found(WindowOverlap(), transcript)
    assert texts(settled(transcript, finding))[1] == "“What did it bring?”"
    transcript = a_transcript(("Ben", END), ("Ada", "until the mail boat came, “as they say” there."))
    (finding,) = found(WindowOverlap(), transcript)
    assert texts(settled(transcript, finding))[1] == "“as they say” there."


def test_ones_own_last_words_are_a_seam_in_capitals_and_misheard_too() -> None:
    def trimmed(end: str, again: str, speaker: str = "Ben") -> list[str]:
        transcript = a_transcript(
            ("Ada", "Well."), ("Ada", "And how was it?"), ("Ben", end), (speaker, again)
        )
        findings = found(WindowOverlap(), transcript)
        assert {finding.title for finding in findings} <= {"Turn 4 begins with the end of turn 3"}
        return [texts(settled(transcript, finding))[3] for finding in findings]

    end = "So they went out on the ice. It was four in the morning and there was no light but theirs."
    assert trimmed(end, "It was for in the morning and their was no light but theirs. Then we knew.") == [
        "Then we knew."
    ]
    assert trimmed(end, "There was no light but theirs. Then we knew.") == ["Then we knew."]
    assert trimmed(end, "There was no light but theirs. Then we knew.", "Ada") == []
    assert trimmed(end, "Their was no light but there's. Then we knew.") == []
    # The whole turn again is another fault.
    assert trimmed(end[29:], "It was for in the morning and their was no light but theirs. And so.") == []


def test_without_names_a_copy_is_a_seam_where_it_is_in_mid_sentence_at_both_ends() -> None:
    end = "So my first task was, let me just build an environment."
    again = "Task was, let me just build an environment"
    assert found(WindowOverlap(), a_transcript((None, end), (None, f"{again} and go on.")))
    assert not found(WindowOverlap(), a_transcript((None, end), (None, f"{again}. And go on.")))
    assert not found(WindowOverlap(), a_transcript(("Ben", end), ("Ada", f"{again} and go on.")))
    assert not found(WindowOverlap(), a_transcript((None, f"Yes. {again}."), (None, f"{again} and go on.")))


def test_without_names_a_misheard_copy_must_be_longer() -> None:
    end = "So that is how it went. They train a model on it to label everything else with the rewards."
    again = "They train a modal on it to label everything else with the rewards. And then they run it."
    assert found(WindowOverlap(), a_transcript((None, end), (None, again)))
    assert not found(WindowOverlap(), a_transcript(("Ben", end), ("Ada", again)))
    end, again = (text.replace("on it to label everything else ", "") for text in (end, again))
    assert found(WindowOverlap(), a_transcript(("Ben", end), ("Ben", again)))
    assert not found(WindowOverlap(), a_transcript((None, end), (None, again)))


def test_who_finishes_or_takes_up_a_sentence_begins_with_a_dash_or_dots() -> None:
    end = "Once they are off the hill there is no getting them back."
    for reply in ("– no getting them back, no.", "...no getting them back, no."):
        assert not found(WindowOverlap(), a_transcript(("Ben", end), ("Ada", reply)))
    assert found(WindowOverlap(), a_transcript(("Ben", end), ("Ada", "no getting them back, no.")))


def test_a_long_seam_between_two_long_turns_is_no_turn_said_again() -> None:
    transcript = a_transcript(("Ben", f"So. {END}"), ("Ben", f"{END} And then we knew."))
    assert found(WindowOverlap(), transcript)
    assert not found(NearDuplicateTurn(), transcript)


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Nobody in the whole wide valley. We were eight at table.", True),
        ("Nobody in the whole wide valley, yes. We were eight at table.", False),
        ("Nobody in the whole wide valley cared. We were eight at table.", False),
        ("Nobody in the whole wide valley? We were eight at table.", False),
        ("Wide valley. We were eight at table.", False),
    ],
    ids=["closed", "goes on with a comma", "goes on", "asks back", "two words"],
)
def test_a_piece_of_a_phrase_with_a_capital_under_another_name_is_a_bleed(reply: str, expected: bool) -> None:
    before = "There was hardly a loaf for nobody in the whole wide valley."
    assert bool(found(WindowOverlap(), a_transcript(("Ben", before), ("Ada", reply)))) is expected


@pytest.mark.parametrize(
    "before",
    ["There was a loaf, and nobody in the whole wide valley.", "But nobody in the whole wide valley."],
)
def test_whoever_takes_up_a_clause_begins_where_it_begins(before: str) -> None:
    reply = "Nobody in the whole wide valley. We were eight at table."
    assert not found(WindowOverlap(), a_transcript(("Ben", before), ("Ada", reply)))


def test_nor_does_anybody_begin_in_the_middle_of_a_question_of_ones_own() -> None:
    ask = "Can you tell us about the winters that you have seen out there, like how to get through those?"
    again = "That you have seen out there, like how to get through those? I would have run."
    assert found(WindowOverlap(), a_transcript(("Ada", ask), ("Ada", again)))


WHOLE = "Ninety people came to the harbour and eighty of them were angry."


def test_all_that_one_said_at_the_start_of_anothers_turn_is_a_seam() -> None:
    transcript = a_transcript(
        ("Ada", "And?"), ("Ben", WHOLE), ("Ada", f"{WHOLE} We left them standing there.")
    )
    (finding,) = found(WindowOverlap(), transcript)
    assert finding.title == "Turn 3 begins with the whole of turn 2"
    assert "All 12 words of turn 2 stand again at the start of turn 3" in finding.reason
    assert texts(settled(transcript, finding)) == ["And?", WHOLE, "We left them standing there."]
    assert settled(transcript, finding, 1)["2"].aside


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Ben", "Ninety came and eighty of them were angry."), "{} We left them standing there."),  # too few
        (("Ben", WHOLE), "{} And what did you do?"),
        (("Ben", f"{WHOLE[:-1]}?"), "{} We left them standing there."),
        (("Ada", WHOLE), "{} We left them standing there."),  # a caption that grows, or a copy
    ],
)
def test_all_that_one_said_may_be_taken_up_to_ask_and_to_answer(first: tuple[str, str], second: str) -> None:
    transcript = a_transcript(("Ada", "And?"), first, ("Ada", second.format(first[1])), ("Ben", "I see."))
    assert not found(WindowOverlap(), transcript)
