"""The cells of one line of an activity list: whose it is, and what its activity is tied to."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.folding import fold
from bot.domain.importing.activity_rows import ActivityRow
from bot.domain.school.frameworks import Programme
from bot.messages import Text, _
from bot.ports import UnitOfWork
from bot.ports.importing import Catalogue
from bot.use_cases.importing.programmes import framework_called
from bot.use_cases.importing.roster_cells import Bad, day_in

LONGEST = 120
"""Signs in the title of an activity."""

_PARTING = re.compile(r"[\s,;|+]+")
_SPAN = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")


@dataclass(frozen=True, slots=True)
class GoodActivity:
    """A good line, tied by identities; one without a title tells of the recognition."""

    line: int
    workplace_id: int
    workplace: str
    programme: Programme
    title: str
    competences: frozenset[int]
    contexts: frozenset[int]
    until: date | None


class Places:
    """The workplaces, programmes and lists of an organisation, as lines name them."""

    def __init__(self, uow: UnitOfWork, catalogue: Catalogue, organisation_id: int) -> None:
        """Read them once."""
        self._uow = uow
        rows = catalogue.workplaces.list_all(organisation_id)
        self._workplaces = {fold(row.name): row for row in rows}
        self._frameworks = catalogue.frameworks.list_all(organisation_id)
        programmes = catalogue.programmes.list_all(organisation_id)
        self._programmes = {row.code: row.id for row in programmes}
        self.offers = uow.activities.list_all(organisation_id)

    def workplace(self, written: str) -> tuple[int, str]:
        """Find a workplace by its name. Raises Bad."""
        found = self._workplaces.get(fold(written))
        if found is None:
            raise Bad(
                _("there is no workplace {name}: import the roster first", name=written)
                if written
                else _("the workplace is missing")
            )
        return found.id, found.name

    def programme(self, written: str) -> Programme:
        """Find a programme by its framework; none is the only one there is. Raises Bad."""
        framework = framework_called(self._frameworks, written) if written else None
        codes = [framework.code] if framework else [] if written else list(self._programmes)
        known = [code for code in codes if code in self._programmes]
        if len(known) == 1:
            return self._uow.tracks.read_programme(self._programmes[known[0]])
        if written:
            raise Bad(_("there is no framework {code}: import it first", code=written))
        raise Bad(_("the framework is missing"))


def read_line(row: ActivityRow, places: Places) -> GoodActivity:
    """Read a line. Raises Bad, with the reason."""
    if row.surplus:
        raise Bad(_("it has more cells than the first line"))
    workplace_id, workplace = places.workplace(row.workplace)
    programme = places.programme(row.framework)
    competences = _numbered(
        row.competences,
        {own.number: own.id for own in programme.competences},
        lambda number: _(
            "{programme} has no competence {number}", programme=programme.title, number=number
        ),
    )
    contexts = _numbered(
        row.contexts,
        {own.number: own.id for own in programme.contexts},
        lambda number: _(
            "{programme} has no context {number}", programme=programme.title, number=number
        ),
    )
    until = _until(row.recognised_until)
    _check(row, competences, contexts, until)
    return GoodActivity(
        row.line, workplace_id, workplace, programme, row.activity, competences, contexts, until
    )


def _check(
    row: ActivityRow, competences: Collection[int], contexts: Collection[int], until: date | None
) -> None:
    tied = bool(competences or contexts)
    if len(row.activity) > LONGEST:
        raise Bad(_("the activity has more than {most} signs", most=str(LONGEST)))
    if row.activity and not tied:
        raise Bad(_("the activity “{title}” names no competence or context", title=row.activity))
    if tied and not row.activity:
        raise Bad(_("the activity has no title"))
    if not row.activity and until is None:
        raise Bad(_("it says neither an activity nor until when the workplace is recognised"))


def _until(cell: str) -> date | None:
    if not cell:
        return None
    day = day_in(cell)
    if day is None:
        raise Bad(_("{day} is no day such as 2031-08-31", day=cell))
    return day


def _numbered(
    cell: str, known: Mapping[int, int], unknown: Callable[[str], Text]
) -> frozenset[int]:
    """Read numbers such as '3 7' or '3-6' as identities. Raises Bad."""
    numbers = list(_numbers(cell))
    for number in numbers:
        if number not in known:
            raise Bad(unknown(str(number)))
    return frozenset(known[number] for number in numbers)


def _numbers(cell: str) -> Iterator[int]:
    for part in filter(None, _PARTING.split(cell)):
        span = _SPAN.fullmatch(part)
        if span is None:
            raise Bad(_("“{cell}” are no numbers such as 3 7", cell=cell))
        yield from range(int(span[1]), int(span[2] or span[1]) + 1)
