"""No file still holds both sides of a merge: a page would show them, and a script would not start."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
_FOLDERS = ("benchmarks", "docs", "interviews", "newsroom", "static", "templates", "tests", "tools")
_WRITTEN = {".css", ".html", ".js", ".json", ".md", ".po", ".py", ".svg", ".toml", ".txt", ".xml"}
_SIDES = ("<" * 7 + " ", ">" * 7 + " ")


def test_no_file_holds_both_sides_of_a_merge() -> None:
    files = [*ROOT.glob("*.*"), *(one for name in _FOLDERS for one in (ROOT / name).rglob("*"))]
    written = [one for one in files if one.suffix in _WRITTEN and one.is_file()]
    assert ROOT / "static" / "js" / "public" / "quoting.js" in written
    unfinished = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in written
        for number, line in enumerate(
            file.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if line.startswith(_SIDES)
    ]
    assert unfinished == []
