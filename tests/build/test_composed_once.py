"""What a build knows before it composes anything spares it to compose everything twice."""

from datetime import date

import pytest
from msgspec.structs import replace

from escp_docs import files
from escp_docs.build.planning import RequestedFile, plan
from escp_docs.compose import documents
from escp_docs.compose.document_types import requests
from escp_docs.errors import Fault
from escp_docs.pictures.spec_pictures import SpecPictures
from escp_docs.read.spec import Reading
from tests.support.documents import example

TEMPLATES = files.templates(files.template_files("-", None))
_FAULT = Fault("the picture 'a.png' cannot be shown", path="project.logo")
_UNSEEN = SpecPictures(faults={("project.logo", "a.png"): _FAULT})


def _composed(monkeypatch: pytest.MonkeyPatch, found: Reading) -> list[bool]:
    """Return for each time the application is composed for a plan whether it is as a draft."""
    drafts: list[bool] = []
    usual = documents.compose

    def counted(*given: object, draft: bool, **options: object) -> object:
        drafts.append(draft)
        return usual(*given, draft=draft, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(documents, "compose", counted)
    application = RequestedFile(requests(found.spec)["application"], "docx")
    made = plan("spec", found, [application], TEMPLATES, date(2020, 11, 20), lambda _: {})
    assert made.is_open is drafts[-1]
    return drafts


def test_a_spec_in_which_nothing_is_open_is_composed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _composed(monkeypatch, example("wave")) == [False]


def test_a_picture_that_cannot_be_shown_is_known_before(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _composed(monkeypatch, replace(example("wave"), pictures=_UNSEEN)) == [True]
