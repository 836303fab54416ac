"""A file from an address that begins with https://: only from a server that proves who it is."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from interviews.services.fetching import CannotFetch, Fetched, fetch
from tests.web.test_fetching_from_an_address import OK, PUBLIC, TALK, Says, Server, names, sends

HOST = "talks.example"
ADDRESS = f"https://{HOST}/talk.txt"
FILE = sends(OK, b"Content-Length: %d\r\n\r\n" % len(TALK), TALK)
NOT_PROVEN = "does not prove who it is"
Serve = Callable[[trustme.LeafCert, Says], Server]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(autouse=True)
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system trusts the authority that is made here, and no other."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


class SecureServer(Server):
    """A server with a certificate. What breaks off in the handshake was never asked anything."""

    def __init__(self, certificate: trustme.LeafCert, says: Says) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)

        def secured(_asked: bytes, to: socket.socket) -> None:
            with suppress(OSError), context.wrap_socket(to, server_side=True) as wrapped:
                asked = wrapped.recv(65_536)
                self.asked[-1] = asked
                says(asked, wrapped)

        super().__init__(secured)

    def heard(self, one: socket.socket) -> bytes:  # noqa: ARG002 (what comes first is the handshake)
        return b""


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[Server] = []

    def begin(certificate: trustme.LeafCert, says: Says = FILE) -> Server:
        servers.append(SecureServer(certificate, says))
        return servers[-1]

    yield begin
    for server in servers:
        server.stop()


def got(server: Server, address: str = ADDRESS, **hosts: str) -> Fetched:
    return fetch(address, resolver=names(**hosts), connector=server.connect)


def test_a_file_is_fetched_from_a_server_that_proves_its_name(authority: trustme.CA, serve: Serve) -> None:
    server = serve(authority.issue_cert(HOST), FILE)
    assert got(server) == Fetched(TALK, "talk.txt")
    assert server.reached == [f"{PUBLIC}:443"]
    assert b"Host: talks.example\r\n" in server.asked[0]


def test_a_certificate_of_another_name_proves_nothing(authority: trustme.CA, serve: Serve) -> None:
    server = serve(authority.issue_cert("other.example"), FILE)
    with pytest.raises(CannotFetch, match=NOT_PROVEN):
        got(server)
    assert server.asked == [b""]


def test_a_certificate_of_the_ip_address_does_not_stand_for_the_name(
    authority: trustme.CA, serve: Serve
) -> None:
    with pytest.raises(CannotFetch, match=NOT_PROVEN):
        got(serve(authority.issue_cert(PUBLIC), FILE))


def test_a_certificate_that_ran_out_proves_nothing(authority: trustme.CA, serve: Serve) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    expired = authority.issue_cert(HOST, not_before=yesterday - timedelta(days=9), not_after=yesterday)
    with pytest.raises(CannotFetch, match=NOT_PROVEN):
        got(serve(expired, FILE))


def test_a_certificate_that_anybody_can_make_proves_nothing(serve: Serve) -> None:
    with pytest.raises(CannotFetch, match=NOT_PROVEN):
        got(serve(trustme.CA().issue_cert(HOST), FILE))


def test_a_server_that_speaks_no_tls_is_not_taken_for_one_that_does() -> None:
    server = Server(FILE)
    try:
        with pytest.raises(CannotFetch, match="could not be reached, or broke off"):
            got(server)
    finally:
        server.stop()


@pytest.mark.parametrize(
    "inside", ["https://inside.example/secret", "http://inside.example/secret", "https://10.0.0.7/secret"]
)
def test_a_proven_server_cannot_send_on_to_what_is_inside(
    authority: trustme.CA, serve: Serve, inside: str
) -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: " + inside.encode() + b"\r\n\r\n"
    server = serve(authority.issue_cert(HOST, "inside.example"), sends(moved))
    with pytest.raises(CannotFetch, match="not public"):
        fetch(
            ADDRESS,
            resolver=lambda host, _port: ["10.0.0.7"] if host in ("inside.example", "10.0.0.7") else [PUBLIC],
            connector=server.connect,
        )
    assert server.reached == [f"{PUBLIC}:443"]


def test_where_a_proven_server_sends_on_to_is_held_to_its_own_certificate(
    authority: trustme.CA, serve: Serve
) -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: https://other.example/talk.txt\r\n\r\n"
    server = serve(authority.issue_cert(HOST), sends(moved))
    with pytest.raises(CannotFetch, match=NOT_PROVEN):
        got(server)
    assert server.reached == [f"{PUBLIC}:443"] * 2
