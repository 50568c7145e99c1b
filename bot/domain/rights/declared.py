"""How a table declares what becomes of it: in whose export it is, and what an erasure leaves.

Source: Regulation (EU) 2016/679, articles 15 (access), 17 (erasure) and 20 (portability); which
row is whose, and what stays without a name, is ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

EVERY_TIE = "*"
"""Every person to whom a row leads."""


_ALL = (EVERY_TIE,)


class Fate(StrEnum):
    """What becomes of a row when the person to whom it leads is erased."""

    GOES = "goes"
    """The row is deleted."""
    NAMELESS = "nameless"
    """The row stays, since it is another's record too, and leads to a person without a name."""
    KEPT = "kept"
    """The row stays as it is, for a stated reason."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How a row leads to a person: along columns that point on, the last one at a person.

    `path` is such as "author_id" or "answer_id.track_id.student_id". `exported` says whether the
    row is in that person's export; `why` says why it stays, or why it is not exported.
    """

    path: str
    fate: Fate
    why: str = ""
    exported: bool = True


class Kind(StrEnum):
    """What a column holds."""

    KEY = "key"
    """An identity, or what points at one: it says nothing of anybody by itself."""
    FACT = "fact"
    """A value of ours: a score, an instant, a state."""
    WORDS = "words"
    """What somebody typed, or a name."""
    SECRET = "secret"  # noqa: S105
    """A digest, a key or a signature: it is in no export."""


@dataclass(frozen=True, slots=True)
class DeclaredColumn:
    """One column: what it holds, and in whose export it is.

    `to` names the paths of the ties in whose export it is; `blanked` that an erasure empties it
    where the row stays. `why` is for what is in no export.
    """

    name: str
    kind: Kind
    to: frozenset[str] = frozenset({EVERY_TIE})
    blanked: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredTable:
    """One table: what it is about in a few words, to whom its rows lead, and each column.

    Without ties it is about nobody.
    """

    name: str
    about: str
    ties: tuple[Tie, ...] = ()
    columns: Mapping[str, DeclaredColumn] = field(default_factory=dict)

    @property
    def is_about_people(self) -> bool:
        """Say whether its rows lead to people."""
        return bool(self.ties)


def goes(path: str, *, exported: bool = True, why: str = "") -> Tie:
    """Declare that a row goes with the person to whom this path leads."""
    return Tie(path, Fate.GOES, why, exported)


def nameless(path: str, why: str, *, exported: bool = True) -> Tie:
    """Declare that a row stays and leads to a person without a name."""
    return Tie(path, Fate.NAMELESS, why, exported)


def kept(path: str, why: str, *, exported: bool = True) -> Tie:
    """Declare that a row stays as it is."""
    return Tie(path, Fate.KEPT, why, exported)


def declare(
    name: str,
    about: str,
    *ties: Tie,
    keys: str = "",
    facts: str = "",
    words: str = "",
    secrets: Mapping[str, str] | None = None,
    only: Mapping[str, Sequence[str]] | None = None,
) -> DeclaredTable:
    """Declare a table: the names of its columns by what they hold, with blanks between them.

    A column with ! behind its name is emptied by an erasure where the row stays. `secrets` gives
    with each why it is in no export, `only` the ties in whose export a column is, where not in all.
    """
    seen_by, whys = only or {}, secrets or {}
    named = {Kind.KEY: keys, Kind.FACT: facts, Kind.WORDS: words, Kind.SECRET: " ".join(whys)}
    columns = [
        DeclaredColumn(
            column.removesuffix("!"),
            kind,
            frozenset(() if kind is Kind.SECRET else seen_by.get(column.removesuffix("!"), _ALL)),
            column.endswith("!"),
            whys.get(column, ""),
        )
        for kind, names in named.items()
        for column in names.split()
    ]
    return DeclaredTable(name, about, ties, {column.name: column for column in columns})
