"""Which stretches of a text stand apart from what is said."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.apart import LONGEST, How, apart


def told(text: str) -> list[tuple[How, str]]:
    for one in apart(text):
        assert one.inner in text[one.start : one.end]
    return [(one.how, one.inner) for one in apart(text)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Chapter 3", [(How.WHOLE, "Chapter 3")]),
        ("We left at noon.", []),
        ("© 2024 Coast Press.", [(How.WHOLE, "© 2024 Coast Press.")]),
        ("Photo © Coast Press.", [(How.WHOLE, "Photo © Coast Press.")]),
        ("Photo: Ida Lund.", [(How.WHOLE, "Photo: Ida Lund.")]),
        ("We left.\n  Page 3 \nThen we came.", [(How.LINE, "Page 3")]),
        ("We left.\n\n12\nThen we came.", [(How.LINE, "12")]),
        ("We left [page 3] at noon.", [(How.BRACKET, "page 3")]),
        ("We left (page 3) at noon.", [(How.ASIDE, "page 3")]),
        ("We left ((page 3)) at noon.", [(How.BRACKET, "page 3")]),
        ("We left {page 3} at noon.", [(How.BRACKET, "page 3")]),
        ("We left <<page 3>> at noon.", [(How.BRACKET, "page 3")]),
        ("We left [laughs] at noon (inaudible).", []),
        ("We left. Page 3", [(How.WHOLE, "We left. Page 3"), (How.TAIL, "Page 3")]),
        ("We left. Then we said:", [(How.WHOLE, "We left. Then we said:")]),
        ("", []),
        (" \n ", []),
    ],
)
def test_what_stands_apart(text: str, stretches: list[tuple[How, str]]) -> None:
    assert told(text) == stretches


def test_what_is_longer_than_a_line_of_a_page_is_said() -> None:
    assert told("x" * LONGEST) == [(How.WHOLE, "x" * LONGEST)]
    assert told("x" * (LONGEST + 1)) == []
    assert told(f"We left.\n{'x' * (LONGEST - 1)}\n") == [(How.LINE, "x" * (LONGEST - 1))]
    assert told(f"We left.\n{'x' * LONGEST}\n") == []
    said = f"We {'rowed and ' * 20}left."
    assert told(f"{said} Page 3") == [(How.TAIL, "Page 3")]
    assert told(f"We left. {'rowing ' * 30}") == []


def test_where_it_stands_is_told_without_the_space_around_it() -> None:
    (line,) = apart("We left.\n  Page 3 \nThen we came.")
    assert (line.start, line.end) == (11, 17)
    (bracket,) = apart("We left [ page 3 ] at noon.")
    assert (bracket.start, bracket.end) == (8, 18)
