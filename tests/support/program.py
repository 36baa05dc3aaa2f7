"""The program as a user runs it, in this process."""

import json
from typing import Any, Final

import jsonschema
from click.testing import CliRunner

from escp_docs.cli import main
from tests.support.places import SPECS

_REPORT: Final = json.loads((SPECS / "schemas" / "report.schema.json").read_text())


def run(*arguments: str, text: str | None = None) -> tuple[int, str]:
    """Return the exit status and all that was printed; an exception of the program is ours."""
    result = CliRunner().invoke(main, list(arguments), input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def report(*arguments: str, text: str | None = None) -> dict[str, Any]:
    """Return the first spec of the JSON report, which agrees with its schema."""
    found = json.loads(run("check", "--format", "json", *arguments, text=text)[1])
    jsonschema.Draft202012Validator(_REPORT).validate(found)
    return dict(found["specs"][0])
