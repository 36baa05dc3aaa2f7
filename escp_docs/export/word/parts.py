"""The parts beside the body: styles, lists, running heads, notes, values, properties."""

from collections.abc import Iterator

from msgspec import Struct

from escp_docs.document import Document
from escp_docs.export.word import fonts
from escp_docs.export.word.markup import run, safe
from escp_docs.export.word.package import xml
from escp_docs.export.word.relations import Relations
from escp_docs.export.word.sections import heads, sections
from escp_docs.export.word.style_parts import filled
from escp_docs.export.word.writer_state import WriterState
from escp_docs.language.running_heads import draft_mark, foot, head

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_CUSTOM = f"{_OFFICE}/customXml"
_CORE = "http://schemas.openxmlformats.org/package/2006"
_BOXES = "http://schemas.microsoft.com/office/word/2010/wordml"
_IGNORABLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMESPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}/relationships" xmlns:wp="{_DRAWING}"'
    f' xmlns:w14="{_BOXES}" xmlns:mc="{_IGNORABLE}" mc:Ignorable="w14"'
)
_PROGRAM = "escp-docs"
_CORE_PART, _APP_PART = "docProps/core.xml", "docProps/app.xml"


class PackagePart(Struct, frozen=True):
    """A part of the package; `kind` is its content type, or the middle of an Office one."""

    name: str
    kind: str
    content: bytes


def parts(story: WriterState, body: str) -> Iterator[PackagePart]:
    """Yield every XML part of the package, the relationships last.

    Raises:
        ExportError: the look lacks a file or a value.
    """
    yield _word("document.main", "document.xml", _root("document", f"<w:body>{body}</w:body>"))
    for name in ("styles", "settings"):
        story.relations.to(name, f"{name}.xml")
        yield _word(name, f"{name}.xml", _look(story, f"{name}.xml"))
    yield from _fonts(story)
    story.relations.to("theme", "theme/theme1.xml")
    yield PackagePart("word/theme/theme1.xml", "theme", xml(_look(story, "theme1.xml")))
    yield from _lists_and_notes(story)
    yield from _running_heads(story)
    yield from _stores(story)
    yield from _properties(story.document)
    yield from _relationships(story)


def _fonts(story: WriterState) -> Iterator[PackagePart]:
    embedded = Relations()
    words = {
        f"embedded_{use}": fonts.references(story.look.design.word("font", use), embedded)
        for use in ("text", "display")
    }
    story.relations.to("fontTable", "fontTable.xml")
    yield _word("fontTable", "fontTable.xml", _look(story, "fontTable.xml", **words))
    yield _relations_part("word/_rels/fontTable.xml.rels", embedded)
    yield from (PackagePart(name, "", content) for name, content in fonts.parts(story.look))


def _word(kind: str, name: str, content: str) -> PackagePart:
    return PackagePart(f"word/{name}", f"wordprocessingml.{kind}", xml(content))


def _root(tag: str, content: str) -> str:
    return f"<w:{tag} {_NAMESPACES}>{content}</w:{tag}>"


def _look(story: WriterState, name: str, **words: str) -> str:
    words["language"] = safe(story.document.language)
    return filled(story.look.text(f"word/{name}"), story.look.design, words)


def _lists_and_notes(story: WriterState) -> Iterator[PackagePart]:
    definitions, instances = story.lists.parts()
    story.relations.to("numbering", "numbering.xml")
    numbering = _look(story, "numbering.xml", definitions=definitions, instances=instances)
    yield _word("numbering", "numbering.xml", numbering)
    story.relations.to("footnotes", "footnotes.xml")
    notes = _look(story, "footnotes.xml", notes=story.notes.part())
    yield _word("footnotes", "footnotes.xml", notes)
    if comments := story.comments.part():
        story.relations.to("comments", "comments.xml")
        yield _word("comments", "comments.xml", _root("comments", comments))


def _running_heads(story: WriterState) -> Iterator[PackagePart]:
    document = story.document
    words = {"acronym": safe(document.acronym), "head": safe(head(document))}
    words["foot"] = run(foot(document)) if document.sending else ""
    draft = '<w:rPr><w:rStyle w:val="Draft"/></w:rPr>'
    words["draft"] = run(draft_mark(document), draft) if document.draft else ""
    words["pages"] = str(max((story.page_of or {}).values(), default=1))
    for sideways in sorted({sideways for sideways, _ in sections(document)}):
        words["turned"] = "Sideways" if sideways else ""
        header, footer = heads(sideways=sideways)
        relations = Relations()
        logos = (story.pictures.shown(one, one.width_mm, relations) for one in document.logos)
        words["logo"] = "".join(f"{logo}{run('  ')}" for logo in logos)
        yield _word("header", header, _look(story, "header.xml", **words))
        if relations:
            yield _relations_part(f"word/_rels/{header}.rels", relations)
        yield _word("footer", footer, _look(story, "footer.xml", **words))


def _stores(story: WriterState) -> Iterator[PackagePart]:
    for number, store in enumerate(story.controls.stores(), 1):
        story.relations.to("customXml", f"../customXml/item{number}.xml")
        yield PackagePart(f"customXml/item{number}.xml", "application/xml", xml(store.content))
        properties = (
            f'<ds:datastoreItem xmlns:ds="{_CUSTOM}" ds:itemID="{store.key}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{store.schema}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        yield PackagePart(
            f"customXml/itemProps{number}.xml", "customXmlProperties", xml(properties)
        )
        relations = Relations()
        relations.to("customXmlProps", f"itemProps{number}.xml")
        yield _relations_part(f"customXml/_rels/item{number}.xml.rels", relations)


def _properties(document: Document) -> Iterator[PackagePart]:
    core = (
        f'<cp:coreProperties xmlns:cp="{_CORE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{safe(document.title)}</dc:title>"
        f"<dc:creator>{safe(document.author)}</dc:creator>"
        f"{'' if document.sealed else _more_properties(document)}"
        f"<dc:language>{safe(document.language)}</dc:language></cp:coreProperties>"
    )
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    yield PackagePart(_CORE_PART, kind, xml(core))
    if not document.sealed:
        app = f"<Application>{_PROGRAM}</Application><DocSecurity>0</DocSecurity>"
        app = f'<Properties xmlns="{_OFFICE}/extended-properties">{app}</Properties>'
        yield PackagePart(_APP_PART, "extended-properties", xml(app))


def _more_properties(document: Document) -> str:
    """Return what a draft says of itself besides; what is final does not."""
    moment = f"{document.date.isoformat()}T00:00:00Z"
    return (
        f"<dc:subject>{safe(document.subject)}</dc:subject>"
        f"<cp:keywords>{safe(', '.join(document.keywords))}</cp:keywords>"
        f"<cp:lastModifiedBy>{_PROGRAM}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
    )


def _relationships(story: WriterState) -> Iterator[PackagePart]:
    package = Relations()
    package.to("officeDocument", "word/document.xml")
    package.to(f"{_CORE}/relationships/metadata/core-properties", _CORE_PART)
    if not story.document.sealed:
        package.to("extended-properties", _APP_PART)
    yield _relations_part("_rels/.rels", package)
    yield _relations_part("word/_rels/document.xml.rels", story.relations)
    if story.note_relations:
        yield _relations_part("word/_rels/footnotes.xml.rels", story.note_relations)


def _relations_part(name: str, relations: Relations) -> PackagePart:
    return PackagePart(name, "", xml(relations.part()))
