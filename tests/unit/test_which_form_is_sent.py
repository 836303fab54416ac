"""Which form of a file a browser gets, by what it says that it takes."""

from __future__ import annotations

import gzip

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.site.compressing import encoded, is_textual
from interviews.site.negotiating import choose

OFFERED = ("br", "gzip")


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("", ""),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br ; q=0.0,gzip ; q=0", ""),
        ("*", "br"),
        ("*;q=0", ""),
        ("br;q=0, *", "gzip"),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=nonsense", ""),
        ("deflate", ""),
    ],
)
def test_the_form_that_is_liked_best_is_sent(accepted: str, sent: str) -> None:
    assert choose(accepted, OFFERED) == sent


@given(st.text(max_size=60))
def test_whatever_is_asked_for_something_is_sent(accepted: str) -> None:
    assert choose(accepted, OFFERED) in {"", *OFFERED}


@given(st.binary(max_size=3000), st.booleans())
def test_compressed_forms_hold_the_same_bytes_and_are_smaller(body: bytes, lasting: bool) -> None:
    forms = encoded(body, "text/html; charset=utf-8", lasting=lasting)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}
    assert all(unpack[name](form) == body for name, form in forms.items())
    assert all(len(form) < len(body) for form in forms.values())


def test_the_same_bytes_give_the_same_compressed_bytes() -> None:
    body = b"The drains. A blocked drain tells me more. " * 40
    assert encoded(body, "text/plain") == encoded(body, "text/plain")


def test_pictures_are_not_compressed_a_second_time() -> None:
    assert encoded(b"\x89PNG" * 500, "image/png") == {}
    assert not is_textual("font/woff2")
    assert all(map(is_textual, ("application/atom+xml", "text/vtt", "image/svg+xml", "application/json")))
