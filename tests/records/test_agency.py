from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs.errors import ParseError
from ita_docs.records import Agency

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
JPEG = b"\xff\xd8\xff\xe0" + bytes(8)


def code(folder: Path | None = None, **values: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        Agency.model_validate(
            {"kind": "อบต.", "name": "หินตั้ง", **values}, context={"folder": folder} if folder else None
        )
    [error] = refused.value.errors()
    cause = error.get("ctx", {}).get("error")
    return cause.faults[0].code if isinstance(cause, ParseError) else error["type"]


@pytest.mark.parametrize(
    ("kind", "full", "short", "title"),
    [
        ("อบต.", "องค์การบริหารส่วนตำบลหินตั้ง", "อบต.หินตั้ง", "นายกองค์การบริหารส่วนตำบลหินตั้ง"),
        ("ทต.", "เทศบาลตำบลหินตั้ง", "ทต.หินตั้ง", "นายกเทศมนตรีตำบลหินตั้ง"),
        ("ทม.", "เทศบาลเมืองหินตั้ง", "ทม.หินตั้ง", "นายกเทศมนตรีเมืองหินตั้ง"),
        ("ทน.", "เทศบาลนครหินตั้ง", "ทน.หินตั้ง", "นายกเทศมนตรีนครหินตั้ง"),
        ("อบจ.", "องค์การบริหารส่วนจังหวัดหินตั้ง", "อบจ.หินตั้ง", "นายกองค์การบริหารส่วนจังหวัดหินตั้ง"),
    ],
)
def test_names_follow_from_kind_and_name(kind: str, full: str, short: str, title: str) -> None:
    agency = Agency(kind=kind, name="หินตั้ง")
    assert (agency.full_name, agency.short_name, agency.executive_title) == (full, short, title)
    # The kind's long name, its short one without the dot, and a name that repeats the kind mean the same agency.
    assert agency == Agency(kind=full.removesuffix("หินตั้ง"), name="หินตั้ง") == Agency(kind=kind[:-1], name=short)


def test_a_stated_name_is_kept() -> None:
    agency = Agency(kind="ทต.", name="เขาบายศรี", executive_title="ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรี")
    assert agency.executive_title.startswith("ปลัดเทศบาล")
    assert agency.full_name == "เทศบาลตำบลเขาบายศรี"


def test_another_kind_states_its_names() -> None:
    names = {"full_name": "โรงพยาบาลบ้านไผ่", "short_name": "รพ.บ้านไผ่", "executive_title": "ผู้อำนวยการ"}
    assert Agency.model_validate({"kind": "โรงพยาบาล", "name": "บ้านไผ่", **names}).short_name == "รพ.บ้านไผ่"
    assert code(kind="โรงพยาบาล", short_name="รพ.บ้านไผ่") == "records.agency-kind"
    with pytest.raises(ValidationError, match="write full_name, executive_title"):
        Agency(kind="โรงพยาบาล", name="บ้านไผ่", short_name="รพ.บ้านไผ่")


def test_a_misspelt_kind_names_the_nearest() -> None:
    assert code(kind="เทศบาลตำบน") == "records.agency-kind-near"
    with pytest.raises(ValidationError, match="write เทศบาลตำบล"):
        Agency(kind="เทศบาลตำบน", name="ก")


@pytest.mark.parametrize(
    ("values", "locality"),
    [
        ({"district": "บ้านไผ่", "province": "ขอนแก่น"}, "อำเภอบ้านไผ่ จังหวัดขอนแก่น"),
        ({"district": "อำเภอบ้านไผ่", "province": "จ.ขอนแก่น"}, "อำเภอบ้านไผ่ จังหวัดขอนแก่น"),
        ({"district": "บ้านไผ่"}, "อำเภอบ้านไผ่"),
        ({"province": "ขอนแก่น"}, "จังหวัดขอนแก่น"),
        ({"district": "เขตดุสิต", "province": "กรุงเทพมหานคร"}, "เขตดุสิต กรุงเทพมหานคร"),
        ({}, ""),
        ({"kind": "อบจ."}, "จังหวัดหินตั้ง"),
    ],
)
def test_locality(values: dict[str, str], locality: str) -> None:
    assert Agency.model_validate({"kind": "อบต.", "name": "หินตั้ง", **values}).locality == locality


def test_a_province_has_no_district() -> None:
    assert code(kind="อบจ.", district="เมือง") == "records.district-of-a-province"


@pytest.mark.parametrize("content", [PNG, JPEG])
def test_a_logo_counts_from_the_folder_of_the_data_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/logo").write_bytes(content)
    given = {"kind": "อบต.", "name": "ก", "logo": "pictures/logo"}
    agency = Agency.model_validate(given, context={"folder": tmp_path})
    assert agency.logo == (tmp_path / "pictures/logo").resolve()


def test_a_logo_from_python_counts_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    monkeypatch.chdir(tmp_path)
    for logo in (Path("logo.png"), tmp_path / "logo.png"):
        agency = Agency(kind="อบต.", name="ก", logo=logo)
        assert agency.logo == (tmp_path / "logo.png").resolve()
        assert agency.logo.is_absolute()


def test_a_logo_that_can_not_be_taken(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "logo.png").write_bytes(b"GIF89a")
    (folder / "empty.png").write_bytes(b"")
    assert code(folder, logo="../secret.png") == "records.logo-outside"
    assert code(folder, logo="link.png") == "records.logo-outside"
    assert code(folder, logo=str(tmp_path / "secret.png")) == "records.logo-absolute"
    assert code(folder, logo="none.png") == "records.logo-missing"
    assert code(folder, logo="loop.png") == "records.logo-missing"
    assert code(folder, logo=".") == "records.logo-missing"
    assert code(folder, logo="x" * 5000) == "records.logo-missing"
    assert code(folder, logo="logo.png") == "records.logo-not-a-picture"
    assert code(folder, logo="empty.png") == "records.logo-not-a-picture"
    assert code(folder, logo="a\x00b") == "records.control-character"
