"""`compare FILE --redline`: a Word file that came back, with the changes since it was sent."""

import shutil
from pathlib import Path
from random import Random

import pytest

from escp_docs import api
from tests.support.pandoc_words import words
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.word_editor import WordEditor

_MANY, _FEW = 40, 2
_SEEDS = [
    pytest.param(seed, marks=[] if seed < _FEW else [pytest.mark.slow]) for seed in range(_MANY)
]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an agreement that was sent, beside its spec."""
    home = tmp_path_factory.mktemp("sent")
    shutil.copy(SPECS / "shield-4i.yaml", home / "p.yaml")
    options = api.BuildOptions(home / "output", ("partnership-agreement",), ("docx",), send=True)
    (file,) = api.build(home / "p.yaml", options).files
    return file.path


def edited(path: Path, seed: int, to: Path, *, tracked: bool = False) -> Path:
    """Write a file with a dozen edits somewhere."""
    random, editor = Random(seed), WordEditor(path.read_bytes(), tracked=tracked)  # no secret
    some = [one for one in editor.paragraphs() if editor.text(one).strip()]
    for paragraph in random.sample(some, 12):
        text = editor.text(paragraph)
        way = random.choice(("replace", "insert", "remove", "add"))
        if way == "remove" and not tracked:
            editor.remove(paragraph)
        elif way == "add" and not tracked:
            editor.add_after(paragraph, "A paragraph that nobody had written before.")
        else:
            start = random.choice([place for place, sign in enumerate(text) if sign == " "] or [0])
            end = min(len(text), start + random.randint(1, 9)) if way == "replace" else start
            editor.replace(paragraph, start, end, " harbour")
    made = to / "back.docx"
    made.write_bytes(editor.saved())
    return made


def redline(path: Path, sent: Path, *more: str) -> tuple[int, str]:
    return run("compare", str(path), str(sent.parents[2] / "p.yaml"), "--redline", *more)


@pytest.mark.parametrize("seed", _SEEDS)
def test_it_says_what_came_back_and_what_was_sent(sent: Path, seed: int, tmp_path: Path) -> None:
    back = edited(sent, seed, tmp_path)

    status, output = redline(back, sent, "-o", str(tmp_path))

    assert status == 0, output
    found = tmp_path / "back.redline.docx"
    assert output.startswith(f"{found}\nremark: compared with what was sent as ")
    assert "".join(words(found, "accept")) == "".join(words(back))
    assert "".join(words(found, "reject")) == "".join(words(sent))


@pytest.mark.parametrize("is_left", [True, False])
def test_words_of_an_emptied_cell_stay_in_their_cell(
    sent: Path, tmp_path: Path, *, is_left: bool
) -> None:
    """A label that heads a table is taken out; the paragraph is left, or not even that."""
    editor = WordEditor(sent.read_bytes())
    label = next(one for one in editor.paragraphs() if editor.text(one) == "Full legal name")
    editor.replace(label, 0, len("Full legal name"), "") if is_left else editor.remove(label)
    (tmp_path / "back.docx").write_bytes(editor.saved())

    status, output = redline(tmp_path / "back.docx", sent, "-o", str(tmp_path))

    assert status == 0, output
    found = tmp_path / "back.redline.docx"
    assert words(found, "reject") == words(sent)
    assert "".join(words(found, "accept")) == "".join(words(tmp_path / "back.docx"))


def test_what_was_not_edited_has_nothing_tracked(sent: Path, tmp_path: Path) -> None:
    status, output = redline(sent, sent, "-o", str(tmp_path))

    assert status == 0
    assert "partnership-agreement.redline.docx  nothing differs" in output


def test_a_file_with_tracked_changes_is_not_tracked_again(sent: Path, tmp_path: Path) -> None:
    status, output = redline(edited(sent, 1, tmp_path, tracked=True), sent, "-o", str(tmp_path))

    assert status == 2
    assert "has tracked changes already" in output
    assert not (tmp_path / "back.redline.docx").exists()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("back.docx", b"no archive", "back.docx cannot be read"),
        ("back.pdf", b"%PDF-1.7", "a redline is made of a Word file"),
    ],
)
def test_what_is_no_word_file_is_said(
    sent: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    status, output = redline(path, sent)

    assert status == 2
    assert said in output


def test_a_file_in_which_nothing_is_left_has_all_of_it_deleted(sent: Path, tmp_path: Path) -> None:
    editor = WordEditor(sent.read_bytes())
    for paragraph in editor.paragraphs():
        editor.remove(paragraph)
    (tmp_path / "empty.docx").write_bytes(editor.saved())

    status, output = redline(tmp_path / "empty.docx", sent, "-o", str(tmp_path))

    assert status == 0, output
    assert "".join(words(tmp_path / "empty.redline.docx", "accept")) == ""


def test_its_redline_is_a_word_file(sent: Path) -> None:
    status, output = redline(sent, sent, "-f", "pdf")

    assert status == 2
    assert "its redline is a Word file" in output
