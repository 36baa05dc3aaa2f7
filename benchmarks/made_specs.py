"""Specs that differ in who takes part, made from an example."""

import re
from pathlib import Path
from typing import Final

from benchmarks.material import ROOT

_LEFT_OUT: Final = ("strategy", "risks", "agreement")
"""Blocks of the example without which it has 47 kB."""


def written(folder: Path, number: int) -> None:
    """Write so many specs of 47 kB into a folder, each with partners of its own."""
    folder.mkdir()
    text = (ROOT / "specs" / "shield-4i.yaml").read_text("utf-8")
    blocks = re.split(r"(?m)^(?=[a-z_]+:)", text)
    whole = "".join(one for one in blocks if not one.startswith(_LEFT_OUT))
    for index in range(number):
        (folder / f"s{index:05d}.yaml").write_text(_of_others(whole, index), encoding="utf-8")


def whole(folder: Path, number: int) -> list[Path]:
    """Write so many specs of 60 kB, each with partners of its own; return them."""
    folder.mkdir()
    text = (ROOT / "specs" / "shield-4i.yaml").read_text("utf-8")
    specs = [folder / f"s{index}.yaml" for index in range(number)]
    for index, path in enumerate(specs):
        path.write_text(_of_others(text, index), encoding="utf-8")
    return specs


def small(folder: Path, number: int) -> list[Path]:
    """Write so many small specs into a folder, each with an acronym of its own; return them."""
    folder.mkdir()
    text = (ROOT / "specs" / "unfinished.yaml").read_text("utf-8")
    specs = [folder / f"s{index}.yaml" for index in range(number)]
    for path in specs:
        path.write_text(text.replace("acronym: SOIL-4i", f"acronym: {path.stem}", 1), "utf-8")
    return specs


def _of_others(text: str, index: int) -> str:
    """Return a spec with another acronym, and other organisations in place of its own."""
    text = text.replace("acronym: SHIELD-4i", f"acronym: S{index:05d}", 1)
    for position, pic in enumerate(re.findall(r'pic: "(\d+)"', text)):
        text = text.replace(pic, str(100_000_000 + 10 * index + position))
    text = re.sub(r"(?m)^( +legal_name: .*)$", rf"\1 {index:05d}", text)
    text = re.sub(r"(?m)^( +registration_number: ).*(\d{2}).*$", rf'\1"{index:05d}\2"', text)
    return re.sub(r"(?m)^ +vat_number: .*\n", "", text)
