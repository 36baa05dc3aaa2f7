"""What a document about the other documents is made from."""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from escp_docs.document import Document
from escp_docs.finding import Place
from escp_docs.model.handed_in import NOTHING, HandedIn
from escp_docs.rule import Verdict


class Evidence(Struct, frozen=True):
    """What is known of a spec beside its values.

    Attributes:
        verdict: What the rules say.
        place_of: From a path of the spec to the place where it stands.
        documents: The documents that are read, by the name of their kind.
        pages: For each of them the page of each heading in its PDF, by id; empty while the pages
            are not known.
        handed_in: What was packed and signed, as the record of the spec has it.
    """

    verdict: Verdict
    place_of: Callable[[str], Place]
    documents: Mapping[str, Document] = field(default_factory=dict)
    pages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    handed_in: HandedIn = NOTHING
