"""For a mentor, once a week at most: what could be practised here, and what comes of it."""

from collections.abc import Sequence

from bot.domain.planning.mirror import MirrorAnswer
from bot.domain.planning.training_plans import Where
from bot.domain.scoring.colours import Colour
from bot.messages import Button, Reply, Sayable, Text, _, lines
from bot.ports.telling.errands import Errand
from bot.use_cases.planning.activities.change_activities import NotYours
from bot.use_cases.planning.mirror.answer_mirror import AnsweredMirror, answer_mirror
from bot.use_cases.planning.mirror.give_mirror import GivenMirror, give_mirror
from bot.use_cases.planning.mirror.see_practice import see_practice
from bot.use_cases.planning.training_plans.propose_training_plan import NewerVersion, NotAround
from handlers.planning.mirror.taps import AnswerMirror
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import first_name, of_competence, short
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

GOAL = 80
"""Letters of a goal that are shown; the whole stands in the student's answers."""

ON_CAMPUS: dict[Colour, Text] = {
    Colour.RED: _("On campus this is not shown yet."),
    Colour.ORANGE: _("On campus a part of this is shown."),
    Colour.LIGHT_GREEN: _("On campus this is shown with support."),
}
MIRROR_ANSWERS: dict[MirrorAnswer, Text] = {
    MirrorAnswer.CAN: _("we can do that"),
    MirrorAnswer.NOT_HERE: _("not here"),
}
NOW_PLANNED: dict[Where, Text] = {
    Where.WORKPLACE: _("It stands in the training plan for the workplace now."),
    Where.BOTH: _("It stands in the training plan for both places now."),
}


def tell_mirror(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say the one thing that fits a student and this workplace now; nothing where none does."""
    here = turn.here(turn.tracks)
    given = give_mirror(turn.uow, turn.person, here, turn.at, errands[0].id)
    if given is None:
        return None
    return MessagePart(_say(given), (_offer_answers(given),))


def tell_practice(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell a student what the mentor wants to practise with them this week."""
    said = [said for errand in errands if (said := _say_practice(turn, errand.about_id or 0))]
    return MessagePart(lines(*said)) if said else None


def tapped_mirror(turn: Turn, tap: AnswerMirror) -> Answered:
    """Take the mentor's answer to what could be practised."""
    try:
        answered = answer_mirror(turn.uow, turn.person, tap.told, tap.answer, turn.at)
    except (NotYours, NotAround):
        return [Reply(nobody(turn))]
    except NewerVersion:
        return [Reply(_("The training plan was changed just now. Tap once more."))]
    if answered is None:
        return [Reply(nobody(turn))]
    turn.remember(answered.track)
    return [Reply(_say_answered(answered, tap.answer))]


def _say(given: GivenMirror) -> Sayable:
    goal = _("Goal of {student}: “{goal}”", student=first_name(given.track), goal=_cut(given.goal))
    return lines(
        of_competence(given.track, given.competence),
        ON_CAMPUS[given.campus],
        goal if given.goal else None,
        _("It stands on your workplace’s activity list. Could you practise it this week?"),
    )


def _cut(goal: str) -> str:
    return short(" ".join(goal.split()), GOAL)


def _offer_answers(given: GivenMirror) -> tuple[Button, ...]:
    return tuple(
        button(label, AnswerMirror(given.told_id, answer))
        for answer, label in MIRROR_ANSWERS.items()
    )


def _say_answered(answered: AnsweredMirror, answer: MirrorAnswer) -> Sayable:
    about = of_competence(answered.track, answered.competence)
    if answer is MirrorAnswer.NOT_HERE:
        off = _("It is off your workplace’s activity list. /undo puts it back.")
        keeps = _("The training plan still has it here: /trainingplan changes that.")
        return lines(about, off, keeps if answered.planned else None)
    student = first_name(answered.track)
    return lines(
        about,
        _("Fine. It is in the focus of {student}, who hears it.", student=student),
        NOW_PLANNED[answered.planned] if answered.planned else None,
    )


def _say_practice(turn: Turn, told_id: int) -> Sayable | None:
    seen = see_practice(turn.uow, turn.tracks, told_id, turn.at)
    if seen is None:
        return None
    return _(
        "{mentor} wants to practise this with you: {number} {title}",
        mentor=seen.mentor,
        number=seen.competence.number,
        title=seen.competence.title,
    )
