"""How words look in a Word file: bold, italic, struck or hidden, by runs and by their styles."""

from collections.abc import Mapping
from typing import Final

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = {"0", "false", "off", "none"}
_DEEPEST: Final = 20  # styles based on styles


class RunLook(Struct, frozen=True):
    """Whether words are bold, italic, struck through and hidden; None where nothing says so."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None

    def over(self, below: "RunLook") -> "RunLook":
        """Return this look laid over another."""
        return RunLook(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.struck if self.struck is None else self.struck,
            below.hidden if self.hidden is None else self.hidden,
        )


class Looks(Struct, frozen=True):
    """The looks of the styles of a file, by their ids, and the lists that they belong to."""

    styles: Mapping[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: etree._Element | None) -> "Looks":
        """Return the looks that a part of styles states."""
        found = styles.iter(f"{W}style") if styles is not None else ()
        return cls({one.get(f"{W}styleId") or "": one for one in found})

    def style(self, name: str, depth: int = 0) -> RunLook:
        """Return the look of a style, with those that it is based on."""
        one = self.styles.get(name)
        if one is None or depth > _DEEPEST:
            return RunLook()
        own = direct(one.find(f"{W}rPr"))
        based = one.find(f"{W}basedOn")
        return own if based is None else own.over(self.style(_value(based), depth + 1))

    def run(self, properties: etree._Element | None, paragraph: RunLook) -> RunLook:
        """Return how a run stands out from its paragraph."""
        if properties is None:
            return replace(paragraph, bold=False, italic=False)
        named = properties.find(f"{W}rStyle")
        styled = RunLook() if named is None else self.style(_value(named))
        look = direct(properties).over(styled).over(paragraph)
        return RunLook(
            bool(look.bold) and not paragraph.bold,
            bool(look.italic) and not paragraph.italic,
            look.struck,
            look.hidden,
        )

    def numbering(self, name: str, depth: int = 0) -> etree._Element | None:
        """Return the w:numPr of a paragraph style."""
        one = self.styles.get(name)
        if one is None or depth > _DEEPEST:
            return None
        found = one.find(f"{W}pPr/{W}numPr")
        based = one.find(f"{W}basedOn")
        if found is not None or based is None:
            return found
        return self.numbering(_value(based), depth + 1)


def direct(properties: etree._Element | None) -> RunLook:
    """Return the look that properties state themselves."""
    if properties is None:
        return RunLook()
    once, twice = (_switch(properties.find(f"{W}{one}")) for one in ("strike", "dstrike"))
    struck = None if once is twice is None else bool(once or twice)
    bold, italic, hidden = (_switch(properties.find(f"{W}{one}")) for one in ("b", "i", "vanish"))
    return RunLook(bold, italic, struck, hidden)


def _switch(element: etree._Element | None) -> bool | None:
    return None if element is None else element.get(f"{W}val", "true").lower() not in _OFF


def _value(element: etree._Element) -> str:
    return element.get(f"{W}val") or ""


def named(parent: etree._Element | None, name: str) -> str:
    """Return the value of a child of that name, empty if there is none."""
    found = None if parent is None else parent.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val") or ""
