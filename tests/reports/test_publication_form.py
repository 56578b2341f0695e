"""The publication form: its fields, its three signatures, and what a report makes of it."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs import KINDS, Dossier, PublicationForm, load, render
from ita_docs.review import review

FORM = {
    "fiscal_year": 2566,
    "agency": {"kind": "อบต.", "name": "หินตั้ง", "district": "บ้านไผ่", "province": "ขอนแก่น"},
    "subject": "รายงานผล",
    "summary": "ผลของมาตรการ",
}


def form(**given: Any) -> PublicationForm:
    return PublicationForm.model_validate({**FORM, **given})


def test_what_is_not_stated_is_open() -> None:
    view = PublicationForm.model_validate({name: FORM[name] for name in ("fiscal_year", "agency", "subject")}).view()
    assert (view.unit, view.date) == ("องค์การบริหารส่วนตำบลหินตั้ง", None)
    assert (view.summary, view.links, view.remark) == ((), (), ())
    assert [(one.role, one.name, one.date) for one in view.sign_off] == [
        ("ผู้รับผิดชอบการให้ข้อมูล", None, None),
        ("ผู้อนุมัติรับรอง", None, None),
        ("ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่", None, None),
    ]


def test_signatures_as_stated() -> None:
    assert [one.role for one in form(sign_off=[{"role": "ก"}, {"role": "ข"}]).view().sign_off] == ["ก", "ข"]
    assert form(sign_off=[]).view().sign_off == ()
    with pytest.raises(ValidationError, match="at most 3"):
        form(sign_off=[{"role": "ก"}] * 4)


def test_one_link_or_several() -> None:
    assert form(links="www.a.go.th").links == form(links=["www.a.go.th"]).links == ("www.a.go.th",)


def test_what_is_no_address_and_a_summary_that_is_missing_are_findings() -> None:
    assert form(links=["https://www.a.go.th/ก", "a.go.th"]).findings() == ()
    found = form(links=["www.a.go.th", "ดูที่ www.a.go.th", "เว็บไซต์"], summary=None).findings()
    assert [(one.code, one.place.field, one.severity) for one in found] == [
        ("publication.no-summary", "summary", "advice"),
        ("publication.no-link", "links[1]", "warning"),
        ("publication.no-link", "links[2]", "warning"),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_of_any_kind_makes_a_form_without_findings(root: Path, kind: str) -> None:
    dossier = load(root / "examples" / "dossier.yaml")
    assert isinstance(dossier, Dossier)
    made = PublicationForm.for_report(dossier.report(KINDS[kind]), links="https://www.a.go.th/ita")
    assert review(made) == ()
    view = made.view()
    assert view.links == ("https://www.a.go.th/ita",)
    assert "ประจำปีงบประมาณ พ.ศ. 256" in view.subject
    assert "93.38" in view.summary[0].text
    assert "จำนวน 7 มาตรการ" in view.summary[1].text
    assert render(made).document[:2] == b"PK"
    assert PublicationForm.for_report(dossier.report(KINDS[kind])).links == ()
