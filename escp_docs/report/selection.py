"""Which rules are shown: a choice of the reader that never changes the verdict."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.judging.result import Change, Finding, Result
from escp_docs.report.exit_status import status
from escp_docs.spelling import unknown


class Selection(Struct, frozen=True):
    """Codes and beginnings of codes, in capitals: what alone is shown, and what is left out."""

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def shows(self, code: str) -> bool:
        """Whether the findings of a rule are shown."""
        return (not self.only or code.startswith(self.only)) and not code.startswith(self.without)

    def only_of(self, known: Sequence[str]) -> None:
        """Make sure that every code is that of a rule, or the beginning of one.

        Raises:
            UnknownNameError: one is not; it names the option, select or ignore.
        """
        families = sorted({one[:3] for one in known})
        for option, given in (("select", self.only), ("ignore", self.without)):
            for code in given:
                if not any(one.startswith(code) for one in known):
                    raise unknown(option, code, (*known, *families), among="rule")


def codes(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the codes in lists such as "CON003, tgt", in capitals."""
    return tuple(code.strip().upper() for text in texts for code in text.split(",") if code.strip())


def narrowed(result: Result, selection: Selection) -> Result:
    """Return a result with the findings that are shown; the others are kept as hidden."""
    shown, hidden = _parted(result.findings, selection)
    change = result.change and _change(result.change, selection)
    return replace(result, findings=shown, hidden=hidden, change=change)


class Shown:
    """Results with the findings that are shown, told one by one; and what they come to so far."""

    def __init__(
        self,
        results: Iterable[Result],
        selection: Selection,
        *,
        strict: bool,
        told: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._results, self._selection, self._strict = results, selection, strict
        self._told = told
        self.status = 0
        """The exit status of `check`, of the results that were told."""
        self.verdicts: Counter[str] = Counter()
        """How many results of each verdict were told."""

    def __iter__(self) -> Iterator[Result]:
        """Yield each result."""
        for number, result in enumerate(self._results, start=1):
            self._told(number)
            one = narrowed(result, self._selection)
            self.verdicts[one.verdict] += 1
            self.status = max(self.status, status((one,), strict=self._strict))
            yield one


def _parted(
    findings: tuple[Finding, ...], selection: Selection
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    shown = tuple(one for one in findings if selection.shows(one.code))
    hidden = tuple(one for one in findings if not selection.shows(one.code))
    return shown, tuple(one for one in hidden if one.is_fault or one.is_question)


def _change(change: Change, selection: Selection) -> Change:
    appear, _ = _parted(change.appear, selection)
    disappear, _ = _parted(change.disappear, selection)
    return replace(change, appear=appear, disappear=disappear)
