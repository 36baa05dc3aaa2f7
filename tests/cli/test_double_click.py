"""What a click on the program means, and what is dropped on it."""

from pathlib import Path

import pytest

from escp_docs.cli.double_click import arguments


def test_a_click_opens_the_workspace_which_asks_for_a_folder() -> None:
    assert arguments([]) == ["serve", "--choose"]


@pytest.mark.parametrize("name", ["a folder", "ours.yaml"])
def test_a_folder_or_a_spec_that_is_dropped_on_it_is_served(tmp_path: Path, name: str) -> None:
    (tmp_path / "a folder").mkdir()
    folder = tmp_path / name if name == "a folder" else tmp_path

    found = arguments([str(tmp_path / name)])

    assert found == ["serve", str(tmp_path / name), "--output", str(folder / "output")]


@pytest.mark.parametrize("typed", [["check", "ours.yaml"], ["--version"], ["check"]])
def test_the_command_line_stays_as_it_is_typed(typed: list[str]) -> None:
    assert arguments(typed) == typed
