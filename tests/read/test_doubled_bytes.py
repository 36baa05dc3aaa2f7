"""Letters that were saved in a wrong encoding are told, for they would be printed so."""

import pytest

from escp_docs.read.source import SourceText, SpecText
from escp_docs.read.spec import spec as read_spec
from tests.support.reading import CALL_ID, HEAD, PROJECT, call, read


@pytest.mark.parametrize(
    "written",
    ["Ana Sá", "École d’été", "it’s", "Škoda", "Ελλάδα", "Київ", "5 €", "a – b", "Ærø"],
)
def test_a_word_whose_bytes_were_read_as_another_encoding_is_told_with_the_word(
    written: str,
) -> None:
    typed = written.encode().decode("cp1252")

    (remark,) = read(f"{HEAD}project:\n  acronym: X\n  title: {typed} 2021\n").remarks

    meant = remark.message.split("' is '")[1].split("' read")[0]
    assert meant in written
    assert remark.fix is not None
    assert "read in a wrong encoding, and is printed as it stands" in remark.message
    assert remark.fix.startswith(f"write {meant!r}; or")


def test_all_of_a_file_are_told_once() -> None:
    text = f"{HEAD}project:\n  acronym: X\n  title: SÃ¡\n  abstract: |\n    SÃ¡\n    SÃ¡\n"

    (remark,) = read(text).remarks

    assert remark.place is not None
    assert (remark.place.line, remark.place.column, remark.place.length) == (4, 10, 3)
    assert remark.fix is not None
    assert remark.fix.startswith("write 'Sá', and so in 2 more lines; or")


@pytest.mark.parametrize(
    "meant", ["CAFÉ”", "«Ü»", "NÃO", "Ä–B", "É…", "ÄÖÜ ÉÉ", "Ελλάδα — и", "½ °C"]
)
def test_letters_that_belong_together_are_not_doubted(meant: str) -> None:
    assert read(f"{HEAD}project:\n  acronym: X\n  title: a {meant}\n").remarks == ()


def test_so_they_are_in_a_text_in_a_file_of_its_own() -> None:
    files = SpecText(
        (SourceText("a.yaml", f"{HEAD}{PROJECT}strategy: {{vision: {{file: v.md}}}}\n"),),
        {("v.md", False): SourceText("v.md", "Our\nvisiÃ³n.\n")},
    )

    (remark,) = read_spec(files, {CALL_ID: call()}).remarks

    assert str(remark.place) == "v.md:2:1"
    assert "is 'visión.' read" in remark.message
