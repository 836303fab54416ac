"""A file from an address: what is public is fetched, what is inside is never reached."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from threading import Event, Thread
from time import monotonic
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from interviews.formats.reading import read
from interviews.models import ImportJob, Interview
from interviews.services.bulk_importing import import_next
from interviews.services.fetching import MOST_BYTES, MOST_REDIRECTS, CannotFetch, Fetched, fetch, is_public
from interviews.services.importing import import_reading
from tests.cast import an_editor

PUBLIC = "93.184.215.14"
TALK = b"Ann: Why?\n\nBo: Because.\n"
OK = b"HTTP/1.1 200 OK\r\n"
Says = Callable[[bytes, socket.socket], None]


class Server:
    """Answers each request by what ``says`` sends; the connector leads to it whatever address was checked."""

    def __init__(self, says: Says) -> None:
        self.says, self.asked, self.reached = says, [], []  # type: tuple[Says, list[bytes], list[str]]
        self.stopped = Event()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.thread = Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                one, _ = self.socket.accept()
                with one, suppress(OSError):
                    asked = self.heard(one)
                    self.asked.append(asked)
                    self.says(asked, one)

    def heard(self, one: socket.socket) -> bytes:
        return one.recv(65_536)

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.reached.append(f"{address}:{port}")
        return socket.create_connection(self.socket.getsockname(), timeout=seconds)

    def stop(self) -> None:
        self.stopped.set()
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join(10)


@pytest.fixture
def serve() -> Iterator[Callable[[Says], Server]]:
    servers: list[Server] = []

    def begin(says: Says) -> Server:
        servers.append(Server(says))
        return servers[-1]

    yield begin
    for server in servers:
        server.stop()


def sends(*parts: bytes) -> Says:
    def says(_asked: bytes, to: socket.socket) -> None:
        for part in parts:
            to.sendall(part)

    return says


def names(**hosts: str) -> Callable[[str, int], Sequence[str]]:
    return lambda host, _port: hosts.get(host.partition(".")[0], PUBLIC).split()


def got(
    server: Server, address: str = "http://talks.example/a%20talk.txt", seconds: float = 5, **hosts: str
) -> Fetched:
    return fetch(address, resolver=names(**hosts), connector=server.connect, seconds=seconds)


def test_a_file_is_fetched_from_the_address_that_was_checked(serve: Callable[[Says], Server]) -> None:
    server = serve(sends(OK, b"Content-Length: %d\r\n\r\n" % len(TALK), TALK))
    assert got(server, "http://talks.example/a%20talk.txt?v=2") == Fetched(TALK, "a talk.txt")
    assert server.reached == [f"{PUBLIC}:80"]
    head = server.asked[0].decode()
    assert head.startswith("GET /a%20talk.txt?v=2 HTTP/1.1")
    assert "Host: talks.example\r\n" in head
    assert "Accept-Encoding: identity" in head


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://talks.example/a", "http://"),
        ("file:///etc/passwd", "http://"),
        ("gopher://talks.example", "http://"),
        ("//talks.example/a", "http://"),
        ("http://", "no server"),
        ("http://[::1/", "no address"),
        ("http://me:secret@talks.example/", "password"),
        ("http://talks.example@inside.example/", "password"),
        ("http://talks.example:22/", "ports 80 and 443"),
        ("http://talks.example:99999/", "no address"),
        ("http://talks.example/" + "a" * 3_000, "2,000"),
        ("http://" + "a" * 70 + ".example/", "no server of that name"),
    ],
)
def test_what_is_no_plain_address_of_the_web_is_refused(
    serve: Callable[[Says], Server], address: str, told: str
) -> None:
    server = serve(sends(OK))
    with pytest.raises(CannotFetch, match=told):
        got(server, address)
    assert not server.reached


@pytest.mark.parametrize(
    "inside",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104 (refused, not bound)
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:93.184.215.14",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001:db8::1",
        "what",
        "",
    ],
)
def test_no_address_inside_is_reached(serve: Callable[[Says], Server], inside: str) -> None:
    assert not is_public(inside)
    server = serve(sends(OK))
    with pytest.raises(CannotFetch):
        got(server, inside=inside, address="http://inside.example/")
    with pytest.raises(CannotFetch):  # one of several is enough
        got(server, inside=f"{PUBLIC} {inside or '::1'}", address="http://inside.example/")
    assert not server.reached


@pytest.mark.parametrize("one", [PUBLIC, "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_what_is_public_is_so(one: str) -> None:
    assert is_public(one)


@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=4, network="169.254.0.0/16"))
def test_no_private_address_is_public_in_any_spelling(one: object) -> None:
    assert not is_public(str(one))
    assert not is_public(f"::ffff:{one}")


def test_a_redirect_is_checked_again(serve: Callable[[Says], Server]) -> None:
    server = serve(sends(b"HTTP/1.1 302 Found\r\nLocation: http://inside.example/secret\r\n\r\n"))
    with pytest.raises(CannotFetch, match="not public"):
        got(server, inside="169.254.169.254")
    assert server.reached == [f"{PUBLIC}:80"]


def test_a_redirect_to_another_kind_of_address_is_refused(serve: Callable[[Says], Server]) -> None:
    server = serve(sends(b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n"))
    with pytest.raises(CannotFetch, match="http://"):
        got(server)


def test_a_redirect_to_a_public_address_is_followed(serve: Callable[[Says], Server]) -> None:
    def says(asked: bytes, to: socket.socket) -> None:
        moved = b"HTTP/1.1 301 Moved\r\nLocation: /there.txt\r\n\r\n"
        to.sendall(OK + b"\r\n" + TALK if b"GET /there.txt" in asked else moved)

    assert got(serve(says)) == Fetched(TALK, "there.txt")


def test_redirects_without_end_end(serve: Callable[[Says], Server]) -> None:
    server = serve(sends(b"HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n"))
    with pytest.raises(CannotFetch, match="sends on more than 5 times"):
        got(server)
    assert len(server.reached) == MOST_REDIRECTS + 1


def test_a_name_that_turns_inside_between_two_questions_gains_nothing(
    serve: Callable[[Says], Server],
) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    server = serve(sends(OK, b"\r\n", TALK))
    fetch("http://turns.example/a", resolver=lambda *_: next(answers), connector=server.connect)
    assert server.reached == [f"{PUBLIC}:80"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"HTTP/1.1 404 Not Found\r\n\r\n", "answers with 404"),
        (OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b", "asked not to"),
        (OK + b"Content-Length: 900\r\n\r\nshort", "broke off"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nff\r\nshort", "broke off"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "could not be reached, or broke off"),
        (b"", "could not be reached, or broke off"),
        (b"HTTP/1.1 302 Found\r\n\r\n", "does not say which"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n", "broke off"),
        (OK + b"X: " + b"y" * 70_000 + b"\r\n\r\n", "broke off"),
    ],
)
def test_each_refusal_is_one_sentence(serve: Callable[[Says], Server], head: bytes, told: str) -> None:
    with pytest.raises(CannotFetch, match=told):
        got(serve(sends(head)))


def test_a_file_without_end_is_let_go_at_the_limit(serve: Callable[[Says], Server]) -> None:
    def says(_asked: bytes, to: socket.socket) -> None:
        to.sendall(OK + b"\r\n")
        for _ in range(2 * MOST_BYTES // 100_000):
            to.sendall(b"x" * 100_000)

    with pytest.raises(CannotFetch, match="20 MB"):
        got(serve(says), seconds=60)


@pytest.mark.parametrize(
    "head", [b"HT", OK + b"X: 1\r\n", OK + b"\r\nAnn: "], ids=["status", "headers", "body"]
)
def test_a_server_that_drips_is_let_go_in_time(serve: Callable[[Says], Server], head: bytes) -> None:
    server: Server

    def says(_asked: bytes, to: socket.socket) -> None:
        to.sendall(head)
        while not server.stopped.wait(0.05):
            to.sendall(b"a")

    server = serve(says)
    begun = monotonic()
    with pytest.raises(CannotFetch, match=r"longer than 0\.4 seconds"):
        got(server, seconds=0.4)
    assert monotonic() - begun < 3


def test_a_silent_name_server_is_let_go_in_time() -> None:
    heard = Event()

    def silent(_host: str, _port: int) -> list[str]:
        heard.wait(30)
        return [PUBLIC]

    with pytest.raises(CannotFetch, match=r"longer than 0\.2 seconds"):
        fetch("http://talks.example/", resolver=silent, seconds=0.2)
    heard.set()


@pytest.mark.django_db
def test_the_field_is_there_where_the_newsroom_wants_it_and_an_inner_address_gets_its_sentence(
    client: Client, settings: Settings
) -> None:
    client.force_login(an_editor())
    settings.IMPORT_FROM_URLS = True
    assert 'name="address"' in client.get(reverse("interviews:new")).content.decode()
    answer = client.post(
        reverse("interviews:preview-import"), {"address": "http://127.0.0.1/a.txt", "text": "x"}
    )
    assert answer.status_code == 422
    assert "not public" in answer.content.decode()
    assert 'value="http://127.0.0.1/a.txt"' in answer.content.decode()
    assert not Interview.objects.exists()


def stored(data: bytes) -> Interview:
    return import_reading(reading=read(data), data=data, name="talk.txt", by=None)


@pytest.fixture
def web(
    serve: Callable[[Says], Server], monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> Callable[[bytes], Server]:
    """All of the web is one server with one file."""

    def begin(data: bytes) -> Server:
        server = serve(sends(OK, b"Content-Length: %d\r\n\r\n" % len(data), data))
        inside = server.socket.getsockname()
        connect, resolve = socket.create_connection, socket.getaddrinfo
        told = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (PUBLIC, 80))]

        def to_the_server(address: tuple[str, int], **more: Any) -> socket.socket:
            return connect(inside if address[0] == PUBLIC else address, **more)

        def of_the_web(host: str, *more: Any, **named: Any) -> object:
            return told if host.endswith(".example") else resolve(host, *more, **named)

        monkeypatch.setattr(socket, "create_connection", to_the_server)
        monkeypatch.setattr(socket, "getaddrinfo", of_the_web)
        return server

    settings.IMPORT_FROM_URLS = True
    return begin


@pytest.mark.django_db
def test_an_archive_at_an_address_goes_in_file_by_file(
    client: Client, web: Callable[[bytes], Server]
) -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("one.txt", TALK)
        archive.writestr("two.txt", TALK.replace(b"Because", b"Why not"))
    web(made.getvalue())
    client.force_login(an_editor())
    form = {"address": "http://talks.example/all.zip"}
    answer = client.post(reverse("interviews:preview-import"), form, follow=True)
    job = ImportJob.objects.get()
    assert answer.redirect_chain == [(reverse("interviews:import-job", args=[job.pk]), 302)]
    assert [item.name for item in job.items.order_by("pk")] == ["one.txt", "two.txt"]
    assert "one.txt" in answer.content.decode()
    while import_next(job=job):
        pass
    assert Interview.objects.count() == 2


@pytest.mark.django_db
def test_a_file_at_an_address_is_shown_before_anything_is_stored(
    client: Client, web: Callable[[bytes], Server]
) -> None:
    server = web(TALK)
    client.force_login(an_editor())
    form = {"address": "http://talks.example/a%20talk.txt"}
    told = client.post(reverse("interviews:preview-import"), form).content.decode()
    assert "What was read from “a talk.txt”" in told
    assert server.asked
    assert not Interview.objects.exists()


@pytest.mark.django_db
def test_a_newer_version_of_the_file_comes_from_an_address_too(
    client: Client, web: Callable[[bytes], Server]
) -> None:
    interview, alice = stored(TALK), an_editor()
    client.force_login(alice)
    path = reverse("interviews:import-again", args=[interview.pk])
    assert 'name="address"' in client.get(path).content.decode()
    web(TALK.replace(b"Because", b"Because of the tide"))
    told = client.post(path, {"address": "http://talks.example/talk.txt"}).content.decode()
    assert "of the tide" in told
    assert 'name="take"' in told
    refused = client.post(path, {"address": "http://127.0.0.1/talk.txt"})
    assert refused.status_code == 422
    assert "not public" in refused.content.decode()
    assert 'value="http://127.0.0.1/talk.txt"' in refused.content.decode()


@pytest.mark.django_db
def test_no_newer_version_is_fetched_unless_the_newsroom_says_so(client: Client) -> None:
    interview = stored(TALK)
    client.force_login(an_editor())
    path = reverse("interviews:import-again", args=[interview.pk])
    assert 'name="address"' not in client.get(path).content.decode()
    refused = client.post(path, {"address": "http://127.0.0.1/talk.txt"}).content.decode()
    assert "not public" not in refused
    assert 'role="alert"' in refused


@pytest.mark.django_db
def test_nothing_is_fetched_unless_the_newsroom_says_so(client: Client) -> None:
    client.force_login(an_editor())
    assert 'name="address"' not in client.get(reverse("interviews:new")).content.decode()
    form = {"address": "http://127.0.0.1/a.txt", "text": TALK.decode()}
    assert "Because." in client.post(reverse("interviews:preview-import"), form).content.decode()
