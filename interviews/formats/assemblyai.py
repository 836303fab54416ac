"""The JSON of AssemblyAI: utterances of speakers, or a text with words; times in milliseconds.

https://www.assemblyai.com/docs/api-reference/transcripts/get
"""

from __future__ import annotations

from interviews.formats.base import Carries, ImportProblem
from interviews.formats.json_source import Json
from interviews.formats.json_values import Object
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, Stretch, from_words, language_of


class AssemblyAi(JsonReader):
    """Reads utterances, else words, else the text."""

    id = "assemblyai"
    label = "AssemblyAI JSON"
    carries = Carries(times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Utterances with texts; or AssemblyAI's own names beside words."""
        if {"utterances[].text", "utterances[].start"} <= paths:
            return 0.97, "utterances with text and times"
        own = paths & {"audio_duration", "acoustic_model", "language_model", "audio_url", "utterances"}
        return (0.96, "AssemblyAI’s names") if own and {"text", "words"} & paths else (0, "")

    def told(self, source: Json) -> Told:
        top = source.top
        if top.said("status") == "error":
            raise ImportProblem(
                "AssemblyAI could not transcribe the recording: this file says so, and holds no text."
            )
        utterances, words = list(top.objects("utterances")), list(top.objects("words"))
        lists = [one.array("words") for one in utterances]
        if utterances:
            stretches = [_utterance(one) for one in utterances]
        elif words:
            stretches = list(from_words(map(_spoken, words), per=1))
        else:
            alone = Stretch(confidence=top.share("confidence"))
            alone.say(top.text("text"))
            stretches = [alone]
        return Told(
            stretches,
            language=language_of(top.get("language_code")),
            beside=lists,
        )


def _utterance(utterance: Object) -> Stretch:
    stretch = Stretch(confidence=utterance.share("confidence"))
    stretch.say(utterance.text("text"))
    stretch.timed(utterance.get("start"), utterance.get("end"), per=1)
    stretch.named(utterance.get("speaker"))
    stretch.locate(
        (
            (word.said("text"), word.get("start"), word.get("end"), word.share("confidence"))
            for word in utterance.objects("words")
        ),
        per=1,
    )
    return stretch


def _spoken(word: Object) -> Spoken:
    sure = word.share("confidence")
    return Spoken(word.text("text"), word.get("speaker"), word.get("start"), word.get("end"), sure)
