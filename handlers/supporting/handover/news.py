"""How it is said, to each who hears it, that students go to another coach."""

from collections.abc import Sequence

from bot.domain.school.tracks import Track
from bot.domain.supporting.handovers import Handover
from bot.messages import Sayable, _, lines, listed
from bot.use_cases.desk.see_open import see_open_matters
from handlers.supporting.handover.choosing import is_teacher_too
from handlers.supporting.handover.phrases import name_students, say_day, say_open
from handlers.talking.turn import Turn


def say_failed(turn: Turn, failed: Sequence[Handover]) -> Sayable:
    """Say that nobody took students over on the day that was agreed, and who has them."""
    wish = failed[0].wish
    to = turn.uow.school_people.find(wish.organisation_id, wish.to_id)
    stays = [own for own in failed if own.old_coaches]
    return lines(
        _(
            "{students} did not go to another coach on {day}, as was agreed.",
            students=_students(failed),
            day=say_day(wish.due_on, turn.person) if wish.due_on else "—",
        ),
        _("Who was to be coach is no longer there.") if to is None else None,
        _("{name} is still coach of {students}.",
          name=_name(turn, wish.from_id), students=_students(stays)) if stays else None,
        _("Who hands over can choose somebody else: /handover") if stays else None,
        None if stays else _("Look whether they have a coach."),
    )  # fmt: skip


def say_done_to_coach(turn: Turn, groups: Sequence[Sequence[Handover]]) -> Sayable:
    """Say to the new coach of whom, and what stands open there; a group for each coach before."""
    known = [turn.track(own.wish.track_id) for done in groups for own in done]
    tracks = [track for track in known if track is not None]
    return lines(
        *(
            _(
                "You are coach of {students} now, after {name}.",
                students=_students(done),
                name=_name(turn, done[0].wish.from_id),
            )
            for done in groups
        ),
        say_open(see_open_matters(turn.uow, turn.person, tracks, turn.at)),
        _teaches_too(tracks),
    )


def say_done(turn: Turn, done: Sequence[Handover]) -> Sayable:
    """Say to anybody else who the coach is now."""
    wish = done[0].wish
    before, after = _name(turn, wish.from_id), _name(turn, wish.to_id)
    if turn.person.id == done[0].student_id:
        return lines(
            _("Your coach is {name} now, after {before}.", name=after, before=before),
            _("A coach sees what is said of you."),
        )
    students = _students(done)
    if turn.person.id == wish.from_id:
        return lines(
            _("{name} is coach of {students} now, after you.", name=after, students=students),
            _("Said by {who}.", who=_name(turn, wish.by_id)),
        )
    return _("The coach of {students} is {name} now, after {before}.",
             students=students, name=after, before=before)  # fmt: skip


def say_planned(turn: Turn, planned: Sequence[Handover]) -> Sayable:
    """Say to either coach from which day on."""
    wish = planned[0].wish
    day = say_day(wish.due_on, turn.person) if wish.due_on else "—"
    students = _students(planned)
    if turn.person.id == wish.to_id:
        text: Sayable = _("From {day} you are coach of {students}, after {name}.",
                          day=day, students=students, name=_name(turn, wish.from_id))  # fmt: skip
    else:
        text = _("From {day} {name} is coach of {students}, after you.",
                 day=day, students=students, name=_name(turn, wish.to_id))  # fmt: skip
    return lines(text, _("Said by {who}.", who=_name(turn, wish.by_id)))


def say_back(turn: Turn, ended: Sequence[Handover]) -> Sayable:
    """Say who stays the coach after all."""
    stays = _name(turn, ended[0].wish.from_id)
    if turn.person.id == ended[0].student_id:
        return _("Your coach stays {name} after all.", name=stays)
    students = _students(ended)
    if turn.person.id == ended[0].wish.from_id:
        return _("You stay coach of {students} after all.", students=students)
    return _("{name} stays coach of {students} after all.", name=stays, students=students)


def _teaches_too(tracks: list[Track]) -> Sayable | None:
    """Say to a coach who also teaches there how both roles stay apart."""
    taught = is_teacher_too(tracks)
    if not taught:
        return None
    return _(
        "You teach {names} as well: what you score counts as teacher, and what you do here is as "
        "coach.",
        names=listed(taught),
    )


def _students(found: Sequence[Handover]) -> Sayable:
    return name_students([own.student for own in found])


def _name(turn: Turn, person_id: int) -> str:
    known = turn.uow.people.find(person_id)
    return known.name if known else "—"
