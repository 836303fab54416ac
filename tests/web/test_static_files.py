"""What browsers may keep for ever is named by its content, scripts that other scripts import too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

_IMPORTED = re.compile(r'(?:from|import)\s*"(\.[^"]+)"')
_NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{12}\.js$")


@pytest.fixture
def collected(settings: Settings, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "newsroom.static_files.NamedByContent"},
    }
    call_command("collectstatic", verbosity=0, interactive=False)
    return tmp_path


def test_a_new_release_never_runs_with_a_script_of_an_old_one(collected: Path) -> None:
    scripts = [path for path in (collected / "js").rglob("*.js") if _NAMED_BY_CONTENT.search(path.name)]
    imported = {
        (script.parent / name).resolve()
        for script in scripts
        for name in _IMPORTED.findall(script.read_text())
    }
    assert len(imported) > 10
    assert [path.name for path in imported if not _NAMED_BY_CONTENT.search(path.name)] == []
    assert [path.name for path in imported if not path.exists()] == []
