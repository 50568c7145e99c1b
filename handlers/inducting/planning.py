"""Planning a step of a teacher, or the instruction of several: proposed, moved, or typed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.domain.dated import Matter
from bot.domain.inducting.steps import InductionStep
from bot.domain.meetings import fits, propose
from bot.messages import (
    Button,
    CalendarEntry,
    Moment,
    Reply,
    Sayable,
    Text,
    _,
    colon,
    lines,
    listed,
    words,
)
from bot.use_cases.inducting.plan_step import plan_step, plan_together
from bot.use_cases.inducting.see_starters import StarterStanding, see_starter, see_starters
from handlers.inducting.asked import StepMomentAwaited, StepOffered
from handlers.inducting.phrases import NOT_YOUR_TEACHER, STEP_NAMES
from handlers.inducting.taps import (
    ChooseStep,
    ChooseTogether,
    MoveStep,
    MoveTogether,
    NotTogether,
    PlanStep,
    PlanTogether,
    TypeStepMoment,
    TypeTogetherMoment,
)
from handlers.talking.moments.entry import describe_meeting
from handlers.talking.moments.offering import offer_moments, say_still_planned
from handlers.talking.moments.reading import mean_moment_of, moment_or_why
from handlers.talking.moments.taken import say_taken, taken_moments
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer_beside
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

STEP_MINUTES = 60

NOT_THEN = _("A step is planned for a moment to come, within a year.")
NOBODY_OPEN = _("Everybody who is new has had the instruction.")
_PROPOSED = _("Proposed: {when}, {minutes} minutes. The file puts it in a calendar.")
_CHOSEN = _("Planned: {when}, {minutes} minutes. The file is for your calendar.")


@dataclass(frozen=True, slots=True)
class StepMeeting:
    """Whom a meeting is with: one teacher, or (`together`) all who need the instruction."""

    standings: Sequence[StarterStanding]
    step: InductionStep
    together: bool = False

    @property
    def teacher(self) -> int:
        """The one teacher, or 0."""
        return 0 if self.together else self.standings[0].starter.person_id

    @property
    def names(self) -> Sequence[str]:
        """Who takes part."""
        return [own.starter.name for own in self.standings]

    def moves_to(self, moment: datetime) -> Tap:
        """Make the button that shows it at another moment."""
        return MoveTogether(moment) if self.together else MoveStep(self.teacher, self.step, moment)

    def chooses(self, moment: datetime) -> Tap:
        """Make the button that plans it."""
        if self.together:
            return ChooseTogether(moment)
        return ChooseStep(self.teacher, self.step, moment)

    def types(self) -> Tap:
        """Make the button that asks for another moment."""
        return TypeTogetherMoment() if self.together else TypeStepMoment(self.teacher, self.step)


def find_meeting(
    turn: Turn, teacher: int, step: InductionStep = InductionStep.TOGETHER
) -> StepMeeting | None:
    """Find what is planned: a step of a teacher, or the instruction of all who have not had it."""
    if teacher:
        standing = see_starter(turn.uow, turn.person, teacher)
        return StepMeeting([standing], step) if standing else None
    needs = [own for own in see_starters(turn.uow, turn.person) if not own.is_held(step)]
    return StepMeeting(needs, step, together=True) if needs else None


def tapped_plan_step(turn: Turn, tap: PlanStep | PlanTogether) -> Replies:
    """Show it at the moment that is proposed; nothing is planned yet."""
    begins = propose(turn.at, turn.person.time_zone, taken_moments(turn))
    return _shown(turn, _meant(turn, tap), begins)


def tapped_move_step(turn: Turn, tap: MoveStep | MoveTogether) -> Replies:
    """Show it at another moment, in place."""
    return _shown(turn, _meant(turn, tap), tap.moment, edit=True)


def tapped_choose_step(turn: Turn, tap: ChooseStep | ChooseTogether) -> Replies:
    """Plan it at the moment that is shown."""
    meeting = _meant(turn, tap)
    if meeting is None:
        return [Reply(_none(tap))]
    if not fits(tap.moment, turn.at):
        return [Reply(NOT_THEN)]
    return [replace(_plan(turn, meeting, tap.moment), edit=True)]


def tapped_type_step(turn: Turn, tap: TypeStepMoment | TypeTogetherMoment) -> Replies:
    """Wait for a day and a time to be typed."""
    meeting = _meant(turn, tap)
    if meeting is None:
        return [Reply(_none(tap))]
    text = _("When is it? Type a day and a time, such as Friday 15:00 or 18/12 15:00.")
    asked = StepMomentAwaited(teacher=meeting.teacher, step=meeting.step.value)
    return await_words(turn, asked, text)


def mean_step_moment(turn: Turn, asked: StepOffered, text: str) -> Tap | None:
    """Read a moment that is typed instead of the proposed one; of a day alone the hour is asked."""
    moment, has_day = mean_moment_of(turn, text)
    meeting = find_meeting(turn, asked.teacher, InductionStep(asked.step)) if has_day else None
    if meeting is None:
        return None
    return meeting.chooses(moment) if moment is not None else meeting.types()


def typed_step_moment(turn: Turn, question: StepMomentAwaited, text: str) -> Replies:
    """Plan it at the day and time that were typed; the question stays until one is read."""
    moment = moment_or_why(turn, text, NOT_THEN)
    if isinstance(moment, Text):
        return [Reply(moment)]
    meeting = find_meeting(turn, question.teacher, InductionStep(question.step))
    turn.close()
    return [_plan(turn, meeting, moment) if meeting else Reply(NOT_YOUR_TEACHER)]


def describe_step(turn: Turn, meeting: Sayable, key: str, begins: datetime) -> CalendarEntry:
    """Describe the calendar's file of a step, which `key` names whatever becomes of it."""
    return describe_meeting(turn, f"induction {key}", meeting, begins, STEP_MINUTES)


def _meant(turn: Turn, tap: Tap) -> StepMeeting | None:
    if hasattr(tap, "teacher"):
        return find_meeting(turn, tap.teacher, tap.step)  # type: ignore[attr-defined]
    return find_meeting(turn, 0)


def _none(tap: Tap) -> Text:
    return NOT_YOUR_TEACHER if hasattr(tap, "teacher") else NOBODY_OPEN


def _shown(
    turn: Turn, meeting: StepMeeting | None, begins: datetime, *, edit: bool = False
) -> Replies:
    if meeting is None:
        return [Reply(NOT_YOUR_TEACHER)]
    if not fits(begins, turn.at):
        return [Reply(NOT_THEN)]
    teachers = [own.starter.person_id for own in meeting.standings]
    also = say_taken(turn, begins, Matter.TEACHER_STEP, teachers)
    said = lines(_title(meeting), _when(_PROPOSED, begins), also, _say_planned(meeting))
    rows = offer_moments(turn, begins, meeting.chooses(begins), meeting.moves_to, meeting.types())
    shown = Reply(said, rows, files=(_file(turn, meeting, begins),), edit=edit)
    kind = partial(StepOffered, teacher=meeting.teacher, step=meeting.step.value)
    return [offer_beside(turn, shown, kind)]


def _say_planned(meeting: StepMeeting) -> Sayable | None:
    """Say which moment stands as long as no other is chosen; None where it is none, or several."""
    sessions = [
        own.sessions[meeting.step] for own in meeting.standings if own.is_planned(meeting.step)
    ]
    planned = {own.planned_for for own in sessions if own.planned_for is not None}
    return say_still_planned(planned.pop()) if len(planned) == 1 else None


def _plan(turn: Turn, meeting: StepMeeting, moment: datetime) -> Reply:
    if meeting.together:
        unreached = plan_together(turn.uow, meeting.standings, turn.person, moment, turn.at)
    else:
        (standing,) = meeting.standings
        reached = plan_step(turn.uow, standing, meeting.step, turn.person, moment, turn.at)
        unreached = [] if reached else meeting.names
    soon = moment - turn.at < timedelta(days=1)
    told = _told(meeting.names, unreached, soon=soon)
    text = lines(_title(meeting), _when(_CHOSEN, moment), *told)
    again = (button(_("another moment …"), meeting.types()),)
    return Reply(text, (*_leave_out(meeting), again), files=(_file(turn, meeting, moment),))


def _told(names: Sequence[str], unreached: Sequence[str], *, soon: bool) -> list[Sayable]:
    told = [name for name in names if name not in unreached]
    said: list[Sayable] = []
    if told:
        said.append(_("I tell {names}.", names=listed(told)))
        if soon:
            said.append(_("It is soon, and my message may come after it: say it yourself as well."))
    if unreached:
        said.append(
            _("Nothing reaches {names} yet: say it yourself.", names=listed(list(unreached)))
        )
    return said


def _leave_out(meeting: StepMeeting) -> tuple[tuple[Button, ...], ...]:
    return leave_out_buttons(meeting.standings) if meeting.together else ()


def leave_out_buttons(standings: Sequence[StarterStanding]) -> tuple[tuple[Button, ...], ...]:
    """Offer to leave each of several teachers out."""
    return tuple(
        (button(_("without {name}", name=short(own.starter.name)),
                NotTogether(own.starter.person_id)),)
        for own in standings
    )  # fmt: skip


def _file(turn: Turn, meeting: StepMeeting, begins: datetime) -> CalendarEntry:
    teacher = meeting.teacher or f"together {turn.person.organisation_id}"
    return describe_step(turn, _title(meeting), f"{teacher} {meeting.step.value}", begins)


def _title(meeting: StepMeeting) -> Sayable:
    return words(colon(STEP_NAMES[meeting.step]), listed(list(meeting.names)))


def _when(said: Text, begins: datetime) -> Text:
    return replace(said, args={"when": Moment(begins), "minutes": STEP_MINUTES})
