"""Pages of quotes for a site without a program: one for each turn that readers have or had, and one to embed.

A page shows the whole turn. There may be hundreds of thousands in a site, so the templates of the program’s
own pages are rendered once for each speaker and each fate, with marks where one turn differs from the next;
a page is then put together from strings: 0.03 ms instead of 2 ms for both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import ClassVar

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from interviews.models.publication import Publication
from interviews.site.alone import alone
from interviews.site.artefacts import Site
from interviews.site.quote_frames import Frame, Marks
from interviews.site.quote_pages import QuotePage
from interviews.site.quoting import Asked
from interviews.site.whole_turns import Whole, WholeTurns
from interviews.transcript.turns import Transcript, Turn, transcript_to_data

TEMPLATES = {"": "public/quote.html", "embed/": "public/quote_embed.html"}  # by what the address ends with


@dataclass(frozen=True)
class StandingQuote(QuotePage):
    """A whole turn under its address without a query."""

    stands_alone: ClassVar[bool] = True
    oembed_address: ClassVar[str] = ""  # only a program answers with what oEmbed wants
    goes_on: tuple[str, ...] = ()

    @property
    def canonical(self) -> str:
        """The passage: the page says nothing that does not stand there."""
        key = self.quote.turn.key if self.quote.turn else self.asked.key
        return f"{self.interview_address}#t-{key}"

    def _path(self, name: str) -> str:
        return reverse(name, args=[self.publication.slug, self.asked.key])


@dataclass(frozen=True)
class QuoteFiles:
    """The pages of one interview; ``earlier`` are the publications before, newest first."""

    site: Site
    publication: Publication
    earlier: Sequence[Publication]
    _frames: dict[object, Frame] = field(default_factory=dict, repr=False)

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """Each file by its name in the folder of the interview’s quotes."""
        turns = WholeTurns(self.publication, self.earlier)
        for key in turns.all_keys():
            page = self._page(turns.whole(key))
            for rest in TEMPLATES:
                yield f"{key}/{rest}index.html", self._filled(page, rest)

    def rendered(self, key: str, rest: str = "") -> bytes:
        """A page as its template makes it."""
        return self._html(self._page(WholeTurns(self.publication, self.earlier).whole(key)), rest)

    def _page(self, whole: Whole) -> StandingQuote:
        quote = whole.quote if settings.CHANGES_PUBLIC == "all" else replace(whole.quote, before="")
        return StandingQuote(self.site, self.publication, Asked(whole.key), quote, whole.goes_on)

    def _html(self, page: QuotePage, rest: str) -> bytes:
        return alone(self.site.html(TEMPLATES[rest], {"page": page, "quote": page.quote}))

    def _filled(self, page: StandingQuote, rest: str) -> bytes:
        quote = page.quote
        if quote.moved or page.goes_on:  # few are, and their addresses hold other words and keys
            return self._html(page, rest)
        shape = rest, quote.fate, bool(quote.before), quote.turn and quote.turn.speaker
        frame = self._frames.get(shape)
        if frame is None:
            marks = Marks()
            frame = Frame(marks, self._html(_Sample.like(page, marks), rest).decode())
            self._frames[shape] = frame
        return frame.filled(page)


@dataclass(frozen=True)
class _Sample(StandingQuote):
    """A quote that is made of marks."""

    marks: Marks = field(default_factory=Marks)

    @classmethod
    def like(cls, page: StandingQuote, marks: Marks) -> _Sample:
        quote = page.quote
        if quote.turn is not None:
            turn = Turn(marks.key, marks.words, quote.turn.speaker)
            before = marks.before if quote.before else ""
            quote = replace(quote, turn=turn, words=marks.words, before=before)
        return cls(page.site, page.publication, Asked(marks.key), quote, marks=marks)

    @property
    def description(self) -> str:
        return self.marks.description

    @property
    def json_ld(self) -> SafeString:
        return SafeString(super().json_ld.replace(self.marks.words, self.marks.data))

    @property
    def difference(self) -> SafeString:
        return SafeString(self.marks.difference)


def looks(site: Site) -> str:
    """Tells whether the pages of a site are made as they were (hexadecimal): of a quote of each fate.

    One speaker is named, and what is said is in a language that no site speaks: pages have all they may.
    """
    now = Transcript((Turn("a", "One.", "Ada"), Turn("b", "Two."), Turn("c", "Three.")))
    then = Transcript((Turn("a", "1."), Turn("b", "Two. Three."), Turn("d", "Two."), Turn("e", "Five.")))
    sample, before = (
        Publication(
            interview_id=0,
            number=number,
            slug="x",
            language="ar",
            transcript=transcript_to_data(text),
            joined={"d": "b"},
            gone=[["e", "b"]],
            first_published_at=datetime(1970, 1, 1, tzinfo=UTC),
        )
        for number, text in ((2, now), (1, then))
    )
    told = hashlib.sha256()
    for name, body in QuoteFiles(site, sample, [before]):
        told.update(f"{name} {len(body)} ".encode() + body)
    return told.hexdigest()
