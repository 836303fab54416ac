"""Marks that somebody dictated."""

from __future__ import annotations

import pytest

from interviews.detectors.dictated import DictatedMarks
from tests.builders import a_transcript, found, settled, words_of


@pytest.mark.parametrize(
    ("language", "text", "fixed"),
    [
        ("en", "We left early comma and then it rained.", "We left early, and then it rained."),
        ("en", "Was it cold question mark He nodded.", "Was it cold? He nodded."),
        ("en", "It was over full stop Then we ate.", "It was over. Then we ate."),
        ("de", "Wir waren fertig Komma aber es regnete.", "Wir waren fertig, aber es regnete."),
        ("fr", "On est partis tôt virgule puis il a plu.", "On est partis tôt, puis il a plu."),
    ],
)
def test_a_dictated_mark_is_written(language: str, text: str, fixed: str) -> None:
    transcript = a_transcript(("Ada", text), language=language)
    (finding,) = found(DictatedMarks(), transcript)
    assert settled(transcript, finding)["1"].text == fixed


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "We ate new paragraph Then we left.", "new paragraph"),
        ("de", "Wir aßen neuer Absatz Dann gingen wir.", "neuer Absatz"),
    ],
)
def test_a_dictated_paragraph_is_shown(language: str, text: str, words: str) -> None:
    transcript = a_transcript(("Ada", text), language=language)
    (finding,) = found(DictatedMarks(), transcript)
    assert words_of(transcript, [finding]) == [words]
    assert finding.fixes == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You forgot a comma there. It is comma separated. We said full stop, and left."),
        ("en", "Whenever you write a new line of code, it ends in a question mark icon."),
        ("de", "Es waren drei Komma fünf Meter, mit einem Fragezeichen dahinter."),
        ("fr", "Il mesure trois virgule cinq mètres, avec une virgule."),
        ("es", "Nos fuimos comma y llovió."),
    ],
)
def test_marks_that_are_spoken_of_are_fine(language: str, text: str) -> None:
    assert found(DictatedMarks(), a_transcript(("Ada", text), language=language)) == []
