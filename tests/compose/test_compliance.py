"""The compliance matrix: every rule with its source, its evidence and where it is answered."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import pytest

from escp_docs import files
from escp_docs.build.planning import Pages, RequestedFile, plan
from escp_docs.compose.document_types import requests
from escp_docs.document import Document, Elsewhere, all_inlines, headings
from escp_docs.errors import TemplateError
from escp_docs.finding import Answer
from escp_docs.judging.verdict import judge
from escp_docs.model.stable_path import anchored
from escp_docs.produced.expected_text import pieces
from escp_docs.rules import ALL_RULES, BY_CODE
from tests.support.documents import PRINTED, document, example
from tests.support.places import SPECS
from tests.support.reading import call

# When an application is submitted is no matter of its text, and what is unfinished, implausible or
# copied may stand in any section.
NO_SECTION = {"SUB001", "FRM007", "FRM008", "PLA001", "PLA002"}


def no_pages(_: Sequence[Document]) -> Mapping[str, Mapping[str, int]]:
    return {}


def matrix(
    name: str, pages: Pages = no_pages, changed: Mapping[str, str] = MappingProxyType({})
) -> Document:
    read = example(name)
    templates = {**files.templates(files.template_files(files.STDIN, None)), **changed}
    wanted = [RequestedFile(requests(read.spec)["compliance"], "html")]
    found = plan("spec", read, wanted, templates, PRINTED, pages).documents["compliance"]
    assert isinstance(found, Document)
    return found


def holds(code: str) -> bool:
    """Whether the call of 2020 has a rule in a strand."""
    rests_on = BY_CODE[code].rests_on
    return any(rests_on(call().terms(strand)) is not None for strand in call().strands)


@lru_cache(maxsize=3)
def words(name: str) -> str:
    return "\n".join(pieces(matrix(name)))


def test_the_built_in_templates_answer_every_rule_that_a_section_can_answer() -> None:
    answered = {
        code
        for kind in ("application", "partnership-agreement")
        for heading in headings(document(kind, "wave"))
        for code in heading.answers
    }

    asked = {rule.code for rule in ALL_RULES}
    assert answered == asked - NO_SECTION, (
        "add answers=CODE to the heading of a template whose section answers the rule, or name the "
        "rule in NO_SECTION"
    )


def test_a_rule_that_does_not_exist_is_a_fault_of_the_template() -> None:
    text = (SPECS.parent / "templates" / "application" / "impact.md").read_text()
    changed = text.replace("#impact .addition", "#impact .addition answers=RPM007", 1)

    with pytest.raises(TemplateError) as caught:
        matrix("wave", changed={"application/impact.md": changed})

    fault = caught.value.fault
    assert "RPM007" in fault.message
    assert "did you mean RMP007?" in fault.message
    assert fault.place is not None
    assert (fault.place.file, fault.place.line) == ("application/impact.md", 2)


def test_a_rule_that_own_templates_leave_out_is_named() -> None:
    text = (SPECS.parent / "templates" / "application" / "complementarities.md").read_text()
    changed = text.replace(" answers=STR003", "")
    found = "\n".join(pieces(matrix("wave", changed={"application/complementarities.md": changed})))
    section = found[found.index("Rules that no section answers") :].split("\n")[1]

    assert "STR003" in section


@pytest.mark.parametrize("name", ["wave", "shield", "unfinished"])
def test_every_rule_stands_there_with_its_source_and_every_outcome(name: str) -> None:
    read = example(name)
    for one in judge(read.spec, read.call).judged:
        if not holds(one.rule.code):
            continue
        assert one.rule.code in words(name)
        assert one.outcome.message in words(name)
        if one.outcome.source and one.outcome.source.quote:
            assert f"“{one.outcome.source.quote}”" in words(name)


@pytest.mark.parametrize("name", ["wave", "shield", "unfinished"])
def test_evidence_is_file_and_line_without_the_folder(name: str) -> None:
    read = example(name)
    for one in judge(read.spec, read.call).judged:
        if one.outcome.path:
            place = read.places.of(one.outcome.path)
            file = place.file.rpartition("/")[2]
            assert f"{file}:{place.line}, {anchored(read.spec, one.outcome.path)}" in words(name)
    assert str(SPECS) not in words(name)


def test_an_undecided_rule_says_whom_to_ask() -> None:
    read = example("unfinished")
    for one in judge(read.spec, read.call).judged:
        if one.outcome.answer is Answer.UNDECIDED:
            assert f"Ask {one.outcome.ask}: {one.outcome.question}" in words("unfinished")


def test_a_page_is_that_of_the_layout_or_absent() -> None:
    def pages(documents: Sequence[Document]) -> Mapping[str, Mapping[str, int]]:
        return {
            one.name: {heading.id: number for number, heading in enumerate(headings(one), 100)}
            for one in documents
        }

    with_pages, without = matrix("shield", pages), matrix("shield")
    shown = [one for one in all_inlines(with_pages) if isinstance(one, Elsewhere)]
    numbers = pages([document(name, "shield") for name in {one.document for one in shown}])

    answered = [one for one in shown if ", page " in one.text]
    assert answered
    for one in answered:
        assert one.text.endswith(f", page {numbers[one.document][one.target]}")
    assert ", page " not in "\n".join(pieces(without))


def test_references_lead_to_headings_that_exist() -> None:
    found = [one for one in all_inlines(matrix("wave")) if isinstance(one, Elsewhere)]
    ids = {
        name: {heading.id for heading in headings(document(name, "wave"))}
        for name in {one.document for one in found}
    }

    assert [one for one in found if one.target not in ids[one.document]] == []


def test_what_the_call_file_does_not_know_is_said() -> None:
    for one in call().unknown:
        assert one.topic in words("wave")
    assert "form of the application itself was not seen" in words("wave")


def test_codes_in_the_matrix_are_those_that_the_call_has_a_fact_for() -> None:
    said = set(words("wave").replace("\n", " ").split())

    assert BY_CODE.keys() & said == {code for code in BY_CODE if holds(code)}
    assert BY_CODE.keys() - said == {"CON013", "BUD011", "FRM008"}
