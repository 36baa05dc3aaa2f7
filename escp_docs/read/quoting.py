"""How a text is put in quotes, so that YAML reads what was typed and nothing else."""

from typing import Final

from escp_docs.pattern import pattern

_SHOWN: Final = 200  # characters of a text that a cure shows in full
CURLY_PAIRS: Final = {
    "“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’", "”": "”", "»": "«", "’": "’",
}  # fmt: skip
"""What closes each curly quote, as the languages of the Union have them."""

_APOSTROPHE: Final = pattern(r"\w'\w")


def without_curly(text: str) -> str:
    """Return what stands between the curly quotes around a whole text; the text if there are none.

    Word writes them; to YAML they are letters.
    """
    bare = text.strip()
    closers = CURLY_PAIRS.get(bare[:1], "")
    inner = bare[1:-1]
    is_around = len(bare) > len("“”") and bare[-1] in closers
    return inner.strip() if is_around and not {bare[0], *closers} & {*inner} else text


def in_quotes(text: str) -> str:
    """Return a text between quotes; single ones, doubled inside, if it has `"` or a backslash."""
    if '"' in text or "\\" in text:
        inner = text.replace("'", "''")
        return f"'{inner}'"
    return f'"{text}"'


def entry_in_quotes(key: str, value: str) -> str:
    """Return an entry whose value is put in quotes; the value alone if there is no key."""
    words = in_quotes(within(value.strip()))
    return f"{key}: {words}" if key else words


def within(value: str) -> str:
    """Return what a value says: without the quotes around it, if they are around all of it.

    `'Cluster d'Aragon'` was put in quotes as a whole, `"A" and "B"` was not.
    """
    quote = value[:1]
    if len(value) < len("'a'") or quote not in "\"'":
        return value
    inner = value[1:]
    at = inner.find(quote)
    if value[-1] != quote:  # 'Cluster d'Aragon
        is_open = quote == "'" and at >= 0 and _APOSTROPHE.match(inner[max(0, at - 1) : at + 2])
        return inner if is_open and inner.count(quote) % 2 else value
    inner = inner[:-1]
    if at < 0:
        return value
    is_apostrophe = quote == "'" and bool(_APOSTROPHE.match(inner[max(0, at - 1) : at + 2]))
    opens = inner[:at][-1:] in ("", " ", "(") and inner[at + 1 : at + 2].strip() != ""
    is_odd = inner.count(quote) % 2 == 1
    if not (is_apostrophe or opens or is_odd):
        return value
    return inner.replace("''", "'") if quote == "'" else inner


def quoted_entry(key: str, text: str, level: int, *, is_prose: bool) -> str:
    """Return the cure of a text over several lines that YAML does not read as one.

    Args:
        key: Its key, empty if it is an entry of a list.
        text: The text, its lines parted by blanks.
        level: How far its lines are to be indented.
        is_prose: Whether its lines mean something.
    """
    if (is_prose or len(text) > _SHOWN) and key:
        return f"write `{key}: |`, and the whole text below it, indented by {level} blanks"
    return f"put the whole text in quotes: `{entry_in_quotes(key, text)}`"


def cure(key: str, value: str) -> str:
    """Return how to write a value of one line that YAML reads as something else than words."""
    if len(value.strip()) <= _SHOWN:
        return f"put the text in quotes: `{entry_in_quotes(key, value)}`"
    where = f"the text after `{key}:`" if key else "the whole text"
    if '"' not in value and "\\" not in value:
        return f'put {where} in double quotes, `"` before and behind it'
    twice = ", with each ' in it written twice" if "'" in value else ""
    return f"put {where} in single quotes, `'` before and behind it{twice}"
