"""The public site as plain files: the same bytes as are served, and only what changed is written."""

from __future__ import annotations

import gzip
import json
from io import StringIO
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from interviews.models import Artefact, Interview
from interviews.services import editing
from interviews.services.correcting import Stated
from interviews.services.publishing import publish, unpublish
from interviews.site import bundles, export_list, exporting, storage
from interviews.site.alone import alone
from interviews.site.export_list import LIST
from interviews.site.exporting import file_of
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def run(folder: Path, *options: str) -> dict[str, Any]:
    """The command, and what it says it did."""
    told = StringIO()
    call_command("publish_site", str(folder), "--json", *options, stdout=told)
    outcome: dict[str, Any] = json.loads(told.getvalue())
    return outcome


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def public(title: str = "On bridges") -> Interview:
    interview = an_interview(title=title)
    publish(interview=interview, by=an_editor(f"editor of {title}"))
    return interview


def test_every_public_file_is_exported_as_it_is_served(client: Client, tmp_path: Path) -> None:
    public()
    run(tmp_path)
    exported = files_in(tmp_path)
    paths = Artefact.objects.values_list("path", flat=True)
    assert "interviews/on-bridges/index.html" in exported
    assert {file_of(path) for path in paths} <= exported.keys()
    for path in paths:
        served = client.get(path).content
        assert exported[file_of(path)] == (alone(served) if path.endswith("/") else served)


def test_what_the_pages_load_comes_along_and_nothing_of_the_desk(tmp_path: Path) -> None:
    public()
    exported = run(tmp_path)["written"]
    assert {"static/css/public.css", "static/css/tokens.css", "static/img/favicon.svg"} <= set(exported)
    assert [name for name in exported if name.endswith(".woff2")], "what the styles load comes too"
    assert not [name for name in exported if "desk" in name or "editor" in name or "admin" in name]


def test_compressed_forms_lie_beside_on_request(tmp_path: Path) -> None:
    public()
    run(tmp_path, "--compress")
    page = tmp_path / "interviews/on-bridges/index.html"
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    run(tmp_path)
    assert not list(tmp_path.rglob("*.br"))


def test_a_second_run_writes_nothing_and_a_change_only_what_it_touches(tmp_path: Path) -> None:
    public("On rivers")
    interview = public()
    run(tmp_path)
    assert (again := run(tmp_path))["written"] == again["removed"] == []

    first, by = keys(interview)[0], interview.publications.get().published_by
    assert by is not None
    editing.edit_text(interview=interview, key=first, text="What is first?", seen_version=1, by=by)
    publish(interview=interview, by=by, corrections=[Stated("typo", turns=(first,))])
    written = run(tmp_path)["written"]
    assert "interviews/on-bridges/index.html" in written
    assert "What is first?" in (tmp_path / "interviews/on-bridges/index.html").read_text()
    assert not [name for name in written if "on-rivers" in name or name.startswith("static/")]


def test_of_what_was_withdrawn_only_a_notice_is_left_and_what_others_put_there_stays(tmp_path: Path) -> None:
    interview = public()
    run(tmp_path, "--compress")
    (tmp_path / ".well-known").mkdir()
    (tmp_path / ".well-known/security.txt").write_text("Contact: desk@newsroom.example")
    unpublish(interview=interview, by=an_editor("bob"))
    removed = run(tmp_path, "--compress")["removed"]
    assert "interviews/on-bridges/changes/index.html" in removed
    left = files_in(tmp_path)
    assert {name for name in left if "on-bridges" in name and "/quotes/" not in name} == {
        f"interviews/on-bridges/index.html{suffix}" for suffix in ("", ".br", ".gz")
    }
    assert b"This interview was withdrawn" in left["interviews/on-bridges/index.html"]
    assert not [name for name, body in left.items() if b"On bridges" in body]
    assert ".well-known/security.txt" in left
    assert not (tmp_path / "interviews/on-bridges/download").exists()


def test_a_file_that_somebody_changed_or_lost_is_written_again(tmp_path: Path) -> None:
    public()
    run(tmp_path)
    before = files_in(tmp_path)
    (tmp_path / "index.html").write_text("Something else")
    (tmp_path / "interviews/on-bridges/index.html").unlink()
    assert set(run(tmp_path)["written"]) == {"index.html", "interviews/on-bridges/index.html"}
    after = files_in(tmp_path)
    assert {name: body for name, body in after.items() if name != LIST} == {
        name: body for name, body in before.items() if name != LIST
    }


def test_a_run_that_is_stopped_anywhere_leaves_whole_files_that_the_next_run_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview = public()
    run(tmp_path / "whole")
    whole = files_in(tmp_path / "whole")
    write, left = storage.write_whole, [0]

    def sparing(path: Path, body: bytes, *, lasting: bool = True) -> None:
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        write(path, body, lasting=lasting)

    for module in (exporting, export_list, bundles):
        monkeypatch.setattr(module, "write_whole", sparing)
    for steps in (0, 1, 2, 3, 7, 25):
        left[0] = steps
        with pytest.raises(KeyboardInterrupt):
            run(tmp_path / "site")
        found = files_in(tmp_path / "site")
        assert all(body == whole[name] for name, body in found.items() if name != LIST)
    left[0] = 10_000
    unpublish(interview=interview, by=an_editor("bob"))
    run(tmp_path / "site")
    stays = [
        name for name in files_in(tmp_path / "site") if "on-bridges" in name or storage.UNFINISHED in name
    ]
    assert "interviews/on-bridges/index.html" in stays
    kept = ("interviews/on-bridges/index.html", "interviews/on-bridges/quotes/")
    assert not [name for name in stays if storage.UNFINISHED in name or not name.startswith(kept)]
    texts = (found.decode() for name, found in files_in(tmp_path / "site").items() if name in stays)
    assert not [text for text in texts if "A stone arch" in text]


def test_another_address_can_be_given_and_nothing_that_stands_is_made_twice(tmp_path: Path) -> None:
    public()
    made = run(tmp_path, "--base-url", "https://talks.example.org/")["written"]
    assert "interviews/on-bridges/index.html" in made
    told = b"".join(files_in(tmp_path).values())
    assert b"https://talks.example.org/" in told
    assert b"http://localhost:8000" not in told
    assert run(tmp_path, "--base-url", "https://talks.example.org")["written"] == []


def test_an_address_that_is_none_and_a_folder_that_is_none_are_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is an address such as"):
        run(tmp_path, "--base-url", "talks.example.org")
    with override_settings(SITE_URL=""), pytest.raises(CommandError, match="Set SITE_URL"):
        run(tmp_path)
    (tmp_path / "taken").write_text("")
    with pytest.raises(CommandError, match="could not be written"):
        run(tmp_path / "taken")


@pytest.mark.parametrize("path", ["/../secret", "/a/../../b/", "//a", "/a//b/", "/a/./b"])
def test_no_path_leads_out_of_the_folder(path: str) -> None:
    with pytest.raises(ValueError, match="no path"):
        file_of(path)


def test_the_command_tells_people_what_it_did(tmp_path: Path) -> None:
    public()
    told = StringIO()
    call_command("publish_site", str(tmp_path), stdout=told)
    assert "written  index.html" in told.getvalue()
    assert " 0 removed, 0 unchanged" in told.getvalue()
    told = StringIO()
    call_command("rebuild_site", stdout=told)
    assert "public files were made, 0 old removed." in told.getvalue()
