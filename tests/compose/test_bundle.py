"""Every document of every spec that can be read, however little or much it states."""

import pytest
import yaml

from escp_docs import files
from escp_docs.build.planning import Plan, RequestedFile, plan
from escp_docs.compose.checks.flaw import PLACEHOLDER
from escp_docs.compose.checks.lint import lint
from escp_docs.compose.document_types import requests
from escp_docs.document import Document
from escp_docs.finding import Severity
from tests.support.documents import PRINTED
from tests.support.reading import HEAD, read

NAME = "\u05de\u05e8\u05db\u05d6 \u05ea\u05dc (1998) | *A & B* {{ x }} <b>"
PROSE = "| a | b |\n| --- | --- |\n| 1 | A & B |\n\n- x\n  - y\n\n**end** [l](https://e.example)"


def partner(number: int) -> dict[str, object]:
    return {
        "id": f"P{number}",
        "legal_name": f"{NAME} {number}",
        "country": ["FR", "IT", "XK", "RS"][number % 4],
        "city": NAME,
        "profile": PROSE,
        "contribution": PROSE,
        "eccp": {"status": "requested"},
        "other_applications": [{"acronym": NAME, "strand": "A"}],
        "signatories": [{"name": NAME}, {}],
        "key_staff": [{"experience": PROSE}],
    }


def odd(partners: int, signed_by: str) -> str:
    found = {
        "strand": "A",
        "project": {"acronym": "X", "title": NAME, "abstract": PROSE, "keywords": [NAME]},
        "consortium": {"coordinator": "P0", "partners": [partner(n) for n in range(partners)]},
        "target_countries": [
            {"region": "Länder & <Co>", "countries": ["US"]},
            {
                "country": "CA",
                "international_partners": [{"name": NAME, "status": "memorandum"}, {}],
            },
        ],
        "agreement": {"memoranda_signed_by": signed_by, "title": NAME, "brand_owner": "P0"},
        "requests": {"return_to": NAME},
    }
    return yaml.safe_dump(found, allow_unicode=True)


SPECS = {
    "nothing": "project: {acronym: X}\n",
    "a strand": "strand: B\nproject: {acronym: X}\n",
    "empty lists": (
        "strand: A\nproject: {acronym: X, keywords: []}\nconsortium: {partners: []}\n"
        "target_countries: []\nroadmap: {work_packages: []}\nindicators: []\nrisks: []\n"
        "agreement: {annexes: [], members: [], governance: {bodies: []}}\n"
    ),
    "no coordinator": (
        "project: {acronym: X}\nconsortium: {partners: [{id: A}, {id: B}]}\n"
        "target_countries: [{country: CA}]\nagreement: {memoranda_signed_by: coordinator}\n"
    ),
    "a member for itself, and no lead": odd(2, "each_member"),
    "all members": odd(3, "all"),
    "forty partners": odd(40, "coordinator"),
}


def planned(text: str) -> Plan:
    found = read(HEAD + text)
    templates = files.templates(files.template_files(files.STDIN, None))
    wanted = [RequestedFile(one, one.kind.formats[0]) for one in requests(found.spec).values()]
    return plan("spec", found, wanted, templates, PRINTED, lambda _: {})


@pytest.mark.parametrize("name", SPECS)
def test_every_document_is_made_and_has_no_flaw(name: str) -> None:
    made = planned(SPECS[name])
    flaws = [
        flaw
        for document in made.documents.values()
        if isinstance(document, Document)
        for flaw in lint(document)
        if flaw.severity is Severity.ERROR and flaw.name != PLACEHOLDER
    ]

    assert flaws == []
    assert set(made.documents) == set(requests(made.reading.spec))
