"""The result at the workplace: of which plans, colours and points it is made, and who sees it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from fractions import Fraction

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.evaluating.workplace_result import NoResult, ResultStanding
from bot.domain.evaluating.workplace_rule import RuleKind, WorkplaceRule
from bot.domain.planning.training_plans import Where
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.school.visibility import RESULT_SIGHT, ResultSight
from bot.domain.scoring.colours import Colour
from bot.ports.evaluating.workplace import NewResult
from bot.use_cases.evaluating.deliberating.see_result import SeenResult, see_result
from tests.dialogues.conftest import own_school
from tests.dialogues.reporting.test_photo import FIRST, SECOND, photographed
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

SHARE = WorkplaceRule(RuleKind.SHARE, Fraction(60))
ENTERED = WorkplaceRule(RuleKind.ENTERED, Fraction(50))
BOTH, CAMPUS, WORKPLACE = Where.BOTH, Where.CAMPUS, Where.WORKPLACE


def state(school: School, rule: WorkplaceRule) -> None:
    with school.engine.begin() as connection:
        school.unit(connection).workplace_results.set_rule(1, rule, None, MORNING)


def plan_at(school: School, at, places: Mapping[int, Where]) -> None:
    """Plan, by number, where Jonas's workplace pursues what, as of an instant."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        mentor = school.people["m1"].person_id
        track = next(
            track for track in uow.tracks.list_of(mentor) if track.student == "Jonas Peeters"
        )
        competences = uow.tracks.read_programme(track.programme_id).competences
        ids = {competence.number: competence.id for competence in competences}
        (own,) = uow.training_plans.list_seen(mentor, track.id)
        where = {ids[number]: place for number, place in places.items()}
        uow.training_plans.add_version(own.placement_id, mentor, where, at)


def enter(school: School, points: str, author: str, behalf: str | None, at: datetime) -> int:
    """Enter points out of 80 for Jonas in the period of the second photo."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (track,) = uow.tracks.list_of(school.people["s1"].person_id)
        new = NewResult(
            1,
            track.id,
            uow.photos.list_of_programme(1)[1].head.period_id,
            WorkplacePoints(Fraction(points), Fraction(80)),
            school.people[author].person_id,
            school.people[behalf].person_id if behalf else None,
        )
        return uow.workplace_results.enter(new, at)


def see(school: School, who: str, photo: int | None) -> SeenResult | None:
    """See Jonas's result as somebody around him, or as a stranger who knows the track."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (track,) = uow.tracks.list_of(school.people["s1"].person_id)
        viewer = school.people[who].person_id
        own = next((own for own in uow.tracks.list_of(viewer) if own.id == track.id), track)
        photos = uow.photos.list_of_programme(track.programme_id)
        chosen = None if photo is None else photos[photo]
        return see_result(uow, viewer, own, chosen, school.at)


def find(school: School, who: str, photo: int | None) -> SeenResult:
    seen = see(school, who, photo)
    assert seen is not None
    return seen


def test_plans_and_colours_are_those_of_the_photos_instant(own_school: School):
    school = photographed(own_school)
    state(school, SHARE)
    plan_at(school, FIRST - timedelta(days=20), {8: WORKPLACE, 10: BOTH, 11: CAMPUS})
    plan_at(school, FIRST, {8: BOTH, 10: CAMPUS})  # made at the instant itself: it counts
    plan_at(school, FIRST + timedelta(seconds=1), {8: WORKPLACE, 10: WORKPLACE, 11: BOTH})
    first, second, now = (find(school, "c1", photo) for photo in (0, 1, None))
    assert [line.colour for line in first.result.lines] == [Colour.ORANGE]
    assert len(second.result.lines) == len(now.result.lines) == 3
    # What the mentor said after the photo changes the film only.
    assert second.result.lines[0].colour is not now.result.lines[0].colour
    assert first.standing is ResultStanding.CANNOT_QUALIFY
    assert first.result.shortfall == 60
    assert (now.photo, now.last) == (None, False)


def test_a_plan_of_an_ended_placement_counts(own_school: School):
    state(own_school, SHARE)
    plan_at(own_school, MORNING, {8: WORKPLACE, 10: CAMPUS})
    own_school.say("m1", "jonas 8 all v")
    own_school.later(hours=1)
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE placement SET ended_at = '2026-10-14 08:30:00'")
    seen = find(own_school, "c1", None)
    assert seen.result.percent == 100
    assert seen.standing is ResultStanding.REACHED


def test_of_what_was_entered_the_newest_counts_and_all_is_kept(own_school: School):
    school = photographed(own_school)
    state(school, ENTERED)
    assert find(school, "c1", 1).result.missing is NoResult.NOT_ENTERED
    enter(school, "41", "m1", None, SECOND)
    enter(school, "40.5", "c1", "m1", SECOND + timedelta(hours=1))
    identity = enter(school, "20", "m1", None, SECOND + timedelta(hours=2))
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        assert uow.workplace_results.take_back(identity, SECOND)
        assert not uow.workplace_results.take_back(identity, SECOND)
    seen = find(school, "c1", 1)
    assert [(str(own.given.points), own.author, own.in_name_of) for own in seen.entered] == [
        ("81/2", "Lien Martens", "Karim Haddad"),
        ("41", "Karim Haddad", ""),
    ]
    assert seen.result.percent == Fraction("50.625")
    assert find(school, "c1", 0).result.missing is NoResult.NOT_ENTERED  # another period's


def test_who_sees_it_and_what_it_leads_to(own_school: School):
    school = photographed(own_school)
    state(school, SHARE)
    plan_at(school, MORNING, {8: WORKPLACE})
    enter(school, "41", "m1", None, SECOND)
    around = {"s1": Role.STUDENT, "m1": Role.MENTOR, "t1": Role.TEACHER, "c1": Role.COACH}
    for photo in (0, None):
        for who, role in around.items():
            seen = find(school, who, photo)
            assert seen.result.lines
            assert (seen.standing is not None) is (RESULT_SIGHT[role] is ResultSight.ALL)
        for stranger in ("s2", "m2"):  # with the track in hand: nothing of it is read
            unseen = see(school, stranger, photo)
            assert unseen is None or not (unseen.result.lines or unseen.entered)
    assert all(find(school, who, 1).entered for who in around)
    for stranger in ("s2", "m2"):
        latest = see(school, stranger, 1)
        assert latest is None or not latest.entered


def test_every_role_has_its_cell():
    assert set(RESULT_SIGHT) == {*PERSPECTIVES, Role.COACH}
    assert RESULT_SIGHT[Role.STUDENT] is RESULT_SIGHT[Role.MENTOR] is ResultSight.ARITHMETIC
