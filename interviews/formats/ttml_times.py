"""Times as TTML writes them: clocks, frames, ticks, offsets. https://www.w3.org/TR/ttml2/#timing-value-time-expression"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

_CLOCK = re.compile(
    r"(?:(?P<h>\d{1,4}):)?(?P<m>\d{1,3}):(?P<s>\d{1,2})(?:[.,](?P<part>\d{1,9})\d*|:(?P<frames>\d{1,4})(?:\.\d{1,4})?)?"
)
_OFFSET = re.compile(r"(?P<value>\d{1,15}(?:\.\d{1,9})?)\d*(?P<unit>h|ms|m|s|f|t)?")
_FRAMES = 30  # a second, where the file does not say
_PER_UNIT = {
    "h": Fraction(3_600_000),
    "m": Fraction(60_000),
    "s": Fraction(1000),
    "ms": Fraction(1),
    None: Fraction(1000),
}
_LATEST = 2**53  # milliseconds; what a program can store


@dataclass(frozen=True, slots=True)
class Rates:
    """How long frames and ticks are. ``frame`` and ``tick`` are milliseconds."""

    frame: Fraction = Fraction(1000, _FRAMES)
    tick: Fraction = Fraction(1000)

    def milliseconds(self, written: str) -> int | None:
        """ "00:01:02.5", "00:01:02:12", "62.5s", "1550f", "625000000t"; None for anything else."""
        written = written.strip()
        if clock := _CLOCK.fullmatch(written):
            if int(clock["s"]) > 59 or (clock["h"] is not None and int(clock["m"]) > 59):
                return None
            whole = (int(clock["h"] or 0) * 60 + int(clock["m"])) * 60 + int(clock["s"])
            part = Fraction(int(clock["part"]), 10 ** len(clock["part"])) * 1000 if clock["part"] else 0
            frames = int(clock["frames"]) * self.frame if clock["frames"] else 0
            return round(whole * 1000 + part + frames)
        if offset := _OFFSET.fullmatch(written):
            units = {**_PER_UNIT, "f": self.frame, "t": self.tick}
            told = round(Fraction(offset["value"]) * units[offset["unit"]])
            return told if told < _LATEST else None
        return None


def rates(attributes: Mapping[str, str]) -> Rates:
    """The rates that the attributes of ``tt`` tell (without their prefix); what cannot be is passed over."""
    frames = _number(attributes.get("frameRate"))
    above, below = (_number(one) for one in (*attributes.get("frameRateMultiplier", "").split(), "", "")[:2])
    ticks = _number(attributes.get("tickRate"))
    if attributes.get("frameRateMultiplier", "").count(":") == 1:  # as older drafts had it
        above, below = (_number(one) for one in attributes["frameRateMultiplier"].split(":"))
    a_second = Fraction(frames or _FRAMES) * (Fraction(above, below) if above and below else 1)
    if ticks is None and frames is not None:
        ticks = frames * (_number(attributes.get("subFrameRate")) or 1)
    return Rates(Fraction(1000) / a_second, Fraction(1000, ticks or 1))


def _number(written: str | None) -> int | None:
    if written is None or not written.isdecimal() or len(written) > 12:
        return None
    return int(written) or None
