"""The icons of a site follow from the newsroom’s own logo, where a picture can be made of it."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageDraw
from pytest_django.fixtures import Settings

from interviews.models import Interview
from interviews.services.artefacts import rebuild
from interviews.services.publishing import publish
from tests.cast import an_editor, an_interview, keys
from tests.web.test_command_publish_site import run

pytestmark = pytest.mark.django_db
RED, CLEAR, PAPER = (200, 0, 0, 255), (0, 0, 0, 0), (255, 253, 248, 255)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """The newsroom's own static files, which go before the program's."""
    (tmp_path / "river").mkdir()
    settings.STATICFILES_DIRS = [tmp_path, *settings.STATICFILES_DIRS]
    return tmp_path / "river"


def a_logo(file: Path, size: tuple[int, int] = (400, 200), colour: tuple[int, int, int, int] = RED) -> None:
    """A field of one colour with a clear margin of a tenth on each side."""
    picture = Image.new("RGBA", size, CLEAR)
    inside = (size[0] // 10, size[1] // 10, size[0] * 9 // 10 - 1, size[1] * 9 // 10 - 1)
    ImageDraw.Draw(picture).rectangle(inside, fill=colour)
    picture.save(file)


def published() -> Interview:
    interview = an_interview()
    publish(interview=interview, by=an_editor())
    return interview


def icon(client: Client, address: str) -> Image.Image:
    return Image.open(BytesIO(client.get(address).content)).convert("RGBA")


def links(client: Client, path: str) -> set[str]:
    """What a page names as its icon."""
    return set(re.findall(r'<link rel="icon" href="([^"]+)"', client.get(path).content.decode()))


def test_a_picture_becomes_every_icon_whole_and_in_its_middle(
    client: Client, folder: Path, settings: Settings
) -> None:
    a_logo(folder / "logo.png")
    settings.BRAND = {"logo": "river/logo.png", "paper": "#fffdf8"}
    published()
    for size in (48, 192):
        found = icon(client, f"/icons/{size}.png")
        assert found.size == (size, size)
        assert found.getpixel((size // 2, size // 2)) == RED
        assert found.getpixel((1, size // 2)) == RED  # the clear margin of the file is no part of the mark
        assert found.getpixel((size // 2, 1)) == CLEAR  # twice as wide as high: nothing is cut or stretched
        box = found.getbbox()
        assert box is not None
        assert abs((box[2] - box[0]) / (box[3] - box[1]) - 2) < 0.15
    apple = icon(client, "/icons/180.png")
    assert apple.getpixel((0, 0)) == PAPER  # a telephone would put black behind what is clear
    assert apple.getpixel((90, 90)) == RED
    cut = icon(client, "/icons/512.png")
    assert cut.getpixel((0, 0)) == PAPER
    red = [(x, y) for x in range(0, 512, 4) for y in range(0, 512, 4) if cut.getpixel((x, y)) == RED]
    furthest = max(((x - 256) ** 2 + (y - 256) ** 2) ** 0.5 for x, y in red)
    assert (
        180 < furthest <= 0.4 * 512
    )  # what no system cuts off: https://www.w3.org/TR/appmanifest/#icon-masks
    favicon = Image.open(BytesIO(client.get("/favicon.ico").content))
    assert favicon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert favicon.convert("RGBA").getpixel((24, 24)) == RED


def test_every_page_names_the_icons_of_the_logo(client: Client, folder: Path, settings: Settings) -> None:
    a_logo(folder / "logo.png")
    settings.BRAND = {"logo": "river/logo.png"}
    interview = published()
    embedded = reverse("interviews:quote-embed", args=["on-bridges", keys(interview)[5]])
    for path in ("/", "/interviews/on-bridges/", embedded, reverse("login")):
        assert links(client, path) == {"/icons/48.png", "/icons/192.png"}


def test_another_picture_under_the_same_name_is_another_icon_at_the_next_publication(
    client: Client, folder: Path, settings: Settings
) -> None:
    a_logo(folder / "logo.png")
    settings.BRAND = {"logo": "river/logo.png"}
    published()
    blue = (0, 0, 200, 255)
    a_logo(folder / "logo.png", colour=blue)
    publish(interview=an_interview(title="On water"), by=an_editor("bob"))
    assert icon(client, "/icons/192.png").getpixel((96, 96)) == blue


def test_a_drawing_is_the_icon_itself_and_what_needs_pixels_stays(
    client: Client, folder: Path, settings: Settings, tmp_path: Path
) -> None:
    published()
    before = client.get("/icons/192.png").content
    (folder / "logo.svg").write_text(SVG)
    settings.BRAND = {"logo": "river/logo.svg"}
    rebuild()
    assert links(client, "/") == {"/static/river/logo.svg"}
    first, *others = json.loads(client.get("/site.webmanifest").content)["icons"]
    assert first == {
        "src": "/static/river/logo.svg",
        "sizes": "any",
        "type": "image/svg+xml",
        "purpose": "any",
    }
    assert [one["src"] for one in others] == [f"/icons/{size}.png" for size in (48, 180, 192, 512)]
    assert client.get("/icons/192.png").content == before
    run(tmp_path / "site")
    assert (tmp_path / "site/static/river/logo.svg").read_text() == SVG


def test_a_mark_of_its_own_goes_before_the_logo(client: Client, folder: Path, settings: Settings) -> None:
    (folder / "logo.svg").write_text(SVG)
    a_logo(folder / "mark.png", (100, 100))
    settings.BRAND = {"logo": "river/logo.svg", "icon": "river/mark.png"}
    published()
    assert "/icons/192.png" in links(client, "/")
    assert icon(client, "/icons/192.png").getpixel((96, 96)) == RED
    assert 'src="/static/river/logo.svg"' in client.get("/").content.decode()


@pytest.mark.parametrize("name", ["broken.png", "missing.png", "logo.pdf", "../../etc/passwd.png"])
def test_what_is_no_picture_leaves_the_icons_as_they_were_and_the_operator_is_told(
    client: Client, folder: Path, settings: Settings, name: str
) -> None:
    published()
    before = client.get("/icons/192.png").content
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"no picture")
    settings.BRAND = {"icon": f"river/{name}"}
    rebuild()
    assert client.get("/icons/192.png").content == before
    told = [message.msg for message in run_checks() if message.id == "interviews.W003"]
    assert told == [f"No icon can be made of “river/{name}”, which BRAND names."]


def test_of_a_sound_logo_nothing_is_told(folder: Path, settings: Settings) -> None:
    a_logo(folder / "logo.png")
    for brand in ({}, {"logo": "river/logo.png"}, {"logo": "img/favicon.svg"}):
        settings.BRAND = brand
        assert not [message for message in run_checks() if message.id == "interviews.W003"]
