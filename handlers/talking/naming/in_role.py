"""In which role somebody speaks, said wherever a coach who also teaches reaches another one.

A coach may also be a teacher, and then always says in which role (document 004, chapter 2 §2).
"""

from bot.domain.school.tracks import Role, Track, coaches_and_teaches
from bot.messages import Sayable, Text, _
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.turn import Turn


def in_role(turn: Turn, name: str, track_id: int, role: Role | None = None) -> Sayable:
    """Name somebody around a track; in which role, where they coach and teach in this school.

    Where a role is not named they speak for the school: as coach, or as teacher who is no coach
    of this student.
    """
    here = turn.in_two_roles(track_id).get(name)
    if here is None:
        return short(name)
    return say_as(short(name), role or (Role.COACH if Role.COACH in here else Role.TEACHER))


def person_in_role(turn: Turn, person_id: int, name: str, role: Role) -> Sayable:
    """Name somebody by identity, whatever track it is about, in the same way."""
    two = coaches_and_teaches(turn.uow.school_people.list_roles(person_id))
    return say_as(name, role) if two else name


def say_as(name: Sayable, role: Role) -> Text:
    """Say as what somebody speaks."""
    return _("{name} (as {role})", name=name, role=ROLE_WORD[role])


def say_own_role(track: Track, role: Role) -> Text | None:
    """Say to a coach who is also teacher there in which role they do something; else nothing."""
    return _("You do this as {role}.", role=ROLE_WORD[role]) if track.in_two_roles else None


def is_own_view(track: Track, role: Role) -> bool:
    """Say whether a view is that of the coach who reads it, as teacher."""
    return track.in_two_roles and role is Role.TEACHER
