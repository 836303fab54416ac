"""Whoever runs a newsroom finds every variable of the environment in the documents."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_variable_that_the_settings_read_is_documented() -> None:
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]*[A-Z])"', (ROOT / "newsroom" / "settings.py").read_text()))
    told = (ROOT / "README.md").read_text() + (ROOT / "docs" / "branding.md").read_text()
    assert {"DEBUG", "NEWSROOM_CHANGES_PUBLIC"} < read
    assert {name for name in read if f"`{name}`" not in told} == set()


def test_every_command_that_the_documents_name_is_there() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    named = {name for one in documents for name in re.findall(r"manage\.py ([a-z_]+)", one.read_text())}
    ours = {one.stem for one in (ROOT / "interviews" / "management" / "commands").glob("[a-z]*.py")}
    django = {"check", "collectstatic", "createsuperuser", "migrate"}
    assert named - ours - django == set()
    assert ours - named == {"demo"}  # of which `make demo` is told
