"""Pictures of others: within bounds, cleaned, and told what is not shown of them."""

import struct
import zlib
from base64 import b64decode
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from escp_docs.document import PictureKind
from escp_docs.pictures.faults import PictureError
from escp_docs.pictures.raster import MOST_DOTS
from escp_docs.pictures.reading import LARGEST, shown
from tests.support.sizes import examples

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, more: str = 'viewBox="0 0 10 20"') -> bytes:
    return f"{_HEAD} {more}>{body}</svg>".encode()


def dots(kind: str, size: tuple[int, int] = (300, 150), **more: object) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, (10, 200, 30)).save(target, kind, **more)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(b64decode(shown(data).content)))


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says that it has so many dots."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def with_words(kind: bytes, head: bytes) -> bytes:
    """Return a PNG with words or a profile of a few bytes that unpack to 64 MB."""
    data = dots("PNG")
    place = data.index(b"IDAT") - 4
    content = kind + head + zlib.compress(b" " * 2**26, 9)
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    return data[:place] + chunk + data[place:]


def _repeated(levels: int) -> bytes:
    """Return a picture in which each part draws the next one ten times."""
    parts = (f'<g id="a{n}">' + f'<use href="#a{n + 1}"/>' * 10 + "</g>" for n in range(levels))
    return svg("".join(parts) + f'<rect id="a{levels}"/>')


# --- dots ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "found"), [("PNG", PictureKind.PNG), ("JPEG", PictureKind.JPEG)])
def test_what_a_picture_is_its_bytes_say(kind: str, found: PictureKind) -> None:
    assert shown(dots(kind)).kind is found


def test_a_size_in_dots_per_inch_is_kept() -> None:
    assert shown(dots("PNG", dpi=(300, 300))).width_mm == pytest.approx(25.4, abs=0.1)
    assert shown(dots("PNG")).width_mm == pytest.approx(50.8)
    assert shown(dots("JPEG", dpi=(1, 1))).width_mm == pytest.approx(50.8)  # nobody means that


def test_nothing_is_taken_along_but_the_dots() -> None:
    data = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Taken at home"
    exif[0x0112] = 6  # turned by a quarter
    Image.new("RGB", (40, 20)).save(data, "JPEG", exif=exif, comment=b"secret")

    found = opened(data.getvalue())
    assert not dict(found.getexif())
    assert "comment" not in found.info
    assert found.size == (20, 40)


def test_a_large_picture_is_made_smaller_and_keeps_its_shape() -> None:
    assert opened(dots("PNG", (4000, 1000))).size == (2000, 500)
    assert shown(dots("PNG", (4000, 1000))).width_mm == pytest.approx(4000 / 150 * 25.4)


def test_what_can_be_seen_through_stays_so() -> None:
    target = BytesIO()
    Image.new("LA", (5, 5), (0, 0)).save(target, "PNG")

    assert opened(target.getvalue()).mode == "RGBA"


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK"])
def test_every_kind_of_colour_becomes_one_that_can_be_printed(mode: str) -> None:
    target = BytesIO()
    Image.new(mode, (8, 8)).save(target, "JPEG" if mode == "CMYK" else "PNG")

    assert opened(target.getvalue()).mode == "RGB"


def test_the_same_file_gives_the_same_bytes() -> None:
    assert shown(dots("JPEG")) == shown(dots("JPEG"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (bomb(30_000, 30_000), "million dots"),
        (bomb(MOST_DOTS, 2), "million dots"),
        (bomb(50, 50), "damaged"),
        (with_words(b"zTXt", b"a\0\0"), "damaged"),
        (with_words(b"iTXt", b"a\0\1\0\0\0"), "damaged"),
        (with_words(b"iCCP", b"a\0\0"), "damaged"),
        (dots("PNG")[:-200], "damaged"),
        (dots("JPEG")[:100], "damaged"),
        (b"\xff\xd8\xff", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * LARGEST, "MB"),
        (b"GIF89a", "neither PNG nor JPEG nor SVG"),
        (b"", "neither PNG nor JPEG nor SVG"),
    ],
)
def test_what_cannot_be_shown_says_why_and_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(PictureError, match=says) as caught:
        shown(data)

    assert caught.value.fix


# --- lines -----------------------------------------------------------------------------------


def names(content: str) -> set[str]:
    return {etree.QName(one).localname for one in etree.fromstring(content.encode()).iter()}


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<image href="http://a.example/b.png"/>', "<image>"),
        ('<image href="data:image/png;base64,AA"/>', "<image>"),
        (
            "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>",
            "<foreignO",
        ),
        ('<use href="other.svg#a"/>', "a link to another file"),
        ('<use xlink:href="http://a.example/#a"/>', "a link to another file"),
        ('<rect fill="url(http://a.example/#a)"/>', "a link to another file"),
        ('<g><set attributeName="href" to="x"/></g>', "<set>"),
        ('<filter id="f"/>', "<filter>"),
    ],
)
def test_what_leads_out_or_runs_is_taken_out_and_told(body: str, lost: str) -> None:
    found = shown(svg(f"{body}<rect width='1' height='1'/>"))

    assert any(one.startswith(lost) for one in found.lost)
    assert names(found.content) <= {"svg", "rect", "use", "g"}
    assert "example" not in found.content


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="x()"',
        'ONCLICK="x()"',
        'style="background:url(http://a.example)"',
        'style="fill:url(//a.example/b#c)"',
        'xml:base="http://a.example"',
        'class="a" data-x="y" tabindex="1"',
    ],
)
def test_attributes_that_draw_nothing_are_taken_out(attribute: str) -> None:
    content = shown(svg(f"<rect {attribute} width='1'/>")).content

    assert content.endswith('><rect width="1"/></svg>')


def test_style_sheets_become_attributes() -> None:
    found = shown(
        svg(
            "<style>@import 'http://a.example'; .a, #b {fill: #f00; behavior: x} rect{stroke:red}"
            " g > rect {fill: blue} @media print {.a{fill:lime}}</style>"
            '<rect class="x a"/><path id="b" style="fill:green"/><a href="x"><circle r="1"/></a>'
        )
    )

    assert '<rect fill="#f00" stroke="red"/>' in found.content
    assert '<path id="b" fill="green"/>' in found.content
    assert '<g><circle r="1"/></g>' in found.content  # what a link surrounds is drawn
    assert "example" not in found.content


def test_entities_are_not_read_and_do_not_grow() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    head = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]>'.encode()
    secret = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

    assert cure(head + svg("<text>&a8;</text>"))
    found = shown(secret + svg("<text>&x;</text>"))
    assert "root" not in found.content
    assert found.lost == ("an entity",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (svg('<g id="a"><use href="#a"/></g>'), "within itself"),
        (
            _repeated(9),
            "more than 20,000 parts",
        ),
        (svg("<rect/>" * 20_001), "more than 20,000 parts"),
        (svg("<g>" * 90 + "</g>" * 90), "too deep"),
        (
            svg("".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(5000))),
            "too deep",
        ),
        (svg('<text font-size="1e9">x</text>'), "larger than any paper"),
        (svg('<text style="letter-spacing:999999px">x</text>'), "larger than any paper"),
        (svg('<path d="' + "M0 0L9 9" * 130_000 + '"/>'), "too many points"),
        (svg("<rect/>", ""), "how large"),
        (svg("<rect/>", 'viewBox="0 0 0 0"'), "how large"),
        (svg("<rect/>", 'viewBox="0 0 nan 1e400"'), "how large"),
        (b"<svg/>", "no SVG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'", "no well-formed SVG"),
        (b"<html><svg/></html>", "no SVG"),
    ],
)
def test_an_svg_that_cannot_be_drawn_says_why(data: bytes, says: str) -> None:
    with pytest.raises(PictureError, match=says) as caught:
        shown(data)

    assert caught.value.fix


@pytest.mark.parametrize(
    ("more", "width", "height"),
    [
        ('viewBox="0 0 96 48"', 25.4, 12.7),
        ('width="20mm" height="10mm"', 20, 10),
        ('width="2cm" viewBox="0 0 10 5"', 20, 10),
        ('height="1in" viewBox="5 5 10 20"', 12.7, 25.4),
        ('width="100%" height="100%" viewBox="0,0,96,96"', 25.4, 25.4),
    ],
)
def test_the_size_is_that_which_the_file_asks_for(more: str, width: float, height: float) -> None:
    found = shown(svg("<rect/>", more))

    assert found.width_mm == pytest.approx(width)
    assert found.height_mm == pytest.approx(height)


def cure(data: bytes) -> str | None:
    """Return what is to be done about a file; None if it can be shown."""
    try:
        shown(data)
    except PictureError as error:
        return error.fix
    return None


@given(
    st.binary(max_size=400), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg "])
)
def test_bytes_at_random_never_lead_to_a_traceback(data: bytes, head: bytes) -> None:
    assert cure(head + data) != ""


@given(st.data())
def test_a_changed_picture_never_leads_to_a_traceback(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([dots("PNG"), dots("JPEG"), svg("<g><rect/></g>")]))
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, max(examples(5), 1)))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert cure(bytes(changed)) != ""
