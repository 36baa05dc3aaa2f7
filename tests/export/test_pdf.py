"""PDF: valid for screen readers and archives, the words of the tree, nothing torn apart."""

import os
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
import yaml
from pypdf import PdfReader
from weasyprint.pdf import tags

from escp_docs.document import (
    Document,
    Field,
    Figure,
    Paragraph,
    headings,
    printed_values,
)
from escp_docs.errors import ExportError, MissingProgramError
from escp_docs.export.exported import Exported
from escp_docs.export.html.writer import to_html
from escp_docs.export.look import FACES, Look
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.produced.expected_text import notes, printed
from escp_docs.produced.normalize import squeezed
from tests.support.look import look
from tests.support.places import ROOT
from tests.support.sample import sample
from tests.support.sample_parts import heading, words
from tests.support.tagged import TagNode, faults, tree

_SAME_BYTES = """
import sys
from hashlib import sha256
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.html.writer import to_html
from tests.support.look import look
from tests.support.sample import sample
for data in (to_pdf(sample(), look()).data, to_html(sample(), look())):
    print(sha256(data).hexdigest())
"""


@pytest.fixture(scope="module")
def exported() -> Exported:
    return to_pdf(sample(), look())


@pytest.fixture(scope="module")
def root(exported: Exported) -> TagNode:
    return tree(exported.data)


def test_is_accessible_and_archivable(exported: Exported, tmp_path: Path) -> None:
    assert faults(exported.data, tmp_path) == []


def test_the_validator_would_object(exported: Exported, tmp_path: Path) -> None:
    without_ua = exported.data.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<")

    assert faults(without_ua, tmp_path) != []


def test_reads_as_the_tree_does(root: TagNode) -> None:
    assert squeezed(root.words("Lbl", "Figure", "Note")) == printed(sample())


def test_notes_stand_at_the_foot_with_the_numbers_of_the_tree(root: TagNode) -> None:
    assert [squeezed(note.words()) for note in root.all("Note")] == notes(sample())


def test_pictures_are_told_in_words(root: TagNode) -> None:
    assert [figure.alternative for figure in root.all("Figure")] == [
        "Three bars: the partnership runs first, then the strategy, then the roadmap."
    ]


def test_lists_have_labels_and_bodies(root: TagNode) -> None:
    items = list(root.all("LI"))

    assert items
    for item in items:
        assert [kid.tag for kid in item.kids if isinstance(kid, TagNode)] == ["Lbl", "LBody"]


def test_headings_stand_on_the_pages_that_contents_and_caller_are_told(
    exported: Exported, root: TagNode
) -> None:
    shown = {h.id: h for h in headings(sample())}
    told = [exported.page_of[name] for name, h in shown.items() if h.level <= 3]
    rows = [int("".join(str(kid) for kid in row.leaves()[-1:])) for row in root.all("TOCI")]
    found = [h for level in range(2, 6) for h in root.all(f"H{level}")]

    assert exported.page_of.keys() == shown.keys()
    assert rows == told
    for h in found[1:]:
        label = squeezed(h.words())
        (name,) = (n for n, s in shown.items() if squeezed(f"{s.number} {_title(s)}") == label)
        assert exported.page_of[name] == h.number


def _title(block: object) -> str:
    return "".join(child.text for child in getattr(block, "children", ()))


def test_bookmarks_are_the_headings(exported: Exported) -> None:
    def titles(items: Sequence[object]) -> list[str]:
        flat: list[str] = []
        for item in items:
            flat += titles(item) if isinstance(item, list) else [str(getattr(item, "title", ""))]
        return flat

    expected = [f"{h.number} {_title(h)}".strip() for h in headings(sample())]

    assert titles(PdfReader(BytesIO(exported.data)).outline) == ["Contents", *expected]


def test_the_same_bytes_on_every_run(exported: Exported) -> None:
    again = to_pdf(sample(), look()).data
    web = to_html(sample(), look())

    assert again == exported.data
    assert _hashes_of_another_process() == [sha256(data).hexdigest() for data in (again, web)]


def _hashes_of_another_process() -> list[str]:
    environment = os.environ | {"PYTHONHASHSEED": "1"}
    command = [sys.executable, "-c", _SAME_BYTES]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    return run.stdout.decode().split()


def test_signature_fields_are_empty_named_and_in_the_tree(
    exported: Exported, root: TagNode
) -> None:
    with pikepdf.open(BytesIO(exported.data)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields.as_list())

        assert [str(field.T) for field in fields] == ["partner-0", "partner-1", "partner-2"]
        assert pdf.Root.AcroForm.SigFlags == 1
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        for index, field in enumerate(fields):
            assert str(field.FT) == "/Sig"
            assert "/V" not in field
            assert str(field.TU) == f"Signature: Cluster {index + 1}"
    assert len(list(root.all("Form"))) == 3


def test_attaches_the_printed_values_and_no_others() -> None:
    start = Field("project.start", "2021-09-01", "1 September 2021", "Start")
    document = sample(blocks=(heading(1, "One", "one"), Paragraph((start,))))

    with pikepdf.open(BytesIO(to_pdf(document, look()).data)) as pdf:
        assert list(pdf.attachments) == ["values.yaml"]
        attached = pdf.attachments["values.yaml"]
        assert yaml.safe_load(attached.get_file().read_bytes()) == {"project.start": "2021-09-01"}
        assert str(attached.obj.AFRelationship) == "/Source"


def test_attaches_every_printed_value(exported: Exported) -> None:
    with pikepdf.open(BytesIO(exported.data)) as pdf:
        attached = yaml.safe_load(pdf.attachments["values.yaml"].get_file().read_bytes())

    assert attached == printed_values(sample())
    assert attached["project.abstract"] == "Offshore wind is growing."


def test_file_says_who_wrote_what_and_when(exported: Exported) -> None:
    reader = PdfReader(BytesIO(exported.data))
    about = reader.metadata

    assert about is not None
    assert (about.title, about.author) == ("Partnership Agreement", "Pôle Énergies Marines")
    assert str(about["/CreationDate"]) == str(about["/ModDate"]) == "D:20201120"
    assert str(reader.root_object["/Lang"]) == "en-GB"


def test_only_shipped_fonts_are_used(exported: Exported) -> None:
    with pikepdf.open(BytesIO(exported.data)) as pdf:
        names = {
            str(o.FontName)
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and "/FontName" in o
        }

    assert names
    assert all("ESCP-S" in name for name in names)


def test_a_picture_cannot_ask_for_a_file() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    figure = Figure(svg, "A picture", words("Picture"), 1, "f", 10, 10)

    with pytest.raises(ExportError, match="figure 'f' holds <image>"):
        to_pdf(sample(blocks=(figure,)), look())


def test_nothing_but_the_fonts_of_the_look_is_served() -> None:
    style = look().texts["print.css"] + "@font-face{font-family:x;src:url(file:///etc/passwd)}"
    other = Look({**look().texts, "print.css": style}, look().fonts)

    with pytest.raises(ExportError, match="passwd is not among the fonts"):
        to_pdf(_one_line(), other)


def test_a_font_that_the_look_lacks_is_named() -> None:
    fonts = {name: data for name, data in look().fonts.items() if name != FACES[0].file}

    with pytest.raises(ExportError, match=FACES[0].file):
        to_pdf(_one_line(), Look(look().texts, fonts))


def test_a_design_value_that_is_missing_is_named() -> None:
    design = look().texts["design.yaml"].replace("  cover_title: 27\n", "")

    with pytest.raises(ExportError, match=r"size\.cover_title is missing"):
        to_pdf(_one_line(), Look({**look().texts, "design.yaml": design}, look().fonts))


def _one_line() -> Document:
    return sample(blocks=(heading(1, "One", "one"),))


def test_another_weasyprint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "_build_box_tree", lambda box: box)

    with pytest.raises(ExportError, match="install a version that"):
        to_pdf(_one_line(), look())


def test_a_machine_without_pango_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    class WithoutPango(ModuleType):
        def __getattr__(self, name: str) -> object:
            raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setitem(sys.modules, "weasyprint", WithoutPango("weasyprint"))
    monkeypatch.delitem(sys.modules, "escp_docs.export.pdf.writer")

    with pytest.raises(MissingProgramError, match="apt-get install libpango"):
        __import__("escp_docs.export.pdf.writer")
