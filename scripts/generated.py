"""Write all files of the repository that are made from others: `make generated`.

The fonts are made with them; only the outlines of the map are not, whose data lie outside the
repository (scripts/outlines.py).
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from escp_docs import files
from escp_docs.build.manifest import manifest_schema
from escp_docs.cli import main as program
from escp_docs.document.tree_schema import tree_schema
from escp_docs.files.prepared_calls import prepared_file, prepared_text
from escp_docs.read.call_schema import call_schema_text
from escp_docs.read.source import SourceText
from escp_docs.read.spec import call_values
from escp_docs.report.compared_json import compare_schema
from scripts import (
    country_names,
    font_coverage,
    head_widths,
    place_names,
    reference,
    style_guide,
    subset_fonts,
)
from tests.rules import write_manual
from tests.support.reading import call

ROOT: Final = Path(__file__).parents[1]
SCHEMAS: Final = ROOT / "specs" / "schemas"


def schema() -> str:
    """Return the JSON Schema of a spec."""
    done = CliRunner().invoke(program, ["schema"])
    assert done.exit_code == 0, done.output
    return done.output


def json_text(schema: Mapping[str, object]) -> str:
    """Return a schema as text."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def prepared(path: Path) -> str:
    """Return the plain values of a call file as text."""
    source = files.source(path)
    assert isinstance(source, SourceText), source
    return prepared_text(source.text, call_values(source))


TEXTS: Final[Mapping[Path, Callable[[], str]]] = {
    SCHEMAS / "spec.schema.json": schema,
    SCHEMAS / "call.schema.json": call_schema_text,
    SCHEMAS / "manifest.schema.json": lambda: json_text(manifest_schema()),
    SCHEMAS / "document.schema.json": lambda: json_text(tree_schema()),
    SCHEMAS / "compare.schema.json": lambda: json_text(compare_schema()),
    **{prepared_file(path): partial(prepared, path) for path in files.call_sources().values()},
    **{reference.FOLDER / name: page for name, page in reference.PAGES.items()},
    write_manual.MANUAL: lambda: write_manual.manual(call()),
    style_guide.GUIDE: style_guide.guide,
    font_coverage.TABLE: font_coverage.module,
    head_widths.TABLE: head_widths.module,
    country_names.TABLE: country_names.module,
    place_names.TABLE: place_names.text,
}
"""What makes the text of each file."""


def main() -> None:
    """Write each file anew, and say which one changed."""
    subset_fonts.main()
    for path, made in TEXTS.items():
        text = made()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
