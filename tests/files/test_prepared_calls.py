"""A call that ships is known without its YAML: the same call, and of no other file or text."""

from pathlib import Path

import pytest

from escp_docs import files
from escp_docs.files.call_files import Calls
from escp_docs.files.prepared_calls import prepared, prepared_file, prepared_text
from escp_docs.model.schema import texts
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText

SHIPPED = files.call_sources()


def text(path: Path) -> str:
    source = files.source(path)
    assert isinstance(source, SourceText)
    return source.text


@pytest.mark.parametrize("name", SHIPPED)
def test_it_is_the_call_that_its_yaml_states(name: str) -> None:
    path = SHIPPED[name]
    values = prepared(path, text(path))
    assert values is not None

    found, read = reading.call_of(values), reading.call(files.source(path))

    assert found == read
    assert list(texts(found)) == list(texts(read))
    for strand in read.strands:
        assert found.strands[strand].stated == read.strands[strand].stated


def test_of_a_text_that_was_changed_nothing_is_at_hand() -> None:
    path = next(iter(SHIPPED.values()))

    assert prepared(path, text(path) + "# changed\n") is None


def test_what_lies_prepared_beside_a_call_of_others_is_not_looked_at(tmp_path: Path) -> None:
    name, path = next(iter(SHIPPED.items()))
    own = tmp_path / path.name
    own.write_text(text(path).replace("title: ", "title: My ", 1))
    prepared_file(own).parent.mkdir()
    prepared_file(own).write_text(prepared_text(text(own), {"id": name, "title": "Forged"}))

    assert prepared(own, text(own)) is None
    assert Calls(tmp_path)[name].title.startswith("My ")


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"of": 1}', '"x"'])
def test_a_file_that_is_damaged_is_read_as_if_it_were_not_there(
    damage: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = next(iter(SHIPPED.values()))
    (tmp_path / "damaged.json").write_text(damage)
    monkeypatch.setattr(
        "escp_docs.files.prepared_calls.prepared_file", lambda _: tmp_path / "damaged.json"
    )

    assert prepared(path, text(path)) is None
