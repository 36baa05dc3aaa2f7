"""What `make mutate` may find unnoticed: each change is argued, and is about a line that stands."""

import re
import tomllib
from fnmatch import fnmatch

import pytest
import yaml

from scripts.mutate import ARGUED
from tests.support.places import ROOT

ENTRIES = yaml.safe_load(ARGUED.read_text(encoding="utf-8"))
MUTATED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["into"] or entry["line"])
def test_an_argued_change_is_about_a_line_that_stands(entry: dict[str, str]) -> None:
    text = (ROOT / entry["module"]).read_text(encoding="utf-8")

    assert entry.keys() == {"module", "line", "into", "why"}
    assert any(fnmatch(entry["module"], one) for one in MUTATED["only_mutate"])
    assert squeezed(entry["line"]) in squeezed(text), "run `make mutate`, and argue what it finds"
    assert len(entry["why"].split()) > 5


def test_what_is_mutated_and_what_tests_it_is_there() -> None:
    named = MUTATED["only_mutate"] + MUTATED["pytest_add_cli_args_test_selection"]

    assert [one for one in named if not list(ROOT.glob(one))] == []
