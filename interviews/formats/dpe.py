"""The JSON of the BBC's editors: words with paragraphs, or Draft.js blocks.

The "Digital Paper Edit" shape and the others that react-transcript-editor reads and writes: the words carry
the text, a paragraph says who speaks from when to when; Draft.js holds a block for each paragraph.
https://github.com/bbc/react-transcript-editor
"""

from __future__ import annotations

from collections.abc import Iterator

from interviews.formats.base import Carries
from interviews.formats.json_source import Json
from interviews.formats.json_values import Object, Value, amount
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, Stretch, from_words


class Dpe(JsonReader):
    """Reads words by the paragraphs that they start in, or blocks."""

    id = "dpe"
    label = "BBC transcript editor JSON"
    carries = Carries(times=True, words=True, confidence=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Words and paragraphs side by side, Draft.js blocks, or the BBC's own recogniser."""
        # The list of ranges of a long first block stands before its words.
        signs = ("blocks[].data.words", "blocks[].entityRanges")
        if any(f"{top}{sign}" in paths for top in ("", "data.") for sign in signs):
            return 0.97, "Draft.js blocks"
        if "retval.words[].punct" in paths:
            return 0.97, "words of the BBC’s recogniser"
        for top in ("", "transcript."):
            if {f"{top}words[].start", f"{top}paragraphs"} <= paths:
                return 0.93, "words with times, and paragraphs"
        return (0.8, "words with times") if {"words[].start", "words[].text"} <= paths else (0, "")

    def told(self, source: Json) -> Told:
        blocks = _blocks(source)
        if blocks:
            lists = [block.object("data").array("words") for block in blocks]
            beside = lists
            return Told(map(_block, blocks), beside=beside)
        return Told(_words(source))


def _blocks(source: Json) -> list[Object]:
    top = source.top
    return list(top.objects("blocks")) or list(top.object("data").objects("blocks"))


def _block(block: Object) -> Stretch:
    data = block.object("data")
    words = list(data.objects("words"))
    stretch = Stretch()
    stretch.say(block.text("text"))
    stretch.named(data.get("speaker"))
    stretch.locate(
        (_text(word), word.get("start"), word.get("end"), word.share("confidence", "score")) for word in words
    )
    timed = [word for word in stretch.words if word.start is not None]
    stretch.start = timed[0].start if timed else None
    stretch.end = timed[-1].end if timed else None
    return stretch


def _text(word: Object) -> str:
    return word.said("punct") or word.said("text") or word.said("word")


def _words(source: Json) -> Iterator[Stretch]:
    holders = (source.top, source.top.object("transcript"), source.top.object("retval"))
    top = next((one for one in holders if one.array("words") is not None), source.top)
    told = list(top.objects("paragraphs")) or list(top.object("segmentation").objects("segments"))
    paragraphs = [one for one in told if amount(one.get("start")) is not None]
    starts = [amount(one.get("start")) or 0 for one in paragraphs]
    place = -1
    spoken = []
    for word in top.objects("words"):
        start = amount(word.get("start"))
        while start is not None and place + 1 < len(starts) and starts[place + 1] <= start:
            place += 1
        label: Value = paragraphs[place].get("speaker") if place >= 0 else None
        if isinstance(label, Object):  # as the BBC's own recogniser tells it
            label = label.get("@id")
        text = word.text("punct") or word.text("text") or word.text("word")
        sure = word.share("confidence", "score")
        spoken.append(Spoken(text, label, word.get("start"), word.get("end"), sure))
    return from_words(spoken)
