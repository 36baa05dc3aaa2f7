"""WeasyPrint on its own: HTML files to PDF, with the fonts that the pages name."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from escp_docs import files

LOOK = files.look(files.template_files(".", None))


class Fonts(URLFetcher):  # type: ignore[misc]
    """Serves the fonts."""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
        """Return the font that `url` names."""
        del headers
        name = url.partition(":")[2]
        return URLFetcherResponse(url, LOOK.font(name))


for path in sys.argv[1:] if __name__ == "__main__" else ():
    HTML(string=Path(path).read_text(), url_fetcher=Fonts()).write_pdf(
        pdf_variant="pdf/a-3a", pdf_forms=True
    )
