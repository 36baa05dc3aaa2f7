"""What two versions of a spec state, key by key: entries, single values, texts."""

from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.comparing.specs.difference import (
    EntryChange,
    EntryFate,
    FactChange,
    TextChange,
)
from escp_docs.comparing.specs.naming import entry_kind, entry_words, partners_of
from escp_docs.comparing.specs.pairing import Pairs, paired
from escp_docs.language.languages import USUAL
from escp_docs.model.base import SpecModel
from escp_docs.model.printed_values import printed
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import identity, named
from escp_docs.prose.words import changed_words

Steps = tuple[str | int, ...]
_PARTNER: Final = "partner"
_PROSE: Final = "prose"


class ValueChanges(Struct, frozen=True):
    """What is stated otherwise; `new_names` says how what has another id by now is called.

    Its keys are kinds of entries, as partner or work package, and then old ids.
    """

    entries: tuple[EntryChange, ...]
    facts: tuple[FactChange, ...]
    proses: tuple[TextChange, ...]
    new_names: Mapping[str, Mapping[str, str]]


class _Around(Struct, frozen=True):
    """Where a value stands: its key, the entry around it, the partners whom that concerns."""

    steps: Steps
    key: Key | None = None
    entry: str = ""
    partners: tuple[str, ...] = ()

    def below(self, step: str | int) -> "_Around":
        return replace(self, steps=(*self.steps, step))


class _Walk(Struct):
    """A walk through two versions of a spec, and what it has found so far."""

    old: Spec
    new: Spec
    entries: list[EntryChange] = field(default_factory=list)
    facts: list[FactChange] = field(default_factory=list)
    proses: list[TextChange] = field(default_factory=list)
    new_names: dict[str, dict[str, str]] = field(default_factory=dict)


def value_changes(old: Spec, new: Spec) -> ValueChanges:
    """Return what the new version of a spec states otherwise than the old one."""
    first = _Walk(old, new)
    _parts(old, new, _Around(()), first)
    walk = _Walk(old, new, new_names=first.new_names)  # by now all new names are known
    _parts(old, new, _Around(()), walk)
    return ValueChanges(tuple(walk.entries), tuple(walk.facts), tuple(walk.proses), walk.new_names)


def _parts(old: SpecModel, new: SpecModel, around: _Around, walk: _Walk) -> None:
    for name, key in keys(type(new)).items():
        here = replace(around.below(name), key=key)
        before, after = getattr(old, key.attribute), getattr(new, key.attribute)
        _values(key.shape, before, after, here, walk)


def _values(form: Shape, old: Any, new: Any, around: _Around, walk: _Walk) -> None:  # noqa: ANN401
    match form:
        case Scalar():
            _single(form, old, new, around, walk)
        case ListOf(item=Scalar() as item):
            _texts(item, old, new, around, walk)
        case ListOf(item=item) if old and new:
            _lists(item, old, new, around, walk)
        case ListOf(item=item):
            _whole_list(item, old, new, around, walk)
        case MapOf(refers=refers, value=value):
            _mappings(refers, value, old or {}, new or {}, around, walk)
        case _:
            _parts(old, new, around, walk)


# --- single values ---------------------------------------------------------------------------


def _single(form: Scalar, old: object, new: object, around: _Around, walk: _Walk) -> None:
    if old == new or form.declares or (old is not None and _now(form, old, walk) == new):
        return
    if form.kind == _PROSE:
        _prose(str(old or ""), str(new or ""), around, walk)
        return
    _fact(_shown(old, form), _shown(new, form), around, walk)


def _now(form: Scalar, value: object, walk: _Walk) -> object:
    """Return what the new version calls what the old one names."""
    for kind in form.refers:
        found = walk.new_names.get(kind, {}).get(str(value))
        if found is not None:
            return found
    return value


def _shown(value: object, form: Scalar) -> str | None:
    return None if value is None else " ".join(printed(value, form, USUAL).split())


def _fact(  # noqa: PLR0913, PLR0917  # what a change of a fact is made of
    old: str | None,
    new: str | None,
    around: _Around,
    walk: _Walk,
    came: tuple[str, ...] = (),
    went: tuple[str, ...] = (),
) -> None:
    path, label = named(around.steps, walk.new), _label(around)
    walk.facts.append(FactChange(path, label, around.entry, old, new, came, went, around.partners))


def _prose(old: str, new: str, around: _Around, walk: _Walk) -> None:
    path = named(around.steps, walk.new)
    words = tuple(changed_words(old, new))
    walk.proses.append(TextChange(path, _label(around), around.entry, old, new, words))


def _label(around: _Around) -> str:
    last = around.steps[-1]
    label = around.key.label if around.key else str(last)
    is_of_mapping = around.key is not None and last != around.key.name
    return f"{label} of {last}" if is_of_mapping else label


# --- lists and mappings ----------------------------------------------------------------------


def _texts(
    form: Scalar,
    old: tuple[object, ...] | None,
    new: tuple[object, ...] | None,
    around: _Around,
    walk: _Walk,
) -> None:
    before = None if old is None else tuple(_now(form, one, walk) for one in old)
    if before == new:
        return
    was = [_shown(one, form) or "" for one in before or ()]
    now = [_shown(one, form) or "" for one in new or ()]
    _fact(
        None if before is None else ", ".join(was) or USUAL.values.none,
        None if new is None else ", ".join(now) or USUAL.values.none,
        around,
        walk,
        tuple(one for one in now if one not in was),
        tuple(one for one in was if one not in now),
    )


def _lists(
    form: Shape,
    old: tuple[SpecModel, ...],
    new: tuple[SpecModel, ...],
    around: _Around,
    walk: _Walk,
) -> None:
    pairs = paired(old, new, form, lambda text: _renamed(text, walk))
    _note_names(form, old, new, pairs, walk)
    for index in pairs.went:
        _entry(EntryFate.WENT, old[index], around.below(index), walk)
    before = {position: index for index, position in pairs.both}
    for position, entry in enumerate(new):
        here = around.below(position)
        if position not in before:
            _entry(EntryFate.CAME, entry, here, walk)
            continue
        known = old[before[position]]
        was = identity(known, form) or ""
        if was != (identity(entry, form) or ""):
            _entry(EntryFate.RENAMED, entry, here, walk, was)
        if position in pairs.moved:
            _entry(EntryFate.MOVED, entry, here, walk)
        inner = replace(here, entry=entry_words(entry), partners=partners_of(known, entry))
        _parts(known, entry, inner, walk)


def _renamed(text: str, walk: _Walk) -> str:
    return next((names[text] for names in walk.new_names.values() if text in names), text)


def _note_names(
    form: Shape,
    old: tuple[SpecModel, ...],
    new: tuple[SpecModel, ...],
    pairs: Pairs,
    walk: _Walk,
) -> None:
    for index, position in pairs.both:
        before, after = identity(old[index], form), identity(new[position], form)
        if before and after and before != after:
            walk.new_names.setdefault(entry_kind(new[position]), {})[before] = after


def _whole_list(
    form: Shape,
    old: tuple[SpecModel, ...] | None,
    new: tuple[SpecModel, ...] | None,
    around: _Around,
    walk: _Walk,
) -> None:
    """Note a list of which one version has no entry: each entry, or that there is none by now."""
    del form
    if old is None and new is None:
        return
    for fate, entries in ((EntryFate.WENT, old), (EntryFate.CAME, new)):
        for index, entry in enumerate(entries or ()):
            _entry(fate, entry, around.below(index), walk)
    if not old and not new and old != new:
        none = USUAL.values.none
        _fact(None if old is None else none, None if new is None else none, around, walk)


def _entry(
    fate: EntryFate, entry: SpecModel, around: _Around, walk: _Walk, before: str = ""
) -> None:
    path = named(around.steps, walk.old if fate is EntryFate.WENT else walk.new)
    walk.entries.append(
        EntryChange(fate, path, entry_kind(entry), entry_words(entry), before, partners_of(entry))
    )


def _mappings(  # noqa: PLR0913, PLR0917  # both sides of a mapping
    refers: tuple[str, ...],
    form: Shape,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    around: _Around,
    walk: _Walk,
) -> None:
    names = Scalar("text", refers=refers)
    before = {str(_now(names, name, walk)): value for name, value in old.items()}
    for name in dict.fromkeys((*new, *before)):
        partners = (name,) if _PARTNER in refers else around.partners
        here = replace(around.below(name), partners=partners)
        _values(form, before.get(name), new.get(name), here, walk)
