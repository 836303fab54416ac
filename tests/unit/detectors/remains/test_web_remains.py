"""What pages and markdown leave in a text, and what people write who speak of pages."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.residue import Source, residues

OF_PAGES = (Source.MARKUP, Source.HEADING, Source.LINK, Source.HASHTAGS)


def remains_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text) if one.source in OF_PAGES]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We left.\n~~~python\nThen we came.", ["~~~python"]),
        ("We left.\n```\nThen we came.", ["```"]),
        ("We left.\n  ## Later\nThen we came.", ["  ## Later"]),
        ("> We left at noon.", ["> "]),
        ("We left **at noon** then.", ["**", "**"]),
        ("We saw [the quay](https://coast.example/a) there.", ["[", "](https://coast.example/a)"]),
        ("We left &amp;nbsp; at &#8217; noon.", ["&amp;nbsp;", "&#8217;"]),
        ("We left %%b at @@c then.", []),
        ('We left.\n<p class="more">More from us</p>\nThen we came.', ['<p class="more">More from us</p>']),
        ("We left. coast.example/a", ["coast.example/a"]),
        ("We left [coast.example/a] there.", ["[coast.example/a]"]),
    ],
)
def test_what_a_page_left_is_found(text: str, left: list[str]) -> None:
    assert remains_in(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "We left at ~~~ noon.",
        "We use a <br> tag, and the <p> too.",
        "It is at (coast.example/a) there.",
        "We left AT&T; then.",
        "We said &xyzzy; then.",
        "Is it coast.example/a?",
        "It was 2 ** 3 ** 4 then.",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert remains_in(text) == []
