"""The frame of every HTML page, for the screen and for print."""

from escp_docs.document import Document
from escp_docs.export.html.inlines import escaped


def page(document: Document, head: str, body: str) -> str:
    """Return a whole HTML page; `head` and `body` are HTML."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(document.language)}">\n<head>\n'
        f"{_metadata(document)}{head}</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _metadata(document: Document) -> str:
    named = {"author": document.author}
    if not document.sealed:
        day = document.date.isoformat()
        named |= {
            "description": document.subject,
            "keywords": ", ".join(document.keywords),
            "dcterms.created": day,
            "dcterms.modified": day,
            "generator": "escp-docs",
        }
    lines = (
        f'<meta name="{name}" content="{escaped(text)}">\n' for name, text in named.items() if text
    )
    return f'<meta charset="utf-8">\n<title>{escaped(document.title)}</title>\n{"".join(lines)}'
