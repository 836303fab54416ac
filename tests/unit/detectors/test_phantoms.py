"""Phrases that recognisers invent."""

from __future__ import annotations

import pytest

from interviews.detectors.checking import findings
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.phantoms import PhantomPhrase
from tests.builders import a_transcript, found, settled, words_of

TALK = tuple((("Ada", "Ben")[number % 2], f"We spoke of boat number {number}.") for number in range(20))


@pytest.mark.parametrize(
    "phrase",
    [
        "Transcribed by https://otter.ai",
        "Subtitles by the Amara.org community",
        "Untertitel im Auftrag des ZDF für funk",
        "Sous-titres réalisés par la communauté d'Amara.org",
        "Субтитры сделал DimaTorzok",
    ],
)
def test_credits_of_subtitles_are_never_said(phrase: str) -> None:
    transcript = a_transcript(*TALK, ("Ada", phrase))
    (finding,) = found(PhantomPhrase(), transcript)
    assert finding.weight is Severity.ERROR
    fixed = settled(transcript, finding)
    assert finding.fixes[0].label == "Set turn 21 aside"
    assert fixed["21"].is_aside
    assert found(PhantomPhrase(), fixed) == []


@pytest.mark.parametrize(
    "phrase", ["Thanks for watching!", "Thank you for watching.", "Vielen Dank fürs Zuschauen."]
)
def test_a_farewell_to_viewers_in_the_middle_is_invented(phrase: str) -> None:
    transcript = a_transcript(*TALK[:10], ("Ada", phrase), *TALK[10:])
    assert words_of(transcript, found(PhantomPhrase(), transcript)) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for watching the crane for us while we were away.",
        "We were watching the boats.",
        "It was transcribed by my sister that winter.",
        "I subscribe to your view.",
    ],
)
def test_words_of_the_talk_are_fine(text: str) -> None:
    assert found(PhantomPhrase(), a_transcript(*TALK[:10], ("Ada", text), *TALK[10:])) == []


def test_a_host_may_thank_the_viewers_at_the_end() -> None:
    assert found(PhantomPhrase(), a_transcript(*TALK, ("Ada", "Thanks for watching!"))) == []


def test_a_run_of_one_phrase_is_one_finding() -> None:
    transcript = a_transcript(*TALK[:10], *(("Ada", "Thanks for watching!"),) * 5, *TALK[10:])
    (finding,) = found(PhantomPhrase(), transcript)
    assert len(finding.passages) == 5
    assert finding.fixes[0].label == "Set 5 turns aside"
    assert found(PhantomPhrase(), settled(transcript, finding)) == []


def test_a_phrase_within_a_turn_is_taken_out_of_it() -> None:
    transcript = a_transcript(*TALK[:10], ("Ada", "We left. Thanks for watching! We came back."), *TALK[10:])
    (finding,) = found(PhantomPhrase(), transcript)
    assert settled(transcript, finding)["11"].text == "We left. We came back."


@pytest.mark.parametrize(
    "phrase",
    [
        "Thanks for watching, and don't forget to subscribe to the channel.",
        "Please like, share and subscribe.",
        "Make sure to hit the bell.",
    ],
)
def test_the_farewells_of_videos_are_found_one_behind_the_other(phrase: str) -> None:
    transcript = a_transcript(*TALK[:8], ("Ada", phrase), *TALK[8:])
    assert words_of(transcript, found(PhantomPhrase(), transcript)) == [phrase]


CREDIT = "Transcribed by https://otter.ai"
ASKED = [("Ada", f"What of number {n}?") for n in range(16)]


def phantoms(*turns: tuple[str, str]) -> list[list[str]]:
    """The turns of each finding."""
    return [[p.turn for p in finding.passages] for finding in found(PhantomPhrase(), a_transcript(*turns))]


def test_a_run_is_of_the_same_words_in_turns_that_follow_each_other() -> None:
    thanks = "Thanks for watching!"
    assert phantoms(("Ben", CREDIT), ("Ben", CREDIT), *ASKED) == [["1", "2"]]
    assert phantoms(("Ben", CREDIT), ("Ben", thanks), *ASKED) == [["1"], ["2"]]
    assert phantoms(("Ben", CREDIT), ("Ada", "Well."), ("Ben", CREDIT), *ASKED) == [["1"], ["3"]]
    assert phantoms(("Ben", CREDIT), ("Ben", f"{CREDIT}. So."), *ASKED) == [["1"], ["2"]]


def test_a_farewell_may_be_said_in_the_last_tenth_or_the_last_two_turns() -> None:
    thanks = ("Ben", "Thanks for watching!")
    assert phantoms(*ASKED[:6], thanks, ("Ada", "Bye.")) == []
    assert phantoms(*ASKED[:6], thanks, ("Ada", "Bye."), ("Ben", "Bye.")) == [["7"]]
    assert phantoms(*ASKED, *ASKED[:9], thanks, *ASKED[:2]) == []
    assert phantoms(*ASKED, *ASKED[:9], thanks, *ASKED[:3]) == [["26"]]


def test_near_the_end_it_is_shown_where_the_talk_goes_on() -> None:
    thanks = "thanks for watching please like and subscribe"
    after = ("Ada", "right I'll switch this off and we will go and look at the boats")
    (finding,) = found(PhantomPhrase(), a_transcript(*ASKED, ("Ben", thanks), after))
    assert finding.weight is Severity.NOTICE
    assert not phantoms(*ASKED, ("Ben", thanks), ("Ada", "Bye for now."))
    (early,) = found(PhantomPhrase(), a_transcript(*ASKED[:6], ("Ben", thanks), *ASKED))
    assert early.weight is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            "so we left thanks for watching please like and subscribe and then we came back",
            "thanks for watching please like and subscribe",
        ),
        ("so we left transcribed by otter.ai and then we came", "transcribed by otter.ai"),
        ("wir gingen subtitles by the amara.org community und kamen", "subtitles by the amara.org community"),
    ],
)
def test_within_a_text_without_full_stops_what_is_sure_is_found(text: str, phrase: str) -> None:
    transcript = a_transcript(("Ben", text), *ASKED)
    assert words_of(transcript, found(PhantomPhrase(), transcript)) == [phrase]


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "Gracias por ver el video. ¡Suscríbete!",
            "Grazie per aver guardato il video!",
            "Abonnez-vous à la chaîne !",
        ),
        *(
            "Bedankt voor het kijken.",
            "Спасибо за просмотр!",
            "谢谢观看",
            "Altyazı M.K.",
            "Dziękuję za obejrzenie.",
        ),
    ],
)
def test_the_phrases_of_other_languages_are_known(phrase: str) -> None:
    assert phantoms(("Ben", phrase), *ASKED)


def test_such_a_phrase_without_a_speaker_misses_none_and_breaks_off_nowhere() -> None:
    phrase = (None, "thanks for watching please like and subscribe")
    transcript = a_transcript(*TALK[:10], phrase, *TALK[10:])
    assert [finding.kind for finding in findings(transcript)] == [Kind.PHANTOM_PHRASE]


def test_once_it_warns_and_in_a_run_it_blocks() -> None:
    thanks = ("Ben", "Thanks for watching!")
    (once,) = found(PhantomPhrase(), a_transcript(thanks, *ASKED))
    (twice,) = found(PhantomPhrase(), a_transcript(thanks, thanks, *ASKED))
    assert (once.weight, twice.weight) == (Severity.WARNING, Severity.ERROR)


def test_a_farewell_in_another_script_is_known() -> None:
    turns = [("甲", "그래요."), ("甲", "시청해 주셔서 감사합니다"), *ASKED]
    assert phantoms(*turns) == [["2"]]
    assert phantoms(("甲", "그래요."), *ASKED) == []


def test_a_phrase_at_one_edge_of_a_turn_is_taken_out_of_it() -> None:
    for said in (f"So we left. {CREDIT}", f"{CREDIT} So we left."):
        transcript = a_transcript(("Ben", said), *ASKED)
        for finding in found(PhantomPhrase(), transcript):
            assert settled(transcript, finding)["1"].text == "So we left."


def test_a_very_long_sentence_is_no_credit() -> None:
    assert phantoms(("Ben", f"Transcribed by {'the good ' * 2}otter.com"), *ASKED)
    assert not phantoms(("Ben", f"Transcribed by {'good ' * 40}otter.com"), *ASKED)


def test_within_the_last_words_a_credit_is_found_and_a_farewell_may_have_been_said() -> None:
    said = "so we left {} and then"
    assert phantoms(*ASKED, ("Ben", said.format("transcribed by otter.ai"))) == [["17"]]
    assert phantoms(*ASKED, ("Ben", said.format("thanks for watching please subscribe"))) == []


@pytest.mark.parametrize(
    "mark",
    [
        "transcribed by scribelet.example, upgrade to remove this line",
        "Transcribed by Scribelet. Go Unlimited to remove this message",
        "upgrade your plan to remove the watermark",
    ],
)
def test_what_a_recogniser_asks_for_its_money_is_its_own(mark: str) -> None:
    transcript = a_transcript(*TALK, ("Ben", f"we left at noon {mark}"))
    (finding,) = [one for one in findings(transcript) if one.kind is Kind.PHANTOM_PHRASE]
    assert transcript.words(finding.passages[0]).endswith(mark.split(". ")[-1])


def test_who_removes_a_line_by_hand_is_let_pass() -> None:
    transcript = a_transcript(*TALK, ("Ben", "we had to remove this line from the boat"))
    assert [one for one in findings(transcript) if one.kind is Kind.PHANTOM_PHRASE] == []
