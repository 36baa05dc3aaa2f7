"""Regular expressions that are compiled when they are first used: most starts use few."""

import re
from typing import Any, AnyStr, cast


class _Uncompiled:
    def __init__(self, text: str | bytes, flags: int) -> None:
        self._of = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a pattern has
        compiled: Any = re.compile(*self._of)
        found = getattr(compiled, name)
        self.__dict__[name] = found  # asked for again, it is at hand
        return found


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when something is asked of it.

    Raises:
        re.error: by what is asked of it, if the text is no pattern.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))
