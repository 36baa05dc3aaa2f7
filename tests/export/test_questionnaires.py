"""Questionnaires as files: what is asked can be filled in, and found again by its path."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from escp_docs import files
from escp_docs.compose.document_types import requests
from escp_docs.document import AnswerField, Checkbox, Document, Field, Inline, all_inlines
from escp_docs.export.look import FACES, WHOLE
from escp_docs.export.word.control_types import takes_any_content
from escp_docs.export.word.controls import FIELDS, VALUES
from escp_docs.export.word.writer import to_docx
from escp_docs.files import libreoffice
from escp_docs.judging.open_facts import open_facts
from escp_docs.judging.verdict import judge
from escp_docs.model.anchors import Anchors
from escp_docs.model.stable_path import value_at
from escp_docs.produced.expected_text import printed
from tests.support.documents import composed, example
from tests.support.look import look
from tests.support.reading import spec
from tests.support.word_reading import SPACES, WordFile

_W = f"{{{SPACES['w']}}}"
_BOXES = {**SPACES, "w14": "http://schemas.microsoft.com/office/word/2010/wordml"}
_PEOPLE = [("wave", "BKTM"), ("unfinished", "CAR"), ("unfinished", "DJT"), ("unfinished", "PT4")]


@lru_cache(maxsize=4)
def questionnaire(name: str, partner: str) -> Document:
    read = example(name)
    templates = files.templates(files.template_files(files.STDIN, None))
    return composed(read, requests(read.spec)[f"questionnaires/{partner}"], templates)


def written(name: str, partner: str) -> WordFile:
    return WordFile(to_docx(questionnaire(name, partner), look()).data)


@pytest.mark.parametrize(("name", "partner"), _PEOPLE)
def test_every_short_answer_is_bound_to_an_element_of_its_own_and_no_box_is(
    name: str, partner: str
) -> None:
    file = written(name, partner)
    asked = [one for one in all_inlines(questionnaire(name, partner)) if _is_answer(one)]
    bound = {
        binding.get(f"{_W}xpath"): binding
        for binding in file.document.iter(f"{_W}dataBinding")
        if binding.getparent().find(f"{_W}showingPlcHdr") is not None  # type: ignore[union-attr]
    }

    assert len(bound) == len(asked)
    assert not file.document.xpath(".//w14:checkbox/../w:dataBinding", namespaces=_BOXES)
    for path, binding in bound.items():
        store = file.custom_xml[binding.get(f"{_W}storeItemID") or ""]
        found = store.xpath(path or "", namespaces={"f": FIELDS})
        assert isinstance(found, list)
        assert len(found) == 1


def _is_answer(inline: Inline) -> bool:
    return isinstance(inline, AnswerField) and not takes_any_content(inline)


@pytest.mark.parametrize("name", ["wave", "unfinished"])
def test_each_document_to_be_filled_in_or_agreed_on_has_a_bound_control(name: str) -> None:
    read = example(name)
    templates = files.templates(files.template_files(files.STDIN, None))
    for kind, request in requests(read.spec).items():
        if kind.startswith(("application", "partnership-agreement", "questionnaires/")):
            file = WordFile(to_docx(composed(read, request, templates), look()).data)
            assert next(file.document.iter(f"{_W}dataBinding"), None) is not None, kind


@pytest.mark.parametrize(("name", "partner"), _PEOPLE)
def test_the_base_of_every_field_is_kept_and_what_is_absent_says_so(
    name: str, partner: str
) -> None:
    document = questionnaire(name, partner)
    stores = written(name, partner).custom_xml.values()
    values = (one for store in stores for one in store.iter(f"{{{VALUES}}}value"))
    base = {(one.get("path"), one.get("option")): one for one in values}
    read = example(name).spec

    for inline in all_inlines(document):
        match inline:
            case AnswerField(path=path):
                assert base[path, None].get("absent") == "true"
                assert value_at(read, path) is None
            case Field(path=path, value=value):
                assert base[path, None].get("absent") is None
                assert unquote(base[path, None].text or "") == value
            case Checkbox(path=path, value=option, checked=checked):
                assert base[path, option].text == str(checked).lower()
            case _:
                pass


@pytest.mark.parametrize(("name", "partner"), _PEOPLE)
def test_a_questionnaire_has_room_for_all_that_its_partner_owes_and_no_more(
    name: str, partner: str
) -> None:
    read = example(name)
    owes = open_facts(read.spec, judge(read.spec, read.call)).by(partner)
    document = questionnaire(name, partner)
    rooms = {one.path for one in all_inlines(document) if isinstance(one, AnswerField | Checkbox)}
    ticks = {one.value for one in all_inlines(document) if isinstance(one, Checkbox)}

    missing = [Anchors(read.spec).anchor(one.path) for one in owes.missing]
    for one in missing:
        assert any(path == one or path.startswith(f"{one}[") for path in rooms)
    assert all(
        any(path == one or path.startswith(f"{one}[") for one in missing)
        for path in (one.path for one in all_inlines(document) if isinstance(one, AnswerField))
    )
    assert {one.path.rpartition(".")[2] for one in owes.unconfirmed} <= ticks


@pytest.mark.parametrize(("name", "partner"), _PEOPLE)
def test_a_questionnaire_is_a_valid_file(name: str, partner: str, tmp_path: Path) -> None:
    path = tmp_path / "questionnaire.docx"
    path.write_bytes(to_docx(questionnaire(name, partner), look()).data)

    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_each_form_of_value_has_its_control() -> None:
    file = written("unfinished", "CAR")
    kinds = {etree.QName(one).localname for one in file.document.iterfind(f".//{_W}sdtPr/*")}

    assert {"text", "date", "dropDownList", "checkbox"} <= kinds


def test_values_of_several_lines_are_in_controls_for_any_content() -> None:
    """LibreOffice 7.4 joins the lines in a control for plain text."""
    file = written("wave", "CMA")
    several = [one for one in file.document.iter(f"{_W}sdt") if list(one.iter(f"{_W}br"))]
    kinds = {etree.QName(kind).localname for one in several for kind in one[0]}

    assert several
    assert not kinds & {"text", "dataBinding"}


def test_a_partner_that_owes_nothing_gets_one_short_page() -> None:
    read = spec(
        "requests: {deadline: 2020-11-09, return_to: a@b.example}\n"
        "consortium: {coordinator: A, partners: [{id: A}, {id: B, PARTNER}]}\n".replace(
            "PARTNER",
            "legal_name: B, country: FR, address: x, postcode: x, city: x, pic: '123456789', "
            "register: x, registration_number: x, vat_number: x, legal_form: x, "
            "own_legal_entity: true, kind: other, website: x, eccp: {status: none}, "
            "other_applications: [], activity_report: x, founded: 2000, "
            "members: {total: 1, smes: 1}, staff_fte: 1, sectors: [], operating_grant: false, "
            "signatories: [], contact: {name: x, role: x, email: x, phone: x}, profile: x, "
            "contribution: x, strengths: [], key_staff: [], previous_projects: [], "
            "confirmed: [legal_name, country, address, postcode, city, pic, register, "
            "registration_number, vat_number, legal_form, own_legal_entity, kind, website, eccp, "
            "other_applications, activity_report, founded, members, staff_fte, sectors, "
            "operating_grant, signatories, contact, profile, contribution, strengths, key_staff, "
            "previous_projects]",
        )
        + "budget: {person_month_eur: {B: 4000}}\n"
    )
    templates = files.templates(files.template_files(files.STDIN, None))
    found = composed(read, requests(read.spec)["questionnaires/B"], templates)

    assert "nothingthatwestillneedfromyou" in printed(found)
    assert not [one for one in all_inlines(found) if isinstance(one, AnswerField)]


@pytest.mark.skipif(libreoffice.office() is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_a_questionnaire() -> None:
    document = questionnaire("unfinished", "DJT")
    fonts = {face.file: look().font(face.file) for face in FACES}

    assert (libreoffice.laid_out(to_docx(document, look()).data, fonts, WHOLE) or b"").startswith(
        b"%PDF"
    )
