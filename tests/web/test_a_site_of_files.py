"""The exported site stands alone: whatever its pages lead to is a file beside them."""

from __future__ import annotations

import getpass
import grp
import os
import shutil
import socket
import subprocess
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from re import findall
from time import monotonic
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from interviews.services.publishing import publish, unpublish
from interviews.services.readdressing import change_address
from interviews.site.alone import alone
from interviews.site.export_list import LIST
from interviews.site.exporting import file_of
from tests.cast import an_editor, an_interview, keys
from tests.public_site import a_site

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
_SERVER = """
user {user}; pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off; worker_processes 1;
events {{ }}
http {{
    access_log off; absolute_redirect off; types {{ text/html html; }}
    client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
    uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;
    {within_http}
    server {{ listen 127.0.0.1:{port}; root {site};
{within_server}
    }}
}}
"""


def exported(folder: Path) -> Path:
    call_command("publish_site", str(folder), verbosity=0)
    return folder


def led_to(address: str, text: str) -> set[str]:
    """The addresses of this site that a file names, whole."""
    inside = findall(r"""\s(?:href|src|action)=["']([^"']+)["']""", text)
    inside += findall(r"""url\(["']?([^"')]+)["']?\)""", text)
    inside += findall(rf"""({SITE}/[^\s"'<>)\\&]*)""", text)
    found = (urljoin(f"{SITE}{address}", unescape(one)).partition("#")[0].rstrip(".") for one in inside)
    return {one for one in found if one.startswith(SITE)}


def test_every_link_of_the_exported_site_leads_to_a_file_in_it(tmp_path: Path) -> None:
    a_site()
    change_address(
        interview=Interview.objects.get(slug="on-bridges"), slug="bridges-and-drains", by=an_editor("bob")
    )
    site, lost, looked = exported(tmp_path), set(), 0
    for file in sorted(site.rglob("*")):
        if file.suffix not in {".html", ".xml", ".css", ".webmanifest"} or "download" in file.parts:
            continue
        name = f"/{file.relative_to(site)}".removesuffix("index.html")
        for address in led_to(name, file.read_text()):
            parts, looked = urlsplit(address), looked + 1
            if parts.query or not (site / file_of(unquote(parts.path) or "/")).is_file():
                lost.add((name, address))
    assert not lost
    assert looked > 200


def test_what_needs_a_program_is_left_out_of_a_page_and_nothing_else(client: Client) -> None:
    interview = an_interview()
    publish(interview=interview, by=an_editor())
    served = client.get("/interviews/on-bridges/").content
    page, bare = alone(served), alone(served, quotes=False)
    assert b"/search/" in served
    for gone in (b"/search/", b"<form", b"?speaker=", b"Read one speaker"):
        assert gone not in page
        assert gone not in bare
    assert page.count(b'href="quotes/') == len(keys(interview))
    assert b'"quotes/' not in bare
    assert all(f'id="t-{key}"'.encode() in page for key in keys(interview))
    for turn in interview.turns.all():
        assert turn.text.split("’")[0].encode() in page
    untouched = b'<a href="/people/quotes/">Q</a> <a href="https://a.example/search/?q=1">B</a>'
    assert alone(untouched, quotes=False) == untouched


def test_an_earlier_address_is_a_page_that_leads_to_the_one_of_today(tmp_path: Path) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    exported(tmp_path)
    change_address(interview=interview, slug="drains", by=alice)
    page = (exported(tmp_path) / "interviews/on-bridges/index.html").read_text()
    address = f"{SITE}/interviews/drains/"
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta http-equiv="refresh" content="0; url={address}">' in page
    assert f'<a href="{address}">' in page
    assert "On bridges" in page
    unpublish(interview=interview, by=alice, note="The guest asked for it.")
    for name in ("on-bridges", "drains"):
        page = (exported(tmp_path) / f"interviews/{name}/index.html").read_text()
        assert "The guest asked for it." in page
        assert "On bridges" not in page
    assert "On bridges" not in (tmp_path / LIST).read_text()


def test_an_address_where_nothing_is_has_a_page_that_looks_the_same_at_any_depth(tmp_path: Path) -> None:
    publish(interview=an_interview(), by=an_editor())
    site = exported(tmp_path)
    page = (site / "404.html").read_text()
    assert "This page does not exist" in page
    assert "/search/" not in page, "nobody searches without a program"
    inside = findall(r'''\s(?:href|src)="([^"#][^"]*)"''', page)
    assert inside
    assert [one for one in inside if not one.startswith("/")] == []
    assert not [file for file in site.rglob("*.xml") if "404" in file.read_text()]


def documented() -> str:
    """What the documentation has within the server, without what needs a certificate or a module."""
    told = Path("docs/publishing.md").read_text().partition("server {")[2].partition("\n}\n")[0]
    left_out = ("listen", "server_name", "root", "gzip")
    lines = told.partition("    location / {")[0].split("\n")
    return "\n".join(line for line in lines if not line.strip().startswith(left_out))


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed here")
def test_nginx_answers_as_the_program_does_with_the_documented_configuration(tmp_path: Path) -> None:
    alice = an_editor()
    moved, gone = an_interview(), an_interview(title="Gone")
    for interview in (moved, gone):
        publish(interview=interview, by=alice)
    change_address(interview=moved, slug="drains", by=alice)
    unpublish(interview=gone, by=alice, note="The guest asked for it.")
    site, port = exported(tmp_path / "site"), free_port()
    told = _SERVER.format(
        folder=tmp_path,
        user=f"{getpass.getuser()} {grp.getgrgid(os.getgid()).gr_name}",  # who may read the folder
        port=port,
        site=site,
        within_http=f"include {site}/.newsroom-nginx.conf;",
        within_server=documented(),
    )
    (tmp_path / "nginx.conf").write_text(told)
    (tmp_path / "t").mkdir()
    key = keys(moved)[3]
    with subprocess.Popen(
        ["nginx", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")],
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            assert asked(port, "/interviews/drains/")[0] == 200
            assert asked(port, "/interviews/on-bridges/")[:2] == (301, "/interviews/drains/")
            path = reverse("interviews:changes", args=["on-bridges"])
            assert asked(port, path)[:2] == (301, "/interviews/drains/changes/")
            file = "/interviews/on-bridges/download/on-bridges.md"
            assert asked(port, file)[:2] == (301, "/interviews/drains/download/drains.md")
            status, _, body = asked(port, f"{reverse('interviews:published', args=['gone'])}download/gone.md")
            assert status == 410
            assert "The guest asked for it." in body
            quote = reverse("interviews:quote", args=["drains", key])
            status, _, body = asked(port, f"{quote}?v=1")
            assert (status, "Half a day" in body or "Silence from" in body) == (200, True)
            assert "frame-ancestors *" in policy(port, f"{quote}embed/?v=1")
            assert policy(port, quote) == ""  # the test leaves out what stands in “location /”
            form = reverse("interviews:suggest", args=["drains", key])
            assert asked(port, form)[:2] == (302, f"/interviews/drains/#t-{key}")
            old = reverse("interviews:quote-embed", args=["on-bridges", key])
            assert asked(port, old)[:2] == (301, f"{quote}embed/")
            assert asked(port, reverse("interviews:quote", args=["gone", key]))[0] == 410
            assert asked(port, "/.newsroom-nginx.conf")[0] == 403
            for path in ("/interviews/never/", "/interviews/drains/no/such/file.txt"):
                status, _, body = asked(port, path)
                assert (status, "This page does not exist" in body) == (404, True)
        finally:
            server.terminate()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def policy(port: int, path: str) -> str:
    """What the browser may do with a page, as the server says."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    told = connection.getresponse().headers.get("Content-Security-Policy", "")
    connection.close()
    return told


def asked(port: int, path: str) -> tuple[int, str, str]:
    """Status, where it leads and the body; a server that is starting is asked again for ten seconds."""
    end = monotonic() + 10
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Location", ""), answer.read().decode("utf-8", "replace")
        except ConnectionRefusedError:
            if monotonic() > end:
                raise
        finally:
            connection.close()
