"""Lists that somebody types by hand in Word, and paragraphs that were struck: as people mean it."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from escp_docs.prose.leaves import PLAIN, leaves
from escp_docs.prose.weaving import Wanted
from escp_docs.pull.prose_merging import as_items
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.sendings import sending
from tests.support.word_editor import WordEditor

WAVE = str(SPECS / "wave-4i")


def profile(spec: Path) -> str:
    text = (spec / "consortium.yaml").read_text(encoding="utf-8")
    return str(yaml.safe_load(text)["consortium"]["partners"][0]["profile"])


@pytest.fixture
def wave(tmp_path: Path) -> Path:
    shutil.copytree(SPECS / "wave-4i", tmp_path / "wave")
    return tmp_path / "wave"


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        (("• jars of 250 g", "• jars of 500 g"), "- jars of 250 g\n- jars of 500 g\n"),
        (("- jars", "- tins"), "- jars\n- tins\n"),
        (("▪\tjars",), "- jars\n"),
        (("1) jars", "2) tins"), "1. jars\n2. tins\n"),
    ],
)
def test_a_list_that_was_typed_by_hand_becomes_markdown(
    wave: Path, typed: Sequence[str], markdown: str
) -> None:
    before = profile(wave)
    editor = WordEditor(sending(WAVE, "application").data)
    last = leaves(before)[-1].text
    place = next(one for one in editor.paragraphs() if editor.text(one) == last)
    for words in reversed(typed):
        editor.add_after(place, words)
    path = wave.parent / "back.docx"
    path.write_bytes(editor.saved())

    status, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    assert status == 0, told
    assert profile(wave) == f"{before.rstrip()}\n\n{markdown}"


@pytest.mark.parametrize(
    "typed",
    [("- 5 °C at most",), ("1. of all",), ("2020 was good.",), ("3) tins", "4) jars")],
)
def test_signs_that_begin_words_are_no_items(typed: Sequence[str]) -> None:
    found = as_items([Wanted(one, (PLAIN,) * len(one)) for one in typed])

    assert [(one.text, one.is_item) for one in found] == [(one, False) for one in typed]


@pytest.mark.parametrize("tracked", [False, True])
def test_a_prose_that_was_struck_is_told_with_the_way_to_take_it_out(
    wave: Path,
    tracked: bool,  # noqa: FBT001
) -> None:
    editor = WordEditor(sending(WAVE, "application").data, tracked=tracked)
    text = yaml.safe_load((wave / "consortium.yaml").read_text(encoding="utf-8"))
    words = leaves(text["consortium"]["partners"][1]["contribution"])[0].text
    place = next(one for one in editor.paragraphs() if editor.text(one) == words)
    editor.replace(place, 0, len(words), "")
    path = wave.parent / "back.docx"
    path.write_bytes(editor.saved())

    status, told = run("pull", str(wave), str(path), "--from", "CMA", "--format", "json")

    (one,) = json.loads(told)["proposals"]
    key = "consortium.partners[BKTM].contribution"
    assert (status, one["key"], one["standing"]) == (1, key, "unclear")
    assert one["why"].startswith("its words were taken out")
    assert f"--remove '{key}'" in one["why"]
