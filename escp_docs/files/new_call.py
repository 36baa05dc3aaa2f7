"""A new call file, laid beside specs."""

from pathlib import Path
from typing import Final

from escp_docs import files
from escp_docs.errors import ArgumentError
from escp_docs.files.call_files import Calls
from escp_docs.files.writing import write
from escp_docs.model.scalar import call_id
from escp_docs.read.call_scaffold import SCHEMA_FILE, blank, from_record, like
from escp_docs.read.call_schema import call_schema_text
from escp_docs.read.topic_record import topic_record

FOLDER: Final = Path("calls")


def new_call(
    name: str,
    folder: Path = FOLDER,
    *,
    other: str | None = None,
    record: Path | None = None,
    calls: Calls | None = None,
) -> Path:
    """Write a call file into a folder, with its JSON Schema, and return it.

    Args:
        name: The id of the call.
        folder: Where it goes.
        other: A call, by its id or file, that it begins like.
        record: The portal's record of a topic, as JSON, from which it begins.
        calls: The calls among which `other` is.

    Raises:
        ArgumentError: the name cannot be an id, or the file is there already.
        UnreadableError: the other call or the record cannot be read.
        WriteError: the folder cannot be written.
    """
    name = _id(name)
    path = folder / f"{name}.yaml"
    if path.exists():
        raise ArgumentError(f"{path} is there already; nothing is written", "call")
    if other is not None:
        known = calls or Calls.here()
        text = like(name, str(path), known.text(other), known.named(other).id)
    elif record is not None:
        text = from_record(name, str(path), topic_record(files.source(record)))
    else:
        text = blank(name, str(path))
    schema = folder / SCHEMA_FILE
    if not schema.exists():
        write(schema, call_schema_text().encode())
    write(path, text.encode())
    return path


def _id(name: str) -> str:
    try:
        return call_id(name.strip().casefold())
    except ValueError as error:
        raise ArgumentError(
            f"{name!r} is no id of a call: begin with a letter; then letters, "
            "digits, dot, underscore and hyphen",
            "call",
        ) from error
