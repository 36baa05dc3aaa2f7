"""The folder of a spec is its acronym, made safe, and tells acronyms apart."""

import pytest

from escp_docs.build.planning import folder_of
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest, Each
from escp_docs.document.device_names import is_device


@pytest.mark.parametrize(
    ("acronym", "folder"),
    [
        ("WAVE-4i", "wave-4i"),
        ("PIMAP", "pimap"),
        ("PIMAP+", "pimap-plus"),
        ("AdPack²", "adpack2"),
        ("Réseau d'Été", "reseau-d-ete"),
        ("Øresund-Łódź", "oresund-lodz"),
        ("Straße", "strasse"),
        ("../../etc", "etc"),
        ("a" * 80, "a" * 60),
        ("CON", "spec-con"),
        ("nul.", "spec-nul"),
        ("COM1", "spec-com1"),
        ("com1-x", "com1-x"),
    ],
)
def test_it_is_the_acronym_in_safe_characters(acronym: str, folder: str) -> None:
    assert folder_of(acronym) == folder


def test_acronyms_in_other_scripts_have_folders_of_their_own() -> None:
    names = {folder_of(one) for one in ("ΚΥΜΑ", "ΘΑΛΑΣΣΑ", "...", "船")}

    assert len(names) == 4
    assert all(name.startswith("spec-") and name.isascii() for name in names)


def test_acronyms_in_two_scripts_at_once_have_folders_of_their_own() -> None:
    names = [folder_of(one) for one in ("ღვინო-4i", "ზღვა-4i", "ΚΥΜΑ-4i", "4i", "con-船")]

    assert len({*names}) == 5
    assert all(name.startswith("4i") for name in names[:4])
    assert all(name.isascii() for name in names)


@pytest.mark.parametrize("name", ["CON", "nul.x", "Com1", "LPT9", "aux", "prn.a.b"])
def test_no_file_of_a_partner_has_a_name_that_windows_keeps_for_devices(name: str) -> None:
    kinds = [one for one in DOCUMENT_TYPES.values() if one.each is Each.PARTNER]
    made = [DocumentRequest(one, name).name for one in kinds]

    assert is_device(name)
    assert not any(is_device(one.rpartition("/")[2]) for one in made)
    assert all("CONTI" in DocumentRequest(one, "CONTI").name for one in kinds)
