"""The folder of one spec: which files are up to date, which were edited, what is written."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from escp_docs import files, workflow
from escp_docs.cli.pages import paginated
from escp_docs.cli.read import Spec
from escp_docs.workflow import Plan, Product, Wanted

if TYPE_CHECKING:
    from escp_docs.cli.build import Options

Progress = Callable[[str], None]
MANIFEST = "manifest.json"
PENDING = ".manifest.pending.json"
DEPFILE = "documents.d"
_LIBRARIES = ("weasyprint", "pydyf", "resvg-py", "fonttools", "jinja2", "markdown-it-py", "babel")


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the folder after a build.

    `kept` is where an edited one was put aside, `remark` what else is to be said of it.
    """

    path: Path
    size: int
    pages: int | None
    is_new: bool
    kept: Path | None = None
    remark: str = ""


def make(plan: Plan, spec: Spec, options: "Options", progress: Progress) -> tuple[Made, ...]:
    """Write what is asked for and not up to date; return every file asked for.

    All documents are made before the first is written, so a document that cannot be made leaves
    the folder as it was. The hashes of what is about to be written lie beside the manifest until
    the manifest does, so that a build that was killed does not take its own files for edited ones.

    Raises:
        EscpError: a document cannot be made or written.
    """
    home = options.output / plan.folder
    known = _entries(home / MANIFEST)
    ours = _hashes(known) | _hashes(_entries(home / PENDING))
    fresh = {
        one.file: _make(plan, one, spec, options, progress)
        for one in plan.wanted
        if options.force
        or not _up_to_date(home / one.file, known.get(one.file), _key(plan, one, spec, options))
    }
    entries = {name: entry for name, entry in known.items() if (home / name).is_file()}
    for one in plan.wanted:
        if one.file in fresh:
            entries[one.file] = workflow.entry(plan.documents[one.kind.name], one, fresh[one.file])
    if fresh:
        files.write(home / PENDING, json.dumps({"files": entries}).encode())
    kept = {
        name: files.set_aside(home / name)
        for name in fresh
        if _edited(home / name, ours.get(name, set()))
    }
    for name, product in fresh.items():
        files.write(home / name, product.exported.data)
    files.write(home / MANIFEST, workflow.manifest(plan, entries, _inputs(spec), _versions()))
    files.remove(home / PENDING)
    if options.depfile:
        files.write(home / DEPFILE, _depfile(home, spec).encode())
    return tuple(
        Made(
            home / one.file,
            entries[one.file]["bytes"],
            entries[one.file]["pages"],
            one.file in fresh,
            kept.get(one.file),
            fresh[one.file].remark if one.file in fresh else "",
        )
        for one in plan.wanted
    )


def _make(plan: Plan, one: Wanted, spec: Spec, options: "Options", progress: Progress) -> Product:
    progress(f"{plan.folder}: {one.file}")
    document, key = plan.documents[one.kind.name], _key(plan, one, spec, options)
    if not _is_paginated(one, options):
        return Product(one.file, workflow.export(document, one.format, spec.look), key)
    exported, remark = paginated(document, spec.look)
    # Without its page numbers it is not what was asked for: the next build tries again.
    return Product(one.file, exported, "" if remark else key, remark)


def _is_paginated(one: Wanted, options: "Options") -> bool:
    return one.format == "docx" and options.paginate


def _key(plan: Plan, one: Wanted, spec: Spec, options: "Options") -> str:
    return workflow.key_of(
        plan.documents[one.kind.name],
        one.format,
        spec.look,
        " ".join(
            (
                *_versions().values(),
                files.program(),
                "paginated" if _is_paginated(one, options) else "",
            )
        ),
    )


def _up_to_date(path: Path, entry: dict[str, Any] | None, key: str) -> bool:
    data = files.read_bytes(path)
    return (
        entry is not None
        and data is not None
        and workflow.sha256(data) == entry["sha256"]
        and entry["key"] == key
    )


def _edited(path: Path, ours: set[str]) -> bool:
    data = files.read_bytes(path)
    return data is not None and workflow.sha256(data) not in ours


def _entries(path: Path) -> dict[str, dict[str, Any]]:
    """Return what a manifest says of each file; nothing if it cannot be trusted."""
    try:
        found = json.loads(files.read_bytes(path) or b"{}")["files"]
    except (ValueError, KeyError, TypeError):
        return {}
    if not isinstance(found, dict):
        return {}
    needed = {"sha256", "bytes", "pages", "key"}
    return {
        name: entry
        for name, entry in found.items()
        if isinstance(entry, dict) and needed <= entry.keys()
    }


def _hashes(entries: dict[str, dict[str, Any]]) -> dict[str, set[str]]:
    return {name: {entry["sha256"]} for name, entry in entries.items()}


def _inputs(spec: Spec) -> dict[str, dict[str, str]]:
    return {
        "spec": {
            Path(source.file).name: workflow.sha256(source.text.encode()) for source in spec.sources
        },
        "templates": {
            name: workflow.sha256(text.encode()) for name, text in sorted(spec.templates.items())
        },
    }


def _versions() -> dict[str, str]:
    return {"escp-docs": version("escp-docs")} | {name: version(name) for name in _LIBRARIES}


def _depfile(home: Path, spec: Spec) -> str:
    """Return the rule by which make knows when to build again; a deleted file is no error."""
    names = [os.path.relpath(path).replace(" ", "\\ ") for path in spec.depends_on]
    target = os.path.relpath(home / MANIFEST).replace(" ", "\\ ")
    lines = " \\\n  ".join(names)
    return f"{target}: {lines}\n\n" + "".join(f"{name}:\n" for name in names)
