"""What a row that somebody added says of a new entry: what is understood of it, and what is not."""

from msgspec import Struct

from escp_docs.language.language import Language
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, Scalar, form, split
from escp_docs.model.spec import Spec
from escp_docs.pull.changes import RowAdded
from escp_docs.pull.people import says_nothing, understood
from escp_docs.pull.row_columns import listed
from escp_docs.read.plain_values import Raw


class NewEntry(Struct, frozen=True):
    """A new entry.

    Args:
        values: What is understood, as the spec writes it, by the keys below the entry.
        faults: What is not, each with its cell and the reason, in the order of the cells.
        nothing: The words that say that there is none, if that is all that the row says.
    """

    values: dict[str, str | list[Raw]]
    faults: tuple[str, ...] = ()
    nothing: str = ""

    @property
    def text(self) -> str:
        """What is understood, on one line."""
        return ", ".join(
            f"{name}: {value if isinstance(value, str) else ', '.join(map(str, value))}"
            for name, value in self.values.items()
        )

    @property
    def entry(self) -> dict[str, Raw]:
        """What is understood, as a spec states it: what stands below a key in a mapping."""
        found: dict[str, Raw] = {}
        for name, value in self.values.items():
            *above, last = map(str, split(name))
            here = found
            for step in above:
                inner = here.setdefault(step, {})
                assert isinstance(inner, dict)
                here = inner
            here[last] = value
        return found


def new_entry(change: RowAdded, part: type[SpecModel], spec: Spec, language: Language) -> NewEntry:
    """Return what a new row says of an entry of some form; every cell is in it, or a fault."""
    values: dict[str, str | list[Raw]] = {}
    faults = list(change.faults)
    silent: list[str] = []
    for name, text in change.values:
        shape = form(part, name)
        said = f'{change.places.get(name, "")} says "{text}": '.removeprefix(" says ")
        if isinstance(shape, ListOf) and isinstance(shape.item, Scalar):
            entries: list[Raw] = []
            for one in listed(text, shape.item, language):
                found = understood(one, shape.item, language, spec)
                if found.value is None:
                    faults.append(f"{said}{found.readings}")
                else:
                    entries.append(found.value)
            if entries:
                values[name] = entries
            continue
        if not isinstance(shape, Scalar):
            faults.append(f"{said}it is to be written into the spec by hand")
            continue
        found = understood(text, shape, language, spec)
        if found.value is None:
            faults.append(f"{said}{found.readings}")
        elif found.value:
            values[name] = found.value
            silent += [text] * says_nothing(text, shape, language)
    nothing = silent[0] if silent and len(silent) == len(values) else ""
    return NewEntry(values, tuple(faults), nothing)
