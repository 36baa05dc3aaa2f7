"""What a draft becomes, a PDF or pages as pictures: how words lead elsewhere, and figures look."""

from enum import StrEnum
from hashlib import blake2b
from typing import Final, Protocol

from msgspec import Struct, field

from escp_docs.export.html.fonts import font_faces
from escp_docs.export.look import Look
from escp_docs.export.typst.strings import quoted

_BLUE: Final = 'rgb("#1f5fa8")'


class DraftMedium(Protocol):
    """What a draft becomes; `shown` is content of Typst, which comes back within more.

    Attributes:
        rules: What Typst is told before everything else.
    """

    rules: str

    def web(self, url: str, shown: str) -> str:
        """Return words that lead to a web page or mail address."""
        ...

    def within(self, target: str, shown: str) -> str:
        """Return words that lead to a block of the same document by its id."""
        ...

    def value(self, path: str, shown: str) -> str:
        """Return words that stand at a path of the spec."""
        ...

    def place(self, name: str, shown: str) -> str:
        """Return the words at which a block with an id begins."""
        ...

    def figure(self, svg: str) -> str:
        """Return a figure with all that it needs to be seen."""
        ...


class PdfMedium:
    """A PDF: it leads elsewhere itself, knows nothing of values, and draws figures by its fonts."""

    rules = f"#show link: set text(fill: {_BLUE})\n"

    def web(self, url: str, shown: str) -> str:
        """Return words that lead to a web page or mail address."""
        return f"#link({quoted(url)})[{shown}];"

    def within(self, target: str, shown: str) -> str:
        """Return words that lead to a block of the same document by its id."""
        return f"#link(label({quoted(target)}))[{shown}];"

    def value(self, path: str, shown: str) -> str:
        """Return words as they are."""
        del path
        return shown

    def place(self, name: str, shown: str) -> str:
        """Return words as they are."""
        del name
        return shown

    def figure(self, svg: str) -> str:
        """Return a figure as it is."""
        return svg


class LeadKind(StrEnum):
    """What something leads to: a value of the spec, a web page, a block; or that a block begins."""

    VALUE = "value"
    WEB = "web"
    WITHIN = "within"
    PLACE = "place"


class Lead(Struct, frozen=True):
    """Something that leads elsewhere: to a path, an address, an id."""

    kind: LeadKind
    to: str

    @property
    def sign(self) -> str:
        """By which Typst knows it: nothing that somebody wrote, and the same in every version."""
        return blake2b(
            f"{self.kind}:{self.to}".encode("utf-8", "replace"), digest_size=6
        ).hexdigest()


class PageMedium(Struct):
    """Pages as pictures, which cannot lead: `known` tells what the sign of each link stands for."""

    look: Look
    known: dict[str, Lead] = field(default_factory=dict)
    rules: str = f"#let lead(to, body) = link(to, text(fill: {_BLUE}, body))\n"

    def web(self, url: str, shown: str) -> str:
        """Return words that lead to a web page or mail address."""
        return self._marked("lead", Lead(LeadKind.WEB, url), shown)

    def within(self, target: str, shown: str) -> str:
        """Return words that lead to a block of the same document by its id."""
        return self._marked("lead", Lead(LeadKind.WITHIN, target), shown)

    def value(self, path: str, shown: str) -> str:
        """Return words that stand at a path of the spec; those of nothing are left as they are."""
        return self._marked("link", Lead(LeadKind.VALUE, path), shown) if path else shown

    def place(self, name: str, shown: str) -> str:
        """Return the words at which a block with an id begins."""
        return self._marked("link", Lead(LeadKind.PLACE, name), shown) if name else shown

    def figure(self, svg: str) -> str:
        """Return a figure with its fonts: a browser draws it by what it brings."""
        begins = svg.index(">") + 1
        return f"{svg[:begins]}<style>{font_faces(svg, self.look)}</style>{svg[begins:]}"

    def _marked(self, how: str, lead: Lead, shown: str) -> str:
        if not shown:
            return ""
        self.known[lead.sign] = lead
        return f"#{how}({quoted(lead.sign)})[{shown}];"
