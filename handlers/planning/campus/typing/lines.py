"""What is decided about groups by typing: '/groups 6E jonas to 6', '/groups 6E confirm'."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Literal

from bot.domain.folding import every_way, fold
from bot.domain.planning.sessions import CampusSession, Outcome, SessionState, mark_away
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.messages import Reply, Sayable, Text, _, lines, listed
from bot.ports.acts import Doer
from bot.ports.planning.campus import ClassHome
from bot.use_cases.planning.campus.answer_given import answer_outcomes
from bot.use_cases.planning.campus.plan_ahead import ClassPlan
from handlers.planning.campus.acting import on_own_class, on_own_lesson
from handlers.planning.campus.asking import (
    away_of,
    say_as_planned,
    say_not_given,
    show_outcomes,
    tapped_given,
)
from handlers.planning.campus.changing import move_student, swap_competence
from handlers.planning.campus.deciding import confirm, free, lock, plan_anew, skip
from handlers.planning.campus.finding import find_taught, list_classes, see_plan
from handlers.planning.campus.setting import set_need, set_value, show_setting
from handlers.planning.campus.shown import show_lesson
from handlers.planning.campus.taps import SayGiven
from handlers.planning.campus.typing.words import (
    AWAY,
    BECOMES,
    CONFIRM,
    FREE,
    GIVEN,
    LOCK,
    NOT_GIVEN,
    OWN,
    PLAN_ANEW,
    SETTINGS,
    SKIP,
    TAKES,
    TO,
    UNREACHED,
    VALUES,
    any_of,
)
from handlers.planning.phrases import with_undo
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.target import name_of
from handlers.talking.phrases import first_name
from handlers.talking.routing.answered import Answered
from handlers.talking.turn import Replies, Turn
from handlers.talking.typed_taps import says

NOTHING_CHANGED = _("Nothing was changed.")
SHOWN = 40
"""Letters that are shown of a line that was not understood."""

_LESSON: dict[str, Callable[[Turn, ClassPlan, CampusSession], Reply]] = {
    **dict.fromkeys(every_way(CONFIRM), confirm),
    **dict.fromkeys(every_way(LOCK), lock),
    **dict.fromkeys(every_way(FREE), free),
    **dict.fromkeys(every_way(SKIP), skip),
}
_CLASS: dict[str, Callable[[Turn, ClassPlan], Reply]] = {
    **dict.fromkeys(every_way(PLAN_ANEW), plan_anew),
    **dict.fromkeys(every_way(SETTINGS), lambda _turn, plan: show_setting(plan)),
}
_GIVEN = frozenset(every_way(GIVEN))
_NOT_GIVEN = frozenset(every_way(NOT_GIVEN))
_AWAY = re.compile(rf"(?:{any_of(AWAY)}):?\s+(.+)")
_UNREACHED = re.compile(rf"(?:{any_of(UNREACHED)}):?\s+(\d{{1,4}})")
_VALUES = {way: name for name, forms in VALUES.items() for way in every_way(forms)}
_VALUE = re.compile(rf"({any_of(_VALUES)})\s+(\d{{1,2}})")
_NEED = re.compile(rf"(\d{{1,4}})\s*(?:{any_of(TAKES)}|=)\s*(\d{{1,2}})(?:\s+\w+)?")
_SWAP = re.compile(rf"(\d{{1,4}})\s+(?:{any_of(BECOMES)}|>)\s+(\d{{1,4}})")
_MOVE = re.compile(rf"(.+?)\s+(?:(?:{any_of(TO)}|>)\s+)?(\d{{1,4}}|{any_of(OWN)})")
_AND = re.compile(r"\s*(?:,|\band\b|\ben\b|\bet\b|\bund\b|&)\s*")


def do_typed(turn: Turn, classes: Sequence[Track], written: str) -> Replies:
    """Do what is typed behind a class group's name, about its next lesson or its last one."""
    track, said = _part(classes, written)
    taught = find_taught(turn, track.id) if track else None
    if track is None or taught is None:
        names = listed(own.class_group for own in classes)
        return [Reply(_("Begin with one of your class groups: {names}.", names=names))]
    if not said:
        return [show_lesson(turn, see_plan(turn, taught), 0)]
    if (act := _CLASS.get(said)) is not None:
        return _said(on_own_class(turn, track.id, act))
    if (decide := _LESSON.get(said)) is not None:
        return _said(on_own_lesson(turn, track.id, 0, decide))
    return _said(on_own_class(turn, track.id, partial(_read, said=said)))


def _said(replies: Replies) -> Replies:
    """Answer what was typed with a message of its own: there is none to change."""
    return [Reply(own.text, own.buttons, files=own.files) for own in replies]


def _part(classes: Sequence[Track], written: str) -> tuple[Track | None, str]:
    """Part the class group from the rest; who has one class group may leave its name out."""
    said = " ".join(fold(written).split())
    for track in sorted(classes, key=lambda own: -len(own.class_group)):
        name = fold(track.class_group)
        if f"{said} ".startswith(f"{name} "):
            return track, said[len(name) :].strip()
    return (classes[0], said) if len(classes) == 1 else (None, said)


def _read(turn: Turn, plan: ClassPlan, *, said: str) -> Reply:
    """Read what needs more than one word."""
    if said in _GIVEN | _NOT_GIVEN or _AWAY.fullmatch(said) or _UNREACHED.fullmatch(said):
        return _answer_last(turn, plan, said)
    if found := _VALUE.fullmatch(said):
        return set_value(turn, plan, _VALUES[found[1]], int(found[2]))
    if found := _NEED.fullmatch(said):
        needed = plan.stand.programme.competence(int(found[1]))
        if needed is not None:
            return set_need(turn, plan, needed.id, int(found[2]))
    if not plan.ahead:
        return show_lesson(turn, plan, 0)
    return _change(turn, plan, plan.ahead[0].session, said)


def _change(turn: Turn, plan: ClassPlan, session: CampusSession, said: str) -> Reply:
    """Read who goes to which group, or which group works on something else."""
    competence = plan.stand.programme.competence
    if found := _SWAP.fullmatch(said):
        place, to = _place(session, competence(int(found[1]))), competence(int(found[2]))
        if place is not None and to is not None:
            return swap_competence(turn, plan, session, place, to)
    if found := _MOVE.fullmatch(said):
        student = meant_by(found[1], plan.taught.tracks, name_of).sure
        own = not found[2].isdigit()
        aim = len(session.groups) if own else _place(session, competence(int(found[2])))
        if student is not None and aim is not None:
            return move_student(turn, plan, session, student.id, aim)
    return _explain(plan, session, said)


def _place(session: CampusSession, competence: Competence | None) -> int | None:
    """Find the place of the group that works on a competence."""
    works_on = [group.competence_id for group in session.groups]
    known = competence is not None and competence.id in works_on
    return works_on.index(competence.id) if competence is not None and known else None


def _explain(plan: ClassPlan, session: CampusSession, said: str) -> Reply:
    programme = plan.stand.programme
    works_on = (programme.competence_by_id(own.competence_id or 0) for own in session.groups)
    number = next((own for own in works_on if own), programme.competences[0]).number
    how = _(
        "I read for instance: /groups {group} confirm, /groups {group} {student} to {number}, "
        "/groups {group} skip. Nothing was changed.",
        group=plan.taught.name,
        student=first_name(plan.taught.tracks[0]),
        number=number,
    )
    return Reply(lines(_nobody_on(plan, session, said), how))


def _nobody_on(plan: ClassPlan, session: CampusSession, said: str) -> Sayable:
    """Say what of a line does not fit: a competence that nobody works on, or all of it."""
    found = _SWAP.fullmatch(said) or _MOVE.fullmatch(said)
    number = (found[1] if found[1].isdigit() else found[2]) if found else ""
    competence = plan.stand.programme.competence(int(number)) if number.isdigit() else None
    if competence is None or _place(session, competence) is not None:
        return _("I do not understand '{words}'.", words=said[:SHOWN])
    about = f"{competence.number} {competence.title}"
    return _("No group works on {competence} in that lesson.", competence=about)


def _answer_last(turn: Turn, plan: ClassPlan, said: str) -> Reply:
    """Take in what is typed of the last lesson that was confirmed."""
    own = (past for past in plan.past if past.teacher_id == turn.person.id and past.groups)
    kinds = (SessionState.CONFIRMED, SessionState.GIVEN)
    last = next((past for past in own if past.state in kinds), None)
    if last is None:
        return Reply(_("No lesson of which groups were confirmed has begun."))
    if said in _GIVEN:
        return say_as_planned(turn, last)
    if said in _NOT_GIVEN:
        return say_not_given(turn, last)
    away = away_of(turn, last)
    outcomes, unknown = _read_outcomes(plan, mark_away(last, away), said)
    if unknown:
        return Reply(
            lines(_("I do not find '{words}' in that lesson.", words=unknown), NOTHING_CHANGED)
        )
    doer = Doer(turn.person.id, turn.at)
    answered = answer_outcomes(turn.uow, last, outcomes, away, doer)
    return with_undo(show_outcomes(turn, answered.session), answered.entry)


def _read_outcomes(
    plan: ClassPlan, session: CampusSession, said: str
) -> tuple[dict[int, Outcome], str]:
    """Read who was away, or what was not reached; gives what was not understood, too."""
    if found := _UNREACHED.fullmatch(said):
        place = _place(session, plan.stand.programme.competence(int(found[1])))
        if place is None:
            return {}, found[1]
        there = session.groups[place].places
        missed = [own.track_id for own in there if own.outcome is not Outcome.AWAY]
        return dict.fromkeys(missed, Outcome.NOT_REACHED), ""
    names = _AWAY.fullmatch(said)
    outcomes = {}
    for name in _AND.split(names[1] if names else ""):
        student = meant_by(name, plan.taught.tracks, name_of).sure
        if student is None or session.find_group(student.id) is None:
            return {}, name
        outcomes[student.id] = Outcome.AWAY
    return outcomes, ""


TYPED: tuple[tuple[Text, Literal["yes", "other", "no"]], ...] = (
    (_("yes, as planned"), "yes"),
    (_("not quite …"), "other"),
    (_("it was not given"), "no"),
)


def type_given(turn: Turn, text: str) -> Answered:
    """Answer words that stand on a button of that question, of the last lesson asked about."""
    how = next((how for label, how in TYPED if says(turn, label, text)), None)
    if how is None:
        return None
    asked = max(_list_asked(turn), key=lambda session: session.starts_at, default=None)
    return tapped_given(turn, SayGiven(asked.id, how)) if asked else None


def _list_asked(turn: Turn) -> Iterator[CampusSession]:
    """List the confirmed sessions of this teacher's that began and are not answered yet."""
    for track in list_classes(turn):
        home = ClassHome(turn.person.organisation_id, track.class_group_id, track.programme_id)
        for session in turn.uow.campus.list_sessions(turn.person.id, home):
            own = session.teacher_id == turn.person.id and session.starts_at <= turn.at
            if own and session.state is SessionState.CONFIRMED:
                yield session
