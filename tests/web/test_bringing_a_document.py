"""A document that is brought to the desk: read in a process of its own, kept byte for byte."""

from __future__ import annotations

from base64 import b64encode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from tests.cast import an_editor
from tests.office import a_docx, sample, word_xml

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def bring(desk: Client, data: bytes, name: str) -> tuple[int, str]:
    answer = desk.post(reverse("interviews:preview-import"), {"file": SimpleUploadedFile(name, data)})
    return answer.status_code, answer.content.decode()


def test_a_word_document_is_previewed_with_the_text_that_it_shows(desk: Client) -> None:
    status, page = bring(desk, sample("docx/nasty"), "roth.docx")
    assert status == 200
    assert "Read as Word document (DOCX): a Word document inside" in page
    assert "tracked changes: 2 deleted passages are not read" in page
    assert "She came with two suitcases." in page
    assert Interview.objects.count() == 0


def test_a_word_document_becomes_an_interview_and_its_bytes_are_kept(desk: Client) -> None:
    data = sample("docx/ordinary")
    desk.post(reverse("interviews:make"), {"data": b64encode(data).decode(), "name": "berg.docx"})
    interview = Interview.objects.get()
    assert interview.title == "Interview with Mia Berg, lock keeper"
    source = interview.sources.get()
    assert (bytes(source.data), source.format_id, source.report["percent"]) == (data, "docx", 100)


def test_a_hostile_document_is_answered_with_the_limit(desk: Client) -> None:
    status, page = bring(desk, a_docx(word_xml("<w:p>" * 300_000 + "</w:p>" * 300_000)), "deep.docx")
    assert status == 422
    assert "This Word document (DOCX) cannot be read. Its XML is nested over 256 levels deep" in page
