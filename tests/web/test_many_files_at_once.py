"""Many files in one go: each becomes an interview, and one that fails harms no other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import cast
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from interviews.formats.bundles import Bundled
from interviews.formats.decoding import MAX_BYTES
from interviews.models import ImportItem, ImportJob, Interview
from interviews.services.bulk_importing import (
    GAVE_UP,
    MOST_FILES,
    MOST_TRIES,
    SILENCE,
    STUCK,
    import_next,
    start_import,
    take_over_job,
    work_off,
)
from interviews.services.errors import NothingToImport, TooManyFiles
from tests.cast import a_member, an_editor

pytestmark = pytest.mark.django_db

TALK = b"Ann: Why?\n\nBo: Because.\n\nAnn: I see.\n\nBo: Good.\n"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 500
WAITING, READING, DONE, FAILED = ImportItem.State


def a_job(*files: Bundled) -> ImportJob:
    return start_import(files=files or (Bundled("a.txt", TALK), Bundled("b.txt", TALK)), by=an_editor())


def states(job: ImportJob) -> list[str]:
    return list(job.items.values_list("state", flat=True))


def a_zip(**files: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{name}.txt", data)
    return made.getvalue()


def bring(client: Client, *files: tuple[str, bytes]) -> HttpResponse:
    client.force_login(an_editor())
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return cast(HttpResponse, client.post(reverse("interviews:preview-import"), {"file": uploads}))


def test_a_file_that_cannot_be_read_keeps_its_sentence_and_harms_no_other() -> None:
    job = a_job(Bundled("a.txt", TALK), Bundled("b.png", PICTURE), Bundled("c.txt", TALK))
    work_off(job)
    assert states(job) == [DONE, FAILED, DONE]
    assert "picture" in job.items.get(name="b.png").problem
    assert [item.interview.title for item in job.items.filter(state=DONE) if item.interview] == ["A", "C"]
    assert bytes(Interview.objects.order_by("pk")[0].sources.get().data) == TALK


def test_the_bytes_are_kept_no_longer_than_until_they_are_read() -> None:
    job = a_job(Bundled("a.txt", TALK), Bundled("b.png", PICTURE))
    assert all(item.data for item in job.items.all())
    work_off(job)
    assert not any(item.data for item in job.items.all())


def test_an_archive_stands_for_the_files_in_it() -> None:
    job = a_job(Bundled("all.zip", a_zip(one=TALK, two=TALK)), Bundled("three.txt", TALK))
    assert list(job.items.values_list("name", flat=True)) == ["one.txt", "two.txt", "three.txt"]


def test_more_files_than_are_read_in_one_go_are_refused_and_nothing_is_kept() -> None:
    with pytest.raises(TooManyFiles, match=str(MOST_FILES)):
        a_job(*(Bundled(f"{number}.txt", TALK) for number in range(MOST_FILES + 1)))
    assert not ImportJob.objects.exists()


def test_a_broken_archive_alone_is_refused_with_its_sentence() -> None:
    with pytest.raises(NothingToImport, match="cannot be unpacked"):
        a_job(Bundled("all.zip", a_zip(one=TALK)[:-30]))


def test_a_file_that_somebody_reads_is_not_taken_by_another() -> None:
    job = a_job(Bundled("a.txt", TALK))
    job.items.update(state=READING, tries=1, taken_at=timezone.now())
    assert not import_next(job=job)
    assert states(job) == [READING]


def test_a_file_whose_reader_is_gone_is_read_by_the_next() -> None:
    job = a_job(Bundled("a.txt", TALK))
    job.items.update(state=READING, tries=1, taken_at=timezone.now() - 2 * STUCK)
    work_off(job)
    assert states(job) == [DONE]


def test_a_file_that_stops_the_server_each_time_is_given_up() -> None:
    job = a_job(Bundled("a.txt", TALK))
    job.items.update(state=READING, tries=MOST_TRIES, taken_at=timezone.now() - 2 * STUCK)
    work_off(job)
    assert job.items.get().problem == GAVE_UP
    assert not Interview.objects.exists()


def test_of_two_who_find_a_job_left_one_goes_on_with_it() -> None:
    job = a_job()
    assert not take_over_job(job=job)
    ImportJob.objects.update(worked_at=timezone.now() - SILENCE - timedelta(seconds=1))
    assert [take_over_job(job=job), take_over_job(job=job)] == [True, False]
    work_off(job)
    ImportJob.objects.update(worked_at=timezone.now() - 2 * SILENCE)
    assert not take_over_job(job=job)


@pytest.mark.parametrize(
    "files",
    [[("a.txt", TALK), ("b.txt", TALK)], [("all.zip", a_zip(a=TALK, b=TALK))]],
    ids=["two files", "an archive"],
)
def test_several_files_lead_to_the_page_that_tells_how_far_they_are(
    client: Client, files: list[tuple[str, bytes]]
) -> None:
    answer = bring(client, *files)
    job = ImportJob.objects.get()
    assert answer.headers["Location"] == reverse("interviews:import-job", args=[job.pk])
    page = client.get(answer.headers["Location"]).content.decode()
    assert "0 of 2 files are read." in page
    assert 'hx-trigger="click, every 2s"' in page
    work_off(job)
    page = client.get(answer.headers["Location"]).content.decode()
    assert "All 2 files are read:" in page
    assert "every 2s" not in page
    assert all(one.get_absolute_url() in page for one in Interview.objects.all())


def test_what_is_read_while_the_page_is_made_leaves_its_sentence_and_its_list_of_one_mind(
    client: Client,
) -> None:
    job = a_job(Bundled("a.txt", TALK), Bundled("b.txt", TALK), Bundled("c.txt", TALK))
    reading: list[bool] = []

    def read_one_first(
        execute: Callable[..., object], sql: str, params: object, many: bool, context: object
    ) -> object:
        if ImportItem._meta.db_table in sql and not reading:
            reading.append(True)
            import_next(job=job)
            reading.clear()
        return execute(sql, params, many, context)

    client.force_login(job.created_by or an_editor())
    page = reverse("interviews:import-job", args=[job.pk])
    for _ in range(3):
        with connection.execute_wrapper(read_one_first):
            told = client.get(page).content.decode()
        listed = told.count("is on the desk as")
        said = "All 3 files are read:</b> 3 are" if listed == 3 else f"{listed} of 3 files"
        assert said in told
    assert listed == 3


def test_one_file_too_large_is_told_beside_the_others(client: Client) -> None:
    bring(client, ("a.txt", TALK), ("b.txt", b"x" * (MAX_BYTES + 1)), ("c.txt", TALK))
    job = ImportJob.objects.get()
    work_off(job)
    assert sorted(states(job)) == [DONE, DONE, FAILED]
    assert "5 MB" in job.items.get(name="b.txt").problem


def test_what_cannot_begin_is_told_on_the_form(client: Client) -> None:
    answer = bring(client, ("a.zip", a_zip()))
    assert answer.status_code == 422
    assert "no file in it that could be read" in answer.content.decode()
    assert not ImportJob.objects.exists()


def test_a_colleague_who_may_not_edit_everything_does_not_see_the_import(client: Client) -> None:
    job = a_job()
    client.force_login(a_member("Reporter", "rosa"))
    assert client.get(reverse("interviews:import-job", args=[job.pk])).status_code == 404


def test_the_page_asks_as_often_for_forty_files_as_for_two(client: Client) -> None:
    client.force_login(an_editor("bob"))
    counts = []
    for many in (2, 40):
        job = start_import(
            files=[Bundled(f"{number}.txt", TALK) for number in range(many)], by=an_editor(f"alice{many}")
        )
        job.items.update(state=DONE, interview=None)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse("interviews:import-job", args=[job.pk]))
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
def test_the_server_reads_them_by_itself(client: Client) -> None:
    before = set(threading.enumerate())
    bring(client, ("a.txt", TALK), ("b.png", PICTURE), ("c.txt", TALK))
    for thread in set(threading.enumerate()) - before:
        thread.join(60)
    assert states(ImportJob.objects.get()) == [DONE, FAILED, DONE]
    assert Interview.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_job_that_was_left_goes_on_when_somebody_looks(client: Client) -> None:
    job = a_job()
    ImportJob.objects.update(worked_at=timezone.now() - 2 * SILENCE)
    client.force_login(an_editor("bob"))
    before = set(threading.enumerate())
    client.get(reverse("interviews:import-job", args=[job.pk]))
    for thread in set(threading.enumerate()) - before:
        thread.join(60)
    assert states(job) == [DONE, DONE]


LONG = (
    b'{"segments": [{"start": 0, "end": 2, "seek": 0, "text": " It rained."},'
    + b" " * MAX_BYTES
    + b'{"start": 5, "end": 6, "seek": 0, "text": " We left."}]}'
)


def test_a_file_too_large_for_a_page_goes_in_by_itself(client: Client) -> None:
    answer = bring(client, ("long.json", LONG))
    job = ImportJob.objects.get()
    assert answer["Location"] == reverse("interviews:import-job", args=[job.pk])
    assert import_next(job=job)
    assert [turn.text for turn in Interview.objects.get().transcript()] == ["It rained.", "We left."]


def test_a_file_too_large_for_a_page_cannot_be_compared_and_that_is_told(client: Client) -> None:
    bring(client, ("a.txt", TALK), ("b.txt", TALK))
    import_next(job=ImportJob.objects.get())
    path = reverse("interviews:import-again", args=[Interview.objects.get().pk])
    answer = client.post(path, {"file": SimpleUploadedFile("long.json", LONG)})
    assert answer.status_code == 422
    assert "at most 5 MB can be read" in answer.content.decode()
