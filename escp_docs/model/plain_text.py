"""The words of a prose, without its marks."""

from typing import assert_never

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
    plain,
)


def plain_text(prose: str) -> str:
    """Return a prose without marks, as one would paste it into a field of a form.

    Each paragraph, entry of a list and cell of a table is one line, an entry with its label; a
    line break inside one counts as a space. Footnotes stand at the end, under their marks: [1].
    Of a link the words stay. What is no mark, HTML for one, stays as typed.
    """
    from escp_docs.prose.blocks import blocks_of, lines_in  # noqa: PLC0415  # seldom needed

    notes: list[Footnote] = []
    lines = [_words(line, notes).strip() for line in lines_in(blocks_of(prose, str))]
    lines += [f"[{number}] {plain(note.children)}" for number, note in enumerate(notes, 1)]
    return "\n".join(lines)


def _words(line: tuple[Inline, ...], notes: list[Footnote]) -> str:
    words: list[str] = []
    for inline in line:
        match inline:
            case Footnote():
                if inline not in notes:
                    notes.append(inline)
                words.append(f"[{notes.index(inline) + 1}]")
            case Emphasis() | Strong() | Link() | Inserted() | Deleted():
                words.append(_words(inline.children, notes))
            case (
                Text()
                | Reference()
                | Elsewhere()
                | Field()
                | Placeholder()
                | AnswerField()
                | Checkbox()
                | LineBreak()
            ):
                words.append(plain((inline,)))
            case _:
                assert_never(inline)
    return "".join(words)
