"""The groups of a lesson as they are shown, with what can be done about them."""

from collections.abc import Iterable, Iterator

from bot.domain.planning.colleagues import list_planned_twice
from bot.domain.planning.sessions import CampusSession, SessionState
from bot.domain.planning.settings import CampusSetting
from bot.messages import Button, Moment, Reply, Sayable, _, _n, lines, words
from bot.use_cases.planning.campus.plan_ahead import ClassPlan, SessionAhead
from handlers.planning.campus.finding import find_ahead, is_taught, looked_at, track_of
from handlers.planning.campus.saying import COMING, STATES, LessonSayings, say_in_short, say_session
from handlers.planning.campus.taps import (
    BringLesson,
    ConfirmLesson,
    DecideLesson,
    MoveStudent,
    PlanAgain,
    SetGroups,
    ShowLesson,
    SwapCompetence,
    minutes_of,
)
from handlers.planning.scenarios.taps import ShowScenarios
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn


def show_lesson(turn: Turn, plan: ClassPlan, lesson: int, *said: Sayable) -> Reply:
    """Show the groups of a lesson, with what can be done about them below."""
    ahead = find_ahead(plan, lesson)
    if ahead is None:
        return Reply(lines(*said, *_say_nothing(plan)), tuple(_rows_without(turn, plan)))
    sayings = LessonSayings.of(plan)
    text = lines(
        *said,
        _head(turn, plan, ahead.session),
        None if any(own.is_needed for own in ahead.session.groups) else _lacks_nothing(plan),
        *say_session(sayings, ahead),
        say_away(sayings, plan, ahead.session),
        *say_differing(sayings, plan.differing),
        *say_planned_twice(sayings, plan, ahead.session),
        *_say_large(plan),
        _say_unset(turn, plan),
        *_say_coming(sayings, plan, ahead),
    )
    return Reply(text, tuple(_rows(turn, plan, ahead)))


def _head(turn: Turn, plan: ClassPlan, session: CampusSession) -> Sayable:
    """Say which lesson it is, where there are several teachers with whom."""
    locked = _("locked") if session.locked else None
    when, taught = Moment(session.starts_at), plan.taught
    looks_on = taught.colleagues and not is_taught(turn, taught)
    whose = taught.table.teacher if looks_on else None
    return words(taught.name, whose, when, STATES[session.state], locked, by=" · ")


def say_away(sayings: LessonSayings, plan: ClassPlan, session: CampusSession) -> Sayable | None:
    """Say who is known to be away then, and so in no group that is proposed."""
    away = plan.list_away(session)
    if not away:
        return None
    return _("Away at that lesson, and planned later: {names}", names=sayings.names(away))


def _lacks_nothing(plan: ClassPlan) -> Sayable:
    return _("{group}: nobody lacks anything for the campus now.", group=plan.taught.name)


def _say_nothing(plan: ClassPlan) -> Iterator[Sayable]:
    yield _lacks_nothing(plan)
    for starts in plan.skipped[:1]:
        yield _("Skipped: {when}", when=Moment(starts))


def say_differing(
    sayings: LessonSayings, differing: Iterable[tuple[int, int]]
) -> Iterator[Sayable]:
    """Tell the teacher of whom, by track, mentor and teacher see a competence differently."""
    for track, competence_id in differing:
        competence = sayings.competence(competence_id)
        if competence is not None and track in sayings.tracks:
            yield _(
                "{student} · {number} {title}: mentor and teacher differ on whether it is shown "
                "alone, so it stays planned.",
                student=first_name(sayings.tracks[track]),
                number=competence.number,
                title=competence.title,
            )


def say_planned_twice(
    sayings: LessonSayings, plan: ClassPlan, session: CampusSession
) -> Iterator[Sayable]:
    """Tell of what the students of a session have with a colleague in the same week, too."""
    for twice in list_planned_twice(session, plan.beside, plan.taught.table.zone):
        competence = sayings.competence(twice.competence_id)
        if competence is not None:
            yield _(
                "{teacher} plans {number} {title} in that week too: {when}, {state}, with "
                "{students}.",
                teacher=twice.beside.teacher,
                number=competence.number,
                title=competence.title,
                when=Moment(twice.beside.session.starts_at),
                state=STATES[twice.beside.session.state],
                students=sayings.many(twice.tracks),
            )


def _say_unset(turn: Turn, plan: ClassPlan) -> Sayable | None:
    """Say how groups are made as long as nothing was set with the teacher."""
    if plan.setting is not None or not is_taught(turn, plan.taught):
        return None
    return _(
        "Until you set it I make at most {count} groups at a time, of any size.",
        count=CampusSetting().groups,
    )


def _say_large(plan: ClassPlan) -> Iterator[Sayable]:
    most, count = plan.setting.class_size if plan.setting else None, len(plan.taught.tracks)
    if most is not None and count > most:
        yield _(
            "{group} has {count} students, more than the {most} that were agreed.",
            group=plan.taught.name,
            count=count,
            most=most,
        )


def _say_coming(sayings: LessonSayings, plan: ClassPlan, ahead: SessionAhead) -> Iterator[Sayable]:
    place = plan.ahead.index(ahead)
    coming = plan.ahead[place + 1 : place + 1 + COMING]
    if coming:
        yield _("After that:")
    for session in coming:
        yield say_in_short(sayings, session.session)
    if left := len(plan.ahead) - place - 1 - len(coming):
        yield _n("and {count} more lesson", "and {count} more lessons", left)


def _rows(turn: Turn, plan: ClassPlan, ahead: SessionAhead) -> Iterator[tuple[Button, ...]]:
    session, taught = ahead.session, plan.taught
    track, lesson = track_of(taught), minutes_of(session.starts_at)
    if is_taught(turn, taught):
        if session.state is SessionState.PROPOSED:
            yield (button(_("✓ confirm"), ConfirmLesson(track, lesson)),)
        yield (
            button(_("move a student"), MoveStudent(track, lesson)),
            button(_("work on something else"), SwapCompetence(track, lesson)),
        )
        yield _fixing(session, track, lesson)
        yield (
            button(_("plan again from today"), PlanAgain(track)),
            button(_("how groups are made"), SetGroups(track, "show")),
        )
    yield (
        button(_("📅 for the calendar"), BringLesson(track, lesson, looked_at(turn, taught))),
        button(_("lesson scenarios"), ShowScenarios(taught.home.programme_id, 0)),
    )
    if ways := tuple(_ways(turn, plan, ahead)):
        yield ways


def _fixing(session: CampusSession, track: int, lesson: int) -> tuple[Button, ...]:
    lock = (
        button(_("unlock"), DecideLesson(track, lesson, "free"))
        if session.locked
        else button(_("lock"), DecideLesson(track, lesson, "lock"))
    )
    return lock, button(_("skip this lesson"), DecideLesson(track, lesson, "skip"))


def _ways(turn: Turn, plan: ClassPlan, ahead: SessionAhead) -> Iterator[Button]:
    place, track = plan.ahead.index(ahead), track_of(plan.taught)
    teacher = looked_at(turn, plan.taught)
    if place > 0:
        before = plan.ahead[place - 1].session.starts_at
        yield button(_("‹ lesson before"), ShowLesson(track, minutes_of(before), teacher))
    if place + 1 < len(plan.ahead):
        after = plan.ahead[place + 1].session.starts_at
        yield button(_("next lesson ›"), ShowLesson(track, minutes_of(after), teacher))


def _rows_without(turn: Turn, plan: ClassPlan) -> Iterator[tuple[Button, ...]]:
    track = track_of(plan.taught)
    if is_taught(turn, plan.taught):
        for starts in plan.skipped[:1]:
            hold = DecideLesson(track, minutes_of(starts), "hold")
            yield (button(_("hold it after all"), hold),)
        yield (button(_("how groups are made"), SetGroups(track, "show")),)
