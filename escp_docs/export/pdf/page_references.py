"""Let a PDF remember the references of its pages.

WeasyPrint asks for all of them at every piece of text that it tags, and pydyf lists them anew each
time: of a document of 36 pages some five thousand times.
"""

import pydyf


def remember_pages() -> None:
    """Let every PDF list the references of its pages once, from now on."""
    listed = pydyf.PDF.page_references
    if getattr(listed.fget, "remembers_pages", False):
        return

    def remembered(pdf: pydyf.PDF) -> tuple[bytes, ...]:
        count = len(pdf.pages["Kids"])
        known: tuple[int, tuple[bytes, ...]] = vars(pdf).get("escp_pages", (0, ()))
        if known[0] != count:
            known = count, listed.fget(pdf)
            pdf.escp_pages = known
        return known[1]

    remembered.remembers_pages = True  # type: ignore[attr-defined]
    pydyf.PDF.page_references = property(remembered)
