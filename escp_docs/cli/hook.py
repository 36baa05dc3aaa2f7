"""`python -m escp_docs.cli.hook`: check the specs that changed files belong to, for pre-commit."""

import sys
from collections.abc import Sequence

from escp_docs import api
from escp_docs.cli.check import command


def main(arguments: Sequence[str]) -> None:
    """Run `check` on the specs of the named files, with the options among the arguments.

    Args:
        arguments: Options with their values in one piece (`--ignore=FRM`), then file names.
    """
    options = [one for one in arguments if one.startswith("-")]
    specs = api.specs_of(one for one in arguments if not one.startswith("-"))
    if specs:
        command.main([*options, *specs], prog_name="escp-docs check")


if __name__ == "__main__":
    main(sys.argv[1:])
