"""Editors hold the schema against one file at a time, and a folder has parts."""

from pathlib import Path
from typing import Final

import pytest
import yaml
from jsonschema import Draft202012Validator

from escp_docs.read.json_schema import schema
from tests.support.places import SPECS

PARTS: Final = sorted((SPECS / "wave-4i").glob("*.yaml"))


@pytest.mark.parametrize("part", PARTS, ids=lambda one: one.stem)
def test_each_file_of_a_folder_holds_against_the_schema(part: Path) -> None:
    found = yaml.load(part.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    assert not [*Draft202012Validator(schema()).iter_errors(found)]


def test_a_misspelt_key_of_a_part_does_not() -> None:
    found = {"consortium": {"partners": [{"id": "A", "contry": "IT"}]}}

    assert [*Draft202012Validator(schema()).iter_errors(found)]
