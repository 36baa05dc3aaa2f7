"""Several specs: who they are is read first, then each is judged and told at once."""

from pathlib import Path
from typing import ClassVar

import pytest

from escp_docs.files import spec_sources
from escp_docs.files.call_files import Calls
from escp_docs.files.opening import NamedSpec
from escp_docs.finding import Answer, Place
from escp_docs.judging.identity import identity
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.judging.several_specs import check
from escp_docs.model.spec import Spec
from escp_docs.read.identity_blocks import identity_blocks
from escp_docs.read.source import SourceText
from tests.support.places import ROOT, SPECS

TEXT = """\
call: cos-clusint-2020-3-01
{comment}
strand: {strand}
project: {{acronym: {acronym}}}
roadmap:
  work_packages: []
consortium:
  partners:
    - {{id: A, country: IT, pic: "{pic}", other_applications: []}}
    - id: B
      country: FR
      other_applications:
        - {{acronym: X{number}, strand: {strand}}}
strategy: {{vision: {vision}}}
"""
VISION = " ".join(f"word{number}" for number in range(60))


def written(folder: Path, number: int, *, pic: int | None = None, strand: str = "A") -> str:
    path = folder / f"s{number}.yaml"
    path.write_text(
        TEXT.format(
            comment="# a comment at column 0",
            strand=strand,
            acronym=f"X{number}",
            pic=900_000_000 + (number if pic is None else pic),
            number=number,
            vision=VISION,
        )
    )
    return str(path)


def sources(*names: str) -> list[NamedSpec]:
    calls = Calls()
    return [NamedSpec(name, calls) for name in names]


def told(result: Result, code: str) -> list[tuple[Answer, str, str, tuple[str, ...]]]:
    """Return what a rule says of a spec: answer, words, place, places elsewhere."""
    return [
        (
            one.outcome.answer,
            one.outcome.message,
            str(one.place),
            tuple(str(place) for _, place in one.related),
        )
        for one in result.findings
        if one.code == code
    ]


FILES = sorted(
    path
    for path in [
        *sorted((ROOT / "tests" / "cases").glob("*/*.yaml"))[::9],
        *SPECS.glob("*.yaml"),
        SPECS / "wave-4i",
    ]
    if path.is_dir() or "\n---\n" not in path.read_text("utf-8")
)


def reduced(one: OpenSpec) -> tuple[Spec, list[tuple[str, Place]]]:
    """Return what a spec is compared by, and the places that may be told of it."""
    found = identity(one.name, (one.spec, one.call, None), one.places, is_whole=False)
    return found.spec, sorted(found.places.items())


def test_what_says_who_applies_says_what_the_whole_says() -> None:
    cut = 0
    for path in FILES:
        (source,) = sources(str(path))
        whole, who = source.whole(), source.identity()
        assert (who is None) <= isinstance(whole, Result)
        if who is None or isinstance(whole, Result):
            continue
        cut += who.spec != whole.spec
        assert reduced(who) == reduced(whole)
    assert cut > len(FILES) / 2, "most specs are cut down"


# An entry as deep as the key of the list, and a key that nobody compares behind the dash.
AS_DEEP = """\
  - id: A
    profile: |
      id: B

      - x
    country: IT
  - profile: Words
    id: B
"""
AMONG_COMMENTS = """\
    # first
    -    id: A  # the first

         country: IT
  # less far
    - id: B
"""
IN_BRACES = """\
    - {id: A, country: IT}
    - id: B
      contact: {name: Jo,
       role: Head}
"""
IN_BRACKETS = """\
    [{id: A, country: IT},
     {id: B}]
"""
OVER_LINES = """\
    - id: A
      country: IT
      profile: 'Words
       id: X
       over lines'
    - id: B
"""
LISTS_WITHIN = """\
    - id: A
      country: IT
      other_applications:
      - acronym: X1
        strand: A
      sectors:
      - a
      - b
    - id: B
"""
DASHES_ALONE = """\
    -
      id: A
      country: IT
    -
      profile: Words
      id: B
"""
WITH_AN_ANCHOR = """\
    - id: &a A
      country: IT
      city: *a
    - id: B
"""


@pytest.mark.parametrize(
    "partners",
    [
        AS_DEEP, AMONG_COMMENTS, IN_BRACES, IN_BRACKETS,
        OVER_LINES, LISTS_WITHIN, DASHES_ALONE, WITH_AN_ANCHOR,
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", ["Words", "|\n    acronym: Y\n    # no comment", "'a\n    b'"])
def test_who_applies_is_the_same_however_it_is_written(
    partners: str, title: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.yaml"
    project = f"project:\n  title: {title}\n  acronym: X\n"
    head = "call: cos-clusint-2020-3-01\nstrand: A\n"
    path.write_text(f"{head}{project}consortium:\n  coordinator: A\n  partners:\n{partners}")
    (source,) = sources(str(path))

    whole, who = source.whole(), source.identity()

    assert isinstance(whole, OpenSpec)
    assert who is not None
    assert reduced(who) == reduced(whole)
    assert [one.id for one in who.spec.partners] == ["A", "B"]
    assert who.spec.project.title is None or who.spec == whole.spec, "it is cut, or read as a whole"


def test_a_long_consortium_is_cut_to_what_is_compared() -> None:
    cut = identity_blocks(spec_sources(str(SPECS / "shield-4i.yaml")))

    assert cut is not None
    (text,) = cut.own
    assert isinstance(text, SourceText)
    assert "profile:" not in text.text
    assert "abstract:" not in text.text
    assert text.text.count("registration_number:") == 4


@pytest.mark.parametrize(
    "text",
    [
        "{call: cos-clusint-2020-3-01, project: {acronym: X}}\n",
        '"call": cos-clusint-2020-3-01\nproject: {acronym: X}\n',
        "call: cos-clusint-2020-3-01\nproject: {acronym: X}\nagreement: {title: &t Agreement}\n",
        "--- \ncall: cos-clusint-2020-3-01\nproject:\n  acronym: X\n",
    ],
)
def test_a_spec_that_cannot_be_cut_at_column_0_is_read_as_a_whole(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text)
    (source,) = sources(str(path))

    assert source.identity() is not None
    assert source.identity().spec == source.whole().spec  # type: ignore[union-attr]  # both can be read


def test_many_specs_are_told_the_same_as_few(tmp_path: Path) -> None:
    collide = [written(tmp_path, 0, pic=7), written(tmp_path, 1, pic=7)]
    apart = [written(tmp_path, number) for number in range(10, 110)]

    few = list(check(sources(*collide), None, None, ()))
    many = list(check(sources(*collide, *apart), None, None, ()))

    assert len(many) == 102
    for code in ("SUB002", "SUB003"):
        assert [told(one, code) for one in many[:2]] == [told(one, code) for one in few]
    assert told(few[0], "SUB003")[0][0] is Answer.NOT_MET
    assert told(few[0], "PLA002")[0][0] is Answer.NOT_MET
    assert {told(one, "PLA002")[0][0] for one in many} == {Answer.NOT_APPLICABLE}


class Counted(NamedSpec, frozen=True):
    """A spec that notes when it is read as a whole."""

    read: ClassVar[list[str]] = []  # shared by all

    def whole(self) -> OpenSpec | Result:
        """Note the name, and return the spec."""
        self.read.append(self.name)
        return NamedSpec.whole(self)


def test_of_many_each_is_told_before_the_next_is_read(tmp_path: Path) -> None:
    calls = Calls()
    names = [written(tmp_path, number) for number in range(101)]
    Counted.read.clear()
    results = check([Counted(name, calls) for name in names], None, None, ())

    assert Counted.read == []
    for number in range(3):
        assert next(results).spec == names[number]
        assert Counted.read == names[: number + 1]


def test_what_cannot_be_read_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("project: {acronym: [\n")
    Counted.read.clear()

    (result,) = check([Counted(str(path), Calls())], None, None, ())

    assert result.verdict == "unreadable"
    assert Counted.read == [str(path)]


def test_a_shared_paragraph_is_told_at_both_places(tmp_path: Path) -> None:
    names = [written(tmp_path, 1), written(tmp_path, 2)]

    first, _ = check(sources(*names), None, None, ())

    ((answer, _, place, elsewhere),) = told(first, "PLA002")
    assert answer is Answer.NOT_MET
    assert place.startswith(f"{names[0]}:14:")
    assert elsewhere[0].startswith(f"{names[1]}:14:")


def test_a_consortium_that_lies_in_files_of_its_own_is_compared_too(tmp_path: Path) -> None:
    whole = written(tmp_path, 1, pic=7)
    folder = tmp_path / "parts"
    folder.mkdir()
    lines = Path(written(tmp_path, 2, pic=7)).read_text().split("\n")
    begin, end = lines.index("consortium:"), lines.index(f"strategy: {{vision: {VISION}}}")
    (folder / "consortium.yaml").write_text("\n".join(lines[begin:end]) + "\n")
    (folder / "project.yaml").write_text("\n".join([*lines[:begin], *lines[end:]]))

    _, other = check(sources(whole, str(folder)), None, None, ())

    faults = [one for one in told(other, "SUB003") if one[0] is Answer.NOT_MET]
    ((_, _, place, elsewhere),) = faults
    assert place.startswith(f"{folder / 'consortium.yaml'}:3:")
    assert elsewhere[0].startswith(f"{whole}:")


def test_who_applies_counts_though_the_rest_cannot_be_read(tmp_path: Path) -> None:
    good, broken = written(tmp_path, 1, pic=7), written(tmp_path, 2, pic=7)
    Path(broken).write_text(Path(broken).read_text() + "budget: {reimbursement_rate: many}\n")

    first, second = check(sources(good, broken), None, None, ())

    assert second.verdict == "unreadable"
    assert told(first, "SUB003")[0][0] is Answer.NOT_MET
