"""Strands of a call, as other parts of its file name them."""

from typing import Annotated, Final

from escp_docs.model.scalar import Refers, Text

STRAND: Final = "strand of the call"
StrandRef = Annotated[Text, Refers(STRAND)]
