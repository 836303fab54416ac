"""What files that hold no plain text begin with, and what to tell the person who brought one."""

from __future__ import annotations

_AS_TEXT = "Open it, save it as plain text or copy the text out of it, and bring that."
_RECORDING = "A recording has to be transcribed first; bring the transcript."
_UNPACK = "Unpack it and bring the transcript that is in it."
_PICTURE = "Bring the transcript as text; a picture of it cannot be read."

# https://en.wikipedia.org/wiki/List_of_file_signatures; the first that fits is told.
_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF document", _AS_TEXT),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document", _AS_TEXT),
    (b"ID3", "an MP3 recording", _RECORDING),
    (b"OggS", "an Ogg recording", _RECORDING),
    (b"fLaC", "a FLAC recording", _RECORDING),
    (b"\x1aE\xdf\xa3", "a WebM or Matroska video", _RECORDING),
    (b"\x89PNG\r\n", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF8", "a GIF picture", _PICTURE),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"SQLite format 3", "a database", "Bring the transcript as text."),
    (b"\x7fELF", "a program", "Bring the transcript as text."),
)
# What the names inside a ZIP file give away.
_ZIPPED: tuple[tuple[bytes, str, str], ...] = (
    (b"word/", "a Word document (DOCX)", _AS_TEXT),
    (b"opendocument.text", "an OpenDocument text (ODT)", _AS_TEXT),
    (b"xl/", "an Excel workbook", _AS_TEXT),
    (b"ppt/", "a PowerPoint presentation", _AS_TEXT),
    (b"epub+zip", "an EPUB book", _AS_TEXT),
)


# Office packs a document with a password into the container of its old formats, under this name in UTF-16.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def looks_like(data: bytes) -> tuple[str, str] | None:
    """What the file looks like and what to do about it, where its first bytes say that it is no text."""
    if data.startswith(b"\xd0\xcf\x11\xe0") and _ENCRYPTED in data:
        return "a document with a password", "Save it without a password, and bring that."
    if data.startswith(b"PK\x03\x04"):
        names = data[:4096] + data[-65536:]
        for inside, what, advice in _ZIPPED:
            if inside in names:
                return what, advice
        return "a ZIP archive", _UNPACK
    for beginning, what, advice in _BEGINNINGS:
        if data.startswith(beginning):
            return what, advice
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "a WAV recording", _RECORDING
    if data[4:8] == b"ftyp":
        return "an MP4 recording", _RECORDING
    if len(data) > 3 and data[0] == 0xFF and data[1] in (0xFB, 0xF3, 0xF2, 0xFA):
        return "an MP3 recording", _RECORDING
    return None
