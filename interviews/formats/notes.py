"""What a writer put between the turns and behind them: scenes, captions, what became of the matter.

It is, behind the first label and where no colon before it announces it:

* a paragraph in round brackets as a whole, in italics or not; where it is short, it tells what happened at
  that moment, as "(laughter)" does; or several paragraphs in one bracket;
* one in italics, where no label names the speakers. Where labels do, italics are what was played or read
  out (in all six published transcripts that have such paragraphs), and only what a chair's clerk writes is a
  note: "*Sitting suspended.*";
* behind the last turn, from the first paragraph on that the editors must have written: a correction, a
  caption, notes, who wrote this, in several languages (``remarks``), or a table; what follows the line that
  says that it ends is set aside;
* the heading above a table or a list, and verse behind a note;
* at the end, and behind a heading, what nobody there can have said: a paragraph without a label, of whole
  sentences in the third person, in a language whose verbs need a pronoun, in a file in which hardly any
  paragraph goes on without a label.

The last paragraphs in brackets or italics are set aside where labels name the speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from interviews.formats.headings import is_short
from interviews.formats.paragraphs import Paragraph
from interviews.formats.remarks import is_the_end, opens_the_closing
from interviews.formats.setting import FEWEST, in_brackets, in_italics
from interviews.formats.sorting import Sort, ends_sentence, starts_lower
from interviews.text.telling import told_language
from interviews.text.words import folded_words

_IN_BRACKETS = 4  # paragraphs
_HEADS_OF_TABLES = 2  # paragraphs
_HEAD_OF_A_TABLE = 8  # words
_LEAST = 5  # words of a sentence about others; "So it goes." may be said
HABIT = 3  # paragraphs that go on without a label; here unless ten times as many have one
_RARE = 10
_CLERK = re.compile(
    r"\W*(?:(?:sitting|session|meeting|hearing|committee)\b.*\b(?:suspended|adjourned)|on\ resuming)\b.*",
    re.I,
)
_SET_OFF = re.compile(r"\*[^*]+\*|_[^_]+_|\([^()]+\)|\[[^\[\]]+\]")
_FULL_STOP = re.compile(r"[.。][\"”’»)\]*_]*$")
# Who speaks to somebody says one of these, or may.
_SPOKEN = {
    language: frozenset(words.split())
    for language, words in {
        "en": "i me my mine myself we us our ours ourselves you your yours yourself yes no well oh okay ok "
        "thanks thank please hello goodbye bye sorry it's that's there's here's don't let's",
        "de": "ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer du "
        "dich dir dein deine euch euer ja nein danke bitte",
        "fr": "je j me m moi mon ma mes nous notre nos vous votre vos tu te t toi ton ta tes oui non "
        "merci c'est",
    }.items()
}
_GOES_ON = frozenset("and but so or because und aber denn oder et mais ou parce".split())
_YOU = re.compile(r"(?<=[\w,] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b")  # German, where no sentence begins


def mark_notes(paragraphs: Sequence[Paragraph], *, by_labels: bool = True) -> None:
    """Tell notes between the turns, by their sort; ``by_labels`` says whether labels tell the speakers."""
    first = next((place for place, one in enumerate(paragraphs) if one.sort is Sort.SPEECH), None)
    if first is None:
        return
    if by_labels:
        for one in takewhile(_is_set_off_last, reversed(paragraphs)):
            one.sort = Sort.AFTER
    _mark_long_brackets(paragraphs[first:])
    _mark_around_tables(paragraphs[first:])
    _mark_closing(paragraphs)
    for before, one in pairwise(paragraphs[first:]):
        if one.verse and before.sort is Sort.NOTE:
            one.sort = Sort.NOTE
        if one.verse or one.sort not in (Sort.UNLABELLED, Sort.STAGE) or before.text.endswith((":", "：")):
            continue
        italic = one.italic or in_italics(one.text)
        if in_brackets(one.text):
            one.sort = Sort.NOTE if len(one.text.split()) >= FEWEST else Sort.STAGE
        elif italic and (not by_labels or _CLERK.fullmatch(one.text)):
            one.sort = Sort.NOTE


def _mark_long_brackets(paragraphs: Sequence[Paragraph]) -> None:
    """Tell a note in one bracket around several paragraphs: what was read out, and who read it."""
    for place, one in enumerate(paragraphs):
        if one.sort is not Sort.UNLABELLED or not one.text.startswith("("):
            continue
        run = list(
            takewhile(lambda more: more.sort is Sort.UNLABELLED, paragraphs[place : place + _IN_BRACKETS])
        )
        for end in range(2, len(run) + 1):
            if in_brackets("".join(more.text for more in run[:end])):
                for more in run[:end]:
                    more.sort = Sort.NOTE


def _mark_around_tables(paragraphs: Sequence[Paragraph]) -> None:
    """Tell the heading above a table or a list, which may be two paragraphs: a title and its units."""
    for place, table in enumerate(paragraphs):
        above = reversed(paragraphs[max(0, place - _HEADS_OF_TABLES) : place])
        for one in takewhile(_heads_a_table, above) if table.sort is Sort.TABLE else ():
            one.sort = Sort.NOTE


def _heads_a_table(one: Paragraph) -> bool:
    if one.sort not in (Sort.UNLABELLED, Sort.STAGE) or one.begins or one.verse:
        return False
    words = one.text.split()
    told = is_short(one.text) or any(map(str.isdigit, one.text))
    return in_brackets(one.text) or (told and len(words) <= _HEAD_OF_A_TABLE)


def _mark_closing(paragraphs: Sequence[Paragraph]) -> None:
    """Tell what stands behind the last turn from the first paragraph on that nobody there can have said."""
    behind = list(takewhile(lambda one: one.sort is not Sort.SPEECH, reversed(paragraphs)))[::-1]
    sort = Sort.UNLABELLED
    for one in behind:
        if is_the_end(one.text):
            sort = Sort.AFTER
        elif sort is Sort.UNLABELLED and (one.sort is Sort.TABLE or opens_the_closing(one.text)):
            sort = Sort.NOTE
        if sort is not Sort.UNLABELLED and one.sort in (Sort.UNLABELLED, Sort.STAGE):
            one.sort = sort


def _is_set_off_last(last: Paragraph) -> bool:
    """Whether a last paragraph without a label is set off: "*The museum opens at ten on Sundays.*"."""
    text = last.text
    set_off = last.italic or _SET_OFF.fullmatch(text) is not None or in_italics(text)
    return last.sort in (Sort.UNLABELLED, Sort.STAGE) and set_off and len(text.split()) >= FEWEST


def mark_told(paragraphs: Sequence[Paragraph]) -> None:
    """Tell, by their sort, the last paragraphs without a label that nobody there can have said, and such a
    one behind a heading. Those that go on are counted beforehand: see ``continuing``."""
    first = next((place for place, one in enumerate(paragraphs) if one.sort is Sort.SPEECH), len(paragraphs))
    spoken = [one for one in paragraphs if one.sort is Sort.SPEECH]
    unlabelled = [one for one in paragraphs[first:] if one.sort is Sort.UNLABELLED]
    if not unlabelled or (len(unlabelled) >= HABIT and len(unlabelled) * _RARE > len(spoken)):
        return
    language = told_language(one.text for one in spoken)
    for before, one in pairwise(paragraphs[first:]):
        if before.sort is Sort.HEADING and one.sort is Sort.UNLABELLED and _is_about_others(one, language):
            one.sort = Sort.NOTE
    if not spoken[-1].words or not ends_sentence(spoken[-1].words[-1]):
        return
    for one in takewhile(lambda one: one.sort is not Sort.SPEECH, reversed(paragraphs)):
        if one.sort is Sort.UNLABELLED:
            if not _is_about_others(one, language):
                return
            one.sort = Sort.NOTE


def _is_about_others(one: Paragraph, language: str) -> bool:
    """Whether a paragraph is of whole sentences in the third person."""
    text = one.text
    words = folded_words(text)
    if one.begins or language not in _SPOKEN or len(words) < _LEAST:
        return False
    if starts_lower(text) or not _FULL_STOP.search(text):
        return False
    parts = {part for word in words for part in (word, word.partition("'")[0])}
    if words[0] in _GOES_ON:
        return False
    return parts.isdisjoint(_SPOKEN[language]) and not (language == "de" and _YOU.search(text))
