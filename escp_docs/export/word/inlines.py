"""Write inlines as runs."""

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Deleted,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
)
from escp_docs.errors import ExportError
from escp_docs.export.change import ChangeMark, change_of
from escp_docs.export.word.bookmarks import note_key
from escp_docs.export.word.control_types import BOX
from escp_docs.export.word.fields import anchored, field
from escp_docs.export.word.markup import run
from escp_docs.export.word.relations import address
from escp_docs.export.word.writer_state import WriterState


class Tone(Struct, frozen=True):
    """How words are set, and where they stand."""

    strong: bool = False
    emphasis: bool = False
    link: bool = False
    in_note: bool = False
    # In bold surroundings a bold style would switch bold off, as Word toggles it.
    bold_around: bool = False


PLAIN = Tone()
_STYLES = {
    (True, True): "StrongEmphasis",
    (True, False): "Strong",
    (False, True): "Emphasis",
}
_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def inlines(children: tuple[Inline, ...], story: WriterState, tone: Tone = PLAIN) -> str:
    """Return inlines as runs, links and content controls.

    Raises:
        ExportError: a link or a reference leads nowhere, or a note is misplaced.
    """
    return "".join([_inline(child, story, tone) for child in children])


def _inline(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    inline: Inline, story: WriterState, tone: Tone
) -> str:
    match inline:
        case Text(text) | Elsewhere(text=text):
            return run(text, _properties(tone))
        case Emphasis(children):
            return inlines(children, story, replace(tone, emphasis=True))
        case Strong(children):
            return inlines(children, story, replace(tone, strong=not tone.bold_around))
        case Link():
            return _link(inline, story, tone)
        case Reference():
            return _reference(inline, story, tone)
        case Field() | Placeholder() | AnswerField() | Checkbox() if tone.link or story.tracking:
            return _in_link(inline, story, tone)
        case Field():
            return story.controls.field(inline, _properties(tone))
        case Placeholder():
            control = story.controls.placeholder(inline, _styled("Missing"))
            return story.comments.ask(inline, control, in_note=tone.in_note)
        case AnswerField():
            return story.controls.answer(inline, _styled("Missing"))
        case Checkbox():
            return story.controls.checkbox(inline)
        case Footnote():
            return _footnote(inline, story, tone)
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case Inserted() | Deleted():
            return _changed(inline, story, tone)
        case _:
            assert_never(inline)


def _changed(inline: Inserted | Deleted, story: WriterState, tone: Tone) -> str:
    change = change_of(inline)
    with story.changed(change) as tracking:
        return tracking.words(inlines(inline.children, story, tone), change)


def _styled(style: str, more: str = "") -> str:
    return f'<w:rPr><w:rStyle w:val="{style}"/>{more}</w:rPr>'


def _properties(tone: Tone) -> str:
    if tone.link:
        # Words have one character style at a time: bold and italics are set beside that of links.
        bold = "<w:b/><w:bCs/>" if tone.strong else ""
        return _styled("Hyperlink", bold + ("<w:i/><w:iCs/>" if tone.emphasis else ""))
    style = _STYLES.get((tone.strong, tone.emphasis))
    return _styled(style) if style else ""


def _link(link: Link, story: WriterState, tone: Tone) -> str:
    url = None if tone.link else address(link.url)
    if url is None:
        return inlines(link.children, story, tone)
    relations = story.note_relations if tone.in_note else story.relations
    number = relations.to("hyperlink", url)
    content = inlines(link.children, story, replace(tone, link=True))
    return f'<w:hyperlink r:id="{number}" w:history="1">{content}</w:hyperlink>'


def _in_link(
    inline: Field | Placeholder | AnswerField | Checkbox, story: WriterState, tone: Tone
) -> str:
    """Return the words of a value without a control.

    LibreOffice 7.4 writes a control in a link in such a way that nothing can open the file again.
    """
    match inline:
        case Field():
            story.controls.keep_field(inline)
            return run(inline.text, _properties(tone))
        case Placeholder():
            words = run(inline.text, _styled("Missing"))
            return story.comments.ask(inline, words, in_note=tone.in_note)
        case AnswerField():
            return run(inline.text, _styled("Missing"))
        case Checkbox():
            return run(inline.text, BOX)
        case _:
            assert_never(inline)


def _reference(reference: Reference, story: WriterState, tone: Tone) -> str:
    if story.tracking and not story.change and story.marks.is_replaced(reference):
        # It leads to what came; for whoever rejects that, it has to lead to what went.
        went = _changed(Deleted((reference,)), story, tone)
        return went + _changed(Inserted((reference,)), story, tone)
    target = story.marks.target(reference)
    bookmark = story.marks.name(target.key)
    properties = _properties(replace(tone, link=True))
    if not reference.text.endswith(target.printed):
        # What a field would compute is not what is to be read here ("Section A:"): a mere link.
        return anchored(bookmark, run(reference.text, properties))
    lead = reference.text.removesuffix(target.printed)
    number = field(rf"REF {bookmark}{target.switches} \h", target.printed, properties)
    return run(lead, properties) + number if lead else number


def _footnote(note: Footnote, story: WriterState, tone: Tone) -> str:
    if tone.in_note:
        raise ExportError(f"footnote {note.number} stands within a footnote")
    key = note_key(note)
    if not note.children and story.change is ChangeMark.WENT:
        return run(note.mark, _MARK)
    if not note.children:
        return field(rf"NOTEREF {story.marks.name(key)} \f \h", note.mark, _MARK)
    words = inlines(note.children, story, Tone(in_note=True))
    if story.tracking and story.change:
        words = story.tracking.words(words, story.change)
    mark = story.marks.around(key, story.notes.add(note, words))
    return story.comments.ask_at_mark(mark)
