"""The tree as JSON: nothing is lost on the way, and what is no tree is told to be none."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from escp_docs.document.tree_json import KINDS, dump, load
from escp_docs.document.tree_schema import tree_schema
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.expected_text import printed
from escp_docs.produced.normalize import squeezed
from escp_docs.produced.tree_file import read
from tests.support.documents import PAGED, document
from tests.support.sample import sample
from tests.support.sizes import examples

VALIDATOR = Draft202012Validator(tree_schema())


@pytest.mark.parametrize("kind", PAGED)
def test_a_document_comes_back_as_it_was(kind: str) -> None:
    found = document(kind, "unfinished")
    data = dump(found)

    assert load(data) == found
    assert list(VALIDATOR.iter_errors(json.loads(data))) == []


def test_every_kind_comes_back_as_it_was() -> None:
    data = dump(sample())

    assert load(data) == sample()
    assert list(VALIDATOR.iter_errors(json.loads(data))) == []


def test_the_schema_knows_every_kind() -> None:
    assert KINDS.keys() <= tree_schema()["$defs"].keys()


def test_what_it_says_is_what_the_document_says() -> None:
    found = document("term-sheet", "shield")

    assert squeezed(read(dump(found)).text) == printed(found)


def changed(found: Any, number: int) -> Any:  # noqa: ANN401  # JSON
    """Return JSON with one of its values turned into something that cannot stand there."""
    places: list[tuple[Any, Any]] = []

    def gather(value: Any) -> None:  # noqa: ANN401
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            places.append((value, key))
            if isinstance(one, dict | list):
                gather(one)

    gather(found)
    holder, key = places[number % len(places)]
    if isinstance(holder, dict) and number % 2:
        del holder[key]
    else:
        holder[key] = None
    return found


@settings(max_examples=examples(60))
@given(st.integers(0, 10**6))
def test_what_was_turned_is_no_tree(number: int) -> None:
    data = json.dumps(changed(json.loads(dump(sample())), number)).encode()

    with pytest.raises(UnreadableFileError):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        b'{"tree_version": 9}',
        b"[" * 100_000,
        b"\xef\xbb\xbf{}",
    ],
)
def test_what_is_no_json_of_ours_is_no_tree(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        read(data)


def test_blocks_within_blocks_without_end_are_no_tree() -> None:
    whole = json.loads(dump(sample()))
    inner: dict[str, Any] = {"type": "Note", "blocks": []}
    for _ in range(200):
        inner = {"type": "Note", "blocks": [inner]}
    whole["blocks"] = [inner]

    with pytest.raises(UnreadableFileError, match="too deep"):
        read(json.dumps(whole).encode())
