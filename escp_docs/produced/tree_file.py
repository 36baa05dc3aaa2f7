"""What the JSON of a tree says."""

from escp_docs.document import printed_values
from escp_docs.document.tree_json import load
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.expected_text import expected_text
from escp_docs.produced.extracted import ExtractedText


def read(data: bytes) -> ExtractedText:
    """Return what the JSON of a document says.

    Raises:
        UnreadableFileError: it is no such JSON.
    """
    try:
        document = load(data)
    except ValueError as error:
        raise UnreadableFileError(str(error)) from error
    said = expected_text(document)
    return ExtractedText(
        "\n".join(one.whole for one in said.pieces),
        said.notes,
        said.figures,
        links=frozenset(said.links),
        asides=said.asides,
        values=printed_values(document),
    )
