"""A reading becomes an interview: all of it in one transaction, or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import slugify

from interviews.formats.answers import answered
from interviews.formats.base import ImportProblem, Reading
from interviews.formats.overruling import overruled_in
from interviews.formats.report import report
from interviews.models import Interview, SlugRedirect, SourceFile, Speaker, Turn
from interviews.models.turn import new_key
from interviews.services.checking import check_interview
from interviews.services.errors import CannotFile
from interviews.services.filing import put_on, shelves_for
from interviews.services.storing import GAP
from interviews.transcript.filing import NOWHERE, Filing, once
from interviews.transcript.hearing import heard_to_data
from interviews.transcript.turns import Transcript

UNTITLED = "Untitled interview"


def import_reading(
    *,
    reading: Reading,
    data: bytes,
    name: str,
    by: User | None,
    answers: Mapping[str, int] | None = None,
    title: str = "",
    language: str = "",
    filing: Filing = NOWHERE,
) -> Interview:
    """Store an interview as ``store_reading`` does, and look for flags."""
    interview = store_reading(
        reading=reading,
        data=data,
        name=name,
        by=by,
        answers=answers,
        title=title,
        language=language,
        filing=filing,
    )
    check_interview(interview)
    return interview


def store_reading(
    *,
    reading: Reading,
    data: bytes,
    name: str,
    by: User | None,
    answers: Mapping[str, int] | None = None,
    title: str = "",
    language: str = "",
    filing: Filing = NOWHERE,
) -> Interview:
    """Store an interview with its turns, its speakers and its source.

    ``answers`` maps the ids of the reading's questions to the number of the answer that was chosen; raises
    KeyError and IndexError for what the reading does not ask or offer. ``filing`` goes before what the file
    says of the series; topics are those of both. Raises ImportProblem where it cannot be filed so.
    """
    transcript = answered(reading, answers or {})
    keys = {turn.key: new_key() for turn in reading.transcript}
    with transaction.atomic():
        heading = (title or transcript.title or _from_name(name) or UNTITLED)[:300]
        interview = Interview.objects.create(
            title=heading,
            slug=free_slug(heading),
            language=language or transcript.language,
            standfirst=reading.standfirst,
            recorded_on=reading.recorded_on,
            created_by=by,
        )
        _store_turns(interview, transcript, keys)
        keep_source(interview, reading, keys, data=data, name=name, by=by)
        _file(interview, filing, reading.filing)
    return interview


def keep_source(
    interview: Interview,
    reading: Reading,
    keys: Mapping[str, str],
    *,
    data: bytes,
    name: str,
    by: User | None,
) -> SourceFile:
    """Keep a file byte for byte, with what became of it; ``keys`` maps the reading's turns to ours."""
    heard = {keys[key]: told for key, told in reading.transcript.heard.items() if key in keys}
    return SourceFile.objects.create(
        interview=interview,
        name=name[:255] or "pasted text",
        data=data,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        format_id=reading.format_id,
        encoding=reading.encoding,
        report=asdict(report(reading)),
        pieces=[[p.start, p.end, p.use.value, keys.get(p.turn or "")] for p in reading.pieces],
        heard=heard_to_data(heard),
        options=overruled_in(reading).to_data(),
        imported_by=by,
    )


def _file(interview: Interview, asked: Filing, told: Filing) -> None:
    series = asked if asked.series else told
    wanted = Filing(series.series, series.number, once((*asked.topics, *told.topics)))
    if wanted == NOWHERE:
        return
    try:
        put_on(interview, *shelves_for(wanted))
    except CannotFile as refusal:
        raise ImportProblem(str(refusal)) from refusal


def free_slug(title: str, *, but: Interview | None = None) -> str:
    """An address that no other interview has, made of the title."""
    base = _written_in_addresses(title)
    others = Interview.objects.exclude(pk=but.pk) if but else Interview.objects.all()
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True))
    promised = SlugRedirect.objects.filter(slug__startswith=base)  # readers still follow these
    taken |= set((promised.exclude(interview=but) if but else promised).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def is_made_of(slug: str, title: str) -> bool:
    """Whether an address is the one that ``free_slug`` gives a title."""
    return re.fullmatch(rf"{re.escape(_written_in_addresses(title))}(?:-\d+)?", slug) is not None


def _written_in_addresses(title: str) -> str:
    return slugify(title)[:100].strip("-") or "interview"


def _store_turns(interview: Interview, transcript: Transcript, keys: Mapping[str, str]) -> None:
    names = dict.fromkeys(turn.speaker for turn in transcript if turn.speaker is not None)
    known = {speaker.name: speaker for speaker in transcript.speakers}
    rows = {}
    for name in names:
        speaker = known.get(name)
        rows[name] = Speaker.objects.create(
            interview=interview,
            name=name,
            role=speaker.role.value if speaker else Speaker.Role.OTHER,
            full_name=speaker.full_name[:200] if speaker else "",
            description=speaker.description[:300] if speaker else "",
            aliases=list(speaker.aliases) if speaker else [],
        )
    Turn.objects.bulk_create(
        Turn(
            interview=interview,
            key=keys[turn.key],
            position=GAP * number,
            part=turn.part.value,
            speaker=rows[turn.speaker] if turn.speaker is not None else None,
            text=turn.text,
            start_ms=turn.start,
            end_ms=turn.end,
            aside=turn.aside,
        )
        for number, turn in enumerate(transcript, start=1)
    )


def _from_name(name: str) -> str:
    """A title out of a file's name: "kim-interview.md" is "Kim interview"."""
    stem = name.rpartition("/")[2].rpartition("\\")[2]
    stem = stem.rpartition(".")[0] or stem
    words = " ".join(stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]
