"""Nothing gets past: files that were tampered with, one by one, as `verify` compares them.

Three attackers are tried. One changes the file alone. One changes the manifest along with it, and
is found out by the spec. One lets the file say that LibreOffice saved it, which changes a lot.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import get_args

import pytest

from escp_docs.document import (
    Block,
    Deleted,
    DeletedBlock,
    Inline,
    Inserted,
    InsertedBlock,
    ResetBlock,
    all_inlines,
    walk,
)
from escp_docs.document.format_names import FormatName
from escp_docs.workbook import Role, Unit
from tests.support import changed_pages, changed_pdfs, every_kind, tampered_sheets, tampering
from tests.support.documents import document
from tests.support.sizes import examples
from tests.support.tampered_words import changed_words, turned_glyphs
from tests.support.tampering import Tampered
from tests.support.verifying import Built, Way, built, built_of, saved_again

_OF_REDLINES = {InsertedBlock, DeletedBlock, ResetBlock, Inserted, Deleted}  # `build` makes none
FORMATS: tuple[FormatName, ...] = ("docx", "pdf", "html", "xlsx")
_OFFICE = ("docx", "xlsx")
_WAYS = [
    (format_, way)
    for format_ in FORMATS
    for way in Way
    if way is not Way.SAVED or format_ in _OFFICE
]
_FEW = 12  # tampered files of one kind in an ordinary run
_ATTACKS: dict[FormatName, Callable[[bytes], Iterator[Tampered]]] = {
    "docx": tampering.word_files,
    "html": tampering.pages,
    "pdf": tampering.pdfs,
    "xlsx": tampered_sheets.books,
}

# What nobody can see or be harmed by, whatever the manifest says, each with the reason.
_SHOWS_NOTHING = {
    "commentRangeStart": "a mark where a comment would begin; there is none",
    'legacyDrawing r:id="rId99"': "it names a drawing that is not there, so none is drawn",
    "webHidden": "hidden in Word's web layout alone, as LibreOffice has it in contents",
    "another language": "how a screen reader pronounces it: the look, as SECURITY.md says",
    "another font": "without the manifest the letters of fonts are not known, says SECURITY.md",
}
# Words that no page shows, or that are computed whenever they are shown.
_NOT_SHOWN = {
    "docProps/app.xml": "what the program counted, and its name",
    "docProps/core.xml": "when, by whom and how often it was saved, and the language",
    "Relationship in": "blanks between the relations of a part",
    "instrText in": "where a field leads; SECURITY.md says that this is not known by the spec",
    "t in word/footer": "the number of a page, which every program computes",
    "option in customXml": "what a control offers; `pull` takes no other than the spec allows",
    "desc in word/media": "what nobody sees in a picture; its words for screen readers are read",
    "title in word/media": "the same",
    "author in xl/comments": "who wrote a note, which is not shown",
    "definedName in": "which rows are repeated on every page; names of cells are compared",
    "formula1 in": "what a cell offers; `pull` takes no other than the spec allows",
    "a skip": "the words of a link that leads to the text, for those who use no mouse",
}

# Of a PDF: what leads back from an object to what holds it, and who reads it goes the other way;
# counts and boxes for printers, which are those of the page where there are none; how it is packed;
# who saved it and when, which every program that saves it changes.
_SHOWS_NOTHING_IN_PDFS = (
    *("/StructParents", "/ParentTree", "with /Nums", "with /Limits", "/Parent of", "/P of"),
    *("/Count of /Pages", "removed /BleedBox", "removed /TrimBox", "removed /Tabs"),
    *("/ObjStm", "/XRef", "added to /Metadata", "/Producer of", "/ModDate of"),
)


def starting_with(one: Built, way: Way) -> bytes:
    return saved_again(one.format, one.data) if way is Way.SAVED else one.data


def unseen(format_: FormatName, way: Way, files: Iterator[Tampered]) -> list[str]:
    one = built(format_)
    return [what for what, data in files if _agrees(one, data, way)]


def _agrees(one: Built, data: bytes, way: Way) -> bool:
    return data != one.data and one.agrees(data, way)


def some(files: Iterator[Tampered], few: int, many: int) -> Iterator[Tampered]:
    """Yield a share of files: few in an ordinary run, all of them with `--full`."""
    return islice(files, 0, None, max(1, many // examples(few)))


def test_the_short_document_has_every_kind_of_block_and_inline() -> None:
    document = every_kind.document()

    assert {type(one) for one in walk(document.blocks)} >= set(get_args(Block)) - _OF_REDLINES
    assert {type(one) for one in all_inlines(document)} >= set(get_args(Inline)) - _OF_REDLINES


def test_the_short_workbook_has_every_kind_of_cell() -> None:
    found = [cell for sheet in every_kind.book().sheets for row in sheet.rows for cell in row]

    assert {one.role for one in found} == set(Role)
    assert {one.unit for one in found} == set(Unit)


@pytest.mark.parametrize(("format_", "way"), _WAYS)
def test_what_nobody_touched_agrees(format_: FormatName, way: Way) -> None:
    one = built(format_)

    assert one.verified(starting_with(one, way), way).agrees


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("way", [Way.MANIFEST, Way.SPEC])
def test_what_is_final_agrees(format_: FormatName, way: Way) -> None:
    one = built(format_, draft=False)

    assert one.verified(one.data, way).agrees


@pytest.mark.parametrize(("format_", "way"), _WAYS)
def test_nothing_that_attackers_do_gets_past(format_: FormatName, way: Way) -> None:
    files = _ATTACKS[format_](starting_with(built(format_), way))
    found = unseen(format_, way, some(files, _FEW, 120))
    reasons = () if way is Way.MANIFEST else tuple(_SHOWS_NOTHING)

    assert [what for what in found if not any(one in what for one in reasons)] == []


def test_there_are_more_than_three_hundred_attacks() -> None:
    assert sum(_count(format_) for format_ in FORMATS) > 300


@cache
def _count(format_: FormatName) -> int:
    return sum(1 for _ in _ATTACKS[format_](built(format_).data))


@pytest.mark.parametrize(
    ("format_", "way"), [(format_, way) for format_, way in _WAYS if format_ in {"docx", "html"}]
)
def test_a_hyphen_a_sign_and_the_order_of_digits_count(format_: FormatName, way: Way) -> None:
    files = list(changed_words(format_, starting_with(built(format_), way)))

    assert len(files) >= 14
    assert unseen(format_, way, iter(files)) == []


@pytest.mark.parametrize("way", [Way.MANIFEST, Way.SPEC])
def test_the_order_of_drawn_letters_counts(way: Way) -> None:
    files = list(turned_glyphs(built("pdf").data))

    assert len(files) >= 2
    assert unseen("pdf", way, iter(files)) == []


# --- every kind of node --------------------------------------------------------------------------


def nodes(format_: FormatName, data: bytes, every: int = 20) -> Iterator[Tampered]:
    """Yield files with one node of each kind changed, in each way; every so many of them."""
    match format_:
        case "html":
            return changed_pages.page_nodes(data, seed=1, every=every)
        case "pdf":
            return changed_pdfs.pdf_nodes(data, seed=1, every=every)
        case _:
            return tampering.office_nodes(data, seed=1, every=every)


@pytest.mark.parametrize("format_", FORMATS)
def test_every_kind_of_node_that_is_removed_doubled_moved_or_changed_is_named(
    format_: FormatName,
) -> None:
    # Few in an ordinary run, all with `--full`.
    files = nodes(format_, built(format_).data, max(1, 1000 // examples(_FEW)))
    found = unseen(format_, Way.MANIFEST, files)

    assert [what for what in found if not any(one in what for one in _SHOWS_NOTHING_IN_PDFS)] == []


@pytest.mark.parametrize(
    ("format_", "way"),
    [(one, way) for one, way in _WAYS if one != "pdf" and way is not Way.MANIFEST],
)
def test_words_added_to_any_node_are_named_without_the_manifest(
    format_: FormatName, way: Way
) -> None:
    changed = changed_pages.page_nodes if format_ == "html" else tampering.office_nodes
    every = max(1, 350 // examples(_FEW))
    data = starting_with(built(format_), way)
    found = unseen(format_, way, changed(data, seed=1, every=every, only="words in"))

    assert [what for what in found if not any(one in what for one in _NOT_SHOWN)] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "format_"),
    [("application", "docx"), ("partnership-agreement", "html"), ("term-sheet", "pdf")],
)
def test_a_sample_of_the_nodes_of_a_whole_document_is_named(kind: str, format_: FormatName) -> None:
    one = built_of(document(kind, "wave"), format_)
    assert one.agrees(one.data, Way.MANIFEST)

    found = [what for what, data in nodes(format_, one.data) if _agrees(one, data, Way.MANIFEST)]

    assert [what for what in found if not any(one in what for one in _SHOWS_NOTHING_IN_PDFS)] == []
