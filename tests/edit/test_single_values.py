"""A single value is written so that it reads as it was typed, in place of the old one alone."""

from typing import Any

import pytest
import yaml_edit
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.edit.changes import SetValue
from escp_docs.edit.editing import edited
from escp_docs.edit.wanted import tidied
from escp_docs.errors import RefusedEditError
from escp_docs.model.stable_path import named
from escp_docs.read.characters import is_foreign
from escp_docs.read.plain_values import Steps
from tests.edit.edits import (
    MESSY,
    NASTY,
    changed_lines,
    files,
    is_only_change,
    lines_of,
    single_values,
    texts_after,
    values,
)
from tests.support.sizes import examples

PLACES = single_values(values(files(MESSY)))


@pytest.mark.parametrize("steps", PLACES, ids=lambda steps: named(steps, {}))
def test_every_nasty_text_reads_back_in_every_style(steps: Steps) -> None:
    spec = files(MESSY)
    for text in NASTY[PLACES.index(steps) % 3 :: 3]:
        done = edited(spec, [SetValue(named(steps, values(spec)), text)])

        assert is_only_change(values(spec), values(done.after), steps, tidied(text))
        first, last = lines_of(MESSY, steps)
        head, tail = changed_lines(MESSY, texts_after(done)["spec.yaml"])
        assert first <= head
        assert tail <= last or not done.files


@settings(max_examples=examples(60))
@given(st.sampled_from(PLACES), st.text(max_size=80))
def test_any_text_is_written_to_the_letter_or_refused_with_what_the_reader_says(
    steps: Steps, text: str
) -> None:
    spec = files(MESSY)
    try:
        done = edited(spec, [SetValue(named(steps, values(spec)), text)])
    except RefusedEditError:
        assert not text.strip() or any(map(is_foreign, text.replace("\r", "")))
    else:
        assert is_only_change(values(spec), values(done.after), steps, tidied(text))


@settings(max_examples=examples(60))
@given(st.sampled_from(PLACES), st.sampled_from(NASTY))
def test_a_reader_of_others_reads_the_same(steps: Steps, text: str) -> None:
    """yaml-edit, which is no work of ours; line ends of Unicode it knows by other rules."""
    if {"\u2028", "\x85"} & {*text}:
        return
    spec = files(MESSY)
    done = edited(spec, [SetValue(named(steps, values(spec)), text)])
    theirs = yaml_edit.YamlFile.parse(texts_after(done)["spec.yaml"]).document()

    found: Any = theirs.to_python() if theirs else None
    for step in steps:
        found = found[step]
    assert not isinstance(found, str) or found.strip() == tidied(text)
