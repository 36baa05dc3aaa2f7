"""The line of a template in which words stand, for faults that show only in what was rendered."""

import re
from collections import deque
from collections.abc import Iterator, Mapping

import jinja2
from jinja2 import meta

from escp_docs.compose.templates.environment import environment
from escp_docs.finding import Place
from escp_docs.language.language import Language


def place_of(
    words: str, texts: Mapping[str, str], name: str, language: Language
) -> tuple[Place, str] | None:
    """Return the place of words, and its line, in a template or one that it takes in.

    None if they stand nowhere as they are: they may come from a spec. Words that are part of
    longer ones are others.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for template in _taken_in(texts, name, language) if words else ():
        for number, line in enumerate(texts[template].split("\n"), start=1):
            if found := pattern.search(line):
                return Place(template, number, found.start() + 1, len(words)), line
    return None


def _taken_in(texts: Mapping[str, str], name: str, language: Language) -> Iterator[str]:
    """Yield a template and those that it names, nearest first."""
    seen, due = {name}, deque([name])
    while due:
        template = due.popleft()
        yield template
        try:
            parsed = environment(texts, language).parse(texts[template])
        except jinja2.TemplateSyntaxError:  # rendered all the same: it was not reached
            continue
        for one in meta.find_referenced_templates(parsed):
            # A name that is made while rendering may be that of any.
            for other in sorted(texts) if one is None else (one,):
                if other in texts and other not in seen:
                    seen.add(other)
                    due.append(other)
