"""Import activity lists: a bad line is named, and the others are taken in; nothing is deleted."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.agreeing.recognitions import Recognition
from bot.domain.folding import fold
from bot.domain.importing.activity_rows import ActivityRow
from bot.domain.importing.changes import Changes, ImportChange
from bot.domain.planning.activities import Activity, ActivityList
from bot.messages import _
from bot.ports import UnitOfWork
from bot.ports.importing import Catalogue
from bot.ports.planning.activities import Offer
from bot.use_cases.importing.activities.activity_cells import GoodActivity, Places, read_line
from bot.use_cases.importing.import_roster import Notice, RosterReport
from bot.use_cases.importing.roster_cells import Bad
from bot.use_cases.importing.roster_rows import Rejected

LISTS, ACTIVITIES = "activity_lists", "activities"
KINDS = (LISTS, ACTIVITIES)

Key = tuple[int, int]
"""A workplace and a programme."""


def import_activities(
    uow: UnitOfWork,
    catalogue: Catalogue,
    organisation_id: int,
    rows: Sequence[ActivityRow],
    at: datetime,
    *,
    strict: bool = False,
) -> RosterReport:
    """Bring activity lists to what the good lines of a file say, and name the bad ones.

    An activity is known by its title within its list. What the file does not name stays, and is
    named; so does all that a mentor or a coach said by tapping. With `strict` nothing is taken in
    where a line is bad.
    """
    places = Places(uow, catalogue, organisation_id)
    good: dict[Key, list[GoodActivity]] = defaultdict(list)
    rejected: list[Rejected] = []
    for row in rows:
        try:
            line = read_line(row, places)
            _agrees(line, good[line.workplace_id, line.programme.id])
        except Bad as bad:
            rejected.append(Rejected(row.line, bad.reason))
        else:
            good[line.workplace_id, line.programme.id].append(line)
    changes = Changes(KINDS)
    if strict and rejected:
        return RosterReport(changes, tuple(rejected), refused=True)
    known = {(own.workplace_id, own.programme_id): own for own in places.offers}
    recognised = uow.recognitions.list_all(organisation_id)
    notices: list[Notice] = []
    for key, lines in good.items():
        if lines:
            offer = known.get(key) or _new(organisation_id, lines[0])
            offer = replace(offer, recognition=recognised.get(key, Recognition()))
            notices += _take_in(uow, offer, lines, at, changes)
    taken = sum(map(len, good.values()))
    return RosterReport(changes, tuple(rejected), notices=tuple(notices), lines=taken)


def _agrees(line: GoodActivity, above: Sequence[GoodActivity]) -> None:
    """Refuse a line that says another end of the recognition than one above. Raises Bad."""
    said = next((other.until for other in above if other.until), None)
    if said and line.until and line.until != said:
        raise Bad(
            _(
                "a line above says that {workplace} is recognised until {day}",
                workplace=line.workplace,
                day=said.isoformat(),
            )
        )


def _new(organisation_id: int, line: GoodActivity) -> Offer:
    return Offer(
        None, organisation_id, line.workplace_id, line.workplace, line.programme.id, frozenset()
    )


def _take_in(
    uow: UnitOfWork, offer: Offer, lines: Sequence[GoodActivity], at: datetime, changes: Changes
) -> Iterator[Notice]:
    """Bring one list to what its lines say; yields what is no longer in the file."""
    wanted = _gather(lines)
    known = {activity.title: activity for activity in offer.activities.titled}
    for title, activity in wanted.items():
        changes.count(_change(known.get(title), activity), ACTIVITIES)
    listed = offer.activities.with_titled({**known, **wanted}.values())
    until = next((line.until for line in lines if line.until), None) or offer.recognition.until
    is_known = offer.listed or offer.recognition.until is not None
    was = (offer.activities, offer.recognition.until) if is_known else None
    changes.count(_change(was, (listed, until)), LISTS)
    if listed != offer.activities:
        _store(uow, offer, listed, at)
    if until != offer.recognition.until:
        place = (offer.workplace_id, offer.programme_id)
        said = offer.recognition.lasting(until)
        uow.recognitions.keep(offer.organisation_id, place, said, at)
    for title in known.keys() - wanted.keys():
        yield Notice(
            0,
            _(
                "{workplace}: the activity “{title}” is no longer in the file; it stays",
                workplace=offer.workplace,
                title=title,
            ),
        )


def _store(uow: UnitOfWork, offer: Offer, listed: ActivityList, at: datetime) -> None:
    """Store a list; whose word it is stays theirs where they said something of it."""
    author = offer.author
    if author is not None and offer.changed_at is not None:
        who = (author.person_id, author.role)
        uow.activities.set_list(offer, listed, offer.changed_at, who)
    else:
        uow.activities.set_list(offer, listed, at)


def _gather(lines: Sequence[GoodActivity]) -> Mapping[str, Activity]:
    """Join the lines of one activity."""
    found: dict[str, Activity] = {}
    titles: dict[str, str] = {}
    for line in lines:
        if line.title:
            title = titles.setdefault(fold(line.title), line.title)
            own = found.get(title, Activity(title))
            found[title] = replace(
                own,
                competences=own.competences | line.competences,
                contexts=own.contexts | line.contexts,
            )
    return found


def _change(old: object, new: object) -> ImportChange:
    if old is None:
        return ImportChange.NEW
    return ImportChange.UNCHANGED if old == new else ImportChange.CHANGED
