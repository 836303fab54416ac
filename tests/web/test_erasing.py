"""What has to go for legal reasons is gone everywhere; that it went is known."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from interviews.models import Artefact, ErasureRecord, Flag, Interview
from interviews.services import arranging, editing
from interviews.services.commenting import add_comment
from interviews.services.correcting import Stated
from interviews.services.describing import describe
from interviews.services.erasing import erase
from interviews.services.errors import CannotErase, CannotUndo
from interviews.services.previewing import make_link
from interviews.services.publishing import gate, publish, unpublish
from interviews.services.restoring import state
from interviews.services.undoing import take_back, undo
from interviews.site.bodies import lately
from tests.cast import ANSWERS, ASKS, BRIDGE, a_conversation, an_interview, keys

CANARY = "Quetzalwerth"
SAID = f"The drains. Ask {CANARY} about them: a blocked drain tells more than the paint ever will."

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def interview(alice: User) -> Interview:
    """The word stands in turns, history, flags, comments, corrections, links, title and publications."""
    turns = ((ASKS, BRIDGE[0][1]), (ANSWERS, SAID), BRIDGE[2], (ANSWERS, SAID), *BRIDGE[4:])
    interview = an_interview(a_conversation(*turns), by=alice, title=f"On bridges, and {CANARY}")
    key, third = keys(interview)[1:3]
    details = {
        "title": interview.title,
        "standfirst": f"She knew {CANARY}.",
        "recorded_on": None,
        "language": "en",
    }
    describe(interview=interview, details=details, speakers={}, by=alice)
    add_comment(interview=interview, key=key, text=f"Is {CANARY} right?", quote=CANARY, by=alice)
    publish(
        interview=interview, by=alice, override_reason=f"{CANARY} agreed.", acknowledged=warnings(interview)
    )
    other = SAID.replace("drains", "gutters")
    editing.edit_text(interview=interview, key=key, text=other, seen_version=1, by=alice)
    editing.edit_text(interview=interview, key=third, text=f"Who is {CANARY}?", seen_version=1, by=alice)
    arranging.split(interview=interview, key=keys(interview)[3], at=11, by=alice)
    make_link(interview=interview, by=alice)
    told = Stated("correction", f"We misquoted {CANARY}.", "It is put right.", (key, third))
    publish(
        interview=interview,
        by=alice,
        override_reason="It is a test.",
        corrections=[told],
        acknowledged=warnings(interview),
    )
    interview.refresh_from_db()
    return interview


def warnings(interview: Interview) -> list[int]:
    interview.refresh_from_db()
    return [flag.pk for flag in gate(interview).warnings]


def gone(interview: Interview, by: User, words: str = CANARY) -> ErasureRecord:
    return erase(interview=interview, words=words, reason="A court order.", confirmation="erase", by=by)


def columns_with(word: str) -> Iterator[str]:
    """Every column of every table that has the word, in bytes too."""
    needle = word.lower()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (the tables are our own)
            names = [one[0] for one in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    held = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    if needle.encode() in held.lower():
                        yield f"{table}.{name}"


def files_with(word: str) -> list[str]:
    """Every stored public file that has the word."""
    folder = Path(configured.STORAGES["published"]["OPTIONS"]["location"])
    return [one.name for one in folder.rglob("*") if one.is_file() and word.encode() in one.read_bytes()]


def test_the_word_is_in_no_column_of_any_table_and_in_no_served_byte(
    client: Client, interview: Interview, alice: User
) -> None:
    assert len(set(columns_with(CANARY))) > 12  # it stood in that many places
    made = gone(interview, alice)

    assert set(columns_with(CANARY)) == set()
    lately.forget()
    for path in Artefact.objects.values_list("path", flat=True):
        answer = client.get(path)
        assert CANARY.lower().encode() not in answer.content.lower(), path
        assert CANARY.lower() not in str(answer.headers).lower()
    assert (made.reason, made.made_by) == ("A court order.", alice)
    assert made.rows > 8


@pytest.fixture
def database(db: None) -> Path:
    """SQLite's file, which keeps what it frees, as it does unless it was built otherwise."""
    if connection.vendor != "sqlite":
        pytest.skip("of SQLite's files")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
    return Path(connection.settings_dict["NAME"])


def kept_in(database: Path, word: str) -> list[str]:
    """Which of the database's files have the word anywhere, in what they have freed and logged, too."""
    files = [one for one in database.parent.glob(f"{database.name}*") if one.is_file()]
    return [one.name for one in files if word.encode() in one.read_bytes()]


def test_the_word_is_in_no_byte_of_the_database_its_log_and_its_free_pages(
    database: Path, interview: Interview, alice: User
) -> None:
    assert f"{database.name}-wal" in kept_in(database, CANARY)
    assert gone(interview, alice).is_cleared
    assert kept_in(database, CANARY) == []


def test_where_somebody_reads_meanwhile_the_desk_says_so_and_it_is_done_later(
    client: Client, database: Path, interview: Interview, alice: User
) -> None:
    client.force_login(alice)
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM interviews_turn").fetchone()
        where = reverse("interviews:erase", args=[interview.pk])
        sent = {"words": CANARY, "reason": "A court order.", "confirmation": "erase"}
        told = client.post(where, sent, follow=True).text
        assert "The words are erased" in told
        assert "run “manage.py clear_remains”" in told
        assert kept_in(database, CANARY)
        with pytest.raises(CommandError, match="Somebody else is at the database"):
            call_command("clear_remains")
        with pytest.raises(CommandError, match="Somebody else is at the database") as refused:
            call_command("clear_remains", "--json", stdout=(said := io.StringIO()))
        assert json.loads(said.getvalue()) == {"cleared": False, "problem": str(refused.value)}
    call_command("clear_remains", stdout=(said := io.StringIO()))
    assert "Nothing of erased words is left" in said.getvalue()
    call_command("clear_remains", "--json", stdout=(said := io.StringIO()))
    assert json.loads(said.getvalue()) == {"cleared": True, "problem": ""}
    assert kept_in(database, CANARY) == []


def test_of_another_database_than_sqlite_nothing_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "postgresql")
    with pytest.raises(CommandError, match="nothing was cleared"):
        call_command("clear_remains")


def test_readers_and_editors_see_blocks_where_the_word_stood(
    client: Client, interview: Interview, alice: User
) -> None:
    gone(interview, alice)
    interview.refresh_from_db()
    page = client.get(reverse("interviews:published", args=[interview.slug])).content.decode()
    assert "Ask ████████ about them" in page
    client.force_login(alice)
    for name in ("editor", "history", "source", "comments", "publish", "preview"):
        shown = client.get(reverse(f"interviews:{name}", args=[interview.pk]))
        assert (shown.status_code, CANARY in shown.content.decode()) == (200, False), name


def test_an_old_preview_link_shows_its_version_without_the_word(
    client: Client, interview: Interview, alice: User
) -> None:
    link = interview.preview_links.get()
    gone(interview, alice)
    shown = client.get(link.get_absolute_url()).content.decode()
    assert "████████" in shown
    assert CANARY not in shown


def test_the_history_still_leads_back_to_the_import_without_the_word(
    interview: Interview, alice: User
) -> None:
    assert not gone(interview, alice).history_closed
    interview.refresh_from_db()
    first = state(interview, 0)
    assert len(first) == len(BRIDGE)
    assert CANARY not in str(first.turns)


def test_what_was_done_to_the_turn_before_is_not_undone_any_more(interview: Interview, alice: User) -> None:
    number = interview.records.touching_text().order_by("number").first()
    assert number is not None
    gone(interview, alice)
    with pytest.raises(CannotUndo, match="erased for legal reasons"):
        undo(interview=interview, by=alice)
    with pytest.raises(CannotUndo, match="erased for legal reasons"):
        take_back(interview=interview, number=number.number, by=alice)


def test_a_passage_that_was_cut_in_two_is_erased_and_the_history_is_closed(
    client: Client, alice: User
) -> None:
    interview = an_interview(a_conversation((ASKS, BRIDGE[0][1]), (ANSWERS, SAID), *BRIDGE[2:]), by=alice)
    key = keys(interview)[1]
    arranging.split(interview=interview, key=key, at=SAID.index(CANARY), by=alice)
    arranging.merge(interview=interview, key=keys(interview)[2], upwards=True, by=alice)
    assert gone(interview, alice, f"Ask {CANARY} about").history_closed
    publish(interview=interview, by=alice, acknowledged=warnings(interview), override_reason="A test.")
    page = client.get(reverse("interviews:published", args=[interview.slug])).content.decode()
    assert "The drains. ████ ████████ ████ them" in page


def test_after_unpublishing_nothing_of_it_is_left_either(
    client: Client, interview: Interview, alice: User
) -> None:
    unpublish(interview=interview, by=alice, note=f"{CANARY} asked us to.")
    gone(interview, alice)
    interview.refresh_from_db()
    assert set(columns_with(CANARY)) == set()
    assert client.get(reverse("interviews:published", args=[interview.slug])).status_code == 410


def test_a_word_that_names_a_sort_of_thing_in_the_data_leaves_the_data_readable(
    client: Client, alice: User
) -> None:
    said = "The guest said words, text and a turn that moved."
    interview = an_interview(a_conversation((ASKS, BRIDGE[0][1]), (ANSWERS, said), *BRIDGE[2:]), by=alice)
    publish(interview=interview, by=alice)
    for word in ("guest", "words", "text", "turn", "moved"):
        gone(interview, alice, word)
    page = client.get(reverse("interviews:published", args=[interview.slug])).content.decode()
    assert "The ████ said ████, ████ and a ████ that ████." in page
    assert "████" in state(interview, 0).turns[1].text


@pytest.mark.parametrize(
    ("words", "reason", "confirmation", "why"),
    [
        (CANARY, "", "erase", "Write why"),
        (CANARY, "A court order.", "yes", "Type “erase”"),
        ("a", "A court order.", "erase", "at least 3 letters"),
        ("nobody said this", "A court order.", "erase", "stand nowhere"),
    ],
)
def test_nothing_goes_without_a_reason_a_typed_word_and_words_that_are_there(
    interview: Interview, alice: User, words: str, reason: str, confirmation: str, why: str
) -> None:
    with pytest.raises(CannotErase, match=why):
        erase(interview=interview, words=words, reason=reason, confirmation=confirmation, by=alice)
    assert set(columns_with(CANARY))
    assert not ErasureRecord.objects.exists()


def test_a_publisher_erases_at_the_desk_and_finds_there_that_it_happened(
    client: Client, interview: Interview, alice: User
) -> None:
    client.force_login(alice)
    where = reverse("interviews:erase", args=[interview.pk])
    asked = client.post(where, {"words": CANARY, "reason": "A court order."}).content.decode()
    assert "The words stand in 3 turns now." in asked
    told = client.post(
        where, {"words": CANARY, "reason": "A court order.", "confirmation": "erase"}, follow=True
    ).content.decode()
    assert "alice: A court order." in told
    assert CANARY not in told


def test_other_interviews_keep_their_words(interview: Interview, alice: User) -> None:
    other = an_interview(a_conversation((ASKS, f"Who is {CANARY}?"), *BRIDGE[1:]), by=alice, title="Another")
    gone(interview, alice)
    assert other.turns.filter(text__contains=CANARY).count() == 1
    assert not Flag.objects.filter(interview=interview, quote__contains=CANARY).exists()
