"""The encodings that a person may choose where a file tells the wrong one."""

from __future__ import annotations

from collections.abc import Mapping

from interviews.formats.base import ImportProblem

# Python's names, by what people call them; in the order of the offer.
ENCODINGS: Mapping[str, str] = {
    "utf-8": "Unicode (UTF-8)",
    "utf-16": "Unicode (UTF-16)",
    "cp1252": "Western European (Windows-1252)",
    "mac-roman": "Western European (Mac Roman)",
    "cp1250": "Central European (Windows-1250)",
    "iso-8859-2": "Central European (ISO 8859-2)",
    "cp1257": "Baltic (Windows-1257)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8-u": "Cyrillic (KOI8)",
    "cp866": "Cyrillic (DOS)",
    "mac-cyrillic": "Cyrillic (Mac)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "cp1258": "Vietnamese (Windows-1258)",
    "cp874": "Thai (Windows-874)",
    "gb18030": "Simplified Chinese (GB 18030)",
    "big5hkscs": "Traditional Chinese (Big5)",
    "cp932": "Japanese (Shift-JIS)",
    "euc_jp": "Japanese (EUC-JP)",
    "iso2022_jp": "Japanese (ISO-2022-JP)",
    "cp949": "Korean (Windows-949)",
}


def decoded_as(data: bytes, encoding: str) -> str:
    """The bytes in one encoding, without a byte order mark. Raises ImportProblem where they are not in it."""
    label = ENCODINGS.get(encoding, encoding)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise ImportProblem(f"There is no encoding “{encoding[:40]}”.") from None
    except UnicodeError:
        raise ImportProblem(
            f"This file is not {label}: it has bytes that are no letters there. Choose another encoding, or "
            "save the file as UTF-8."
        ) from None
