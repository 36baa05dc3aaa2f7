"""The command line is a thin door: arguments in, words and an exit status out."""

import pytest

from tests.support.places import ROOT

MODULES = sorted((ROOT / "escp_docs" / "cli").glob("*.py"))
LONGEST = 120
USUAL = 65


def lines(name: str) -> int:
    return len((ROOT / "escp_docs" / "cli" / f"{name}.py").read_text().splitlines())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_of_it_is_long(path: object) -> None:
    assert lines(path.stem) <= LONGEST  # type: ignore[attr-defined]


def test_a_command_takes_few_lines() -> None:
    from escp_docs.cli import _COMMANDS  # noqa: PLC0415

    assert sum(map(lines, _COMMANDS)) / len(_COMMANDS) <= USUAL
