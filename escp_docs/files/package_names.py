"""Packages in the record of a spec: where they lie and what they are called. Loads nothing."""

from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from escp_docs.pattern import pattern

PACKAGES: Final = "packages"
PUBLIC, SIGNING = "public", "signing"
_NAME: Final = pattern(r"(?P<stem>.+)-(?P<date>\d{4}-\d{2}-\d{2})-(?P<number>\d+)\.zip")


class PackageFile(Struct, frozen=True):
    """A package in the record of a spec: where it lies, its day, its number of that day."""

    path: Path
    day: date
    number: int


def record_of(spec: str) -> Path:
    """Return the folder of the record of a spec, whether it is there or not."""
    path = Path(spec)
    return path / "record" if path.is_dir() else path.with_name(f"{path.stem}.record")


def packages_of(spec: str, kind: str = "") -> tuple[PackageFile, ...]:
    """Return the packages in the record of a spec, the oldest first.

    Args:
        spec: The spec.
        kind: `public` or `signing`; else those that were handed in.
    """
    found = []
    for path in sorted((record_of(spec) / PACKAGES).glob("*.zip")):
        named = _NAME.fullmatch(path.name)
        day = _day(named["date"]) if named else None
        if named and day and _kind(named["stem"]) == kind:
            found.append(PackageFile(path, day, int(named["number"])))
    return tuple(sorted(found, key=lambda one: (one.day, one.number)))


def _kind(stem: str) -> str:
    return next((one for one in (PUBLIC, SIGNING) if stem.endswith(f"-{one}")), "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
