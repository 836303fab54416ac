"""The JSON of Deepgram: channels with alternatives, paragraphs and words; utterances where asked for.

https://developers.deepgram.com/docs/utterances and …/docs/paragraphs
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from interviews.formats.base import Carries
from interviews.formats.json_source import Json
from interviews.formats.json_values import Array, Object, Value, amount
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, Stretch, from_words, language_of


class Deepgram(JsonReader):
    """Reads paragraphs, else utterances, else words, else the bare transcript, whichever comes first."""

    id = "deepgram"
    label = "Deepgram JSON"
    carries = Carries(times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Channels with alternatives."""
        fits = "results.utterances[].transcript" in paths or any(
            f"{top}channels[].alternatives[].{what}" in paths
            for top in ("results.", "")
            for what in ("transcript", "words")
        )
        return (0.98, "channels with alternatives") if fits else (0, "")

    def told(self, source: Json) -> Told:
        results = source.top.object("results") or source.top
        channels = list(results.objects("channels"))
        best = [next(channel.objects("alternatives"), Object()) for channel in channels]
        paragraphs = [
            paragraph for one in best for paragraph in one.object("paragraphs").objects("paragraphs")
        ]
        utterances = list(results.objects("utterances"))
        apart = len(channels) > 1
        beside: list[Array | None] = []
        if paragraphs and not apart:
            beside = [one.array("words") for one in best]
            stretches = list(_paragraphs(paragraphs, list(best[0].objects("words"))))
        elif utterances:
            beside = [one.array("words") for one in utterances]
            stretches = [_utterance(one, apart) for one in utterances]
        else:
            stretches = [
                stretch
                for number, one in enumerate(best)
                for stretch in _words(one, f"Channel {number + 1}" if apart else None)
            ]
        language = next((channel.get("detected_language") for channel in channels), None)
        return Told(
            stretches,
            language=language_of(language),
            beside=beside,
            together=apart,
        )


def _paragraphs(paragraphs: Sequence[Object], words: Sequence[Object]) -> Iterator[Stretch]:
    """The sentences of all paragraphs, each with its words: those that start before the next sentence."""
    sentences = [(paragraph, one) for paragraph in paragraphs for one in paragraph.objects("sentences")]
    starts = [amount(sentence.get("start")) for _, sentence in sentences]
    at = 0
    for (paragraph, sentence), (_, following) in zip(sentences, pairwise([*starts, None]), strict=True):
        stretch = Stretch()
        stretch.say(sentence.text("text"))
        stretch.timed(sentence.get("start"), sentence.get("end"))
        stretch.named(paragraph.get("speaker"))
        first = at
        while at < len(words) and (following is None or (amount(words[at].get("start")) or 0) < following):
            at += 1
        stretch.locate(_told(words[first:at]))
        yield stretch


def _utterance(utterance: Object, apart: bool) -> Stretch:
    stretch = Stretch(confidence=utterance.share("confidence"))
    stretch.say(utterance.text("transcript"))
    stretch.timed(utterance.get("start"), utterance.get("end"))
    channel = amount(utterance.get("channel"))
    if apart and channel is not None:
        stretch.named(utterance.get("channel"), f"Channel {int(channel) + 1}")
    else:
        stretch.named(utterance.get("speaker"))
    stretch.locate(_told(list(utterance.objects("words"))))
    return stretch


def _words(best: Object, channel: str | None) -> Iterator[Stretch]:
    words = list(best.objects("words"))
    if not words:
        stretch = Stretch(speaker=channel)
        stretch.say(best.text("transcript"))
        yield stretch
        return
    yield from from_words(
        Spoken(
            word.text("punctuated_word") or word.text("word"),
            None if channel else word.get("speaker"),
            word.get("start"),
            word.get("end"),
            word.share("confidence"),
            speaker=channel,
        )
        for word in words
    )


def _told(words: Sequence[Object]) -> Iterator[tuple[str, Value, Value, float | None]]:
    for word in words:
        written = word.said("punctuated_word") or word.said("word")
        yield written, word.get("start"), word.get("end"), word.share("confidence")
