"""Change when and how much somebody wants to be asked."""

from dataclasses import fields, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.scoring.focus import A_FEW_CHOICES
from bot.domain.telling.hours import Hours
from bot.domain.telling.places import Place
from bot.domain.telling.profiles import Profile
from bot.ports import Preferences, UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.telling.places import follow_place, list_places

LONGEST_ABSENCE = 2
"""Weeks that somebody can be away at once."""


class Setting(StrEnum):
    """What can be changed of how somebody is asked."""

    PROFILE = "profile"
    HOURS = "hours"
    MUTE = "mute"
    ABSENT = "absent"
    FEW = "few"
    ASKING = "asking"
    PLACE = "place"


def change_preferences(
    uow: UnitOfWork, person_id: int, setting: Setting, value: str, at: datetime
) -> Preferences:
    """Change one setting of somebody's at an instant, and return them all.

    A value is a profile, hours, whether to be mute ("on" or "off"), for how many weeks somebody is
    absent from then on, with 0 for being back, how many questions they want at once, whether to be
    asked on a card or in steps, or a place that they have; any other changes nothing.
    """
    before = uow.people.read_preferences(person_id)
    after = _changed(before, setting, value, at)
    chosen = after.told_on if after.told_on is not before.told_on else None
    if chosen is not None and chosen not in list_places(uow, person_id, at):
        return before
    if after != before:
        keep_preferences(uow, person_id, before, after, at)
    return after


def keep_preferences(
    uow: UnitOfWork, person_id: int, before: Preferences, after: Preferences, at: datetime
) -> None:
    """Keep what somebody wants from an instant on, with what undo puts back.

    That is what is changed here alone. What was planned and not asked yet is taken back.
    """
    since, until = (own and own.isoformat() for own in (before.absent_from, before.absent_until))
    kept = {
        "profile": before.profile,
        "hours": before.hours,
        "muted": before.muted,
        "few": before.few,
        "one_by_one": before.one_by_one,
        "told_on": before.told_on,
        "absence_told": before.absence_told,
        "absent_from": since,
    }
    changed = [
        own.name for own in fields(before) if getattr(before, own.name) != getattr(after, own.name)
    ]
    was = {"of": 0, **kept, "absent": until, "changed": changed}
    uow.acts.record(person_id, Act.SETTING, at, before=was)
    uow.people.set_preferences(person_id, after)
    if after.told_on is not before.told_on:
        follow_place(uow, person_id)
    uow.prompts.unplan(person_id)


def _changed(before: Preferences, setting: Setting, value: str, at: datetime) -> Preferences:
    match setting:
        case Setting.PROFILE if value in tuple(Profile):
            return replace(before, profile=Profile(value))
        case Setting.HOURS if value in tuple(Hours):
            return replace(before, hours=Hours(value))
        case Setting.MUTE:
            return replace(before, muted=value == "on")
        case Setting.ASKING if value in ("card", "steps"):
            return replace(before, one_by_one=value == "steps")
        case Setting.ABSENT if value in map(str, range(LONGEST_ABSENCE + 1)):
            weeks = int(value)
            until = at + timedelta(weeks=weeks) if weeks else None
            return before.away(until, at)
        case Setting.PLACE if value in tuple(Place):
            return replace(before, told_on=Place(value))
        case Setting.FEW if value in map(str, A_FEW_CHOICES):
            return replace(before, few=int(value))
    return before
