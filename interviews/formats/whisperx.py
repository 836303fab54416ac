"""The JSON of WhisperX: segments with a speaker for each, and for each word. Some words have no times."""

from __future__ import annotations

from collections.abc import Iterator

from interviews.formats.base import Carries
from interviews.formats.json_source import Json
from interviews.formats.json_values import Object, Text, amount, objects
from interviews.formats.json_words import words_of
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Stretch, language_of, speaker_of

_NEAR = 200  # code points in which a word of the list is looked for


class WhisperX(JsonReader):
    """Reads what WhisperX aligned and told apart; a segment in which two people speak is parted."""

    id = "whisperx"
    label = "WhisperX JSON"
    carries = Carries(times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Segments with speakers or scores, or WhisperX's own list of words."""
        if "segments[].text" not in paths:
            return 0, ""
        if paths & {"word_segments", "segments[].words[].score", "segments[].words[].speaker"}:
            return 0.98, "segments with scores or speakers for words"
        return (0.96, "segments with speakers") if "segments[].speaker" in paths else (0, "")

    def told(self, source: Json) -> Told:
        segments = list(objects(source.top.get("segments")))
        lists = [one.array("words") for one in segments] + [source.top.array("word_segments")]
        return Told(
            (stretch for segment in segments for stretch in _stretches(segment)),
            language=language_of(source.top.get("language")),
            beside=lists,
        )


def _stretches(segment: Object) -> Iterator[Stretch]:
    """One for the segment, or one for each run of words that one person says in it."""
    written = segment.text("text")
    if written is None:
        return
    said = words_of(written)
    log = amount(segment.get("avg_logprob"))
    runs = list(_runs(segment, said.text))
    for place, (start, end, words) in enumerate(runs):
        stretch = Stretch(log_probability=log if log is not None and log <= 0 else None)
        stretch.take(said, start, end)
        label = next((word.get("speaker") for word in words if word.get("speaker")), None)
        if len(runs) == 1:
            stretch.timed(segment.get("start"), segment.get("end"))
            stretch.named(segment.get("speaker") or label)
        else:
            stretch.speaker = speaker_of(label)
        stretch.locate(
            (word.said("word"), word.get("start"), word.get("end"), word.share("score")) for word in words
        )
        if len(runs) > 1:
            told = [word for word in stretch.words if word.start is not None]
            stretch.start = told[0].start if told else None
            stretch.end = told[-1].end if told else None
        if place == 0:
            stretch.labels += _label(segment)
        yield stretch


def _label(segment: Object) -> list[tuple[int, int]]:
    label = segment.text("speaker")
    return [(label.start, label.end)] if label else []


def _runs(segment: Object, text: str) -> Iterator[tuple[int, int, list[Object]]]:
    """Where in the text who speaks: the words of one person, up to where somebody else's begin."""
    start = at = 0
    run: list[Object] = []
    speaker: str | None = None
    for word in segment.objects("words"):
        written = " ".join(word.said("word").split())
        found = text.find(written, at, at + _NEAR + len(written)) if written else -1
        label = word.get("speaker")
        told = label.written if isinstance(label, Text) else None
        if found > start and told and speaker and told != speaker:
            yield start, len(text[:found].rstrip()), run
            start, run = found, []
        at = found + len(written) if found >= 0 else at
        speaker = told or speaker
        run.append(word)
    yield start, len(text), run
