"""A class group for the planner: six competences, four students with a workplace each."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import insert, select

from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft, RosterRow
from bot.storage.tables import campus_session, class_group, involvement, track
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.school import School

TITLES = ("Cuts slots", "Grounds", "Lays pipes", "Wires", "Sets boxes", "Mounts low voltage")
STUDENTS = ("Ada", "Bas", "Cem", "Dia")
PER_COMPETENCE = 3


def found_class(
    school: School, students: Sequence[str] = STUDENTS, titles: Sequence[str] = TITLES
) -> None:
    """Found 6A, whose students' mentor is Karim, each at a workplace of their own."""
    framework = FrameworkDraft(
        "CAMPUS-1",
        "1",
        "Installer",
        "",
        tuple(
            CompetenceDraft(
                number, title, tuple(f"{title} {n}" for n in range(1, PER_COMPETENCE + 1))
            )
            for number, title in enumerate(titles, 1)
        ),
    )
    rows = [
        RosterRow(
            line=line,
            framework="CAMPUS-1",
            class_group="6A",
            student_id=f"a{line}",
            student=f"{name} Student",
            workplace=f"Company {name}",
            mentor_id="m1",
            mentor="Karim Haddad",
            teacher_id="t1",
            teacher="Els Wouters",
            coach_id="c1",
            coach="Lien Martens",
        )
        for line, name in enumerate(students, 2)
    ]
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        organisation = uow.catalogue.list_organisations()[0]
        import_framework(uow.catalogue, organisation.id, framework)
        assert not import_roster(uow.catalogue, organisation, rows).rejected


def shows_alone(school: School, student: str, *numbers: int) -> None:
    """Let the mentor say of a student that these competences are shown alone."""
    for number in numbers:
        school.say("m1", f"{student} {number} all vr")


def found_example(school: School) -> None:
    """The sources' example: A and C lack 1, 2 and 3, B and D lack 2 and 6; nobody trains 2."""
    found_class(school)
    for student in ("Ada", "Cem"):
        shows_alone(school, student, 4, 5, 6)
    for student in ("Bas", "Dia"):
        shows_alone(school, student, 1, 3, 4, 5)


def after_lesson(school: School) -> None:
    """Let time pass until two hours after the next lesson of which something is stored."""
    with school.engine.begin() as connection:
        found = select(campus_session.c.starts_at).where(
            campus_session.c.starts_at > school.at - timedelta(hours=3)
        )
        starts = (
            connection.execute(found.order_by(campus_session.c.starts_at.desc())).scalars().first()
        )
    assert starts is not None
    school.later(seconds=(starts + timedelta(hours=2) - school.at).total_seconds())


def add_teacher(school: School, who: str = "m2") -> None:
    """Let somebody, An Claes, teach all of 6A as well."""
    with school.engine.begin() as connection:
        taught = (
            select(involvement)
            .join(track, track.c.id == involvement.c.track_id)
            .join(class_group, class_group.c.id == track.c.class_group_id)
            .where(class_group.c.name == "6A", involvement.c.role == "teacher")
        )
        own = {"person_id": school.people[who].person_id}
        rows = [{**row._mapping, **own} for row in connection.execute(taught)]
        connection.execute(insert(involvement), rows)
