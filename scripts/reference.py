"""The pages of docs/reference, made from the program: `make generated` writes them.

Each page is made from what the program itself says: the keys of a spec from the model, the commands
from their help texts, the clauses from the templates.
"""

from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from escp_docs import files
from escp_docs.cli import main as program
from escp_docs.compose.clauses import clause_ids
from escp_docs.language.english.call_keys import CALL_KEYS
from escp_docs.model.key_forms import key_forms
from escp_docs.model.schema import Key, keys
from escp_docs.model.spec import Spec

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
_WIDTH = 96
_MADE = "<!-- Made by `make generated`; do not edit by hand. -->"

_SPEC_HEAD = """\
# The keys of a spec

{made}

A spec is one YAML file, or a folder whose `*.yaml` and `*.yml` files are merged by their top-level
keys. All keys but `call`, `project.acronym` and the `id` of an entry are optional: an absent key is
a question, a written value is a statement, and a written list is complete (`[]` says none). A text
that says it is not written yet (`TBD`, `to be confirmed`) is an absent fact. An entry of a list may
be `include: FILE`, a prose `{{file: FILE}}`. `[]` behind a key means a list of entries, `{{}}` a
mapping from ids to values. [How to write a spec](../how-to/write-a-spec.md) has examples.

`escp-docs schema` prints the same as JSON Schema, with which editors complete and explain the keys.
"""

_CLAUSES_HEAD = """\
# The clauses of the agreement

{made}

Each clause of the Partnership Agreement has an id that stays, whatever its number is and whatever
is chosen. Negotiated words name their clause by it:

```yaml
agreement:
  wording:
    - clause: liability-cap
      text: The liability of a Party is limited to EUR 20,000, subject to [](#third-parties).
      by: TIDE
      status: agreed
```

Agreed words stand in place of the clause and of what stands below it, `[](#id)` is a reference;
proposed ones stand beside it in drafts. A clause of a template beside the spec counts like these.
`escp-docs template list --clauses` names them, too.

"""

_CALL_HEAD = """\
# The keys of a call file

{made}

A call file has the id of its call as its name, and lies in `calls/` beside a spec. Whatever is
stated has a value, a unit, a confidence and a source; what is unknown stays out, and stands under
`unknown`. What is left out is not judged. [Describe a call](../how-to/own-call.md) shows how.

`escp-docs schema --of-call` prints the same as JSON Schema; `escp-docs call check` says what is
wrong with a file.
"""

_PARTS = {
    "Call": "The call",
    "Version": "`version`, its value",
    "Corrigendum": "`corrigenda[]`, its value",
    "Countries": "`countries`",
    "NamedSet": "`countries.sets{}`",
    "Kind": "`kinds{}`",
    "Terms": "`all_strands`, and each of `strands`",
    "Fact": "Every fact",
    "Citation": "`source` of a fact",
    "Condition": "`conditions[]`",
    "Demand": "`conditions[]`, its value",
    "Branch": "`all_of[]` and `any_of[]` of a condition",
    "Counting": "`all_of[]` and `any_of[]` of such a part",
    "Topics": "`topics` of a condition",
    "PlannedItems": "`planned` of a condition",
    "Stage": "`stages[]`, its value",
    "Unknown": "`unknown[]`",
    "CallWords": "`words`",
    "Money": "`money`",
    "UnitCost": "`money.unit_costs`, each value",
    "ThirdParties": "`money.third_parties`",
    "Form": "`form`",
    "FormSection": "`form.sections`, each value",
    "FormLayout": "`form.layout`, its value",
    "Criterion": "`form.criteria`, each value",
    "Submission": "`submission`",
    "SubmissionPaper": "`submission.papers[]`, its value",
    "PartA": "`part_a`",
}

_COMMANDS_HEAD = """\
# Commands

{made}

`python -m escp_docs` is the same as `escp-docs`. Results go to standard output, errors to standard
error; colours appear on terminals alone, and not where `NO_COLOR` is set. Where `--format json` was
asked for, input that cannot be read gives JSON, too: `errors`, each with `message`, `fix`, `place`.
"""


def spec_page() -> str:
    """Return the page on the keys of a spec as Markdown."""
    parts = [_SPEC_HEAD.format(made=_MADE)]
    for key in keys(Spec).values():
        inside = list(_rows(key))
        parts.append(f"## {key.name}\n\n{key.description}.\n\n" + "\n".join(_table(inside)) + "\n")
    return "\n".join(parts)


def _table(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    yield "| key | holds | meaning |"
    yield "| --- | --- | --- |"
    for path, holds, meaning in rows:
        yield f"| `{path}` | {holds} | {meaning} |"


def _rows(key: Key) -> Iterator[tuple[str, str, str]]:
    for one in key_forms(key):
        yield one.path, _escaped(one.holds), _escaped(one.key.description)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def commands_page() -> str:
    """Return the page on the commands as Markdown."""
    parts = [_COMMANDS_HEAD.format(made=_MADE)]
    names = program.list_commands(None)  # type: ignore[arg-type]  # ours asks for no context
    parts += [f"## {name}\n\n```text\n{_help(name)}```\n" for name in names]
    return "\n".join(parts)


def _help(name: str) -> str:
    done = CliRunner().invoke(
        program, [name, "--help"], prog_name="escp-docs", terminal_width=_WIDTH
    )
    assert done.exit_code == 0, done.output
    return "\n".join(line.rstrip() for line in done.output.splitlines()) + "\n"


def clauses_page() -> str:
    """Return the page on the clauses of the agreement as Markdown."""
    clauses = clause_ids(files.templates(files.template_files(files.STDIN, None)))
    rows = [f"| `{name}` | {_escaped(words)} |" for name, words in clauses.items()]
    head = "| id | it begins, under some choice |\n| --- | --- |\n"
    return _CLAUSES_HEAD.format(made=_MADE) + head + "\n".join(rows) + "\n"


def call_page() -> str:
    """Return the page on the keys of a call file as Markdown."""
    parts = [_CALL_HEAD.format(made=_MADE)]
    for name, words in CALL_KEYS.items():
        rows = [f"| `{key}` | {_escaped(meaning)} |" for key, meaning in words.items()]
        parts.append(f"## {_PARTS[name]}\n\n| key | states |\n| --- | --- |")
        parts[-1] += "\n" + "\n".join(rows) + "\n"
    return "\n".join(parts)


PAGES = {
    "call.md": call_page,
    "spec.md": spec_page,
    "commands.md": commands_page,
    "clauses.md": clauses_page,
}
