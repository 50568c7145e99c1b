"""Put back what was done about lesson scenarios and groups on campus."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.school.tracks import Person, Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.ports import Entry, UnitOfWork
from bot.use_cases.planning.campus.change_setting import put_setting_back
from bot.use_cases.planning.campus.put_sessions_back import put_sessions_back
from bot.use_cases.planning.scenarios.keep_scenario import put_scenario_back
from bot.use_cases.scoring.undo_entry import LostSight


def put_back_scenario(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put a scenario back as it was, where that still stands. Raises LostSight."""
    programme = entry.before["programme"]
    own = _own_class(uow, entry, lambda track: track.programme_id == programme)
    return put_scenario_back(uow, own.organisation_id, entry.title, entry.before, at)


def put_groups_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put the groups of lessons back as they stood. Raises LostSight."""
    _own_class(uow, entry, lambda track: track.class_group_id == entry.before["of"])
    put_sessions_back(uow, entry.author_id, entry.before["sessions"])
    return True


def put_campus_setting_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back how groups are made, where that still stands. Raises LostSight."""
    _own_class(uow, entry, lambda track: track.class_group_id == entry.before["of"])
    return put_setting_back(uow, entry.author_id, entry.before)


def _own_class(uow: UnitOfWork, entry: Entry, fits: Callable[[Track], bool]) -> Person:
    """Find who did it, as long as they see such a class group. Raises LostSight."""
    tracks = uow.tracks.list_of(entry.author_id)
    person = uow.people.find(entry.author_id)
    if person is None or not any(fits(own) and own.roles & SEES_CLASS_GROUP for own in tracks):
        raise LostSight
    return person
