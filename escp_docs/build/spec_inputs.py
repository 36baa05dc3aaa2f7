"""A spec with all that its documents are made from, read once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from escp_docs import files
from escp_docs.compose.markdown.glyphs import unshipped
from escp_docs.export.look import Look
from escp_docs.files.call_files import Calls
from escp_docs.files.handed_in import with_record
from escp_docs.files.inputs import Inputs
from escp_docs.files.named_clauses import with_known_clauses
from escp_docs.files.other_fonts import other_fonts
from escp_docs.files.pictures import with_pictures
from escp_docs.model.call import Call
from escp_docs.model.handed_in import NOTHING
from escp_docs.model.schema import texts
from escp_docs.model.spec import Spec
from escp_docs.read import spec as reading
from escp_docs.read.spec import Reading


class SpecInputs(Struct, frozen=True):
    """A readable spec: what it states, its templates and look, and all that it depends on.

    `other_letters` are those that no shipped font has: for these the machine is asked for one.
    """

    name: str
    reading: Reading
    templates: Mapping[str, str]
    look: Look
    inputs: Inputs
    other_letters: frozenset[str] = frozenset()

    @property
    def printed_letters(self) -> frozenset[str]:
        """The letters of Asian scripts for which this machine has a font."""
        if not self.look.others:
            return frozenset()
        from escp_docs.export.other_scripts import covered  # noqa: PLC0415  # loads fontTools

        return covered(self.look)

    @property
    def call(self) -> str:
        """The id of the call that it answers."""
        return self.reading.call.id


def without_record(spec: SpecInputs) -> SpecInputs:
    """Return a spec of which nothing is known to be packed or signed."""
    return replace(spec, reading=replace(spec.reading, handed_in=NOTHING))


def _look(call: Call, look: Look) -> Look:
    """Return a look as the form of the call asks for it: no smaller text, no narrower margins."""
    layout = call.form.layout.value if call.form and call.form.layout else None
    if layout is None:
        return look
    return look.at_least(float(layout.least_text_points or 0), float(layout.least_margin_mm or 0))


def other_letters(spec: Spec) -> frozenset[str]:
    """Return the letters of a spec that no shipped font has."""
    return frozenset[str]().union(*(unshipped(text) for _, text in texts(spec)))


def read(
    name: str, calls: Calls, templates: Path | None, fonts: Sequence[bytes] | None = None
) -> SpecInputs:
    """Return a spec, its templates and its look.

    Args:
        name: The spec.
        calls: The calls that ship with the program.
        templates: A folder of templates, in place of that beside the spec.
        fonts: Those with its other letters, in place of the fonts of this machine.

    Raises:
        UnreadableError: something cannot be read; all faults of the spec at once.
    """
    sources = files.spec_sources(name)
    stated = with_known_clauses(name, reading.spec(sources, calls.beside(name)), templates)
    found = with_record(name, with_pictures(name, stated))
    paths = files.template_files(name, templates)
    letters = other_letters(found.spec)
    others = other_fonts(letters) if fonts is None else fonts
    return SpecInputs(
        name,
        found,
        files.templates(paths),
        _look(found.call, files.look(paths)).with_others(others),
        Inputs(name, templates, found.pictures.paths, calls.own),
        letters,
    )
