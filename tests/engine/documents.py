"""Small .docx files for tests, built from markup, and the parts of a rendered one."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:r="{OFFICE}" mc:Ignorable="w14"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = '<w:sectPr>%s<w:pgSz w:w="11906" w:h="16838"/>%s</w:sectPr>'
_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:r>{properties}<w:t{space}>{escape(text)}</w:t></w:r>"


def p(*runs: str, properties: str = "", between: str = "") -> str:
    """A paragraph; each text is a run of its own (markup if it begins with `<`), with markup between them."""
    return f"<w:p>{properties}{between.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    """A cell; each text is a paragraph of its own."""
    blocks = "".join(block if block.startswith("<") else p(block) for block in content or ("",))
    return f'<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>{properties}</w:tcPr>{blocks}</w:tc>'


def row(*cells: str, properties: str = "") -> str:
    """A row; each text is a cell of its own."""
    inside = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr>{properties}{inside}</w:tr>"


def table(*rows: str, columns: int = 3) -> str:
    """A table of rows."""
    grid = '<w:gridCol w:w="1000"/>' * columns
    properties = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def control(tag: str, content: str) -> str:
    """A check box bound by its tag."""
    box = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
    own = f'<w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="7"/>{box}</w:sdtPr>'
    return f"<w:sdt>{own}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def text_box(*content: str) -> str:
    """A run with a text box, as Word stores it: twice."""
    inside = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="3" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape"><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, result: str) -> str:
    """The runs of a field."""
    mark = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    shown = result if result.startswith("<") else r(result)
    instruction = f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
    return mark % "begin" + instruction + mark % "separate" + shown + mark % "end"


def docx(
    *body: str, headers: Mapping[str, str] | None = None, footnote: str = "", core: str = "", numbering: str = ""
) -> bytes:
    """A document. `headers` by name (`header1`, `footer2`, …), all of the last section; texts are paragraphs."""
    stories = {name: content if content.startswith("<") else p(content) for name, content in (headers or {}).items()}
    kinds = ("default", "first", "even")
    used: dict[str, int] = {}
    references, relations, types, parts = "", "", "", {}
    for number, (name, content) in enumerate(stories.items(), 1):
        kind = name.rstrip("0123456789")
        element = "hdr" if kind == "header" else "ftr"
        references += f'<w:{kind}Reference w:type="{kinds[used.get(kind, 0)]}" r:id="rId{number}"/>'
        used[kind] = used.get(kind, 0) + 1
        relations += f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        parts[f"word/{name}.xml"] = f"<w:{element} {NAMESPACES}>{content}</w:{element}>"
    if footnote:
        note = f'<w:footnote w:id="1">{footnote if footnote.startswith("<") else p(footnote)}</w:footnote>'
        parts["word/footnotes.xml"] = f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>"
        relations += f'<Relationship Id="rIdF" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>'
        types += f'<Override PartName="/word/footnotes.xml" ContentType="{WORD}.footnotes+xml"/>'
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
        relations += f'<Relationship Id="rIdN" Type="{OFFICE}/numbering" Target="numbering.xml"/>'
        types += f'<Override PartName="/word/numbering.xml" ContentType="{WORD}.numbering+xml"/>'
    content = "".join(block if block.startswith("<") else p(block) for block in body)
    section = SECTION % (references, "<w:titlePg/>" if used else "")
    parts["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{content}{section}</w:body></w:document>"
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
    )
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    if core:
        kind = f"{PACKAGE}/relationships/metadata/core-properties"
        root += f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>'
        types += (
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        )
        parts["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>'
        )
    parts["_rels/.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">{root}</Relationships>'
    main = f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types">{default}<Default Extension="xml" ContentType="application/xml"/>'
        f"{main}{types}</Types>"
    )
    return archive(parts)


def archive(parts: Mapping[str, str]) -> bytes:
    """A zip archive of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, content in sorted(parts.items()):
            target.writestr(name, content)
    return stream.getvalue()


def save(folder: Path, document: bytes, name: str = "template.docx") -> Path:
    """Write a document to a file."""
    path = folder / name
    path.write_bytes(document)
    return path


def part(document: bytes, name: str = "word/document.xml") -> etree._Element:
    """The tree of a part."""
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        return etree.fromstring(source.read(name))


def texts(document: bytes, name: str = "word/document.xml") -> list[str]:
    """The paragraphs of a part, a line break as `\\n` and a tab as `\\t`."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(marks.get(e.tag, e.text or "") for e in one.iter(f"{W}t", f"{W}br", f"{W}tab"))
        for one in part(document, name).iter(f"{W}p")
    ]


def grid(document: bytes, number: int = 0) -> list[list[str]]:
    """A table's cells: their text, `|` for one that continues a merge, with `^` before one that begins it."""
    found = list(part(document).iter(f"{W}tbl"))[number]
    return [[_cell(one) for one in line.iterfind(f"{W}tc")] for line in found.iterfind(f"{W}tr")]


def _cell(one: etree._Element) -> str:
    merge = one.find(f"{W}tcPr/{W}vMerge")
    text = "/".join("".join(t.text or "" for t in para.iterfind(f"{W}r/{W}t")) for para in one.iterfind(f"{W}p"))
    if merge is None:
        return text
    return f"^{text}" if merge.get(f"{W}val") == "restart" else f"|{text}"
