"""What a template can name is told in docs/templates.md."""

import re

from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest
from escp_docs.compose.pictures import Logos
from escp_docs.compose.values.template_globals import values
from escp_docs.language.english.language import ENGLISH
from escp_docs.model import schema
from escp_docs.model.spec import Spec
from tests.support.documents import PRINTED, example
from tests.support.places import ROOT


def test_every_name_of_a_template_stands_in_its_manual() -> None:
    read = example("shield")
    paper = DocumentRequest(DOCUMENT_TYPES["application"])
    logos = Logos(read.spec, {}, ENGLISH)
    known = values(read.spec, read.call, PRINTED, paper, None, logos, language=ENGLISH, draft=True)
    manual = (ROOT / "docs/templates.md").read_text(encoding="utf-8")

    named = [name for name in known if name not in schema.keys(Spec)]
    assert [name for name in named if not re.search(rf"[`{{ ]{name}\b", manual)] == []
