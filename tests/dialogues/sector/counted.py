"""A class that is large enough for totals, with regions and a photo."""

from datetime import timedelta

from bot.domain.importing.drafts import RosterRow
from bot.domain.periods.period import Dates
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.joining.end_placements import end_placements
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick
from tests.dialogues.school import School

NAMES = (
    "Anke", "Bilal", "Casper", "Dina", "Emre", "Fleur", "Gijs", "Hanne", "Imke", "Joris",
    "Kobe", "Lotte", "Mira", "Niels", "Oona", "Pepijn",
)  # fmt: skip


def bring_class(school: School, students: int, workplace: str = "Elektro bv") -> None:
    """Let so many more students learn at a workplace, with everybody around as around Jonas."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (organisation,) = uow.catalogue.list_organisations()
        known = sum(1 for own in uow.people.list_all() if own.school_id.startswith("z"))
        rows = [
            RosterRow(
                line=line,
                framework="ELEC-1",
                class_group="6E",
                student_id=f"z{number}",
                student=f"{NAMES[number - 1]} Quaegebeur",
                workplace=workplace,
                mentor_id="m1",
                mentor="Karim Haddad",
                teacher_id="t1",
                teacher="Els Wouters",
                coach_id="c1",
                coach="Lien Martens",
            )
            for line, number in enumerate(range(known + 1, known + students + 1), start=2)
        ]
        report = import_roster(uow.catalogue, organisation, rows)
        assert not report.rejected


def take_photo(school: School, name: str) -> None:
    """Let a photo be taken tomorrow, and wait for it until the night, when nobody is told of it."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (organisation,) = uow.catalogue.list_organisations()
        dates = Dates(school.at, school.at + timedelta(days=1))
        add_period(uow, organisation.id, 1, name, dates)
    school.later(hours=38)
    tick(school)


def end(school: School, name: str) -> None:
    """Let the placements of a student end now."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (student,) = [own for own in uow.people.list_all() if own.name.startswith(name)]
        end_placements(uow, uow.endings.list_of_student(student.id), school.at, None)
