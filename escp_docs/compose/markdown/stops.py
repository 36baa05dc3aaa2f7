"""Full stops where a value ends a sentence of a template: "Sp. z o.o." and "." make one stop."""

from collections.abc import Sequence

from msgspec.structs import replace

from escp_docs.document import Inline, Text, plain


def with_single_stops(children: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return inlines in which no stop of a template follows that of the value before it.

    The value stays as it was written. A semicolon that ends an entry of a list goes, too.
    """
    found: list[Inline] = []
    for child in children:
        doubled = bool(found) and plain((found[-1],)).endswith(".")
        if doubled and isinstance(child, Text) and _repeats(child.text):
            child = replace(child, text=child.text[1:])  # noqa: PLW2901  # the same, without it
        if not isinstance(child, Text) or child.text:
            found.append(child)
    return tuple(found)


def _repeats(text: str) -> bool:
    return text.strip() == ";" or (text.startswith(".") and not text.startswith(".."))
