"""A real client of the protocol: what an editor gets while somebody types."""

import re
import shutil
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.support.editors import Editor, applied, uri, with_editor
from tests.support.many_hands import SPEC
from tests.support.places import SPECS

WIDE = "\U0001f30a"  # one character, two units of UTF-16


def place_of(text: str, words: str, more: int = 0) -> tuple[int, int]:
    """Return line and column of some words, in units of UTF-16."""
    before = text[: text.index(words)]
    line = before[before.rfind("\n") + 1 :]
    return before.count("\n"), len(line.encode("utf-16-le")) // 2 + more


@pytest.fixture
def wave(tmp_path: Path) -> Path:
    shutil.copytree(SPECS / "wave-4i", tmp_path / "wave")
    return tmp_path / "wave"


def test_a_folder_of_files_is_one_spec_told_completed_led_and_mended(wave: Path) -> None:
    file = wave / "consortium.yaml"
    text = file.read_text()
    wrong = text.replace("country: PT", "country: Portugal", 1)
    begun = text.replace("country: PT", "country: ", 1)
    stands = {one.name: one.read_bytes() for one in wave.rglob("*") if one.is_file()}

    async def act(editor: Editor) -> None:
        first = await editor.open(file)
        project = editor.said[uri(wave / "project.yaml")]
        hover = await editor.hover(file, *place_of(text, "coordinator"))
        leads = await editor.definition(file, *place_of(text, "coordinator: CMA", 13))
        renamed = await editor.rename(file, *place_of(text, "id: CMA", 4), "MAR")
        (said,) = await editor.type(file, wrong)
        fixes = await editor.fixes(file, said.range.start.line)
        await editor.type(file, begun)
        countries = await editor.complete(file, *place_of(begun, "country: ", 9))

        assert [one.severity for one in first] == []
        assert project[0].severity is types.DiagnosticSeverity.Information
        assert "**coordinator** – " in hover
        assert leads == ("consortium.yaml", place_of(text, "id: CMA")[0])
        assert said.severity is types.DiagnosticSeverity.Error
        assert said.message.endswith("did you mean PT?\nfix: write PT")
        assert place_of(wrong, "Portugal") == (said.range.start.line, said.range.start.character)
        assert applied(wrong, fixes["use PT"], file) == text
        assert countries["Portugal"] == "PT"
        files = {one.text_document.uri for one in _edits(renamed)}
        assert {uri(wave / f"{name}.yaml") for name in ("roadmap", "budget")} < files
        roadmap = (wave / "roadmap.yaml").read_text()
        after = applied(roadmap, renamed, wave / "roadmap.yaml")
        assert after.replace("MAR", "CMA") == roadmap
        assert "lead: MAR" in after

    with_editor(wave, act)

    assert {one.name: one.read_bytes() for one in wave.rglob("*") if one.is_file()} == stands


def _edits(found: types.WorkspaceEdit) -> list[types.TextDocumentEdit]:
    return [one for one in found.document_changes or () if isinstance(one, types.TextDocumentEdit)]


def test_what_is_typed_in_one_file_is_a_spec(spec: Path) -> None:
    async def act(editor: Editor) -> None:
        questions = await editor.open(spec)
        keys = SPEC.replace("    - id: CMI\n", "    - id: CMI\n      ki\n")
        await editor.type(spec, keys)
        completed = await editor.complete(spec, *place_of(keys, "      ki\n", 8))
        ids = SPEC.replace("coordinator: CMC", "coordinator: ")
        await editor.type(spec, ids)
        partners = await editor.complete(spec, *place_of(ids, "coordinator: ", 13))
        hint = next(one for one in questions if one.severity is types.DiagnosticSeverity.Hint)
        await editor.type(spec, SPEC)
        fixes = [fix for line in range(30) for fix in await editor.fixes(spec, line)]
        errors = await editor.type(spec, SPEC.replace("strand: A", "strand: [A"))

        assert "ask " in hint.message
        assert hint.code
        assert completed["kind"] == "kind: "
        assert completed["contact"] == "contact:"
        assert "country" not in completed
        assert partners["CMA – Name 0"] == "CMA"
        assert any(one.startswith("begin ") for one in fixes)
        assert types.DiagnosticSeverity.Error in {one.severity for one in errors}

    with_editor(spec.parent, act)

    assert spec.read_text() == SPEC


def test_columns_are_counted_as_editors_do_and_line_ends_stay(spec: Path) -> None:
    wrong = SPEC.replace('title: "Title 0"', f'title: "{WIDE}{WIDE}"').replace(
        "- {id: CMA, country: FR, city: Brest",
        f"- {{id: CMA, city: {WIDE}Brest, country: Frankreich",
    )
    wrong = wrong.replace("\n", "\r\n")

    async def act(editor: Editor) -> None:
        said = await editor.open(spec, wrong)
        (error,) = [one for one in said if one.severity is types.DiagnosticSeverity.Error]
        line, column = error.range.start.line, error.range.start.character
        fixes = await editor.fixes(spec, line)

        assert (line, column) == place_of(wrong, "Frankreich")
        assert applied(wrong, fixes["use FR"], spec) == wrong.replace("Frankreich", "FR")

    with_editor(spec.parent, act)


@pytest.mark.parametrize(
    ("right", "wrong", "label"),
    [
        ("city: Porto", "citty: Porto", "use city"),
        ("country: FR, city", "contry: FR, city", "use country"),
        ("title:", "titel:", "use title"),
        ("strand: A", "strnd: A", "use strand"),
        ("consortium:", '"consorcium":', "use consortium"),
        ("country: FR, city", "country: France, city", "use FR"),
        ("country: IT", "country: Italien  # sic", "use IT"),
    ],
)
def test_a_fix_changes_the_word_that_is_wrong_and_nothing_beside_it(
    spec: Path, right: str, wrong: str, label: str
) -> None:
    text = SPEC.replace(right, wrong, 1)

    async def act(editor: Editor) -> None:
        await editor.open(spec, text)
        fixes = await editor.fixes(spec, place_of(text, wrong)[0])
        every = [one for file in _edits(fixes[label]) for one in file.edits]
        edits = [one for one in every if isinstance(one, types.TextEdit)]

        ((start, end, new),) = ((one.range.start, one.range.end, one.new_text) for one in edits)
        assert new == label.removeprefix("use ")
        line = text.split("\n")[start.line]
        assert line[start.character : end.character] in wrong
        assert re.fullmatch(r"[\w]+", line[start.character : end.character])
        assert applied(text, fixes[label], spec) == SPEC.replace(
            right, wrong.replace(line[start.character : end.character], new), 1
        )

    with_editor(spec.parent, act)


def test_a_key_that_stands_there_already_is_not_offered_again(spec: Path) -> None:
    text = SPEC.replace("city: Porto", "citty: Porto\n      city: Gaia")

    async def act(editor: Editor) -> None:
        await editor.open(spec, text)
        assert await editor.fixes(spec, place_of(text, "citty")[0]) == {}

    with_editor(spec.parent, act)


TARGETS = "target_countries:\n  - {region: Maghreb, countries: [MA, TN]}\n"


def test_each_fault_of_a_line_is_mended_by_its_own_fix(spec: Path) -> None:
    text = SPEC + TARGETS.replace("MA, TN", "Marocco, Tunesia")

    async def act(editor: Editor) -> None:
        said = await editor.open(spec, text)
        for word, code in (("Marocco", "MA"), ("Tunesia", "TN")):
            (one,) = [told for told in said if f"'{word}'" in told.message]
            editor.said[uri(spec)] = [one]
            fixes = await editor.fixes(spec, one.range.start.line)

            assert [label for label in fixes if label.startswith("use ")] == [f"use {code}"]
            assert applied(text, fixes[f"use {code}"], spec) == text.replace(word, code)

    with_editor(spec.parent, act)


@pytest.mark.parametrize(
    ("words", "new", "said"),
    [
        ("id: CMA", "CMA", None),
        ("id: CMA", "x" * 40, "has 40 characters, and an id 30 at most"),
        ("id: CMA", "1x", "cannot be an id: a letter, then letters, digits"),
        ("region: Maghreb", "Maghreb", None),
    ],
)
def test_a_new_name_is_nothing_to_do_or_refused_with_its_reason(
    spec: Path, words: str, new: str, said: str | None
) -> None:
    text = SPEC + TARGETS

    async def act(editor: Editor) -> None:
        await editor.open(spec, text)
        at = place_of(text, words, words.index(" ") + 1)
        if said is None:
            assert not _edits(await editor.rename(spec, *at, new))
        else:
            with pytest.raises(JsonRpcException, match=said):
                await editor.rename(spec, *at, new)

    with_editor(spec.parent, act)


def test_the_name_of_a_region_may_have_blanks(spec: Path) -> None:
    text = SPEC + TARGETS + "strategy: {common_goals: [{id: G1, targets: [Maghreb]}]}\n"

    async def act(editor: Editor) -> None:
        await editor.open(spec, text)
        at = place_of(text, "Maghreb")
        done = await editor.rename(spec, *at, "Western Sahel")
        with pytest.raises(JsonRpcException, match="'a, b' cannot be a name"):
            await editor.rename(spec, *at, "a, b")

        assert applied(text, done, spec) == text.replace("Maghreb", "Western Sahel")
        await editor.type(spec, applied(text, done, spec))
        line = text[: text.index("Maghreb")].count("\n")
        assert not [
            x for x in editor.said[uri(spec)] if x.severity == 1 and x.range.start.line == line
        ]

    with_editor(spec.parent, act)


def test_a_name_that_cannot_be_is_refused_in_words(spec: Path) -> None:
    async def act(editor: Editor) -> None:
        await editor.open(spec)
        with pytest.raises(Exception, match="there is an entry 'CMI' already"):
            await editor.rename(spec, *place_of(SPEC, "id: CMA", 4), "CMI")
        assert await editor.definition(spec, *place_of(SPEC, "Porto")) is None

    with_editor(spec.parent, act)


ANCHORED = SPEC.replace("coordinator: CMC", "coordinator: &c CMC").replace("- id: CMC", "- id: *c")
ALIAS = "`\\*c` stands for what is written at `&c`, and is no id itself; fix: write the id out here"
ALONE = "'CMC' does not stand here by itself; fix: write it out, without an anchor"


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        (ANCHORED, "*c", ALIAS),
        (ANCHORED, "c CMC", ALONE),
        (SPEC, "Porto", "no id of an entry stands here"),
        (SPEC.replace("strand: A", "strand: [A"), "CMC", "cannot be read.*\\[.* fix: .*"),
        (SPEC.replace("country: PT", "controlled_by: [X]"), "X", "no entry .* has the id 'X'"),
    ],
)
def test_who_cannot_rename_is_told_why(spec: Path, text: str, words: str, why: str) -> None:
    at = place_of(text, words)

    async def act(editor: Editor) -> None:
        await editor.open(spec, text)
        with pytest.raises(JsonRpcException, match=f"(?s){why}"):
            await editor.rename(spec, *at, "NEW")
        with pytest.raises(JsonRpcException, match=f"(?s){why}"):
            await editor.prepared(spec, *at)

    with_editor(spec.parent, act)


def test_an_id_that_is_named_behind_an_alias_is_led_to_and_renamed_nowhere(spec: Path) -> None:
    text = ANCHORED.replace("country: FR", "country: FR, controlled_by: [CMC]")

    async def act(editor: Editor) -> None:
        await editor.open(spec, text)
        assert await editor.prepared(spec, *place_of(text, "controlled_by: [CMC", 16))
        with pytest.raises(JsonRpcException, match=f"^[^\n]*:14:16: {ALONE}[^\n]*$"):
            await editor.rename(spec, *place_of(text, "controlled_by: [CMC", 16), "NEW")

    with_editor(spec.parent, act)


def test_a_sibling_that_cannot_be_read_is_why_nothing_is_renamed(wave: Path) -> None:
    file, roadmap = wave / "consortium.yaml", wave / "roadmap.yaml"
    roadmap.write_text(roadmap.read_text() + "\nextra: [\n")

    async def act(editor: Editor) -> None:
        await editor.open(file)
        with pytest.raises(
            JsonRpcException, match=r"(?s)cannot be read.*roadmap\.yaml:\d+:.*fix: "
        ):
            await editor.rename(file, *place_of(file.read_text(), "id: CMA", 4), "MAR")

    with_editor(wave, act)


@pytest.mark.parametrize("slip", ["[", "'", "\t", "}"])
def test_a_slip_in_one_file_leaves_what_is_said_of_the_others(wave: Path, slip: str) -> None:
    file, target = wave / "roadmap.yaml", wave / "target_countries.yaml"
    target.write_text(target.read_text().replace("country: CA", "country: Canadian"))
    text = file.read_text()

    async def act(editor: Editor) -> None:
        await editor.open(file)
        wrong = editor.said[uri(target)][0]
        await editor.open(target, target.read_text().replace("country: Canadian", "country: CA"))
        before = dict(editor.said)
        assert before[uri(wave / "project.yaml")]
        await editor.type(target, target.read_text())
        assert editor.said[uri(target)][0] == wrong
        assert editor.said[uri(wave / "project.yaml")] == before[uri(wave / "project.yaml")]
        file.write_text(slip + text)
        said = await editor.type(file, slip + text)
        assert said[0].severity is types.DiagnosticSeverity.Error
        await editor.save(file)
        assert editor.said[uri(target)][0] == wrong
        assert editor.said[uri(wave / "project.yaml")] == before[uri(wave / "project.yaml")]

    with_editor(wave, act)


def test_files_that_belong_to_no_spec_are_left_in_peace(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("services: {web: {image: x}}\n")
    (tmp_path / "ours.yaml").write_text(SPEC)
    outside = tmp_path / "notes.yaml"

    async def act(editor: Editor) -> None:
        assert await editor.open(tmp_path / "other.yaml") == []
        assert await editor.complete(tmp_path / "other.yaml", 0, 3) == {}
        assert await editor.hover(tmp_path / "other.yaml", 0, 3) == ""
        assert await editor.open(outside, "call: x\n") == []
        assert await editor.fixes(outside, 0) == {}
        assert await editor.hover(outside, 99, 99) == ""

    with_editor(tmp_path, act)


def test_a_flood_of_typing_ends_with_what_was_typed_last(spec: Path) -> None:
    async def act(editor: Editor) -> None:
        await editor.open(spec)
        for number in range(2, 200):
            editor.versions[uri(spec)] = number
            editor.client.text_document_did_change(
                types.DidChangeTextDocumentParams(
                    types.VersionedTextDocumentIdentifier(number, uri(spec)),
                    [types.TextDocumentContentChangeWholeDocument("[" * number)],
                )
            )
        await editor.type(spec, SPEC.replace("country: FR", "country: France"))
        said = await editor.type(spec, SPEC.replace("country: IT", "country: Italy"))
        errors = [one for one in said if one.severity is types.DiagnosticSeverity.Error]

        assert [one.message.partition("\n")[0] for one in errors] == [
            "consortium.partners[CMI].country is 'Italy', no ISO 3166-1 code; did you mean IT?"
        ]

    with_editor(spec.parent, act)
