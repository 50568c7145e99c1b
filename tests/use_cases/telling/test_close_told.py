"""What a message of a day took along is closed; what it had nothing to say about, too."""

from datetime import timedelta

from bot.domain.telling.errands import ErrandKind
from bot.ports.telling.errands import NewErrand
from bot.storage.tables import errand, outbox
from bot.use_cases.periods.ask_again import ask_in_two_hours
from bot.use_cases.telling.close_told import close_told
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

HOUR = timedelta(hours=1)


def close(school: School, *told: ErrandKind) -> dict[str, tuple[bool, bool]]:
    """Close an errand that is due and one of later: is each closed, and with the message?"""
    person_id = school.people["s1"].person_id
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        student = uow.people.find(person_id)
        assert student is not None
        ask_in_two_hours(uow, student, MORNING)
        (message,) = connection.execute(outbox.select()).all()
        until = MORNING + 9 * HOUR
        uow.errands.give(
            [
                NewErrand(1, person_id, kind, "", MORNING + hours * HOUR, until)
                for kind, hours in ((ErrandKind.REMINDER, 0), (ErrandKind.LESSON, 2))
            ]
        )
        waiting = uow.errands.list_of_message(person_id, message.id, until, MORNING)
        close_told(uow, waiting, told, message.id, MORNING)
        rows = connection.execute(errand.select().where(errand.c.person_id == person_id)).all()
    return {row.kind: (bool(row.settled_at), row.outbox_id == message.id) for row in rows}


def test_what_is_told_and_what_has_nothing_to_say_is_closed(own_school: School):
    assert close(own_school, ErrandKind.LESSON) == {
        "reminder": (True, False),
        "lesson": (True, True),
    }


def test_where_nothing_is_told_what_has_its_hour_later_waits(own_school: School):
    assert close(own_school) == {"reminder": (True, False), "lesson": (False, False)}
