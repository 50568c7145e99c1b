"""A lesson on campus for the calendar, with what to prepare."""

from bot.domain.planning.sessions import CampusSession
from bot.messages import CalendarEntry, Reply, _
from bot.use_cases.planning.campus.plan_ahead import ClassPlan
from handlers.planning.campus.acting import NO_LESSON
from handlers.planning.campus.finding import find_ahead, find_taught, see_plan
from handlers.planning.campus.saying import LessonSayings, say_preparation
from handlers.planning.campus.taps import BringLesson, minutes_of
from handlers.talking.turn import Replies, Turn

MINUTES = 50
"""How long a lesson is in the calendar: when it ends is not known (ours)."""


def tapped_calendar(turn: Turn, tap: BringLesson) -> Replies:
    """Bring a lesson as a calendar entry, with what to prepare."""
    taught = find_taught(turn, tap.track, tap.teacher)
    plan = see_plan(turn, taught) if taught else None
    ahead = find_ahead(plan, tap.lesson) if plan else None
    if plan is None or ahead is None:
        return [Reply(NO_LESSON)]
    entry = calendar_of(turn, plan, ahead.session)
    return [Reply(_("For your calendar, with what to prepare:"), files=(entry,))]


def calendar_of(turn: Turn, plan: ClassPlan, session: CampusSession) -> CalendarEntry:
    """Describe a lesson as a calendar entry: what each group needs."""
    home = plan.taught.home
    whose = f"{home.class_group_id} {home.programme_id} {session.teacher_id}"
    return CalendarEntry(
        meeting=f"campus {whose} {session.starts_at.isoformat()}",
        title=_("Lesson with {group}", group=plan.taught.name),
        begins=session.starts_at,
        minutes=MINUTES,
        description=say_preparation(LessonSayings.of(plan), session),
        version=minutes_of(turn.at),  # what is brought later is newer
        made_at=turn.at,
    )
