"""`escp-docs build`: write the documents of a partnership."""

import os
from datetime import date, datetime
from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import (
    CALLS,
    DOCUMENT,
    FORMATS,
    JOBS,
    MOST_JOBS,
    OUTPUT,
    TEMPLATES,
)
from escp_docs.cli.dates import Date, source_date_epoch
from escp_docs.cli.named_specs import named
from escp_docs.cli.paint import paint
from escp_docs.report import summary


@click.command("build")
@click.argument("specs", metavar="[SPEC]...", nargs=-1, shell_complete=complete.specs)
@OUTPUT
@DOCUMENT
@FORMATS
@click.option("--all", "everything", is_flag=True, help="Every document in every format.")
@click.option(
    "--final",
    is_flag=True,
    help="Refuse while anything is open; files carry nothing unseen; with --paginate.",
)
@click.option(
    "--paginate",
    is_flag=True,
    help="Page numbers in the contents of Word files, from LibreOffice's layout.",
)
@click.option("--force", is_flag=True, help="Make everything again, changed or not.")
@click.option("--as-of", type=Date(), help="The date that is printed, as 2020-11-20.")
@TEMPLATES
@CALLS
@click.option("--depfile", is_flag=True, help="Write documents.d, from which make learns.")
@click.option(
    "--for",
    "partner",
    default="",
    metavar="PARTNER",
    help="One partner's copy: rates, cost lines, sources, contacts, staff of others left out.",
)
@click.option(
    "--blank",
    is_flag=True,
    help="Without a spec: precedents, with each party and choice in brackets.",
)
@click.option(
    "--call",
    metavar="ID",
    default=api.DEFAULT_CALL,
    help="The call of --blank.",
    shell_complete=complete.calls,
)
@click.option("--strand", metavar="STRAND", default="", help="The strand of --blank.")
@click.option("--send", is_flag=True, help="Keep what the documents say, for `pull`.")
@JOBS
@click.option(
    "--cluster",
    default="",
    metavar="ADDRESS|FILE|local",
    help="Have a Dask cluster do it: tcp://host:8786, its scheduler file, or one of this machine.",
)
@click.option(
    "--draft-engine",
    type=click.Choice(("typst",)),
    help="Pages of the PDFs in a moment, to look at: into draft/, DRAFT on each, none handed in.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print errors alone.")
@click.option("-v", "--verbose", is_flag=True, help="Say what is made anew, why, in what time.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # the options of the command
    ctx: click.Context,
    specs: tuple[str, ...],
    output: Path,
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    as_of: date | None,
    templates: Path | None,
    partner: str,
    calls: Path | None,
    call: str,
    strand: str,
    jobs: int,
    cluster: str,
    draft_engine: str | None,
    *,
    everything: bool,
    final: bool,
    paginate: bool,
    force: bool,
    depfile: bool,
    blank: bool,
    send: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    r"""Write the documents of each SPEC into a folder of its own; by default of this folder.

    Without -d and -f: the application as DOCX and the Partnership Agreement as PDF. What did not
    change is not made again. A document that someone edited is kept beside the new one.
    Of several specs each is built, whatever becomes of the others, and judged beside them; with
    --final none that is ineligible there. With --blank, which takes no SPEC: agreement, letters,
    resolutions, questionnaires and sheets to write in, for a call and a strand.

    \b
    Exit status:
      0  all documents are written
      1  --final, and something is open; nothing is written
      2  a spec, a template or the arguments cannot be read
      3  the documents could not be made: a library is missing, the disk is full
    """
    if depfile and cluster:
        raise click.UsageError("--depfile names files of this machine; leave it or --cluster out")
    if blank:
        _alone(ctx, specs)
    specs = () if blank else tuple(named(specs))
    options = api.BuildOptions(
        output=output,
        documents=documents,
        formats=formats,
        everything=everything,
        final=final,
        paginate=paginate or final,
        force=force,
        as_of=as_of or source_date_epoch(),
        today=datetime.now().astimezone().date(),  # noqa: TID251  # the last resort
        templates=templates,
        depfile=depfile,
        calls=calls,
        send=send,
        partner=partner,
    )
    if draft_engine:
        from escp_docs.cli.drafting import draft  # noqa: PLC0415

        ctx.exit(draft(ctx.params, specs, options, quiet=quiet))
    if blank:
        from escp_docs.cli.building import build_blank  # noqa: PLC0415

        ctx.exit(build_blank(call, strand, options, quiet=quiet, verbose=verbose))
    done = {name: built for name in specs if (built := api.unchanged(name, options))}
    are_together = len(specs) > 1  # whether they are at odds has to be seen
    if not are_together and len(done) == len(specs) == len({one.folder for one in done.values()}):
        for name in () if quiet else specs:
            click.echo(summary.text(done[name], paint), nl=False)
        ctx.exit(0)
    executor: api.Executor = api.IN_THIS_PROCESS
    jobs = jobs or min(os.cpu_count() or 1, MOST_JOBS)
    if cluster:
        executor = ctx.with_resource(api.cluster(cluster, jobs=jobs, paginates=options.paginate))
    elif jobs > 1 and (everything or len(specs) - len(done) > 1):
        executor = processes = api.processes(jobs)
        if not final:  # which may be refused at once
            processes.warm_up()  # while this process loads what it needs itself
    from escp_docs.cli.building import build  # noqa: PLC0415  # there is something to do

    ctx.exit(build(specs, options, executor, done, quiet=quiet, verbose=verbose))


def _alone(ctx: click.Context, specs: tuple[str, ...]) -> None:
    """Refuse what needs a spec beside --blank, which has none."""
    if specs:
        raise click.UsageError(
            f"--blank is for no spec, and {specs[0]} is one; leave one of them out"
        )
    for option in ("final", "send", "partner", "depfile", "cluster"):
        if ctx.params[option]:
            shown = {"partner": "--for"}.get(option, f"--{option}")
            raise click.UsageError(
                f"--blank is for no consortium yet; {shown} is for that of a spec"
            )
