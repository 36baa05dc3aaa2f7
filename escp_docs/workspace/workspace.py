"""All that a door asks of one spec while people work on it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from escp_docs import files
from escp_docs.build.options import BuildOptions
from escp_docs.comparing.claims.stale import stale_prose
from escp_docs.edit.changes import SpecChange
from escp_docs.edit.editing import edited
from escp_docs.errors import UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.finding import StaleProse
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.model.stable_path import named
from escp_docs.workspace import choices, form, preview
from escp_docs.workspace.choices import Choice
from escp_docs.workspace.editor import SpecEditor
from escp_docs.workspace.form_items import FormPart, FormScreen, Objection
from escp_docs.workspace.history import History
from escp_docs.workspace.made_documents import MadeDocument, made_documents
from escp_docs.workspace.objections import refusals
from escp_docs.workspace.outcome import Changed, KeyedChange
from escp_docs.workspace.paging import Paging, SetDocument
from escp_docs.workspace.preview import PreviewPage, Previews, ShownDocument
from escp_docs.workspace.since_package import SincePackage
from escp_docs.workspace.state import State
from escp_docs.workspace.warm_spec import WarmSpec
from escp_docs.workspace.words import words


class Workspace:
    """A spec kept warm: what it says now, its form, its documents, and changes to it.

    It may be asked from several threads; each answer is of the files as they are by then.

    Args:
        name: A file or a folder.
        now: Tells the moment.
    """

    def __init__(self, name: str, now: Callable[[], datetime]) -> None:
        self.name = name
        self._now = now
        self._warm = WarmSpec(name, Calls())
        self._editor = SpecEditor(self._warm, now)
        self._previews = Previews(name, lambda: now().date())
        self._since_package = SincePackage(name, lambda: now().date())
        self._paging = Paging(name)

    def close(self) -> None:
        """Take away what lies outside the folders of the spec."""
        self._paging.close()

    @property
    def state(self) -> State:
        """The spec as its files are now."""
        return self._warm.look()

    @property
    def history(self) -> History:
        """What was changed here."""
        return self._editor.history

    @property
    def last_good(self) -> OpenSpec:
        """What the spec stated when it could be read last.

        Raises:
            UnreadableError: it never could.
        """
        found = self._warm.last_good
        if found is None:
            raise UnreadableError(self.state.result.faults)
        return found

    @property
    def gone(self) -> tuple[str, ...]:
        """The files of the spec, if all of them were there and none is any more."""
        return self._warm.gone

    # --- changes; see `SpecEditor` -----------------------------------------------------------

    def change(
        self, asked: Sequence[KeyedChange], version: int = 0, label: str = "", stay: str = ""
    ) -> Changed:
        """Make changes to the files as they are now; all of them, or none."""
        return self._editor.change(asked, version, label, stay)

    def write(
        self, file: str, base: str, text: str, *, is_sure: bool = False, stay: str = ""
    ) -> Changed:
        """Write the text of a file, beside what others changed in it."""
        return self._editor.write(file, base, text, is_sure=is_sure, stay=stay)

    def write_again(self) -> Changed:
        """Write the files of a spec that are gone as they were last read."""
        return self._editor.write_again()

    def undo(self, number: int = 0) -> Changed:
        """Take back the last step, or another by its number."""
        return self._editor.undo(number)

    def redo(self) -> Changed:
        """Make the step again that was taken back last."""
        return self._editor.redo()

    def pass_over(self, number: int) -> Changed:
        """Leave a step as it is, so that those before it can be taken back."""
        return self._editor.pass_over(number)

    def tried(self, changes: Sequence[SpecChange]) -> State:
        """Return the spec as it would be with changes; nothing is written.

        Raises:
            RefusedEditError: a change cannot be made.
            UnreadableError: the spec cannot be read.
        """
        with self._warm.lock:
            state = self._warm.look()
            if state.faults_of_form:
                raise UnreadableError(state.faults_of_form)
            return self._warm.read(edited(state.sources, changes).after)

    def refusals(self, changed: Changed, key: str) -> tuple[Objection, ...]:
        """Return why a value was not taken, with what is meant where the cure says it."""
        return refusals(changed.faults, key)

    def stale(self, before: State) -> tuple[StaleProse, ...]:
        """Return what texts still say of the spec as it was before."""
        now = self.state.spec
        if before.spec is None or now is None:
            return ()
        return stale_prose(before.spec.reading, now.reading)

    # --- the form ----------------------------------------------------------------------------

    def parts(self) -> tuple[FormPart, ...]:
        """Return the screens of the form, in the order of the format."""
        return form.parts(self.state)

    def screen(self, key: str, state: State | None = None) -> FormScreen:
        """Return the screen of the form on which a key stands; see `form.screen`."""
        return form.screen(state or self.state, key)

    def key_of(self, path: str) -> str:
        """Return a path with its entries by what identifies them, as of the last good version."""
        return named(path, self.last_good.spec)

    def paths_by_line(self) -> dict[str, dict[int, str]]:
        """Return the path of what stands on each line, by file, as of the last good version."""
        found: dict[str, dict[int, str]] = {}
        for path, place in self.last_good.places.items():
            found.setdefault(place.file, {})[place.line] = path
        return found

    def words(self) -> list[dict[str, str]]:
        """Return the words that may stand in the files: keys, and the entries that others name."""
        return list(words(self.state))

    # --- documents ---------------------------------------------------------------------------

    def documents(self) -> tuple[tuple[str, str], ...]:
        """Return name and title of each document that can be shown."""
        return preview.documents(self.last_good.spec)

    def page(self, document: str) -> PreviewPage:
        """Return a document as it would be now; of a broken spec as it was before it broke."""
        return self._shown(document).page

    def _shown(self, document: str) -> ShownDocument:
        state = self.state
        return self._previews.shown(state.spec or self.last_good, state.result, document)

    def parts_of_page(self, number: int) -> frozenset[str]:
        """Return the names of the parts of an earlier page."""
        return self._previews.known(number)

    def changed_since_package(self, document: str) -> tuple[str, frozenset[str]]:
        """Return what it was packed as last, and the names of the parts that are otherwise since.

        Of a spec that was never packed, git's HEAD counts.
        """
        return self._since_package.changed(self.page(document))

    @property
    def can_set_pages(self) -> bool:
        """Whether documents can be set in pages: whether the extra `escp-docs[typst]` is there."""
        return self._paging.is_possible

    def pages(self, document: str) -> SetDocument:
        """Return the pages of a document as it would be now, drafts all of them; see `page`.

        Raises:
            MissingProgramError: the extra `escp-docs[typst]` is not there; the message installs it.
            UnknownNameError: the spec has no such document.
            ExportError: it cannot be set.
        """
        return self._paging.pages(self._shown(document), self.last_good.spec)

    def names_of_pages(self, number: int) -> frozenset[str]:
        """Return the names of the pages that a document had before; none if it is forgotten."""
        return self._paging.known(number)

    def page_picture(self, name: str) -> bytes:
        """Return a page as SVG.

        Raises:
            UnknownNameError: there is no such page any more.
        """
        return self._paging.picture(name)

    def page_style(self, fonts: str) -> str:
        """Return the style sheet of documents; `{file}` in `fonts` stands for that of a font."""
        return preview.style(self.name, fonts)

    def page_font(self, file: str) -> bytes:
        """Return a font of the documents."""
        return preview.font(self.name, file)

    def made(self, options: BuildOptions) -> tuple[MadeDocument, ...]:
        """Return the documents, and what was made of them."""
        return made_documents(self.last_good, options)

    # --- the agreement -----------------------------------------------------------------------

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return the choices of the agreement: key and label."""
        return tuple((key, one.label) for key, one in choices.choice_keys())

    def choice(self, key: str) -> Choice:
        """Return a choice of the agreement with the clauses under each of its values."""
        spec = self.last_good
        templates = files.templates(files.template_files(self.name, None))
        printed = spec.spec.project.drafting_date or self._now().date()
        return choices.choice(spec, key, templates, printed)
