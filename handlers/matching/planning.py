"""Planning an interview: proposed, moved in place, or typed, with a file for the calendar."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.domain.dated import Matter
from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import INTERVIEW_MINUTES, Interview
from bot.domain.meetings import fits, propose
from bot.messages import CalendarEntry, Moment, Reply, Sayable, Text, _, colon, lines, listed, words
from bot.use_cases.matching.plan_interview import (
    begin_interview,
    call_off_interview,
    plan_interview,
    taking_part,
)
from handlers.matching.asked import InterviewMomentAwaited, InterviewOffered
from handlers.matching.leading import led_candidacy, led_place, show_candidate
from handlers.matching.phrases import NOT_YOURS
from handlers.matching.taps import (
    CallOffInterview,
    ChooseInterview,
    MoveInterview,
    PlanInterview,
    ShowCandidate,
    TypeInterviewMoment,
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

NOT_THEN = _("An interview is planned for a moment to come, within a year.")
NOT_FREE = _("The candidate or the place is not free any more: nothing was planned.")
_PROPOSED = _("Proposed: {when}, {minutes} minutes. The file puts it in a calendar.")
_CHOSEN = _("Planned: {when}, {minutes} minutes. The file is for your calendar.")


@dataclass(frozen=True, slots=True)
class InterviewMeant:
    """A candidate, and the place that an interview is about; none where it is with the school."""

    intake: Intake
    candidacy: Candidacy
    place: OfferedPlace | None

    @property
    def place_id(self) -> int:
        """The place's identity, or 0."""
        return self.place.id if self.place else 0

    @property
    def title(self) -> Sayable:
        """What it is called, with who is there."""
        return words(
            colon(_("Interview")),
            listed([self.candidacy.name, *([self.place.workplace] if self.place else ())]),
        )


def find_meant(turn: Turn, candidacy: int, place: int) -> InterviewMeant | None:
    """Find what an interview is about, in a round that this person leads."""
    found = led_candidacy(turn, candidacy)
    other = led_place(turn, place) if place else None
    if found is None or (place and (other is None or other[0].id != found[0].id)):
        return None
    return InterviewMeant(*found, other[1] if other else None)


def open_interview(turn: Turn, meant: InterviewMeant) -> Interview | None:
    """Find the interview that is open about it."""
    for own in turn.uow.intake_reads.list_interviews(turn.person.id, meant.intake.id):
        about = own.candidacy_id == meant.candidacy.id and (own.place_id or 0) == meant.place_id
        if own.is_open and about:
            return own
    return None


def tapped_plan(turn: Turn, tap: PlanInterview) -> Replies:
    """Show it at the moment that is proposed; nothing is planned yet."""
    meant = find_meant(turn, tap.candidacy, tap.place)
    if meant is None:
        return [Reply(NOT_YOURS)]
    begins = propose(turn.at, turn.person.time_zone, taken_moments(turn))
    return [_shown(turn, meant, begins)]


def tapped_move(turn: Turn, tap: MoveInterview) -> Replies:
    """Show it at another moment, in place."""
    meant = find_meant(turn, tap.candidacy, tap.place)
    if meant is None:
        return [Reply(NOT_YOURS)]
    if not fits(tap.moment, turn.at):
        return [Reply(NOT_THEN)]
    return [replace(_shown(turn, meant, tap.moment), edit=True)]


def tapped_choose(turn: Turn, tap: ChooseInterview) -> Replies:
    """Plan it at the moment that is shown."""
    meant = find_meant(turn, tap.candidacy, tap.place)
    if meant is None:
        return [Reply(NOT_YOURS)]
    if not fits(tap.moment, turn.at):
        return [Reply(NOT_THEN)]
    return [replace(_plan(turn, meant, tap.moment), edit=True)]


def tapped_type(turn: Turn, tap: TypeInterviewMoment) -> Replies:
    """Wait for a day and a time to be typed."""
    if find_meant(turn, tap.candidacy, tap.place) is None:
        return [Reply(NOT_YOURS)]
    text = _("When is it? Type a day and a time, such as Friday 15:00 or 18/12 15:00.")
    asked = InterviewMomentAwaited(candidacy=tap.candidacy, offer=tap.place)
    return await_words(turn, asked, text)


def mean_moment(turn: Turn, asked: InterviewOffered, text: str) -> Tap | None:
    """Read a moment that is typed instead of the proposed one; of a day alone the hour is asked."""
    moment, has_day = mean_moment_of(turn, text)
    if not has_day:
        return None
    if moment is not None:
        return ChooseInterview(asked.candidacy, asked.offer, moment)
    return TypeInterviewMoment(asked.candidacy, asked.offer)


def typed_moment(turn: Turn, question: InterviewMomentAwaited, text: str) -> Replies:
    """Plan it at the day and time that were typed; the question stays until one is read."""
    moment = moment_or_why(turn, text, NOT_THEN)
    if isinstance(moment, Text):
        return [Reply(moment)]
    meant = find_meant(turn, question.candidacy, question.offer)
    turn.close()
    return [_plan(turn, meant, moment) if meant else Reply(NOT_YOURS)]


def tapped_call_off(turn: Turn, tap: CallOffInterview) -> Replies:
    """Call an interview off."""
    interview = turn.uow.intake_reads.find_interview(turn.person.id, tap.interview)
    found = led_candidacy(turn, interview.candidacy_id) if interview else None
    if interview is None or found is None:
        return [Reply(NOT_YOURS)]
    names = [name for _person, name in taking_part(turn.uow, interview)]
    if not call_off_interview(turn.uow, interview, turn.person, turn.at):
        return [show_candidate(turn, *found)]
    said = _("Called off: I tell {names}.", names=listed(names))
    return [replace(show_candidate(turn, *found, said), edit=True)]


def describe_interview(turn: Turn, title: Sayable, interview: Interview) -> CalendarEntry | None:
    """Describe the calendar's file of an interview that is planned."""
    if interview.planned_for is None:
        return None
    return _entry(turn, title, f"{interview.candidacy_id} {interview.place_id or 0}",
                  interview.planned_for)  # fmt: skip


def _entry(turn: Turn, title: Sayable, key: str, begins: datetime) -> CalendarEntry:
    return describe_meeting(turn, f"interview {key}", title, begins, INTERVIEW_MINUTES)


def _shown(turn: Turn, meant: InterviewMeant, begins: datetime) -> Reply:
    key = (meant.candidacy.id, meant.place_id)
    planned = open_interview(turn, meant)
    stands = planned.planned_for if planned else None
    said = lines(
        meant.title,
        _say_when(_PROPOSED, begins),
        say_taken(turn, begins, Matter.INTERVIEW, (meant.candidacy.id,)),
        say_still_planned(stands) if stands is not None else None,
        _("{name} has not answered the questions yet.", name=meant.candidacy.name)
        if meant.candidacy.sent_at is None
        else None,
    )
    rows = offer_moments(
        turn,
        begins,
        ChooseInterview(*key, begins),
        lambda moment: MoveInterview(*key, moment),
        TypeInterviewMoment(*key),
    )
    file = _entry(turn, meant.title, f"{key[0]} {key[1]}", begins)
    kind = partial(InterviewOffered, candidacy=key[0], offer=key[1])
    return offer_beside(turn, Reply(said, rows, files=(file,)), kind)


def _plan(turn: Turn, meant: InterviewMeant, moment: datetime) -> Reply:
    interview = begin_interview(turn.uow, meant.candidacy, meant.place, turn.person, turn.at)
    if interview is None:
        return Reply(NOT_FREE)
    unreached = plan_interview(turn.uow, interview, turn.person, moment, turn.at)
    names = [name for _person, name in taking_part(turn.uow, interview)]
    soon = moment - turn.at < timedelta(days=1)
    text = lines(meant.title, _say_when(_CHOSEN, moment), *_say_told(names, unreached, soon=soon))
    key = (meant.candidacy.id, meant.place_id)
    rows = (
        (button(_("another moment …"), TypeInterviewMoment(*key)),),
        (button(_("call it off"), CallOffInterview(interview.id)),),
        (button(_("‹ {name}", name=short(meant.candidacy.name, 28)), ShowCandidate(key[0])),),
    )
    file = _entry(turn, meant.title, f"{key[0]} {key[1]}", moment)
    return Reply(text, rows, files=(file,))


def _say_told(names: Sequence[str], unreached: Sequence[str], *, soon: bool) -> list[Sayable]:
    told = [name for name in names if name not in unreached]
    said: list[Sayable] = []
    if told:
        said.append(_("I tell {names}.", names=listed(told)))
        if soon:
            said.append(_("It is soon, and my message may come after it: say it yourself as well."))
    if unreached:
        nothing = _("Nothing reaches {names} yet: say it yourself.", names=listed(list(unreached)))
        said.append(nothing)
    return said


def _say_when(said: Text, begins: datetime) -> Text:
    return replace(said, args={"when": Moment(begins), "minutes": INTERVIEW_MINUTES})
