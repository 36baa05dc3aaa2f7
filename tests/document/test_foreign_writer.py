"""A writer of others, fed with the tree as JSON: all it needs of us is the published schema."""

import json
import subprocess
import zipfile
from io import BytesIO

import pypandoc
import pytest
from lxml import etree
from msgspec.structs import replace

from escp_docs.document import Contents
from escp_docs.document.tree_json import dump
from escp_docs.produced.expected_text import notes, pieces
from escp_docs.produced.normalize import squeezed
from tests.support.documents import document
from tests.support.pandoc_tree import pandoc_json

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def odt(tree: bytes) -> bytes:
    """Return a tree as pandoc writes it as OpenDocument."""
    pandoc = pypandoc.get_pandoc_path()
    native = subprocess.run(
        [pandoc, "-f", "markdown", "-t", "json"], input=b"", capture_output=True, check=True
    )
    version = json.loads(native.stdout)["pandoc-api-version"]
    done = subprocess.run(
        [pandoc, "-f", "json", "-t", "odt", "-o", "-"],
        input=pandoc_json(tree, version),
        capture_output=True,
        check=True,
    )
    return done.stdout


def words(data: bytes) -> tuple[str, list[str]]:
    """Return the words of an .odt, squeezed, and those of its notes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    said = []
    for one in list(root.iter(f"{_TEXT}note")):
        said += [words_of(body) for body in one.iter(f"{_TEXT}note-body")]
        for inner in list(one):
            one.remove(inner)
    return "".join(map(words_of, root.iter(f"{_OFFICE}text"))), said


def words_of(element: etree._Element) -> str:
    """Return the words in an element, squeezed."""
    return squeezed("".join(map(str, element.itertext())))


@pytest.mark.parametrize(
    ("kind", "name"), [("application", "unfinished"), ("partnership-agreement", "shield")]
)
def test_pandoc_writes_our_tree_as_opendocument_word_for_word(kind: str, name: str) -> None:
    found = document(kind, name)
    text, said = words(odt(dump(found)))

    bare = replace(found, blocks=tuple(b for b in found.blocks if not isinstance(b, Contents)))
    place = 0
    for piece in map(squeezed, pieces(bare)):
        hit = text.find(piece, place)
        assert hit >= 0, piece
        place = hit + len(piece)
    assert said == notes(found)
