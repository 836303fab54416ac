"""What a reader has to load for an interview of five hundred turns."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from interviews.services.publishing import publish
from interviews.transcript.turns import Transcript
from tests.cast import ANSWERS, ASKS, BRIDGE, a_conversation, an_editor, an_interview

pytestmark = pytest.mark.django_db

TURNS = 500
WORDS_A_TURN = 40  # as in the measurement that set the budget: 19,700 words in 500 turns
# With more of them the words would be more than any interview has, and compress worse than one.
MATERIAL = (
    "advocate bridge_inspector build_tools choir_master dock_strike glacier herring library lighthouse "
    "minister poet quiz_night raw_bees raw_cycling raw_lambing sleep_podcast water_panel weaver"
).split()
SIDE_BY_SIDE = 0.4  # how often a word is followed by one that follows it somewhere
KILO = 1000


def five_hundred_turns() -> Transcript:
    """Words of handwritten English interviews, now and then two that stand side by side there.

    So often that they compress as those interviews themselves do (3.1 to 1 by brotli).
    """
    chance = random.Random(500)  # noqa: S311
    folder = Path(__file__).parent.parent / "interviews"
    texts = [(folder / f"{name}.txt").read_text() for name in MATERIAL]
    known = " ".join(texts).split()
    behind = defaultdict(list)
    for word, following in pairwise(known):
        behind[word].append(following)
    turns, word = [], known[0]
    for number in range(TURNS):
        asks = number % 2 == 0
        words = []
        for _ in range(WORDS_A_TURN // 2 if asks else WORDS_A_TURN * 3 // 2):
            follows = chance.random() < SIDE_BY_SIDE and word in behind
            word = chance.choice(behind[word] if follows else known)
            words.append(word)
        turns.append((ASKS if asks else ANSWERS, f"{' '.join(words).capitalize()}{'?' if asks else '.'}"))
    return a_conversation(*turns)


def loaded(page: str, ending: str) -> list[bytes]:
    names = re.findall(rf'(?:href|src)="/static/([^"]+\.{ending})"', page)
    return [Path(str(finders.find(name))).read_bytes() for name in names]


@pytest.mark.parametrize("language", ["en-gb", "de", "fr"])
def test_five_hundred_turns_stay_within_what_a_reader_should_have_to_load(
    client: Client, settings: Settings, language: str
) -> None:
    settings.SITE_LANGUAGE = language
    interview = an_interview(five_hundred_turns())
    publish(
        interview=interview,
        by=an_editor(),
        acknowledged=list(interview.flags.values_list("pk", flat=True)),
        override_reason="For the test.",
    )
    body = client.get(reverse("interviews:published", args=[interview.slug])).content
    page = body.decode()
    styles, scripts = loaded(page, "css"), loaded(page, "js")
    sizes = {
        "brotli": len(brotli.compress(body)),
        "css": sum(len(brotli.compress(one)) for one in styles),
        "js": sum(len(brotli.compress(one)) for one in scripts),
    }
    assert page.count('class="said') == TURNS
    assert len(styles) >= 3
    assert len(scripts) == 1
    assert sizes["brotli"] <= 50 * KILO, sizes
    assert sizes["css"] <= 8 * KILO, sizes
    assert sizes["js"] <= 10 * KILO, sizes


def test_a_reader_needs_no_script(client: Client) -> None:
    interview = an_interview(a_conversation(*BRIDGE))
    publish(interview=interview, by=an_editor())
    page = client.get(reverse("interviews:published", args=[interview.slug])).content.decode()
    assert "hx-" not in page
    assert re.findall(r"<script(?! type=\"application/ld\+json\")[^>]*>", page) == [
        '<script type="module" src="/static/js/public/quoting.js">'
    ]
