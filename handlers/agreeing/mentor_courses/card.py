"""What is said of the training of its mentors on the page of a placement."""

from bot.messages import Button, Sayable, _, lines
from bot.use_cases.agreeing.mentor_courses.see_mentor_courses import see_mentor_courses
from handlers.agreeing.mentor_courses.phrases import say_of_mentor
from handlers.agreeing.mentor_courses.taps import ShowMentorCourse
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn


def mentor_lines(
    turn: Turn, track: int, workplace: str
) -> tuple[Sayable, tuple[Button, ...]] | None:
    """Say of each mentor at a workplace how far the training is, with the button that opens it.

    None where nobody is a mentor there, or this person does not follow it.
    """
    tracks = [own for own in turn.running_coached if own.id == track]
    seen = see_mentor_courses(turn.uow, turn.person.id, tracks, turn.today)
    here = [mentor for mentor in seen if workplace in mentor.workplaces]
    if not here:
        return None
    said = lines(*(say_of_mentor(mentor, turn.person, turn.today) for mentor in here))
    buttons = tuple(
        button(_("mentor’s training: {name}", name=mentor.name), ShowMentorCourse(mentor.person_id))
        for mentor in here
    )
    return said, buttons
