"""What machines lay down on a disk that they share: proved by its token, taken by its hash."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from escp_docs.errors import EscpError
from escp_docs.files.shared_folder import LaidDown, SharedFolder, shared_folder
from escp_docs.files.writing import Staging

WORDS = {"here/a": b"words", "here/b": b""}


def laid_down(shared: SharedFolder) -> dict[str, LaidDown]:
    found = shared.laid_down(WORDS)
    assert found is not None
    return found


def taken(shared: SharedFolder, one: LaidDown, home: Path) -> bytes:
    path = home / "a"
    with Staging(home / "state") as staging:
        shared.take(one, path, staging)
        assert not path.exists()
        staging.commit()
    return path.read_bytes()


def test_what_is_laid_down_is_moved_to_its_place(tmp_path: Path) -> None:
    with shared_folder(tmp_path / "state") as shared:
        assert shared is not None
        found = laid_down(shared)
        assert taken(shared, found["here/a"], tmp_path) == b"words"
        assert not Path(shared.path, found["here/a"].name).exists()


def test_a_file_has_the_rights_of_one_that_was_written_here(tmp_path: Path) -> None:
    with shared_folder(tmp_path / "state") as shared:
        assert shared is not None
        one = laid_down(shared)["here/a"]
        Path(shared.path, one.name).chmod(0o400)
        taken(shared, one, tmp_path)

    (tmp_path / "ours").touch()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "ours").stat().st_mode


def test_whoever_sees_another_folder_under_that_name_lays_nothing_down(tmp_path: Path) -> None:
    with shared_folder(tmp_path / "state") as shared:
        assert shared is not None
        assert replace(shared, token="0" * 32).laid_down(WORDS) is None
        assert replace(shared, path=str(tmp_path / "nowhere")).laid_down(WORDS) is None
        assert len(list(Path(shared.path).iterdir())) == 1  # the token


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may give files away")
def test_what_belongs_to_another_user_is_copied(tmp_path: Path) -> None:
    with shared_folder(tmp_path / "state") as shared:
        assert shared is not None
        one = laid_down(shared)["here/a"]
        os.chown(Path(shared.path, one.name), 12345, -1)
        assert taken(shared, one, tmp_path) == b"words"

    assert (tmp_path / "a").stat().st_uid == 0


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "token", "", "0" * 32])
def test_nothing_else_is_taken_whatever_a_worker_names(tmp_path: Path, name: str) -> None:
    with shared_folder(tmp_path / "state") as shared:
        assert shared is not None
        one = replace(laid_down(shared)["here/a"], name=name)
        with pytest.raises(EscpError, match="is not what a worker wrote\n  fix: build again"):
            taken(shared, one, tmp_path)

    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("change", ["other words", "a link", "a second name"])
def test_a_file_that_is_another_one_by_now_is_refused(tmp_path: Path, change: str) -> None:
    with shared_folder(tmp_path / "state") as shared:
        assert shared is not None
        one = laid_down(shared)["here/a"]
        path = Path(shared.path, one.name)
        if change == "other words":
            path.write_bytes(b"other")
        elif change == "a link":
            path.rename(tmp_path / "elsewhere")
            path.symlink_to(tmp_path / "elsewhere")
        else:
            os.link(path, tmp_path / "elsewhere")
        with pytest.raises(EscpError, match="is not what a worker wrote"):
            taken(shared, one, tmp_path)


def test_the_folder_goes_and_whoever_comes_late_finds_none(tmp_path: Path) -> None:
    with shared_folder(tmp_path / "state") as shared:
        assert shared is not None
        laid_down(shared)

    assert [one for one in (tmp_path / "state").iterdir() if one.is_dir()] == []
    assert shared.laid_down(WORDS) is None


def test_one_build_at_a_time_has_it_and_others_go_without(tmp_path: Path) -> None:
    with shared_folder(tmp_path / "state") as first:
        assert first is not None
        with shared_folder(tmp_path / "state") as second:
            assert second is None
        assert laid_down(first)


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    left = [tmp_path / "state" / "shared_disk" / "x", tmp_path / "state" / "shared_disk.0a" / "x"]
    other = tmp_path / "state" / "shared-disk" / "pending.json"
    for one in (*left, other):
        one.parent.mkdir(parents=True)
        one.touch()

    with shared_folder(tmp_path / "state"):
        assert not any(one.exists() for one in left)
    assert other.exists()


def test_where_no_folder_can_be_made_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "state").touch()

    with shared_folder(tmp_path / "state") as shared:
        assert shared is None
