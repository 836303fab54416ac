"""The JSON of whisper.cpp (``-oj``, ``-ojf``): segments with offsets in milliseconds, maybe with tokens.

https://github.com/ggml-org/whisper.cpp: a token is a piece of a word; one with a space in front begins one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from interviews.formats.base import Carries
from interviews.formats.json_source import Json
from interviews.formats.json_values import Object, Value
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Stretch, language_of


class WhisperCpp(JsonReader):
    """Reads the text of the segments; the tokens are put together to words and looked up in it."""

    id = "whisper-cpp"
    label = "whisper.cpp JSON"
    carries = Carries(speakers=False, times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """A transcription of segments with offsets."""
        fits = "transcription[].text" in paths and "transcription[].offsets" in paths
        return (0.98, "segments with whisper.cpp’s offsets") if fits else (0, "")

    def told(self, source: Json) -> Told:
        top = source.top
        segments = list(top.objects("transcription"))
        language = top.object("result").get("language") or top.object("params").get("language")
        return Told(
            map(_stretch, segments), language_of(language), [segment.array("tokens") for segment in segments]
        )


def _stretch(segment: Object) -> Stretch:
    stretch = Stretch()
    stretch.say(segment.text("text"))
    offsets = segment.object("offsets")
    stretch.timed(offsets.get("from"), offsets.get("to"), per=1)
    stretch.locate(_words(segment), per=1)
    return stretch


def _words(segment: Object) -> Iterator[tuple[str, Value, Value, float | None]]:
    """The words that the tokens make: the least sure of its tokens says how sure a word is."""
    tokens = [token for token in segment.objects("tokens") if not token.said("text").startswith("[_")]
    begins = [place for place, token in enumerate(tokens) if place == 0 or token.said("text")[:1].isspace()]
    for first, end in pairwise((*begins, len(tokens))):
        word = tokens[first:end]
        sure = [share for token in word if (share := token.share("p")) is not None]
        yield (
            "".join(token.said("text") for token in word),
            word[0].object("offsets").get("from"),
            word[-1].object("offsets").get("to"),
            min(sure, default=None),
        )
