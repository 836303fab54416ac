"""Which way a language is written, and how data stands in a page."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.site.data_blocks import data_block
from interviews.site.languages import direction


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
