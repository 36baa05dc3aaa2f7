"""All files of an edit are written, or none; what somebody else wrote meanwhile is left alone."""

from pathlib import Path

import pytest

from escp_docs.edit.changes import AddEntry, ChangedFile, SetValue, SpecChange
from escp_docs.files.call_files import Calls
from escp_docs.files.spec_edits import ChangedMeanwhileError, SpecEdit, edit, put_in_place, undo
from escp_docs.files.writing import WriteError

PROJECT = "call: cos-clusint-2020-3-01\nproject:\n  acronym: X\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a spec of two files."""
    (tmp_path / "project.yaml").write_bytes(PROJECT.encode("utf-8-sig"))
    (tmp_path / "risks.yaml").write_text("risks: [{id: R1}]\n")
    return tmp_path


def edited(folder: Path, *, writes: bool = True) -> SpecEdit:
    """Return an edit of both files, with a new one."""
    changes: list[SpecChange] = [
        SetValue("project.title", "y"),
        SetValue("risks[R1].impact", "low"),
        AddEntry("indicators", {"id": "K1"}),
    ]
    return edit(str(folder), changes, Calls(), writes=writes)


def stood(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_was_written_can_be_undone_to_the_byte(folder: Path) -> None:
    before = stood(folder)
    done = edited(folder)
    assert stood(folder) == {
        "project.yaml": f"{PROJECT}  title: y\n".encode("utf-8-sig"),
        "risks.yaml": b"risks: [{id: R1, impact: low}]\n",
        "indicators.yaml": b"indicators:\n  - id: K1\n",
    }
    undo(done)
    assert stood(folder) == before


def test_what_was_changed_again_is_not_undone(folder: Path) -> None:
    done = edited(folder)
    (folder / "indicators.yaml").write_text("indicators: []\n")
    before = stood(folder)

    with pytest.raises(ChangedMeanwhileError, match=r"indicators\.yaml was changed"):
        undo(done)
    assert stood(folder) == before


def test_nothing_is_written_if_one_file_was_changed_meanwhile(folder: Path) -> None:
    done = edited(folder, writes=False)
    (folder / "risks.yaml").write_text("risks: []\n")
    before = stood(folder)

    with pytest.raises(ChangedMeanwhileError, match=r"risks\.yaml was changed"):
        put_in_place(done.files)
    assert stood(folder) == before


def test_a_new_file_that_somebody_made_meanwhile_is_left_alone(folder: Path) -> None:
    done = edited(folder, writes=False)
    (folder / "indicators.yaml").write_text("# mine\n")
    before = stood(folder)

    with pytest.raises(ChangedMeanwhileError):
        put_in_place(done.files)
    assert stood(folder) == before


def test_if_one_file_cannot_be_moved_into_place_the_others_are_as_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = edited(folder, writes=False)
    before = stood(folder)
    move = Path.replace

    def fails_at_last(self: Path, target: Path) -> Path:
        if Path(target).name == "risks.yaml":
            raise OSError(28, "No space left on device")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", fails_at_last)
    with pytest.raises(WriteError, match="no space left"):
        put_in_place(done.files)
    assert stood(folder) == before


def test_a_file_that_is_gone_is_not_written_anew(folder: Path) -> None:
    (folder / "risks.yaml").unlink()

    with pytest.raises(ChangedMeanwhileError):
        put_in_place([ChangedFile(str(folder / "risks.yaml"), "risks: [{id: R1}]\n", "x")])
    assert not (folder / "risks.yaml").exists()
