"""A language tag is one whose parts stand for something."""

from __future__ import annotations

import pytest

from interviews.text.language_tags import standard_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("DE-ch", "de-CH"),
        ("pt_BR", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("gsw", "gsw"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
    ],
)
def test_a_real_tag_is_written_as_the_standard_has_it(written: str, tag: str) -> None:
    assert standard_tag(written) == tag


@pytest.mark.parametrize(
    "written",
    ["klingon", "xx", "xx-yy-zz", "english", "en-AB", "de-foobar", "de--ch", "", "de ch", "ü", "a" * 35],
)
def test_what_stands_for_nothing_is_none(written: str) -> None:
    assert standard_tag(written) is None
