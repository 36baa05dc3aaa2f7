"""A spec with all that its documents are made from, read once."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from escp_docs import files
from escp_docs.compose.markdown.glyphs import unshipped
from escp_docs.export.look import Look
from escp_docs.files.call_files import Calls
from escp_docs.files.handed_in import with_record
from escp_docs.files.inputs import Inputs
from escp_docs.files.other_fonts import other_fonts
from escp_docs.files.pictures import with_pictures
from escp_docs.model.call import Call
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


def _look(call: Call, look: Look) -> Look:
    """Return a look as the form of the call asks for it: no smaller text, no narrower margins."""
    layout = call.form.layout.value if call.form and call.form.layout else None
    if layout is None:
        return look
    return look.at_least(float(layout.least_text_points or 0), float(layout.least_margin_mm or 0))


def other_letters(spec: Spec) -> frozenset[str]:
    """Return the letters of a spec that the fonts of the program lack."""
    return frozenset[str]().union(*(unshipped(text) for _, text in texts(spec)))


def read(name: str, calls: Calls, templates: Path | None) -> SpecInputs:
    """Return a spec, its templates and its look.

    Raises:
        UnreadableError: something cannot be read; all faults of the spec at once.
    """
    sources = files.spec_sources(name)
    found = with_record(name, with_pictures(name, reading.spec(sources, calls.beside(name))))
    paths = files.template_files(name, templates)
    letters = other_letters(found.spec)
    return SpecInputs(
        name,
        found,
        files.templates(paths),
        _look(found.call, files.look(paths)).with_others(other_fonts(letters)),
        Inputs(name, templates, found.pictures.paths, calls.own),
        letters,
    )
