"""The specs that the person who started the program chose; an assistant reaches no others."""

from collections.abc import Sequence

from escp_docs import api


class ChosenSpecs:
    """Some specs, each with what an assistant may ask of it.

    Args:
        names: Their names.
        may_see_persons: Whether personal data may be told.
    """

    def __init__(self, names: Sequence[str], *, may_see_persons: bool) -> None:
        executor = api.processes(1)
        self.may_see_persons = may_see_persons
        self._by_name = {
            name: api.assistant(name, executor=executor, may_see_persons=may_see_persons)
            for name in names
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which an assistant asks for them."""
        return tuple(self._by_name)

    def one(self, name: str) -> "api.Assistant":
        """Return what may be asked of a spec; the only one needs no name.

        Raises:
            ArgumentError: it is none of those that were chosen, or one has to be named.
        """
        if not name and len(self._by_name) == 1:
            return next(iter(self._by_name.values()))
        found = self._by_name.get(name)
        if found is None:
            said = f"{name!r} is none of the specs" if name else "say which spec is meant"
            raise api.ArgumentError(f"{said}: {', '.join(self._by_name)}", "spec")
        return found
