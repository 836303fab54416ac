"""What a recogniser's file tells of its words reaches the flags, and costs nothing where nobody needs it."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.formats.reading import read
from interviews.models import Flag, Interview
from interviews.services.arranging import split
from interviews.services.checking import check_interview
from interviews.services.importing import import_reading
from interviews.services.remembering import forget
from tests.cast import BRIDGE, a_conversation, an_editor, an_interview

pytestmark = pytest.mark.django_db


def recognised(*texts: str, sure: float) -> Interview:
    """An interview imported from Deepgram's JSON, two speakers in turn."""
    words, clock = [], 0.0
    for number, text in enumerate(texts):
        for word in text.split():
            words.append(
                {
                    "word": word,
                    "punctuated_word": word,
                    "start": clock,
                    "end": clock + 0.3,
                    "confidence": sure,
                    "speaker": number % 2,
                }
            )
            clock = round(clock + 0.4, 2)
    alternative = {"transcript": " ".join(texts), "words": words}
    data = json.dumps({"results": {"channels": [{"alternatives": [alternative]}]}}).encode()
    return import_reading(reading=read(data), data=data, name="mill.json", by=an_editor())


TEXTS = (
    "What did you find behind the mill?",
    "We found the fshhfahh gate open, and nobody there at all.",
    "Who closed it?",
    "My mother closed it, and told nobody.",
)


def garbled(interview: Interview) -> Flag:
    return interview.flags.get(kind="garbled_words")


def test_a_flag_says_how_sure_the_recogniser_was() -> None:
    assert garbled(recognised(*TEXTS, sure=0.31)).reason.endswith(
        "The recogniser was 31 % sure of this word."
    )


def test_it_still_says_so_when_the_turn_was_split() -> None:
    interview = recognised(*TEXTS, sure=0.31)
    turn = interview.transcript().turns[1]
    at = turn.text.index("the fshh")
    split(interview=interview, key=turn.key, at=at, by=an_editor("bob"))
    check_interview(interview)
    flag = garbled(interview)
    assert flag.turn.key != turn.key
    assert "31 % sure" in flag.reason


def test_a_sure_recogniser_says_nothing() -> None:
    assert "recogniser was" not in garbled(recognised(*TEXTS, sure=0.9)).reason


def queries_of_a_check(interview: Interview) -> list[str]:
    forget()
    with CaptureQueriesContext(connection) as queries:
        check_interview(interview)
    return [query["sql"] for query in queries.captured_queries]


def test_a_check_reads_what_was_heard_only_where_a_finding_asks() -> None:
    sound = an_interview(a_conversation(*BRIDGE[3:]))
    assert not any('"heard"' in sql for sql in queries_of_a_check(sound))
    doubtful = recognised(*TEXTS, sure=0.31)
    assert sum('"heard"' in sql for sql in queries_of_a_check(doubtful)) == 1
