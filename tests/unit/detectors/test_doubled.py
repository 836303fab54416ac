import pytest

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding
from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.kinds import Severity
from interviews.detectors.wording.stumbles import Stumbles
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript, found, settled, texts, words_of


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("We saw the the river from there.", "We saw the river from there."),
        ("We went to, to the market.", "We went to the market."),
        ("It was in the in the cellar.", "It was in the cellar."),
        ("They would go out and buy, go out and buy a lamp.", "They would go out and buy a lamp."),
        ("The lantern lantern went out.", "The lantern went out."),
        ("And of of of course he knew.", "And of course he knew."),
        ("I brought a handful, handful of silver.", "I brought a handful of silver."),
        ("We talked, of the sea, about, about boats.", "We talked, of the sea, about boats."),
        (
            "It stood in the yard and, stood in the yard and nobody saw.",
            "It stood in the yard and nobody saw.",
        ),
        (
            "There he said that is one way of doing it he said that is one way of doing it once.",
            "There he said that is one way of doing it once.",
        ),
    ],
)
def test_words_said_twice_in_a_row_are_kept_once(text: str, after: str) -> None:
    transcript = a_transcript(("Ben", text))
    (finding,) = found(DoubledPhrase(), transcript)
    assert finding.weight is Severity.NOTICE
    assert texts(settled(transcript, finding)) == [after]
    assert not found(DoubledPhrase(), settled(transcript, finding))


def test_the_second_copy_is_the_passage() -> None:
    transcript = a_transcript(("Ben", "We saw the the river."))
    (finding,) = found(DoubledPhrase(), transcript)
    assert (finding.passages[0].span.start, finding.passages[0].span.end) == (11, 14)
    assert finding.fixes[0].label == "Keep one “the”"


@pytest.mark.parametrize(
    "text",
    [
        "He had had enough of it.",
        "It was very very cold and really, really dark.",
        "No, no, that is not so.",
        "A huge, huge house.",
        "It got bigger and bigger and bigger.",
        "The number is four four two, two.",
        "They played Duran Duran on the wireless.",
        "I know that. That was before.",
        "I see. Well, I see. Well, maybe.",
        "What it was was a barn? Was it?",
        "Blah, blah, blah, you know the rest.",
    ],
)
def test_what_speech_doubles_is_left_alone(text: str) -> None:
    findings = found(DoubledPhrase(), a_transcript(("Ben", text)))
    assert [finding.title for finding in findings if "was" not in finding.title] == []


def test_a_word_that_continues_another_is_not_doubled() -> None:
    assert not found(DoubledPhrase(), a_transcript(("Ben", "Then the theatre and there the rest.")))


def test_the_end_of_one_turn_and_the_start_of_the_next_are_no_doubling() -> None:
    assert not found(DoubledPhrase(), a_transcript(("Ben", "And so we saw the"), ("Ada", "the river?")))


def test_many_stutters_are_a_style_that_is_said_once() -> None:
    stutters = [("Ben", f"And and so we we went to number {n} on the the hill.") for n in range(10)]
    transcript = a_transcript(*stutters)
    (finding,) = found(DoubledPhrase(), transcript)
    assert "keeps every stutter" in finding.title
    assert settled(transcript, finding) == transcript
    assert texts(settled(transcript, finding, 1))[3] == "And so we went to number 3 on the hill."


CALM = "We crossed the river before noon and rested on the other bank until the rain was gone again. " * 12
HALTING = [("Ben", f"{CALM} And and so we we went to number {n}.") for n in range(8)]
FLUENT = [("Ada", f"{CALM} Was that number {n}?") for n in range(16)]


def test_one_who_stumbles_does_not_hide_the_slip_of_one_who_does_not() -> None:
    same = "What became of the the ferry then."
    hours = FLUENT * 4
    assert words_of(*_found_in(*HALTING, *hours, ("Ada", same))) == ["the"]
    assert words_of(*_found_in(*HALTING, *hours, ("Ben", same))) == []


def test_whoever_says_little_is_taken_to_stumble_as_all_do() -> None:
    assert words_of(*_found_in(*HALTING, ("Cy", "What became of the the ferry then."))) == []


def test_a_phrase_is_told_from_stumbles_over_words_and_not_from_many() -> None:
    slip = "They sold the boat sold the boat in the spring."
    assert words_of(*_found_in(*HALTING, *FLUENT, ("Ada", slip))) == ["sold the boat"]
    assert words_of(*_found_in(*HALTING, *FLUENT, ("Ada", "They sold the the boat."))) == []
    assert words_of(*_found_in(*HALTING * 4, ("Ben", slip))) == []


def test_stumbles_with_a_mark_hide_a_doubling_without_one_half_as_well() -> None:
    def beside(stumble: str, slip: str) -> list[str]:
        turns = [("Ben", f"{CALM} {stumble} it went.")] * 4 + [("Ben", CALM)] * 20
        return words_of(*_found_in(*turns, ("Ben", slip)))

    assert beside("And and so", "We saw the the barn.") == []
    assert beside("And, and so", "We saw the the barn.") == ["the"]
    assert beside("And, and so", "We saw the, the barn.") == []
    assert beside("And and so", "We saw the, the barn.") == ["the"]


def test_a_few_slips_in_a_short_text_are_no_habit() -> None:
    slips = [
        "He found the keys of the keys of the boat.",
        "She left it to us left it to us then.",
        "So we we went.",
    ]
    turns = [("Ben", f"{CALM} {slip}") for slip in slips]
    assert len(found(DoubledPhrase(), a_transcript(*turns))) == 2


def _found_in(*turns: tuple[str, str]) -> tuple[Transcript, list[Finding]]:
    """The findings in the last turn."""
    transcript = a_transcript(*turns)
    last = str(len(turns))
    return transcript, [f for f in found(DoubledPhrase(), transcript) if f.passages[0].turn == last]


def test_a_longer_phrase_is_found_in_stutter_too() -> None:
    stutters = [("Ben", f"And and so we we went to number {n} on the the hill.") for n in range(10)]
    slip = ("Ben", "He left on the last boat home on the last boat home.")
    titles = [finding.title for finding in found(DoubledPhrase(), a_transcript(*stutters, slip))]
    assert len(titles) == 2
    assert "on the last boat home" in titles[1]


def test_other_languages_may_double_words_but_not_phrases() -> None:
    assert not found(
        DoubledPhrase(), a_transcript(("Eva", "Die, die die Brücke bauten, die gingen."), language="de")
    )
    assert found(
        DoubledPhrase(), a_transcript(("Eva", "Wir gingen über die Brücke über die Brücke."), language="de")
    )


@pytest.mark.parametrize(
    "text",
    [
        "When I cut it, it bled.",
        "That is what we talked about, about a year too late.",
        "I do, I do.",
        "It goes away, it goes away, and nobody asks.",
        "What it is is a barn.",
        "We came in in spring and went on on foot.",
        "No graph, no graph, no graph there.",
        "They laid layers on layers on layers of cloth.",
        "Bread and salt, and salt is dear.",
        "Promises promises.",
        "Welcome, welcome to the harbour.",
        "We want a boat, a boat, that is all.",
        "Give me boats, boats that float.",
        "It was ours then, it was ours then, it was ours.",
        "He waited three weeks and three weeks and nothing came.",
        "So you click this and then you click this and then you click on.",
    ],
)
def test_what_is_said_twice_by_grammar_or_for_effect_is_no_slip(text: str) -> None:
    assert not found(DoubledPhrase(), a_transcript(("Ben", text)))


def test_emphasis_and_names_do_not_count_as_stutter() -> None:
    calm = "We crossed the river before noon and rested on the other bank. " * 8
    said = [
        "It was good... It was good.",
        "I saw Plus Plus there.",
        "I know, I know.",
        "Yes. He came... He came.",
    ]
    turns = [("Ben", f"{calm} {text}") for text in said]
    assert found(DoubledPhrase(), a_transcript(*turns, ("Ada", f"{calm} Then the the ferry left.")))


def stumbles_in(text: str) -> int:
    analysis = Analysis(a_transcript(("Ben", text)))
    return Stumbles(analysis.turns).all


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We we went there.", 1),
        ("We, we went there.", 1),
        ("We — we went there.", 1),
        ("We... we went there.", 1),
        ("It’s, It’s there.", 1),
        ("We we we went there.", 1),
        ("We we we we went there.", 0),
        ("I know, I know.", 0),
        ("I know, I know it.", 1),
        ("Plus Plus is its name.", 0),
        ("Old boats, Old boats went there.", 0),
        ("We saw. We saw it.", 0),
        ("It was very, very cold.", 0),
        ("We had the keys of the old boat the keys of the old boat then.", 1),  # six words
        ("We had all the keys of the old boat all the keys of the old boat then.", 0),
    ],
)
def test_a_stumble_is_told_from_emphasis_names_and_loops(text: str, expected: int) -> None:
    assert stumbles_in(text) == expected


def test_a_rate_counts_ten_thousand_words_and_half_an_hour_that_was_not_heard() -> None:
    words_of_ten = "And then we went down to the old boat again. "
    analysis = Analysis(
        a_transcript(*[("Ben", f"We {words_of_ten * 10}")] * 9, *[("Ben", "The the, we we")] * 2)
    )
    stumbles = Stumbles(analysis.turns)
    assert stumbles.all == 4
    assert stumbles.rate == pytest.approx(10_000 * (4 + 1.25) / (917 + 5000))


@pytest.mark.parametrize(("calm", "told"), [(26, True), (20, False)])
def test_beside_a_habit_of_four_and_a_half_in_ten_thousand_words_no_word_is_a_slip(
    calm: int, told: bool
) -> None:
    turns = [("Ben", f"{CALM} And and so it went.")] * 3 + [("Ben", CALM)] * calm
    assert bool(_found_in(*turns, ("Ben", "What became of the the ferry."))[1]) is told


def test_a_phrase_is_told_beside_more_of_its_manner_than_a_word() -> None:
    turns = [("Ben", f"{CALM} She left it to us left it to us then.")] * 3 + [("Ben", CALM)] * 16
    assert _found_in(*turns, ("Ben", "They sold the boat sold the boat."))[1]
    assert not _found_in(*turns, ("Ben", "They sold the the boat."))[1]


def test_one_other_doubling_is_no_habit_however_short_the_text() -> None:
    assert (
        len(found(DoubledPhrase(), a_transcript(("Ben", "We we saw it."), ("Ben", "It was the the sea."))))
        == 2
    )
    three = [("Ben", "We we saw it."), ("Ben", "It was the the sea."), ("Ben", "So it it went.")]
    assert found(DoubledPhrase(), a_transcript(*three)) == []


def test_the_style_is_told_with_its_rate_and_a_small_word() -> None:
    turns = [("Ben", "Boats boats here. And and so we we went to the hill.")] + [
        ("Ben", "And and so we we went to the hill.")
    ] * 9
    (finding,) = found(DoubledPhrase(), transcript := a_transcript(*turns))
    assert finding.evidence == ("2258 doublings per 10,000 words; edited interviews have fewer than ten.",)
    assert transcript.words(finding.passages[0]) == "and"


def test_a_long_phrase_is_shortened_on_its_card() -> None:
    phrase = "nevertheless everybody understood everything"
    (finding,) = found(DoubledPhrase(), a_transcript(("Ben", f"But {phrase} {phrase} at once.")))
    assert "“nevertheless everybody understood every…”" in finding.title


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("There there was a mill by the river.", "There was a mill by the river."),
        ("We waited. It it can be done in a day.", "We waited. It can be done in a day."),
        ("That was the one that is\nis the oldest of all.", "That was the one that is the oldest of all."),
    ],
    ids=["at the start", "behind a sentence", "over a line"],
)
def test_small_words_doubled_where_a_sentence_begins_or_a_line_ends(text: str, after: str) -> None:
    transcript = a_transcript(("Ben", text))
    (finding,) = found(DoubledPhrase(), transcript)
    assert texts(settled(transcript, finding)) == [after]


def test_whoever_stumbles_does_not_hide_a_word_doubled_over_a_line() -> None:
    slip = "What became of the\nthe ferry then."
    assert words_of(*_found_in(*HALTING * 4, ("Ben", slip)))[-1] == "the"


@pytest.mark.parametrize(
    "text",
    [
        "There, there was a mill. There there. What what.",
        "We know that that is so, and what it is is hard.",
        "What he did did surprise me.",
        "Half of the people we lose, we lose in the first ten minutes.",
        "If we go, we go together.",
        "That one is red, that one is red as well.",
    ],
)
def test_two_clauses_that_meet_are_no_doubling(text: str) -> None:
    assert not found(DoubledPhrase(), a_transcript(("Ben", text)))


def test_behind_an_auxiliary_it_ends_no_clause() -> None:
    assert found(DoubledPhrase(), a_transcript(("Ben", "So what would it it look like then?")))
    assert not found(DoubledPhrase(), a_transcript(("Ben", "Whenever I fill it it leaks at once.")))
