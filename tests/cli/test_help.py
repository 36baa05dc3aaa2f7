"""Every command has a help text that reads well and states its exit status."""

import pytest
from click.testing import CliRunner

from escp_docs import cli

COMMANDS = cli.main.list_commands(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_exit_status_has_a_line_of_its_own(name: str) -> None:
    done = CliRunner().invoke(cli.main, [name, "--help"])

    lines = done.output.splitlines()
    start = lines.index("  Exit status:")
    assert lines[start + 1].startswith("    0  ")
    assert lines[start + 2].startswith("    1  ") or lines[start + 2].startswith("    2  ")
    assert "\\b" not in done.output


def test_the_group_says_what_each_command_does() -> None:
    done = CliRunner().invoke(cli.main, ["-h"])

    for name in COMMANDS:
        assert f"\n  {name} " in done.output


def test_the_commands_stand_in_four_groups_in_the_order_of_work() -> None:
    lines = CliRunner().invoke(cli.main, ["--help"]).output.splitlines()

    heads = [line for line in lines if line.endswith(":") and line[0] != " "]
    assert heads[-4:] == [
        "Begin:",
        "With partners:",
        "Agree and hand in:",
        "For programs and templates:",
    ]
    assert lines[lines.index("Begin:") + 1].split()[0] == "init"


@pytest.mark.parametrize("name", ["", "check"])
def test_help_is_a_command_as_in_other_programs(name: str) -> None:
    asked = [name] if name else []

    said = CliRunner().invoke(cli.main, ["help", *asked])
    assert said.exit_code == 0
    assert said.output == CliRunner().invoke(cli.main, [*asked, "--help"]).output
