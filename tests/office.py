"""Documents and archives made for tests: packed from the parts in tests/samples, or hostile on purpose."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

SAMPLES = Path(__file__).parent / "samples"


def sample(path: str) -> bytes:
    """A sample as bytes; a folder is packed, what must come first first."""
    place = SAMPLES / path
    if place.is_file():
        return place.read_bytes()
    parts = sorted(part for part in place.rglob("*") if part.is_file())
    parts.sort(key=lambda part: part.name != "mimetype")
    return a_zip({str(part.relative_to(place)): part.read_bytes() for part in parts})


def a_zip(files: dict[str, bytes]) -> bytes:
    """An archive of files; one that is named mimetype is stored, the others are deflated."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, data in files.items():
            info = ZipInfo(name)
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(info, data)
    return made.getvalue()


def a_docx(body: bytes, **more: bytes) -> bytes:
    """A Word document with that as word/document.xml; further parts by their names without the folder."""
    parts = {f"word/{name}.xml": part for name, part in more.items()}
    return a_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": body, **parts})


def word_xml(inside: str) -> bytes:
    """The text of a Word document around its paragraphs."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{namespace}"><w:body>{inside}</w:body></w:document>'.encode()


def a_lying_zip(name: str, told: int, data: bytes) -> bytes:
    """An archive whose headers say that a member unpacks to ``told`` bytes, whatever it holds."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = engine.compress(data) + engine.flush()
    written = name.encode()
    sizes = (zlib.crc32(data), len(packed), told)
    head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, *sizes, len(written), 0) + written
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, *sizes, len(written), 0, 0, 0, 0, 0, 0
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry + written), len(head + packed), 0)
    return head + packed + entry + written + end
