"""The files of a class to try: its roster, and the frameworks that this names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.importing.drafts import FrameworkDraft, ProgrammeDraft, RosterRow
from bot.exchange.framework_csv import holds_its_code, read_framework
from bot.exchange.organisation_file import OrganisationDraft, read_organisation
from bot.exchange.roster_csv import read_roster
from bot.exchange.sample import read_sample
from bot.messages import Text, _, _n
from bot.ports.importing import FrameworkRow
from bot.refusal import Refused
from bot.use_cases.importing.programmes import framework_called


@dataclass(frozen=True, slots=True)
class ClassFiles:
    """What the files of a class hold, with what Kompaan itself has of it, in this order."""

    frameworks: tuple[FrameworkDraft, ...]
    programmes: tuple[ProgrammeDraft, ...]
    rows: tuple[RosterRow, ...]
    organisations: tuple[OrganisationDraft, ...]


def read_class(roster: Path, others: Sequence[Path], language: str) -> ClassFiles:
    """Read a roster, and the files of frameworks or of an organisation that stand behind it.

    A framework that no file holds is taken from our own sample, in a language. Raises Refused,
    also where the roster names none that is known.
    """
    rows = tuple(read_roster(roster))
    named = tuple(dict.fromkeys(row.framework for row in rows if row.framework))
    written = [path for path in others if path.suffix.lower() != ".toml"]
    organisations = tuple(read_organisation(path) for path in others if path not in written)
    given = [
        *(_framework(path, named if len(written) == 1 else ()) for path in written),
        *(framework for draft in organisations for framework in draft.frameworks),
    ]
    sample = read_sample(language)
    asked = _missing(named, given)
    ours = [draft for draft in sample.frameworks if _missing(asked, [draft]) != asked]
    if named and len(_missing(named, [*given, *ours])) == len(named):
        raise Refused(_said_unknown(named, given))
    codes = {framework.code for framework in ours}
    programmes = (draft for draft in sample.programmes if draft.framework in codes)
    return ClassFiles((*given, *ours), tuple(programmes), rows, organisations)


def unknown_frameworks(files: ClassFiles) -> list[str]:
    """List the frameworks that the roster names and nobody holds, in its order."""
    named = dict.fromkeys(row.framework for row in files.rows if row.framework)
    missing = _missing(named, files.frameworks)
    return [name for name in named if name in missing]


def give_file(names: Sequence[str]) -> Text:
    """Say of which frameworks the file is to be given, and how."""
    return _n(
        "Framework {codes} does not come with Kompaan: give its file behind the roster, for "
        "instance {file}.",
        "The frameworks {codes} do not come with Kompaan: give their files behind the roster, for "
        "instance {file}.",
        len(names),
        codes=", ".join(names),
        file=f"{names[0]}.csv",
    )


def _framework(path: Path, named: Sequence[str]) -> FrameworkDraft:
    """Read a framework; a table without a code is of the only one that the roster names."""
    if len(named) == 1 and not holds_its_code(path):
        return read_framework(path, named[0])
    return read_framework(path)


def _missing(named: Iterable[str], known: Iterable[FrameworkDraft]) -> set[str]:
    rows = [
        FrameworkRow(framework.code, framework.version, framework.title, framework.source)
        for framework in known
    ]
    return {name for name in named if framework_called(rows, name) is None}


def _said_unknown(named: Sequence[str], given: Sequence[FrameworkDraft]) -> Text:
    """Say that nothing of what the roster names is there, and what is."""
    if not given:
        return give_file(named)
    here = ", ".join(framework.code for framework in given)
    return _("{missing} The files given hold: {codes}.", missing=give_file(named), codes=here)
