"""Words are erased for legal reasons: from every table, file and page, while it stays known that it happened.

What was copied before is out of reach: backups, caches of others, the drafts of an editor's browser, and what
PostgreSQL keeps until its next VACUUM.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from interviews.detectors.kinds import Kind
from interviews.models import (
    ArchivePrint,
    Correction,
    ErasureRecord,
    Flag,
    ImportItem,
    Interview,
    Publication,
    SlugRedirect,
    SourceFile,
)
from interviews.services.artefacts import prepare_publication, release, rename, sweep, withdraw
from interviews.services.clearing import clear_remains
from interviews.services.errors import CannotErase
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.site.bodies import lately
from interviews.site.pages import Page
from interviews.text.erasing import Erasing
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import EditConflict

CONFIRMATION = "erase"  # what has to be typed
LEAST = 3  # letters: what is shorter would black out half of the interview
_TEXTS = (models.CharField, models.TextField, models.JSONField)
# Columns that hold no words of anybody: names of sorts, addresses (which have a rule of their own), places.
_KEPT = {
    "key",
    "sha256",
    "kind",
    "fingerprint",
    "check_key",
    "checked_by",
    "slug",
    "to",
    "settlements",
    "pieces",
}


def turns_with(interview: Interview, words: str) -> list[str]:
    """The keys of the turns that have the words now, in order. Raises CannotErase for too few letters."""
    erasing = _erasing(words)
    return [turn.key for turn in interview.turns.in_place() if erasing.stands_in(turn.text)]


def erase(*, interview: Interview, words: str, reason: str, confirmation: str, by: User) -> ErasureRecord:
    """Black the words out wherever they stand in the interview and what was made of it. Cannot be undone.

    The record says whether the database's files are clear of them, too. Raises CannotErase without a reason
    or the typed confirmation, for too few letters, and for words that stand nowhere in it.
    """
    erasing = _erasing(words)
    if not reason.strip():
        raise CannotErase("Write why the words have to go. The reason is kept, the words are not.")
    if confirmation.strip().lower() != CONFIRMATION:
        raise CannotErase(f"Type “{CONFIRMATION}” to confirm. This cannot be undone by anybody.")
    with transaction.atomic():
        locked = lock(interview.pk)
        turns = _concerned(locked, erasing)
        closed = _closes_history(locked, erasing)
        places = _erase_everywhere(locked, erasing, turns)
        if not places:
            raise CannotErase("These words stand nowhere in this interview. Nothing was changed.")
        if closed:
            locked.records.exclude(edits=[]).update(edits=[])
        ArchivePrint.objects.filter(turn__interview=locked, turn__key__in=turns).delete()
        locked.turns.filter(key__in=turns).update(version=F("version") + 1)
        Interview.objects.filter(pk=locked.pk).update(
            version=F("version") + 1, check_key="", checked_by="", changed_at=timezone.now()
        )
        locked.refresh_from_db()
        _publish_anew(locked)
        told = record(locked, [], by=by, label="Erased words for legal reasons")
        made = ErasureRecord.objects.create(
            interview=locked,
            reason=erasing.text(reason.strip()),
            turns=sorted(turns),
            record=told.number,
            places=dict(places),
            history_closed=closed,
            made_by=by,
        )
        transaction.on_commit(partial(_forget, made))
        return made


def _erasing(words: str) -> Erasing:
    if sum(letter.isalnum() for letter in words) < LEAST:
        raise CannotErase(f"Give at least {LEAST} letters: fewer stand in too many places.")
    return Erasing(words)


def _concerned(interview: Interview, erasing: Erasing) -> set[str]:
    """The turns that have the words, or had them at any time."""
    now = {turn.key for turn in interview.turns.all() if erasing.stands_in(turn.text)}
    then = {
        key
        for entry in interview.records.touching_text()
        if erasing.data(entry.edits) != entry.edits
        for key in entry.turns
    }
    return now | then


def _closes_history(interview: Interview, erasing: Erasing) -> bool:
    """Whether earlier states would not fit together any more: a cut went through the words."""
    entries = list(interview.records.touching_text().order_by("-number"))
    for entry in entries:
        entry.edits = erasing.data(entry.edits)
    now = interview.transcript()
    turns = tuple([_without(erasing, turn) for turn in now])
    erased = type(now)(turns, _speakers(erasing, now.speakers), now.language, now.title)
    try:
        apply_all(erased, (edit for entry in entries for edit in entry.inverses))
    except EditConflict:
        return True
    return False


def _without(erasing: Erasing, turn: Any) -> Any:
    speaker = None if turn.speaker is None else erasing.text(turn.speaker)
    return type(turn)(
        turn.key,
        erasing.text(turn.text),
        speaker,
        turn.start,
        turn.end,
        erasing.text(turn.aside),
        turn.part,
    )


def _speakers(erasing: Erasing, speakers: Any) -> Any:
    return tuple(
        type(one)(
            erasing.text(one.name),
            one.role,
            erasing.text(one.full_name),
            erasing.text(one.description),
            tuple(map(erasing.text, one.aliases)),
        )
        for one in speakers
    )


def _erase_everywhere(interview: Interview, erasing: Erasing, turns: set[str]) -> Counter[str]:
    places: Counter[str] = Counter()
    for rows, each_word in _rows(interview, turns):
        for row in rows:
            places[row._meta.model_name or ""] += _erase_row(row, erasing, each_word=each_word)
    for file in interview.sources.all():
        places["sourcefile"] += _erase_file(file, erasing, turns)
    places["importitem"] += (
        ImportItem.objects.filter(interview=interview).exclude(data=None).update(data=None)
    )
    places["slug"] += _erase_address(interview, erasing)
    return +places


def _rows(interview: Interview, turns: set[str]) -> Iterator[tuple[models.QuerySet[Any], bool]]:
    """Every row that may hold the words; of what was cut out of the turns each word counts."""
    touching = Q(turn__key__in=turns)
    flags = Flag.objects.filter(interview=interview)
    yield flags.filter(touching), True
    yield flags.exclude(touching), False
    yield Flag.objects.filter(kind=Kind.ARCHIVE_DUPLICATE).exclude(interview=interview), False
    for model in _of_interviews():
        yield model._default_manager.filter(interview=interview), False
    yield Correction.objects.filter(publication__interview=interview), False
    yield Interview.objects.filter(pk=interview.pk), False
    yield LogEntry.objects.filter(content_type__app_label="interviews"), False


def _of_interviews() -> Iterator[type[models.Model]]:
    """Every table whose rows belong to an interview, those too that are made after this was written."""
    for model in apps.get_app_config("interviews").get_models():
        columns = {column.name: column.related_model for column in model._meta.concrete_fields}
        if model is not Flag and not model._meta.proxy and columns.get("interview") is Interview:
            yield model


def _erase_row(row: models.Model, erasing: Erasing, *, each_word: bool) -> bool:
    changed = {}
    for column in row._meta.concrete_fields:
        if not isinstance(column, _TEXTS) or column.choices or column.name in _KEPT:
            continue
        old = getattr(row, column.attname)
        new = erasing.data(old, each_word=each_word)
        if new != old:
            changed[column.name] = new[: column.max_length] if isinstance(new, str) else new
    if changed:
        type(row)._default_manager.filter(pk=row.pk).update(**changed)
    return bool(changed)


def _erase_file(file: SourceFile, erasing: Erasing, turns: set[str]) -> bool:
    old = bytes(file.data)
    data = erasing.file(old, file.encoding)
    heard = {
        key: told
        for key, told in file.heard.items()
        if key not in turns and not erasing.stands_in(" ".join(_strings(told)))
    }
    if data == old and heard == file.heard:
        return False
    SourceFile.objects.filter(pk=file.pk).update(
        data=data, size=len(data), sha256=sha256(data).hexdigest(), heard=heard
    )
    return True


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _strings(one)
        case dict():
            for one in value.values():
                yield from _strings(one)


def _erase_address(interview: Interview, erasing: Erasing) -> int:
    """An address that has the words leads nowhere any more, for readers have them there, too."""
    gone = [one.pk for one in interview.earlier_addresses.all() if erasing.stands_in(one.slug)]
    count = len(gone)
    SlugRedirect.objects.filter(pk__in=gone).delete()
    if erasing.stands_in(interview.slug):
        slug = f"interview-{interview.pk}-{timezone.now():%Y%m%d%H%M%S}"
        Interview.objects.filter(pk=interview.pk).update(slug=slug)
        interview.publications.update(slug=slug)
        interview.earlier_addresses.update(to=slug)
        rename(interview.pk, interview.slug, slug)
        count += 1
    return count


def _publish_anew(interview: Interview) -> None:
    for publication in interview.publications.all():
        publication.summary = Page.of(publication).summary
        Publication.objects.filter(pk=publication.pk).update(summary=publication.summary)
    current = interview.current_publication()
    if current is not None:
        release(current, prepare_publication(current))
    elif last := interview.publications.exclude(withdrawn_at=None).order_by("number").last():
        withdraw(interview.pk, last.withdrawn_note)


def _forget(made: ErasureRecord) -> None:
    """What nothing names any more goes out of storage, this process's memory and the database's files."""
    sweep(older_than=timedelta(0))
    lately.forget()
    made.is_cleared = clear_remains()
