"""A user's own `design.yaml` laid over the built-in one, or all that cannot be meant in it."""

import math
from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml

from escp_docs.errors import Fault, UnreadableError
from escp_docs.export.look import FALLBACK, SANS, SERIF
from escp_docs.finding import Place
from escp_docs.pattern import pattern
from escp_docs.spelling import nearest

_COLOUR: Final = pattern(r"#[0-9A-Fa-f]{6}")
_COLOURS: Final = frozenset({"colour", "figure"})
_FONTS: Final = (SERIF, SANS, FALLBACK[0].family)
_LONGEST: Final = 1000.0  # points or millimetres: no page has more

Groups = Mapping[str, Mapping[str, str | float]]


def laid_over(own: str, file: str, built_in: str) -> str:
    """Return the design values of a user over the built-in ones, as the text of `design.yaml`.

    Args:
        own: What the user wrote: any of the groups, with any of their values.
        file: Where it stands, for messages.
        built_in: The text of the built-in file.

    Raises:
        UnreadableError: it is no YAML, names what there is not, or has a value that cannot be.
    """
    known: Groups = yaml.safe_load(built_in)
    root = _composed(own, file)
    if root is None:
        return built_in
    faults = list(_faults(root, file, known))
    if faults:
        lines = own.splitlines()
        raise UnreadableError(tuple(_shown(one, lines) for one in faults))
    stated: dict[str, dict[str, Any]] = yaml.safe_load(own)
    merged = {group: {**values, **(stated.get(group) or {})} for group, values in known.items()}
    return str(yaml.safe_dump(merged, allow_unicode=True, sort_keys=False))


def _composed(own: str, file: str) -> yaml.Node | None:
    try:
        return yaml.compose(own, yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
        words = getattr(error, "problem", None) or "it cannot be read"
        raise UnreadableError((Fault(f"this is not YAML: {words}", None, place),)) from error


def _faults(root: yaml.Node, file: str, known: Groups) -> Iterator[Fault]:
    if not isinstance(root, yaml.MappingNode):
        yield _fault(root, file, "the file is not a table of groups", _one_of("group", known))
        return
    for group, values in root.value:
        if group.value not in known:
            yield _unknown(group, file, "group", known)
        elif isinstance(values, yaml.MappingNode):
            for name, value in values.value:
                if name.value not in known[group.value]:
                    yield _unknown(name, file, f"value of {group.value}", known[group.value])
                else:
                    yield from _of_value(group.value, name.value, value, file, known)
        elif values.value:
            what = f"{group.value} is not a table of values"
            yield _fault(values, file, what, _one_of("value", known[group.value]))


def _of_value(group: str, name: str, node: yaml.Node, file: str, known: Groups) -> Iterator[Fault]:
    path, shown = f"{group}.{name}", str(getattr(node, "value", "")) or "empty"
    if group in _COLOURS:
        if not _COLOUR.fullmatch(shown):
            cure = 'write # and six digits or letters from A to F in quotes, as in "#7A1F5C"'
            yield _fault(node, file, f"{path} is {shown!r}, not a colour", cure)
    elif isinstance(known[group][name], str):
        if shown not in _FONTS:
            cure = f"write one of {', '.join(_FONTS)}: fonts travel with the program"
            yield _fault(node, file, f"{path} is {shown!r}, a font that is not there", cure)
    elif not _is_length(node):
        cure = f"write a number from 0 to {_LONGEST:.0f}, as in {known[group][name]}"
        yield _fault(node, file, f"{path} is {shown!r}, not a number", cure)


def _is_length(node: yaml.Node) -> bool:
    try:
        value = yaml.SafeLoader("").construct_object(node)
    except yaml.YAMLError:
        return False
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value) and 0 <= value <= _LONGEST


def _unknown(node: yaml.Node, file: str, what: str, known: Mapping[str, object]) -> Fault:
    near = nearest(str(node.value), tuple(known))
    cure = f"did you mean {near!r}?" if near else _one_of(what, known)
    return _fault(node, file, f"there is no {what} {node.value!r}", cure)


def _one_of(what: str, known: Mapping[str, object]) -> str:
    return f"write a {what}: {', '.join(known)}"


def _fault(node: yaml.Node, file: str, message: str, fix: str) -> Fault:
    mark = node.start_mark
    return Fault(message, fix, Place(file, mark.line + 1, mark.column + 1))


def _shown(fault: Fault, lines: list[str]) -> Fault:
    place = fault.place
    assert place is not None
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return Fault(fault.message, fault.fix, place, line)
