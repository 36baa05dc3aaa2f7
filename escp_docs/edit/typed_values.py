"""Values as people type them, read by what their keys hold."""

from escp_docs.errors import ArgumentError, RefusedEditError
from escp_docs.model.consortium import ALL
from escp_docs.model.not_written import says_none
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape
from escp_docs.model.spec import Spec
from escp_docs.model.vocabulary import vocabulary
from escp_docs.read.node import Node
from escp_docs.read.one_file import parsed
from escp_docs.read.plain_values import Raw
from escp_docs.read.quoting import in_quotes
from escp_docs.read.source import SourceText


def read_value(key: str, value: str, shape: Shape | None) -> Raw:
    """Return the plain value that a text means for a key of a form; of an unknown key, the text."""
    typed = value.strip()
    match shape:
        case ListOf(item=item):
            if typed.startswith("["):
                return _in_brackets(key, typed)
            return _one_entry(key, typed, item)
        case type() | MapOf():
            if typed.startswith("{"):
                return _in_brackets(key, typed)
            form_of = "{key: value}"
            raise ArgumentError(
                f"{key} is a mapping; set its keys one by one, {key}.KEY=VALUE, or write {form_of}",
                "key",
            )
        case _:
            return value


def _one_entry(key: str, typed: str, item: Shape) -> Raw:
    if not isinstance(item, Scalar):
        raise ArgumentError(f"{key} is a list of entries; add one with --add '{key} ...'", "key")
    if typed == ALL or says_none(typed):
        return typed  # the reader knows where these stand for a list, and says where not
    if "," in typed:
        parts = [part.strip() for part in typed.split(",")]
        raise ArgumentError(
            f"{key} is a list, and {typed!r} may be one entry or {len(parts)}; "
            f"write [{in_quotes(typed)}], or [{', '.join(parts)}]",
            "key",
        )
    return [typed] if typed else typed


def _in_brackets(key: str, typed: str) -> Raw:
    found = parsed(SourceText(key, typed), vocabulary(Spec))
    if found.faults or found.root is None:
        raise RefusedEditError(tuple(found.faults))
    return _plain(found.root)


def _plain(node: Node) -> Raw:
    match node.value:
        case list():
            return [_plain(one) for one in node.value]
        case dict():
            return {name: _plain(one) for name, (_, one) in node.value.items()}
        case _:
            return node.value if node.value is not None else ""
