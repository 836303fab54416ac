"""Which way a language is written, and how data stands in a page."""

from __future__ import annotations

import json
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.site.data_blocks import data_block
from interviews.site.languages import direction
from interviews.templatetags.reading import inner


@pytest.mark.parametrize("tag", ["ar", "he", "fa-IR", "ur_PK", "AR-eg", "ku-Arab", "az-Arab-IR", "yi"])
def test_languages_that_run_from_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["en", "de-CH", "ku", "ar-Latn", "az", "zh-Hant", "", "x"])
def test_languages_that_run_from_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


@given(st.text())
def test_no_text_ends_the_element_that_its_data_stands_in(text: str) -> None:
    block = data_block({"text": text})
    assert "<" not in block
    assert json.loads(block) == {"text": text}


@given(st.text(alphabet="<>&;'\"#x27/ab "))
def test_what_was_said_is_text_and_no_element(text: str) -> None:
    written = inner(text)
    assert not {"<", ">"} & set(written)
    assert unescape(written) == text


def test_quotation_marks_of_what_was_said_stand_as_they_are() -> None:
    assert inner('“Don\'t,” said "Bo" & left') == '“Don\'t,” said "Bo" &amp; left'
