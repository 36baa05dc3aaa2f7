"""Write the names of countries in English: escp_docs/language/english/country_names.py.

`make generated` does it, when Babel has other names or an exception was added.
"""

from pathlib import Path
from textwrap import wrap
from typing import Final

from babel import Locale

from escp_docs.language.english.official_names import OFFICIAL_NAMES
from escp_docs.model.country import CODES

TABLE: Final = Path(__file__).parents[1] / "escp_docs" / "language" / "english" / "country_names.py"
_WIDTH: Final = 100

_MODULE: Final = '''"""Names of countries; `make generated` makes this of Babel and official names.

A table, because messages name countries, and Babel takes longer to load than a check takes.
"""

from typing import Final

_ROWS: Final = """
{rows}
"""
_NAMED: Final = _ROWS.strip().replace("\\n", " ").split("; ")
COUNTRY_NAMES: Final = {{one[:2]: one[3:] for one in _NAMED}}
"""From code to name, as in a table: without an article."""
'''


def module() -> str:
    """Return the text of the module."""
    names = Locale.parse("en_GB").territories
    rows = "; ".join(f"{code} {OFFICIAL_NAMES.get(code, names[code])}" for code in sorted(CODES))
    lines = wrap(rows, _WIDTH, break_on_hyphens=False)
    return _MODULE.format(rows="\n".join(lines))
