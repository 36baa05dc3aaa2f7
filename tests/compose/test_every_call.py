"""Every document of an example of every shipped call is made, and speaks of that call alone."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from escp_docs import files
from escp_docs.build.planning import Plan, RequestedFile, plan
from escp_docs.compose.checks.flaw import PLACEHOLDER
from escp_docs.compose.document_types import DOCUMENT_TYPES, requests
from escp_docs.document import Document
from escp_docs.export.formats import Tree
from escp_docs.model.call import Call
from escp_docs.produced.expected_text import pieces
from escp_docs.read import spec as reading
from escp_docs.workbook import cells
from tests.support.documents import PRINTED
from tests.support.places import OF_CALLS, SPECS
from tests.support.reading import shipped, source

OF_ALL = {"European Commission"}
"""Who is named in any document, though one call is its own."""
ONLY_ABROAD = {"letters/memorandum"}
"""What is made where a call turns to other countries alone."""


@cache
def planned(call: str) -> Plan:
    path = str(SPECS / OF_CALLS[call])
    read = reading.spec(files.spec_sources(path), shipped())
    templates = files.templates(files.template_files(path, None))
    papers = requests(read.spec).values()
    wanted = [RequestedFile(paper, paper.kind.formats[0]) for paper in papers]
    return plan("spec", read, wanted, templates, PRINTED, lambda _: {})


def said(tree: Tree) -> str:
    if isinstance(tree, Document):
        return "\n".join((tree.title, tree.subject, *pieces(tree)))
    return "\n".join(str(cell.value) for _, _, cell in cells(tree))


def test_every_shipped_call_has_an_example() -> None:
    assert set(OF_CALLS) == set(shipped())
    for call in OF_CALLS:
        assert planned(call).reading.spec.call == call


@pytest.mark.parametrize("call", OF_CALLS)
def test_every_document_of_an_example_is_made(call: str) -> None:
    made = planned(call)
    kinds = {request.paper.kind.name for request in made.wanted}

    assert kinds | ONLY_ABROAD == set(DOCUMENT_TYPES)
    assert [name for name, tree in made.documents.items() if not said(tree)] == []


@pytest.mark.parametrize("call", OF_CALLS)
def test_what_the_linter_objects_to_are_open_facts_at_the_most(call: str) -> None:
    assert [one for one in planned(call).flaws if one.name != PLACEHOLDER] == []


# --- no word of one call in the documents of another -----------------------------------------


def names(call: Call) -> Iterator[str]:
    """Yield what belongs to a call: its names, numbers, headings and words, by its file."""
    yield from (call.number, call.title, call.programme.value)
    agency = call.agency.value
    yield agency.partition(" (")[0]
    yield from re.findall(r"\((\w+)\)", agency)
    yield from (
        fact.value
        for name in call.words.__struct_fields__
        if (fact := getattr(call.words, name)) is not None
    )
    yield from (call.charter.value.values() if call.charter else ())
    if call.disclaimer:
        yield call.disclaimer.value
    for strand in call.strands.values():
        yield from (fact.value for fact in (strand.title, strand.scope) if fact)
    if call.form:
        yield from (call.form.title.value,) if call.form.title else ()
        sections = call.form.sections.value if call.form.sections else ()
        yield from (one.title for one in sections if one.title and len(one.title.split()) > 2)
    if call.money and call.money.lump_sums_eur:
        yield from (f"EUR {amount:,}" for amount in call.money.lump_sums_eur.value)


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text as a name, not as a part of a number of a call."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE) is not None


def texts_of(call: str) -> str:
    """Return what may stand in the documents of a call: its own file, and its example."""
    own = files.call_sources()[call].read_text("utf-8")
    return re.sub(r"\s+", " ", own + (SPECS / OF_CALLS[call]).read_text("utf-8"))


def foreign(call: str) -> Mapping[str, str]:
    """Return the names of all other calls that this one has no claim to, each with its call."""
    own = texts_of(call)
    return {
        name: other
        for other, of_other in shipped().items()
        if other != call
        for name in names(of_other)
        if name not in OF_ALL and not stands_in(name, own)
    }


@pytest.mark.parametrize("call", OF_CALLS)
def test_no_document_says_a_name_of_another_call(call: str) -> None:
    strangers = foreign(call)
    found = {
        (document, name, strangers[name])
        for document, tree in planned(call).documents.items()
        for text in [said(tree).replace("\u00a0", " ")]
        for name in strangers
        if stands_in(name, text)
    }

    assert strangers
    assert found == set()


def test_a_name_of_another_call_would_be_noticed() -> None:
    strangers = foreign("smp-cosme-2024-clusterua")

    assert strangers["COSME"].startswith("cos-clusint")
    assert "European Strategic Cluster Partnership – Going International" in strangers
    assert "EASME" in strangers
    assert stands_in("COSME", "the COSME programme")
    assert not stands_in("COSME", "SMP-COSME-2024")


@pytest.mark.parametrize("call", ["smp-cosme-2024-clusterua", "horizon-ria-standard"])
def test_what_a_call_does_not_know_is_not_spoken_of(call: str) -> None:
    words = ("Strand ", "European Cluster Collaboration Platform", "third countries or world")
    spoken = {
        (document, word)
        for document, tree in planned(call).documents.items()
        for word in words
        if word in said(tree)
    }

    assert spoken == set()


@pytest.mark.parametrize("call", OF_CALLS)
@pytest.mark.parametrize("strand", ["", "\nstrand: {}"])
def test_a_spec_that_states_nothing_yet_has_every_document_all_the_same(
    call: str, strand: str
) -> None:
    last = list(shipped()[call].strands)[-1]
    text = f"call: {call}{strand.format(f'{last!r}')}\nproject: {{acronym: X}}\n"
    read = reading.spec([source(text)], shipped())
    wanted = [RequestedFile(one, one.kind.formats[0]) for one in requests(read.spec).values()]
    path = str(SPECS / OF_CALLS[call])
    templates = files.templates(files.template_files(path, None))
    made = plan("spec", read, wanted, templates, PRINTED, lambda _: {})

    assert [name for name, tree in made.documents.items() if not said(tree)] == []
    assert [one for one in made.flaws if one.name != PLACEHOLDER] == []
