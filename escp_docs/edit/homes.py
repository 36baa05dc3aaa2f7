"""Where in the files of a spec something belongs, is held, and is pointed at."""

import posixpath
from typing import Final

from escp_docs.edit.composing import written
from escp_docs.edit.splices import place_in
from escp_docs.edit.spots import Spot, Spots
from escp_docs.errors import Fault, RefusedEditError
from escp_docs.finding import Place
from escp_docs.model.schema import ListOf, Shape, form
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import identity
from escp_docs.read.plain_values import Raw
from escp_docs.read.source import SourceText

_LEADS: Final = ("call", "project")  # keys of the file that has single values at the left edge


def new_home(spots: Spots, name: str) -> Spot:
    """Return the file in which a key is to stand at the left edge that no file has."""
    file = home_of_new(spots, name)
    found = next((one for one in spots.own() if one.file == file), None)
    return Spot(found or written(file, ""), Spec, found.root if found else None)


def home_of_new(spots: Spots, name: str) -> str:
    """Return the file for a key that no file has: of its name, or the only one, or a new one."""
    own = [one.file for one in spots.files.own if isinstance(one, SourceText)]
    if len(own) == 1:
        return own[0]
    for file in own:
        if posixpath.splitext(posixpath.basename(file))[0] == name:
            return file
    if not isinstance(form(Spec, name), type | ListOf):
        leads = (spots.home(one) for one in _LEADS)
        if lead := next((one for one in leads if one), None):
            return lead.file
    return posixpath.join(posixpath.dirname(own[0]), f"{name}.yaml")


def opened_at(spot: Spot) -> Spot:
    """Return the spot where new keys of an entry go: its own file, if it lies in one."""
    return spot.opened or spot


def holder(around: Spot, step: str | int) -> Spot:
    """Return the spot whose list or mapping has a step itself: the entry, or its own file."""
    entries = around.value.entries if around.value else None
    is_here = isinstance(step, int) or around.opened is None or step in (entries or {})
    return around if is_here or around.opened is None else around.opened


def covered_by(around: Spot, step: str | int) -> Spot | None:
    """Return the file of an entry that has a key which a key beside `include` wins over."""
    own = (around.value.entries if around.value else None) or {}
    inside = around.opened.value.entries if around.opened and around.opened.value else None
    return around.opened if step in own and step in (inside or {}) else None


def is_alone(around: Spot) -> bool:
    """Whether a list or mapping has one entry."""
    assert around.value is not None
    return len(around.value.items or around.value.entries or ()) == 1


def is_text(spot: Spot) -> bool:
    """Whether a single value is written somewhere, or nothing."""
    return spot.value is not None and spot.value.text is not None


def names_of(entries: list[Raw], item: Shape | None) -> list[str]:
    """Return what tells the entries of a list apart."""
    return [(identity(one, item) if item else None) or repr(one) for one in entries]


def place_of(spot: Spot) -> Place:
    """Return where a value begins; a list or mapping begins with its key."""
    value = spot.value
    if value is None:
        return Place(spot.file.file, 1, 1)
    is_inside = value.text is not None or value.style == "*"
    at = value.start if is_inside or spot.entry is None else spot.entry.start
    return place_in(spot.file, at)


def refused(message: str, fix: str, spot: Spot | None = None) -> RefusedEditError:
    """Return the error of a step that cannot be made: why, the cure, and where."""
    return RefusedEditError((Fault(message, fix, place_of(spot) if spot else None),))


def let_alone_if_shared(spot: Spot, path: str) -> None:
    """Refuse a step that would change more values than the one that is named."""
    if spot.by_alias is not None:
        anchor = spot.by_alias.anchor
        fix = f"write the value out in place of *{anchor}, or change it where &{anchor} stands"
        raise refused(f"{path} is read from elsewhere, by *{anchor}", fix, spot)
    if spot.shared is not None:
        anchor = spot.shared.anchor
        fix = f"write the values out in place of *{anchor}, or edit the file by hand"
        raise refused(f"{path} is shared: *{anchor} stands for it elsewhere", fix, spot)
