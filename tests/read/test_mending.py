"""A slip in YAML is named in our own words at the line where it was made, and no other hides it."""

import pytest

from tests.support.reading import HEAD, faults

TEXT = """\
call: cos-clusint-2020-3-01
strand: A
project:
  acronym: RELOOP-4i
  title: Circular textiles
  keywords: [textiles, robotics]
consortium:
  coordinator: LOOP
  partners:
    - id: LOOP
      legal_name: Loop cluster
      country: PT
      city: Lisboa
      members: {total: 60, smes: 50}
    - id: FILO
      legal_name: Filo
      contact: {name: Anna Rossi, role: President, email: a@b.it}
strategy:
  vision: |
    To be a circular sector.

    And more.
  mission: |
    We act.
risks:
  - {id: R1, description: Travel, likelihood: low, impact: high}
  - {id: R2, description: Money, likelihood: low, impact: high}
"""


@pytest.mark.parametrize(
    ("before", "after", "line", "fact", "cure"),
    [
        ("  title: C", "   title: C", 5, "1 blank too far right", "indent it by 2 blanks"),
        ("  title: C", " title: C", 5, "1 blank too far left", "indent it by 2 blanks"),
        ("      city", "     city", 13, "1 blank too far left", "indent it by 6 blanks"),
        ("      city", "       city", 13, "1 blank too far right", "indent it by 6 blanks"),
        ("    - id: FILO", "   - id: FILO", 15, "too far left", "indent it by 4 blanks"),
        ("    - id: FILO", "     - id: FILO", 15, "too far right", "indent it by 4 blanks"),
        ("    - id: FILO", "      id: FILO", 15, "a second time", "with a dash"),
        ("    - id: FILO", "    id: FILO", 15, "without a dash", "write `- id: FILO`"),
        ("    - id: FILO", "    -id: FILO", 15, "no blank after the dash", "write `- id: FILO`"),
        ("    - id: FILO", "    -\tid: FILO", 15, "a tab follows the dash", "by spaces"),
        ("      city", "\tcity", 13, "a tab indents", "replace the tab by spaces"),
        ("      city", "\u00a0     city", 13, "no-break space (U+00A0)", "indent it by 6 blanks"),
        ("      city", "\u3000city", 13, "ideographic space (U+3000)", "indent it by 6 blanks"),
        ("title: C", "title: RELOOP: C", 5, "a colon and a blank", '"RELOOP: Circular textiles"'),
        ("title: C", 'title: "A" C', 5, "words follow the quote", "put the text in quotes"),
        ("title: C", "title: @C", 5, "cannot begin with '@'", '"@Circular textiles"'),
        ("title: C", "title: %C", 5, "cannot begin with '%'", '"%Circular textiles"'),
        ("title: C", "title: `C", 5, "cannot begin with '`'", "quotes"),
        ("title: C", "title: & C", 5, "cannot begin with '&'", "quotes"),
        ("title: C", "title: *C* ", 5, "cannot begin with '*'", "quotes"),
        ("title: C", "title: *C", 5, "cannot begin with '*'", "quotes"),
        ("title: C", "title: !C", 5, "the tag !C", "quotes"),
        ("title: C", "title: ! C", 5, "the tag !", "quotes"),
        ("title: C", "title: > 100 C", 5, "cannot begin with '>'", "quotes"),
        ("title: C", "title: - C", 5, "a dash after a colon", "quotes"),
        ("title: C", "title: [draft] C", 5, "words follow the ]", "quotes"),
        ("title: C", 'title: "C', 5, "is never closed", "close it"),
        ("title: C", "title: 'C", 5, "is never closed", "close it"),
        ("name: Anna", 'name: "Anna', 17, "is never closed", 'close it: `"Anna Rossi"`'),
        ("robotics]", "robotics", 6, "the [ that opens here", "add ] at the end of line 6"),
        ("robotics]", "robotics]\n[", 7, "the [ that opens here", "delete it"),
        ("robotics]", "robotics]\n  [", 7, "the [ that opens here", "delete it"),
        ("robotics]", "robotics]  # all\n    [", 7, "the [ that opens here", "delete it"),
        ("robotics]", "robotics]\n    {", 7, "the { that opens here", "delete it"),
        ("robotics]", "robotics]\n  [a", 7, "no value is due", "`key: [a]`; or delete line 7"),
        ("smes: 50}", "smes: 50}\n      [", 15, "the [ that opens here", "delete it"),
        ("robotics]", "robotics]\n    - [x", 7, "the [ that opens here", "or delete line 7"),
        ("robotics]", "robotics}", 6, "another bracket", "write ]"),
        ("smes: 50}", "smes: 50", 14, "the { that opens here", "add } at the end of line 14"),
        ("smes: 50}", "smes: 50}}", 14, "closes nothing", "delete it"),
        (", smes", " smes", 14, "no comma before 'smes'", "write `, smes: ...`"),
        (", smes", "; smes", 14, "no comma before 'smes'", "write `, smes: ...`"),
        (", smes", ",, smes", 14, "two commas", "keep one"),
        ("name: Anna Rossi", "name: 'It's Anna'", 17, "words follow", '`name: "It\'s Anna"`'),
        ("name: Anna", "name: Dr: Anna", 17, "read as structure", '`name: "Dr: Anna Rossi"`'),
        ("role: Pres", "role: @Pres", 17, "read as structure", '`role: "@President"`'),
        ("    And more.", "And more.", 22, "has left the text", "indent it by 4 blanks"),
        ("    And more.", "Note: this", 22, "has left the text", "indent it by 4 blanks"),
        ("    And more.", "  And more.", 22, "has left the text", "indent it by 4 blanks"),
        ("    And more.", "\u2022 a\n\u2022 b", 22, "has left the text", "indent it by 4 blanks"),
        ("city: Lisboa", "city:Lisboa", 13, "no blank after the colon", "write `city: Lisboa`"),
        ("city: Lisboa", "city:\u00a0Lisboa", 13, "but a no-break space", "write `city: Lisboa`"),
        ("city: Lisboa", "city Lisboa", 13, "no colon after 'city'", "write `city: Lisboa`"),
        ("strategy:\n", "strategy\n", 18, "no colon after 'strategy'", "write `strategy:`"),
        ("title: C", 'title: "C:\\Us"\n  #', 5, "a backslash", "single quotes"),
        ("title: C", 'title: "\\ud83d"\n  #', 5, "half of a character", "write the character"),
        ("title: C", "title: \x07C", 5, "U+0007", "delete it"),
    ],
)
def test_a_slip_is_named_at_its_line_with_its_cure(
    before: str, after: str, line: int, fact: str, cure: str
) -> None:
    assert before in TEXT

    first, *others = faults(TEXT.replace(before, after, 1))

    assert first.place is not None
    assert (first.place.line, first.place.file) == (line, "a.yaml")
    assert fact in first.message
    assert cure in (first.fix or "")
    assert not others


def test_all_slips_of_a_file_are_told_at_once_with_what_is_wrong_besides() -> None:
    text = TEXT.replace("  title: C", "   title: C").replace("city: Li", "city:Li")
    text = text.replace("description: Travel", "description: a: b").replace("likelihood", "odds", 2)

    found = faults(text.replace("odds", "likelihood", 1))

    lines = [fault.place.line for fault in found if fault.place]
    assert lines == [5, 13, 26, 27]
    assert "unknown key 'odds'" in found[-1].message


@pytest.mark.parametrize(
    ("typed", "line", "fix"),
    [
        ("  title:Waves\n  duration_months:30", 5, "`title: Waves`, and so in 1 more line"),
        ("  title = Waves\n  duration_months = 30", 5, "`title: Waves`, and so in 1 more line"),
        ("  title Waves\n  duration_months 30", 5, "`title: Waves`, and so in 1 more line"),
        (
            "consortium:\n  partners:\n    -id: A\n      city: Faro\n    -id: B\n      city: Rome",
            7,
            "`- id: A`, and so in 1 more line",
        ),
        (
            "consortium:\n  partners:\n    -id: A\n     city: Faro",
            7,
            "`- id: A`; indent the other keys of the entry by 1 blank more",
        ),
    ],
)
@pytest.mark.parametrize("end", ["", "risks: []\n"])
def test_a_slip_in_several_lines_is_told_once_and_moves_no_line(
    typed: str, line: int, fix: str, end: str
) -> None:
    text = f"call: cos-clusint-2020-3-01\nstrand: A\nproject:\n  acronym: X\n{typed}\n{end}"

    (fault,) = faults(text)

    assert fault.place is not None
    assert fault.place.line == line
    assert fault.fix == f"write {fix}"


def test_the_line_above_is_kept_with_the_line_at_fault() -> None:
    (fault,) = faults(TEXT.replace("  title: C", "   title: C"))

    assert fault.before == "  acronym: RELOOP-4i"
    assert fault.excerpt == "   title: Circular textiles"


def test_what_follows_from_a_slip_is_told_after_it() -> None:
    found = faults(TEXT.replace("- id: LOOP", "- id: Loop Cluster").replace("title: C", "titel: C"))

    assert ["not an id" in fault.message for fault in found] == [False, True, False]
    assert "names 'LOOP'" in found[-1].message


def test_an_entry_without_a_colon_is_told_with_it() -> None:
    (fault,) = faults(TEXT.replace("    - id: FILO", "    - id FILO\n    - id: FILO"))

    assert fault.fix == "write `id: FILO`: there is no colon in it"


@pytest.mark.parametrize("mark", ["|", ">", "|-", ">+", "| # the text"])
@pytest.mark.parametrize(
    ("lines", "left", "levels"),
    [
        (["      One.", "    Two."], 1, (6, 4)),
        (["    One.", "   Two."], 1, (4, 3)),
        (["      One.", "      - a", "", "    Two: three.", "     Four", "    Five"], 3, (6, 4)),
        (["        One.", "    - a", "    - b", "   c"], 1, (8, 3)),
        (["", "      One.", "    Two."], 2, (6, 4)),
    ],
)
@pytest.mark.parametrize("end", ["", "  title: Waves\n", "risks: []\n"])
def test_a_text_whose_lines_begin_unevenly_is_told_at_the_first_that_does(
    mark: str, lines: list[str], left: int, levels: tuple[int, int], end: str
) -> None:
    text = "\n".join(lines)
    (fault,) = faults(f"{HEAD}project:\n  acronym: X\n  abstract: {mark}\n{text}\n{end}")

    assert fault.place is not None
    assert fault.place.line == 5 + left
    assert "begins farther left than line" in fault.message
    assert f"indent line {5 + left} by {levels[0]} blanks" in (fault.fix or "")
    assert (fault.fix or "").endswith(f"by {levels[1]}")


def test_an_uneven_text_hides_no_slip_behind_it() -> None:
    text = "project:\n  acronym: X\n  abstract: |\n      One.\n    Two.\n  title: @C\n"

    assert [one.place and one.place.line for one in faults(HEAD + text)] == [6, 7]


PARTNER = "project: {acronym: X}\nconsortium:\n  partners:\n    - id: A\n"


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("country PT", "write `country: PT`"),
        ("country = PT", "write `country: PT`"),
        ("website", "write `website:`"),
        ("Country PT", "write `country: PT`, or"),
        ("contry PT", "write `country: PT`, or"),
        ("nickname Tide", "begin it with a key"),
        ("Tide", "begin it with a key"),
    ],
)
@pytest.mark.parametrize("between", ["", "      city: Faro\n", "      contact:\n        name: B\n"])
@pytest.mark.parametrize(
    "end", ["", "\n", "\n    - id: B\n", "\n      city_2: x\n", "\nrisks: []\n"]
)
def test_a_line_of_an_entry_without_a_colon_is_told_wherever_it_stands(
    written: str, cure: str, between: str, end: str
) -> None:
    fault, *others = faults(f"{HEAD}{PARTNER}{between}      {written}{end}")

    assert fault.place is not None
    assert fault.place.line == 6 + between.count("\n")
    assert "colon" in fault.message
    assert cure in (fault.fix or "")
    assert len(others) == ("city_2" in end)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("consortium:", "Consortium\n"),
        ("strategy:", "strateggy"),
        ("    - id: FILO", "  - id: FILO"),
        ("  title: C", "title C"),
        ("    We act.", " We act."),
        ("members: {total: 60", "members: {total: 60 : "),
    ],
)
def test_a_slip_of_form_is_told_before_what_was_read_in_spite_of_it(
    before: str, after: str
) -> None:
    found = faults(TEXT.replace("strand: A", "strand: C").replace(before, after))

    forms = [one.before is not None for one in found]
    assert forms[0]
    assert forms == sorted(forms, reverse=True)


@pytest.mark.parametrize(
    ("value", "cure"),
    [
        ("a [b", '`description: "a [b"`'),
        ("a {b}", '`description: "a {b}"`'),
        ("[a] b", '`description: "[a] b"`'),
        ('"a" b', "`description: '\"a\" b'`"),
        ("'a' b", "`description: \"'a' b\"`"),
        ("@b", '`description: "@b"`'),
        ("`b`", '`description: "`b`"`'),
    ],
)
@pytest.mark.parametrize(
    "collection",
    [
        "{{id: R1, description: {}, likelihood: low, impact: high}}",
        "{{id: R1, likelihood: low, impact: high, description: {}}}",
        "{{description: {}, id: R1, likelihood: low, impact: high}}",
    ],
)
def test_a_mark_in_one_value_in_brackets_leaves_the_others(
    value: str, cure: str, collection: str
) -> None:
    risks = f"risks: [{collection.format(value)}, {{id: R2, likelihood: huge}}]\n"

    first, second = faults(f"{HEAD}project: {{acronym: X}}\n{risks}")

    assert cure in (first.fix or "")
    assert "risks[R2].likelihood is 'huge'" in second.message


@pytest.mark.parametrize(
    ("written", "cures"),
    [
        ('[soil, "x" y, z]', ["'\"x\" y'"]),
        ("[soil, a [b, z]", ['"a [b"']),
        ("[soil, [a] b, z]", ['"[a] b"']),
        ('[@a, "x" y, z]', ['"@a"', "'\"x\" y'"]),
    ],
)
def test_a_mark_in_one_entry_of_a_list_leaves_the_others(written: str, cures: list[str]) -> None:
    found = faults(f"{HEAD}project: {{acronym: X, keywords: {written}}}\n")

    assert [(one.fix or "").split("`")[1] for one in found] == cures


def test_words_behind_the_mark_of_a_text_go_below_it_without_the_mark() -> None:
    text = TEXT.replace("  vision: |\n", "  vision: | To be: open\n")

    (fault,) = faults(text)

    assert "words follow the |" in fault.message
    assert fault.fix == "write `vision: |`, and the whole text below it, indented by 4 blanks"


def test_words_right_behind_the_mark_of_a_text_do_so_too() -> None:
    text = TEXT.replace("  vision: |\n", "  vision: |To be open\n")

    (fault,) = faults(text)

    assert fault.fix == "write `vision: |`, and the whole text below it, indented by 4 blanks"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ('"A "loop" of looms.\n\n    And more."', 5),
        ('"A loop of looms.\n\n    And "more": looms."', 7),
        ('"A "loop" of looms.\n  And more: looms."', 5),
        ("'It's a loop.\n\n    And more.'", 5),
    ],
)
def test_a_quote_within_a_text_of_several_lines_is_cured_for_all_of_them(
    typed: str, line: int
) -> None:
    head = f"{HEAD}project:\n  acronym: X\n  title: Looms\n"

    (fault,) = faults(f"{head}  abstract: {typed}\n  duration_months: 30\n")

    assert fault.place is not None
    assert fault.place.line == line
    assert "is closed by this quote, and goes on to line" in fault.message
    assert fault.fix == (
        "write `abstract: |`, and the whole text below it, indented by 4 blanks, "
        "without the quotes around it"
    )


def test_keys_set_in_below_a_value_in_quotes_are_no_more_of_it() -> None:
    text = f'{HEAD}project:\n  acronym: "X"\n    title: "Y"\n    duration_months: 30\n'

    assert all("goes on" not in one.message for one in faults(text))


@pytest.mark.parametrize("value", ['"X-4i"', '["a"]', "12", "{}"])
def test_a_comma_that_lacks_between_lines_in_braces_is_told_where_it_lacks(value: str) -> None:
    text = (
        '{\n  "call": "cos-clusint-2020-3-01",\n  "project": {\n    "acronym": "X-4i",\n'
        f'    "title": {value}\n    "duration_months": 32\n  }}\n}}\n'
    )

    fault = faults(text)[0]

    assert fault.place is not None
    assert fault.place.line == 5
    assert fault.fix == "add a comma"


def test_a_list_in_braces_is_closed_where_the_next_key_begins() -> None:
    text = f"{TEXT}indicators:\n  - {{id: K1, interim: [{{month: 1, value: 2}}, lead: FILO}}\n"

    (fault,) = faults(text)

    assert fault.place is not None
    assert fault.place.line == len(text.splitlines())
    assert fault.fix == "write `[{month: 1, value: 2}]`"


@pytest.mark.parametrize(
    ("typed", "fact", "fix"),
    [
        ("  // ask Rui", "a comment begins with #", "write `# ask Rui`"),
        ("<!-- ask: Rui -->", "a comment begins with #", "write `# ask: Rui`"),
        ("  /* ask Rui */", "a comment begins with #", "write `# ask Rui`"),
        ("==========", "a line of signs", "delete it, or begin it with #"),
        ("  ----------", "a line of signs", "delete it, or begin it with #"),
        ("  **duration_months**: 30", "without **", "write `duration_months: 30`"),
        ("  **duration_months:** 30", "without **", "write `duration_months: 30`"),
        ("  *duration_months*: 30", "without *", "write `duration_months: 30`"),
    ],
)
def test_a_line_in_the_manner_of_another_format_becomes_part_of_no_text(
    typed: str, fact: str, fix: str
) -> None:
    (fault,) = faults(TEXT.replace("  title: C", f"{typed}\n  title: C"))

    assert fault.place is not None
    assert fault.place.line == 5
    assert fact in fault.message
    assert fault.fix == fix


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ('title: "Waves\u201d', 'close it by a straight one: `"Waves"`'),
        ('title: "Waves\u201c', 'close it by a straight one: `"Waves"`'),
        ('keywords: [a, "b\u201d]', 'close it by a straight one: `"b"`'),
        ('title: "The \u201cWaves\u201d', 'close it: `"The \u201cWaves\u201d"`'),
    ],
)
def test_a_straight_quote_is_not_closed_by_a_curly_one(typed: str, fix: str) -> None:
    (fault,) = faults(f"call: cos-clusint-2020-3-01\nproject:\n  acronym: X\n  {typed}\n")

    assert fault.fix == fix


@pytest.mark.parametrize("end", ["", "  title: Waves\n", "risks: []\n"])
def test_items_at_the_column_of_their_key_have_left_its_text(end: str) -> None:
    head = "call: cos-clusint-2020-3-01\nproject:\n  acronym: X\n"

    (fault,) = faults(f"{head}  objectives: |\n  - one\n  - two\n{end}")

    assert fault.place is not None
    assert fault.place.line == 5
    assert fault.fix == "indent it by 4 blanks, and so in 1 more line"


def test_a_text_whose_first_line_has_a_colon_is_put_in_quotes_as_a_whole() -> None:
    text = "call: cos-clusint-2020-3-01\nproject:\n  acronym: X\n  title: Goals: one\n    and two\n"

    (fault,) = faults(text)

    assert fault.place is not None
    assert fault.place.line == 4
    assert fault.fix == 'put the whole text in quotes: `title: "Goals: one and two"`'


def test_braces_over_several_lines_are_closed_behind_the_brackets_in_them() -> None:
    text = (
        f"{TEXT}indicators:\n  - {{id: K1, interim: [\n      {{month: 1, value: 2}}\n    ]\n"
        "  - {id: K2}\n"
    )

    (fault,) = faults(text)

    assert fault.fix == f"add }} at the end of line {len(text.splitlines()) - 1}"


def test_lines_of_a_sentence_are_no_keys_of_another_part() -> None:
    head = "call: cos-clusint-2020-3-01\nproject:\n  acronym: X\n"

    (fault,) = faults(
        f"{head}  abstract: We aim at\n  impact on the market\n  management of risk\n"
    )

    assert fault.place is not None
    assert fault.place.line == 5
    assert "goes on with the text of line 4" in (fault.fix or "")
