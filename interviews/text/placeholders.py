"""Labels that are nobody's name: "Speaker 1" and "Unknown", where one will stand, and "Editor", a part."""

from __future__ import annotations

import re

from interviews.text.folding import fold_word
from interviews.transcript.turns import Transcript

# Labels that name a part and not a person; numbers and letters tell them apart.
PART = frozenset(
    "speaker caller guest host interviewer interviewee moderator audience member question questioner "
    "male female man woman voice participant panelist narrator announcer reporter editor operator "
    "unknown unidentified student q a all both everyone crowd multiple various other person".split()
)
# How recognisers and typists call whom they cannot name, in other words and languages.
_ELSEWHERE = frozenset(
    "spk ch channel track nn sprecher sprecherin befragter befragte unbekannt unbekannte gast "
    "locuteur locutrice intervenant intervenante inconnu inconnue hablante entrevistado entrevistada "
    "desconocido desconocida falante desconhecido spreker onbekend "
    "说话人 发言人 話者 発言者 화자 참석자".split()
)
# Newsrooms that do not name who asks, or who is one of many, have these on the page on purpose.
_ENOUGH_ALONE = frozenset(
    "interviewer host moderator editor reporter questioner question q narrator announcer operator audience "
    "member all both everyone crowd multiple various caller student".split()
)
# What else a newsroom calls whoever asks, answers or listens, in the languages of its pages.
_PARTS = frozenset(
    map(
        fold_word,
        "newsroom staff desk journalist presenter anchor correspondent chair chairperson facilitator co "
        "respondent answer editorial team redaktion redakteur redakteurin moderation moderatorin "
        "interviewerin reporterin journalistin gastgeber gastgeberin fragesteller fragestellerin frage "
        "antwort erzähler erzählerin publikum rédaction rédacteur rédactrice intervieweur intervieweuse "
        "journaliste animateur animatrice présentateur présentatrice modérateur modératrice narrateur "
        "narratrice réponse invité invitée public".split(),
    )
)
_ARTICLES = frozenset("the der die das le la l les".split())
_PIECE = re.compile(r"[^\W\d_]+|\d+")


def is_placeholder(label: str) -> bool:
    """Whether a label is nobody's name. A part alone, such as "Editor", may be how a newsroom wants it; with
    a number or a letter it is one of several whose names are missing."""
    pieces = [fold_word(piece) for piece in _PIECE.findall(label)]
    words = [piece for piece in pieces if not piece.isdecimal() and piece != "the"]
    if not words:
        return True
    known = [word for word in words if word in PART or word in _ELSEWHERE]
    letters = [word for word in words if len(word) == 1 and word not in known]
    if len(known) + len(letters) < len(words):
        return False
    numbered = any(piece.isdecimal() for piece in pieces)
    if not known:
        return numbered and len(words) == 1  # "S. 1"
    return numbered or bool(letters) or not set(known) <= _ENOUGH_ALONE


def names_nobody(label: str) -> bool:
    """Whether a label is no author: a placeholder, or a part alone, such as "Editor", that stands on the page
    on purpose and is still nobody to be cited."""
    words = {fold_word(piece) for piece in _PIECE.findall(label)} - _ARTICLES
    return is_placeholder(label) or (bool(words) and words <= PART | _ELSEWHERE | _PARTS)


def unnamed(transcript: Transcript) -> list[str]:
    """Whom readers would read by a placeholder, in the order in which they first speak."""
    labels = dict.fromkeys(turn.speaker for turn in transcript.dialogue if turn.speaker and not turn.aside)
    return [name for label in labels if is_placeholder(name := transcript.called(label))]
