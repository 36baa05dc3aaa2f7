"""Edits without number: each reads as wanted, touches its own lines alone, and can be undone."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs import files as spec_files
from escp_docs.edit.changes import Edited, SetValue, SpecChange
from escp_docs.edit.editing import edited
from escp_docs.edit.wanted import tidied
from escp_docs.errors import RefusedEditError
from escp_docs.model.stable_path import concrete, named, parse_key
from escp_docs.read.plain_values import Raw, Steps
from escp_docs.read.source import SpecText
from tests.edit.edits import (
    MESSY,
    NASTY,
    changed_lines,
    files,
    is_only_change,
    lines_of,
    single_values,
    spread,
    values,
)
from tests.edit.random_changes import Trial, random_change, states_as_much
from tests.support.places import SPECS
from tests.support.sizes import examples

WINDOWS = files(MESSY.replace("\n", "\r\n"))
MANY = 26_400


def specs() -> Iterator[SpecText]:
    """Yield the examples, each file of the folder by itself, and the messy file."""
    yield files(MESSY)
    yield WINDOWS
    yield spec_files.spec_sources(str(SPECS / "shield-4i.yaml"))
    for one in spec_files.spec_sources(str(SPECS / "wave-4i")).own:
        yield SpecText((one,))


@settings(max_examples=examples(40))
@given(st.integers(0, 2**32), st.sampled_from([files(MESSY), WINDOWS, spread()]))
def test_changes_of_every_kind_one_after_the_other_state_what_they_should(
    seed: int, spec: SpecText
) -> None:
    chance = Random(seed)  # no secret
    for _ in range(8):
        spec = _tried(spec, random_change(chance, values(spec)))


@settings(max_examples=examples(15))
@given(st.integers(0, 2**32))
def test_changes_of_every_kind_in_the_example(seed: int) -> None:
    spec = spec_files.spec_sources(str(SPECS / "wave-4i"))

    _tried(spec, random_change(Random(seed), values(spec)))  # no secret


def _tried(spec: SpecText, trial: Trial) -> SpecText:
    """Return a spec after a change, which may be refused where it would leave an empty entry."""
    done = _edited(spec, trial.change)
    if isinstance(done, RefusedEditError):
        assert "this is all that the entry states" in str(done)
        return spec
    assert states_as_much(values(done.after), trial.wanted), trial.change
    assert done.before == spec
    return done.after


def _edited(spec: SpecText, change: SpecChange) -> Edited | RefusedEditError:
    try:
        return edited(spec, [change])
    except RefusedEditError as error:
        return error


@pytest.mark.slow
def test_twenty_six_thousand_edits_are_all_written_and_touch_nothing_else() -> None:
    done = 0
    for spec, value, steps, text in _trials():
        _try(spec, value, steps, text)
        done += 1
    assert done >= MANY


def test_some_of_these_edits() -> None:
    for spec, value, steps, text in list(_trials())[:: MANY // 60]:
        _try(spec, value, steps, text)


def _trials() -> Iterator[tuple[SpecText, dict[str, Raw], Steps, str]]:
    for spec in specs():
        value = values(spec)
        for number, steps in enumerate(single_values(value)):
            for index, text in enumerate(NASTY):
                if (number + index) % 7 == 0:
                    yield spec, value, steps, text


def _try(spec: SpecText, value: dict[str, Raw], steps: Steps, text: str) -> None:
    key = named(steps, value)
    assert concrete(parse_key(key), value) == steps
    done = edited(spec, [SetValue(key, text)])

    assert is_only_change(value, values(done.after), steps, tidied(text)), (key, text)
    if any(one.takes_back for one in done.made):
        return
    for one in done.files:
        assert one.before is not None
        first, last = lines_of(one.before, steps)
        head, tail = changed_lines(one.before, one.after)
        assert first <= head
        assert tail <= last
