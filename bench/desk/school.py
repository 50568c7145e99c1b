"""A school with one coach and 25 students, whose workplaces begin on different days."""

import random
from datetime import date, timedelta

from bot.domain.importing.drafts import (
    CompetenceDraft,
    FrameworkDraft,
    ProgrammeDraft,
    RosterRow,
)
from bot.domain.periods.period import Dates, propose_periods
from bot.domain.school.frameworks import Setting
from bot.domain.telling.holidays import SchoolHoliday
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_programme import import_programme_details
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.telling.replace_holidays import replace_holidays

STUDENTS = 25
ZONE = "Europe/Brussels"
FRAMEWORK = FrameworkDraft(
    "ELEC-1",
    "1",
    "Electrician",
    "",
    (
        CompetenceDraft(1, "Marks out routes", tuple(f"marks {n}" for n in range(1, 5))),
        CompetenceDraft(2, "Sets boxes", tuple(f"sets {n}" for n in range(1, 6))),
    ),
)
HOLIDAYS = (
    SchoolHoliday(date(2026, 11, 2), date(2026, 11, 8)),
    SchoolHoliday(date(2026, 12, 21), date(2027, 1, 3)),
    SchoolHoliday(date(2027, 2, 8), date(2027, 2, 14)),
    SchoolHoliday(date(2027, 3, 29), date(2027, 4, 11)),
)
"""Those of the Flemish school year 2026-2027."""


def found(uow: StoredUnitOfWork, dice: random.Random) -> None:
    """Found it on a day before the year begins."""
    school = uow.catalogue.add_organisation(OrganisationRow("School", "en", ZONE))
    import_framework(uow.catalogue, school.id, FRAMEWORK)
    details = ProgrammeDraft(FRAMEWORK.code, None, None, (), (), setting=Setting.COMPULSORY)
    import_programme_details(uow.catalogue, school.id, details)
    rejected = import_roster(uow.catalogue, school, _roster(dice)).rejected
    assert not rejected, rejected
    for number, (opens_at, photo_at) in enumerate(propose_periods(date(2026, 9, 1), ZONE), 1):
        add_period(uow, school.id, 1, f"Period {number}", Dates(opens_at, photo_at))
    replace_holidays(uow, school.id, HOLIDAYS)


def _roster(dice: random.Random) -> list[RosterRow]:
    return [
        RosterRow(
            line=number + 2,
            framework="ELEC-1",
            class_group="6E",
            student_id=f"s{number}",
            student=f"Student{number} Peeters",
            workplace=f"Company {number % 15}",
            mentor_id=f"m{number % 15}",
            mentor=f"Mentor{number % 15} Haddad",
            teacher_id=f"t{number % 2}",
            teacher=f"Teacher{number % 2} Wouters",
            coach_id="c1",
            coach="Lien Martens",
            weekly_hours="20",
            starts=f"{date(2026, 9, 1) + timedelta(days=dice.randrange(0, 45)):%Y-%m-%d}",
        )
        for number in range(STUDENTS)
    ]
