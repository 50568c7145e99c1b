"""Take lesson scenarios in from a file: a bad line is named, and the others are taken in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.importing.changes import Changes, ImportChange
from bot.domain.planning.scenarios import NoScenario, Scenario, read_scenario
from bot.domain.school.frameworks import Programme
from bot.ports import UnitOfWork
from bot.use_cases.planning.file_report import FileReport, RejectedLine, find_programme

_KIND = "scenarios"


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One line of the file, cell by cell; no programme is the only one of the school."""

    line: int
    serves: str
    title: str
    place: str = ""
    sessions: str = ""
    programme: str = ""


class TwiceScenario(ValueError):
    """A line says something else of a title than one above it in the same programme."""

    def __init__(self, title: str, line: int) -> None:
        """Keep the title, and the line that has it first."""
        super().__init__(title)
        self.title = title
        self.line = line


class NoProgramme(ValueError):
    """A line names no programme of the school, or none where there are several."""

    def __init__(self, found: str, known: Sequence[str]) -> None:
        """Keep what was written, and the codes that there are."""
        super().__init__(found)
        self.found = found
        self.known = tuple(known)


BadScenario = NoScenario | NoProgramme | TwiceScenario


def import_scenarios(
    uow: UnitOfWork,
    organisation_id: int,
    programmes: Sequence[Programme],
    rows: Sequence[ScenarioRow],
    *,
    strict: bool = False,
) -> FileReport[BadScenario]:
    """Bring a school's scenarios to what a file says; those that it does not name stay.

    One is known by its programme and title, and of two lines with the same the first is taken in.
    Strict, a bad line refuses the whole file.
    """
    changes = Changes((_KIND,))
    rejected: list[RejectedLine[BadScenario]] = []
    read: dict[tuple[int, str], tuple[int, Scenario]] = {}
    for row in rows:
        try:
            programme = _find_programme(programmes, row.programme)
            scenario = read_scenario(programme, row.serves, row.title, row.place, row.sessions)
            first, above = read.setdefault((programme.id, scenario.title), (row.line, scenario))
            if above != scenario:
                raise TwiceScenario(scenario.title, first)
        except (NoScenario, NoProgramme, TwiceScenario) as wrong:
            rejected.append(RejectedLine(row.line, wrong))
    refused = strict and bool(rejected)
    for (programme_id, _title), (_line, scenario) in read.items() if not refused else ():
        changes.count(_keep(uow, organisation_id, programme_id, scenario), _KIND)
    return FileReport(changes, tuple(rejected), refused)


def _find_programme(programmes: Sequence[Programme], written: str) -> Programme:
    found = find_programme(programmes, written)
    if found is None:
        raise NoProgramme(written, [own.code for own in programmes])
    return found


def _keep(
    uow: UnitOfWork, organisation_id: int, programme_id: int, scenario: Scenario
) -> ImportChange:
    known = uow.scenarios.find(programme_id, scenario.title)
    kept = replace(scenario, id=known.id if known else 0)
    if kept == known:
        return ImportChange.UNCHANGED
    uow.scenarios.keep(organisation_id, programme_id, kept)
    return ImportChange.CHANGED if known and known.present else ImportChange.NEW
