"""TTML, also called DFXP: captions as XML. https://www.w3.org/TR/ttml2/

Read from where the words are: any namespace, times in clocks, frames, ticks and offsets, nested and one after
another, people as agents. What only looks and places are for is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from interviews.formats.base import Carries, Reading
from interviews.formats.captioned import (
    LANGUAGE,
    Captions,
    read_captions,
)
from interviews.formats.captions import Source
from interviews.formats.collecting import uncollected
from interviews.formats.cues import GAP
from interviews.formats.cutting import captions, stamp
from interviews.formats.lines import Hidden
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.ttml_parts import Parts
from interviews.formats.writing import Document
from interviews.formats.xml_places import plain, tell

_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?tt(?=[\s>])")
_LOOK = 4_000  # code points from the start
_NO_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")  # beside the control characters


@dataclass(frozen=True, slots=True)
class TTML:
    """Reads TTML and DFXP."""

    id: str = "ttml"
    label: str = "TTML"
    suffixes: Sequence[str] = (".ttml", ".dfxp")
    carries: Carries = Carries(times=True, words=True, styling=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 - the content decides
        """XML whose root is "tt"."""
        head = text[:_LOOK].lstrip("\ufeff \t\r\n")
        if head.startswith("<") and _ROOT.search(head):
            return 0.97, "XML of timed text"
        return 0, ""

    def read(self, text: str) -> Reading:
        return self.read_joined(text, gap=GAP)

    def read_joined(self, text: str, *, gap: int, labels: Labels = AS_LEARNT) -> Reading:
        """See ``JoinsCues``. References and CDATA are read by ``xml_places.plain``."""
        hidden = Hidden(text)
        parts = Parts(Captions(self.id, hidden, Source(hidden.seen, plain)))
        with uncollected():
            tell(hidden.seen, parts)
            return read_captions(parts.finished(), gap=gap, labels=labels)


@dataclass(frozen=True, slots=True)
class TTMLText:
    """Writes TTML, people as agents; it keeps to what every profile of TTML knows."""

    id: str = "ttml"
    label: str = "TTML"
    suffix: str = ".ttml"
    media_type: str = "application/ttml+xml"
    carries: Carries = Carries(times=True)
    needs_times: bool = True

    def write(self, document: Document) -> bytes:
        """UTF-8. What XML cannot hold is left out: control characters that nobody sees anyway."""
        transcript = document.transcript
        shown = captions(transcript, label=self.label)
        names = list(dict.fromkeys(one.turn.speaker for one in shown if one.turn.speaker))
        ids = {name: f"speaker{number}" for number, name in enumerate(names, start=1)}
        language = transcript.language if LANGUAGE.fullmatch(transcript.language) else ""
        agents = "".join(
            f'\n      <ttm:agent xml:id="{ids[name]}" type="person">'
            f'<ttm:name type="full">{_escaped(name)}</ttm:name></ttm:agent>'
            for name in names
        )
        if not names:  # so that none is looked for in the words
            agents = '\n      <ttm:agent xml:id="nobody" type="other"/>'
        title = f"\n      <ttm:title>{_escaped(transcript.title)}</ttm:title>" if transcript.title else ""
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"',
            '    xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:timeBase="media"',
            f'    xml:lang="{language}">',
            f"  <head>\n    <metadata>{title}{agents}\n    </metadata>\n  </head>",
            "  <body>\n    <div>",
        ]
        for one in shown:
            agent = f' ttm:agent="{ids[one.turn.speaker]}"' if one.turn.speaker else ""
            words = "<br/>".join(map(escape, one.lines))
            lines.append(f'      <p begin="{stamp(one.start)}" end="{stamp(one.end)}"{agent}>{words}</p>')
        lines.append("    </div>\n  </body>\n</tt>\n")
        return _NO_XML.sub("", "\n".join(lines)).encode("utf-8")


def _escaped(words: str) -> str:
    return escape(" ".join(Hidden(words).seen.split()))
