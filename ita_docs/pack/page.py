"""The page of a pack (หน้าสารบัญ): every file with its title, item and size, and what the review found.

One file of HTML in Thai that needs nothing else: it opens offline, on a telephone too, and prints.  Limits: values are
escaped, always; a data file is named without the folders above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ita_docs.errors import Place
from ita_docs.findings import Finding

if TYPE_CHECKING:
    from ita_docs.pack import Pack, Packed
    from ita_docs.reports import Paper

_SEVERITIES = {"error": "ต้องแก้", "warning": "คำเตือน", "advice": "ข้อแนะนำ"}
_STYLE = """
:root{color-scheme:light dark;--line:#8886;--soft:#8882}
*{box-sizing:border-box}
body{font:1.05rem/1.6 "TH Sarabun New","TH SarabunPSK",Sarabun,"Noto Sans Thai",Tahoma,sans-serif;
max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.2rem;margin:2rem 0 .5rem}
h3{font-size:1.05rem;margin:1rem 0 .25rem}
ul{padding-left:1.2rem;margin:.25rem 0}li{margin:.25rem 0}
.files{list-style:none;padding:0}.files>li{border-top:1px solid var(--line);padding:.6rem 0}
.size,.place{opacity:.75;white-space:nowrap}.place{white-space:normal}
a{display:inline-block;padding:.15rem .5rem .15rem 0}
.error,.warning,.advice{border-left:.3rem solid var(--line);padding:.25rem .6rem;list-style:none;background:var(--soft)}
.error{border-color:#c22}.warning{border-color:#c80}.advice{border-color:#48c}
.findings{padding:0}
@media print{body{max-width:none;font-size:12pt;padding:0}a{color:inherit;text-decoration:none}
.files>li,.findings>li{break-inside:avoid}
h2,h3{break-after:avoid}}
""".strip()


def index_page(pack: Pack, report: Paper) -> str:
    """The whole page; `report` says whose pack it is, and of which year."""
    title = f"เอกสารประกอบการประเมิน ITA ปีงบประมาณ พ.ศ. {report.fiscal_year.year}"
    name = report.agency.full_name
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="th">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""",
            f"<title>{escape(f'{title} {name}')}</title>",
            f"<style>\n{_STYLE}\n</style>",
            "</head>",
            "<body>",
            "<header>",
            f"<h1>{escape(title)}</h1>",
            f"<p>{escape(name)}</p>",
            "</header>",
            "<main>",
            *_of_pack(pack),
            *_documents(pack.documents),
            *_reviews(pack.documents),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _of_pack(pack: Pack) -> Iterator[str]:
    if pack.findings:
        yield '<section aria-label="ข้อสังเกต">'
        yield "<h2>ข้อสังเกตเกี่ยวกับเอกสารชุดนี้</h2>"
        yield from _findings(pack.findings)
        yield "</section>"


def _documents(documents: Iterable[Packed]) -> Iterator[str]:
    """The files, under the items that they are evidence for."""
    ordered = sorted(documents, key=_order)
    for item, packed in groupby(ordered, key=lambda one: one.item):
        heading = "ไม่ระบุข้อ" if item is None else f"ข้อ {item.id} {item.name}"
        yield "<section>"
        yield f"<h2>{escape(heading)}</h2>"
        yield '<ul class="files">'
        for one in packed:
            links = [_link(one.path, "Word", one.sizes[0])]
            if one.pdf is not None:
                links.append(_link(one.pdf, "PDF", one.sizes[1]))
            yield f"<li>{escape(one.title)}<br>{' '.join(links)}</li>"
        yield "</ul>"
        yield "</section>"


def _order(one: Packed) -> tuple[bool, int]:
    return (one.item is None, one.item.code.number if one.item else 0)


def _link(path: Path, kind: str, size: int) -> str:
    said = f"{kind}: {path.name}"
    return f'<a href="{escape(quote(path.name))}">{escape(said)}</a> <span class="size">{_size(size)}</span>'


def _size(size: int) -> str:
    """A size as people read it.

    >>> _size(900), _size(52_300), _size(3_400_000)
    ('1 KB', '51 KB', '3.2 MB')
    """
    kib = size / 1024
    return f"{max(1, round(kib)):,} KB" if kib < 1000 else f"{kib / 1024:.1f} MB"  # noqa: PLR2004


def _reviews(documents: Iterable[Packed]) -> Iterator[str]:
    yield "<section>"
    yield "<h2>ผลการตรวจก่อนลงนาม</h2>"
    for one in documents:
        # Of what is drafted, nothing is said where there is nothing to say.
        if not one.findings and one.kind in {"memo", "publication-form"}:
            continue
        yield f"<h3>{escape(one.title)}</h3>"
        if one.findings:
            yield from _findings(one.findings)
        else:
            yield "<p>ไม่พบข้อที่ต้องแก้หรือควรดู</p>"
    yield "</section>"


def _findings(findings: Iterable[Finding]) -> Iterator[str]:
    yield '<ul class="findings">'
    for one in findings:
        place = _place(one.place)
        shown = f' <span class="place">{escape(place)}</span>' if place else ""
        said = f"{escape(one.text('th'))} – {escape(one.advice('th'))}"
        yield f'<li class="{one.severity}"><strong>{_SEVERITIES[one.severity]}</strong>{shown}<br>{said}</li>'
    yield "</ul>"


def _place(place: Place) -> str:
    """File, line and field; the folders of this machine are nobody's business."""
    file = Path(place.file).name
    line = f"{file} บรรทัด {place.line}" if place.line else file
    return " ".join(piece for piece in (line, place.field) if piece)
