"""A new spec laid into a folder, with what an editor and make need."""

from pathlib import Path

from escp_docs.errors import ArgumentError
from escp_docs.files.writing import write as write_file
from escp_docs.judging.beginning import Beginning
from escp_docs.read.json_schema import schema_text
from escp_docs.read.scaffold import SCHEMA_FILE, scaffold

SPEC_FILE = "partnership.yaml"
_MAKEFILE = """\
# `make` checks the partnership and writes its documents; only what changed is made again.
SPEC = {spec}

documents: output/.made
.PHONY: documents check

output/.made: $(SPEC)
\tescp-docs build $(SPEC) --depfile
\t@touch $@

check:
\tescp-docs check $(SPEC)

-include $(wildcard output/*/documents.d)
"""
_GITIGNORE = "output/\n"


def write(folder: Path, begun: Beginning) -> Path:
    """Write a new spec into a folder and return it.

    Raises:
        ArgumentError: a file is there already; nothing is written.
        WriteError: the folder cannot be written.
    """
    acronym = begun.acronym or "ACRONYM"
    spec = scaffold(begun.call.id, begun.strand, acronym, begun.partners, begun.targets)
    written = {
        SPEC_FILE: spec,
        SCHEMA_FILE: schema_text(),
        "Makefile": _MAKEFILE.format(spec=SPEC_FILE),
        ".gitignore": _GITIGNORE,
    }
    taken = [name for name in written if (folder / name).exists()]
    if taken:
        raise ArgumentError(
            f"{', '.join(str(folder / name) for name in taken)} is there already; "
            "nothing is written. Name another folder"
        )
    for name, text in written.items():
        write_file(folder / name, text.encode())
    return folder / SPEC_FILE
