"""A rule is begun by one command, which writes all its files."""

from pathlib import Path
from types import ModuleType

import pytest

from escp_docs.rules import ALL_RULES
from tests.rules import new
from tests.rules.corpus import expected
from tests.rules.manual_pages import HEADINGS, sections

CON = [rule for rule in ALL_RULES if rule.code.startswith("CON")]
RULE = ["CON999", "too-few-lakes", "least_countries"]


def test_it_writes_a_rule_with_its_page_and_a_case_for_each_answer(tmp_path: Path) -> None:
    assert new.main(RULE, tmp_path) == 0

    module = ModuleType("written")
    path = tmp_path / "escp_docs" / "rules" / "con999_too_few_lakes.py"
    exec(compile(path.read_text(encoding="utf-8"), path, "exec"), module.__dict__)
    assert (module.RULE.code, module.RULE.name) == ("CON999", "too-few-lakes")
    assert module.__doc__ is not None
    assert module.__doc__.startswith("CON999 too-few-lakes: ")
    cases = {
        code_answer
        for case in (tmp_path / "tests" / "cases" / "CON999").iterdir()
        for code_answer in (
            (code, answer) for code, answer, *_ in expected(case.read_text("utf-8"), case.name)
        )
    }
    assert cases == {("CON999", answer.value) for answer in HEADINGS.values()}


def test_the_page_has_the_sections_that_every_page_has(tmp_path: Path) -> None:
    new.main(RULE, tmp_path)
    text = (tmp_path / "escp_docs" / "rules" / "con999_too_few_lakes.py").read_text("utf-8")
    usual = set(sections(ALL_RULES[0]))

    assert usual <= {line for line in text.splitlines() if line in usual}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["CON003", "x", "deadline"], f"next free code is CON{len(CON) + 1:03}"),
        (["ABC001", "x", "deadline"], "no family 'ABC'"),
        (["con12", "x", "deadline"], "'con12' is no code"),
        (["CON998", "Too_few", "deadline"], "'Too_few' is no name"),
        (["CON998", "too-few-countries", "deadline"], "named 'too-few-countries' already"),
        (["CON998", "x", "dead_line"], "did you mean deadline?"),
        (["CON998"], "python -m tests.rules.new"),
    ],
)
def test_what_cannot_be_begun_is_said_and_nothing_written(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new.main(arguments, tmp_path) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("fact", "type_"),
    [
        ("least_countries", "int"),
        ("joint_strategy", "bool"),
        ("eligible_kinds", "tuple[str, ...]"),
        ("highest_rate", "Fraction"),
        ("highest_grant_eur", "Decimal"),
        ("characters_not_in_title", "str"),
    ],
)
def test_the_check_is_typed_by_its_fact(fact: str, type_: str) -> None:
    (page, *_) = new.files("CON999", "x", fact).values()
    exec(page, {})

    assert f"def check(case: Case[{type_}])" in page
