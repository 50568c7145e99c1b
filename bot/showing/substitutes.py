"""Who stands in for whom, and why somebody cannot, in words for a chat and the command line."""

from dataclasses import replace

from bot.domain.school.tracks import Role
from bot.domain.supporting.substitutes import (
    AlreadyReplaced,
    AlreadyThere,
    ScoresOtherwise,
    SubstituteRefused,
    Substitution,
)
from bot.messages import Day, Sayable, Text, _

NOT_THAT_LONG = _("Nothing was stored: that day is over, or more than a year away.")

_STANDS_IN: dict[Role, Text] = {
    Role.MENTOR: _("{name} stands in for {absent} as mentor of {students}, up to and including "
                   "{day}."),
    Role.TEACHER: _("{name} stands in for {absent} as teacher of {students}, up to and including "
                    "{day}."),
}  # fmt: skip


def say_substitution(own: Substitution, students: Sayable) -> Sayable:
    """Say who stands in for whom, for which students, and until when."""
    first = own.first
    given = {
        "name": first.person,
        "absent": first.absent,
        "students": students,
        "day": Day(first.last_second),
    }
    return replace(_STANDS_IN[first.role], args=given)


def say_why_not(refused: SubstituteRefused, name: str) -> Text:
    """Say why somebody of this name cannot stand in."""
    match refused:
        case AlreadyReplaced():
            return _("Nothing was stored: {name} stands in there already. /substitute ends it.",
                     name=refused.name)  # fmt: skip
        case ScoresOtherwise():
            return _(
                "Nothing was stored: {name} scores {student} in another role.",
                name=name,
                student=refused.student,
            )
        case AlreadyThere():
            return _("Nothing was stored: {name} has that role there already.", name=name)
    return NOT_THAT_LONG
