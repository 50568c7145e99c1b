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


class By(StrEnum):
    """What the last column of a path says of whom a row leads to."""

    KEY = "key"
    """It points at a person by a foreign key, as every column before it points on."""
    IDENTITY = "identity"
    """It is a person's identity that nothing keeps true: it may be of nobody any more."""
    ADDRESS = "address"
    """With the row's `platform` it is the address of an account of that person."""
    SOURCE = "source"
    """It begins with the platform and the address of an account, and a colon behind each."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How a row leads to a person: along columns that point on, the last one at a person.

    `path` is such as "author_id" or "answer_id.track_id.student_id"; a step such as
    "id<score/entry_id" goes to the rows of another table that point at this one. `exported` says
    whether the row is in that person's export; `why` says why it stays, or why it is not exported.
    """

    path: str
    fate: Fate
    why: str = ""
    exported: bool = True
    by: By = By.KEY


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

    `to` names the paths of the ties in whose export it is, and `blanked_by` those whose erasure
    empties it where the row stays. `why` is for what is in no export. In what `mentions` anybody
    may be named who is no tie: an erasure looks for the name there. What `shows` holds what
    Kompaan told its reader, so possibly other people's records: it is exported to those to whom
    only their own is shown, and where the column that `own_where` names says that these are the
    reader's own words.
    """

    name: str
    kind: Kind
    to: frozenset[str] = frozenset({EVERY_TIE})
    blanked_by: frozenset[str] = frozenset()
    why: str = ""
    mentions: bool = False
    shows: bool = False
    own_where: str = ""

    def is_for(self, path: str) -> bool:
        """Say whether it is in the export of whom this path leads to."""
        return EVERY_TIE in self.to or path in self.to

    def is_blanked_by(self, path: str) -> bool:
        """Say whether erasing whom this path leads to empties it, where the row stays."""
        return EVERY_TIE in self.blanked_by or path in self.blanked_by


@dataclass(frozen=True, slots=True)
class DeclaredTable:
    """One table: what it is about in a few words, to whom its rows lead, and each column.

    Without ties it is about nobody. `called` is the column by which one of its rows is named where
    another row points at it; then it may stand in the export of whom that other row leads to.
    """

    name: str
    about: str
    ties: tuple[Tie, ...] = ()
    columns: Mapping[str, DeclaredColumn] = field(default_factory=dict)
    called: str = ""

    @property
    def is_about_people(self) -> bool:
        """Say whether its rows lead to people."""
        return bool(self.ties)


def goes(path: str, *, exported: bool = True, why: str = "", by: By = By.KEY) -> Tie:
    """Declare that a row goes with the person to whom this path leads."""
    return Tie(path, Fate.GOES, why, exported, by)


def nameless(path: str, why: str, *, exported: bool = True, by: By = By.KEY) -> Tie:
    """Declare that a row stays and leads to a person without a name."""
    return Tie(path, Fate.NAMELESS, why, exported, by)


def kept(path: str, why: str, *, exported: bool = True, by: By = By.KEY) -> Tie:
    """Declare that a row stays as it is."""
    return Tie(path, Fate.KEPT, why, exported, by)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is out of the ordinary about a table's columns, by their names.

    `only` gives the ties in whose export a column is, where not in all; `withheld` with each why it
    is in no export; `mentions` those in which anybody may be named, with blanks between them;
    `shows` those that show other people's records, each with the column that says that a row is in
    the reader's own words, or nothing; `blanked_by` the ties whose erasure empties a column, where
    not all do; `called` the column by which a row is named.
    """

    only: Mapping[str, Sequence[str]] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)
    mentions: str = ""
    shows: Mapping[str, str] = field(default_factory=dict)
    blanked_by: Mapping[str, Sequence[str]] = field(default_factory=dict)
    called: str = ""


_ORDINARY = Particulars()


def declare(
    name: str,
    about: str,
    *ties: Tie,
    keys: str = "",
    facts: str = "",
    words: str = "",
    secrets: Mapping[str, str] | None = None,
    particulars: Particulars = _ORDINARY,
) -> DeclaredTable:
    """Declare a table: the names of its columns by what they hold, with blanks between them.

    A column with ! behind its name is emptied by an erasure where the row stays. `secrets` gives
    with each why it is in no export.
    """
    unseen = dict(secrets or {})
    named = {Kind.KEY: keys, Kind.FACT: facts, Kind.WORDS: words, Kind.SECRET: " ".join(unseen)}
    whys = {**unseen, **particulars.withheld}
    columns = [
        _column(column, kind, whys, particulars)
        for kind, names in named.items()
        for column in names.split()
    ]
    return DeclaredTable(name, about, ties, {own.name: own for own in columns}, particulars.called)


def _column(
    written: str, kind: Kind, whys: Mapping[str, str], particulars: Particulars
) -> DeclaredColumn:
    name = written.removesuffix("!")
    blanked = _ALL if written.endswith("!") else particulars.blanked_by.get(name, ())
    return DeclaredColumn(
        name,
        kind,
        frozenset(() if name in whys else particulars.only.get(name, _ALL)),
        frozenset(blanked),
        whys.get(name, ""),
        name in particulars.mentions.split(),
        name in particulars.shows,
        particulars.shows.get(name, ""),
    )
