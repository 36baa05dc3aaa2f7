"""Names of countries as they stand in an English sentence."""

from typing import Final

from escp_docs.language.english.country_names import COUNTRY_NAMES

# Plurals, unions, and what is called after what it is; templates/parts/words.md has the same.
_ARTICLES: Final = """
    AE AX BQ BS CC CD CF CG CK DO FK FO GB GM HM IM IO KM KY MH MP MV NL PH PN SB SC TC TF UM US VG
    VI
"""
WITH_ARTICLE: Final = frozenset(_ARTICLES.split())
IN_A_SENTENCE: Final = {
    code: f"the {name}" if code in WITH_ARTICLE else name for code, name in COUNTRY_NAMES.items()
}
"""From code to name: "the Netherlands"."""
