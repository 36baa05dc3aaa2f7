"""What every part of a spec has in common."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class SpecModel(BaseModel):
    """A mapping of a spec: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def key(description: str, label: str = "", **more: Any) -> Any:  # noqa: ANN401  # as pydantic.Field
    """Return the field of an optional key.

    Args:
        description: What the key states, for editors and questionnaires.
        label: A noun phrase for placeholders, if the key's own words do not read well.
        more: As for `pydantic.Field`.
    """
    return Field(**{"default": None, "description": description, "title": label or None} | more)


def part(description: str, whole: type[SpecModel]) -> Any:  # noqa: ANN401  # as pydantic.Field
    """Return the field of a part that, absent as a whole, has all of its keys absent."""
    return Field(default_factory=whole, description=description)
