"""A cure that is done to the letter leaves a spec that says what was typed, and nothing worse."""

from collections import Counter
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any, Final

import pytest

from escp_docs.errors import Fault, UnreadableError
from escp_docs.model.schema import split, texts
from escp_docs.model.spec import Spec
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from tests.read.cures import done
from tests.read.rewritten import REWRITINGS, Rewriting
from tests.support.reading import CALL_ID, HEAD, call, faults, read
from tests.support.typing_mistakes import MISTAKES, examples, lines

PROJECT: Final = f"{HEAD}project:\n  acronym: X\n"
RISK: Final = f"{PROJECT}risks:\n  - id: R1\n"
PARTNER: Final = f"{PROJECT}consortium:\n  partners:\n    - id: A\n"
STAFF: Final = f"{PARTNER}      key_staff:\n        - name: Bob\n"
TITLE, ABSTRACT, KEYWORDS = "project.title", "project.abstract", "project.keywords"
VISION, ROLE = "strategy.vision", "partners[0].contact.role"
TARGET: Final = "indicators[0].target"
DESCRIPTION: Final = "risks[0].description"
END: Final = "requests:\n  return_to: a@b.example\n"
LONG: Final = "word " * 130


def _value(spec: Spec, path: str) -> Any:  # noqa: ANN401
    found: Any = spec
    for step in split(path):
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return found


@pytest.mark.parametrize("end", ["", END])
@pytest.mark.parametrize(
    ("text", "path", "meant"),
    [
        # lines that go on with the text above
        (
            f"{PROJECT}  title: It begins\n    and: goes on\n",
            TITLE,
            "It begins and: goes on",
        ),
        (
            f"{PROJECT}  abstract: It begins\n  and goes on.\n",
            ABSTRACT,
            "It begins and goes on.",
        ),
        (
            f"{PROJECT}  abstract: It begins\nand goes on.\n",
            ABSTRACT,
            "It begins and goes on.",
        ),
        (
            f"{PROJECT}  abstract: It begins\n    so: more\n",
            ABSTRACT,
            "It begins\nso: more",
        ),
        (
            f"{RISK}    description: Foo,\n    which is bad\n",
            DESCRIPTION,
            "Foo, which is bad",
        ),
        (
            f"{RISK}    description: Foo,\n     so: bad\n    impact: low\n",
            DESCRIPTION,
            "Foo,\nso: bad",
        ),
        (f"{STAFF}            role: PM\n", "partners[0].key_staff[0].role", "PM"),
        (f"{STAFF}           role: PM\n", "partners[0].key_staff[0].role", "PM"),
        (f"{RISK}     description: Foo\n    impact: low\n", DESCRIPTION, "Foo"),
        (f"{RISK}    impact: low\n     description: Foo\n", DESCRIPTION, "Foo"),
        (f"{PROJECT} strategy:\n  vision: Grow\n", "strategy.vision", "Grow"),
        (f"{PROJECT}  abstract: |\n    1.\n  # no\n    2.\n", ABSTRACT, "1.\n2."),
        (
            f"{PROJECT}  abstract: |\n    1.\n# no\n    2: b\n    3.\n",
            ABSTRACT,
            "1.\n2: b\n3.",
        ),
        (f"{PROJECT}  abstract: >\n  # no\n    1.\n    2.\n", ABSTRACT, "1. 2."),
        # what is typed for a colon, for quotes, for a mapping
        (f"{PROJECT}  title: 'Cluster d'Aragon'\n", TITLE, "Cluster d'Aragon"),
        (f"{PROJECT}  title: 'L'arte d'Aragon'\n", TITLE, "L'arte d'Aragon"),
        (f"{PROJECT}  title: 'The members' own'\n", TITLE, "The members' own"),
        (f'{PROJECT}  title: "The "blue" bay"\n', TITLE, 'The "blue" bay'),
        (f'{PROJECT}  title: "A" and "B"\n', TITLE, '"A" and "B"'),
        (f"{PARTNER}      legal_name = X\n", "partners[0].legal_name", "X"),
        (f"{PARTNER}      legal_name=X\n      country: PT\n", "partners[0].legal_name", "X"),
        (f"{PARTNER}      legal_name := X\n", "partners[0].legal_name", "X"),
        (f"{HEAD}project: acronym: X\n", "project.acronym", "X"),
        (f"{HEAD}project: acronym: X\n  title: Foo\n", "project.acronym", "X"),
        (f"{HEAD}project: acronym: X\n  title: Foo\n", TITLE, "Foo"),
        # lists
        (f"{PROJECT}  keywords: (a, b)\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords: <a, b>\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords: a; b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords: a, b]\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords: a, b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords: soil, C#, [x] y\n", KEYWORDS, ("soil", "C#", "[x] y")),
        (f"{PROJECT}  keywords:\n    – a\n    – b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords:\n    – a – z\n    – b\n", KEYWORDS, ("a – z", "b")),
        (f"{PROJECT}  keywords:\n    • a\n    • b\n    • c\n", KEYWORDS, ("a", "b", "c")),
        (f"{PROJECT}  keywords:\n    * a\n    * b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords:\n  — a\n  — b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords:\n    1. a\n    2. b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords:\n    a\n    b\n", KEYWORDS, ("a", "b")),
        (f"{PARTNER.replace('- id', '• id')}", "partners[0].id", "A"),
        (f"{PARTNER.replace('- id', '– id')}      city: B\n", "partners[0].city", "B"),
        (f"{PARTNER.replace('- id', '• id')}    • id: CD\n", "partners[1].id", "CD"),
        (f"{PROJECT}  keywords: – a, – b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords: 1. a 2. b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  keywords: [a, b] c\n", KEYWORDS, ("a", "b", "c")),
        (f"{PROJECT}  keywords: [a, b],\n", KEYWORDS, ("a", "b")),
        (f'{PARTNER}      "country": "PT",\n', "partners[0].country", "PT"),
        (f"{PROJECT}indicators: [{{id: K, target: 1 000,50}}]\n", TARGET, Decimal("1000.50")),
        # in brackets
        (f"{HEAD}project: {{acronym: X, title: a ]b}}\n", TITLE, "a ]b"),
        (f"{HEAD}project: {{acronym: X, title: a }}b, keywords: [x]}}\n", TITLE, "a }b"),
        (f'{HEAD}project: {{acronym: X, title: "a, b" c}}\n', TITLE, '"a, b" c'),
        (f"{HEAD}project: {{acronym: X, title: 'It's a, b'}}\n", TITLE, "It's a, b"),
        (
            f'{HEAD}project: {{title: "the "a, b" c", acronym: X}}\n',
            TITLE,
            'the "a, b" c',
        ),
        (f"{HEAD}project: {{acronym: X, title = Y}}\n", TITLE, "Y"),
        # countries and numbers
        (f"{PARTNER}      country: The Netherlands\n", "partners[0].country", "NL"),
        (f"{PARTNER}      country: Portugal (PT)\n", "partners[0].country", "PT"),
        # what stands below a key, or beside it
        (f"{PROJECT}strategy:\n  vision:\n  We grow.\n", VISION, "We grow."),
        (f"{PROJECT}strategy:\n  vision:\nWe grow.\nAnd stay.\n", VISION, "We grow.\nAnd stay."),
        (f"{PROJECT}strategy:\n  vision:\n    We: a.\n    And b.\n", VISION, "We: a.\nAnd b."),
        (f"{PROJECT}strategy:\n  vision:\n  • a\n  • b\n", VISION, "• a\n• b"),
        (f"{PROJECT}  keywords:\n    - soil: wet\n    - b\n", KEYWORDS, ("soil: wet", "b")),
        (f"{PARTNER}      contact:\n        name: B\n          role: PM\n", ROLE, "PM"),
        (f"{PROJECT}  title: 'Cluster d'Aragon\n  keywords: [a]\n", TITLE, "Cluster d'Aragon"),
        (f"{PROJECT}  keywords: 'a', 'b c'\n", KEYWORDS, ("a", "b c")),
        (f"{PROJECT}  keywords:\n    -\u00a0a\n    -\u00a0b\n", KEYWORDS, ("a", "b")),
        (f"{PROJECT}  title -> T\n", TITLE, "T"),
        (f"{PROJECT}  title => T\n", TITLE, "T"),
        (f"{PROJECT}  title：T\n  keywords: [a]\n", TITLE, "T"),
        (f"{PROJECT}  title: [a, b]\n", TITLE, "[a, b]"),
        (f"{PARTNER}      country: [PT]\n", "partners[0].country", "PT"),
        # what came with the text
        (f"```yaml\n{PROJECT}  title: T\n```\n", TITLE, "T"),
    ],
)
def test_a_cure_that_is_done_says_what_was_typed(
    text: str, path: str, meant: object, end: str
) -> None:
    text += end
    for _ in range(3):  # some cures are for one line of several
        found = faults(text)
        if not found:
            break
        cured = done(text, found[0])
        assert cured is not None, found[0].fix
        assert cured != text, found[0].fix
        text = cured

    value = _value(read(text).spec, path)

    assert (value.strip() if isinstance(value, str) else value) == meant


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("vision: file: t/v.md", "write `vision: {file: t/v.md}`"),
        ("vision: {File: t/v.md}", "write `vision: {file: t/v.md}`"),
        ("vision: {path: t/v.md}", "write `vision: {file: t/v.md}`"),
        ("vision:\n    FILE: t/v.md", "write `vision: {file: t/v.md}`"),
        ("vision: {file:t/v.md}", "write `file: t/v.md`"),
        ("vision: {Our aim: growth}", '`vision: "Our aim: growth"`'),
    ],
)
def test_a_text_in_a_file_is_named_in_braces(written: str, fix: str) -> None:
    first, *_ = faults(f"{PROJECT}strategy:\n  {written}\n")

    assert fix in (first.fix or "")


@pytest.mark.parametrize(
    ("value", "quotes"),
    [(f"{LONG}[x", "double"), (f"a: {LONG}", "double"), (f'"a" {LONG}', "single")],
)
def test_a_long_text_in_braces_is_told_at_its_beginning(value: str, quotes: str) -> None:
    (fault,) = faults(f"{HEAD}project: {{acronym: X, title: {value}, keywords: [x]}}\n")

    assert fault.place is not None
    assert fault.place.column == len("project: {acronym: X, title: ") + 1
    assert f"put the text after `title:` in {quotes} quotes" in (fault.fix or "")


def _read(files: dict[str, str]) -> tuple[Spec | None, list[Fault]]:
    try:
        sources = [SourceText(name, text) for name, text in sorted(files.items())]
        return reading.spec(sources, {CALL_ID: call()}).spec, []
    except UnreadableError as error:
        return None, list(error.faults)


def _faults(files: dict[str, str]) -> list[Fault]:
    return _read(files)[1]


FEW, MANY = 60, 4_000


def _made_worse(count: int, seed: int) -> list[str]:
    """Return the first fault of each spec with one mistake that its own cure does not mend."""
    random, found = Random(seed), []
    for _ in range(count):
        files, mistake = random.choice(examples()), random.choice(MISTAKES)
        file = random.choice(sorted(files))
        change = mistake.change(random, lines(files[file]))
        if change is None:
            continue
        rows = [one.text for one in lines(files[file])]
        rows[change[0]] = change[1]
        typed = {**files, file: "\n".join(rows)}
        before = _faults(typed)
        if not before or before[0].place is None or before[0].place.file != file:
            continue
        cured = done(typed[file], before[0])
        if cured is not None and len(_faults({**typed, file: cured})) >= len(before):
            found.append(f"{mistake.name}: {change[1]}: {before[0].message}: {before[0].fix}")
    return found


def test_no_cure_makes_it_worse() -> None:
    assert not _made_worse(FEW, seed=4)


@pytest.mark.slow
def test_hardly_a_cure_of_four_thousand_makes_it_worse() -> None:
    found = _made_worse(MANY, seed=5)

    assert len(found) <= MANY / 500, found


# --- what others type for the same facts -------------------------------------------------------


@lru_cache(maxsize=3)
def _facts_of(example: int) -> Counter[str]:
    spec, _ = _read(examples()[example])
    assert spec is not None
    return _facts(spec)


def _facts(spec: Spec) -> Counter[str]:
    """Return all texts of a spec, whatever parts their words."""
    return Counter(" ".join(words.split()) for _, words in texts(spec))


def _not_meant(rewriting: Rewriting, count: int, seed: int) -> list[str]:
    """Return what was typed and is, after all cures, another spec than was meant, or none."""
    random, found = Random(seed), []
    while count:
        example = random.randrange(len(examples()))
        files = examples()[example]
        file = random.choice(sorted(files))
        rows = [one.text for one in lines(files[file])]
        at = random.randrange(1, len(rows))
        typed = rewriting(random, lines(files[file]), at)
        if typed is None:
            continue
        count -= 1
        rows[at : at + typed[1]] = typed[0]
        spec = _cured({**files, file: "\n".join(rows)}, file)
        left = _facts_of(example) - _facts(spec) if spec else None
        if left is None or (typed[2] is None and left) or (spec and not _has(spec, typed[2])):
            found.append("\n".join(typed[0][:2]))
    return found


def _has(spec: Spec, text: str | None) -> bool:
    return text is None or text in _facts(spec)


def _cured(files: dict[str, str], file: str) -> Spec | None:
    """Return the spec after one cure after the other was done, None if one cannot be."""
    for _ in range(6):
        spec, found = _read(files)
        if spec or not found[0].place or found[0].place.file != file:
            return spec
        cured = done(files[file], found[0])
        if cured is None:
            return None
        files = {**files, file: cured}
    return None


@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda one: one.__name__)
def test_what_others_type_is_what_they_mean_once_the_cures_are_done(rewriting: Rewriting) -> None:
    assert not _not_meant(rewriting, 6, seed=6)


@pytest.mark.slow
@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda one: one.__name__)
def test_so_it_is_of_hundreds(rewriting: Rewriting) -> None:
    found = _not_meant(rewriting, 300, seed=7)

    assert len(found) <= 6, found
