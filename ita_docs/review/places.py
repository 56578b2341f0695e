"""The register of proper names (ทะเบียนชื่อ): sub-districts, districts, provinces, and the agencies named after them.

Source: กรมการปกครอง, by way of geothai (data CC BY 4.0): 77 provinces, 928 districts, 7,436 sub-districts.  Local
governments bear their sub-district's, district's or province's name; municipalities with a name of their own come from
PyThaiNLP's list of Thai Wikipedia titles (CC BY-SA 4.0), common words from its dictionary.
Limits: read on first use, about 0.2 s, and kept for the processes that follow; a municipality without an article whose
name is no place's is not known, and is never guessed.

>>> longest(agency_names(), "โพธิ์ทองได้จัดทำ"), longest(agency_names(), "ได้จัดทำ")
('โพธิ์ทอง', '')
>>> [place.district for place in places_of("เมืองคง", "ศรีสะเกษ")]
['ราษีไศล']
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ita_docs.kept import files_of, kept
from ita_docs.patterns import lazy_pattern
from ita_docs.thai.dates import THAI_LETTER

CAPITAL = "เมือง"
_TITLES, _WORDS = "wikipedia_titles_th.txt", "words_th.txt"
_DATA = ("_data/provinces.json", "_data/districts.json", "_data/subdistricts.json")
_ELSEWHERE = lazy_pattern("อำเภอ|จังหวัด|ประเทศ|แขวง|ราชอาณาจักร")
#: What can not begin a word: vowels after or around a consonant, tone marks, a letter that is not read (ย์, ทร์).
GOES_ON = lazy_pattern("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]|[ก-ฮ]{1,2}[\u0e34\u0e38]?\u0e4c")
_LETTER = lazy_pattern(THAI_LETTER)
_IN_PARENTHESES = lazy_pattern(r"(.+) \((.+)\)")


class Place(NamedTuple):
    """A sub-district with its district and province."""

    name: str
    district: str
    province: str


class _Register(NamedTuple):
    """What the review asks the register for, as it is kept between processes: what is large as lines of bytes.

    Few of the places are asked for, and of thousands of texts each takes its time to be read.
    """

    #: A line for each sub-district: its name, its district, its province, with a tab between them.
    places: bytes
    #: The provinces that have a district of a name.
    districts: dict[str, frozenset[str]]
    provinces: frozenset[str]
    #: Names of places, and of municipalities that have a name of their own.
    agencies: bytes


@cache
def _register() -> _Register:
    """The register, read once; importing its sources takes longer than reading what was made of them."""
    sources = [*files_of("geothai", *_DATA), *files_of("pythainlp", f"corpus/{_TITLES}")]
    made: tuple[Any, ...] = kept("register", sources, lambda: tuple(_made()))
    return _Register(*made)


def _made() -> _Register:
    """The register, made of its sources."""
    import geothai  # noqa: PLC0415  importing the library must not load the register

    places: list[Place] = []
    districts: dict[str, set[str]] = {}
    for province in geothai.provinces():
        for district in geothai.districts(province.code):
            name = district.name_th.removeprefix("เขต") if province.code == "10" else district.name_th
            districts.setdefault(name, set()).add(province.name_th)
            for found in geothai.subdistricts(district.code):
                other = _IN_PARENTHESES.fullmatch(found.name_th)
                spellings = other.groups() if other else (found.name_th,)
                places += (Place(spelling, name, province.name_th) for spelling in spellings)
    provinces = frozenset(province for having in districts.values() for province in having)
    return _Register(
        "".join("\t".join(place) + "\n" for place in places).encode(),
        {name: frozenset(having) for name, having in districts.items()},
        provinces,
        "\n".join(sorted({*(place.name for place in places), *districts, *provinces, *_titled()})).encode(),
    )


def districts() -> dict[str, frozenset[str]]:
    """The provinces that have a district of a name."""
    return _register().districts


@cache
def district_names() -> frozenset[str]:
    """The names of districts, without their kind."""
    return frozenset(districts())


def provinces() -> frozenset[str]:
    """The 77 provinces."""
    return _register().provinces


@cache
def sub_districts() -> dict[str, tuple[Place, ...]]:
    """The sub-districts of a name."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in _places(_register().places):
        found[place.name] = (*found.get(place.name, ()), place)
    return found


@cache
def sub_district_names() -> frozenset[str]:
    """The names of sub-districts."""
    return frozenset(line.partition("\t")[0] for line in _register().places.decode().splitlines())


def inside_of(district: str) -> tuple[Place, ...]:
    """The sub-districts of the districts of a name."""
    return tuple(place for place in _having(district) if place.district == district)


@cache
def agency_names() -> frozenset[str]:
    """Names that a local government may have, without its kind."""
    return frozenset(_register().agencies.decode().splitlines())


def _having(name: str) -> Iterator[Place]:
    """The places whose lines have a name."""
    lines, wanted = _register().places, f"{name}\t".encode()
    at = lines.find(wanted)
    while at >= 0:
        end = lines.index(b"\n", at)
        yield from _places(lines[lines.rfind(b"\n", 0, at) + 1 : end])
        at = lines.find(wanted, end)


def _places(lines: bytes) -> Iterator[Place]:
    return (Place(*line.split("\t")) for line in lines.decode().splitlines())


def _titled() -> set[str]:
    """Names of local governments that have an article in the Thai Wikipedia."""
    kinds = "(?:เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วนตำบล)"
    # The list is 12 MB: a search in its bytes takes a tenth of the time that reading its lines does.
    found = re.findall(rf"(?m)^{kinds}(.+)$".encode(), (_corpus() / _TITLES).read_bytes())
    names = {_ELSEWHERE.split(title.decode())[0].strip() for title in found}
    return {name for name in names if re.fullmatch("[ก-๙]{3,}", name)}


def _corpus() -> Path:
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")  # or its import creates a folder in the user's home
    from pythainlp.corpus import corpus_path  # noqa: PLC0415  importing the library must not import PyThaiNLP

    return Path(corpus_path())


class Words:
    """The words of a dictionary, those that begin with one letter read when that letter is asked for."""

    def __init__(self, by_letter: Mapping[str, bytes]) -> None:
        self._packed = by_letter
        self._read: dict[str, frozenset[str]] = {}

    def __contains__(self, word: str) -> bool:
        return word in self.beginning(word[:1])

    def beginning(self, letter: str) -> frozenset[str]:
        """The words that begin with a letter."""
        if letter not in self._read:
            self._read[letter] = frozenset(self._packed.get(letter, b"").decode().splitlines())
        return self._read[letter]


@cache
def common_words() -> Words:
    """The words of a dictionary, to tell a name from the beginning of a word."""
    return Words(kept("words", files_of("pythainlp", "corpus/common.py", f"corpus/{_WORDS}"), _words))


def _words() -> dict[str, bytes]:
    """The words by their first letters, a line each."""
    _corpus()
    from pythainlp.corpus import thai_words  # noqa: PLC0415  as above

    found: dict[str, list[str]] = {}
    for word in sorted(thai_words()):
        found.setdefault(word[:1], []).append(word)
    return {letter: "\n".join(words).encode() for letter, words in found.items()}


@cache
def _longest_of(names: Collection[str]) -> int:
    return max(map(len, names), default=0)


def longest(names: frozenset[str] | Words, text: str) -> str:
    """The longest of the names that a text begins with and that ends where a word can end; else nothing.

    >>> longest(frozenset({"นา", "นาดี"}), "นาดีมาก"), longest(frozenset({"นา"}), "น้ำ")
    ('นาดี', '')
    """
    if isinstance(names, Words):
        names = names.beginning(text[:1])
    for length in range(min(_longest_of(names), len(text)), 1, -1):
        if text[:length] in names and not GOES_ON.match(text, length):
            return text[:length]
    return ""


def ends_here(text: str, at: int) -> bool:
    """Whether no Thai letter stands at a place of a text."""
    return not _LETTER.match(text, at)


def places_of(name: str, province: str | None = None) -> tuple[Place, ...]:
    """The sub-districts of a name, in one province if it is given."""
    return tuple(place for place in _having(name) if place.name == name and province in (None, place.province))
