"""The command `escp-docs`: arguments in, exit status out; one file per command."""

import gc
import importlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import click

from escp_docs import api
from escp_docs.cli.common_options import style_asked
from escp_docs.cli.ended import tidy_end
from escp_docs.cli.errors import INTERRUPTED, status_of, tell, usage
from escp_docs.cli.streams import told_in_a_sentence

# In the order in which one needs them. Each is a module of its name, imported when it is called, so
# that `check` and `--help` start at once.
_GROUPS: Final[Mapping[str, Mapping[str, str]]] = {
    "Begin": {
        "init": "begin a spec",
        "check": "say what the call would object to, and what to state next",
        "build": "write the documents",
        "serve": "work on a spec in the browser",
    },
    "With partners": {
        "status": "say who owes which fact",
        "pull": "what came back in files, as changes of the spec",
        "set": "change values of a spec, and nothing else of its files",
    },
    "Agree and hand in": {
        "compare": "say what changed between two versions",
        "package": "keep what is handed in, as it was",
        "signed": "take signed files in, and say who has still to sign",
        "verify": "prove that produced files are as they were made",
    },
    "For programs and templates": {
        "watch": "keep the documents up to date while someone writes",
        "lsp": "findings, completion and fixes in an editor of text",
        "mcp": "let an assistant ask, and propose changes that a person takes",
        "explain": "the manual of a rule or of a key, or the table of all rules",
        "call": "calls as files: list, show, begin, check and compare them",
        "template": "list the built-in templates, or copy one to change it",
        "schema": "the JSON Schema of a spec",
        "doctor": "say what this machine has and lacks",
        "completion": "the lines that make a shell complete all this",
    },
}
_OBJECTS_BETWEEN_COLLECTIONS: Final = 50_000
_COMMANDS: Final = {name: does for group in _GROUPS.values() for name, does in group.items()}


class _Commands(click.Group):
    """The group of all commands; what is wrong with the input becomes a message, not a trace."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        for title, commands in _GROUPS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        del ctx
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(f"escp_docs.cli.{name}")
        command: click.Command = module.command
        # Docstrings are written raw; click keeps the lines of a paragraph behind a real \b.
        command.help = (command.help or "").replace("\\b\n", "\b\n")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = api.nearest(args[0], tuple(_COMMANDS)) if args else None
            if near is None:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near!r}?", ctx) from error

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args[:1] == ["help"]:  # as other programs have it
            args = [*args[1:2], "--help"]
        return super().parse_args(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        # Pydantic would look through all that is installed for plugins of its own: we know of none.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        with tidy_end(), told_in_a_sentence(), _calm_collector():
            return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        try:
            return super().invoke(ctx)
        except api.ArgumentError as error:
            raise usage(error) from error
        except api.EscpError as error:
            tell(error, style_asked(ctx))
            ctx.exit(status_of(error))
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader of a pipe has seen enough; nothing more may be written to it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@contextmanager
def _calm_collector() -> Iterator[None]:
    """Keep Python from looking for garbage over and over: most of what a command makes stays."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with `escp-docs init`, or read `escp-docs COMMAND --help`.",
)
@click.version_option(package_name="escp-docs", prog_name="escp-docs")
def main() -> None:
    """Check a cluster partnership against its call, and write its documents.

    A SPEC is a YAML file, or a folder of YAML files, that describes the partnership.
    """
