"""The JSON of Hugging Face's speech pipelines: chunks with a pair of times, whose last end may be missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interviews.formats.base import Carries
from interviews.formats.json_source import Json
from interviews.formats.json_values import Array, Object, Value, objects
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, Stretch, from_words

_WORDS = 0.8  # share of chunks of one word from which each chunk is a word


class HuggingFace(JsonReader):
    """Reads chunks of sentences or of words; ``speaker`` too, which pipelines with diarisation add."""

    id = "hugging-face"
    label = "Hugging Face JSON"
    carries = Carries(times=True, words=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Chunks of text, each with its timestamps."""
        fits = any({f"{one}timestamp", f"{one}text"} <= paths for one in ("chunks[].", "[].", "speakers[]."))
        return (0.97, "chunks with timestamps") if fits else (0, "")

    def told(self, source: Json) -> Told:
        top = source.top
        chunks = list(objects(top.get("speakers") or top.get("chunks") or source.value))
        texts = [chunk.said("text") for chunk in chunks]
        by_word = len(texts) > 2 and sum(len(one.split()) == 1 for one in texts) >= _WORDS * len(texts)
        stretches = _words(chunks, texts) if by_word else _chunks(chunks)
        return Told(stretches)


def _words(chunks: Sequence[Object], texts: Sequence[str]) -> Iterator[Stretch]:
    spaced = any(text[:1].isspace() for text in texts)
    spoken = []
    for chunk, text in zip(chunks, texts, strict=True):
        join = "" if spaced and not text[:1].isspace() else " "
        spoken.append(Spoken(chunk.text("text"), chunk.get("speaker"), *_times(chunk), join=join))
    return from_words(spoken)


def _chunks(chunks: Sequence[Object]) -> Iterator[Stretch]:
    for chunk in chunks:
        stretch = Stretch()
        stretch.say(chunk.text("text"))
        stretch.timed(*_times(chunk))
        stretch.named(chunk.get("speaker"))
        yield stretch


def _times(chunk: Object) -> tuple[Value, Value]:
    pair = chunk.get("timestamp")
    return (pair[0], pair[1]) if isinstance(pair, Array) and len(pair) == 2 else (None, None)
