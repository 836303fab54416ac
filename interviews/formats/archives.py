"""ZIP archives, read with limits that count what is unpacked and never what a header promises.

The format: APPNOTE.TXT of PKWARE, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.14 to 4.3.16 (its
end). Only what is stored or deflated is read; both unpack bit by bit, so that a bomb is met early.
"""

from __future__ import annotations

import struct
import zlib

from interviews.formats.blocks import Unreadable

TYPE_CHECKING = False  # what is imported here is imported by the process that opens documents: see ``blocks``
if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMBERS = 5_000
LARGEST_PART = 40_000_000  # bytes, unpacked; the XML of a ten-hour interview has 5 million
LARGEST_TOTAL = 100_000_000  # bytes, unpacked, over all that is read
HIGHEST_RATIO = 200  # text in XML shrinks to a tenth, at most to a fiftieth
_RATIO_FROM = 10_000_000  # bytes; below, a high ratio does no harm
_CHUNK = 1 << 20

_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_DAMAGED = "The file is damaged: {}. It may have been cut off on its way; save or send it again."


class Member:
    """One file in an archive, as its directory tells. ``size`` is what it has packed, in bytes."""

    __slots__ = ("crc", "flags", "method", "name", "offset", "size")

    def __init__(self, name: str, flags: int, method: int, crc: int, size: int, offset: int) -> None:
        self.name, self.flags, self.method = name, flags, method
        self.crc, self.size, self.offset = crc, size, offset

    @property
    def is_encrypted(self) -> bool:
        return bool(self.flags & 1)


class Archive:
    """The directory of an archive. Raises Unreadable where there is none, or more than ``most`` members.

    ``total`` is how many bytes may be unpacked of all members together.
    """

    def __init__(self, data: bytes, *, most: int = MOST_MEMBERS, total: int = LARGEST_TOTAL) -> None:
        self._data = data
        self._total = total
        self._unpacked = 0
        self.listing = tuple(self._directory(most))
        self.members = {member.name: member for member in self.listing}

    def __contains__(self, name: object) -> bool:
        return name in self.members

    def chunks(self, name: str | Member, *, largest: int = LARGEST_PART) -> Iterator[bytes]:
        """What a member holds, bit by bit; a name means the last that has it.

        Raises Unreadable where it is not there, damaged, encrypted or packed in a way of its own, and as soon
        as it grows over ``largest``, over ``HIGHEST_RATIO`` times its size, or the whole over the
        total that may be.
        """
        member = self.members.get(name) if isinstance(name, str) else name
        if member is None:
            raise Unreadable(_DAMAGED.format(f"“{name}” is missing in it"))
        told = member.name[:80]
        self._allow()
        packed = self._packed(member)
        held = crc = 0
        for chunk in _inflated(packed) if member.method == _DEFLATED else _cut(packed):
            held += len(chunk)
            self._unpacked += len(chunk)
            crc = zlib.crc32(chunk, crc)
            if held > largest:
                raise Unreadable(f"“{told}” unpacks to over {_mb(largest)}, the most that is read.")
            if held > max(_RATIO_FROM, HIGHEST_RATIO * len(packed)):
                raise Unreadable(
                    f"“{told}” unpacks to over {HIGHEST_RATIO} times its size, which no text does."
                )
            self._allow()
            yield chunk
        if crc != member.crc:
            raise Unreadable(_DAMAGED.format(f"the checksum of “{told}” does not fit"))

    def read(self, name: str | Member, *, largest: int = LARGEST_PART) -> bytes:
        """All that a member holds; raises as ``chunks`` does."""
        return b"".join(self.chunks(name, largest=largest))

    def _allow(self) -> None:
        if self._unpacked > self._total:
            raise Unreadable(f"The whole unpacks to over {_mb(self._total)}, the most that is read.")

    def _packed(self, member: Member) -> memoryview:
        if member.is_encrypted:
            raise Unreadable("It is encrypted. Save it without a password, and bring that.")
        if member.method not in (_STORED, _DEFLATED):
            raise Unreadable(f"It is packed in an unusual way (method {member.method}). Pack it anew.")
        header = self._data[member.offset : member.offset + _LOCAL.size]
        if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
            raise Unreadable(_DAMAGED.format(f"“{member.name[:80]}” is not where it should be"))
        *_, name, extra = _LOCAL.unpack(header)
        start = member.offset + _LOCAL.size + name + extra
        packed = memoryview(self._data)[start : start + member.size]
        if len(packed) < member.size:
            raise Unreadable(_DAMAGED.format(f"“{member.name[:80]}” breaks off"))
        return packed

    def _directory(self, most: int) -> Iterator[Member]:
        place = self._data.rfind(b"PK\x05\x06", max(0, len(self._data) - 65_535 - _END.size))
        if place < 0 or place + _END.size > len(self._data):
            raise Unreadable(_DAMAGED.format("its end is missing"))
        _, _, _, _, count, size, offset, _ = _END.unpack_from(self._data, place)
        if 0xFFFF in (count,) or 0xFFFFFFFF in (size, offset):
            place, count, size, offset = self._end_64(place, count, size, offset)
        if count > most:
            raise Unreadable(f"There are {count:,} files in it; at most {most:,} can be read.")
        # What stands before the archive, such as a program that unpacks it, shifts every place.
        start = place - size
        if start < 0 or start < offset:
            raise Unreadable(_DAMAGED.format("its directory is not where it should be"))
        yield from self._entries(start, place, shift=start - offset, most=most)

    def _end_64(self, place: int, count: int, size: int, offset: int) -> tuple[int, int, int, int]:
        locator = self._data[max(0, place - _LOCATOR.size) : place]
        if len(locator) < _LOCATOR.size or not locator.startswith(b"PK\x06\x07"):
            return place, count, size, offset
        end = self._data.rfind(b"PK\x06\x06", max(0, place - _LOCATOR.size - _END_64.size - 4096), place)
        if end < 0 or end + _END_64.size > len(self._data):
            raise Unreadable(_DAMAGED.format("its end is missing"))
        *_, count, size, offset = _END_64.unpack_from(self._data, end)
        return end, count, size, offset

    def _entries(self, start: int, end: int, *, shift: int, most: int) -> Iterator[Member]:
        seen = 0
        while start < end:
            if end - start < _ENTRY.size or self._data[start : start + 4] != b"PK\x01\x02":
                raise Unreadable(_DAMAGED.format("its directory is broken"))
            seen += 1
            if seen > most:
                raise Unreadable(f"There are over {most:,} files in it, the most that can be read.")
            told = _ENTRY.unpack_from(self._data, start)
            flags, method, crc, size, full = told[3], told[4], told[7], told[8], told[9]
            name_size, extra_size, comment_size, offset = told[10], told[11], told[12], told[16]
            start += _ENTRY.size
            name = self._data[start : start + name_size]
            extra = self._data[start + name_size : start + name_size + extra_size]
            start += name_size + extra_size + comment_size
            if 0xFFFFFFFF in (size, offset):
                size, offset = _wide(extra, full, size, offset)
            yield Member(_named(name), flags, method, crc, size, offset + shift)


def _named(name: bytes) -> str:
    """UTF-8, which many programs write without saying so, or the old code page."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("cp437")


def _wide(extra: bytes, full: int, size: int, offset: int) -> tuple[int, int]:
    """Packed size and place from the field for large archives; only what did not fit stands there."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            count = min(length, len(extra) - at - 4) // 8
            values = iter(struct.unpack_from(f"<{count}Q", extra, at + 4))
            if full == 0xFFFFFFFF:
                next(values, None)
            size = next(values, size) if size == 0xFFFFFFFF else size
            offset = next(values, offset) if offset == 0xFFFFFFFF else offset
        at += 4 + length
    return size, offset


def _inflated(packed: memoryview) -> Iterator[bytes]:
    engine = zlib.decompressobj(-15)
    try:
        for chunk in _cut(packed):
            while chunk:
                yield engine.decompress(chunk, _CHUNK)
                chunk = engine.unconsumed_tail
        yield engine.flush(_CHUNK)
    except zlib.error:
        raise Unreadable(_DAMAGED.format("it does not unpack")) from None
    if not engine.eof:
        raise Unreadable(_DAMAGED.format("it breaks off while unpacking"))


def _cut(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _CHUNK):
        yield bytes(packed[start : start + _CHUNK])


def _mb(size: int) -> str:
    return f"{size // 1_000_000} MB"
