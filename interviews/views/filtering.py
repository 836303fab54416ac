"""Which flags the queue shows: what an editor chose, carried along with every action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from interviews.models import Flag

TONES = {"structure": "Structure", "duplicate": "Duplicated", "garbled": "Garbled"}
STATES = {"open": "Open", "fixed": "Fixed", "dismissed": "Not a problem"}


@dataclass(frozen=True, slots=True)
class Filter:
    """Empty values let everything through. ``speaker`` is the id of the one whose turns are wanted."""

    tone: str = ""
    severity: str = ""
    state: str = ""
    speaker: int | None = None

    @classmethod
    def of(cls, sent: Mapping[str, object]) -> Filter:
        """The filter in a request's values; what is not known counts as not chosen."""
        speaker = str(sent.get("speaker_only") or "")
        return cls(
            tone=_known(sent.get("tone"), TONES),
            severity=_known(sent.get("severity"), dict(Flag.Severity.choices)),
            state=_known(sent.get("state"), STATES),
            speaker=int(speaker) if speaker.isdecimal() and len(speaker) < 19 else None,
        )

    def shows(self, flag: Flag) -> bool:
        return (
            self.tone in ("", flag.tone)
            and self.severity in ("", flag.severity)
            and self.state in ("", flag.state)
            and self.speaker in (None, flag.turn.speaker_id)
        )

    @property
    def is_on(self) -> bool:
        return bool(self.query)

    @property
    def query(self) -> str:
        """As it stands in an address."""
        chosen = {
            "tone": self.tone,
            "severity": self.severity,
            "state": self.state,
            "speaker_only": self.speaker or "",
        }
        return urlencode({name: value for name, value in chosen.items() if value})


def _known(value: object, known: Mapping[str, str]) -> str:
    return value if isinstance(value, str) and value in known else ""
