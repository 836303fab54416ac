"""Invented talk to measure with."""

from __future__ import annotations

import random

from django.contrib.auth.models import User
from wordfreq import top_n_list

from interviews.formats.reading import read_text
from interviews.models import Interview
from interviews.services.importing import import_reading


def an_interview(turns: int, by: User, title: str = "") -> Interview:
    """About 38 words a turn, with a fault every twenty turns."""
    chance = random.Random(turns)  # noqa: S311 (the same talk every time)
    vocabulary = top_n_list("en", 5000)
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]  # as often as in real talk (Zipf)
    lines = []
    for number in range(turns):
        words = " ".join(chance.choices(vocabulary, weights, k=chance.randint(12, 64)))
        text = words.capitalize() + ("?" if number % 2 == 0 else ".")
        if number % 20 == 9:
            text = text[0].lower() + text[1:].replace(" of ", " of of ", 1) + " (and so on"
        lines.append(f"{'Editor' if number % 2 == 0 else 'Guest'}: {text}")
    reading = read_text("\n\n".join(lines), name="talk.txt")
    title = title or f"{turns} turns"
    return import_reading(reading=reading, data=b"talk", name="talk.txt", by=by, title=title)
