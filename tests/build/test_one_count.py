"""One count of what is missing: taken from the model, and found again in the documents.

`check` composes nothing. Here every document of the examples and of odd specs is composed, and what
it lacks or asks for is what was counted.
"""

from datetime import date

import pytest

from escp_docs import files
from escp_docs.build.planning import RequestedFile, plan
from escp_docs.compose.document_types import requests
from escp_docs.document import AnswerField, Document, all_inlines
from escp_docs.judging.open_facts import open_facts
from escp_docs.judging.verdict import judge
from escp_docs.model.stable_path import located, named, parse_key
from escp_docs.read.first_spec import FirstFacts
from escp_docs.read.scaffold import scaffold
from escp_docs.read.spec import Reading
from tests.support.documents import example
from tests.support.odd_specs import Odd, some
from tests.support.reading import CALL_ID, HEAD, PROJECT, spec
from tests.support.sizes import examples

TEMPLATES = files.templates(files.template_files("-", None))
_THREE = {"CMC": "PT", "NOA": "FR", "TEKS": "RO"}
_FIRST = FirstFacts(CALL_ID, ("A", "B"), "A", "X", _THREE, ("CA",))


def lacked(found: Reading) -> tuple[set[str], set[str]]:
    """Return the paths of all placeholders of all documents, and of all room to answer in them."""
    wanted = [RequestedFile(one, one.kind.formats[0]) for one in requests(found.spec).values()]
    made = plan("spec", found, wanted, TEMPLATES, date(2020, 11, 20), lambda _: {})
    trees = [one for one in made.documents.values() if isinstance(one, Document)]
    fields = (one for tree in trees for one in all_inlines(tree) if isinstance(one, AnswerField))
    return {one.path for one in made.placeholders}, {one.path for one in fields}


def _is_within(path: str, around: str) -> bool:
    return path == around or path.startswith((f"{around}.", f"{around}["))


def _by_name(path: str, found: Reading) -> str:
    """Return a path as it names entries by id, whichever way a document names them."""
    steps = located(parse_key(path), found.spec)
    return named(steps, found.spec) if steps else path


def agrees(found: Reading) -> None:
    """Check that what is counted is what the documents lack, ask for, or rules wait for."""
    counted = open_facts(found.spec, judge(found.spec, found.call)).missing
    paths = {named(one.path, found.spec) for one in counted}
    printed, answered = ({_by_name(one, found) for one in each} for each in lacked(found))

    def is_counted(path: str) -> bool:
        # A mapping by partner is one placeholder, and a fact for each of them.
        return path in paths or any(_is_within(one, path) for one in paths)

    def is_told(path: str) -> bool:
        # Of a list there is room for each key of an entry.
        return any(_is_within(path, one) or _is_within(one, path) for one in printed | answered)

    assert [path for path in sorted(printed) if not is_counted(path)] == []
    if found.spec.partners:  # else nobody has a questionnaire yet
        asked = (one for one in counted if not one.codes)
        assert [one.path for one in asked if not is_told(named(one.path, found.spec))] == []


@pytest.mark.parametrize("name", ["wave", "shield", "unfinished"])
def test_the_examples_lack_what_is_counted(name: str) -> None:
    agrees(example(name))


@pytest.mark.parametrize("text", [HEAD + PROJECT, scaffold(_FIRST)], ids=["three facts", "init"])
def test_what_is_begun_lacks_what_is_counted(text: str) -> None:
    agrees(spec(text))


@pytest.mark.parametrize("odd", list(some(examples(5))), ids=str)
def test_odd_specs_lack_what_is_counted(odd: Odd) -> None:
    found = odd.reading()

    assert found is not None
    agrees(found)
