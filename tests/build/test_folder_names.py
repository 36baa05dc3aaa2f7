"""The folder of a spec is its acronym, made safe, and tells acronyms apart."""

import pytest

from escp_docs.build.planning import folder_of


@pytest.mark.parametrize(
    ("acronym", "folder"),
    [
        ("WAVE-4i", "wave-4i"),
        ("PIMAP", "pimap"),
        ("PIMAP+", "pimap-plus"),
        ("AdPack²", "adpack2"),
        ("Réseau d'Été", "reseau-d-ete"),
        ("../../etc", "etc"),
        ("a" * 80, "a" * 60),
    ],
)
def test_it_is_the_acronym_in_safe_characters(acronym: str, folder: str) -> None:
    assert folder_of(acronym) == folder


def test_acronyms_in_other_scripts_have_folders_of_their_own() -> None:
    names = {folder_of(one) for one in ("ΚΥΜΑ", "ΘΑΛΑΣΣΑ", "...", "船")}

    assert len(names) == 4
    assert all(name.startswith("spec-") and name.isascii() for name in names)
