"""Every key of the desk: the one table that binds them, fills the sheet and names them on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class Scope(StrEnum):
    """Where a key works."""

    DESK = "desk"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does. ``keys`` are as browsers name them (``KeyboardEvent.key``).

    A command with several keys tells them apart itself, such as the fixes of a card.
    """

    id: str
    keys: tuple[str, ...]
    says: str
    group: str
    scopes: tuple[Scope, ...] = (Scope.REVIEW,)

    @property
    def caps(self) -> tuple[str, ...]:
        """What is shown on the caps of its keys."""
        shown = tuple(_cap(key) for key in self.keys)
        return shown if len(shown) < 3 else (shown[0], "–", shown[-1])


def _cap(key: str) -> str:
    """ "Shift+Enter" as "⇧↵", "Alt+ArrowUp" as "Alt ↑"."""
    for name, sign in (
        ("Shift+", "⇧"),
        ("Enter", "↵"),
        ("ArrowUp", "↑"),
        ("ArrowDown", "↓"),
        ("Escape", "Esc"),
        ("Alt+", "Alt "),
        ("Ctrl+", "Ctrl "),
    ):
        key = key.replace(name, sign)
    return "Space" if key == " " else key


COMMANDS: tuple[Command, ...] = (
    Command("new", ("n",), "New interview", "Interviews", (Scope.DESK,)),
    Command("search", ("/",), "Search", "Interviews", (Scope.DESK,)),
    Command("next-flag", ("j",), "Next flag", "Flags"),
    Command("previous-flag", ("k",), "Previous flag", "Flags"),
    Command("first-fix", ("Enter",), "Take the first fix", "Flags"),
    Command("other-fix", ("2", "3", "4", "5", "6", "7", "8", "9"), "Take another fix", "Flags"),
    Command("settle-and-stay", ("Shift+Enter",), "Take the first fix and stay with the flag", "Flags"),
    Command("dismiss", ("x",), "Not a problem", "Flags"),
    Command("dismiss-with-note", ("X",), "Not a problem, with a note", "Flags"),
    Command("reopen", ("o",), "Open a settled flag again", "Flags"),
    Command("alike", ("a",), "Settle all of this kind", "Flags"),
    Command("filter", ("f",), "Narrow the queue", "Flags"),
    Command("undo", ("u",), "Undo what you did last", "Changes"),
    Command("redo", ("U",), "Do again what you took back", "Changes"),
    Command("edit", ("e",), "Edit the turn", "Turns"),
    Command("save-turn", ("Ctrl+Enter",), "Save what you write, and close", "Turns"),
    Command("close", ("Escape",), "Close: what you wrote is saved", "Turns"),
    Command("split", ("Alt+Enter",), "Split at the cursor, while you write", "Turns"),
    Command("to-turn", ("t",), "Go to the turn of the flag, and back", "Turns"),
    Command("turn-above", ("ArrowUp",), "Go to the turn above", "With a turn that has the focus"),
    Command("turn-below", ("ArrowDown",), "Go to the turn below", "With a turn that has the focus"),
    Command("choose", (" ",), "Select it, or no longer", "With a turn that has the focus"),
    Command("move-up", ("Alt+ArrowUp",), "Move it up", "With a turn that has the focus"),
    Command("move-down", ("Alt+ArrowDown",), "Move it down", "With a turn that has the focus"),
    Command("join-above", ("m",), "Join it to the one above", "With a turn that has the focus"),
    Command("join-below", ("M",), "Join the one below to it", "With a turn that has the focus"),
    Command("new-above", ("I",), "Put in a new turn above", "With a turn that has the focus"),
    Command("new-below", ("i",), "Put in a new turn below", "With a turn that has the focus"),
    Command("set-aside", ("d",), "Set it aside, or put it back", "With a turn that has the focus"),
    Command("comment", ("c",), "Comment on the turn, or on the selected words", "Working together"),
    Command("status", ("w",), "Where it stands: send on, send back, assign", "Working together"),
    Command("speakers", ("s",), "Speakers", "Tools"),
    Command("replace", ("/",), "Find and replace", "Tools"),
    Command("history", ("h",), "History", "Tools"),
    Command("keys", ("?",), "Show these keys", "Help", (Scope.DESK, Scope.REVIEW)),
)


def commands(scope: Scope) -> tuple[Command, ...]:
    """The commands that work there, in the order of the sheet."""
    return tuple(command for command in COMMANDS if scope in command.scopes)


def bindings(scope: Scope) -> dict[str, list[str]]:
    """Command to keys, as the page binds them."""
    return {command.id: list(command.keys) for command in commands(scope)}


def grouped(of: Iterable[Command]) -> list[tuple[str, list[Command]]]:
    """The commands by group, for the sheet."""
    return [(group, list(members)) for group, members in groupby(of, key=lambda command: command.group)]
