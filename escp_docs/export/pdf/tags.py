"""What WeasyPrint leaves out of a PDF: marks of contents and notes, signature fields, PDF/UA.

Everything here reaches into WeasyPrint or the file it is about to write, and checks first that it
finds what it expects.
"""

import re
from collections.abc import Iterator
from inspect import signature
from typing import Any

import pydyf
from weasyprint import __version__
from weasyprint.pdf import tags

from escp_docs.errors import ExportError
from escp_docs.export.pdf.brackets import keep_brackets
from escp_docs.pattern import pattern

_EXPECTED = ["box", "parent", "pdf", "page_number", "nums", "annotations", "tags"]

# What a check box says of itself and a signature field must not.
_OF_A_CHECK_BOX = ("V", "DA", "Ff", "MaxLen", "AS", "AP", "MK", "Border")
_SIGNATURES_EXIST = 1
_DECORATIONS = {"ins": "/Underline", "del": "/LineThrough"}

# Lines of a table from signs to letters, here of all spaces and hyphens but the plain ones.
_SPACE = pattern(rb"^(<[0-9a-f]{4}> )<(00a0|200[0-9a]|202f|205f)>$")
_HYPHEN = pattern(rb"^(<[0-9a-f]{4}> )<(00ad|201[01])>$")
_NOTHING = pattern(rb"^(<[0-9a-f]{4}> )<>$")

_PRODUCER = pattern(rb'<rdf:Description rdf:about="" pdf:Producer="[^"]*" ?/>')

_PDF_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def mark_structure() -> None:
    """Make WeasyPrint mark elements with the tag that their `data-tag` states, from now on.

    Raises:
        ExportError: this version of WeasyPrint builds its tags in another way.
    """
    build = getattr(tags, "_build_box_tree", None)
    if getattr(build, "marks_data_tag", False):
        return
    if build is None or list(signature(build).parameters) != _EXPECTED:
        raise ExportError(
            f"WeasyPrint {__version__} builds tags in a way that this program does not know; "
            "install a version that pyproject.toml allows"
        )

    def build_and_mark(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:  # noqa: ANN401
        for element in build(box, parent, pdf, *rest):
            _mark(element, box, pdf)
            if not _goes_on(element, box, pdf):
                yield element

    build_and_mark.marks_data_tag = True  # type: ignore[attr-defined]
    tags._build_box_tree = build_and_mark  # noqa: SLF001 - the one way in, checked above


def _mark(element: Any, placed: Any, pdf: Any) -> None:  # noqa: ANN401
    box = getattr(placed, "_box", placed)
    if box.is_leader:
        # Nobody wants the dots of a table of contents read out.
        element["ActualText"] = pydyf.String("")
    source = getattr(box, "element", None)
    # Boxes of pseudo-elements bear the element, too, but another tag.
    if source is None or box.element_tag != source.tag:
        return
    match source.get("data-tag"):
        case "TOC" | "LBody" as tag:
            element["S"] = f"/{tag}"
        case "TOCI":
            element["S"] = "/TOCI" if element["S"] == "/LI" else "/NonStruct"
        case "ins" | "del" as change:
            element["S"] = "/Span"
            element["A"] = pydyf.Dictionary(
                {"O": "/Layout", "TextDecorationType": _DECORATIONS[change]}
            )
        case "Note":
            element["S"] = "/Note"
            element["ID"] = pydyf.String(f"note-{len(pdf.objects)}")
        case _:
            pass


def _goes_on(element: Any, placed: Any, pdf: Any) -> bool:  # noqa: ANN401
    """Whether an element is the rest of a row from the page before, and was put there.

    A row in which a page ends is placed twice. Read as two rows, the beginnings of all its cells
    would come before their ends. Heads that are repeated stay what they are.
    """
    box = getattr(placed, "_box", placed)
    source = getattr(box, "element", None)
    if source is None or box.element_tag != source.tag:
        return False
    if element["S"] == "/Table":
        _keep_a_body(element, pdf)
    if element["S"] == "/TBody":
        return not element["K"]  # all of it was put to the page before
    if element["S"] not in {"/TR", "/TD", "/TH"} or "/THead" in _around(element, pdf):
        return False
    begun = vars(pdf).setdefault("escp_rows", {}).setdefault(source, element)
    if begun is element:
        return False
    for kid in element["K"]:
        _object(kid, pdf)["P"] = begun.reference
        begun["K"].append(kid)
    element["K"] = pydyf.Array([])
    return True


def _keep_a_body(table: Any, pdf: Any) -> None:  # noqa: ANN401
    """Let the repeated head be the body of what is left of a table (PDF/UA-1, 7.2, of veraPDF)."""
    kids = [_object(kid, pdf) for kid in table["K"] if isinstance(kid, bytes)]
    if not any(kid["S"] == "/TBody" for kid in kids):
        for kid in kids:
            if kid["S"] == "/THead":
                kid["S"] = "/TBody"


def _around(element: Any, pdf: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the tags of the two elements around another: the row and the group of a cell."""
    parent = _object(element["P"], pdf)
    yield parent["S"]
    yield _object(parent["P"], pdf)["S"]


def _object(reference: bytes, pdf: Any) -> Any:  # noqa: ANN401
    return pdf.objects[int(reference.split()[0])]


def finish(document: Any, pdf: pydyf.PDF, *, sealed: bool) -> None:  # noqa: ANN401
    """Declare PDF/UA-1, make signature fields of the boxes named sig-, keep the words searchable.

    What is sealed does not say which program made it.

    Raises:
        ExportError: the file has no metadata to declare it in.
    """
    metadata = [o for o in pdf.objects if _kind(o) == "/Metadata"]
    if len(metadata) != 1 or b"</rdf:RDF>" not in metadata[0].stream[0]:
        raise ExportError("WeasyPrint wrote no metadata in which to declare PDF/UA")
    # Left as it is, not compressed: tools that know nothing of PDF search a file for it.
    metadata[0].compress = False
    told = metadata[0].stream[0]
    if sealed:
        pdf.info.pop("Producer", None)
        told = _PRODUCER.sub(b"", told)
    metadata[0].stream = [told.replace(b"</rdf:RDF>", _PDF_UA + b"</rdf:RDF>")]
    _make_signature_fields(pdf)
    _keep_searchable(pdf)
    keep_brackets(document.fonts, pdf)


def _kind(thing: object) -> str | None:
    return thing.extra.get("Type") if isinstance(thing, pydyf.Stream) else None


def _make_signature_fields(pdf: pydyf.PDF) -> None:
    widgets = [o for o in pdf.objects if isinstance(o, dict) and o.get("Subtype") == "/Widget"]
    for widget in widgets:
        for key in _OF_A_CHECK_BOX:
            widget.pop(key, None)
        widget["FT"] = "/Sig"
        widget["T"] = pydyf.String(_field_name(widget["T"].string))
        widget["AP"] = pydyf.Dictionary({"N": _empty_appearance(pdf, widget["Rect"]).reference})
    if widgets:
        form = pdf.catalog["AcroForm"]
        form.pop("NeedAppearances", None)
        form["SigFlags"] = _SIGNATURES_EXIST


def _field_name(name: str) -> str:
    # A dot would make a field within a field of it.
    return re.sub(r"\.", "_", name.removeprefix("sig-"))


def _keep_searchable(pdf: pydyf.PDF) -> None:
    """Let the signs of spaces and hyphens mean the plain ones.

    All kinds of space share one sign in a font, and all kinds of hyphen another; WeasyPrint takes
    the kind that came first for all of them, and who searches for "Blue Reach" finds nothing.
    """
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and b"begincmap" in thing.stream:
            thing.stream = [_plain(line) for line in thing.stream]


def _plain(line: bytes) -> bytes:
    line = _SPACE.sub(rb"\1<0020>", line)
    # The mark of a letter that is told with the letter: what joins letters says nothing either.
    line = _NOTHING.sub(rb"\1<034f>", line)
    return _HYPHEN.sub(rb"\1<002d>", line)


def _empty_appearance(pdf: pydyf.PDF, rectangle: Any) -> pydyf.Stream:  # noqa: ANN401
    x1, y1, x2, y2 = rectangle
    extra = {"Type": "/XObject", "Subtype": "/Form"}
    extra["BBox"] = pydyf.Array((0, 0, abs(x2 - x1), abs(y2 - y1)))
    appearance = pydyf.Stream([], extra)
    pdf.add_object(appearance)
    return appearance
