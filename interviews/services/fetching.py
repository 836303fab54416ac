"""A file from an address on the web, without ever reaching into the newsroom's own network.

An address is given by somebody who may be deceived or deceive, and the server stands inside. So only public
addresses are reached: the name is resolved once, everything it resolves to must be public, and the connection
goes to exactly what was checked; the same again at each redirect. Time and size are counted while reading.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread, Timer
from time import monotonic
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

SECONDS = 5.0  # in all, redirects included
MOST_BYTES = 20_000_000
MOST_REDIRECTS = 5
_CHUNK = 65_536
_LONGEST_ADDRESS = 2_000
_PORTS = {"http": 80, "https": 443}
_MOVED = {301, 302, 303, 307, 308}
# What ``is_global`` lets pass: addresses that carry an IPv4 one: mapped,
# translated (RFC 6052, 8215), 6to4 and Teredo.
_CARRIERS = tuple(
    ip_network(one) for one in ("::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)
_INSIDE = {ip_address("168.63.129.16")}  # looks public, and is the host's own service in one large cloud
_NO_SERVER = "There is no server of that name."

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
Connector = Callable[[str, int, float], socket.socket]


class CannotFetch(Exception):
    """Nothing was brought from an address. The message is a sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood at an address, and the name that a file of it would have."""

    data: bytes
    name: str


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a name, by the system's resolver. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(told[4][0]) for told in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to exactly this address. Raises OSError."""
    return socket.create_connection((address, port), timeout=seconds)


def fetch(
    address: str, *, resolver: Resolver = resolve, connector: Connector = connect, seconds: float = SECONDS
) -> Fetched:
    """What stands at a public address of the web. Raises CannotFetch.

    ``resolver`` tells the IP addresses of a name, ``connector`` connects to the one that was checked.
    """
    until = monotonic() + seconds
    try:
        for _ in range(MOST_REDIRECTS + 1):
            parts, port = _checked(address)
            ip = _public(_host(parts), port, resolver, until)
            connection = _Pinned(parts, port, partial(connector, ip, port), until)
            with ExitStack() as ending:
                ending.callback(connection.let_go)
                response = connection.asked()
                if response.status not in _MOVED:
                    return Fetched(_body(response, connection), unquote(parts.path.rpartition("/")[2])[:255])
                target = response.getheader("Location") or ""
            if not target:
                raise CannotFetch("The server sends on to another address, and does not say which.")
            address = urljoin(address, target)
    except (OSError, HTTPException, ValueError) as error:
        raise CannotFetch(_why(error, seconds, late=monotonic() >= until)) from None
    raise CannotFetch(f"The address sends on more than {MOST_REDIRECTS} times.")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, and not one that stands for another."""
    try:
        ip: Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and (ip.is_site_local or any(ip in carrier for carrier in _CARRIERS)):
        return False
    if ip in _INSIDE:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _checked(address: str) -> tuple[SplitResult, int]:
    """The parts of an address that may be fetched, and its port. Raises CannotFetch."""
    if len(address) > _LONGEST_ADDRESS:
        raise CannotFetch(f"The address is longer than {_LONGEST_ADDRESS:,} characters.")
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise CannotFetch("This is no address of the web.") from None
    if parts.scheme not in _PORTS:
        raise CannotFetch("Only addresses that begin with http:// or https:// can be fetched.")
    if not host:
        raise CannotFetch("This is no address of the web: no server is named in it.")
    if parts.username is not None or parts.password is not None:
        raise CannotFetch("An address with a name and a password in it is not fetched.")
    if port is not None and port not in _PORTS.values():
        raise CannotFetch("Only the ports 80 and 443 are reached.")
    return parts, port or _PORTS[parts.scheme]


def _host(parts: SplitResult) -> str:
    """The name of the server as its letters are sent. Raises CannotFetch."""
    try:
        return (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        raise CannotFetch(_NO_SERVER) from None


def _public(host: str, port: int, resolver: Resolver, until: float) -> str:
    """The first IP address of a name, where all that it has are public. Raises CannotFetch, TimeoutError."""
    found: list[str] = []

    def ask() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(resolver(host, port))

    # The system waits for a silent name server as long as it likes.
    asking = Thread(target=ask, name=f"resolving {host}", daemon=True)
    asking.start()
    asking.join(_left(until))
    if asking.is_alive():
        raise TimeoutError
    if not found:
        raise CannotFetch(_NO_SERVER)
    if not all(map(is_public, found)):
        raise CannotFetch("The address leads into a network that is not public, so it is not fetched.")
    return found[0]


class _Pinned(HTTPConnection):
    """A connection to an address that was checked. The server is told the name and held to its certificate.

    Whatever the server does, the connection is cut ``until`` then: one that sends a byte now and again never
    meets the time limit of a socket.
    """

    def __init__(
        self, parts: SplitResult, port: int, opened: Callable[[float], socket.socket], until: float
    ) -> None:
        super().__init__(_host(parts), port)
        self.default_port = _PORTS[parts.scheme]
        self._parts, self._opened, self._until = parts, opened, until
        self._plug: Timer | None = None
        self._response: HTTPResponse | None = None

    def connect(self) -> None:
        """Raises TimeoutError and OSError."""
        self._watch(self._opened(_left(self._until)))
        if self._parts.scheme == "https":
            context = ssl.create_default_context()
            wrapped = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self._watch(wrapped)
            wrapped.do_handshake()

    def let_go(self) -> None:
        """Close all; ``close`` alone is what the library calls between the head of an answer and its body."""
        if self._plug is not None:
            self._plug.cancel()
        if self._response is not None:
            self._response.close()
        self.close()

    def asked(self) -> HTTPResponse:
        """The head of the answer. Raises what sockets raise."""
        target = quote(self._parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if self._parts.query:
            target += "?" + quote(self._parts.query, safe="/%:@!$&'()*+,;=~-._?")
        headers = {"Accept-Encoding": "identity", "User-Agent": "Newsroom", "Connection": "close"}
        self.request("GET", target, headers=headers)
        self._response = self.getresponse()
        return self._response

    def in_time(self) -> None:
        """Raises TimeoutError where the time is over."""
        _left(self._until)

    def _watch(self, opened: socket.socket) -> None:
        if self._plug is not None:
            self._plug.cancel()
        self.sock = opened
        opened.settimeout(_left(self._until))
        self._plug = Timer(_left(self._until), _cut, [opened])
        self._plug.daemon = True
        self._plug.start()


def _cut(opened: socket.socket) -> None:
    with suppress(OSError):
        # Not the method of a TLS socket, which would take its state away from the thread that reads.
        socket.socket.shutdown(opened, socket.SHUT_RDWR)


def _body(response: HTTPResponse, connection: _Pinned) -> bytes:
    """What the answer holds, counted while it comes. Raises CannotFetch and what sockets raise."""
    if response.status != 200:
        raise CannotFetch(f"The server answers with {response.status}, and not with a file.")
    if response.getheader("Content-Encoding", "identity").strip().lower() not in ("identity", ""):
        raise CannotFetch("The server packs what it sends, though it was asked not to.")
    parts: list[bytes] = []
    size = 0
    while chunk := response.read(_CHUNK):
        connection.in_time()
        size += len(chunk)
        if size > MOST_BYTES:
            raise CannotFetch(
                f"The file is larger than {MOST_BYTES // 1_000_000} MB, the most that is fetched."
            )
        parts.append(chunk)
    connection.in_time()
    if response.length:
        raise CannotFetch("The server broke off before the end of the file.")
    return b"".join(parts)


def _left(until: float) -> float:
    """How many seconds there are left. Raises TimeoutError where there are none."""
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _why(error: Exception, seconds: float, *, late: bool) -> str:
    if late or isinstance(error, TimeoutError):
        return f"The server took longer than {seconds:g} seconds, the most that is waited."
    if isinstance(error, ssl.SSLCertVerificationError):
        return "The server does not prove who it is: its certificate does not hold."
    return "The server could not be reached, or broke off."
