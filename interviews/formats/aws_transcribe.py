"""The JSON of Amazon Transcribe: items of words and punctuation, every number of them a string.

https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html; older files tell who speaks in a list of its
own, by the start of each word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interviews.formats.base import Carries, ImportProblem
from interviews.formats.json_source import Json
from interviews.formats.json_values import Object, Value, objects
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, Stretch, from_words, language_of


class AwsTranscribe(JsonReader):
    """Reads the items; the transcript beside them is the same words again."""

    id = "aws-transcribe"
    label = "Amazon Transcribe JSON"
    carries = Carries(times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Results with transcripts, items, speaker labels or channel labels."""
        signs = {
            "results.items[].alternatives[].content",
            "results.transcripts[].transcript",
            "results.speaker_labels",
            "results.channel_labels",
        }
        fits = signs & paths or {"results.transcripts", "results.items"} <= paths
        return (0.98, "results as Amazon Transcribe gives them") if fits else (0, "")

    def told(self, source: Json) -> Told:
        results = source.top.object("results")
        channels = list(results.object("channel_labels").objects("channels"))
        apart = len(channels) > 1
        items = list(results.objects("items"))
        if apart:
            stretches = [
                stretch
                for channel in channels
                for stretch in from_words(
                    _spoken(list(channel.objects("items")), {}, channel.get("channel_label"))
                )
            ]
        elif items:
            stretches = list(from_words(_spoken(items, _speakers(results), None)))
        else:
            stretches = list(_whole(results))
        if not items and not stretches and source.top.said("status") not in ("", "COMPLETED"):
            raise ImportProblem(
                "Amazon Transcribe had not finished when this was saved; bring the finished file."
            )
        language = language_of(results.get("language_code"))
        return Told(stretches, language=language, together=apart)


def _speakers(results: Object) -> dict[str, Value]:
    """Who says the word that starts then: in files whose items do not tell."""
    return {
        item.said("start_time"): item.get("speaker_label")
        for segment in results.object("speaker_labels").objects("segments")
        for item in segment.objects("items")
    }


def _spoken(items: Sequence[Object], told: dict[str, Value], channel: Value) -> Iterator[Spoken]:
    label = channel
    for item in items:
        best = next(objects(item.get("alternatives")), None) or item
        mark = item.said("type") == "punctuation"
        if not mark:
            label = channel or item.get("speaker_label") or told.get(item.said("start_time"))
        sure = None if mark else best.share("confidence")
        yield Spoken(
            best.text("content"),
            label,
            None if mark else item.get("start_time"),
            None if mark else item.get("end_time"),
            sure,
            "" if mark else " ",
        )


def _whole(results: Object) -> Iterator[Stretch]:
    for transcript in results.objects("transcripts"):
        stretch = Stretch()
        stretch.say(transcript.text("transcript"))
        yield stretch
