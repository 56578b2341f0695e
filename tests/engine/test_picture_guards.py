"""Pictures of templates and data that run, fetch, unpack to too much or never end; their objects stay closed."""

import io
import os
import struct
import threading
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from docxtpl import InlineImage, RichText

from ita_docs.engine import pixels
from ita_docs.engine.package import Package
from ita_docs.engine.template import Template
from ita_docs.errors import TemplateError
from tests.engine.archives import BODY, code_of, with_part, zipped
from tests.engine.documents import docx, save
from tests.engine.test_oracle import png

URL = "http://a.example/x"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">%s</svg>'


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script>alert(1)</script>", "svg-script"),
        ("<foreignObject/>", "svg-script"),
        ('<rect onclick="alert(1)"/>', "svg-script"),
        (f'<image x:href="{URL}"/>', "external"),
        ('<image href="file:///x.png"/>', "external"),
        ('<image href="data:text/html,x"/>', "external"),
        (f'<use href="{URL}#a"/>', "external"),
        (f'<rect style="fill:url({URL})"/>', "external"),
        (f'<style>@import "{URL}";</style>', "external"),
        (f"<style>a {{ background: url('{URL}') }}</style>", "external"),
        ('<a href="javascript:x"/>', "link"),
    ],
)
@pytest.mark.parametrize(("name", "kind"), [("a.svg", "image/png"), ("a.png", "image/svg+xml")])
def test_what_an_svg_may_not_hold(inside: str, code: str, name: str, kind: str) -> None:
    part = f"word/media/{name}"
    assert code_of(zipped(with_part(part, (SVG % inside).encode(), kind))) == (f"template.{code}", part)


def test_an_svg_as_word_writes_it() -> None:
    inside = (
        '<style>.a { fill: url("#g") }</style><use x:href="#a"/><image href="data:image/png;base64,AA"/>'
        '<a href="https://a.go.th"><rect style="fill:url(#g)"/></a>'
    )
    parts = with_part("word/media/a.svg", (SVG % inside).encode(), "image/svg+xml")
    assert Package(zipped(parts), "t.docx").main == BODY


def test_a_picture_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = struct.pack(">II", 60_000, 60_000).join((png()[:16], png()[24:]))
    part = "word/media/a.png"
    assert code_of(zipped(with_part(part, large, "image/png"))) == ("template.too-big", part)
    assert Package(zipped(with_part(part, png(), "image/png")), "t.docx").main == BODY
    template = Template(save(tmp_path, docx("{{ a }}")))
    for data in (InlineImage(None, io.BytesIO(large)), InlineImage(None, str(_saved(tmp_path, large)))):
        assert _codes(template, data) == ["template.picture"]
    long = png() + bytes(1_000)
    assert template.render({"a": InlineImage(None, io.BytesIO(long))})
    monkeypatch.setattr("ita_docs.engine.pictures.MAX_PICTURE", 500)
    assert _codes(template, InlineImage(None, io.BytesIO(long))) == ["template.picture"]


def jpeg(*segments: bytes, wide: int = 30, high: int = 20) -> bytes:
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", high, wide) + b"\x03" + bytes(9)
    return b"\xff\xd8" + b"".join((*segments, frame)) + b"\xff\xd9"


EXIF, FILLED, SHORT = b"\xff\xe1\xea\x62" + bytes(60_000), b"\xff", b"\xff\xe1\x00\x02"


def test_pictures_of_every_kind() -> None:
    sizes = {
        png(30, 20): 600,
        b"GIF89a" + struct.pack("<HH", 30, 20) + bytes(9): 600,
        b"BM" + bytes(16) + struct.pack("<ii", 30, -20) + bytes(9): 600,
        jpeg(): 600,
        jpeg(EXIF, SHORT, FILLED): 600,
        **dict.fromkeys((b"", b"<svg/>", b"\xff\xd8\xff", jpeg()[:10], jpeg(b"x")), 0),
    }
    assert [pixels.count(content) for content in sizes] == list(sizes.values())
    part = "word/media/a.jpeg"
    for content in (jpeg(wide=65_535, high=65_535), jpeg(*[SHORT] * 20_000)):
        assert code_of(zipped(with_part(part, content, "image/jpeg"))) == ("template.too-big", part)
    assert Package(zipped(with_part(part, jpeg(EXIF), "image/jpeg")), "t.docx").main == BODY


def test_a_picture_that_is_a_large_file_or_never_ends(tmp_path: Path) -> None:
    template = Template(save(tmp_path, docx("{{ a }}")))
    large, pipe = _saved(tmp_path, png()), tmp_path / "pipe"
    os.truncate(large, 300 * 2**20)  # a hole
    os.mkfifo(pipe)
    tracemalloc.start()
    try:
        assert _codes(template, InlineImage(None, str(large))) == ["template.picture"]
        assert tracemalloc.get_traced_memory()[1] < 100 * 2**20
    finally:
        tracemalloc.stop()
    reader = threading.Thread(target=_codes, args=(template, InlineImage(None, str(pipe))), daemon=True)
    reader.start()
    reader.join(5)
    assert not reader.is_alive()


def _saved(folder: Path, content: bytes) -> Path:
    path = folder / "large.png"
    path.write_bytes(content)
    return path


def _codes(template: Template, value: Any) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        template.render({"a": value})
    return [fault.code for fault in caught.value.faults]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ a.tpl }}",
        "{{ a['tpl'] }}",
        "{{ a.image_descriptor }}",
        "{{ a.tpl.save('x') }}",
        "{{ [a]|map(attribute='tpl')|list }}",
    ],
)
def test_a_pictures_object_stays_closed(tmp_path: Path, tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(save(tmp_path, docx(tag))).render({"a": InlineImage(None, io.BytesIO(png()))})
    assert {fault.code for fault in caught.value.faults} <= {"template.unknown-name", "template.object"}


@pytest.mark.parametrize("tag", ["{{ a.xml }}", "{{ a.add('x') }}", "{{ a.__class__ }}"])
def test_a_rich_texts_object_stays_closed(tmp_path: Path, tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(save(tmp_path, docx(tag))).render({"a": RichText("x")})
    assert {fault.code for fault in caught.value.faults} == {"template.unknown-name"}
