"""A key that every call has is missed by its name, wherever it lacks."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from escp_docs.cli import main
from escp_docs.errors import UnreadableError
from escp_docs.judging.calls.check import check_call
from escp_docs.model.call import Call
from escp_docs.model.schema import keys
from escp_docs.read import spec as reading
from tests.calls.conditions import HEAD
from tests.support.reading import source

WHOLE = f"{HEAD}\nall_strands: {{}}\nstrands: {{S: {{}}}}\n"
NEEDED = sorted(name for name, key in keys(Call).items() if key.required)


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("key", NEEDED)
def test_each_key_that_a_call_needs_is_missed_by_its_name(key: str, *, is_there: bool) -> None:
    stated = yaml.safe_load(WHOLE)
    lacking = {**stated, key: None} if is_there else {k: v for k, v in stated.items() if k != key}
    text = yaml.safe_dump(lacking, sort_keys=False)

    with pytest.raises(UnreadableError) as raised:
        reading.call(source(text, "mine.yaml"))

    (fault,) = raised.value.faults
    assert fault.message == f"the call lacks the key {key!r}"
    assert fault.place is not None
    line = text.splitlines()[fault.place.line - 1]
    assert line == (f"{key}: null" if is_there else text.splitlines()[0])


def test_all_seven_are_missed_at_once() -> None:
    with pytest.raises(UnreadableError) as raised:
        reading.call(source("all_strands: {}\n", "mine.yaml"))

    told = sorted(one.message for one in raised.value.faults)
    assert told == [f"the call lacks the key {key!r}" for key in NEEDED]
    assert NEEDED == ["agency", "countries", "id", "number", "programme", "strands", "title"]


def test_a_misspelt_key_is_told_once() -> None:
    with pytest.raises(UnreadableError) as raised:
        reading.call(source(WHOLE.replace("\nstrands:", "\nstrnds:"), "mine.yaml"))

    (fault,) = raised.value.faults
    assert "'strnds'" in fault.message
    assert fault.fix == "did you mean 'strands'?"


@pytest.mark.parametrize("command", [["call", "check"], ["call", "show"]])
def test_it_is_said_at_the_command_line(command: list[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(WHOLE.replace("\nstrands: {S: {}}", ""))
    found = CliRunner().invoke(main, [*command, str(file)])

    assert found.exit_code == 2
    assert "the call lacks the key 'strands'" in found.output


def test_a_call_without_a_strand_is_told() -> None:
    call = reading.call(source(WHOLE.replace("{S: {}}", "{}"), "mine.yaml"))

    assert "strands" in {one.path for one in check_call(call).faults}
