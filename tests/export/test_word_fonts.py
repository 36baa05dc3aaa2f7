"""The fonts inside a Word file: Latin subsets that any program can read back."""

import zipfile
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from escp_docs.export.look import EMBEDDED, WEB, Face
from escp_docs.export.word.writer import to_docx
from scripts import subset_fonts
from tests.support.look import look
from tests.support.sample import sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LETTERS = "Zażółć gęślą jaźń, Þór Ðað, Őrült, Șarpe, İğ, Straße – “€ 5”…"


def embedded() -> dict[tuple[str | None, str], TTFont]:
    """Return the fonts of a file by family and cut, made readable again as the format says."""
    package = zipfile.ZipFile(BytesIO(to_docx(sample(), look()).data))
    relations = etree.fromstring(package.read("word/_rels/fontTable.xml.rels"))
    targets = {one.get("Id"): one.get("Target") for one in relations}
    found = {}
    for font in etree.fromstring(package.read("word/fontTable.xml")):
        for element in font:
            if key := element.get(f"{W}fontKey"):
                data = bytearray(package.read(f"word/{targets[element.get(f'{R}id')]}"))
                mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
                for index in range(32):
                    data[index] ^= mask[index % 16]
                name = element.tag.removeprefix(W)
                found[font.get(f"{W}name"), name] = TTFont(BytesIO(bytes(data)))
    return found


def test_four_cuts_of_both_families_travel_with_the_file() -> None:
    found = embedded()

    assert len(found) == len(EMBEDDED) == 8
    for (family, cut), font in found.items():
        assert font["name"].getBestFamilyName() == family
        assert bool(font["head"].macStyle & 1) == ("Bold" in cut)
        assert bool(font["head"].macStyle & 2) == ("Italic" in cut)
        assert {ord(one) for one in LETTERS} <= font.getBestCmap().keys()


@pytest.mark.parametrize("face", [*EMBEDDED, *WEB.values()], ids=lambda face: face.file)
def test_a_cut_font_bears_no_reserved_name_and_keeps_its_licence(face: Face) -> None:
    """OFL 1.1, conditions 2 and 3; the makers reserve the name "Source"."""
    names = {
        one.nameID: one.toUnicode() for one in TTFont(BytesIO(look().font(face.file)))["name"].names
    }

    assert names[1].startswith(face.family)
    assert not [
        text for number, text in names.items() if number not in {0, 13} and "Source" in text
    ]
    assert "Adobe" in names[0]
    assert "SIL Open Font License" in names[13]


@pytest.mark.parametrize("face", [*EMBEDDED, *WEB.values()], ids=lambda face: face.file)
def test_the_stored_subset_is_that_of_the_installed_font(face: Face) -> None:
    made, stored = (
        TTFont(BytesIO(data))
        for data in (
            subset_fonts.subset(face.file),
            look().font(face.file),
        )
    )
    assert made.getBestCmap() == stored.getBestCmap()
    assert made["head"].fontRevision == stored["head"].fontRevision
