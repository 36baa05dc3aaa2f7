"""The marks of references to clauses in negotiated words: `[](#liability)`, as in a template."""

from typing import Final

from escp_docs.pattern import pattern

MARK: Final = pattern(r"\[(?P<word>[^\[\]\n]*)\]\(#(?P<target>[^\s()#]+)\)")
