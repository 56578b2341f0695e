"""What of a zip archive is refused, and that archives are always written alike."""

import struct
import tracemalloc
import zlib
from collections.abc import Callable

import pytest

from ita_docs.engine import archive
from ita_docs.engine.package import Package
from tests.engine.archives import BODY, PLAIN, code_of, zipped

LOCAL, CENTRAL = struct.Struct("<4sHHHHHLLLHH"), struct.Struct("<4sHHHHHHLLLHHHHHLL")
Entry = tuple[str, bytes]


def made(entries: list[Entry], change: Callable[[int, list[int], list[int]], None] = lambda *_: None) -> bytes:
    """An archive whose headers can be made to lie: version, flags, method, time, date, crc, sizes, name, extra."""
    body, directory = b"", b""
    for number, (name, content) in enumerate(entries):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        label = name.encode()
        local = [20, 0x800, 8, 0, 0x21, zlib.crc32(content), len(packed), len(content), len(label), 0]
        central = [*local, len(body)]
        change(number, local, central)
        directory += CENTRAL.pack(b"PK\x01\x02", 20, *central[:10], 0, 0, 0, 0, central[10]) + label
        body += LOCAL.pack(b"PK\x03\x04", *local) + label + packed
    count = len(entries)
    return body + directory + struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)


ENTRIES = [(name, content) for name, content in PLAIN.items()]
FLAGS, METHOD, CRC, PACKED, SIZE, NAME, OFFSET = 1, 2, 5, 6, 7, 8, 10


def test_the_maker_of_archives_makes_good_ones() -> None:
    assert Package(made(ENTRIES), "t.docx").parts == PLAIN


@pytest.mark.parametrize(
    "name",
    [
        "../x.xml",
        "/x.xml",
        "word/../../x.xml",
        "word\\x.xml",
        "C:/x.xml",
        "word//x.xml",
        "./x.xml",
        "a\nb.xml",
        "%2e%2e/x.xml",
        "a%5Cb",
    ],
)
def test_names_that_leave_the_archive(name: str) -> None:
    assert code_of(made([*ENTRIES, (name, b"<a/>")])) == ("template.entry-name", "")


def test_a_name_cut_by_nul() -> None:
    assert code_of(made([*ENTRIES, ("word/x.xml\0.png", b"<a/>")]))[0] == "template.entry-name"


@pytest.mark.parametrize("name", [BODY, "word/Document.xml", "WORD/DOCUMENT.XML", "word/%64ocument.xml"])
def test_entries_that_stand_twice(name: str) -> None:
    assert code_of(made([*ENTRIES, (name, b"<a/>")])) == ("template.entry-twice", "")


@pytest.mark.parametrize(
    ("field_number", "value", "both", "code"),
    [
        (FLAGS, 0x801, True, "template.encrypted"),
        (FLAGS, 0x840, True, "template.encrypted"),
        (METHOD, 12, True, "template.damaged"),
        (METHOD, 14, True, "template.damaged"),
        (METHOD, 99, True, "template.damaged"),
        (METHOD, 0, True, "template.damaged"),
        (METHOD, 0, False, "template.damaged"),
        (CRC, 1, True, "template.damaged"),
        (CRC, 1, False, "template.damaged"),
        (PACKED, 5, True, "template.damaged"),
        (PACKED, 5, False, "template.damaged"),
        (SIZE, 5, True, "template.damaged"),
        (SIZE, 5, False, "template.damaged"),
        (SIZE, 0, True, "template.damaged"),
        (SIZE, 90_000, True, "template.damaged"),
        (SIZE, archive.MAX_PART + 1, True, "template.too-big"),
        (SIZE, 3_000_000, True, "template.bomb"),
        (NAME, 3, False, "template.damaged"),
        (NAME, 60_000, False, "template.damaged"),
        (9, 60_000, False, "template.damaged"),
    ],
)
def test_headers_that_lie(field_number: int, value: int, *, both: bool, code: str) -> None:
    def lie(number: int, local: list[int], central: list[int]) -> None:
        if number == 3:
            local[field_number] = value
            if both:
                central[field_number] = value

    assert code_of(made(ENTRIES, lie))[0] == code


def test_a_size_that_lies_with_a_fitting_checksum() -> None:
    """Python's own reader stops at the declared size and is content."""
    content = b"<a/>" + b" " * 100_000

    def lie(number: int, local: list[int], central: list[int]) -> None:
        if number == len(ENTRIES):
            local[CRC] = central[CRC] = zlib.crc32(content[:4])
            local[SIZE] = central[SIZE] = 4

    assert code_of(made([*ENTRIES, ("word/x.xml", content)], lie)) == ("template.damaged", "word/x.xml")


def test_a_size_that_lies_costs_no_memory() -> None:
    def lie(number: int, local: list[int], central: list[int]) -> None:
        if number == len(ENTRIES):
            local[SIZE] = central[SIZE] = 4

    data = made([*ENTRIES, ("word/x.xml", bytes(40_000_000))], lie)
    tracemalloc.start()
    try:
        assert code_of(data) == ("template.damaged", "word/x.xml")
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("offset", [0, 5, 10_000_000])
def test_entries_that_overlap_or_lie_nowhere(offset: int) -> None:
    def move(number: int, local: list[int], central: list[int]) -> None:
        del local
        if number == 1:
            central[OFFSET] = offset

    assert (
        code_of(made([("a.xml", b"<a/>"), ("a.xml2"[:5].replace("a", "b"), b"<a/>"), *ENTRIES], move))[0]
        == "template.damaged"
    )


def test_entries_that_share_their_data() -> None:
    """A whole archive is the content of one entry, and its entries are listed beside it: all sizes and sums fit."""
    inner = archive.write(Package(made(ENTRIES), "t.docx").stored)
    outer = archive.write({"x.bin": archive.Stored(0, zlib.crc32(inner), len(inner), inner)})
    listing, shift = inner[inner.index(b"PK\x01\x02") : inner.rindex(b"PK\x05\x06")], 30 + len("x.bin")
    shifted, at = b"", 0
    while at < len(listing):
        (name,), (offset,) = struct.unpack_from("<H", listing, at + 28), struct.unpack_from("<L", listing, at + 42)
        shifted += listing[at : at + 42] + struct.pack("<L", offset + shift) + listing[at + 46 : at + 46 + name]
        at += 46 + name
    body, own = outer[: shift + len(inner)], outer[shift + len(inner) : outer.rindex(b"PK\x05\x06")]
    count, size = 1 + len(ENTRIES), len(own) + len(shifted)
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, count, count, size, len(body), 0)
    assert code_of(body + own + shifted + end) == ("template.damaged", "")


def test_an_entry_of_two_names() -> None:
    data = made(ENTRIES).replace(BODY.encode(), b"word/dokument.xml", 1)
    assert code_of(data) == ("template.damaged", BODY)


def test_a_content_packed_as_nobody_unpacks_it() -> None:
    stored = Package(made(ENTRIES), "t.docx").stored
    content = PLAIN[BODY]
    stored[BODY] = archive.Stored(12, zlib.crc32(content), len(content), content)
    assert code_of(archive.write(stored)) == ("template.damaged", BODY)


def test_something_behind_the_content_of_an_entry() -> None:
    stored = Package(made(ENTRIES), "t.docx").stored
    stored[BODY] = stored[BODY]._replace(data=stored[BODY].data + b"something")
    assert code_of(archive.write(stored)) == ("template.damaged", BODY)


def test_truncated_archives() -> None:
    data = zipped(PLAIN)
    for size in range(4, len(data), 97):
        assert code_of(data[:size])[0] == "template.damaged"


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of(zipped({**PLAIN, "x.bin": bytes(2_000_000)})) == ("template.bomb", "x.bin")
    many = {f"x{number}.bin": b"" for number in range(archive.MAX_ENTRIES)}
    assert code_of(zipped({**PLAIN, **many}))[0] == "template.entries"
    monkeypatch.setattr(archive, "MAX_PART", 10_000)
    assert code_of(zipped({**PLAIN, "x.bin": bytes(10_001)})) == ("template.too-big", "x.bin")
    monkeypatch.setattr(archive, "MAX_TOTAL", 20_000)
    assert code_of(zipped({**PLAIN, **{f"x{n}.bin": bytes(5_000) for n in range(4)}})) == ("template.too-big", "")
    monkeypatch.setattr(archive, "MAX_ARCHIVE", 1_000)
    assert code_of(zipped(PLAIN)) == ("template.too-big", "")
