"""Another agency's name, place or kind in a report (ชื่อหน่วยงานอื่นติดมา), and the own name misspelt.

Source: the agency's record and the registers of `places.py`.  A name that is not the agency's own is a warning, since
it mostly comes from a file copied from a neighbour; where the text says why it names another it is quiet, and where it
may say so it is advice.
Limits: a name that no register knows is found only as a misspelling of the own one; a province's agency and one that is
no local government have many in their care, so that others are advice unless staff, measures or a web site are said to
be theirs; nothing is corrected, a repair is proposed.

>>> from ita_docs import Agency, Measure, ProgressReport
>>> from ita_docs.review.passages import passages
>>> agency = Agency(kind="อบต.", name="เมืองคง", district="ราษีไศล", province="ศรีสะเกษ")
>>> report = ProgressReport(fiscal_year=2566, agency=agency, measures=[Measure(title="เว็บไซต์ อบต.โพธิ์ทอง")])
>>> [(found.code, found.params["found"]) for found in names(report, passages(report))]
[('names.other-agency', 'อบต.โพธิ์ทอง')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from ita_docs.findings import Finding, Severity
from ita_docs.patterns import lazy_pattern
from ita_docs.records import Agency
from ita_docs.reports import Report
from ita_docs.reports.report import finding
from ita_docs.review.kinds import MUNICIPAL, words_of_another_kind
from ita_docs.review.mentions import AGENCIES, Mention, name_at, prefixes
from ita_docs.review.misspelt import damaged_place, distance, misspelling, misspelt_place
from ita_docs.review.passages import Passage
from ita_docs.review.places import CAPITAL, agency_names, districts, inside_of, longest, places_of, provinces
from ita_docs.review.purpose import Purpose, is_held, is_owned, is_reported_to, purpose, purpose_of_place

_SEVERITY: dict[Purpose, Severity] = {"perhaps": "advice", "none": "warning"}
#: What a person types without seeing it.
_UNSEEN = lazy_pattern("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
#: An address stands right after a name: at most this far.
_NEAR = 3
#: Letters of a word of kind that is no other word.
_WORD = 3


#: Code, severity and parameters of a finding, and where in the text it is.
Seen: TypeAlias = tuple[str, Severity, dict[str, str], int, int]


class Own(NamedTuple):
    """What is the agency's own; a place that neither it nor the register tells is empty, and is not judged."""

    agency: Agency
    districts: frozenset[str]
    provinces: frozenset[str]
    sub_districts: frozenset[str]

    @classmethod
    def of(cls, agency: Agency) -> Own:
        """The agency with its place, as stated or as its name tells."""
        province = agency.province or (agency.name if agency.kind == "อบจ." else None)
        places = places_of(agency.name, province)
        inside = frozenset((agency.district,)) if agency.district else frozenset(place.district for place in places)
        around = frozenset((province,)) if province else frozenset(place.province for place in places)
        if agency.district in (CAPITAL, *(CAPITAL + name for name in around)):
            inside |= {CAPITAL, *(CAPITAL + name for name in around)}
        near = {place.name for district in inside for place in inside_of(district) if place.province in around}
        return cls(agency, inside, around, frozenset((agency.name, *near)))

    @property
    def locality(self) -> str:
        """Where the agency is, for a message."""
        return self.agency.locality or ", ".join(sorted(self.districts | self.provinces))

    @property
    def stated(self) -> bool:
        """Whether district and province are the agency's word, not the register's."""
        return bool(self.agency.province)


def names(report: Report, passages: Sequence[Passage]) -> Iterator[Finding]:
    """What in a report's texts is another agency's, or the own name misspelt; each once in a passage."""
    own = Own.of(report.agency)
    yield from _of_agency(own)
    for passage in passages:
        yield from _of_passage(passage, own)


def _of_agency(own: Own) -> Iterator[Finding]:
    """A district that is not in its province, or does not have the sub-district; a province one letter off."""
    agency = own.agency
    district, province = agency.district, agency.province
    if province and province not in provinces():
        # A name that no province comes near to is a placeholder.
        if near := [name for name in sorted(provinces()) if distance(name, province) == 1]:
            yield finding("names.misspelt", "agency.province", "warning", found=province, repair=near[0])
        return
    if not (district and province) or district == CAPITAL:
        return
    here = ", ".join(sorted({place.district for place in places_of(agency.name, province)}))
    found = f"อำเภอ{district} จังหวัด{province}"
    if province not in districts().get(district, ()):
        code = "names.district-elsewhere-near" if here else "names.district-elsewhere"
        yield finding(code, "agency.district", "warning", found=found, nearest=here)
    elif agency.kind == "อบต." and here and district not in here.split(", "):
        params = {"found": found, "own": agency.name, "nearest": here}
        yield finding("names.sub-district-elsewhere", "agency.district", "advice", **params)


def _of_passage(passage: Passage, own: Own) -> Iterator[Finding]:
    text = _UNSEEN.sub("", passage.text) if passage.is_odd else passage.text
    text = text.replace("ํา", "ำ").replace("เเ", "แ")
    seen: set[tuple[str, str]] = set()
    spans: list[tuple[int, int]] = []
    for code, severity, params, start, end in _found(text, own, spans):
        if (code, params["found"]) not in seen:
            seen.add((code, params["found"]))
            yield finding(code, passage.place, severity, **params)
        spans.append((start, end))
    for code, severity, params, start, end in _of_own_word(text, own):
        if params["found"] not in {name for _, name in seen} and not any(a < end and start < b for a, b in spans):
            seen.add((code, params["found"]))
            yield finding(code, passage.place, severity, **params)
    for word in words_of_another_kind(text, own.agency.kind):
        known = any(start < word.end and word.start < end for start, end in spans)
        why = purpose(text, word.start, word.end)
        if why == "perhaps" and is_reported_to(text, word.start, officer=word.officer):
            why = "none"  # one's own officers are reported to
        if not known and why != "meant" and ("names.other-kind", word.found) not in seen:
            seen.add(("names.other-kind", word.found))
            params = {"found": word.found, "own": own.agency.kind, "repair": word.repair}
            yield finding("names.other-kind", passage.place, _SEVERITY[why], **params)


def _found(text: str, own: Own, spans: list[tuple[int, int]]) -> Iterator[Seen]:
    """What is another's in a text, in order; the spans of all names are noted, those of the own one too."""
    at, judged, mine = -_NEAR - 1, True, False
    for prefix in prefixes(text):
        name = name_at(text, prefix, own.agency.name)
        follows = prefix.start - at <= _NEAR
        wrong = misspelling(text, prefix, own.agency, name)
        if not name and not wrong:
            if (follows or mine) and (place := misspelt_place(text, prefix, own.agency)):
                yield _misspelt(text, prefix, len(place), _stated(own.agency, prefix.kind))
            continue
        at = prefix.at + len(wrong or name)
        spans.append((prefix.start, at))
        if prefix.kind in AGENCIES:
            mine = bool(wrong) or _is_own(prefix.kind, name, own)
            seen = list(_of_name(text, prefix._replace(name=name, end=at), own)) if not (wrong or mine) else []
            # Where another agency is named on purpose, its address is too.
            judged = mine or any(severity == "warning" for _, severity, *_ in seen)
            yield from seen
            if wrong:
                yield _misspelt(text, prefix, len(wrong), own.agency.name)
            if mine:
                yield from _of_damage(text, at, own)
        elif not follows or judged:
            seen = list(_of_place(text, prefix._replace(name=name, end=at), own, sure=follows))
            judged = bool(seen) or _is_here(prefix.kind, name, own)
            yield from seen


def _of_own_word(text: str, own: Own) -> Iterator[Seen]:
    """Another agency of an own kind that is no local government (`สสอ.`, `สถานีตำรวจภูธร`)."""
    agency = own.agency
    if agency.kind in AGENCIES:
        return
    stated = (agency.full_name, agency.short_name)
    words = {name.removesuffix(agency.name).strip() for name in stated if name.endswith(agency.name)}
    for word in sorted(words):
        for found in re.finditer(re.escape(word) + r"\s?", text) if len(word) >= _WORD and word != CAPITAL else ():
            name = longest(agency_names(), text[found.end() :])
            why = purpose(text, found.start(), found.end())
            if name and not text.startswith(agency.name, found.end()) and why != "meant":
                end = found.end() + len(name)
                params = {"found": text[found.start() : end], "own": agency.short_name}
                yield "names.other-agency", _SEVERITY[why], params, found.start(), end


def _misspelt(text: str, prefix: Mention, length: int, right: str) -> Seen:
    """A name that is not spelt as it should be, with its word of kind."""
    repair = text[prefix.start : prefix.at].rstrip() + right
    params = {"found": text[prefix.start : prefix.at + length], "repair": repair}
    return "names.misspelt", "warning", params, prefix.start, prefix.at + length


def _is_own(kind: str, name: str, own: Own) -> bool:
    """Whether a name after a word of kind is the agency's own; `เทศบาล` alone is any municipality's word."""
    return name == own.agency.name and (kind == own.agency.kind or (kind == "เทศบาล" and own.agency.kind in MUNICIPAL))


def _of_name(text: str, mention: Mention, own: Own) -> Iterator[Seen]:
    """An agency that is not this one."""
    agency = own.agency
    # The agency of the own province is everyone's partner.
    if mention.kind == "อบจ." and (mention.name in own.provinces or not own.provinces):
        return
    found = text[mention.start : mention.end]
    same = mention.name == agency.name and agency.kind != "อบจ."
    if agency.kind == "อบจ." and (mention.name in own.provinces or places_of(mention.name, agency.name)):
        return
    why = _why(text, mention, own)
    if why != "meant":
        code, right = ("names.own-of-another-kind", "repair") if same else ("names.other-agency", "own")
        yield code, _SEVERITY[why], {"found": found, right: agency.short_name}, mention.start, mention.end


def _why(text: str, mention: Mention, own: Own) -> Purpose:
    """Why another agency is named; who is no local government, or a province's, has many of them in its care."""
    why, kind = purpose(text, mention.start, mention.end), own.agency.kind
    if why == "perhaps" and mention.name == own.agency.name and is_reported_to(text, mention.start, officer=False):
        return "none"
    if why == "meant" or (kind in AGENCIES and (kind != "อบจ." or mention.kind == "อบจ.")):
        return why
    if is_held(text, mention.start):
        return "none"
    return "perhaps" if kind == "อบจ." or why == "none" else "meant"


def _of_place(text: str, mention: Mention, own: Own, *, sure: bool) -> Iterator[Seen]:
    """A sub-district, district or province that is not the agency's; `sure`: it is the address of the agency itself."""
    if _is_here(mention.kind, mention.name, own) and not _is_neighbour(text, mention, own):
        return
    sure = sure or _in_own_district(text, mention, own)
    why = "none" if sure else purpose_of_place(text, mention.start, mention.end)
    if why == "meant":
        return
    severity = _SEVERITY[why] if own.stated else "advice"
    params = {"found": text[mention.start : mention.end], "own": own.locality}
    yield "names.other-place", severity, params, mention.start, mention.end


def _is_here(kind: str, name: str, own: Own) -> bool:
    """Whether a place is the agency's, or can not be judged; in a province's agency all its districts are."""
    if kind == "จังหวัด":
        return not own.provinces or name in own.provinces
    if own.agency.kind == "อบจ." or not own.districts:
        return True
    return name in (own.sub_districts if kind == "ตำบล" else own.districts)


def _is_neighbour(text: str, mention: Mention, own: Own) -> bool:
    """Whether an อบต. speaks of people or land of another sub-district of its district: it has only its own."""
    if own.agency.kind != "อบต." or mention.kind != "ตำบล" or mention.name == own.agency.name:
        return False
    mine = {place.name for place in places_of(own.agency.name, own.agency.province)}
    return own.agency.name in mine and is_owned(text, mention.start)


def _in_own_district(text: str, mention: Mention, own: Own) -> bool:
    """Whether a sub-district is said to lie in the own district, which has none of that name."""
    if mention.kind != "ตำบล" or _is_here(mention.kind, mention.name, own):
        return False
    return any(re.match(rf"\s*(?:อำเภอ|อ\.)\s*{re.escape(name)}", text[mention.end :]) for name in own.districts)


def _stated(agency: Agency, kind: str) -> str:
    return (agency.district if kind == "อำเภอ" else agency.province) or ""


def _of_damage(text: str, at: int, own: Own) -> Iterator[Seen]:
    """`อบต.เมืองคง อ่าเออโพธิ์ทอง`: a word of place that scanning has damaged, and the name after it."""
    damaged = damaged_place(text, at)
    if not damaged:
        return
    found, kind, name, start = damaged
    mine = own.districts if kind == "อำเภอ" else own.provinces
    if name in mine:
        yield "names.misspelt", "warning", {"found": found, "repair": kind + name}, start, start + len(found)
    elif mine:
        params = {"found": found, "own": own.locality}
        yield "names.other-place", "warning", params, start, start + len(found)
