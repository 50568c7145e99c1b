"""How it is said who stands in for whom."""

from bot.domain.school.tracks import Person, Role
from bot.domain.supporting.substitutes import Substitution
from bot.messages import Day, Sayable, _
from bot.showing.substitutes import say_substitution
from handlers.talking.phrases import name_few

NAMED = 4
"""Students named in one sentence."""

NOT_YOURS = _("Nothing was stored: the coach of the student names who stands in.")
GONE = _("Nobody stands in there any more: /substitute shows who does.")


def say_to_one(own: Substitution, reader: Person) -> Sayable:
    """Say it to somebody who may be one of the people whom it is about."""
    first = own.first
    students, day = name_few(own.students, NAMED), Day(first.last_second)
    if reader.id == first.person_id:
        return _(
            "You stand in for {absent} up to and including {day}, for {students}.",
            absent=first.absent,
            day=day,
            students=students,
        )
    if reader.id == first.absent_id:
        return _(
            "{name} stands in for you up to and including {day}, for {students}.",
            name=first.person,
            day=day,
            students=students,
        )
    if reader.id in {part.student_id for part in own.parts}:
        said = {
            Role.MENTOR: _("{name} stands in for your mentor {absent} up to and including {day}.",
                           name=first.person, absent=first.absent, day=day),
            Role.TEACHER: _("{name} stands in for your teacher {absent} up to and including {day}.",
                            name=first.person, absent=first.absent, day=day),
        }  # fmt: skip
        return said[first.role]
    return say_substitution(own, students)
