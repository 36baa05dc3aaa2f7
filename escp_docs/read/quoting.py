"""How a text is put in quotes, so that YAML reads what was typed and nothing else."""


def in_quotes(text: str) -> str:
    """Return a text between quotes; single ones, doubled inside, if it has `"` or a backslash."""
    if '"' in text or "\\" in text:
        inner = text.replace("'", "''")
        return f"'{inner}'"
    return f'"{text}"'
