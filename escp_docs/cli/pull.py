"""`escp-docs pull`: what came back in files becomes proposals, and with --apply edits."""

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import QUIET, is_quiet, styles
from escp_docs.cli.errors import OPEN, UNREADABLE, usage
from escp_docs.cli.own_version import own_version
from escp_docs.cli.paint import paint
from escp_docs.cli.taking import asked, undo
from escp_docs.report import pulled as report


@click.command("pull")
@click.argument("spec", metavar="SPEC", shell_complete=complete.specs)
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option(
    "--from",
    "sender",
    metavar="PARTNER",
    help="Who sent the files that were made for nobody in particular.",
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="HEAD=KEY",
    help="Read a column of a list of partners as a key of theirs, or as none with -; repeatable.",
)
@click.option("--apply", "applies", is_flag=True, help="Take what the sender answers for.")
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="KEY",
    help="Take what is proposed for a key, or for all that begin with it; where files contradict "
    "each other, KEY=FILE takes what one of them says; repeatable.",
)
@click.option(
    "--keep",
    "kept",
    multiple=True,
    metavar="KEY",
    help="Leave a key as it is, so that it is not proposed again; repeatable.",
)
@click.option("-i", "--interactive", is_flag=True, help="Ask of each proposal, one by one.")
@click.option("--undo", "undoes", is_flag=True, help="Give back what stood before the last taking.")
@styles(
    *("text", "json", "patch"),
    says="Text for people, JSON for programs, or a diff of the spec that `git apply` takes.",
)
@click.option("-v", "--verbose", is_flag=True, help="Tell what programs corrected on their own.")
@QUIET
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # one per option
    ctx: click.Context,
    spec: str,
    files: tuple[str, ...],
    sender: str | None,
    columns: tuple[str, ...],
    accepted: tuple[str, ...],
    kept: tuple[str, ...],
    style: str,
    *,
    applies: bool,
    interactive: bool,
    undoes: bool,
    verbose: bool,
) -> None:
    r"""Read FILEs that came back, and propose what they say otherwise as changes of SPEC.

    A FILE may have any name: which document it is, it says itself. It is compared with what was
    sent and with what SPEC says now. Nothing is written without --apply, --accept, --keep or
    --interactive; --apply takes what the sender of a file answers for, and no more.

    Without a FILE it is the proposals that assistants and other programs put into the record of
    SPEC. Nobody answers for them: they are taken by name, with --accept or --interactive.

    \b
    Exit status:
      0  nothing is left to decide
      1  something is
      2  a file or the spec cannot be read; the other files are done
      3  a file cannot be written
    """
    if interactive and is_quiet(ctx):
        raise click.UsageError("--interactive asks; it cannot be --quiet as well.")
    if not files and (sender or columns) and not undoes:
        raise click.UsageError("--from and --map say something of FILEs; name one.")
    if undoes:
        _undo(ctx, spec, files)
        return
    heads = dict(map(_column, columns))
    try:
        found = (
            api.pull(spec, files, sender=sender, columns=heads) if files else api.proposals(spec)
        )
    except api.ArgumentError as error:
        raise usage(error, {"partner": "'--from'"}) from error
    if interactive:
        taken, left = asked(found)
        found = api.take(found, taken=taken, kept=left)
    elif applies or accepted or kept:
        named = found.named(accepted)
        found = api.take(
            found,
            taken=(*(found.proposed if applies else ()), *named),
            kept=(*found.left(kept), *found.rivals(named)),
        )
    if style == "json":
        click.echo(report.as_json(found.pulled, found.edit, own_version()), nl=False)
    elif style == "patch":
        changed = (
            found.edit
            if found.edit is not None
            else api.take(found, taken=found.proposed, writes=False).edit
        )
        click.echo(report.as_patch(changed.files if changed else ()), nl=False)
    else:
        for line in report.lines(found.pulled, found.edit, paint, verbose=verbose):
            click.echo(line)
    ctx.exit(_status(found))


def _undo(ctx: click.Context, spec: str, files: tuple[str, ...]) -> None:
    if files:
        raise click.UsageError("--undo takes back the last taking; it needs no FILE.")
    undo(ctx, spec)


def _column(text: str) -> tuple[str, str]:
    head, sign, key = text.rpartition("=")
    if not sign or not head.strip() or not key.strip():
        raise click.UsageError(f"--map {text!r}: write it as 'HEAD=KEY'.")
    return head.strip(), key.strip()


def _status(found: "api.Pulling") -> int:
    if any(one.fault for one in found.pulled.files):
        return UNREADABLE
    return OPEN if found.pulled.is_open else 0
