"""The people and interviews of the tests that need a database."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.models import Group, Permission, User

from interviews.formats.base import Reading
from interviews.models import Interview
from interviews.services.importing import import_reading
from interviews.transcript.turns import Role, Speaker, Transcript
from tests.builders import a_transcript

ASKS, ANSWERS = "Editor", "Ada Field"

# Sound, but for the second question, which starts in lower case.
BRIDGE = (
    (ASKS, "You have inspected bridges for thirty years. What do you look at first?"),
    (ANSWERS, "The drains. A blocked drain tells me more about a bridge than its paint ever will."),
    (ASKS, "what frightens you most when you stand under one?"),
    (ANSWERS, "Silence from the people who maintain it. When nobody complains, nobody is looking."),
    (ASKS, "How long does one inspection take?"),
    (ANSWERS, "Half a day for a culvert, a week for a bridge over a river, and a month for the paperwork."),
    (ASKS, "Has a bridge ever surprised you?"),
    (ANSWERS, "Once. A stone arch from 1840 carried three times what its drawings promised."),
    (ASKS, "Why was that?"),
    (ANSWERS, "The mason had not trusted the drawings either. He built it twice as thick and told nobody."),
    (ASKS, "Who pays for a repair like that today?"),
    (ANSWERS, "The county pays. The county then waits for the state. The river does not wait for either."),
    (ASKS, "Would you drive over every bridge that you have seen?"),
    (ANSWERS, "I drive over all but two. I will not say which two. They know it."),
    (ASKS, "Will they be closed?"),
    (ANSWERS, "One of them is closed as of Monday. The other one is being watched by day and by night."),
)


def an_editor(name: str = "alice") -> User:
    """Somebody who may edit and publish everything, and write house rules."""
    user = User.objects.create_user(name)
    rights = ["change_interview", "add_publication", "change_houserule"]
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return user


# What the migration gives to its groups, for tests whose database was emptied in between.
ROLES = {
    "Reporter": ("change_own_interview",),
    "Editor": ("change_interview", "approve_interview"),
    "Publisher": ("change_interview", "approve_interview", "add_publication", "change_houserule"),
}


def a_member(role: str, name: str) -> User:
    """Somebody with one of the newsroom's roles."""
    group, _ = Group.objects.get_or_create(name=role)
    group.permissions.add(*Permission.objects.filter(codename__in=ROLES[role]))
    user = User.objects.create_user(name)
    user.groups.add(group)
    return user


def a_conversation(*turns: tuple[str | None, str]) -> Transcript:
    """A transcript in which one asks and one answers."""
    speakers = (
        Speaker(ASKS, Role.INTERVIEWER),
        Speaker(ANSWERS, Role.GUEST, "Ada Field", "bridge inspector"),
    )
    return replace(a_transcript(*(turns or BRIDGE)), speakers=speakers)


def an_interview(
    transcript: Transcript | None = None, *, by: User | None = None, title: str = "On bridges"
) -> Interview:
    """An interview with these turns, imported and checked as any other is."""
    transcript = transcript or a_conversation()
    text = "\n".join(turn.text for turn in transcript)
    reading = Reading("plain", text, "utf-8", transcript, pieces=())
    return import_reading(reading=reading, data=text.encode(), name="bridges.txt", by=by, title=title)


def keys(interview: Interview) -> list[str]:
    """The keys of an interview's turns, in order."""
    return [turn.key for turn in interview.transcript()]
