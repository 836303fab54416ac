"""The same words heard or written otherwise, and other words."""

from __future__ import annotations

import pytest

from interviews.detectors.wording.misheard import sounds_like


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("we saw it", "we saw it"),
        ("we saw there boat", "we saw their boat"),
        ("we cannot row", "we can not row"),
        ("we can't row", "we cannot row"),
        ("they've rowed", "they have rowed"),
        ("it'd rained", "it had rained"),
        ("the model broke", "the modal broke"),
        ("i'm gonna row", "i am going to row"),
        ("i dunno", "i don't know"),
        ("i dunno", "i do not know"),
    ],
)
def test_the_same_said_is_the_same(first: str, second: str) -> None:
    assert sounds_like(first.split(), second.split())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("we saw there boat", "we saw there oar"),
        ("we saw there model", "we saw their modal"),  # two words misheard
        ("we saw it", "we saw it there"),
        ("the boat broke", "the boot broke"),  # four letters: another word
        ("on tuesday then", "on thursday then"),
        ("the winter came", "the winters came"),
        ("the fight came", "the light came"),
        ("about mark20 then", "about mark21 then"),
        ("two know it", "to no it"),
        ("for we row", "no we row"),
    ],
)
def test_what_says_another_thing_is_another(first: str, second: str) -> None:
    assert not sounds_like(first.split(), second.split())
    assert not sounds_like(second.split(), first.split())
