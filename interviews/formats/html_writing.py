"""An interview as one web page that stands alone: no script, nothing that is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from interviews.formats.blocks import Sort
from interviews.formats.html_blocks import OWN
from interviews.formats.writing import Document
from interviews.formats.written import Paragraph, clean, paragraphs
from interviews.transcript.times import clock

_LOOK = """
:root { color-scheme: light dark; }
body { max-inline-size: 40rem; margin: 3rem auto; padding-inline: 1.25rem; }
body { font: 1.125rem/1.6 Georgia, serif; }
h1 { font-size: 2rem; line-height: 1.2; text-wrap: balance; }
p { margin-block: 0 1rem; overflow-wrap: break-word; }
cite { font-style: normal; font-weight: bold; }
time, .facts { font-size: 0.85rem; opacity: 0.75; font-variant-numeric: tabular-nums; }
.standfirst { font-size: 1.25rem; }
.background, .background + .more { font-style: italic; }
"""
# Whatever should get in after all: nothing is run and nothing is fetched.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(document: Document) -> str:
    """The page. Every word is escaped, in text and in attributes alike."""
    transcript = document.transcript
    title = escape(" ".join(clean(transcript.title).split())) or "Interview"
    language = escape(clean(transcript.language))
    linked = document.address.startswith(("https://", "http://"))
    canonical = f'<link rel="canonical" href="{escape(clean(document.address))}">\n' if linked else ""
    body = "\n".join(_element(told) for told in paragraphs(document))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{canonical}<title>{title}</title>\n<style>{_LOOK}</style>\n</head>\n"
        f"<body>\n<main>\n<article>\n{body}\n</article>\n</main>\n</body>\n</html>\n"
    )


def _element(told: Paragraph) -> str:
    tag = "h1" if told.sort is Sort.TITLE else "p"
    times = "".join(
        f' data-{name}="{at}"' for name, at in (("start", told.start), ("end", told.end)) if at is not None
    )
    words = "<br>\n".join(escape(" ".join(line.split())) for line in told.lines)
    return f'<{tag} class="{told.sort}" {OWN}="{told.sort}"{times}>{"".join(_lead(told))}{words}</{tag}>'


def _lead(told: Paragraph) -> Iterator[str]:
    if told.speaker:
        yield f"<cite>{escape(told.speaker)}:</cite> "
    if told.start is not None:
        yield f'<time datetime="PT{told.start / 1000:.3f}S">{clock(told.start)}</time> '
