"""Files of documents, made in the background and handed out."""

import threading
from pathlib import Path
from typing import Final

from escp_docs import api
from escp_docs.web.desk import Desk, ServedSpec

BEING_MADE: Final = "being made"
BUNDLE: Final = ("bundle", "zip")
"""What all documents together are called, in every format that they have."""


def options(desk: Desk, document: str = "", format_: str = "") -> "api.BuildOptions":
    """Return how documents are made."""
    if (document, format_) == BUNDLE:
        return api.BuildOptions(desk.output, everything=True)
    documents = (document,) if document else ()
    return api.BuildOptions(desk.output, documents, (format_,) if format_ else ())


def begin_build(desk: Desk, place: ServedSpec, document: str, format_: str) -> None:
    """Begin to make a document, unless that is being done already.

    Raises:
        UnknownNameError: there is no such document, or it has no such format.
    """
    name = f"{document}.{format_}"
    known = {one.name: one.formats for one in place.workspace.made(options(desk))}
    known[BUNDLE[0]] = BUNDLE[1:]
    if format_ not in known.get(document, ()):
        raise api.UnknownNameError(f"there is no document {name}", "document")
    if place.building.get(name) == BEING_MADE:
        return
    place.building[name] = BEING_MADE
    threading.Thread(target=_build, args=(desk, place, document, format_), daemon=True).start()


def _build(desk: Desk, place: ServedSpec, document: str, format_: str) -> None:
    name = f"{document}.{format_}"
    wanted = options(desk, document, format_)
    try:
        api.build_apart(place.workspace.name, wanted, executor=desk.executor)
    except api.EscpError as error:
        place.building[name] = str(error).partition("\n")[0]
    else:
        place.building.pop(name, None)


def made_file(desk: Desk, place: ServedSpec, name: str) -> Path | None:
    """Return where a file of a document lies that was made; None if it was not."""
    document, _, format_ = name.rpartition(".")
    if (document, format_) == BUNDLE:
        every = [file.path for one in place.workspace.made(options(desk)) for file in one.files]
        return desk.bundle(every) if every else None
    for one in place.workspace.made(options(desk)):
        if one.name == document:
            return next((file.path for file in one.files if file.format == format_), None)
    return None
