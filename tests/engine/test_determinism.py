"""The same report gives the same bytes; every archive that a template can be gives a sound one."""

import io
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx as python_docx
import pytest

import ita_docs
from ita_docs import template_sets
from ita_docs.engine import Template, archive
from tests.engine.archives import BODY, PLAIN, TYPES, zipped
from tests.engine.documents import save, texts

PROGRAM = """
import hashlib, sys, time
import ita_docs
from ita_docs import template_sets
time.time = lambda: float(sys.argv[1])
for kind in ita_docs.KINDS:
    done = ita_docs.render(ita_docs.load(template_sets.starter(kind)))
    print(hashlib.sha256(done.document).hexdigest())
"""


def test_every_process_gives_the_same_bytes() -> None:
    found = set()
    for seed, clock, zone in (("0", "1", "UTC"), ("1", "2e9", "Asia/Bangkok"), ("random", "1e9", "America/New_York")):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, clock],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            cwd=template_sets.data_folder(),
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    [listing] = found
    assert len(set(listing.split())) == len(ita_docs.KINDS)


def test_every_thread_gives_the_same_bytes() -> None:
    report = ita_docs.load_reports(template_sets.starter("improvement-plan"))[0].report
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: ita_docs.render(report).document, range(24)))) == 1


def _streamed() -> bytes:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in PLAIN.items():
            target.writestr(name, content)
    return pipe.getvalue()


def _zip64() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in PLAIN.items():
            with target.open(name, "w", force_zip64=True) as entry:
                entry.write(content)
    return stream.getvalue()


def _with_folders() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.comment = b"a comment"
        target.mkdir("word")
        for name, content in sorted(PLAIN.items(), reverse=True):
            target.writestr(name, content)
    return stream.getvalue()


SOURCES = {
    "deflated": zipped(PLAIN),
    "stored": zipped(PLAIN, zipfile.ZIP_STORED),
    "data descriptors": _streamed(),
    "zip64": _zip64(),
    "folders, comment, other order": _with_folders(),
    "text before it": b"#!/bin/sh\n" + zipped(PLAIN),
    "a name in Thai": zipped({**PLAIN, "customXml/ก.xml": b"<a/>"}),
}


@pytest.mark.parametrize("source", SOURCES)
def test_archives_of_every_make(tmp_path: Path, source: str) -> None:
    template = Template(save(tmp_path, SOURCES[source]))
    document = template.render({"name": "กขค"})
    assert document == template.render({"name": "กขค"})
    with zipfile.ZipFile(io.BytesIO(document)) as written:
        assert written.testzip() is None
        names = written.namelist()
        for entry in written.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.extra, entry.comment, entry.flag_bits & ~0x800) == (b"", b"", 0)
    with zipfile.ZipFile(io.BytesIO(SOURCES[source])) as read:
        known = [name for name in read.namelist() if not name.endswith("/") and name != TYPES]
    assert names == [TYPES, *known]
    assert texts(document)[0] == "กขค"
    assert python_docx.Document(io.BytesIO(document)).paragraphs[0].text == "กขค"
    again = Template(save(tmp_path, document, "again.docx"))  # what was written can be a template
    assert again.render({}) == again.render({"name": ""})


def test_new_parts_come_last(tmp_path: Path) -> None:
    package = Template(save(tmp_path, SOURCES["deflated"]))._opened.package  # noqa: SLF001
    document = package.write({"word/media/new.png": b"new", BODY: b"<changed/>"})
    with zipfile.ZipFile(io.BytesIO(document)) as written:
        assert written.namelist() == [*sorted(PLAIN), "word/media/new.png"]
        assert written.read(BODY) == b"<changed/>"


def test_parts_that_are_not_changed_are_copied_as_they_are_stored(tmp_path: Path) -> None:
    package = Template(save(tmp_path, SOURCES["stored"]))._opened.package  # noqa: SLF001
    entries = archive.read(package.write({BODY: b"<changed/>"}), "t.docx")
    assert [name for name, entry in entries.items() if entry.method == zipfile.ZIP_DEFLATED] == [BODY]


def test_libreoffice_opens_them(tmp_path: Path, soffice: str) -> None:
    folder = tmp_path / "out"
    names = []
    for number, source in enumerate(SOURCES.values()):
        names.append(f"{number}.docx")
        save(tmp_path, Template(save(tmp_path, source)).render({"name": f"word{number}"}), names[-1])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(folder), *names]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    for number in range(len(SOURCES)):
        assert f"word{number}" in (folder / f"{number}.txt").read_text(encoding="utf-8")
