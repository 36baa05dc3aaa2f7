"""Fields: what a word processor computes, each with the result that stands there until it does."""

from escp_docs.export.word.markup import run, safe


def begin(instruction: str, properties: str = "") -> str:
    """Return the start of a field whose result spans more than one run."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {safe(instruction)} </w:instrText>'
        f'</w:r><w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def end(properties: str = "") -> str:
    """Return the end of a field."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """Return a field with the words that it shows before it is computed anew."""
    return begin(instruction, properties) + run(result, properties) + end(properties)


def sequence(kind: str, number: int, properties: str = "") -> str:
    """Return the number of a caption, counted among the captions of one kind."""
    return field(f"SEQ {kind} \\* ARABIC", str(number), properties)


def anchored(bookmark: str, content: str) -> str:
    """Return runs as a link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{safe(bookmark)}" w:history="1">{content}</w:hyperlink>'
