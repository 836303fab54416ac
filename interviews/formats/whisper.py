"""The JSON of openai-whisper, of OpenAI's interface, and of faster-whisper: segments, maybe with words.

Written by ``whisper/transcribe.py``; faster-whisper's segments, dumped, have the same names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interviews.formats.base import Carries
from interviews.formats.json_source import Json
from interviews.formats.json_values import Object, Text, Value, amount, objects
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, Stretch, from_words, language_of

_SIGNS = ("avg_logprob", "no_speech_prob", "compression_ratio", "seek", "temperature")
# OpenAI's interface names the language in English; of those that Whisper knows, those spoken most.
_LANGUAGES = {
    "english": "en", "chinese": "zh", "german": "de", "spanish": "es", "russian": "ru", "korean": "ko",
    "french": "fr", "japanese": "ja", "portuguese": "pt", "turkish": "tr", "polish": "pl", "catalan": "ca",
    "dutch": "nl", "arabic": "ar", "swedish": "sv", "italian": "it", "indonesian": "id", "hindi": "hi",
    "finnish": "fi", "vietnamese": "vi", "hebrew": "he", "ukrainian": "uk", "greek": "el", "czech": "cs",
    "romanian": "ro", "danish": "da", "hungarian": "hu", "norwegian": "no", "thai": "th", "persian": "fa",
}  # fmt: skip


class Whisper(JsonReader):
    """Reads what Whisper recognised; its text counts, and its words are looked up in it."""

    id = "whisper"
    label = "Whisper JSON"
    carries = Carries(speakers=False, times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Segments with the numbers that Whisper tells of each; or with a text and times alone."""
        for segments in ("segments[].", "[]."):
            if f"{segments}text" in paths and any(segments + sign in paths for sign in _SIGNS):
                return 0.97, "segments with Whisper’s numbers"
        if "segments[].text" in paths and "segments[].start" in paths and "segments[].speaker" not in paths:
            return 0.92, "segments with text and times"
        return (0.6, "a text in JSON") if paths in ({"text"}, {"text", "usage"}) else (0, "")

    def told(self, source: Json) -> Told:
        top = source.top
        told = source.value if source.top == {} else top.get("segments")
        segments = list(objects(told))
        if not segments and top.text("text"):
            alone = Stretch()
            alone.say(top.text("text"))
            return Told([alone], language=_language(top))
        lists = [found for one in segments if (found := one.array("words")) is not None]
        words = top.array("words")
        if not lists and words is not None:
            lists = [words]
        return Told(
            _stretches(source, segments),
            language=_language(top),
            beside=lists if _texts(segments) else (),
        )


def _texts(segments: Sequence[Object]) -> bool:
    return any(segment.text("text") for segment in segments)


def _language(top: Object) -> str:
    told = top.get("language")
    named = _LANGUAGES.get(told.value.lower()) if isinstance(told, Text) else None
    return named or language_of(told)


def _stretches(source: Json, segments: Sequence[Object]) -> Iterator[Stretch]:
    if not _texts(segments):
        yield from from_words(_spoken(word) for segment in segments for word in segment.objects("words"))
        return
    beside = iter(source.top.objects("words"))  # OpenAI's interface lists the words of all segments apart
    waiting = next(beside, None)
    for segment in segments:
        stretch = Stretch(
            log_probability=_logarithm(segment.get("avg_logprob")), no_speech=segment.share("no_speech_prob")
        )
        stretch.say(segment.text("text"))
        stretch.timed(segment.get("start"), segment.get("end"))
        words = list(segment.objects("words"))
        end = amount(segment.get("end"))
        while waiting is not None and end is not None and (amount(waiting.get("start")) or 0) < end:
            words.append(waiting)
            waiting = next(beside, None)
        stretch.locate(
            (word.said("word"), word.get("start"), word.get("end"), word.share("probability"))
            for word in words
        )
        yield stretch


def _spoken(word: Object) -> Spoken:
    written = word.text("word")
    join = " " if written is None or written.written[:1].isspace() else ""
    return Spoken(written, None, word.get("start"), word.get("end"), word.share("probability"), join)


def _logarithm(value: Value) -> float | None:
    told = amount(value)
    return told if told is not None and told <= 0 else None
