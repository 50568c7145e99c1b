"""What a lesson becomes where its teacher says so: what its scenarios serve came up on campus."""

from collections.abc import Iterator, Sequence

from bot.domain.planning.scenarios import Scenario
from bot.domain.planning.sessions import CampusSession, Outcome
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import Score
from bot.messages import Reply, Sayable, _, _n, lines
from bot.ports import Seat
from bot.use_cases.planning.campus.answer_given import is_covered, note_covered
from bot.use_cases.scoring.score_class_group import score_several
from bot.use_cases.scoring.store_scores import Sayings as Said
from handlers.planning.campus.saying import LessonSayings
from handlers.planning.campus.taps import CoverScenarios
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

NOTHING = _("There is nothing to note of that lesson.")
ALREADY = _("That was noted already.")


def offer_coverage(
    turn: Turn, sayings: LessonSayings, session: CampusSession, said: Sayable
) -> Reply:
    """Say something of a session, and offer to note what its scenarios serve as come up."""
    served = [count for _track, count in _count_served(turn, sayings, session)]
    if not served or is_covered(turn.uow, session):
        return Reply(said)
    asked = _n(
        "Did it come up on campus? Then I note so for {students}: {count} indicator at most.",
        "Did it come up on campus? Then I note so for {students}: {count} indicators at most.",
        max(served),
        students=_n("{count} student", "{count} students", len(served)),
    )
    yes = button(_("yes, note that it came up"), CoverScenarios(session.id))
    return Reply(lines(said, asked), ((yes,),))


def _count_served(
    turn: Turn, sayings: LessonSayings, session: CampusSession
) -> Iterator[tuple[Track, int]]:
    for track, said in _list_said(turn, sayings, session):
        yield track, sum(len(of_one.scores) for of_one in said)


def _list_said(
    turn: Turn, sayings: LessonSayings, session: CampusSession
) -> Iterator[tuple[Track, Sequence[Said]]]:
    """List what came up, for those who were there and reached it, in groups with a scenario."""
    for group in session.groups:
        scenario = sayings.scenarios.get(group.scenario_id or 0)
        said = _served(turn, sayings, scenario) if scenario else []
        for place in group.places:
            track = sayings.tracks.get(place.track_id)
            teaches = track is not None and track.scoring_role is Role.TEACHER
            if said and track and teaches and place.outcome is Outcome.REACHED:
                yield track, said


def _served(turn: Turn, sayings: LessonSayings, scenario: Scenario) -> list[Said]:
    """Say of each indicator that a scenario serves that it came up once more."""
    once = Score(turn.at, tally=1)
    return [
        Said(competence, {indicator.id: once for indicator in served})
        for competence in sayings.programme.competences
        if (served := scenario.served(competence))
    ]


def cover(turn: Turn, sayings: LessonSayings, session: CampusSession) -> Reply:
    """Note what the scenarios of a session serve as come up on campus, in the teacher's name."""
    if is_covered(turn.uow, session):
        return Reply(ALREADY)
    said: list[tuple[Seat, Sequence[Said]]] = [
        (turn.seat(track), own) for track, own in _list_said(turn, sayings, session)
    ]
    title = f"{sayings.programme.title} · {len(said)}"
    stored = score_several(turn.uow, said, turn.occasion(title)) if said else None
    if stored is None or stored.entry is None:
        return Reply(NOTHING)
    turn.recorded.append(stored.entry.id)
    note_covered(turn.uow, session, stored.entry.id)
    count = len(stored.stored)
    noted = _n(
        "Noted as come up on campus for {count} student. /undo takes that back.",
        "Noted as come up on campus for {count} students. /undo takes that back.",
        count,
    )
    left = _n(
        "{count} was left out, since you said there that it never came up.",
        "{count} were left out, since you said there that it never came up.",
        len(stored.skipped),
    )
    return Reply(lines(noted, left if stored.skipped else None), edit=True)
