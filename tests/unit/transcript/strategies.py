"""Any transcript, and any edit that fits it."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from interviews.transcript.edits import (
    DescribeSpeaker,
    Edit,
    InsertTurn,
    MergeTurns,
    MoveTurn,
    RemoveTurn,
    RenameSpeaker,
    Restore,
    SetAside,
    SetSpeaker,
    SetText,
    SetTimes,
    SplitTurn,
    known_of,
)
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn

NEW_KEY = "new"

# Few letters, so that texts often agree; other scripts, marks, astral and odd spaces among them.
texts = st.text(alphabet="ab .é\u0301漢😀\u00a0\n’", max_size=12) | st.text(max_size=12)
labels = st.sampled_from(["Ana", "Ben", "ana", "", None])
names = st.sampled_from(["Ana", "Ben", "Cho"])
reasons = st.sampled_from(["said twice", "not dialogue"])
times = st.none() | st.integers(min_value=0, max_value=9_000_000)
spaces = st.sampled_from(["", " ", "\n", " \u00a0 "])


def turns(key: st.SearchStrategy[str], said: st.SearchStrategy[str] = texts) -> st.SearchStrategy[Turn]:
    return st.builds(
        Turn,
        key=key,
        text=said,
        speaker=labels,
        start=times,
        end=times,
        aside=st.just("") | reasons,
        part=st.sampled_from(Part),
    )


speakers = st.builds(
    Speaker,
    name=names,
    role=st.sampled_from(Role),
    full_name=texts,
    description=texts,
    aliases=st.lists(names, max_size=2).map(tuple),
)


@st.composite
def transcripts(draw: DrawFn, min_size: int = 0) -> Transcript:
    size = draw(st.integers(min_size, 6))
    keys = draw(st.permutations("123456789"))[:size]
    return Transcript(
        turns=tuple(draw(turns(st.just(key))) for key in keys),
        speakers=tuple(draw(st.lists(speakers, max_size=2))),
        language=draw(st.sampled_from(["en", "de-AT", "ja"])),
        title=draw(texts),
    )


@st.composite
def fitting_edits(
    draw: DrawFn, transcript: Transcript, new_key: str = NEW_KEY, said: st.SearchStrategy[str] = texts
) -> Edit:
    """An edit of any of the twelve sorts that applies to the transcript; what it says anew is drawn."""
    makers: list[Callable[[], Edit]] = []
    if transcript.turns:
        turn = draw(st.sampled_from(transcript.turns))
        before = transcript.before(turn.key)
        places = [None, *(other.key for other in transcript if other is not turn)]
        makers += [
            lambda: SetText(turn.key, turn.text, draw(said)),
            lambda: _split(draw, transcript, turn, new_key),
            lambda: MoveTurn(turn.key, before, draw(st.sampled_from(places))),
            lambda: SetSpeaker(turn.key, turn.speaker, draw(labels)),
            lambda: RemoveTurn(turn, before),
            lambda: SetTimes(turn.key, (turn.start, turn.end), (draw(times), draw(times))),
            lambda: Restore(turn.key, turn.aside) if turn.aside else SetAside(turn.key, draw(reasons)),
        ]
        if before is not None:
            makers.append(lambda: _merge(draw, transcript, turn, before))
        if turn.speaker is not None:
            makers.append(lambda: _renaming(draw, transcript, turn.speaker or ""))
    if transcript.speakers:
        speaker = draw(st.sampled_from(transcript.speakers))
        first = transcript.speaker(speaker.name) or speaker
        told = draw(st.sampled_from(Role)).value, draw(texts), draw(texts)
        makers.append(lambda: DescribeSpeaker(first.name, known_of(first), told))
    makers.append(lambda: _insertion(draw, transcript, draw(turns(st.just(new_key), said))))
    return draw(st.sampled_from(makers))()


def _insertion(draw: DrawFn, transcript: Transcript, turn: Turn) -> InsertTurn:
    places = [None, *(other.key for other in transcript)]
    return InsertTurn(turn, draw(st.sampled_from(places)))


def _split(draw: DrawFn, transcript: Transcript, turn: Turn, new_key: str) -> SplitTurn:
    """A cut at any place; the white space before it goes between."""
    at = draw(st.integers(min_value=0, max_value=len(turn.text)))
    head = turn.text[:at].rstrip()
    other = draw(turns(st.just(new_key)))
    other = Turn(new_key, turn.text[at:], other.speaker, other.start, other.end, other.aside, other.part)
    after = draw(st.sampled_from([some.key for some in transcript]))
    return SplitTurn(turn.key, turn.text[len(head) : at], other, turn.end, draw(times), after)


def _merge(draw: DrawFn, transcript: Transcript, other: Turn, before: str) -> MergeTurns:
    turn = draw(st.sampled_from([some for some in transcript if some is not other]))
    return MergeTurns(turn.key, draw(spaces), other, turn.end, draw(times), before)


def _renaming(draw: DrawFn, transcript: Transcript, label: str) -> RenameSpeaker:
    bearers = [turn.key for turn in transcript if turn.speaker == label]
    keys = draw(st.lists(st.sampled_from(bearers), unique=True, min_size=1))
    return RenameSpeaker(label, draw(names), tuple(keys))
