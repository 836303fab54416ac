"""Words that nobody said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.garbled import GarbledWords
from interviews.detectors.kinds import Severity
from interviews.detectors.wording.broken_words import broken_words, signs_inside
from interviews.detectors.wording.lexicon import lexicon
from tests.builders import a_transcript, found, settled, words_of

TALK = (("Ada", "Who runs the crane today?"), ("Ben", "My sister does, with two apprentices."))


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("t h i n g s", "things"),
        ("har- bour", "harbour"),
        ("com-\npletely", "completely"),
        ("or¬ ganised", "organised"),
        ("FEATUrES", "features"),
        ("reMinDEd", "reminded"),
        ("dwnldng", "downloading"),
        ("1i5tcning", "listening"),
        ("f0rg0ttcn", "forgotten"),
        ("watnnig", "wanting"),
        ("autohglh", "although"),
        ("thingsthatwere", "things that were"),
        ("problemthatwould", "problem that would"),
        ("cantake", "can take"),
        ("chal lenges", "challenges"),
        ("im portant", "important"),
        ("teh", "the"),
        ("becuase", "because"),
        ("theparliamentis", "the parliament is"),
        ("impor-tant", "important"),
        ("sys\xadtem", "system"),
        ("yjrot", "their"),
        ("disdistributed", "distributed"),
        ("reviewwithing", "reviewing"),
        ("aroundmy", "around my"),
        ("grea ter", "greater"),
        ("hea ting", "heating"),
        ("wi h", "with"),
        ("bo k", "book"),
        ("hal fpast", "half past"),
        ("mor eefficient", "more efficient"),
        ("te hwater", "the water"),
        ("tthing", "thing"),
        ("prob.lem", "problem"),
        ("anyt|hing", "anything"),
        ("thin(k", "think"),
        ("THink", "think"),
    ],
)
def test_a_garbled_word_is_found_and_repaired(garbled: str, meant: str) -> None:
    transcript = a_transcript(*TALK, ("Ben", f"We saw the {garbled} down by the water."))
    (finding,) = found(GarbledWords(), transcript)
    assert words_of(transcript, [finding]) == [garbled]
    fixed = settled(transcript, finding)
    assert fixed["3"].text == f"We saw the {meant} down by the water."
    assert found(GarbledWords(), fixed) == []


@pytest.mark.parametrize(
    "noise",
    [
        "fshhfahh",
        "dkjlssdjaakd",
        "rrierp",
        "xmqn oe ys",
        "as@i#g",
        "zrigget3d",
        "p@ofle wo%lh kavw",
        "4hbt t68 q9ob7em",
    ],
)
def test_noise_that_nobody_can_read_is_shown_without_a_repair(noise: str) -> None:
    transcript = a_transcript(*TALK, ("Ben", f"We saw the {noise} down by the water."))
    (finding,) = found(GarbledWords(), transcript)
    assert words_of(transcript, [finding]) == [noise]
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "text",
    [
        "He is at Brno's Masarykova univerzita, next to Zdeněk and Małgorzata.",
        "It compiles to WASM, then wgpu talks to Vulkan, k8s runs it, and mp3, web3 and i18n come later.",
        "JavaScript, GitHub, iPhone, eBay, macOS, OpenAI, APIs, PhDs and DevOps.",
        "LaTeX is fine. We all use LaTeX.",
        "It is measured on the questions of SQuAD.",
        "The 15th to the 21st, 80s and 90s, 30K or 60k, 10x, 5GB and 1080p.",
        "Write to crane@harbour.example or see https://harbour.example/a%2Fb?x=1y2z.",
        "C# and F# are f**king fine, 100% so, and 50%ers agree.",
        "It is spelt K U B E, and a b c d e is how it starts.",
        "We pre- and post-process. He un- understands. It's the back- and front-end.",
        "I was going to refacto— to rewrite it.",
        "Footguns, monorepos, containerized goroutines and protobufs.",
        "We unshackled the rehosted statechains.",
        "Hmm, pfft, shh, brrr.",
        "mit der Straßenbahn über die Brücke",
        "Your title(s), e.g. at 3 a.m., i.e. whatever[ever] node.js and him.But say.",
        "The IDs of our TVs and the CEOs we met.",
        "The nonce is sent, and we stack sats and wait; it was so smoooth.",
        "It is a .sesx, as **I**ndeed it was.",
    ],
)
def test_names_jargon_quantities_and_code_are_fine(text: str) -> None:
    assert found(GarbledWords(), a_transcript(*TALK, ("Ben", text))) == []


@pytest.mark.parametrize(
    ("slip", "meant"), [("fundametal", "fundamental"), ("sytstem", "system"), ("descrfibed", "described")]
)
def test_a_slip_of_one_letter_is_only_a_notice(slip: str, meant: str) -> None:
    transcript = a_transcript(*TALK, ("Ben", f"We saw the {slip} down by the water."))
    (finding,) = found(GarbledWords(), transcript)
    assert finding.weight is Severity.NOTICE
    assert settled(transcript, finding)["3"].text == f"We saw the {meant} down by the water."


@pytest.mark.parametrize("word", ["refactors", "refactored", "containerised", "monorepos", "unspendable"])
def test_other_forms_of_a_word_are_no_slips(word: str) -> None:
    assert found(GarbledWords(), a_transcript(*TALK, ("Ben", f"We saw the {word} by the water."))) == []


def test_a_strange_word_that_is_used_again_is_jargon() -> None:
    once = a_transcript(*TALK, ("Ben", "Then the vzkrtpl came down."))
    twice = a_transcript(*TALK, ("Ben", "Then the vzkrtpl came down."), ("Ada", "The vzkrtpl?"))
    assert len(found(GarbledWords(), once)) == 1
    assert found(GarbledWords(), twice) == []


def test_a_play_on_a_name_is_told_from_a_torn_word() -> None:
    play = a_transcript(("Ada", "Who is Astro?"), ("Ben", "That was Astro, at the astro-nomical fee."))
    assert found(GarbledWords(), play) == []
    torn = a_transcript(*TALK, ("Ben", "That was the end of the the-ory that we had of the crane."))
    assert words_of(torn, found(GarbledWords(), torn)) == ["the-ory"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We saw, oe xmqn ys down by the water.", ["oe xmqn ys"]),
        ("We saw xmqn, oe, ys, down by the water.", []),  # names in a row
        ("Oe fshhfahh came down by the water.", ["Oe fshhfahh"]),
        ("We saw the water, fshhfahh oe.", ["fshhfahh oe"]),
        ("Quays fshhfahh by the water.", ["Quays fshhfahh"]),
        ("We saw the quay fshhfahh by the water.", ["quay fshhfahh"]),
        ("We saw the crane fshhfahh by the water.", ["fshhfahh"]),  # of five letters, and less rare
    ],
)
def test_scraps_beside_noise_belong_to_it(text: str, shown: list[str]) -> None:
    transcript = a_transcript(*TALK, ("Ben", text))
    assert words_of(transcript, found(GarbledWords(), transcript)) == shown


def test_other_languages_are_left_alone() -> None:
    assert found(GarbledWords(), a_transcript(("Eva", "Der fshhfahh ist weg."), language="de")) == []


def test_the_lexicon_tells_words_from_noise() -> None:
    odd = lexicon("en").oddness
    assert max(map(odd, ("harbour", "goroutine", "footgun", "stablecoin"))) < 3.1
    assert min(map(odd, ("dwnldng", "fshhfahh", "ywrwwqie"))) > 3.7


def test_a_long_word_is_no_words_that_run_together() -> None:
    split = lexicon("en").split
    assert split("thingsthatwas") == ["things", "that", "was"]
    assert split("dysfunctionalities") is None
    assert split("lightningdevkit") is None


@given(st.text(alphabet="abAB -\n@#%¬xyz", max_size=80))
def test_broken_words_lie_within_the_text(text: str) -> None:
    for broken in broken_words(text, lambda word: len(word) + 3.0):
        assert broken.span.of(text)
    for span in signs_inside(text):
        assert not any(character.isspace() for character in span.of(text))


def test_two_names_with_digits_side_by_side_are_noise_and_one_is_a_name() -> None:
    transcript = a_transcript(*TALK, ("Ben", "There is no qsa4 thim7 on the quay."))
    assert words_of(transcript, found(GarbledWords(), transcript)) == ["qsa4 thim7"]
    assert not found(GarbledWords(), a_transcript(*TALK, ("Ben", "There is no thim7 on the quay.")))
    assert not found(GarbledWords(), a_transcript(*TALK, ("Ben", "We have b2 c4 painted on the boat.")))


def garbled(text: str) -> list[str]:
    transcript = a_transcript(*TALK, ("Ben", text))
    return words_of(transcript, found(GarbledWords(), transcript))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # Rare short words right beside noise belong to it, up to three on either side.
        ("There was fshhfahh on the quay.", ["fshhfahh"]),
        ("There was oe vf fshhfahh on the quay.", ["oe vf fshhfahh"]),
        ("There was fshhfahh oe vf on the quay.", ["fshhfahh oe vf"]),
        ("There was oe ys vf xu fshhfahh on the quay.", ["ys vf xu fshhfahh"]),
        ("There was fshhfahh oe ys vf xu on the quay.", ["fshhfahh oe ys vf"]),
        # One other word may stand between two strange ones; two part them.
        ("There was hgfe the fshhfahh there.", ["hgfe the fshhfahh"]),
        ("There was fshhfahh in the fshbfabh there.", ["fshhfahh", "fshbfabh"]),
        ("There was hgfe xmqn there.", ["hgfe xmqn"]),
        ("There was hgfe in the xmqn there.", []),
        ("There was hgfe there.", []),
        # A word that was broken off, stands twice, has a capital or belongs to a program is none.
        ("There was fshhfahh -- well.", []),
        ("There was fshhfahh… well.", []),
        ("There was fshhfahh", []),
        ("There was fshhfahh and fshhfahh there.", []),
        ("There was fshhfahh and fshhfahhs there.", []),
        ("There was Fshhfahh there.", []),
        ("There was /usr/fshhfahh there.", []),
        ("There was im portant news.", ["im portant"]),
        ("There was an elabor ate meal.", ["elabor ate"]),
        ("There was im, portant news.", []),
    ],
)
def test_how_far_noise_reaches(text: str, shown: list[str]) -> None:
    assert garbled(text) == shown


def test_a_slip_of_one_letter_and_a_single_odd_word_are_notices_and_noise_is_not() -> None:
    (slip,) = found(GarbledWords(), a_transcript(*TALK, ("Ben", "It is an importtant one now.")))
    (name,) = found(GarbledWords(), a_transcript(*TALK, ("Ben", "It has a fshhfahh now.")))
    (noise,) = found(GarbledWords(), a_transcript(*TALK, ("Ben", "It has a fshhfahh wxqzvk now.")))
    assert (slip.severity, name.severity, noise.severity) == (Severity.NOTICE, Severity.NOTICE, None)
    assert noise.fixes == ()
    assert "no word" in noise.reason


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We saw a t h i n g there.", ["t h i n g"]),
        ("We saw f o r there.", []),
        ("We saw f o u r there.", ["f o u r"]),
        ("We said a b c d e there.", []),
        ("It is Dolores, that is d o l o r e s there.", []),
        ("It is Dolores, who has come from the far side of the bay, d o l o r e s there.", ["d o l o r e s"]),
        ("We saw trans- cript there.", ["trans- cript"]),
        ("We saw back- end there.", []),
        ("We saw tHInGS there.", ["tHInGS"]),
        ("We saw macOS and iPhone there.", []),
        ("We saw HTTPd there.", []),
        ("We saw r%ad there.", ["r%ad"]),
        ("*[Music]*", []),
        ("We saw C# and 50%ers there.", []),
        ("We saw as@i#g there.", ["as@i#g"]),
        ("We wrote to me@home.org there.", []),
    ],
)
def test_what_is_broken_visibly_and_what_is_written_so(text: str, shown: list[str]) -> None:
    assert garbled(text) == shown


@pytest.mark.parametrize("slip", ["teh", "thier", "aobut"])
def test_two_letters_that_changed_places_are_only_a_notice(slip: str) -> None:
    (finding,) = found(GarbledWords(), a_transcript(*TALK, ("Ben", f"We looked at {slip} old crane.")))
    assert finding.weight is Severity.NOTICE
    assert "two letters are swapped" in finding.reason


@pytest.mark.parametrize(
    "said",
    [
        "We read the poems of nad people.",  # rare, and a word
        "He kept his ahs and uhms.",
        "It is hodl to them and to nobody else.",
        "Some of us signed as b0neskull there.",
        "They built a utreexo of it.",  # made up, of a word
        "We use topo, tr46, svgo, ini, and a lamp.",
        "Astro came first. It had astro-nomical prices, said Astro.",
    ],
)
def test_odd_words_that_somebody_chose_are_no_noise(said: str) -> None:
    assert not found(GarbledWords(), a_transcript(*TALK, ("Ben", said)))


def test_a_swapped_word_that_stands_twice_is_meant() -> None:
    assert not found(GarbledWords(), a_transcript(*TALK, ("Ben", "They sing juts. What are juts, then?")))
    assert found(GarbledWords(), a_transcript(*TALK, ("Ben", "They sing juts. What are they, then?")))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("We took the in- coming mail.", "We took the incoming mail."),
        ("W e l l, it rained.", "Well, it rained."),
        ("It was a cANDIDATE for it.", "It was a candidate for it."),
        ("It was im\u200bportant to us.", "It was important to us."),
    ],
)
def test_words_torn_spaced_or_locked_are_put_together(broken: str, whole: str) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."))
    (finding,) = found(GarbledWords(), transcript)
    assert settled(transcript, finding)["1"].text == whole


def test_two_words_with_their_letters_apart_are_only_shown() -> None:
    transcript = a_transcript(("Ada", "We w e ' l l p u t it there."), ("Ben", "That’s fine."))
    (finding,) = found(GarbledWords(), transcript)
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Take the in- and the outgoing mail.",
        "We run git rebase HEAD~3 there.",
        "So #tbt #behindthescenes #interview",
    ],
)
def test_hyphens_that_wait_commits_and_hashtags_are_fine(text: str) -> None:
    assert found(GarbledWords(), a_transcript(("Ada", text), ("Ben", "That’s fine."))) == []


DIALECT = "We coonted dem every nicht, een twa tree fower, and da bairns baith sat roond da haem"


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        (f"{DIALECT} with the f0rg0ttcn.", Severity.NOTICE),
        ("We saw the f0rg0ttcn down by the water and the boats.", None),
        ("We coonted baith of the bairns and saw the f0rg0ttcn down by the water.", None),  # three words
        (f"{DIALECT} with the f0rg0ttcn. {'So it went on in those days. ' * 20}", None),
    ],
)
def test_what_looks_odd_in_a_dialect_is_a_notice(said: str, severity: Severity | None) -> None:
    of_noise = [
        finding
        for finding in found(GarbledWords(), a_transcript(*TALK, ("Ben", said)))
        if "f0rg0ttcn" in finding.title
    ]
    assert [finding.severity for finding in of_noise] == [severity]


def test_a_number_of_programs_is_no_word_with_a_digit_in_it() -> None:
    assert garbled("The handle user0x1F asks it.") == []
    assert garbled("The ha0ndle asks it.") == ["ha0ndle"]


def test_a_word_in_a_short_quote_in_another_language_is_no_noise() -> None:
    assert garbled('We say "Deus, in adiutorium meum intende." It means help.') == []
    assert garbled("We say adiutorium and it means help.") == ["adiutorium"]
    assert garbled('We say "the adiutorium of the old house is there" and leave.') == ["adiutorium"]
