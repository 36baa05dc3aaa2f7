"""Documents set in pages, as a reader of a draft sees them, and what stands where on each."""

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from escp_docs import files
from escp_docs.build.install_hints import TYPST, lacking, require_typst
from escp_docs.build.spec_inputs import other_letters
from escp_docs.errors import UnknownNameError
from escp_docs.files.other_fonts import other_fonts
from escp_docs.model.spec import Spec
from escp_docs.workspace.preview import ShownDocument

if TYPE_CHECKING:
    from escp_docs.export.typst.set_page import SetPage
    from escp_docs.export.typst.writer import Typesetter

_REMEMBERED: Final = 100_000_000  # bytes of pictures, of the versions that were set last


class SetDocument(Struct, frozen=True):
    """A document in pages; `number` is that of the page of HTML with the same words."""

    number: int
    document: str
    title: str
    pages: "tuple[SetPage, ...]"


class Paging:
    """The pages of the documents of one spec, set when they are asked for.

    It may be asked from several threads, and goes on while documents are composed: who looks at
    pages waits for them, and nobody else does. Nothing is written but what goes when it is closed.

    Args:
        name: The spec.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._typesetter: Typesetter | None = None
        self._letters = frozenset[str]()
        self._set: OrderedDict[int, SetDocument] = OrderedDict()

    @property
    def is_possible(self) -> bool:
        """Whether what sets pages is installed."""
        return not lacking(TYPST)

    def pages(self, shown: ShownDocument, spec: Spec) -> SetDocument:
        """Return a document in pages; see `Workspace.pages`."""
        require_typst("pages")
        with self._lock:
            page = shown.page
            if page.number not in self._set:
                known = {one.name: one for old in self._set.values() for one in old.pages}
                made = self._typesetter_of(spec).pages(shown.tree, known)
                self._set[page.number] = SetDocument(page.number, page.document, page.title, made)
            self._set.move_to_end(page.number)
            while len(self._set) > 1 and sum(map(_size, self._set.values())) > _REMEMBERED:
                self._set.popitem(last=False)
            return self._set[page.number]

    def known(self, number: int) -> frozenset[str]:
        """Return the names of the pages of an earlier version; none if it is forgotten."""
        found = self._set.get(number)
        return frozenset(one.name for one in found.pages) if found else frozenset()

    def picture(self, name: str) -> bytes:
        """Return a page as SVG; see `Workspace.page_picture`."""
        for document in tuple(self._set.values()):
            for one in document.pages:
                if one.name == name:
                    return one.svg
        raise UnknownNameError(f"there is no page {name!r} any more", "page")

    def _typesetter_of(self, spec: Spec) -> "Typesetter":
        """Return what sets pages, with fonts for the letters of a spec."""
        from escp_docs.export.typst.writer import Typesetter  # noqa: PLC0415  # of an extra

        letters = other_letters(spec)
        if self._typesetter is None or letters != self._letters:
            look = files.look(files.template_files(self._name, None))
            self._end()
            self._letters = letters
            self._typesetter = Typesetter(look.with_others(other_fonts(letters)))
        return self._typesetter

    def close(self) -> None:
        """Take away what was laid down; pages that are being set come to nothing."""
        self._end()

    def _end(self) -> None:
        if self._typesetter is not None:
            self._typesetter.close()
            self._typesetter = None


def _size(document: SetDocument) -> int:
    return sum(len(one.svg) for one in document.pages)
