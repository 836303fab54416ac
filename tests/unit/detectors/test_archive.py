"""What stands in another interview too is said once, and in proportion."""

from __future__ import annotations

from dataclasses import replace

from interviews.detectors.archive import ArchiveDuplicate, Elsewhere
from interviews.detectors.base import Finding, fingerprint
from interviews.detectors.kinds import Severity
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript, found, words_of

OVENS = (
    "My grandmother fired the oven on Fridays only, and the whole street brought its dough to her yard before"
    " the church bells rang."
)
FLOUR = (
    "The flour came up the river in grey sacks, and whoever carried one home was allowed to keep what had"
    " spilled into his sleeves."
)
YEAST = (
    "She kept the yeast in a stone jar under the stairs, fed it with potato water, and spoke to it more"
    " kindly than to any of us."
)
RAIN = (
    "When it rained for three weeks in a row the wood would not burn, and so the baker borrowed coffins from"
    " the carpenter next door."
)
ASK = "And what came then?"
RUSSIAN = (
    "Мой дед чинил часы на площади сорок лет подряд и говорил нам, что время ждёт только того, кто умеет"
    " молчать и слушать его ход."
)


def copies(transcript: Transcript, *there: tuple[str, int, str, int, str]) -> list[Finding]:
    """What is found when these turns stand elsewhere: key here, then interview, title, number, text there."""
    return found(ArchiveDuplicate([Elsewhere(*one) for one in there]), transcript)


def test_of_two_passages_in_one_turn_the_longer_is_shown() -> None:
    for here in (f"{FLOUR} {YEAST} {OVENS}", f"{OVENS} {YEAST} {FLOUR}"):
        said = a_transcript(("Ada", ASK), ("Ben", here))
        (finding,) = copies(said, ("2", 7, "On bread", 9, f"{OVENS} {RAIN} {FLOUR}"))
        assert words_of(said, [finding]) == [FLOUR[:-1]]


def test_a_turn_that_stands_elsewhere_names_the_other_interview() -> None:
    said = a_transcript(("Ada", ASK), ("Ben", OVENS), ("Ada", ASK), ("Ben", FLOUR), ("Ben", YEAST))
    (finding,) = copies(said, ("2", 7, "On bread", 9, OVENS.upper()))
    assert finding.title == "Turn 2 stands in “On bread” too"
    assert finding.reason == "All 23 of its words stand there word for word."
    assert finding.evidence == ("Turn 2 is turn 9 of “On bread”.",)
    assert finding.weight is Severity.NOTICE
    assert not finding.fixes
    assert words_of(said, [finding]) == [OVENS[:-1]]


def test_of_a_longer_turn_only_the_passage_is_marked() -> None:
    said = a_transcript(
        ("Ben", f"Let me begin with this. {OVENS} So it was."), ("Ben", FLOUR), ("Ben", YEAST)
    )
    (finding,) = copies(said, ("1", 7, "On bread", 1, f"People ask me that. {OVENS} I miss it."))
    assert words_of(said, [finding]) == [OVENS[:-1]]
    assert finding.reason == "23 of its 31 words stand there word for word."


def test_fewer_than_twenty_words_are_a_figure_of_speech() -> None:
    head = " ".join(OVENS.split()[:19])
    said = a_transcript(("Ben", f"{head} {FLOUR}"), ("Ben", YEAST), ("Ben", RAIN))
    assert not copies(said, ("1", 7, "On bread", 1, f"{head} {RAIN}"))
    twenty = " ".join(OVENS.split()[:20])
    said = a_transcript(("Ben", f"{twenty} {FLOUR}"), ("Ben", YEAST), ("Ben", RAIN))
    assert copies(said, ("1", 7, "On bread", 1, f"{twenty} {RAIN}"))


def test_two_short_runs_far_apart_are_no_passage() -> None:
    one, other = " ".join(OVENS.split()[:12]), " ".join(OVENS.split()[12:])
    said = a_transcript(("Ben", f"{one} {FLOUR} {other}"), ("Ben", YEAST), ("Ben", RAIN))
    assert not copies(said, ("1", 7, "On bread", 1, f"{one} {YEAST} {other}"))
    near = a_transcript(("Ben", f"{one} so to speak {other}"), ("Ben", YEAST), ("Ben", RAIN))
    assert copies(near, ("1", 7, "On bread", 1, f"{one} as it were {other}"))


def test_other_words_in_between_break_a_copy() -> None:
    worn = " ".join(word if place % 5 else f"{word} um" for place, word in enumerate(OVENS.split()))
    assert not copies(a_transcript(("Ben", OVENS), ("Ben", FLOUR)), ("1", 7, "On bread", 1, worn))


def test_a_russian_passage_is_found() -> None:
    said = a_transcript(("Яков", RUSSIAN), ("Анна", ASK), ("Яков", FLOUR), ("Яков", YEAST), language="ru")
    assert copies(said, ("1", 7, "Часы", 3, RUSSIAN.lower()))


def test_laughter_is_alike_everywhere() -> None:
    laughs = "ha " * 40
    assert not copies(a_transcript(("Ben", laughs), ("Ben", OVENS)), ("1", 7, "On bread", 1, laughs))


def test_an_interview_brought_twice_is_one_finding_and_outlives_an_edit() -> None:
    said = a_transcript(("Ben", OVENS), ("Ada", ASK), ("Ben", FLOUR), ("Ben", YEAST), ("Ben", RAIN))
    there = [("1", 7, "On bread", 1, OVENS), ("3", 7, "On bread", 3, FLOUR), ("4", 7, "On bread", 4, YEAST)]
    (finding,) = copies(said, *there)
    assert finding.title == "3 of 4 turns stand in “On bread” too"
    assert finding.reason == (
        "All 74 of their words stand there word for word. Turns of fewer than 20 words were not compared."
    )
    first = replace(said.turns[0], text=OVENS.replace("Fridays", "Mondays"))
    edited = replace(said, turns=(first, *said.turns[1:]))
    (again,) = copies(edited, *there)
    assert fingerprint(edited, again) == fingerprint(said, finding)
    (other,) = copies(said, *((key, 8, title, number, text) for key, _, title, number, text in there))
    assert fingerprint(said, other) != fingerprint(said, finding)


def test_two_passages_in_one_long_interview_are_one_finding_about_both() -> None:
    talk = [("Ben", f"{word} {RAIN[::-1]}") for word in "one two three four five".split()]
    said = a_transcript(("Ben", OVENS), *talk, ("Ben", FLOUR))
    (finding,) = copies(said, ("1", 7, "On bread", 1, OVENS), ("7", 7, "On bread", 8, FLOUR))
    assert finding.title == "2 turns stand in “On bread” too"
    assert [passage.turn for passage in finding.passages] == ["1", "7"]
    assert finding.evidence == ("Turn 1 is turn 1 of “On bread”.", "Turn 7 is turn 8 of “On bread”.")


def test_what_stands_in_three_others_is_boilerplate_and_one_notice() -> None:
    talk = [("Ben", f"{word} {RAIN[::-1]}") for word in "one two three four five".split()]
    said = a_transcript(("Ben", OVENS), *talk, ("Ben", FLOUR))
    three = [
        (key, other, f"Bread {other}", 1, text)
        for key, text in (("1", OVENS), ("7", FLOUR))
        for other in (1, 2, 3)
    ]
    (finding,) = copies(said, *three)
    assert finding.title == "2 turns are known boilerplate"
    assert finding.weight is Severity.NOTICE
    assert finding.evidence == ("Other interviews: “Bread 1”, “Bread 2”, “Bread 3”.",)

    (alone,) = copies(said, *three[:3])
    assert alone.title == "Turn 1 is known boilerplate"
    assert "boilerplate" not in copies(said, *three[:2])[0].title


def test_one_interview_that_has_it_in_three_places_makes_no_boilerplate() -> None:
    said = a_transcript(("Ben", OVENS), ("Ben", FLOUR), ("Ben", YEAST))
    places = [("1", 7, "On bread", number, OVENS) for number in (1, 5, 9)]
    (finding,) = copies(said, *places)
    assert finding.title == "Turn 1 stands in “On bread” too"


def test_a_sponsor_read_and_the_station_s_greeting_are_left_alone() -> None:
    sponsor = f"This hour is brought to you by the millers of the valley. {OVENS}"
    greeting = f"Welcome to the kitchen table. {FLOUR}"
    said = a_transcript(
        ("Ada", greeting), ("Ada", sponsor), ("Ben", YEAST), ("Ben", RAIN), ("Ben", RAIN[::-1])
    )
    assert not copies(said, ("1", 7, "On bread", 1, greeting), ("2", 8, "On salt", 2, sponsor))
    late = replace(said, turns=(*said.turns[1:], said.turns[0]))
    assert copies(late, ("1", 7, "On bread", 1, greeting))


def test_what_was_set_aside_and_what_nobody_knows_are_not_told() -> None:
    said = a_transcript(("Ben", OVENS), ("Ben", FLOUR), ("Ben", YEAST))
    aside = replace(said, turns=(replace(said.turns[0], aside="said twice"), *said.turns[1:]))
    assert not copies(aside, ("1", 7, "On bread", 1, OVENS))
    assert not copies(said)
