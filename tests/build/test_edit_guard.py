"""Which bytes are ours: those of the manifest, and those that killed builds were about to write."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from escp_docs.build.edit_guard import KnownHashes
from escp_docs.build.product import sha256


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "state").mkdir()
    return tmp_path


def known(home: Path) -> KnownHashes:
    """Return what the next build knows; no manifest was ever written."""
    return KnownHashes(home, home / "state", {})


def builds(home: Path, *contents: bytes) -> Iterator[KnownHashes]:
    """Yield the hashes known to builds that note what they write and are killed before the end."""
    for content in contents:
        hashes = known(home)
        hashes.note({"a.docx": sha256(content)})
        yield hashes


def is_edited(home: Path, content: bytes) -> bool:
    (home / "a.docx").write_bytes(content)
    return known(home).is_edited("a.docx")


def test_what_several_killed_builds_were_about_to_write_is_ours(home: Path) -> None:
    assert len(list(builds(home, b"first", b"second", b"third"))) == 3

    assert not is_edited(home, b"first")
    assert not is_edited(home, b"second")
    assert not is_edited(home, b"third")
    assert is_edited(home, b"by hand")


def test_a_build_that_writes_other_files_forgets_none(home: Path) -> None:
    list(builds(home, b"first"))
    known(home).note({"b.docx": sha256(b"other")})

    assert not is_edited(home, b"first")


def test_to_note_nothing_changes_nothing(home: Path) -> None:
    list(builds(home, b"first"))
    before = sorted((home / "state").iterdir())
    known(home).note({})

    assert sorted((home / "state").iterdir()) == before
    assert not is_edited(home, b"first")


def test_a_file_that_is_not_there_is_not_edited(home: Path) -> None:
    assert not known(home).is_edited("a.docx")


def test_once_forgotten_a_note_counts_no_more(home: Path) -> None:
    list(builds(home, b"first"))
    known(home).forget()

    assert is_edited(home, b"first")


@pytest.mark.parametrize("junk", [b"", b"[", b"[1]", b'{"a.docx": 1}', b"\xff", b"null"])
def test_a_note_that_cannot_be_read_says_nothing(home: Path, junk: bytes) -> None:
    (home / "state" / "pending.json").write_bytes(junk)

    assert is_edited(home, b"first")
