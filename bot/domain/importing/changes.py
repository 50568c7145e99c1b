"""What came of an import: how many things of each kind were new, changed or as before."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from enum import StrEnum


class ImportChange(StrEnum):
    """What an import did with something."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    ENDED = "ended"


_ALWAYS = (ImportChange.NEW, ImportChange.CHANGED, ImportChange.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text that changed under its number: `12` for a title, `12.3` for an indicator."""

    number: str
    old: str
    new: str


@dataclass(slots=True)
class Changes:
    """How many things of each kind an import found new, changed, unchanged, kept or ended."""

    kinds: tuple[str, ...]
    counts: Counter[tuple[ImportChange, str]] = field(default_factory=Counter)
    rewordings: list[Rewording] = field(default_factory=list)

    def count(self, change: ImportChange, kind: str, times: int = 1) -> None:
        """Count so many things of a kind."""
        self.counts[change, kind] += times

    def of(self, change: ImportChange, kind: str) -> int:
        """Say of how many things of a kind this is true."""
        return self.counts[change, kind]

    @property
    def anything(self) -> bool:
        """Whether something was written."""
        return any(
            times and change in (ImportChange.NEW, ImportChange.CHANGED, ImportChange.ENDED)
            for (change, _kind), times in self.counts.items()
        )

    def as_json(self) -> dict[str, dict[str, int]]:
        """Count new, changed and unchanged for every kind, and the rest where it happened."""
        report = {change.value: dict.fromkeys(self.kinds, 0) for change in _ALWAYS}
        for (change, kind), times in self.counts.items():
            if times:
                report.setdefault(change.value, {})[kind] = times
        return report

    def rewordings_as_json(self) -> list[dict[str, str]]:
        """List the texts that changed, old and new."""
        return [asdict(rewording) for rewording in self.rewordings]
