"""Every list and mapping of the format may be empty or have one entry, in every document."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from escp_docs import files
from escp_docs.build.planning import RequestedFile, plan
from escp_docs.compose.document_types import requests
from escp_docs.document import Document, all_inlines, plain
from escp_docs.errors import UnreadableError
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, MapOf, Shape, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import concrete, parse_key
from escp_docs.read import spec as reading
from escp_docs.read.spec import Reading
from tests.support.documents import PRINTED
from tests.support.places import EXAMPLES, SPECS
from tests.support.reading import CALL_ID, call, source

Steps = tuple[str, ...]
_ROUNDS = 12


def lists(part: type[SpecModel] = Spec, steps: Steps = ()) -> Iterator[tuple[Steps, Shape]]:
    """Yield the keys that hold lists and mappings, those in entries of lists behind `[]`."""
    for name, key in keys(part).items():
        here = (*steps, name)
        match key.shape:
            case ListOf(item):
                yield here, key.shape
                if isinstance(item, type):
                    yield from lists(item, (*here, "[]"))
            case MapOf():
                yield here, key.shape
            case type() as inner:
                yield from lists(inner, here)
            case _:
                pass


ALL = dict(lists())
NAMES = [".".join(steps).replace(".[]", "[]") for steps in ALL]


def example(name: str) -> dict[str, Any]:
    """Return an example as plain values."""
    whole: dict[str, Any] = {}
    for path in files.spec_files(str(SPECS / EXAMPLES[name])):
        whole |= yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return whole


def changed(value: Any, steps: Steps, shape: Shape, *, one: bool) -> None:  # noqa: ANN401
    """Let the list or mapping at `steps` have no entry, or its first one alone."""
    first, *rest = steps
    if first == "[]":
        for entry in value if isinstance(value, list) else ():
            changed(entry, tuple(rest), shape, one=one)
    elif rest:
        changed(value.get(first, {}), tuple(rest), shape, one=one)
    elif one and isinstance(value.get(first), list):
        value[first] = value[first][:1]
    elif one and isinstance(value.get(first), dict):
        value[first] = dict(list(value[first].items())[:1])
    elif not one:
        value[first] = {} if isinstance(shape, MapOf) else []


def read(whole: dict[str, Any]) -> Reading:
    """Return what plain values state, without what names an entry that is gone."""
    for _ in range(_ROUNDS):
        text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=10_000)
        try:
            return reading.spec([source(text.encode())], {CALL_ID: call()})
        except UnreadableError as error:
            for path in sorted({fault.path or "" for fault in error.faults}, reverse=True):
                _without(whole, concrete(parse_key(path), whole))
    raise AssertionError(whole)


def _without(value: Any, steps: tuple[str | int, ...]) -> None:  # noqa: ANN401
    for step in steps[:-1]:
        value = value[step]
    del value[steps[-1]]


def every_document(found: Reading) -> list[str]:
    """Return the words of every document of a spec."""
    templates = files.templates(files.template_files("-", None))
    wanted = [
        RequestedFile(paper, paper.kind.formats[0]) for paper in requests(found.spec).values()
    ]
    made = plan("spec", found, wanted, templates, PRINTED, lambda _: {})
    trees = [one for one in made.documents.values() if isinstance(one, Document)]
    return [plain(tuple(all_inlines(tree))) for tree in trees]


@pytest.mark.parametrize("one", [False, True], ids=["empty", "one entry"])
def test_all_of_them_at_once(*, one: bool) -> None:
    whole = example("wave")
    for steps, shape in ALL.items():
        if one or len(steps) > 1:
            changed(whole, steps, shape, one=one)

    assert all(every_document(read(whole)))


@pytest.mark.parametrize(
    "name", ["roadmap.work_packages[].effort", "budget.costs", "strategy.common_goals[].targets"]
)
def test_some_of_them_alone(name: str) -> None:
    _one_alone(name, "shield", one=False)


@pytest.mark.slow
@pytest.mark.parametrize("one", [False, True], ids=["empty", "one entry"])
@pytest.mark.parametrize("name", NAMES)
def test_each_of_them_alone(name: str, *, one: bool) -> None:
    for spec in ("wave", "shield"):
        _one_alone(name, spec, one=one)


def _one_alone(name: str, spec: str, *, one: bool) -> None:
    steps = tuple(list(ALL)[NAMES.index(name)])
    whole = copy.deepcopy(example(spec))
    changed(whole, steps, ALL[steps], one=one)

    words = every_document(read(whole))

    assert all(words)
    assert not [text for text in words if "object at 0x" in text or "{}" in text]


def test_the_placeholder_of_a_text_that_is_not_written_shows_its_words() -> None:
    whole = example("shield")
    whole["strategy"]["vision"] = "TBD - Rui to write"

    assert any("[vision: TBD - Rui to write]" in words for words in every_document(read(whole)))


def test_none_is_a_sentence_or_nothing_and_never_a_word_of_content() -> None:
    whole = example("shield")
    for partner in whole["consortium"]["partners"]:
        partner.update(
            dict.fromkeys(("register", "registration_number", "vat_number", "website"), "none")
        )
    agreement = whole["agreement"]
    agreement |= dict.fromkeys(("publicity", "common_actions", "financing_after_project"), "none")
    agreement["new_members"]["criteria"] = "none"

    found = read(whole)
    words = "\n".join(every_document(found))

    assert found.spec.partners[0].vat_number == "none"
    assert "entered in no public register" in words
    assert "no VAT number" in words
    assert "no Common Actions" in words
    assert "need not meet any further criteria" in words
    assert "no other financing is agreed" in words
    assert "applies to publicity" not in words
    assert "number none" not in words
