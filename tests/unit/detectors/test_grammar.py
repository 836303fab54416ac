"""Small words that clash, and an infinitive with the preposition of its noun."""

from __future__ import annotations

import pytest

from interviews.detectors.grammar import BrokenGrammar
from interviews.detectors.kinds import Severity
from tests.builders import a_transcript, found, settled, words_of


def test_an_infinitive_that_is_mixed_with_its_noun_is_shown() -> None:
    transcript = a_transcript(("Ada", "They sent a crew, to support for the harbour works."))
    (finding,) = found(BrokenGrammar(), transcript)
    assert finding.weight is Severity.NOTICE
    assert words_of(transcript, [finding]) == ["to support for"]
    fixed = settled(transcript, finding)
    assert fixed["1"].text == "They sent a crew, to support the harbour works."
    assert found(BrokenGrammar(), fixed) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to support for the harbour we are still here.",
        "They hope to support the harbour for the town.",
        "We try to support for the first time a foreign crew.",
        "It came down to demand for the rope.",
        "They want to vote for the plan and to look for the crew.",
    ],
)
def test_nouns_behind_to_and_verbs_with_their_preposition_are_fine(text: str) -> None:
    assert found(BrokenGrammar(), a_transcript(("Ada", text))) == []


@pytest.mark.parametrize(
    ("text", "shown", "fixed"),
    [
        ("He came straight form the quay.", "straight form", "He came straight from the quay."),
        ("We would of sailed at noon.", "would of", "We would have sailed at noon."),
        ("You've go a point there.", "You've go", "You've got a point there."),
        ("I like it every since we met.", "every since", "I like it ever since we met."),
        ("It was more then we had hoped.", "more then", "It was more than we had hoped."),
        ("We were trying find the rope.", "trying find", "We were trying to find the rope."),
        ("You have too be quick.", "too be", "You have to be quick."),
        ("It has bean a long year.", "has bean", "It has been a long year."),
        ("I thick we all knew.", "I thick", "I think we all knew."),
        ("I new it was late.", "I new", "I knew it was late."),
        ("A lot off boats came.", "lot off", "A lot of boats came."),
    ],
)
def test_small_words_that_clash_are_put_right(text: str, shown: str, fixed: str) -> None:
    transcript = a_transcript(("Ada", text))
    (finding,) = found(BrokenGrammar(), transcript)
    assert finding.weight is Severity.NOTICE
    assert words_of(transcript, [finding]) == [shown]
    assert settled(transcript, finding)["1"].text == fixed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We gave it to the them at noon.", "the them"),
    ],
)
def test_where_nobody_can_tell_what_was_meant_it_is_only_shown(text: str, shown: str) -> None:
    transcript = a_transcript(("Ada", text))
    (finding,) = found(BrokenGrammar(), transcript)
    assert words_of(transcript, [finding]) == [shown]
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "text",
    [
        "We met in the in the harbour.",  # a restart
        "It is the is the crane there?",
        "It goes from A to B, and A is better.",
        "We shipped it to the US and an IT firm.",
        "I don't want an and.",
        "The word “the of” is odd.",
        "They write “would of come” there.",
        "It would of course be a loss, in of itself.",
        "He did it too, then he went home, more or less, then slept.",
        "We was there, and them lads was too.",  # dialect
        "That is how you might of it.",
        "I no longer resist it.",
        "It is a different form of work.",
        "Based a lot off of what we saw.",
    ],
)
def test_restarts_names_mentions_and_dialect_do_not_clash(text: str) -> None:
    assert found(BrokenGrammar(), a_transcript(("Ada", text))) == []


def test_what_clashes_twice_is_meant_unless_it_is_known_what_it_was() -> None:
    twice = a_transcript(("Ada", "We saw the them of old."), ("Ben", "Who are the them you saw?"))
    assert found(BrokenGrammar(), twice) == []
    sure = a_transcript(("Ada", "We would of come."), ("Ben", "He would of gone."))
    assert len(found(BrokenGrammar(), sure)) == 2


def test_a_recogniser_without_speakers_writes_restarts_down() -> None:
    assert found(BrokenGrammar(), a_transcript((None, "We gave the them away."))) == []
    assert len(found(BrokenGrammar(), a_transcript((None, "It has bean done.")))) == 1


def test_a_turn_that_is_told_as_a_copy_is_not_judged_again() -> None:
    said = "We sailed past the old lighthouse at dusk and {} was raining hard upon the whole crew all night"
    turns = (("Ada", said.format("it")), ("Ben", "Did you?"), ("Ada", said.format("the them")))
    assert found(BrokenGrammar(), a_transcript(*turns)) == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("They were trying exert their influence.", "They were trying to exert their influence."),
        ("It was in topic of the day.", "It was in the topic of the day."),
        ("We met at end of May.", "We met at the end of May."),
    ],
)
def test_a_small_word_that_is_missing_is_put_in(text: str, fixed: str) -> None:
    transcript = a_transcript(("Ada", text), ("Ben", "That is fine."))
    (finding,) = found(BrokenGrammar(), transcript)
    assert settled(transcript, finding)["1"].text == fixed


@pytest.mark.parametrize(
    "text", ["The line is on topic today.", "We stayed in process mode.", "He is in rest mode."]
)
def test_without_an_of_behind_it_a_noun_may_stand_alone(text: str) -> None:
    assert found(BrokenGrammar(), a_transcript(("Ada", text), ("Ben", "That is fine."))) == []
