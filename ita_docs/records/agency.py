"""The agency whose assessment it is (หน่วยงาน): its names and titles derived from its kind and name.

Source: the official names of Thai local government: องค์การบริหารส่วนตำบล, เทศบาลตำบล, เทศบาลเมือง, เทศบาลนคร,
องค์การบริหารส่วนจังหวัด; the head of a municipality is นายกเทศมนตรี, of an administrative organisation นายกองค์การบริหารส่วน….
Limits: any other kind states `full_name`, `short_name` and `executive_title` itself; a logo is looked at, not drawn.

>>> agency = Agency(kind="อบต.", name="หินตั้ง", district="บ้านไผ่", province="ขอนแก่น")
>>> agency.full_name, agency.short_name, agency.locality
('องค์การบริหารส่วนตำบลหินตั้ง', 'อบต.หินตั้ง', 'อำเภอบ้านไผ่ จังหวัดขอนแก่น')
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic import model_validator as validate_model

from ita_docs.errors import ParseError
from ita_docs.near import near
from ita_docs.records.base import Record, Text, read_text

_BANGKOK = "กรุงเทพมหานคร"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class Kind(NamedTuple):
    """A kind of local government: how its names begin."""

    short: str
    full: str
    executive: str


KINDS = {
    kind.short: kind
    for kind in (
        Kind("อบต.", "องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบล"),
        Kind("ทต.", "เทศบาลตำบล", "นายกเทศมนตรีตำบล"),
        Kind("ทม.", "เทศบาลเมือง", "นายกเทศมนตรีเมือง"),
        Kind("ทน.", "เทศบาลนคร", "นายกเทศมนตรีนคร"),
        Kind("อบจ.", "องค์การบริหารส่วนจังหวัด", "นายกองค์การบริหารส่วนจังหวัด"),
    )
}
#: The kind that has a province and no district.
_OF_A_PROVINCE = "อบจ."
_SPELLINGS = {name: kind.short for kind in KINDS.values() for name in (kind.short, kind.short[:-1], kind.full)}
_STATED = ("full_name", "short_name", "executive_title")


def _read_kind(value: object) -> str:
    text = read_text(value)
    return _SPELLINGS.get(text.replace(" ", ""), text)


def _without(text: str, *prefixes: str) -> str:
    """Take off a word that the document writes itself, so that it is never printed twice."""
    for prefix in prefixes:
        if text.startswith(prefix) and text != prefix:
            return text.removeprefix(prefix).strip()
    return text


def _district(text: str) -> str:
    return _without(text, "กิ่งอำเภอ", "อำเภอ", "อ.", "เขต")


def _province(text: str) -> str:
    return _without(text, "จังหวัด", "จ.")


def read_logo(value: object, info: ValidationInfo) -> Path:
    """Find the picture; a data file's own folder (`folder` in the context) fences its path."""
    folder = info.context.get("folder") if isinstance(info.context, Mapping) else None
    return read_picture(value, None if folder is None else Path(folder))


def read_picture(value: object, folder: Path | None) -> Path:
    """Find a PNG or JPEG by its path, which a folder fences if there is one."""
    text = str(value) if isinstance(value, Path) else read_text(value)
    if folder is not None and Path(text).is_absolute():
        raise ParseError.of("records.logo-absolute", found=text)
    try:
        path = (folder or Path()).joinpath(text).resolve()
        if folder is not None and not path.is_relative_to(folder.resolve()):
            raise ParseError.of("records.logo-outside", found=text)
        if not path.is_file():
            raise ParseError.of("records.logo-missing", found=text)
        with path.open("rb") as file:
            start = file.read(8)
    except (OSError, RuntimeError):  # a link that leads to itself is a RuntimeError
        raise ParseError.of("records.logo-missing", found=text) from None
    if not start.startswith(_PICTURES):
        raise ParseError.of("records.logo-not-a-picture", found=text)
    return path


def _absent(value: object) -> str:
    return "" if value is None else read_text(value)


#: A name that is derived when it is not stated: never None once the record is made.
Derived = Annotated[str, BeforeValidator(_absent, json_schema_input_type=Text | None)]


def _conditions(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema which kinds state their names themselves, and which has no district."""
    known = "|".join(name.replace(".", r"\.").replace(" ", "") for name in _SPELLINGS)
    ours = {"properties": {"kind": {"type": "string", "pattern": rf"^\s*(?:{known})\s*$"}}}
    stated = {name: {"type": ["string", "number"]} for name in _STATED}
    province = {"properties": {"kind": {"type": "string", "pattern": r"^\s*(?:อบจ\.?|องค์การบริหารส่วนจังหวัด)\s*$"}}}
    schema["allOf"] = [
        {"if": ours, "else": {"required": list(_STATED), "properties": stated}},
        {"if": province, "then": {"properties": {"district": {"type": "null"}}}},
    ]
    for name in _STATED:
        schema["properties"][name].pop("default", None)


class Agency(Record):
    """One agency; `full_name`, `short_name` and `executive_title` follow from kind and name unless stated."""

    model_config = ConfigDict(title="หน่วยงาน", json_schema_extra=_conditions)

    kind: Annotated[str, PlainValidator(_read_kind), WithJsonSchema({"type": "string", "pattern": r"\S"})] = Field(
        description="ประเภทหน่วยงาน: อบต. ทต. ทม. ทน. อบจ. หรือประเภทอื่น ซึ่งต้องระบุชื่อเต็ม ชื่อย่อ และตำแหน่งผู้บริหาร"
    )
    name: Text = Field(description="ชื่อหน่วยงาน ไม่รวมประเภท เช่น หินตั้ง")
    district: Annotated[Text, AfterValidator(_district)] | None = Field(
        default=None, description="อำเภอหรือเขต (อบจ. ไม่มีอำเภอ)"
    )
    province: Annotated[Text, AfterValidator(_province)] | None = Field(default=None, description="จังหวัด")
    website: Text | None = Field(default=None, description="ที่อยู่เว็บไซต์ของหน่วยงาน")
    logo: Annotated[Path, PlainValidator(read_logo), WithJsonSchema({"type": "string"})] | None = Field(
        default=None, description="ไฟล์ตราหน่วยงาน PNG หรือ JPEG ในโฟลเดอร์เดียวกับไฟล์ข้อมูลหรือโฟลเดอร์ย่อย"
    )
    full_name: Derived = Field(default="", description="ชื่อเต็ม (ไม่ระบุ = ได้จากประเภทและชื่อ)")
    short_name: Derived = Field(default="", description="ชื่อย่อ (ไม่ระบุ = ได้จากประเภทและชื่อ)")
    executive_title: Derived = Field(
        default="", description="ตำแหน่งผู้บริหาร เช่น นายกเทศมนตรีตำบลหินตั้ง (ไม่ระบุ = ได้จากประเภทและชื่อ)"
    )

    @validate_model(mode="after")
    def _derive(self) -> Self:
        kind = KINDS.get(self.kind)
        if kind is None:
            self._check_stated()
            return self
        if kind.short == _OF_A_PROVINCE and self.district is not None:
            raise ParseError.of("records.district-of-a-province", found=self.district)
        name = _without(self.name, kind.full, kind.short, kind.short[:-1])
        derived = {
            "name": name,
            "full_name": self.full_name or f"{kind.full}{name}",
            "short_name": self.short_name or f"{kind.short}{name}",
            "executive_title": self.executive_title or f"{kind.executive}{name}",
        }
        for field, value in derived.items():
            object.__setattr__(self, field, value)
        return self

    def _check_stated(self) -> None:
        missing = [field for field in _STATED if not getattr(self, field)]
        if not missing:
            return
        nearest = near(self.kind, _SPELLINGS, 0.75)
        code = "records.agency-kind-near" if nearest else "records.agency-kind"
        raise ParseError.of(code, found=self.kind, missing=", ".join(missing), known=" ".join(KINDS), nearest=nearest)

    @property
    def locality(self) -> str:
        """District and province as a cover writes them; what is not stated is left out."""
        if self.province == _BANGKOK:
            return " ".join((*((f"เขต{self.district}",) if self.district else ()), _BANGKOK))
        province = self.province or (self.name if self.kind == _OF_A_PROVINCE else None)
        district = (f"อำเภอ{self.district}",) if self.district else ()
        return " ".join((*district, *((f"จังหวัด{province}",) if province else ())))
