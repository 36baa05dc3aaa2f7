"""`python -m escp_docs` is the command `escp-docs`."""

from escp_docs.cli import main

if __name__ == "__main__":
    main(prog_name="escp-docs")
