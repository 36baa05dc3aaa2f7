"""Edits of texts that no file holds, and what people's files look like."""

from collections.abc import Mapping
from typing import Final

import yaml

from escp_docs.edit.changes import Edited, SpecChange
from escp_docs.edit.editing import edited
from escp_docs.edit.wanted import at, put, same, without
from escp_docs.errors import RefusedEditError
from escp_docs.model.spec import Spec
from escp_docs.read.plain_values import Raw, Steps, gather
from escp_docs.read.source import SourceText, SpecText

NASTY: Final = (
    *("yes", "no", "NO", "on", "null", "~", "true", "1.0", "0123", "1_000", "0x1F", "12:30"),
    *("2021-09-01", "a: b", "# x", "x # y", "- x", "x -y", "@x", "`x`", "%x", "&a", "*a", "!x"),
    *("|", "> x", "{a: b}", "[a, b]", "[x", "{x", "a, b", "x,", "key:", ": x", "?", "? x", "-"),
    *("---", "...", "=", "<<", "'", '"', 'it\'s "both"', "''", "\\back", "C:\\new", "x: |"),
    *(
        "a\u2028b",
        "a\x85b",
        "a\u00a0b",
        "a\tb",
        " blank ends ",
        "é ü 漢字 😀",
        "x" * 300,
        "x " * 150,
    ),
    *("one\ntwo", "one\n\n  two\n# three\n- four", "a\n  b\n c", "\tfirst", "trailing  \nblank  "),
    *("a\r\nb", "a\n\n\nb", "a\n \nb", "x: y\nz: |\n  a", "--- \nx", "a\n...\nb", "last\n\n\n"),
)
"""Texts that YAML reads as something else where they stand unquoted, or that break lines."""

MESSY: Final = """\
# A file as people have it

---
call:    cos-clusint-2020-3-01   # the call
'strand': A
"project":
    acronym:   &acr 'X''s'
    title: >-
        Folded over
        two lines{blanks}

        and a second paragraph
        of it

    # a comment between keys
    abstract: |+
        Kept to

        the end


    objectives: |2
          indented by hand
         less so
    keywords: [ocean energy,   "robotics, marine",
      ports]   # over two lines
    sectors:
    - one   # the first
    # above the second
    - 'two'

    -   three
    duration_months   : 32
consortium: {coordinator: CMC, partners: [
    {id: CMC, country: PT, city: Lisboa,   # the capital
     contact: {name: Ana, email: 'a@b.example'},},
    {id: "NOA", country: NO}
  ]}
strategy:
  vision: plain over
    two lines   # commented

  mission: "quoted \\
    and folded"
  methodology:
  impact: ~
indicators:
 -  id: K1
    name: First
    interim: [{month: 3, value: 1}]
 -
    id: K2
    name: Second

# the risks
risks: []
budget:
  person_month_eur: {CMC: 4000}
  costs:
    - partner: CMC
      amount_eur: 10
    # about the second
    - partner: NOA
      description: >
        some
        words
      amount_eur: 20.50
agreement: {}
""".replace("{blanks}", "   ")
"""Every style in one file: comments between keys, uneven indents, aligned colons, all quotes."""


def spread() -> SpecText:
    """Return a spec in many files: two of its own, included entries, texts, each as people save."""
    own = {
        "s/main.yaml": (
            "call: x\nproject: {acronym: X, abstract: {file: t/a.md}}\n"
            "consortium:\n  partners:\n    - include: ../p/A.yaml   # ours\n      city: Porto\n"
            "    - id: B\n      profile:\n        file: t/b.md\n    -  include: ../p/C.yaml"
        ),
        "s/risks.yaml": "risks:\r\n- {id: R1}\r\n\r\n- include: r2.yaml\r\n",
    }
    named = {
        (
            "p/A.yaml",
            True,
        ): "# A\r\nid: A\r\ncity: x\r\nprofile: {file: a.md}\r\nmembers: {total: 3}",
        ("p/C.yaml", True): "{id: C, city: Vigo,\n strengths: [a, b]}\n",
        ("s/r2.yaml", True): "---\nid: R2\ndescription: >\n  a\n  b\n",
        ("p/a.md", False): "One.\r\n\r\nTwo.",
        ("s/t/a.md", False): "# Title\n\nText\n",
        ("s/t/b.md", False): "Text",
    }
    texts = {key: SourceText(key[0], text) for key, text in named.items()}
    return SpecText(tuple(SourceText(name, text) for name, text in own.items()), texts)


def files(text: str, **named: str) -> SpecText:
    """Return a spec of one file, and the files that it names by name; `_` stands for a dot."""
    others = {
        (name.replace("__", "/").replace("_", "."), not name.endswith("_md")): SourceText(
            name.replace("__", "/").replace("_", "."), words
        )
        for name, words in named.items()
    }
    return SpecText((SourceText("spec.yaml", text),), others)


def folder(texts: Mapping[str, str]) -> SpecText:
    """Return a spec of several files."""
    return SpecText(tuple(SourceText(name, text) for name, text in sorted(texts.items())))


def text_after(text: str, *changes: SpecChange, **named: str) -> str:
    """Return the text of a file after changes."""
    return texts_after(edited(files(text, **named), changes))["spec.yaml"]


def after(text: str, *changes: SpecChange) -> str:
    """Return a text after changes; call and project stand before it."""
    head = "call: cos-clusint-2020-3-01\nproject: {acronym: X}\n"
    done = text_after(head + text, *changes)
    assert done.startswith(head)
    return done.removeprefix(head)


def refusals(text: str, *changes: SpecChange, **named: str) -> list[str]:
    """Return why changes are refused; none if they are not."""
    try:
        edited(files(text, **named), changes)
    except RefusedEditError as error:
        return [str(one) for one in error.faults]
    return []


def texts_after(done: Edited) -> dict[str, str]:
    """Return the texts of all files after an edit, by their names."""
    sources = (*done.after.own, *done.after.named.values())
    return {one.file: one.text for one in sources if isinstance(one, SourceText)}


def values(spec: SpecText) -> dict[str, Raw]:
    """Return the plain values that a spec states; nothing may be wrong with its form."""
    found = gather(spec, Spec)
    assert not found.faults
    return dict(found.value)


def single_values(value: Raw, steps: Steps = ()) -> list[Steps]:
    """Return the paths of all single values, but for those that partners confirm."""
    match value:
        case dict():
            pairs = [(name, one) for name, one in value.items() if name != "confirmed"]
            return [path for name, one in pairs for path in single_values(one, (*steps, name))]
        case list():
            entries = enumerate(value)
            return [path for index, one in entries for path in single_values(one, (*steps, index))]
        case _:
            return [steps]


def is_only_change(old: Raw, new: Raw, steps: Steps, value: Raw) -> bool:
    """Whether two specs state the same but for the value at a path and what is confirmed of it."""
    partner = steps[:3] if steps[:2] == ("consortium", "partners") else None
    if partner and isinstance(at(old, partner), dict):
        confirmed = (*partner, "confirmed")
        old, new = without(old, confirmed), without(new, confirmed)
    return same(put(old, steps, value), new)


def lines_of(text: str, steps: Steps) -> tuple[int, int]:
    """Return the first and the last line of a value and its key, as PyYAML alone places them."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    first = 0
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            key, node = next(pair for pair in node.value if pair[0].value == step)
            first = key.start_mark.line
        elif isinstance(node, yaml.SequenceNode):
            node = node.value[step]
            first = node.start_mark.line
    assert node is not None
    last = node.end_mark.line - (node.end_mark.column == 0)
    return first, max(first, last)


def changed_lines(old: str, new: str) -> tuple[int, int]:
    """Return from which to which line of the old text two texts differ; the first may be behind."""
    one, two = old.split("\n"), new.split("\n")
    head = next(
        (number for number, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )
    tail = 0
    while tail < min(len(one), len(two)) - head and one[-1 - tail] == two[-1 - tail]:
        tail += 1
    return head, len(one) - tail - 1
