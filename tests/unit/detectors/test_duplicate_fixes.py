"""What holds for every finding of a duplicate, whatever the transcript."""

from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.detectors.checking import check, findings
from interviews.detectors.kinds import Family
from interviews.detectors.registry import DETECTORS
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import invert_all
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript

DUPLICATES = tuple(detector for detector in DETECTORS if detector.kind.family is Family.DUPLICATE)
LINES = [
    "Yes.",
    "And how did you cross the river in those days?",
    "How did people get over the river back then?",
    "We took the ferry, which ran twice a day until the bridge was built.",
    "We took the ferry, that ran twice a day until the bridge was build. the bridge was built.",
    "until the bridge was built. Then the the ferryman went away, went away.",
    "Thank you for your time, Ines. Goodbye.",
    "Thank you for having me.",
    "no no no no no no no no no no no no water water water water water water water water water.",
    "He came home. He came home late that night. He came home late that night.",
    "夜が明けた。夜が明けた。",
    "",
]
TRANSCRIPTS = st.lists(
    st.tuples(st.sampled_from(["Host", "Ines", None]), st.sampled_from(LINES)), max_size=24
).map(lambda turns: a_transcript(*turns))


@settings(max_examples=150)
@given(TRANSCRIPTS)
def test_every_fix_applies_and_can_be_taken_back(transcript: Transcript) -> None:
    for finding in findings(transcript, DUPLICATES):
        for fix in finding.fixes:
            after = apply_all(transcript, fix.edits)
            assert apply_all(after, invert_all(fix.edits)) == transcript


@settings(max_examples=150)
@given(TRANSCRIPTS)
def test_every_passage_covers_words_that_stand(transcript: Transcript) -> None:
    for finding in findings(transcript, DUPLICATES):
        for passage in (*finding.passages, *finding.related):
            assert transcript.words(passage).strip()
            assert not transcript[passage.turn].is_aside


@settings(max_examples=150)
@given(TRANSCRIPTS)
def test_the_fixes_of_an_incident_apply_as_a_whole(transcript: Transcript) -> None:
    for incident in check(transcript):
        for fix in incident.head.fixes:
            after = apply_all(transcript, fix.edits)
            assert apply_all(after, invert_all(fix.edits)) == transcript


@settings(max_examples=60)
@given(TRANSCRIPTS)
def test_looking_twice_finds_the_same(transcript: Transcript) -> None:
    assert findings(transcript, DUPLICATES) == findings(transcript, DUPLICATES)
