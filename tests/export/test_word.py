"""The Word writer: valid, complete, and the same each time."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

from escp_docs.document import (
    Clause,
    Field,
    FieldKind,
    Heading,
    Link,
    List,
    Passage,
    Placeholder,
    Strong,
    Text,
    headings,
    walk,
)
from escp_docs.export.word.writer import to_docx
from tests.support.look import look
from tests.support.sample import sample
from tests.support.word_reading import (
    WordFile,
    words,
)
from tests.support.word_trees import (
    all_words,
    document,
    squeezed,
    table,
    text,
    tree_words,
    written,
)

_HOSTILE = "a\x00b\x0bc\ud800 ]]> &amp; <w:p/> \"q\" 'q' \N{PILE OF POO} \u05e9\u05dc\u05d5\u05dd x"
_SHOWN = _HOSTILE.replace("\x00", "[U+0000]").replace("\x0b", "[U+000B]")
_SHOWN = _SHOWN.replace("\ud800", "[U+D800]")
_LONG = "x" * 10_000


def faults(data: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "test.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("draft", [True, False])
def test_is_valid(tmp_path: Path, draft: bool) -> None:  # noqa: FBT001 - a parameter of the test
    pages = None if draft else {h.id: n for n, h in enumerate(headings(sample()), 1)}

    assert faults(to_docx(sample(draft=draft), look(), pages).data, tmp_path) == []


def test_opens_with_python_docx() -> None:
    opened = docx.Document(BytesIO(to_docx(sample(), look()).data))

    assert opened.core_properties.title == "Partnership Agreement"
    assert opened.core_properties.author == "Pôle Énergies Marines"
    assert opened.core_properties.language == "en-GB"
    assert str(opened.core_properties.created)[:10] == "2020-11-20"
    assert [section.orientation for section in opened.sections] == [0, 1, 0]


def test_says_the_words_of_the_tree_in_their_order() -> None:
    file = WordFile(to_docx(sample(), look()).data)

    assert squeezed(words(file.document)) == squeezed("".join(all_words(sample())))


def test_gives_the_same_bytes_again_and_with_other_hash_seeds() -> None:
    program = (
        "import hashlib; from escp_docs.export.word.writer import to_docx;"
        "from tests.support.look import look; from tests.support.sample import sample;"
        "print(hashlib.sha256(to_docx(sample(), look()).data).hexdigest())"
    )
    here = hashlib.sha256(to_docx(sample(), look()).data).hexdigest()
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]

    assert runs == [here, here]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_libreoffice_prints_the_words_and_numbers_of_the_tree(tmp_path: Path) -> None:
    path = tmp_path / "sample.docx"
    path.write_bytes(to_docx(sample(), look()).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(path)], capture_output=True, check=True)
    printed = subprocess.run(
        ["pdftotext", "-raw", str(path.with_suffix(".pdf")), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    missing_words: list[str] = []
    place = 0
    for block in walk(sample().blocks):
        number = block.number if isinstance(block, Heading | Clause) else ""
        for word in tree_words(block, sample()):
            place = _after(squeezed(printed), squeezed(f"{number} {word}"), place, missing_words)
    assert missing_words == []
    assert "without prejudice" in printed
    assert re.search(r"Page 1 of \d+", printed)


def _after(printed: str, word: str, place: int, missing_words: list[str]) -> int:
    # The marks of notes stand within the words, so they may come between any two characters.
    pattern = re.compile("[a-z]?".join(map(re.escape, word)))
    if hit := pattern.search(printed, place):
        return hit.end()
    missing_words.append(word)
    return place


def test_hostile_text_is_printed_and_breaks_nothing(tmp_path: Path) -> None:
    field = Field(
        f"a.{_HOSTILE}", _HOSTILE, _HOSTILE, _HOSTILE, FieldKind.CHOICE, ((_HOSTILE, "b"),)
    )
    tree = document(
        Heading(1, (Text(_HOSTILE),), _HOSTILE),
        text(Text(_HOSTILE), Strong((field,)), Text(_LONG)),
        text(Placeholder(f"b.{_HOSTILE}", _HOSTILE, _HOSTILE, _HOSTILE)),
        text(Link('https://example.org/a b?c=d&e="<ä>', (Text(_HOSTILE),))),
        text(Link("http://[", (Text("no address"),))),
        replace(table(field, Text(_LONG)), caption=(Text(_HOSTILE),), number=1, summary=_HOSTILE),
        Passage("p" * 100, _HOSTILE, _HOSTILE, ()),
        List(((), (List(((text(Text("inner")),),), ordered=True),))),
        draft=True,
        title=_HOSTILE,
        acronym=_HOSTILE,
        author=_HOSTILE,
    )
    data = to_docx(tree, look()).data

    assert faults(data, tmp_path) == []
    assert words(WordFile(data).document).count(_SHOWN) == 7
    assert _LONG in words(WordFile(data).document)


def test_one_path_with_two_texts_has_two_bound_elements() -> None:
    names = [Field("a.b", "x", shown, "Name") for shown in ("one", "two", "one", "two")]
    elements, _ = written(text(*names)).custom_xml.values()

    assert [etree.QName(element).localname for element in elements] == ["a.b", "a.b.text-2"]
    assert [element.text for element in elements] == ["one", "two"]
