"""The form of a spec, made from the model: what each key states, asks, allows and holds."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from msgspec import Struct

from escp_docs.edit.wanted import at
from escp_docs.finding import Place
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, form, join, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import Steps, concrete, identifying, identity, named, parse_key
from escp_docs.read.plain_values import Raw
from escp_docs.workspace.controls import control_of, options_of
from escp_docs.workspace.form_items import (
    Crumb,
    FormEntry,
    FormField,
    FormGroup,
    FormItem,
    FormList,
    FormPart,
    FormScreen,
)
from escp_docs.workspace.objections import Told, told
from escp_docs.workspace.state import State

WHOLE: Final = "call"
"""The screen of what stands at the left edge of a spec and is no part: call and strand."""
_FEW: Final = 6  # keys of entries that stand in a row
_CALLED: Final = ("title", "name", "short_name", "legal_name", "description", "source", "action")


def parts(state: State) -> tuple[FormPart, ...]:
    """Return the screens of the form, in the order of the format."""
    found = told(state)
    own = [name for name, key in keys(Spec).items() if isinstance(key.shape, Scalar)]
    counts = [found.count(name) for name in own]
    first = FormPart(WHOLE, "call and strand", *(sum(some) for some in zip(*counts, strict=True)))
    return (
        first,
        *(
            FormPart(name, key.label, *found.count(name))
            for name, key in keys(Spec).items()
            if name not in own
        ),
    )


def screen(state: State, name: str) -> FormScreen:
    """Return a screen of the form.

    Args:
        state: The spec as it is now.
        name: The key of a part, or of an entry that has a screen of its own; of any other key
            the screen on which it stands.

    Raises:
        UnknownNameError: there is no such key or entry.
        ArgumentError: it has not the form of a key.
    """
    found = _Form(state)
    steps = concrete(parse_key(name), state.value)
    while len(steps) > 1 and not found.has_screen(steps):
        steps = steps[:-1]
    if isinstance(form(Spec, join(steps[:1])), Scalar):
        return found.first()
    return found.screen(steps)


class _Form(Struct, frozen=True, dict=True):
    state: State

    @cached_property
    def told(self) -> Told:
        return told(self.state)

    @property
    def value(self) -> Mapping[str, Any]:
        return self.state.value

    def first(self) -> FormScreen:
        items = tuple(
            self._item((name,), key)
            for name, key in keys(Spec).items()
            if isinstance(key.shape, Scalar)
        )
        label = "call and strand"
        return FormScreen(WHOLE, label, "What the partnership applies to", (), items)

    def has_screen(self, steps: Steps) -> bool:
        """Whether an entry has a screen of its own."""
        shape = form(Spec, join(steps))
        around = form(Spec, join(steps[:-1]))
        return isinstance(around, ListOf) and isinstance(shape, type) and _is_large(shape)

    def screen(self, steps: Steps) -> FormScreen:
        shape = form(Spec, join(steps))
        key = named(steps, self.value)
        around = tuple(self._around(steps))
        if len(steps) == 1:
            own = keys(Spec)[str(steps[0])]
            title, help_ = own.label, own.description
            items = (
                self._items(steps, shape) if isinstance(shape, type) else (self._item(steps, own),)
            )
        else:
            assert isinstance(shape, type)
            title, help_ = self._title(steps), (shape.__doc__ or "").partition("\n")[0]
            items = self._items(steps, shape)
        said = self.told.objections.get(key, ()) if isinstance(shape, type) else ()
        return FormScreen(key, title, help_, around, items, said)

    def _around(self, steps: Steps) -> Iterator[Crumb]:
        for length in range(1, len(steps)):
            above = steps[:length]
            if length == 1:
                yield Crumb(str(above[0]), keys(Spec)[str(above[0])].label)
            elif self.has_screen(above):
                yield Crumb(named(above, self.value), self._title(above))

    def _title(self, steps: Steps) -> str:
        entry = at(dict(self.value), steps)
        item = form(Spec, join(steps))
        name = identity(entry, item) if item is not None else None
        return name or f"{int(steps[-1]) + 1}"

    # --- items -------------------------------------------------------------------------------

    def _items(self, steps: Steps, part: type[SpecModel]) -> tuple[FormItem, ...]:
        return tuple(self._item((*steps, name), key) for name, key in keys(part).items())

    def _item(self, steps: Steps, key: Key) -> FormItem:
        path = named(steps, self.value)
        match key.shape:
            case ListOf(item=type() as part):
                return self._list(steps, path, key, part)
            case MapOf() as shape:
                return self._mapping(steps, path, key, shape)
            case type() as part:
                said = self.told.objections.get(path, ())
                return FormGroup(path, key.label, key.description, self._items(steps, part), said)
            case _:
                return self._field(steps, path, key, key.shape)

    def _field(self, steps: Steps, path: str, key: Key, shape: Shape, label: str = "") -> FormField:
        owed = self.told.missing.get(path)
        is_personal = isinstance(shape, Scalar) and shape.is_personal
        return FormField(
            path,
            label or key.label,
            key.description,
            control_of(shape),
            options_of(shape, self.state, str(steps[-1])),
            at(dict(self.value), steps),
            join(steps),
            question=owed.question if owed else "",
            ask=owed.ask if owed else "",
            codes=owed.codes if owed else (),
            unconfirmed=path in self.told.unconfirmed,
            is_urgent=bool(owed and owed.urgent),
            objections=self.told.objections.get(path, ()),
            place=self._place(steps),
            is_personal=is_personal,
        )

    def _place(self, steps: Steps) -> Place | None:
        return self.state.spec.places.of(join(steps)) if self.state.spec else None

    def _mapping(self, steps: Steps, path: str, key: Key, shape: MapOf) -> FormGroup:
        stated = at(dict(self.value), steps)
        names = list(stated) if isinstance(stated, dict) else []
        names += [one for one in self._ids(shape.refers) if one not in names]
        items = tuple(
            self._field((*steps, name), named((*steps, name), self.value), key, shape.value, name)
            for name in names
        )
        return FormGroup(
            path, key.label, key.description, items, self.told.objections.get(path, ())
        )

    def _ids(self, refers: Sequence[str]) -> list[str]:
        return [
            one.value for one in options_of(Scalar("text", refers=tuple(refers)), self.state, "")
        ]

    def _list(self, steps: Steps, path: str, key: Key, part: type[SpecModel]) -> FormList:
        stated = at(dict(self.value), steps)
        owed = self.told.missing.get(path)
        large = _is_large(part)
        entries = None
        if isinstance(stated, list):
            entries = tuple(
                self._entry((*steps, index), part, large=large) for index in range(len(stated))
            )
        begins = tuple(self._new(path, part))
        said = self.told.objections.get(path, ())
        question = owed.question if owed else ""
        return FormList(path, key.label, key.description, question, entries, large, begins, said)

    def _entry(self, steps: Steps, part: type[SpecModel], *, large: bool) -> FormEntry:
        path = named(steps, self.value)
        entry = at(dict(self.value), steps)
        items = () if large else self._items(steps, part)
        title = self._title(steps)
        return FormEntry(path, title, _about(entry, title), *self.told.count(path), items)

    def _new(self, path: str, part: type[SpecModel]) -> Iterator[FormField]:
        """Yield the fields by one of which a new entry is stated."""
        names = identifying(part) or tuple(keys(part)) if _is_large(part) else tuple(keys(part))
        for name in names:
            key = keys(part)[name]
            if isinstance(key.shape, Scalar):
                options = options_of(key.shape, self.state, name)
                control = control_of(key.shape)
                yield FormField(f"{path}.{name}", key.label, key.description, control, options)


def _about(entry: Raw, title: str) -> str:
    found = entry if isinstance(entry, dict) else {}
    texts = (found.get(name) for name in _CALLED)
    return next((one.strip() for one in texts if isinstance(one, str) and one.strip() != title), "")


def _is_large(part: type[SpecModel]) -> bool:
    """Whether an entry of a list needs a screen of its own."""
    shapes = [key.shape for key in keys(part).values()]
    return len(shapes) > _FEW + 2 or any(
        isinstance(one, type | MapOf) or (isinstance(one, ListOf) and isinstance(one.item, type))
        for one in shapes
    )
