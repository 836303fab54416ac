"""Editors talk to each other about a place in an interview. Nothing of it is part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.models import Comment, Interview
from interviews.permissions import who_may_edit
from interviews.services.errors import EmptyComment, NoSuchTurn
from interviews.services.storing import lock
from interviews.text.cleaning import clean
from interviews.text.quoting import find_again

LONGEST = 4000  # code points of a comment
_QUOTED = 300  # of a turn that is commented on as a whole
# As Django lets logins be spelled, but for an @ inside; an address such as ann@example.org mentions nobody.
_MENTION = re.compile(r"(?<![\w@.+-])@([\w.+-]*\w)")


@dataclass(frozen=True, slots=True)
class Made:
    """A new comment, and the logins in it that nobody who may see it has."""

    comment: Comment
    unknown: tuple[str, ...]


def add_comment(
    *, interview: Interview, key: str, text: str, by: User, quote: str = "", near: int = 0
) -> Made:
    """Comment on a turn, or on the words of it that are quoted (``near``: where they start, code points).

    Raises NoSuchTurn, EmptyComment, and UnsafeText for what cannot be stored. Words that the turn does not
    have any more are kept as they were quoted.
    """
    text, quote = clean(text)[:LONGEST], clean(quote)
    if not text:
        raise EmptyComment
    with transaction.atomic():
        locked = lock(interview.pk)
        turn = locked.turns.in_place().filter(key=key).first()
        if turn is None:
            raise NoSuchTurn
        found = find_again(turn.text, quote, near=near)
        comment = Comment.objects.create(
            interview=locked,
            turn=turn,
            start=found.start if found else (near if quote else None),
            quote=found.of(turn.text) if found else (quote or _beginning(turn.text)),
            text=text,
            author=by,
        )
        people = {user.get_username().casefold(): user for user in who_may_edit(locked)}
        named = dict.fromkeys(name.casefold() for name in mentioned(text))
        comment.mentions.set([people[name] for name in named if name in people])
        return Made(comment, tuple(name for name in named if name not in people))


def resolve(*, comment: Comment, by: User) -> bool:
    """Say that a comment is dealt with; False where somebody has said so already."""
    now = timezone.now()
    return bool(
        Comment.objects.open().filter(pk=comment.pk).update(resolved_at=now, resolved_by=by, touched_at=now)
    )


def reopen(*, comment: Comment) -> bool:
    """Take a resolved comment up again; False where it is open."""
    return bool(
        Comment.objects.filter(pk=comment.pk)
        .exclude(resolved_at=None)
        .update(resolved_at=None, resolved_by=None, touched_at=timezone.now())
    )


def mentioned(text: str) -> Iterable[str]:
    """The logins that a comment names, as they are written there."""
    return _MENTION.findall(text)


def _beginning(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(maxsplit=1)[0] + " …"
