"""What the review desk shows, gathered once for a request: turns with their marks, and the queue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from interviews.detectors.kinds import Kind, Severity
from interviews.models import Flag, Interview, Speaker
from interviews.models.turn import TurnRow
from interviews.transcript.turns import Part
from interviews.views.cards import Card
from interviews.views.filtering import STATES, TONES, Filter
from interviews.views.marking import Mark
from interviews.views.shown import SEAM, ShownTurn

LISTED = 50  # other flags in the queue


@dataclass
class Screen:
    """One interview at the review desk. A constant number of queries, however long it is."""

    interview: Interview
    wanted: int | None = None  # the flag that was asked for
    after: Flag | None = None  # go to the first open card behind this flag, which was just settled
    only: Filter = Filter()  # which flags the queue shows; the text shows the marks of all

    # Read at once, so that the state before a change stays what it was.
    rows: list[TurnRow] = field(init=False)
    flags: list[Flag] = field(init=False)
    speakers: dict[int, Speaker] = field(init=False)
    comments: dict[int, int] = field(init=False)  # how many are open at a turn, by its id

    def __post_init__(self) -> None:
        self.rows = self.interview.turns.in_place().as_rows()
        self.comments = self.interview.comments.open().count_by_turn()
        # What only the open card shows is read for that card alone.
        listed = self.interview.flags.counted().in_order_of_weight()
        listed = listed.select_related("turn").defer("fixes", "evidence", "reason", "quote")
        self.flags = list(listed)
        self.speakers = {speaker.pk: speaker for speaker in self.interview.speakers.all()}

    @cached_property
    def labels(self) -> list[Speaker]:
        """The speakers who have a turn."""
        used = {row.speaker_id for row in self.rows}
        return [speaker for pk, speaker in self.speakers.items() if pk in used]

    @cached_property
    def numbers(self) -> dict[str, int]:
        dialogue = (row.key for row in self.rows if row.part == Part.DIALOGUE.value)
        return {key: number for number, key in enumerate(dialogue, start=1)}

    @cached_property
    def places(self) -> dict[str, str]:
        """How sentences name each turn, such as "turn 17", by its key."""
        around = (row.key for row in self.rows if row.key not in self.numbers)
        paragraphs = {key: f"background paragraph {place}" for place, key in enumerate(around, start=1)}
        return paragraphs | {key: f"turn {number}" for key, number in self.numbers.items()}

    def _title(self, flag: Flag) -> str:
        return flag.told_today(flag.title, self.places)

    @property
    def comment_count(self) -> int:
        return sum(self.comments.values())

    # The queue -----------------------------------------------------------------------------------

    @cached_property
    def open(self) -> list[Flag]:
        return [flag for flag in self.flags if flag.is_open]

    @cached_property
    def waiting(self) -> list[Flag]:
        """The open ones that the queue shows."""
        return [flag for flag in self.open if self.only.shows(flag)]

    @cached_property
    def cards(self) -> list[Flag]:
        """Those that have a card of their own; the parts of an open incident stand on its card."""
        open_heads = {flag.pk for flag in self.waiting if flag.has_parts}
        return [flag for flag in self.waiting if flag.head_id not in open_heads]

    @cached_property
    def settled(self) -> list[Flag]:
        return [flag for flag in self.flags if not flag.is_open]

    @cached_property
    def shown(self) -> list[Flag]:
        """All that the filter lets through, settled ones too."""
        return [flag for flag in self.flags if self.only.shows(flag)]

    @property
    def progress(self) -> str:
        """How far the work is, in words."""
        if not self.flags:
            return "nothing found"
        settled = sum(not flag.is_open for flag in self.shown)
        return f"{settled} of {len(self.shown)} settled{' among these' if self.only.is_on else ''}"

    @property
    def left(self) -> str:
        """How many are open and how they weigh, as the page that publishes counts them; empty for none."""
        counts = Counter(flag.severity for flag in self.open)
        told = [
            f"{counts[value]} {_several(label, counts[value])}"
            for value, label in Flag.Severity.choices
            if counts[value]
        ]
        return f"{len(self.open)} left: {', '.join(told)}" if told else ""

    @property
    def choices(self) -> list[tuple[str, str, str, list[tuple[str, str, int]]]]:
        """What the queue can be narrowed to: name, label, what is chosen, and values with their counts."""
        flags, only = self.flags, self.only
        severities = [(value, label) for value, label in Flag.Severity.choices]
        speakers = [(str(speaker.pk), str(speaker.name)) for speaker in self.labels]
        told = (
            ("tone", "Sort", only.tone, TONES.items(), Counter(flag.tone for flag in flags)),
            ("severity", "Severity", only.severity, severities, Counter(flag.severity for flag in flags)),
            ("state", "State", only.state, STATES.items(), Counter(flag.state for flag in flags)),
            (
                "speaker_only",
                "Speaker",
                str(only.speaker or ""),
                speakers,
                Counter(str(flag.turn.speaker_id) for flag in flags),
            ),
        )
        return [
            (name, label, chosen, [(value, word, counts[value]) for value, word in values])
            for name, label, chosen, values, counts in told
        ]

    @property
    def settled_count(self) -> int:
        return len(self.settled)

    @cached_property
    def counts(self) -> list[tuple[str, str, int]]:
        """Tone, word and number of what is open, for the chips."""
        words = (("structure", "Structure"), ("duplicate", "Duplicated"), ("garbled", "Garbled"))
        return [(tone, word, sum(flag.tone == tone for flag in self.open)) for tone, word in words]

    @cached_property
    def blocking(self) -> int:
        return sum(flag.severity == Flag.Severity.ERROR for flag in self.open)

    @cached_property
    def current(self) -> Flag | None:
        """The flag whose card is open: the one asked for, else the next behind another, else the first."""
        for flag in self.flags:
            if flag.pk == self.wanted:
                return flag
        behind = [flag for flag in self.cards if self.after and _rank(flag) >= _rank(self.after)]
        return next(iter(behind or self.cards), None)

    @cached_property
    def _others(self) -> list[Flag]:
        """The flags that the card does not show: those open, from the card on and round, then the settled."""
        on_card = {self.current, *self.parts}
        waiting = self.waiting
        at = waiting.index(self.current) if self.current in waiting else 0
        ring = [*waiting[at:], *waiting[:at]]
        settled = [flag for flag in self.shown if not flag.is_open]
        return [flag for flag in (*ring, *settled) if flag not in on_card]

    @cached_property
    def rest(self) -> list[tuple[str, str, Flag]]:
        """The next of them with their places, such as "7 ~ 13", and titles: an answer carries no hundreds."""
        return [(self._places(flag), self._title(flag), flag) for flag in self._others[:LISTED]]

    @property
    def unlisted(self) -> int:
        return max(0, len(self._others) - LISTED)

    def _places(self, flag: Flag) -> str:
        turns = dict.fromkeys(one.turn for one in (*flag.related_passages[:1], *flag.own_passages[:1]))
        numbers = [str(self.numbers[key]) if key in self.numbers else "–" for key in turns]
        return " ~ ".join(numbers)

    @cached_property
    def card_number(self) -> int | None:
        """Which of the open flags is shown, from 1, as the keys go round; None for a settled one."""
        if self.current is None or self.current not in self.waiting:
            return None
        return self.waiting.index(self.current) + 1

    @property
    def address(self) -> str:
        """The query that opens the desk as it is: the card, and what the queue is narrowed to."""
        flag = f"flag={self.current.pk}" if self.current else ""
        return "?" + "&".join(part for part in (flag, self.only.query) if part)

    def neighbour(self, step: int) -> Flag | None:
        """The flag to which j (1) and k (-1) go; they go round."""
        ring = self.waiting
        if self.current is None or not ring:
            return None
        if self.current not in ring:
            return ring[0]
        return ring[(ring.index(self.current) + step) % len(ring)]

    @cached_property
    def following(self) -> Flag | None:
        return self.neighbour(1)

    @cached_property
    def preceding(self) -> Flag | None:
        return self.neighbour(-1)

    @cached_property
    def card(self) -> Card | None:
        """What the open card shows beside its flag."""
        if self.current is None:
            return None
        alike = sum(flag.kind == self.current.kind for flag in self.open)
        return Card(self.current, alike, self.rows, self.speakers, self.numbers, self.places)

    @property
    def scene(self) -> str:
        """The key of the turn to show for the card: an incident from where it starts, a flag at its place."""
        if self.current is None:
            return ""
        start = self.current.related_passages if self.current.has_parts else ()
        return next((passage.turn for passage in start), self.current.turn.key)

    @cached_property
    def parts(self) -> list[Flag]:
        """The parts of the incident on the card."""
        return [flag for flag in self.flags if self.current and flag.head_id == self.current.pk]

    @property
    def titled_parts(self) -> list[tuple[str, Flag]]:
        return [(self._title(flag), flag) for flag in self.parts]

    # The text ------------------------------------------------------------------------------------

    @cached_property
    def turns(self) -> list[ShownTurn]:
        """All turns in order, set-aside ones too, with the marks of the open flags."""
        return [self._shown(row) for row in self.rows]

    def _shown(self, row: TurnRow) -> ShownTurn:
        speaker = self.speakers[row.speaker_id] if row.speaker_id else None
        number = self.numbers.get(row.key)
        if row.aside:  # a folded line, which shows none of this and must not be drawn anew for it
            return ShownTurn(row, speaker, number, (), "", False)
        marks = tuple(self._marks[row.key])
        seam = SEAM if row.key in self._seams else ""
        comments = self.comments.get(row.pk, 0)
        return ShownTurn(row, speaker, number, marks, seam, row.key in self._current_turns, comments)

    @cached_property
    def _marks(self) -> dict[str, list[Mark]]:
        marks: dict[str, list[Mark]] = defaultdict(list)
        for flag in self.open:
            is_current = flag == self.current
            for passage in (*flag.own_passages, *flag.related_passages):
                mark = Mark(passage.span.start, passage.span.end, flag.family, flag.pk, is_current)
                marks[passage.turn].append(mark)
        return marks

    @cached_property
    def _seams(self) -> set[str]:
        closings = (flag for flag in self.open if flag.kind == Kind.REPEATED_CLOSING)
        return {passage.turn for flag in closings for passage in flag.related_passages[-1:]}

    @cached_property
    def _current_turns(self) -> set[str]:
        if self.current is None:
            return set()
        flags: Iterable[Flag] = (self.current, *self.parts)
        return {p.turn for flag in flags for p in (*flag.own_passages, *flag.related_passages)}


def _several(label: str, count: int) -> str:
    return label.lower() + ("" if count == 1 else "s")


def _rank(flag: Flag) -> tuple[int, int, int]:
    """Where a flag stands in the queue."""
    return Severity(flag.severity).rank, flag.turn.position or 0, flag.start
