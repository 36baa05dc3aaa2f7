"""The command `escp-docs`, which is `python -m escp_docs` as well."""

import sys
from typing import Final

_INTERRUPTED: Final = 130


def main() -> None:
    """Run the command; Ctrl-C ends it in silence while it loads, as it does later."""
    try:
        from escp_docs.cli import main as command  # noqa: PLC0415  # so that it loads in here

        command(prog_name="escp-docs")
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
