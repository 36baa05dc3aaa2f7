"""The sheet for counsel: questions with articles for the laws that were read, and no advice."""

import re

import pytest

from escp_docs.document import (
    Document,
    Paragraph,
    Placeholder,
    Table,
    all_inlines,
    inlines,
    plain,
    walk,
)
from escp_docs.model.country import CODES
from tests.support.documents import document, example, texts
from tests.support.places import ROOT

LAWS = ROOT / "templates/counsel-sheet/laws"
KNOWN = sorted(path.stem.upper() for path in LAWS.glob("*.md"))


def sheet(law: str | None) -> Document:
    spec = example("shield").spec
    agreement = spec.agreement.updated({"governing_law": law})
    return document("counsel-sheet", "shield", spec.updated({"agreement": agreement}))


def rows(found: Document) -> list[list[str]]:
    tables = [
        one for one in walk(found.blocks) if isinstance(one, Table) and one.id == "own-law-table"
    ]
    return [
        [" ".join(plain(inlines(block)) for block in cell.blocks) for cell in row]
        for table in tables
        for row in table.rows
    ]


@pytest.mark.parametrize("law", KNOWN)
def test_each_law_that_was_read_has_questions_with_their_sources(law: str) -> None:
    found = rows(sheet(law))

    assert len(found) == len((LAWS / f"{law.lower()}.md").read_text(encoding="utf-8").splitlines())
    for matter, question, because in found:
        assert matter
        assert question.startswith(("whether", "which", "where"))
        assert re.search(r"\d", because), "an article, a section or a case"


def test_the_laws_are_those_of_member_states_in_the_template() -> None:
    text = (LAWS.parent / "counsel-sheet.md").read_text(encoding="utf-8")

    assert set(KNOWN) <= CODES
    assert re.findall(r'"(\w\w)"', text.split("known = [")[1].split("]")[0]) == KNOWN


@pytest.mark.parametrize("law", ["UA", "SE"])
def test_another_law_gets_the_questions_of_every_law(law: str) -> None:
    found = sheet(law)

    assert rows(found) == []
    assert any("Nothing was read of this law" in one for one in texts(found))
    assert sum(one.startswith("Who may sign") for one in texts(found)) == 1


def test_an_open_law_is_asked_for() -> None:
    asked = [one.path for one in all_inlines(sheet(None)) if isinstance(one, Placeholder)]

    assert asked == ["agreement.governing_law"]


def test_nothing_is_called_valid() -> None:
    for law in [*KNOWN, "UA"]:
        words = " ".join(
            plain(one.children) for one in walk(sheet(law).blocks) if isinstance(one, Paragraph)
        )
        assert not re.search(
            r"\b(is|are) (valid|lawful|enforceable)\b",
            words.replace("nothing that it is valid", ""),
        )


def test_the_sheet_of_a_party_outside_the_union_asks_for_its_provider() -> None:
    found = texts(document("counsel-sheet", "wave"))

    assert any("whether STK" in one for one in found)
    assert not any("whether CMA" in one for one in found)
