"""Attributes at the end of a heading, clause or caption: {: #id .class name=value }."""

import shlex
from typing import Final

from msgspec import Struct, field

from escp_docs.document import Inline, Text
from escp_docs.pattern import pattern

_AT_END: Final = pattern(r"\s*\{:([^{}]*)\}\s*$")


class Attributes(Struct, frozen=True):
    """What an attribute list says."""

    id: str = ""
    classes: frozenset[str] = frozenset()
    values: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "Attributes":
        """Return the attributes that `text` lists; quotes hold words with spaces together."""
        anchor, classes, values = "", set(), {}
        for word in shlex.split(text):
            name, equals, value = word.partition("=")
            if word.startswith("#"):
                anchor = word[1:]
            elif word.startswith("."):
                classes.add(word[1:])
            elif equals:
                values[name] = value
        return cls(anchor, frozenset(classes), values)

    def flag(self, name: str) -> bool:
        """Whether the class `name` is listed."""
        return name in self.classes

    def text(self, name: str) -> str:
        """Return the value of `name`, empty if it is not listed."""
        return self.values.get(name, "")

    def words(self, name: str) -> tuple[str, ...]:
        """Return the parts of a value parted by commas."""
        return tuple(word.strip() for word in self.text(name).split(",") if word.strip())


def cut(children: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], Attributes]:
    """Return inlines without the attribute list at their end, and what it says."""
    last = children[-1] if children else None
    if not isinstance(last, Text):
        return children, Attributes()
    found = _AT_END.search(last.text)
    if not found:
        return children, Attributes()
    rest = last.text[: found.start()]
    return (*children[:-1], *((Text(rest),) if rest else ())), Attributes.of(found[1])
