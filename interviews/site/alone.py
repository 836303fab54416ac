"""Pages that stand alone: as they are served, without what only a running program could answer.

Where files are all there is, nobody searches, marks words (``?q=``) or takes a suggestion. A link or a form
that leads to one of these is left out, and so is what is empty without it; so are links to pages of quotes,
where the site has none.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from django.urls import reverse

RULES = 2  # counted up with each change of what is left out, so that all pages are written again

_LINK = re.compile(r"""\s?<a\b[^>]*?\shref="(?P<address>[^"]*)"[^>]*>(?:(?!</a>).)*</a>""", re.DOTALL)
_FORM = re.compile(r"\s*<form\b.*?</form>", re.DOTALL)
_SUGGEST = re.compile(r"(?:/interviews/[^/]+/)?suggest/")
_QUOTE = re.compile(r"(?:/interviews/[^/]+/)?quotes/")
_EMPTY = (
    re.compile(r"\s*<li\b[^>]*>\s*</li>"),
    re.compile(r"\s*<nav\b[^>]*>\s*<h2\b[^>]*>[^<]*</h2>\s*<(?P<list>ul|ol)\b[^>]*>\s*</(?P=list)>\s*</nav>"),
    re.compile(r"\s*<aside\b[^>]*>\s*</aside>"),
)


def alone(body: bytes, *, quotes: bool = True) -> bytes:
    """A page (UTF-8) without what needs a program; the same bytes where nothing does.

    ``quotes`` says whether the site has pages of them.
    """
    page = body.decode()
    search = reverse("interviews:search")

    def kept(link: re.Match[str]) -> str:
        address = unescape(link["address"])
        is_left_out = _needs_a_program(address, search) or (not quotes and _QUOTE.match(address))
        return "" if is_left_out else link.group()

    page = _LINK.sub(kept, _FORM.sub("", page))
    for empty in _EMPTY:
        page = empty.sub("", page)
    return page.encode()


def _needs_a_program(address: str, search: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    return bool(parts.query) or parts.path == search or _SUGGEST.match(parts.path) is not None
