"""Every case that a fuzzer ever found, or that we thought of, tried again."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.compose.templates import quota
from tests.fuzz.targets import TARGETS
from tests.support.sizes import examples

CORPUS = Path(__file__).parent / "corpus"
CASES = sorted(path for name in TARGETS for path in (CORPUS / name).iterdir())


@pytest.fixture(autouse=True)
def _a_smaller_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quota, "STEPS", 20_000)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_no_known_case_breaks_its_target(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_every_target_has_cases(name: str) -> None:
    assert any(path.parent.name == name for path in CASES)


@settings(max_examples=examples(40))
@given(st.text(alphabet="ab\n\t #*_`[](){}<>|:-+=!&\\\"'~^§.1", max_size=80))
def test_no_marks_of_markdown_break_a_document(text: str) -> None:
    TARGETS["prose"](text.encode())


@settings(max_examples=examples(60))
@given(st.text(alphabet="ab\n #*_[](){}%|:-+=.§^\"'1", max_size=80))
def test_no_marks_of_templates_break_the_renderer(text: str) -> None:
    TARGETS["template"](text.encode())
