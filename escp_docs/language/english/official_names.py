"""Countries whose names official texts of the Union write in another way."""

from typing import Final

# Source: Interinstitutional style guide of the Union, annex A5, as of 2020.
OFFICIAL_NAMES: Final = {
    "BA": "Bosnia and Herzegovina",
    "CD": "Democratic Republic of the Congo",
    "CG": "Congo",
    "CI": "Côte d’Ivoire",
    "HK": "Hong Kong",
    "MM": "Myanmar/Burma",
    "MO": "Macao",
    "PS": "Palestine",
    "ST": "São Tomé and Príncipe",
    "TR": "Turkey",
    "TT": "Trinidad and Tobago",
    "AG": "Antigua and Barbuda",
    "KN": "Saint Kitts and Nevis",
    "LC": "Saint Lucia",
    "VC": "Saint Vincent and the Grenadines",
}
