"""What can come between somebody and what they meant to do. Each message is a sentence for that person."""

from __future__ import annotations

from interviews.models import EditRecord, Flag, HouseRule, Interview, Turn
from interviews.transcript.filing import Filing


class Refused(Exception):
    """The action was not taken, and nothing was changed."""


class StaleEdit(Refused):
    """Somebody else changed the turn in between. ``turn`` is as it stands now, or None where it is gone."""

    def __init__(self, turn: Turn | None) -> None:
        super().__init__("Somebody else changed this turn while you were writing. Nothing of yours was lost.")
        self.turn = turn


class AlreadySettled(Refused):
    """The flag was settled in between."""

    def __init__(self, flag: Flag) -> None:
        super().__init__(f"“{flag.title}” has been settled already.")
        self.flag = flag


class NotDismissed(Refused):
    """Only what was called no problem can be opened again."""

    def __init__(self, flag: Flag) -> None:
        super().__init__(f"“{flag.title}” was not called “not a problem”, so it cannot be opened again.")
        self.flag = flag


class FixDoesNotFit(Refused):
    """The words that the fix is about have changed."""


class CannotArrange(Refused):
    """A turn cannot be split, joined, moved, put in or timed as it was asked for."""


class MayBeTwoPeople(Refused):
    """Two labels share a surname; only a person can say whether they are one."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"“{one}” and “{other}” share a surname and may be two people.")


class NothingToUndo(Refused):
    """This person has done nothing here that could be taken back."""

    def __init__(self) -> None:
        super().__init__("There is nothing of yours to undo in this interview.")


class CannotUndo(Refused):
    """Something came afterwards that is in the way. ``instead`` is the next older change that has nothing
    in its way."""

    def __init__(self, why: str, *, instead: EditRecord | None = None) -> None:
        super().__init__(why)
        self.instead = instead


class NothingToRedo(Refused):
    """This person took nothing back here, or has done something else since."""

    def __init__(self) -> None:
        super().__init__("There is nothing that you took back and could do again.")


class CannotRedo(Refused):
    """Somebody changed the same words meanwhile. ``instead`` is the next older undo that has nothing in its
    way."""

    def __init__(self, why: str, *, instead: EditRecord | None = None) -> None:
        super().__init__(why)
        self.instead = instead


class CannotRestore(Refused):
    """An earlier state cannot be brought back as it was asked for."""


class StaleRenewal(Refused):
    """The interview was changed while somebody looked at what a file says otherwise."""

    def __init__(self) -> None:
        super().__init__("Somebody changed the interview meanwhile. Look at what the file says once more.")


class NotReady(Refused):
    """The interview may not be published as it is."""


class AlreadyWithdrawn(Refused):
    """The page is not public any more."""


class AddressIsKnown(Refused):
    """Readers have the address already."""


class CannotErase(Refused):
    """Words cannot be erased as it was asked for."""


class CannotSchedule(Refused):
    """An interview cannot be set to be published as it was asked for."""


class AddressTaken(Refused):
    """Another interview has the address, or had it: readers may still follow it there."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"“{slug}” is or was the address of another interview. Choose another one.")


class CannotFile(Refused):
    """A series, a topic or a number is none that an interview could be filed under."""


class ShelfTaken(Refused):
    """Another series or topic has the name or the address, or had the address once."""


class StaleShelf(Refused):
    """Somebody else changed the series or topic in between."""

    def __init__(self, now: str) -> None:
        super().__init__(f"Somebody else changed this in between: it is “{now}” now. Nothing was saved.")


class StaleFiling(Refused):
    """Somebody else filed the interview in between. ``now`` is where it is filed."""

    def __init__(self, now: Filing) -> None:
        super().__init__(
            f"Somebody else filed this interview in between. Nothing was saved. Now: {now.said}."
        )
        self.now = now


class StaleRule(Refused):
    """Somebody else changed the house rule in between. ``rule`` is as it stands now."""

    def __init__(self, rule: HouseRule) -> None:
        super().__init__("Somebody else changed this rule in between. Nothing of yours was saved yet.")
        self.rule = rule


class NotNow(Refused):
    """The interview is at another stage by now."""

    def __init__(self, interview: Interview) -> None:
        super().__init__(
            f"Nothing was changed: the interview is {interview.get_status_display().lower()} by now."
        )


class UnderEmbargo(Refused):
    """It was promised that something does not go out before a time, which is still to come."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} Nothing was published.")


class OwnWork(Refused):
    """Somebody else has to approve: this newsroom wants four eyes on everything."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else has to approve this interview: you brought it in, are assigned to it, or sent it "
            "for review. Nothing was changed."
        )


class EmptyComment(Refused):
    """Nothing was written."""

    def __init__(self) -> None:
        super().__init__("The comment is empty. Write something first.")


class NoSuchTurn(Refused):
    """The turn is not in the transcript."""

    def __init__(self) -> None:
        super().__init__("There is no such turn in this interview any more. Choose another one.")


class TooManyFiles(Refused):
    """More was brought in one go than is read in one go."""

    def __init__(self, most: int) -> None:
        super().__init__(f"These are more than {most} files, the most that are read in one go. Bring fewer.")


class NothingToImport(Refused):
    """No file that could be read, such as an empty archive. ``why`` is a sentence."""

    def __init__(self, why: str = "There is no file in it that could be read.") -> None:
        super().__init__(why)
