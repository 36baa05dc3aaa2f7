"""What is negotiated comes back: words, reasons and states, from a sheet and from Word."""

import json
import re
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from openpyxl.comments import Comment

from escp_docs import api
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.sheet_editor import edited
from tests.support.word_editor import WordEditor

WORDING = """
  wording:
    - {clause: governing-law, text: Portuguese law governs., by: AGH, status: proposed}
"""


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a spec with a point, and the folder of its papers."""
    return built(tmp_path_factory.mktemp("negotiation"), WORDING)


def built(home: Path, wording: str) -> tuple[Path, Path]:
    """Build the papers of a spec with negotiated words; return it and their folder."""
    text = (SPECS / "shield-4i.yaml").read_text(encoding="utf-8")
    head, line, rest = text.partition("\nagreement:\n")
    spec = home / "p.yaml"
    spec.write_text(f"{head}{line.rstrip()}{wording}{rest}", encoding="utf-8")
    status, output = run("build", str(spec), "-d", "negotiation", "-o", str(home / "out"))
    assert status == 0, output
    (folder,) = (one for one in (home / "out").iterdir() if not one.name.startswith("."))
    return spec, folder / "negotiation"


def proposals(spec: Path, path: Path) -> dict[str, str]:
    status, output = run("pull", str(spec), str(path), "--format", "json")
    assert status == 1, output
    return {one["key"]: one["theirs"] for one in json.loads(output)["proposals"]}


def test_a_sheet_comes_back_with_other_words_and_another_state(
    sent: tuple[Path, Path], tmp_path: Path
) -> None:
    def answer(book: object) -> None:
        for row in book.active.iter_rows():  # type: ignore[attr-defined]
            for cell in row:
                if cell.value == "Portuguese law governs.":
                    cell.value = "Polish law governs."
                if cell.value == "proposed":
                    cell.value = "agreed"

    back = edited(sent[1] / "points.xlsx", answer, tmp_path / "back.xlsx")

    assert proposals(sent[0], back) == {
        "agreement.wording[0].text": "Polish law governs.",
        "agreement.wording[0].status": "agreed",
    }


def test_a_word_file_comes_back_with_other_words(sent: tuple[Path, Path], tmp_path: Path) -> None:
    editor = WordEditor((sent[1] / "words.docx").read_bytes())
    (words,) = (one for one in editor.paragraphs() if "Portuguese" in editor.text(one))
    editor.replace(words, 0, len("Portuguese"), "Polish")
    (tmp_path / "back.docx").write_bytes(editor.saved())

    found = proposals(sent[0], tmp_path / "back.docx")

    assert found == {"agreement.wording[0].text": "Polish law governs."}


def test_comments_and_the_answer_come_home_and_are_sent_with_the_next_round(
    sent: tuple[Path, Path], tmp_path: Path
) -> None:
    editor = WordEditor((sent[1] / "words.docx").read_bytes())
    (words,) = (one for one in editor.paragraphs() if "Portuguese" in editor.text(one))
    editor.comment(words, "Our board asks for a neutral law.")
    (tmp_path / "back.docx").write_bytes(editor.saved())
    spec = tmp_path / "p.yaml"
    spec.write_bytes(sent[0].read_bytes())
    copytree(sent[0].with_name("p.record"), tmp_path / "p.record")

    back = str(tmp_path / "back.docx")
    status, output = run("pull", str(spec), back, "--accept", "agreement.wording")
    assert status == 0, output
    status, output = run("set", str(spec), "agreement.wording[0].answer=We propose Belgian law")
    assert status == 0, output
    status, output = run("build", str(spec), "-d", "negotiation", "-o", str(tmp_path / "out"))
    assert status == 0, output

    entry = api.open_spec(spec).spec.agreement.wording[0]
    assert "Our board asks for a neutral law." in entry.comments[0]
    (folder,) = (one for one in (tmp_path / "out").iterdir() if not one.name.startswith("."))
    editor = WordEditor((folder / "negotiation" / "words.docx").read_bytes())
    shown = " ".join(editor.text(one) for one in editor.paragraphs())
    assert "neutral law" in shown
    assert "We propose Belgian law" in shown


def test_a_point_is_known_again_once_something_of_it_was_taken(
    sent: tuple[Path, Path], tmp_path: Path
) -> None:
    editor = WordEditor((sent[1] / "words.docx").read_bytes())
    (words,) = (one for one in editor.paragraphs() if "Portuguese" in editor.text(one))
    editor.comment(words, "Why?")
    editor.replace(words, 0, len("Portuguese"), "Polish")
    (tmp_path / "back.docx").write_bytes(editor.saved())
    spec, back = str(tmp_path / "p.yaml"), str(tmp_path / "back.docx")
    (tmp_path / "p.yaml").write_bytes(sent[0].read_bytes())
    copytree(sent[0].with_name("p.record"), tmp_path / "p.record")

    run("pull", spec, back, "--accept", "agreement.wording[0].text")
    status, output = run("pull", spec, back, "--accept", "agreement.wording[0].comments")

    assert status == 0, output
    entry = api.open_spec(spec).spec.agreement.wording[0]
    assert entry.text == "Polish law governs."
    assert "Why?" in entry.comments[0]


@pytest.mark.parametrize("cell", ["Standard words", "This Agreement is governed", "State"])
def test_a_comment_anywhere_on_a_point_is_kept_with_it(
    sent: tuple[Path, Path], tmp_path: Path, cell: str
) -> None:
    editor = WordEditor((sent[1] / "words.docx").read_bytes())
    about = next(one for one in editor.paragraphs() if editor.text(one).startswith(cell))
    editor.comment(about, "Why?")
    (tmp_path / "back.docx").write_bytes(editor.saved())

    (key,) = proposals(sent[0], tmp_path / "back.docx")

    assert key == "agreement.wording[0].comments"


# --- references ------------------------------------------------------------------------------

REFERRING = "Subject to [](#third-parties), Portuguese law governs; see **[](#effective)** too."


@pytest.fixture(scope="module")
def referring(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a spec with a point that refers to clauses, and the folder of its papers."""
    return built(
        tmp_path_factory.mktemp("referring"),
        WORDING.replace("Portuguese law governs.", f'"{REFERRING}"'),
    )


def test_a_reference_shows_what_the_parties_read(referring: tuple[Path, Path]) -> None:
    editor = WordEditor((referring[1] / "words.docx").read_bytes())
    (words,) = (editor.text(one) for one in editor.paragraphs() if "Portuguese" in editor.text(one))

    assert re.fullmatch(
        r"Subject to clause\s\d+(\.\d+)?, Portuguese law governs; see clause\s\d+\.\d+ too\.", words
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Portuguese", "Polish", REFERRING.replace("Portuguese", "Polish")),
        (" too.", "", REFERRING.replace(" too.", "")),
        ("Subject to ", "Without prejudice to ", REFERRING.replace("Subject", "Without prejudice")),
        ("law", "law alone", REFERRING.replace("law", "law alone")),
    ],
)
def test_a_reference_that_nobody_touched_comes_home_as_its_mark(
    referring: tuple[Path, Path], tmp_path: Path, before: str, after: str, told: str
) -> None:
    editor = WordEditor((referring[1] / "words.docx").read_bytes())
    (words,) = (one for one in editor.paragraphs() if "Portuguese" in editor.text(one))
    at = editor.text(words).index(before)
    editor.replace(words, at, at + len(before), after)
    (tmp_path / "back.docx").write_bytes(editor.saved())

    assert proposals(referring[0], tmp_path / "back.docx") == {"agreement.wording[0].text": told}


def test_a_reference_that_was_struck_is_gone(referring: tuple[Path, Path], tmp_path: Path) -> None:
    editor = WordEditor((referring[1] / "words.docx").read_bytes())
    (words,) = (one for one in editor.paragraphs() if "Portuguese" in editor.text(one))
    editor.replace(words, 0, editor.text(words).index("Portuguese"), "")
    (tmp_path / "back.docx").write_bytes(editor.saved())

    told = REFERRING.partition(", ")[2]
    assert proposals(referring[0], tmp_path / "back.docx") == {"agreement.wording[0].text": told}


def test_a_file_with_references_that_nobody_changed_proposes_nothing(
    referring: tuple[Path, Path], tmp_path: Path
) -> None:
    editor = WordEditor((referring[1] / "words.docx").read_bytes())
    (tmp_path / "back.docx").write_bytes(editor.saved())

    status, output = run("pull", str(referring[0]), str(tmp_path / "back.docx"))

    assert status == 0, output


# --- paragraphs and notes --------------------------------------------------------------------


def test_a_paragraph_that_was_added_is_one_of_its_clause(
    sent: tuple[Path, Path], tmp_path: Path
) -> None:
    editor = WordEditor((sent[1] / "words.docx").read_bytes())
    (words,) = (one for one in editor.paragraphs() if "Portuguese" in editor.text(one))
    editor.add_after(words, "The courts of Porto decide.")
    (tmp_path / "back.docx").write_bytes(editor.saved())

    assert proposals(sent[0], tmp_path / "back.docx") == {
        "agreement.wording[0].text": "Portuguese law governs.\n\nThe courts of Porto decide."
    }


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("(a) the courts of Porto", "(a\\) the courts of Porto"),
        ("1. The courts of Porto decide.", "1\\. The courts of Porto decide."),
        ("# Courts", "\\# Courts"),
    ],
)
def test_a_paragraph_that_looks_like_an_item_is_words(
    sent: tuple[Path, Path], tmp_path: Path, added: str, told: str
) -> None:
    editor = WordEditor((sent[1] / "words.docx").read_bytes())
    (words,) = (one for one in editor.paragraphs() if "Portuguese" in editor.text(one))
    editor.add_after(words, added)
    (tmp_path / "back.docx").write_bytes(editor.saved())

    assert proposals(sent[0], tmp_path / "back.docx") == {
        "agreement.wording[0].text": f"Portuguese law governs.\n\n{told}"
    }


@pytest.fixture(scope="module")
def agreement(sent: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the agreement of the spec as a Word file."""
    home = tmp_path_factory.mktemp("agreement")
    arguments = ("-d", "partnership-agreement", "-f", "docx", "-o", str(home))
    status, output = run("build", str(sent[0]), *arguments)
    assert status in {0, 1}, output
    (file,) = home.glob("*/partnership-agreement.docx")
    return file.read_bytes()


def added_to(agreement: bytes, clause: str, words: str, tmp_path: Path) -> Path:
    editor = WordEditor(agreement)
    below = next(one for one in editor.paragraphs() if clause in editor.text(one))
    editor.add_after(below, words)
    (tmp_path / "back.docx").write_bytes(editor.saved())
    return tmp_path / "back.docx"


def test_a_paragraph_added_to_a_clause_of_the_agreement_is_one_of_its_words(
    sent: tuple[Path, Path], agreement: bytes, tmp_path: Path
) -> None:
    clause = "The liability of a Party under this Agreement is limited"
    back = added_to(agreement, clause, "It pays (within a month).", tmp_path)

    (told,) = proposals(sent[0], back).values()

    assert re.fullmatch(r"The liability of a Party .*\nIt pays \(within a month\)\.", told)


def test_the_entries_of_a_clause_stay_with_a_paragraph_that_was_added(
    sent: tuple[Path, Path], agreement: bytes, tmp_path: Path
) -> None:
    editor = WordEditor(agreement)
    texts = [editor.text(one) for one in editor.paragraphs()]
    at = texts.index("These duties do not apply to information that:")
    first, last = texts[at + 1], next(one for one in texts[at:] if one.endswith("."))
    spec = tmp_path / "p.yaml"
    spec.write_bytes(sent[0].read_bytes())
    copytree(sent[0].with_name("p.record"), tmp_path / "p.record")
    back = added_to(agreement, last, "This ends it.", tmp_path)

    status, output = run("pull", str(spec), str(back), "--accept", "agreement.wording")

    assert status == 0, output
    text = api.open_spec(spec).spec.agreement.wording[-1].text or ""
    assert text.startswith(f"These duties do not apply to information that:\n\n- {first}\n- ")
    assert text.endswith(f"\n- {last}\n\nThis ends it.")


# --- remarks in the sheet --------------------------------------------------------------------


def point(book: Any) -> dict[str, Any]:  # noqa: ANN401  # openpyxl's cells
    """Return the cells of the point by the heads of their columns."""
    rows = list(book.active.iter_rows())
    heads = next(row for row in rows if row[0].value == "Clause")
    words = next(row for row in rows if row[2].value == "Portuguese law governs.")
    return {str(head.value): cell for head, cell in zip(heads, words, strict=False)}


THREAD = """[Threaded comment]

Your version of Excel allows you to read this threaded comment; any edits will get removed.

Comment:
    Why not Belgian law?
Reply:
    It is ours."""


@pytest.mark.parametrize(
    ("column", "note", "told"),
    [
        ("Words wanted", Comment("A neutral law?", "Ana Silva"), "Ana Silva: A neutral law?"),
        ("Clause", Comment("Why?", ""), "somebody: Why?"),
        ("State", Comment("Not\nyet.", "B"), "B: Not yet."),
        ("State", Comment(THREAD, "tc={1}"), "somebody: Why not Belgian law? / It is ours."),
    ],
)
def test_a_note_of_a_cell_is_kept_with_its_point(
    sent: tuple[Path, Path], tmp_path: Path, column: str, note: Comment, told: str
) -> None:
    def remark(book: Any) -> None:  # noqa: ANN401
        point(book)[column].comment = note

    back = edited(sent[1] / "points.xlsx", remark, tmp_path / "back.xlsx")
    spec = tmp_path / "p.yaml"
    spec.write_bytes(sent[0].read_bytes())
    copytree(sent[0].with_name("p.record"), tmp_path / "p.record")

    assert proposals(spec, back) == {"agreement.wording[0].comments": told}
    status, output = run("pull", str(spec), str(back), "--accept", "agreement.wording")
    assert status == 0, output
    assert len(api.open_spec(spec).spec.agreement.wording[0].comments) == 1
    status, output = run("pull", str(spec), str(back))
    assert status == 0, output


def test_what_is_written_into_the_column_of_remarks_is_one(
    sent: tuple[Path, Path], tmp_path: Path
) -> None:
    def remark(book: Any) -> None:  # noqa: ANN401
        point(book)["Comments"].value = "Why?\nWhat of Belgium?"

    back = edited(sent[1] / "points.xlsx", remark, tmp_path / "back.xlsx")
    status, output = run("pull", str(sent[0]), str(back), "--format", "json")

    found = json.loads(output)["proposals"]
    assert status == 1
    assert [one["theirs"] for one in found] == ["somebody: Why?", "somebody: What of Belgium?"]


@pytest.mark.parametrize(
    ("clause", "theirs", "told"),
    [
        ("majority", "clause: majority, text: Simple majority., by: AGH", ""),
        ("15.4 Majority", "text: Simple majority., by: AGH", 'says "15.4 Majority": it is no id'),
        (None, "text: Simple majority., by: AGH", "says nothing: it is no id of a clause"),
    ],
)
def test_a_new_row_says_its_clause_or_is_told(
    sent: tuple[Path, Path], tmp_path: Path, clause: str | None, theirs: str, told: str
) -> None:
    def add(book: object) -> None:
        page = book.active  # type: ignore[attr-defined]
        row = page.max_row + 1
        for column, value in ((1, clause), (3, "Simple majority."), (4, "AGH")):
            page.cell(row, column, value)

    back = edited(sent[1] / "points.xlsx", add, tmp_path / "back.xlsx")
    status, output = run("pull", str(sent[0]), str(back), "--format", "json")

    (one,) = json.loads(output)["proposals"]
    assert (status, one["theirs"], one["standing"] == "unclear") == (1, theirs, bool(told))
    assert told in (one["why"] or "")
