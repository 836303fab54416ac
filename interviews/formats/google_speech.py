"""The JSON of Google Speech-to-Text, version 1 and 2: results, of which the first alternative counts.

https://cloud.google.com/speech-to-text/docs/multiple-voices: version 1 tells who speaks in the last result
alone, which has all words again; version 2 tells it with each word.
"""

from __future__ import annotations

from collections.abc import Iterator

from interviews.formats.base import Carries
from interviews.formats.json_source import Json
from interviews.formats.json_values import Number, Object, Text, Value, amount, objects
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, Stretch, from_words, language_of

_MOST = 0.9  # of the words before: from this share on, the last result has them again


class GoogleSpeech(JsonReader):
    """Reads results with their words; whoever is recorded on a channel of their own is told by it."""

    id = "google-speech"
    label = "Google Speech-to-Text JSON"
    carries = Carries(times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Results with alternatives, bare or within a response."""
        fits = any(
            f"{results}[].alternatives[].transcript" in paths or f"{results}[].alternatives[].words" in paths
            for results in ("results", "response.results", "", "transcript.results")
        )
        return (0.96, "results with alternatives") if fits else (0, "")

    def told(self, source: Json) -> Told:
        results = [one for one in _results(source) if _best(one) is not None]
        language = language_of(results[0].get("languageCode")) if results else ""
        tagged = [one for one in results if any(_tag(word) for word in _words(one))]
        again = len(tagged) == 1 and tagged[0] is results[-1] and len(results) > 1
        if again and len(_words(results[-1])) >= _MOST * sum(len(_words(one)) for one in results[:-1]):
            results = tagged
        channels = {_written(one.get("channelTag")) for one in results} - {""}
        apart = len(channels) > 1
        stretches = [stretch for one in results for stretch in _stretches(one, apart)]
        return Told(stretches, language=language, together=apart)


def _results(source: Json) -> list[Object]:
    top = source.top
    for holder in (top, top.object("response"), top.object("transcript")):
        if found := list(holder.objects("results")):
            return found
    return list(objects(source.value))


def _best(result: Object) -> Object | None:
    return next(result.objects("alternatives"), None)


def _words(result: Object) -> list[Object]:
    best = _best(result)
    return list(best.objects("words")) if best else []


def _stretches(result: Object, apart: bool) -> Iterator[Stretch]:
    best, words = _best(result), _words(result)
    if best is None:
        return
    channel = result.get("channelTag") if apart else None
    if any(_tag(word) for word in words) or not best.said("transcript").strip():
        yield from from_words(
            Spoken(word.text("word"), channel or _tag(word), *_times(word), word.share("confidence"))
            for word in words
        )
        return
    stretch = Stretch(confidence=best.share("confidence") or None)  # 0 says that it was not told
    stretch.say(best.text("transcript"))
    if channel is not None:
        stretch.named(channel, f"Channel {_written(channel)}")
    stretch.locate((word.said("word"), *_times(word), word.share("confidence") or None) for word in words)
    stretch.start = stretch.words[0].start if stretch.words else None
    stretch.end = stretch.words[-1].end if stretch.words else None
    yield stretch


def _tag(word: Object) -> Value:
    """Who says it; the tag 0 says that it is not known."""
    for key in ("speakerLabel", "speaker_label", "speakerTag", "speaker_tag"):
        label = word.get(key)
        if isinstance(label, Text | Number) and label.written not in ("", "0"):
            return label
    return None


def _written(value: Value) -> str:
    return value.written if isinstance(value, Text | Number) else ""


def _times(word: Object) -> tuple[Value, Value]:
    return _time(word, "start"), _time(word, "end")


def _time(word: Object, which: str) -> Value:
    for key in (f"{which}Time", f"{which}Offset", f"{which}_time", f"{which}_offset"):
        value = word.get(key)
        if isinstance(value, Object):  # a dump of the client library: seconds and nanoseconds
            told = (amount(value.get("seconds")) or 0) + (amount(value.get("nanos")) or 0) / 1e9
            written = f"{told:.3f}"
            return Number(written, 0, len(written))
        if value is not None:
            return value
    return None
