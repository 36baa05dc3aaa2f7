"""Mistakes that people make when they type: the kinds that newcomers were seen to make.

Each takes the lines of a file and returns them changed at one line, or None where it finds nothing
to do. Where a mistake must be told, nobody can have meant what YAML makes of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

Change = Callable[[Random, Sequence["Line"]], "tuple[int, str] | None"]
_KEY: Final = re.compile(r"(?P<lead> *(?:- )?)(?P<key>[a-z_]+):(?: (?P<value>[^|>#&*\s].*)| *)$")
_BLOCK: Final = re.compile(r" *(?:- )?[a-z_]+: [|>][-+]?$")


SPECS: Final = Path(__file__).parents[2] / "specs"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a spec: its text, and what it is: key, text of a block, item, blank or comment."""

    text: str
    kind: str
    lead: str = ""
    key: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind of mistake; `told` says that it must not go without a fault or a remark."""

    name: str
    change: Change
    told: bool = True


def lines_of(text: str) -> list[Line]:
    """Return the lines of a file."""
    found: list[Line] = []
    block: int | None = None
    for raw in text.split("\n"):
        column = len(raw) - len(raw.lstrip(" "))
        if block is not None and (not raw.strip() or column > block):
            found.append(Line(raw, "text" if raw.strip() else "blank"))
            continue
        block = column if _BLOCK.match(raw) else None
        key = _KEY.match(raw)
        if not raw.strip() or raw.lstrip().startswith("#"):
            found.append(Line(raw, "blank"))
        elif key and block is None:
            found.append(Line(raw, "key", key["lead"], key["key"], key["value"] or ""))
        elif raw.lstrip().startswith("- ") and block is None:
            found.append(Line(raw, "item", raw[: column + 2], "", raw[column + 2 :]))
        else:
            found.append(Line(raw, "other"))
    return found


@lru_cache(maxsize=1)
def examples() -> tuple[dict[str, str], ...]:
    """Return the three examples, each its files by name."""
    wave = {path.name: path.read_text() for path in sorted((SPECS / "wave-4i").glob("*.yaml"))}
    one = (
        {f"{name}.yaml": (SPECS / f"{name}.yaml").read_text()}
        for name in ("shield-4i", "unfinished")
    )
    return (wave, *one)


@lru_cache(maxsize=32)
def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a file of an example."""
    return tuple(lines_of(text))


def _pick(random: Random, lines: Sequence[Line], wanted: Callable[[Line], bool]) -> int | None:
    places = [index for index, line in enumerate(lines) if wanted(line)]
    return random.choice(places) if places else None


def _on(wanted: Callable[[Line], bool], change: Callable[[Random, Line], str]) -> Change:
    def done(random: Random, lines: Sequence[Line]) -> tuple[int, str] | None:
        index = _pick(random, lines, wanted)
        return None if index is None else (index, change(random, lines[index]))

    return done


def _is_key(line: Line) -> bool:
    return line.kind == "key"


def _is_inner_key(line: Line) -> bool:
    return line.kind == "key" and line.lead.startswith("  ") and "-" not in line.lead


def _is_words(line: Line) -> bool:
    return line.kind == "key" and bool(re.fullmatch(r"[A-Za-z][\w' .-]* [\w' .-]+", line.value))


def _is_flow(line: Line) -> bool:
    return line.value.startswith("{") and line.value.endswith("}")


def _is_list(line: Line) -> bool:
    return line.value.startswith("[") and line.value.endswith("]") and "," in line.value


def _is_number(line: Line) -> bool:
    return line.kind == "key" and bool(re.fullmatch(r"\d+(\.\d+)?", line.value))


def _has_commas(line: Line) -> bool:
    return _is_flow(line) and ", " in line.value


def _is_deep_text(line: Line) -> bool:
    return line.kind == "text" and line.text.startswith("    ") and len(line.text.split()) > 2


def _value(line: Line, value: str) -> str:
    return f"{line.lead}{line.key}: {value}" if line.key else f"{line.lead}{value}"


def _in_flow(line: Line, pattern: str, change: Callable[[re.Match[str]], str]) -> str:
    return line.text[: -len(line.value)] + re.sub(pattern, change, line.value, count=1)


_CROSSED: Final = {"{": "]", "[": "}"}
_ALPHABET: Final = "abcdefghijklmnoprstuvw"


def _misspelt(random: Random, line: Line) -> str:
    at = random.randrange(len(line.key))
    key = f"{line.key[:at]}{random.choice(_ALPHABET)}{line.key[at:]}"
    return line.text.replace(line.key, key, 1)


def _begins_with(random: Random, line: Line) -> str:
    return _value(line, random.choice("@%`&*!|>,]}") + random.choice(["", " "]) + line.value)


def _comma_in_words(line: Line) -> bool:
    return _is_flow(line) and bool(re.search(r": [A-Za-z]\w+ \w+[,}]", line.value))


MISTAKES: Final = (
    Mistake("one blank too many", _on(_is_inner_key, lambda _, one: f" {one.text}")),
    Mistake("one blank too few", _on(_is_inner_key, lambda _, one: one.text[1:])),
    Mistake(
        "an item off by one",
        _on(
            lambda one: one.lead.startswith("  ") and one.lead.endswith("- "),
            lambda random, one: random.choice([" " + one.text, one.text[1:]]),
        ),
        told=False,
    ),
    Mistake("a tab indents", _on(_is_inner_key, lambda _, one: "\t" + one.text.lstrip())),
    Mistake(
        "a no-break space indents",
        _on(_is_inner_key, lambda _, one: re.sub("^ +", lambda f: "\u00a0" * len(f[0]), one.text)),
    ),
    Mistake(
        "no blank after the colon",
        _on(
            lambda one: _is_inner_key(one) and bool(re.match(r"\w", one.value)),
            lambda _, one: f"{one.lead}{one.key}:{one.value}",
        ),
    ),
    Mistake("no colon", _on(_is_words, lambda _, one: f"{one.lead}{one.key} {one.value}")),
    Mistake(
        "a colon in a value",
        _on(_is_words, lambda _, one: _value(one, one.value.replace(" ", ": ", 1))),
    ),
    Mistake(
        "quoted words first",
        _on(_is_words, lambda _, one: _value(one, re.sub(r"^(\S+)", r'"\1"', one.value))),
    ),
    Mistake("an open quote", _on(_is_words, lambda _, one: _value(one, f'"{one.value}'))),
    Mistake("an open single quote", _on(_is_words, lambda _, one: _value(one, f"'{one.value}"))),
    Mistake("a sign at the beginning", _on(_is_words, _begins_with)),
    Mistake(
        "a bracket not closed",
        _on(lambda one: _is_flow(one) or _is_list(one), lambda _, one: one.text[:-1]),
    ),
    Mistake(
        "the wrong bracket",
        _on(
            lambda one: _is_flow(one) or _is_list(one),
            lambda _, one: one.text[:-1] + _CROSSED[one.value[0]],
        ),
    ),
    Mistake(
        "a bracket twice",
        _on(lambda one: _is_flow(one) or _is_list(one), lambda _, one: one.text + one.text[-1]),
    ),
    Mistake(
        "no comma", _on(_has_commas, lambda _, one: _in_flow(one, r", (?=\w+: )", lambda _: " "))
    ),
    Mistake(
        "a semicolon",
        _on(_has_commas, lambda _, one: _in_flow(one, r", (?=\w+: )", lambda _: "; ")),
    ),
    Mistake(
        "two commas",
        _on(_has_commas, lambda _, one: _in_flow(one, r", (?=\w+: )", lambda _: ",, ")),
    ),
    Mistake(
        "a comma in words",
        _on(
            _comma_in_words,
            lambda _, one: _in_flow(one, r"(: [A-Za-z]\w+) (\w+[,}])", lambda f: f"{f[1]}, {f[2]}"),
        ),
    ),
    Mistake(
        "no blank after a colon in braces",
        _on(_is_flow, lambda _, one: _in_flow(one, r"(\w): (?=\w)", lambda f: f"{f[1]}:")),
    ),
    Mistake(
        "a decimal comma in braces",
        _on(
            lambda one: _is_flow(one) and bool(re.search(r": \d+[,}]", one.value)),
            lambda _, one: _in_flow(one, r": (\d+)(?=[,}])", lambda f: f": {f[1]},5"),
        ),
    ),
    Mistake(
        "a decimal comma",
        _on(_is_number, lambda _, one: _value(one, f"{one.value.split('.')[0]},5")),
    ),
    Mistake("thousands with a point", _on(_is_number, lambda _, one: _value(one, "12.500"))),
    Mistake("thousands with both", _on(_is_number, lambda _, one: _value(one, "12.500,00"))),
    Mistake("a unit", _on(_is_number, lambda _, one: _value(one, f"{one.value} days"))),
    Mistake("a misspelt key", _on(lambda one: _is_key(one) and bool(one.value), _misspelt)),
    Mistake(
        "a key in capitals",
        _on(_is_key, lambda _, one: one.text.replace(one.key, one.key.title(), 1)),
    ),
    Mistake(
        "an unknown key without value", _on(_is_inner_key, lambda _, one: f"{one.lead}{one.key}s:")
    ),
    Mistake(
        "a dash forgotten",
        _on(
            lambda one: one.kind in ("key", "item") and one.lead.endswith("- "),
            lambda random, one: one.text.replace("- ", random.choice(["  ", ""]), 1),
        ),
        told=False,
    ),
    Mistake(
        "no blank after the dash",
        _on(
            lambda one: one.kind in ("key", "item") and one.lead.endswith("- "),
            lambda _, one: one.text.replace("- ", "-", 1),
        ),
    ),
    Mistake(
        "a tab after the dash",
        _on(
            lambda one: one.kind in ("key", "item") and one.lead.endswith("- "),
            lambda _, one: one.text.replace("- ", "-\t", 1),
        ),
    ),
    Mistake(
        "a line of a text at the left edge", _on(_is_deep_text, lambda _, one: one.text.lstrip())
    ),
    Mistake(
        "a bullet at the left edge", _on(_is_deep_text, lambda _, one: f"• {one.text.strip()}")
    ),
    Mistake(
        "a control character",
        _on(_is_words, lambda _, one: _value(one, one.value.replace(" ", "\x02", 1))),
    ),
    Mistake(
        "a vertical tab in a text",
        _on(_is_deep_text, lambda _, one: one.text.rstrip() + "\vmore"),
        told=False,
    ),
    Mistake(
        "U+2028 in a text",
        _on(_is_deep_text, lambda _, one: one.text.rstrip() + "\u2028more"),
        told=False,
    ),
    Mistake(
        "a number sign",
        _on(_is_words, lambda _, one: _value(one, one.value.replace(" ", " #3 ", 1))),
    ),
    Mistake("a number sign first", _on(_is_words, lambda _, one: _value(one, f"#{one.value}"))),
    Mistake(
        "yes for true",
        _on(lambda one: one.value in ("true", "false"), lambda _, one: _value(one, "yes")),
    ),
    Mistake(
        "a country by name",
        _on(
            lambda one: one.key == "country" and len(one.value) == 2,
            lambda _, one: _value(one, "Lithuania"),
        ),
    ),
    Mistake(
        "a date of another form",
        _on(
            lambda one: bool(re.fullmatch(r"\d{4}-\d\d-\d\d", one.value)),
            lambda _, one: _value(one, "2.12.2020"),
        ),
    ),
    Mistake(
        "a month by name",
        _on(lambda one: one.key.endswith("_month"), lambda _, one: _value(one, "October")),
    ),
    Mistake("none for a list", _on(_is_list, lambda _, one: _value(one, "none"))),
    Mistake("a list without brackets", _on(_is_list, lambda _, one: _value(one, one.value[1:-1]))),
    Mistake(
        "an id with a blank",
        _on(
            lambda one: one.key == "id" and len(one.value) > 1,
            lambda _, one: _value(one, f"{one.value[0]} {one.value[1:]}"),
        ),
    ),
    Mistake(
        "a name of nobody",
        _on(
            lambda one: one.key in ("lead", "coordinator"),
            lambda _, one: _value(one, f"{one.value}X"),
        ),
    ),
    Mistake(
        "not written yet",
        _on(
            _is_words, lambda random, one: _value(one, random.choice(["TBD", "tbc", "???", "xxx"]))
        ),
    ),
    Mistake(
        "a share in per cent",
        _on(lambda one: one.key.endswith("_rate"), lambda _, one: _value(one, "90%")),
    ),
    Mistake("a backslash", _on(_is_words, lambda _, one: _value(one, f'"C:\\Users {one.value}"'))),
    Mistake("an apostrophe", _on(_is_words, lambda _, one: _value(one, f"'{one.value}'s own'"))),
    Mistake(
        "a key again",
        _on(_is_words, lambda _, one: f"{one.text}\n{' ' * len(one.lead)}{one.key}: again"),
    ),
)
"""What is typed wrongly."""
