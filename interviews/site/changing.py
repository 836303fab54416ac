"""What was changed since the source, in words for readers: where, how and why.

A publication keeps places and reasons as the desk words them, in English; known ones are told in the
site's language, and any other as it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext, gettext_lazy, gettext_noop

from interviews.text.grouping import Group
from interviews.transcript.changes import Sort

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Later

HEADINGS: Mapping[Group, Later] = {
    Group.MEANING: gettext_lazy("Wording"),
    Group.SPEAKER: gettext_lazy("Who said it"),
    Group.DUPLICATE: gettext_lazy("Stood twice"),
    Group.FRAGMENT: gettext_lazy("Left-over pieces"),
    Group.SPELLING: gettext_lazy("Spelling and punctuation"),
    Group.ORDER: gettext_lazy("Order"),
}
# What it means that words are in a group, for somebody who never saw a transcript being made.
EXPLAINED: Mapping[Group, Later] = {
    Group.MEANING: gettext_lazy("An editor changed words, added some or took some out."),
    Group.SPEAKER: gettext_lazy("The words are the same; they stood under another name before."),
    Group.DUPLICATE: gettext_lazy(
        "These words came into the transcript twice when it was made. Nobody said them twice, and they stand "
        "once now."
    ),
    Group.FRAGMENT: gettext_lazy(
        "Broken-off pieces and lines that are not speech, left over from how the transcript was made."
    ),
    Group.SPELLING: gettext_lazy("The words are the same; they were written otherwise."),
    Group.ORDER: gettext_lazy("Passages were moved or put together. Their words are the same."),
}
DONE: Mapping[Sort, Later] = {
    Sort.SET_ASIDE: gettext_lazy("taken out"),
    Sort.RESTORED: gettext_lazy("put back in"),
    Sort.WORDS: gettext_lazy("words changed"),
    Sort.SPEAKER: gettext_lazy("given to another speaker"),
    Sort.JOINED: gettext_lazy("joined to another turn"),
    Sort.ADDED: gettext_lazy("added"),
    Sort.MOVED: gettext_lazy("moved"),
    Sort.TIMES: gettext_lazy("times changed"),
}
# As ``Transcript.where`` and ``transcript.heading`` name places.
_PLACES = (
    (re.compile(r"turn (?P<number>\d+)"), gettext_lazy("turn %(number)s")),
    (re.compile(r"background paragraph (?P<number>\d+)"), gettext_lazy("background paragraph %(number)s")),
    (re.compile(r"the title"), gettext_lazy("the title")),
    (re.compile(r"the standfirst"), gettext_lazy("the standfirst")),
    (re.compile(r"the name of (?P<name>.+)", re.DOTALL), gettext_lazy("the name of %(name)s")),
)
# Why detectors, editors and readers of files set something aside.
_REASONS = frozenset(
    {
        gettext_noop("a column that is no transcript"),
        gettext_noop("a fragment of a sentence"),
        gettext_noop("a line of the transcription service"),
        gettext_noop("a note in the file"),
        gettext_noop("a paragraph without a speaker"),
        gettext_noop("a remark between the turns"),
        gettext_noop("answers a question asked twice"),
        gettext_noop("behind the end of the interview"),
        gettext_noop("closing said twice"),
        gettext_noop("continued past the end"),
        gettext_noop("facts about the interview"),
        gettext_noop("fragment on its own"),
        gettext_noop("front matter"),
        gettext_noop("hashtags"),
        gettext_noop("heading"),
        gettext_noop("invented by the recogniser"),
        gettext_noop("no longer in the file"),
        gettext_noop("not dialogue"),
        gettext_noop("question asked twice"),
        gettext_noop("repeated in the next caption"),
        gettext_noop("said over and over"),
        gettext_noop("said twice"),
        gettext_noop("set aside by an editor"),
        gettext_noop("standfirst"),
        gettext_noop("the head of the file"),
        gettext_noop("title"),
        gettext_noop("words outside the captions"),
    }
)


def place(where: str) -> str:
    """Where a change is."""
    for pattern, words in _PLACES:
        if found := pattern.fullmatch(where):
            return words % found.groupdict()
    return where


def reason(why: str) -> str:
    """Why something was set aside."""
    return gettext(why) if why in _REASONS else why
