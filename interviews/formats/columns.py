"""Which column of a table holds who speaks, what is said and when: by its heads, else by what is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from interviews.formats.labels import is_name
from interviews.formats.times import time_alone

Rows = Sequence[Sequence[str]]

# What heads such columns in the languages of the newsrooms we know of; case and marks do not count.
_HEADS = {
    "speaker": frozenset(
        (
            "speaker|speakers|speaker name|speaker label|name|who|person|participant|voice|role|sprecher"
            "|sprecher in"
            "|sprecherin|sprechende|sprechende person|wer|redner|locuteur|locutrice|intervenant"
            "|intervenante|qui|nom|hablante|orador|quien|quién|nombre|interlocutor|parlante|oratore|chi|nome|falante|locutor"
            "|quem|spreker|wie|naam|talare|vem|namn|taler|hvem|navn|puhuja|mówca|kto|mluvčí|говорящий|спикер"
            "|кто|имя|спікер|ομιλητής|konuşmacı|说话人|发言人|發言人|話者|発言者|화자"
        )
        .casefold()
        .split("|")
    ),
    "text": frozenset(
        (
            "text|texts|transcript|transcription|content|contents|utterance|sentence|words|what|body|dialogue"
            "|dialog|speech|caption|subtitle|line|message|quote|said|transkript|transkription|gesagt|was|inhalt"
            "|äußerung|texte|paroles|propos|contenu|texto|transcripción|transcripcion|contenido|testo"
            "|trascrizione|contenuto|transcrição|conteúdo|tekst|transcriptie|inhoud|transkripsjon|litteratti"
            "|teksti|treść|wypowiedź|přepis|текст|реплика|расшифровка|κείμενο|metin|文本|内容|內容|本文|発言|텍스트"
        )
        .casefold()
        .split("|")
    ),
    "start": frozenset(
        (
            "start|starts|start time|starttime|begin|begins|from|time|times|timestamp|time stamp|timecode"
            "|time code|tc|in|tc in|anfang|beginn|startzeit|zeit|von|zeitstempel|début|debut|temps|heure"
            "|minutage|inicio|tiempo|minuto|inizio|tempo|início|tijd|begintijd|tid|aika|czas|čas|время|начало"
            "|χρόνος|zaman|时间|開始|時間|시간"
        )
        .casefold()
        .split("|")
    ),
    "end": frozenset(
        (
            "end|ends|end time|endtime|to|until|out|tc out|stop|ende|endzeit|bis|fin|fine|fim|einde|eindtijd"
            "|slut|slutt|loppu|koniec|konec|конец|τέλος|bitiş|结束|終了|종료"
        )
        .casefold()
        .split("|")
    ),
}
_UNIT = re.compile(r"\s*[\[(]?\b(ms|msec|millis|milliseconds|s|sec|secs|seconds)\b[\])]?\s*$")
_MARKS = re.compile(r"[\s_.:*#-]+")
_LOOK = 200  # rows that are looked at
_MOST = 0.8  # of the cells of a column that hold anything
_LONGEST_NAME = 60  # code points
_SHORTEST_TEXT = 12  # code points on average


class Columns(NamedTuple):
    """The places of the columns, from 0; ``heads`` says that the first row names them.

    ``milliseconds`` says that a head names this unit.
    """

    text: int
    speaker: int | None = None
    start: int | None = None
    end: int | None = None
    heads: bool = False
    milliseconds: bool = False

    @property
    def told(self) -> frozenset[int]:
        """The columns that are known."""
        return frozenset(place for place in self[:4] if place is not None)


def columns(rows: Rows) -> Columns | None:
    """What the columns of a table hold, or None where it is no transcript.

    Without heads, a transcript has at least two rows, a column of long texts, and beside it one of times,
    or one of names of which some recur.
    """
    return by_heads(rows[0]) or _by_content(rows[:_LOOK]) if rows else None


def by_heads(row: Sequence[str]) -> Columns | None:
    """The columns as a first row names them: a text, and beside it a speaker or a time."""
    found: dict[str, int] = {}
    milliseconds = False
    for place, head in enumerate(row[:50]):
        if len(head) > 40:
            return None
        bare = _MARKS.sub(" ", head.casefold()).strip()
        unit = _UNIT.search(bare)
        bare = _UNIT.sub("", bare) or bare
        what = next((what for what, heads in _HEADS.items() if bare in heads), None)
        if what is not None and what not in found:
            found[what] = place
            milliseconds = milliseconds or (unit is not None and unit.group(1).startswith("m"))
    if "text" not in found or len(found) < 2:
        return None
    return Columns(**found, heads=True, milliseconds=milliseconds)


def _by_content(rows: Rows) -> Columns | None:
    if len(rows) < 2 or len({len(row) for row in rows}) > 2:
        return None
    width = max(len(row) for row in rows)
    if not 2 <= width <= 12:
        return None
    by_column = [[row[place].strip() if place < len(row) else "" for row in rows] for place in range(width)]
    times = [place for place in range(width) if _times(by_column[place]) >= _MOST]
    rest = [place for place in range(width) if place not in times]
    text = max(rest, key=lambda place: sum(map(len, by_column[place])), default=None)
    if text is None or sum(map(len, by_column[text])) < _SHORTEST_TEXT * len(rows):
        return None
    speaker = next((place for place in rest if place != text and _names(by_column[place])), None)
    if speaker is None and not times:
        return None
    return Columns(text, speaker, times[0] if times else None, times[1] if len(times) > 1 else None)


def _times(cells: Sequence[str]) -> float:
    """The share of the filled cells that hold a time and nothing else."""
    filled = [cell for cell in cells if cell]
    return sum(time_alone(cell) is not None for cell in filled) / len(filled) if filled else 0.0


def _names(cells: Sequence[str]) -> bool:
    filled = [cell.removesuffix(":").strip() for cell in cells if cell]
    if any(len(cell) > _LONGEST_NAME or not is_name(cell) for cell in filled):
        return False
    return 0 < len(set(filled)) < len(filled)
