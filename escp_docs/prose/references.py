"""The marks of references to clauses in negotiated words: `[](#liability)`, as in a template."""

import re
from typing import Final

MARK: Final = re.compile(r"\[(?P<word>[^\[\]\n]*)\]\(#(?P<target>[^\s()#]+)\)")
