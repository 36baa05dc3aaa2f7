"""Edits at random, made by programs that are not ours, come back as exactly these edits."""

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.language.languages import LANGUAGES
from escp_docs.model.anchors import Anchors
from escp_docs.model.schema import ListOf, Scalar, form
from escp_docs.model.spec import Spec
from escp_docs.produced.sent import SentLine, Span
from escp_docs.prose.words import same_words
from escp_docs.pull import word_reader
from escp_docs.pull.beside_spec import BesideSpec
from escp_docs.pull.file_reading import file_reading
from escp_docs.pull.merging import Merging
from escp_docs.pull.people import understood
from escp_docs.pull.proposals import Proposal, ProposalState
from tests.support.places import SPECS
from tests.support.sendings import Sending, inputs, sending
from tests.support.sizes import examples
from tests.support.word_editor import WordEditor

WAVE = str(SPECS / "wave-4i")
DOCUMENTS = ("application", "partnership-agreement", "term-sheet")
NEW = {
    "number": ("17", "3", "2.5", "EUR 4,321.50"),
    "date": ("3 March 2022", "2022-03-13", "13/03/2022"),
    "text": ("Nova Associação", "Lindenhof & Söhne", "Area 51", "a: b", "{{ x }}", "=1+1", "North"),
    "country": ("Belgium", "Polen", "SE"),
}


@dataclass(frozen=True)
class Made:
    """An edit that was made: to which value, and the words that stand there now."""

    span: Span
    text: str


def place(random: Random, lines: tuple[SentLine, ...], taken: set[str]) -> tuple[int, Span] | None:
    """Return a value at random that was not changed yet: its line, its letters."""
    found = [
        (index, span)
        for index, line in enumerate(lines)
        for span in line.spans
        if span.kind not in {"tick", "prose", "lines"} and span.value and span.key not in taken
    ]
    return random.choice(found) if found else None


def new_words(random: Random, span: Span, spec: Spec) -> str | None:
    """Return other words for a value, of its kind; None where only fixed ones are allowed."""
    path = Anchors(spec).path(span.key)
    shape = form(Spec, path) if path else None
    if isinstance(shape, ListOf) or not isinstance(shape, Scalar) or shape.refers:
        return None
    if shape.options or shape.kind in {"flag", "id"}:
        shown = [text for value, text in span.options if value != span.value]
        return random.choice(shown) if shown else None
    if shape.kind in {"month", "count"}:
        return str(random.randrange(1, 999))
    return random.choice(NEW.get(shape.kind, NEW["text"]))


def edited(random: Random, sent: Sending, editor: WordEditor, spec: Spec) -> list[Made]:
    """Make some edits of values in a file and return them."""
    paragraphs = editor.paragraphs()
    made: list[Made] = []
    taken: set[str] = set()
    for _ in range(12):
        found = place(random, sent.sent.lines, taken)
        if found is None:
            break
        index, span = found
        words = new_words(random, span, spec)
        lines = sent.sent.lines
        taken |= {one.key for one in lines[index].spans}  # one edit a paragraph
        old = lines[index].text[span.start : span.end]
        if words is None or same_words(words) == same_words(old) or index >= len(paragraphs):
            continue
        if same_words(editor.text(paragraphs[index])) != same_words(lines[index].text):
            continue
        editor.replace(paragraphs[index], span.start, span.end, words)
        made.append(Made(span, words))
    return made


def read(text: str, span: Span) -> str | None:
    """Return a value as the spec writes it."""
    spec = inputs(WAVE).reading.spec
    shape = form(Spec, Anchors(spec).path(span.key) or "")
    assert isinstance(shape, Scalar)
    (language, *_) = LANGUAGES.values()
    return understood(text, shape, language, spec, span.options).value


def proposals(sent: Sending, data: bytes) -> tuple[list[Proposal], list[str]]:
    """Return what a file proposes, and the words that it changed and no key states."""
    found = inputs(WAVE)
    returned = word_reader.read("back.docx", data)
    (language, *_) = LANGUAGES.values()
    read = found.reading
    beside = BesideSpec(Anchors(read.spec), read.places, returned, "CMA")
    merging = Merging(beside, language, sent.sent)
    some, notes = merging.proposals(file_reading(sent.sent, returned))
    return some, [f"{one.before} {one.after}" for one in notes]


@pytest.mark.parametrize("name", DOCUMENTS)
@given(seed=st.integers(0, 2**32), tracked=st.booleans(), bare=st.booleans())
@settings(max_examples=examples(3))
def test_values_come_back_as_they_were_written(
    name: str, seed: int, *, tracked: bool, bare: bool
) -> None:
    sent = sending(WAVE, name)
    editor = WordEditor(sent.data, tracked=tracked)
    made = edited(Random(seed), sent, editor, inputs(WAVE).reading.spec)
    if bare:
        editor.without_controls()

    found, notes = proposals(sent, editor.saved())

    by_key = {one.anchor: one for one in found}
    for edit in made:
        one = by_key.pop(edit.span.key, None)
        if read(edit.text, edit.span) == edit.span.value:
            assert one is None  # the same value in other words
        elif one is None or one.standing is ProposalState.UNCLEAR:
            said = [*notes, *([one.theirs] if one else [])]
            assert any(edit.text in words for words in said), edit  # a miss that is told
        else:
            assert one.theirs == read(edit.text, edit.span), (edit, one)
    assert not by_key


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_file_that_nobody_edited_says_nothing(name: str) -> None:
    sent = sending(WAVE, name)

    assert proposals(sent, sent.data) == ([], [])
    assert proposals(sent, WordEditor(sent.data).saved()) == ([], [])
