"""Decisions of the class council, shown to those whom they are for."""

from collections.abc import Iterator, Sequence

from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import DecisionSight, decision_sight_of
from bot.messages import Button, Moment, Reply, Sayable, _, lines, words
from bot.ports.evaluating.decisions import Decision
from bot.use_cases.evaluating.deciding.record_decision import find_decisive_photo
from bot.use_cases.evaluating.deciding.see_decisions import see_decisions
from handlers.evaluating.deciding.phrases import CHANGED, say_day, say_decision, say_told, say_what
from handlers.evaluating.deciding.taps import BeginDecision, NoteTold, ShowDecision
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.phrases import first_name, full_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

EARLIER = 5
"""Decisions of before that are named below the one that stands."""

NOT_TOLD = _("What the class council decides is told to you by a person; after that it is here.")
NOT_FOR_MENTORS = _(
    "What the class council decides is told to the student by a person; here mentors do not see it."
)


def list_decided(turn: Turn) -> Sequence[Track]:
    """List the tracks of which this person may see what was decided.

    Raises Unclear where there are tracks but none of these.
    """
    tracks = [
        track
        for track in turn.council_tracks
        if decision_sight_of(track.roles) is not DecisionSight.NOTHING
    ]
    if turn.council_tracks and not tracks:
        raise Unclear(Reply(NOT_FOR_MENTORS))
    return tracks


def show_decision(turn: Turn, track: Track) -> Replies:
    """Answer `/decision` about a student."""
    turn.remember(track)
    return [draw_decision(turn, track)]


def tapped_decision(turn: Turn, tap: ShowDecision) -> Replies:
    """Show what was decided about a student."""
    track = turn.council_track(tap.track)
    return show_decision(turn, track) if track else [Reply(nobody(turn))]


def draw_decision(turn: Turn, track: Track, *, edit: bool = False) -> Reply:
    """Show the decision that stands, those before it, and what its coach can do."""
    sight = decision_sight_of(track.roles)
    if sight is DecisionSight.NOTHING:
        return Reply(NOT_FOR_MENTORS)
    head = words(full_name(track), turn.programme(track).title, _("decision"), by=" · ")
    return Reply(
        lines(head, *say_decided(turn, track)), tuple(offer_decision(turn, track)), edit=edit
    )


def say_decided(turn: Turn, track: Track) -> Iterator[Sayable]:
    """Say what was decided about a student, as far as this person sees it; never nothing."""
    found = see_decisions(turn.uow, track)
    sees_all = decision_sight_of(track.roles) is DecisionSight.ALL
    if not found:
        yield _say_none(turn, track) if sees_all else NOT_TOLD
        return
    standing, *earlier = found
    if is_of_before(turn, track, standing):
        yield _say_none(turn, track) if sees_all else NOT_TOLD
        yield _("The decision of before:")
    yield from say_decision(turn, standing)
    if sees_all:
        if standing.fits:
            yield _signed(standing)
        yield say_told(turn, standing, first_name(track))
    yield from _say_earlier(turn, earlier)


def is_of_before(turn: Turn, track: Track, decision: Decision) -> bool:
    """Say whether the council decides anew: on a later photo, or in a period that has opened since.

    So a programme of several years shows this year's state first.
    """
    until = track.ended_at or turn.at
    made = turn.uow.periods.find(decision.made.head.period_id)
    if made is None:
        return False
    return any(
        period.standing and made.opens_at < period.opens_at <= until
        for period in turn.uow.periods.list_of(track.programme_id)
    )


def say_beside_result(turn: Turn, track: Track) -> Iterator[Sayable]:
    """Say below a result what was decided: all of it to the student, who was told it by a person.

    Those who decide see it in one line; nothing where nothing was decided yet, or told.
    """
    found = see_decisions(turn.uow, track)
    if not found:
        return
    if decision_sight_of(track.roles) is not DecisionSight.ALL:
        yield from say_decision(turn, found[0])
        return
    ruling = found[0].made.ruling
    yield _(
        "The class council decided on {day}: {what}",
        day=say_day(turn, ruling.decided_on),
        what=say_what(ruling),
    )
    if not found[0].fits:
        yield CHANGED


def lead_to_decision(turn: Turn, track: Track) -> Iterator[tuple[Button, ...]]:
    """Lead from a result to the decision, once the photo is taken after which one is made."""
    if find_decisive_photo(turn.uow, track) is not None:
        yield (button(_("the decision"), ShowDecision(track.id)),)


def offer_decision(turn: Turn, track: Track) -> Iterator[tuple[Button, ...]]:
    """Offer its coach to record, to correct, and to note that the student was told."""
    if Role.COACH not in track.roles:
        return
    found = see_decisions(turn.uow, track)
    if found and found[0].told is None:
        label = _("{student} was told …", student=first_name(track))
        yield (button(label, NoteTold(track.id, found[0].id)),)
    if find_decisive_photo(turn.uow, track) is None:
        return
    standing = find_standing(turn, track)
    if standing is None:
        yield (button(_("record the decision"), BeginDecision(track.id, None)),)
    else:
        yield (button(_("correct it"), BeginDecision(track.id, standing.id)),)


def find_standing(turn: Turn, track: Track) -> Decision | None:
    """Find the decision on the newest photo after which one is made that nothing corrects."""
    photo = find_decisive_photo(turn.uow, track)
    found = see_decisions(turn.uow, track)
    of_photo = (own for own in found if photo and own.made.head.period_id == photo.head.period_id)
    return next(of_photo, None)


def _say_none(turn: Turn, track: Track) -> Sayable:
    student = first_name(track)
    if _awaits_photo(turn, track):
        return _(
            "The class council decides about {student} after the last photo: it was not taken yet.",
            student=student,
        )
    return _(
        "Nothing was recorded yet of what the council decided about {student}.", student=student
    )


def _awaits_photo(turn: Turn, track: Track) -> bool:
    """Say whether the photo on which the council decides next was not taken yet."""
    photo = find_decisive_photo(turn.uow, track)
    decided = see_decisions(turn.uow, track)
    return photo is None or any(own.made.head.period_id == photo.head.period_id for own in decided)


def _signed(decision: Decision) -> Sayable:
    at = Moment(decision.made.made_at, year=True)
    if decision.seal is None:
        return _("Recorded on {when}; it is signed within a minute.", when=at)
    return _("Recorded on {when}, and signed.", when=at)


def _say_earlier(turn: Turn, earlier: Sequence[Decision]) -> Iterator[Sayable]:
    for own in earlier[:EARLIER]:
        ruling = own.made.ruling
        yield _(
            "Before that, on {day}: {what}",
            day=say_day(turn, ruling.decided_on),
            what=say_what(ruling),
        )
