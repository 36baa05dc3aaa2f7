"""A page of HTML, parsed as browsers do."""

from lxml import etree, html

from escp_docs.produced.archive import UnreadableFileError


def page_of(data: bytes) -> etree._Element:
    """Return a page.

    Raises:
        UnreadableFileError: it is no HTML.
    """
    try:
        return html.document_fromstring(data.decode())
    except (UnicodeDecodeError, etree.ParserError, ValueError) as error:
        raise UnreadableFileError(f"it is no HTML: {str(error).lower()}") from error
