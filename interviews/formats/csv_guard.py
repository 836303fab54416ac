"""The apostrophe that keeps a spreadsheet from taking a cell for a formula, put on and taken off again."""

from __future__ import annotations

import re

from interviews.formats.csv_cells import Cell

# What a spreadsheet takes for a formula, and may run: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile("'*[=+\\-@＝＋－＠\t\r]")


def unguarded(cell: Cell) -> Cell:
    """The cell without the apostrophe that keeps a spreadsheet from running what follows."""
    if not (cell.text.startswith("'") and _FORMULA.match(cell.text, 1)):
        return cell
    return cell.without_first()


def guarded(text: str) -> str:
    """The text with such an apostrophe where it needs one, or has one of its own that would be taken off."""
    return f"'{text}" if _FORMULA.match(text) else text
