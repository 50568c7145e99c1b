"""After a lesson: one question, whether it was given as planned, and what follows from that."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import partial

from bot.domain.planning.sessions import CampusPlace, CampusSession, Outcome, mark_away
from bot.domain.school.tracks import Track
from bot.messages import Button, Listed, Moment, Reply, Sayable, _, lines, listed, words
from bot.ports.acts import Doer
from bot.ports.telling.errands import Errand
from bot.use_cases.planning.campus.answer_given import (
    answer_as_planned,
    answer_not_given,
    answer_outcomes,
    find_begun,
    list_away,
)
from handlers.planning.campus.covering import NOTHING, cover, offer_coverage
from handlers.planning.campus.finding import seen_tracks
from handlers.planning.campus.saying import LessonSayings
from handlers.planning.campus.taps import (
    STUDENTS,
    CoverScenarios,
    SayGiven,
    SayOutcome,
    SayUnreached,
    ShowOutcomes,
)
from handlers.planning.phrases import with_undo
from handlers.talking.paging import in_pages, open_page
from handlers.talking.phrases import first_name, ticked
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

BESIDE = 3
"""Students beside each other."""

GONE = _("There is nothing to say of that lesson any more.")


def tell_given(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Ask of each lesson that was confirmed and began whether it was given as planned."""
    said: list[Sayable] = []
    rows: list[tuple[Button, ...]] = []
    for errand in errands:
        session = find_begun(turn.uow, errand.about_id or 0, _doer(turn))
        if session is None or not session.groups or session.is_answered:
            continue
        sayings = sayings_of(turn, session)
        said.append(_ask(turn, session))
        said += (
            words(sayings.about(group), ": ", sayings.many(group.tracks), by="")
            for group in session.groups
        )
        said += say_outcomes(sayings, mark_away(session, away_of(turn, session)))
        rows += _answers(session)
    return MessagePart(lines(*said), tuple(rows)) if said else None


def away_of(turn: Turn, session: CampusSession) -> Set[int]:
    """List of whom, by track, it was noted before a session that they are away."""
    return list_away(turn.uow, session, turn.tracks)


def _doer(turn: Turn) -> Doer:
    return Doer(turn.person.id, turn.at)


def sayings_of(turn: Turn, session: CampusSession) -> LessonSayings:
    """Take what names the students, competences and scenarios of a session."""
    programme = turn.uow.tracks.read_programme(session.programme_id)
    scenarios = turn.uow.scenarios.list_of(session.programme_id)
    return LessonSayings(programme, _list_taught(turn, session), scenarios)


def _list_taught(turn: Turn, session: CampusSession) -> list[Track]:
    """List the class group of a session, with who was in it then and moved or left since."""
    placed = {track for group in session.groups for track in group.tracks}
    home = (session.class_group_id, session.programme_id)
    running = {own.id for own in seen_tracks(turn)}
    return [
        own
        for own in turn.tracks
        if own.id in placed
        or (own.id in running and (own.class_group_id, own.programme_id) == home)
    ]


def _ask(turn: Turn, session: CampusSession) -> Sayable:
    return _(
        "Lesson with {group} on {when}: was it given as planned?",
        group=group_of(turn, session),
        when=Moment(session.starts_at),
    )


def group_of(turn: Turn, session: CampusSession) -> Listed:
    """Name the class group of a session; where all of it moved, those where its students are."""
    tracks = _list_taught(turn, session)
    named = {own.class_group for own in tracks if own.class_group_id == session.class_group_id}
    return listed(sorted(named or {own.class_group for own in tracks}))


def _answers(session: CampusSession) -> Iterator[tuple[Button, ...]]:
    yield (
        button(_("yes, as planned"), SayGiven(session.id, "yes")),
        button(_("not quite …"), SayGiven(session.id, "other")),
    )
    yield (button(_("it was not given"), SayGiven(session.id, "no")),)


def tapped_given(turn: Turn, tap: SayGiven) -> Replies:
    """Take in whether a session was given, or ask what was otherwise."""
    session = find_begun(turn.uow, tap.session, _doer(turn))
    if session is None or not session.groups:
        return [Reply(GONE)]
    match tap.how:
        case "yes":
            return [say_as_planned(turn, session)]
        case "no":
            return [say_not_given(turn, session)]
        case "done":
            return [_close(turn, session)]
    return [replace(show_outcomes(turn, session), edit=True)]


def say_as_planned(turn: Turn, session: CampusSession) -> Reply:
    """Note that a session was given as planned."""
    given = answer_as_planned(turn.uow, session, away_of(turn, session), _doer(turn))
    said = _(
        "Noted: the lesson with {group} on {when} was given as planned.",
        group=group_of(turn, session),
        when=Moment(session.starts_at),
    )
    sayings = sayings_of(turn, given.session)
    whole = lines(said, *say_outcomes(sayings, given.session))
    offered = replace(offer_coverage(turn, sayings, given.session, whole), edit=True)
    return with_undo(offered, given.entry)


def say_not_given(turn: Turn, session: CampusSession) -> Reply:
    """Note that a session was not given."""
    skipped = answer_not_given(turn.uow, session, _doer(turn))
    said = _(
        "Noted: the lesson with {group} on {when} was not given; what it was for comes later.",
        group=group_of(turn, session),
        when=Moment(session.starts_at),
    )
    return with_undo(Reply(said, edit=True), skipped.entry)


def tapped_outcome(turn: Turn, tap: SayOutcome) -> Replies:
    """Say of one student whether they were there."""
    return _say(turn, tap.session, {tap.track: tap.outcome})


def tapped_unreached(turn: Turn, tap: SayUnreached) -> Replies:
    """Say of a group whether it reached what it worked on; who was away was away."""
    session = find_begun(turn.uow, tap.session, _doer(turn))
    if session is None or tap.group >= len(session.groups):
        return [Reply(GONE)]
    outcome = Outcome.REACHED if tap.reached else Outcome.NOT_REACHED
    marked = mark_away(session, away_of(turn, session))
    present = {
        place.track_id: outcome
        for place in marked.groups[tap.group].places
        if place.outcome is not Outcome.AWAY
    }
    return _say(turn, tap.session, present)


def _say(turn: Turn, session_id: int, outcomes: dict[int, Outcome]) -> Replies:
    session = find_begun(turn.uow, session_id, _doer(turn))
    if session is None or not session.groups:
        return [Reply(GONE)]
    away = away_of(turn, session)
    given = answer_outcomes(turn.uow, session, outcomes, away, _doer(turn)).session
    page = _page_of(sayings_of(turn, given), given, next(iter(outcomes), 0))
    return [replace(show_outcomes(turn, given, page), edit=True)]


def tapped_outcomes(turn: Turn, tap: ShowOutcomes) -> Replies:
    """Ask what came of a session, another page of the students."""
    session = find_begun(turn.uow, tap.session, _doer(turn))
    if session is None or not session.groups:
        return [Reply(GONE)]
    return [replace(show_outcomes(turn, session, tap.page), edit=True)]


def show_outcomes(turn: Turn, session: CampusSession, page: int = 0) -> Reply:
    """Show who was away and what was not reached, to be tapped."""
    sayings = sayings_of(turn, session)
    session = mark_away(session, away_of(turn, session))
    text = lines(
        _ask(turn, session),
        _("Tap who was away, and what was not reached. Both are planned again."),
        *say_outcomes(sayings, session),
    )
    return Reply(text, tuple(_outcome_rows(sayings, session, page)))


def _list_places(sayings: LessonSayings, session: CampusSession) -> list[CampusPlace]:
    places = (place for group in session.groups for place in group.places)
    return [place for place in places if place.track_id in sayings.tracks]


def _page_of(sayings: LessonSayings, session: CampusSession, track_id: int) -> int:
    """Find the page of the students on which one stands."""
    placed = [place.track_id for place in _list_places(sayings, session)]
    return placed.index(track_id) // STUDENTS if track_id in placed else 0


def _outcome_rows(
    sayings: LessonSayings, session: CampusSession, page: int
) -> Iterator[tuple[Button, ...]]:
    shown = open_page(_list_places(sayings, session), STUDENTS, page)
    buttons = [
        _away(sayings, session, place.track_id, away=place.outcome is Outcome.AWAY)
        for place in shown.things
    ]
    yield from in_pages(buttons, BESIDE)
    yield from shown.turns(partial(ShowOutcomes, session.id))
    for place, group in enumerate(session.groups):
        if group.competence_id is not None:
            missed = group.was_missed
            label = _("not reached: {what}", what=sayings.about(group))
            yield (
                button(ticked(label, chosen=missed), SayUnreached(session.id, place, int(missed))),
            )
    yield (button(_("done"), SayGiven(session.id, "done")),)


def _away(sayings: LessonSayings, session: CampusSession, track_id: int, *, away: bool) -> Button:
    outcome = Outcome.REACHED if away else Outcome.AWAY
    label = _("{student} away", student=first_name(sayings.tracks[track_id]))
    return button(ticked(label, chosen=away), SayOutcome(session.id, track_id, outcome))


def say_outcomes(sayings: LessonSayings, session: CampusSession) -> Iterator[Sayable]:
    """Say who was away, and what was not reached."""
    away = [
        place.track_id
        for group in session.groups
        for place in group.places
        if place.outcome is Outcome.AWAY
    ]
    if away:
        yield _("Away: {names}", names=sayings.names(away))
    missed = [sayings.about(group) for group in session.groups if group.was_missed]
    if missed:
        yield _("Not reached: {what}", what=listed(missed))


def _close(turn: Turn, session: CampusSession) -> Reply:
    """Sum up what was said; without anything it was given as planned after all."""
    if not session.is_answered:
        return say_as_planned(turn, session)
    sayings = sayings_of(turn, session)
    said = lines(
        _(
            "Noted: the lesson with {group} on {when} was given.",
            group=group_of(turn, session),
            when=Moment(session.starts_at),
        ),
        *say_outcomes(sayings, session),
    )
    return replace(offer_coverage(turn, sayings, session, said), edit=True)


def tapped_coverage(turn: Turn, tap: CoverScenarios) -> Replies:
    """Note what the scenarios of a session serve as come up on campus."""
    session = find_begun(turn.uow, tap.session, _doer(turn))
    if session is None or not session.is_answered or not session.groups:
        return [Reply(NOTHING)]
    return [cover(turn, sayings_of(turn, session), session)]
