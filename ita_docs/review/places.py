"""The register of proper names (ทะเบียนชื่อ): sub-districts, districts, provinces, and the agencies named after them.

Source: กรมการปกครอง, by way of geothai (data CC BY 4.0): 77 provinces, 928 districts, 7,436 sub-districts.  Local
governments bear their sub-district's, district's or province's name; municipalities with a name of their own come from
PyThaiNLP's list of Thai Wikipedia titles (CC BY-SA 4.0), common words from its dictionary.
Limits: read on first use, about 0.2 s; a municipality without an article whose name is no place's is not known, and is
never guessed.

>>> longest(agency_names(), "โพธิ์ทองได้จัดทำ"), longest(agency_names(), "ได้จัดทำ")
('โพธิ์ทอง', '')
>>> [place.district for place in places_of("เมืองคง", "ศรีสะเกษ")]
['ราษีไศล']
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ita_docs.thai.dates import THAI_LETTER

CAPITAL = "เมือง"
_TITLES = "wikipedia_titles_th.txt"
_ELSEWHERE = re.compile("อำเภอ|จังหวัด|ประเทศ|แขวง|ราชอาณาจักร")
#: What can not begin a word: vowels after or around a consonant, tone marks.
GOES_ON = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_LETTER = re.compile(THAI_LETTER)
_IN_PARENTHESES = re.compile(r"(.+) \((.+)\)")


class Place(NamedTuple):
    """A sub-district with its district and province."""

    name: str
    district: str
    province: str


@cache
def _register() -> tuple[tuple[Place, ...], frozenset[str]]:
    """Every sub-district, and every pair `district/province`."""
    import geothai  # noqa: PLC0415  importing the library must not load the register

    places: list[Place] = []
    pairs: set[str] = set()
    for province in geothai.provinces():
        for district in geothai.districts(province.code):
            name = district.name_th.removeprefix("เขต") if province.code == "10" else district.name_th
            pairs.add(f"{name}/{province.name_th}")
            for found in geothai.subdistricts(district.code):
                other = _IN_PARENTHESES.fullmatch(found.name_th)
                names = other.groups() if other else (found.name_th,)
                places += (Place(spelling, name, province.name_th) for spelling in names)
    return tuple(places), frozenset(pairs)


@cache
def districts() -> dict[str, frozenset[str]]:
    """The provinces that have a district of a name."""
    found: dict[str, set[str]] = {}
    for pair in _register()[1]:
        name, _, province = pair.partition("/")
        found.setdefault(name, set()).add(province)
    return {name: frozenset(inside) for name, inside in found.items()}


@cache
def district_names() -> frozenset[str]:
    """The names of districts, without their kind."""
    return frozenset(districts())


@cache
def provinces() -> frozenset[str]:
    """The 77 provinces."""
    return frozenset(province for inside in districts().values() for province in inside)


@cache
def sub_districts() -> dict[str, tuple[Place, ...]]:
    """The sub-districts of a name."""
    found: dict[str, list[Place]] = {}
    for place in _register()[0]:
        found.setdefault(place.name, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


@cache
def _by_district() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in _register()[0]:
        found.setdefault(place.district, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


def inside_of(district: str) -> tuple[Place, ...]:
    """The sub-districts of the districts of a name."""
    return _by_district().get(district, ())


@cache
def agency_names() -> frozenset[str]:
    """Names that a local government may have, without its kind."""
    return frozenset((*sub_districts(), *districts(), *provinces(), *_titled()))


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


@cache
def common_words() -> frozenset[str]:
    """The words of a dictionary, to tell a name from the beginning of a word."""
    _corpus()
    from pythainlp.corpus import thai_words  # noqa: PLC0415  as above

    return frozenset(thai_words())


@cache
def _longest_of(names: Collection[str]) -> int:
    return max(map(len, names))


def longest(names: frozenset[str], text: str) -> str:
    """The longest of the names that a text begins with and that ends where a word can end; else nothing.

    >>> longest(frozenset({"นา", "นาดี"}), "นาดีมาก"), longest(frozenset({"นา"}), "น้ำ")
    ('นาดี', '')
    """
    for length in range(min(_longest_of(names), len(text)), 1, -1):
        if text[:length] in names and not GOES_ON.match(text, length):
            return text[:length]
    return ""


def ends_here(text: str, at: int) -> bool:
    """Whether no Thai letter stands at a place of a text."""
    return not _LETTER.match(text, at)


def places_of(name: str, province: str | None = None) -> tuple[Place, ...]:
    """The sub-districts of a name, in one province if it is given."""
    return tuple(place for place in sub_districts().get(name, ()) if province in (None, place.province))
