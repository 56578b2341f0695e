"""A set's own file, `set.toml` (แฟ้มกำหนดชุดแม่แบบ): name, parent, font, size, logo, numerals, fields of its own.

Source: TOML 1.0.  Limits: only what stands here is read, and nothing is run; every fault is reported at once, with the
line of its key.

    name = "อบต.ตัวอย่าง"
    inherit = "standard"
    font = "TH Sarabun New"
    size = 15
    logo = "logo.png"
    numerals = "arabic"

    [extra.budget_source]
    type = "text"
    meaning = "แหล่งงบประมาณของมาตรการ"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from ita_docs.errors import Fault, ParseError, Place, TemplateError
from ita_docs.near import near
from ita_docs.patterns import lazy_pattern

if TYPE_CHECKING:
    from ita_docs.thai import Numerals

FILE = "set.toml"
ExtraType = Literal["text", "list", "number", "money", "date", "period", "flag"]
Owner = Literal["measure", "report"]
_NAME = lazy_pattern(r"[a-z][a-z0-9_]{0,39}")
_SIZES = (8, 40)
_NUMERALS = ("thai", "arabic")
_LONGEST_NAME = 60


class ExtraField(NamedTuple):
    """A field of an agency's own: `{{ measure.extra.NAME }}`, or `{{ extra.NAME }}` where it is the report's."""

    name: str
    type: ExtraType
    meaning: str
    of: Owner = "measure"


class SetFile(NamedTuple):
    """What a `set.toml` states; None is what it leaves to the set it inherits from."""

    name: str | None = None
    inherit: str | None = None
    font: str | None = None
    size: float | None = None
    logo: Path | None = None
    numerals: Numerals | None = None
    extra: Mapping[str, ExtraField] = MappingProxyType({})


def read_set_file(folder: Path) -> SetFile:
    """Read the `set.toml` of a folder; `TemplateError` has every fault of it."""
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError([Fault("template-set.unreadable", Place(file=str(path)))]) from error
    except tomllib.TOMLDecodeError as error:
        raise TemplateError([_syntax(error, path)]) from error
    reader = _Reader(path, text, data)
    made = reader.read()
    if reader.faults:
        raise TemplateError(sorted(reader.faults, key=lambda fault: fault.place.line or 0))
    return made


class _Reader:
    """One file being read; its faults gather in `faults`."""

    def __init__(self, path: Path, text: str, data: Mapping[str, Any]) -> None:
        self.faults: list[Fault] = []
        self._path, self._lines, self._data = path, text.splitlines(), data

    def read(self) -> SetFile:
        known = list(SetFile._fields)
        for key in self._data:
            if key not in known:
                self._fail("template-set.unknown-key", key, found=key, nearest=near(key, known) or ", ".join(known))
        return SetFile(
            name=self._text("name"),
            inherit=self._text("inherit"),
            font=self._text("font"),
            size=self._size(),
            logo=self._logo(),
            numerals=self._choice("numerals", self._data, _NUMERALS),
            extra={made.name: made for made in self._extra()},
        )

    def _fail(self, code: str, key: str, **params: object) -> None:
        place = Place(file=str(self._path), line=self._line(key), field=key)
        self.faults.append(Fault(code, place, {name: str(value) for name, value in params.items()}))

    def _line(self, key: str) -> int | None:
        """The line of a key, or of the table `[extra.name]`; tomllib does not tell."""
        table, _, last = key.rpartition(".")
        inside = not table
        for number, line in enumerate(self._lines, 1):
            if header := re.fullmatch(r"\s*\[\s*([^\]]+?)\s*\]\s*(?:#.*)?", line):
                if header[1] == key:
                    return number
                inside = header[1] == table
            elif inside and re.match(rf"\s*\"?{re.escape(last)}\"?\s*=", line):
                return number
        return None

    def _text(self, key: str) -> str | None:
        value = self._data.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_NAME or not value.isprintable():
            self._fail("template-set.not-a-text", key, found=value)
            return None
        return value.strip()

    def _size(self) -> float | None:
        value = self._data.get("size")
        if value is None:
            return None
        least, most = _SIZES
        # Word counts in half points.
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most or value * 2 % 1:
            self._fail("template-set.size", "size", found=value, least=least, most=most)
            return None
        return float(value)

    def _logo(self) -> Path | None:
        text = self._text("logo")
        if text is None:
            return None
        from ita_docs.records.agency import read_picture  # noqa: PLC0415  loads the records, which help does without

        try:
            return read_picture(text, self._path.parent)
        except ParseError as error:
            place = Place(file=str(self._path), line=self._line("logo"), field="logo")
            self.faults += [fault.at(place) for fault in error.faults]
            return None

    def _choice(self, key: str, table: Mapping[str, Any], choices: tuple[Any, ...], within: str = "") -> Any:
        value = table.get(key)
        if value is None or value in choices:
            return value
        self._fail("template-set.choice", f"{within}{key}", found=value, known=", ".join(choices))
        return None

    def _extra(self) -> Iterator[ExtraField]:
        tables = self._data.get("extra", {})
        if not isinstance(tables, dict):
            self._fail("template-set.extra", "extra", found=tables)
            return
        for name, table in tables.items():
            key = f"extra.{name}"
            if not _NAME.fullmatch(name) or not isinstance(table, dict):
                self._fail("template-set.extra", key, found=name)
                continue
            for unknown in sorted(table.keys() - {"type", "meaning", "of"}):
                self._fail("template-set.unknown-key", f"{key}.{unknown}", found=unknown, nearest="type, meaning, of")
            kind = self._choice("type", table, get_args(ExtraType), f"{key}.")
            of: Owner = self._choice("of", table, get_args(Owner), f"{key}.") or "measure"
            meaning = table.get("meaning")
            if kind is None and "type" not in table:
                self._fail("template-set.choice", key, found="-", known=", ".join(get_args(ExtraType)))
            if not isinstance(meaning, str) or not meaning.strip():
                self._fail("template-set.no-meaning", key, found=name)
            elif kind is not None:
                yield ExtraField(name, kind, meaning.strip(), of)


def _syntax(error: tomllib.TOMLDecodeError, path: Path) -> Fault:
    # Before Python 3.14 the line stands in the sentence alone.
    line = getattr(error, "lineno", None) or next(map(int, re.findall(r"at line ([0-9]+)", str(error))), None)
    return Fault("template-set.syntax", Place(file=str(path), line=line), {"found": str(error).partition(" (at")[0]})
