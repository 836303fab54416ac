"""Every key of the desk: the one table that binds them, fills the sheet and names them on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby


class KeyUnknown(ValueError):
    """No key has this name, or the browser needs it. The message is a sentence for whoever chose it."""


class KeyTaken(ValueError):
    """Two commands would have the same key. The message is a sentence for whoever chose it."""


# One sign, or a named key. Tab, Escape and Enter alone move about, close, and press what has the focus.
_HELD = r"(?:Ctrl\+)?(?:Alt\+)?"
_NAMED = r"Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown|F[1-9]|F1[0-2]|Insert|Delete|Backspace"
_KEY = re.compile(rf"{_HELD}[^\s]|{_HELD}(?:Shift\+)?(?:{_NAMED})|(?:Ctrl\+|Alt\+|Shift\+)+Enter|Enter|[ ]")


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
    is_fixed: bool = False  # belongs to the field or the list it works in, and stays as it is

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
        ("Alt+", "Alt "),
        ("Ctrl+", "Ctrl "),
        ("Escape", "Esc"),
    ):
        key = key.replace(name, sign)
    return "Space" if key == " " else key


_WITH_A_TURN = "With a turn that has the focus"

COMMANDS: tuple[Command, ...] = (
    Command("new", ("n",), "New interview", "Interviews", (Scope.DESK,)),
    Command("search", ("/",), "Search", "Interviews", (Scope.DESK,)),
    Command("next-flag", ("j",), "Next flag", "Flags"),
    Command("previous-flag", ("k",), "Previous flag", "Flags"),
    Command("first-fix", ("Enter",), "Take the first fix", "Flags"),
    Command(
        "other-fix", ("2", "3", "4", "5", "6", "7", "8", "9"), "Take another fix", "Flags", is_fixed=True
    ),
    Command("settle-and-stay", ("Shift+Enter",), "Take the first fix and stay with the flag", "Flags"),
    Command("dismiss", ("x",), "Not a problem", "Flags"),
    Command("dismiss-with-note", ("X",), "Not a problem, with a note", "Flags"),
    Command("reopen", ("o",), "Open a settled flag again", "Flags"),
    Command("alike", ("a",), "Settle all of this kind", "Flags"),
    Command("filter", ("f",), "Narrow the queue", "Flags"),
    Command("undo", ("u",), "Undo what you did last", "Changes"),
    Command("redo", ("U",), "Do again what you took back", "Changes"),
    Command("edit", ("e",), "Edit the turn", "Turns"),
    Command("save-turn", ("Ctrl+Enter",), "Save or send what you write", "Turns", is_fixed=True),
    Command("close", ("Escape",), "Close: what you wrote is saved or kept", "Turns", is_fixed=True),
    Command("split", ("Alt+Enter",), "Split at the cursor, while you write", "Turns", is_fixed=True),
    Command("to-turn", ("t",), "Go to the turn of the flag, and back", "Turns"),
    Command("turn-above", ("ArrowUp",), "Go to the turn above", _WITH_A_TURN, is_fixed=True),
    Command("turn-below", ("ArrowDown",), "Go to the turn below", _WITH_A_TURN, is_fixed=True),
    Command("choose", (" ",), "Select it, or no longer", _WITH_A_TURN),
    Command("move-up", ("Alt+ArrowUp",), "Move it up", _WITH_A_TURN),
    Command("move-down", ("Alt+ArrowDown",), "Move it down", _WITH_A_TURN),
    Command("join-above", ("m",), "Join it to the one above", _WITH_A_TURN),
    Command("join-below", ("M",), "Join the one below to it", _WITH_A_TURN),
    Command("new-above", ("I",), "Put in a new turn above", _WITH_A_TURN),
    Command("new-below", ("i",), "Put in a new turn below", _WITH_A_TURN),
    Command("set-aside", ("d",), "Set it aside, or put it back", _WITH_A_TURN),
    Command("comment", ("c",), "Comment on the turn, or on the selected words", "Working together"),
    Command("status", ("w",), "Where it stands: send on, send back, assign", "Working together"),
    Command("speakers", ("s",), "Speakers", "Tools"),
    Command("replace", ("/",), "Find and replace", "Tools"),
    Command("history", ("h",), "History", "Tools"),
    Command("keys", ("?",), "Show these keys", "Help", (Scope.DESK, Scope.REVIEW)),
)


def commands(scope: Scope, chosen: Mapping[str, str] | None = None) -> tuple[Command, ...]:
    """The commands that work there, in the order of the sheet, with the keys that somebody chose instead."""
    own = chosen or {}
    return tuple(
        replace(command, keys=(own[command.id],)) if command.id in own and not command.is_fixed else command
        for command in COMMANDS
        if scope in command.scopes
    )


def bindings(scope: Scope, chosen: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    """Command to keys, as the page binds them."""
    return {command.id: list(command.keys) for command in commands(scope, chosen)}


def caps(chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """What is shown on the cap of each command with one key."""
    every = (command for scope in Scope for command in commands(scope, chosen))
    return {command.id: command.caps[0] for command in every if len(command.keys) == 1}


def checked(wanted: Mapping[str, str]) -> dict[str, str]:
    """The keys that differ from the table's, by command. Raises KeyTaken and KeyUnknown, in a sentence."""
    own = {}
    for command in COMMANDS:
        key = wanted.get(command.id, "")
        if command.is_fixed or not key or (key,) == command.keys:
            continue
        if not _KEY.fullmatch(key):
            raise KeyUnknown(f"“{key[:20]}” is no key that can be used for “{command.says}”.")
        own[command.id] = key
    for scope in Scope:
        taken: dict[str, Command] = {}
        for command in commands(scope, own):
            for key in command.keys:
                if key in taken:
                    both = f"“{taken[key].says}” and “{command.says}”"
                    raise KeyTaken(f"“{_cap(key)}” would be both {both}. Choose another key.")
                taken[key] = command
    return own


def grouped(of: Iterable[Command]) -> list[tuple[str, list[Command]]]:
    """The commands by group, for the sheet."""
    return [(group, list(members)) for group, members in groupby(of, key=lambda command: command.group)]
