"""Make the picture of pages that the README shows.

    python -m scripts.pictures

It builds the example WAVE-4i, and sets the pages with the map and the timeline and the first page
of the agreement beside each other. Needs poppler, as the tests do.
"""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from escp_docs import api

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs/pictures/documents.png"
PAGES = (
    ("application", "Partners and target countries"),
    ("application", "Timeline of work packages and tasks"),
    ("partnership-agreement", "between the Members"),
)
DOTS_PER_INCH = 66
EDGE = 14
AROUND = "#d5dbdf"


def page_with(pdf: Path, words: str) -> int:
    """Return the number, from 1, of the first page that has some words."""
    said = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True)
    pages = [number for number, one in enumerate(said.stdout.split("\f"), 1) if words in one]
    return pages[0]


def drawn(pdf: Path, page: int) -> Image.Image:
    """Return a page as a picture."""
    out = pdf.with_suffix("")
    numbers = ["-f", str(page), "-l", str(page), "-r", str(DOTS_PER_INCH)]
    subprocess.run(["pdftoppm", *numbers, "-singlefile", "-png", pdf, out], check=True)
    return Image.open(out.with_suffix(".png")).copy()  # the next page has the same name


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        options = api.BuildOptions(output=Path(folder), formats=("pdf",))
        home = api.build(ROOT / "specs/wave-4i", options).folder
        shown = [
            drawn(pdf, page_with(pdf, words))
            for name, words in PAGES
            for pdf in [home / f"{name}.pdf"]
        ]
    wide, high = shown[0].size
    sheet = Image.new("RGB", (EDGE + len(shown) * (wide + EDGE), high + 2 * EDGE), AROUND)
    for number, one in enumerate(shown):
        sheet.paste(one, (EDGE + number * (wide + EDGE), EDGE))
    sheet.quantize(64).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
