"""Once all of a track has ended: who still sees what the class council needs, on both databases."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.importing.drafts import RosterRow
from bot.domain.planning.training_plans import Where
from bot.domain.school.endings import council_since
from bot.domain.school.tracks import PERSPECTIVES, Role, Track
from bot.domain.school.visibility import SEES_AFTERWARDS
from bot.ports.evaluating.workplace import NewResult
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.evaluating.council.see_council_page import see_council_page
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.conftest import own_school
from tests.dialogues.reporting.test_photo import SECOND, photographed
from tests.dialogues.school import School

__all__ = ["own_school"]

BEFORE, ENDED = SECOND + timedelta(days=2), SECOND + timedelta(days=5)
COUNCIL = ENDED + timedelta(days=1)
ROW = RosterRow(
    line=2, framework="ELEC-1", class_group="6E", student_id="s1", student="Jonas Peeters",
    workplace="Volta nv", mentor_id="m2", mentor="An Claes", teacher_id="t3",
    teacher="Ilse Maes", coach_id="c2", coach="Mia Smet",
)  # fmt: skip
AT_THE_END = {
    Role.STUDENT: "s1", Role.MENTOR: "m2", Role.TEACHER: "t2", Role.COACH: "c2",
}  # fmt: skip
GONE = ("m1", "t1", "c1", "t3")
"""With the placement that ended before, and who was taken out of the roster while it ran."""


def who(uow: StoredUnitOfWork, school_id: str) -> int:
    return next(person.id for person in uow.people.list_all() if person.school_id == school_id)


def jonas(uow: StoredUnitOfWork) -> Track:
    return uow.tracks.list_of(who(uow, "s1"))[0]


@pytest.fixture
def uow(own_school: School) -> Iterator[StoredUnitOfWork]:
    """Jonas's two placements have ended, one after the other; all three had scored 8."""
    school = photographed(own_school)
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (own,) = uow.catalogue.list_organisations()
        assert isinstance(own, OrganisationRow)
        for row in (ROW, replace(ROW, teacher_id="t2", teacher="Tom Baert")):
            assert not import_roster(uow.catalogue, own, [row]).rejected
        track = jonas(uow)
        first, second = uow.endings.list_of_track(track.id)
        marks = uow.tracks.read_programme(track.programme_id).competences[0]
        uow.training_plans.add_version(
            second.id, who(uow, "m2"), {marks.id: Where.WORKPLACE}, SECOND - timedelta(days=9)
        )
        given = WorkplacePoints(Fraction(41), Fraction(80))
        photo = uow.photos.list_of_programme(track.programme_id)[-1]
        entered = NewResult(own.id, track.id, photo.head.period_id, given, who(uow, "m2"))
        uow.workplace_results.enter(entered, SECOND)
        uow.endings.end([first.id], BEFORE)
        uow.endings.end([second.id], ENDED)
        yield uow


Look = Callable[[StoredUnitOfWork, int, datetime], object]


def of_photo(read: str) -> Look:
    def look(uow: StoredUnitOfWork, viewer: int, at: datetime) -> object:
        photo = uow.photos.list_of_programme(jonas(uow).programme_id)[-1]
        own = getattr(uow.film_reads, read)
        return own(viewer, jonas(uow).id, photo.id, council_since(at))

    return look


def of_result(read: str) -> Look:
    def look(uow: StoredUnitOfWork, viewer: int, at: datetime) -> object:
        photo = uow.photos.list_of_programme(jonas(uow).programme_id)[-1]
        said = {
            "list_pursued": (at,),
            "list_entered": (photo.head.period_id,),
            "read_film": (),
            "read_photo": (photo.id,),
        }[read]
        own = getattr(uow.workplace_reads, read)
        return own(viewer, [jonas(uow).id], *said, council_since(at))

    return look


OPENED = {
    "photo": of_photo("read_colours"),
    "masteries": of_photo("read_masteries"),
    "pursued": of_result("list_pursued"),
    "entered": of_result("list_entered"),
    "film": of_result("read_film"),
    "frozen": of_result("read_photo"),
    "track": lambda uow, viewer, at: [
        track
        for track in uow.tracks.list_for_council(viewer, council_since(at))
        if track.id == jonas(uow).id
    ],
}
"""What the class council needs."""


def competence(uow: StoredUnitOfWork) -> int:
    return uow.tracks.read_programme(jonas(uow).programme_id).competences[0].id


SHUT: dict[str, Look] = {
    "colours": lambda uow, viewer, _at: uow.reads.read_colours(viewer, jonas(uow).id),
    "marks": lambda uow, viewer, _at: uow.reads.read_marks(viewer, jonas(uow).id, competence(uow)),
    "own marks": lambda uow, viewer, _at: [
        own
        for role in PERSPECTIVES
        for own in uow.reads.read_perspective(viewer, jonas(uow).id, role)
    ],
    "notes": lambda uow, viewer, _at: uow.reads.read_notes(viewer, jonas(uow).id, competence(uow)),
    "film": lambda uow, viewer, at: uow.film_reads.read_film(viewer, jonas(uow).id, at, []),
    "changed": lambda uow, viewer, at: uow.film_reads.read_changed(
        viewer, jonas(uow).id, at - timedelta(days=90)
    ),
    "answers": lambda uow, viewer, _at: uow.answer_reads.list_of_track(viewer, jonas(uow).id, 9),
    "plans": lambda uow, viewer, _at: uow.training_plans.list_seen(viewer, jonas(uow).id),
    "photo for nobody": lambda uow, viewer, _at: uow.film_reads.read_colours(
        viewer, jonas(uow).id, uow.photos.list_of_programme(jonas(uow).programme_id)[-1].id
    ),
    "tracks": lambda uow, viewer, _at: [
        track for track in uow.tracks.list_of(viewer) if track.id == jonas(uow).id
    ],
}
"""All else."""


def test_who_was_around_at_the_end_sees_what_the_council_needs_and_nobody_else(
    uow: StoredUnitOfWork,
):
    for name, look in OPENED.items():
        seen = {role for role, own in AT_THE_END.items() if look(uow, who(uow, own), COUNCIL)}
        assert seen == {Role.STUDENT, *SEES_AFTERWARDS}, name
        assert not [own for own in GONE if look(uow, who(uow, own), COUNCIL)], name


def test_all_else_stays_shut_to_everybody_but_the_student(uow: StoredUnitOfWork):
    for name, look in SHUT.items():
        around = (*(own for own in AT_THE_END.values() if own != "s1"), *GONE)
        assert not [own for own in around if look(uow, who(uow, own), COUNCIL)], name


def test_it_ends_after_a_school_year_and_when_it_is_taken_up_again(uow: StoredUnitOfWork):
    late = COUNCIL + timedelta(days=300)
    for name, look in OPENED.items():
        assert not [own for own in ("t2", "c2") if look(uow, who(uow, own), late)], name
    (second,) = (own for own in uow.endings.list_of_track(jonas(uow).id) if own.ended_at == ENDED)
    uow.endings.resume([second.id])
    (track,) = uow.tracks.list_for_council(who(uow, "c2"), council_since(COUNCIL))
    assert (track.ended_at, track.looks_back) == (None, False)
    shut = [name for name, look in SHUT.items() if not look(uow, who(uow, "c2"), COUNCIL)]
    assert shut == ["answers"]  # of which there are none
    assert jonas(uow).id not in {
        own.id for own in uow.tracks.list_for_council(who(uow, "c1"), council_since(COUNCIL))
    }


def test_nobody_scores_or_enters_through_it_and_who_was_there_is_named(uow: StoredUnitOfWork):
    (track,) = uow.tracks.list_for_council(who(uow, "t2"), council_since(COUNCIL))
    assert track.scoring_role is None
    around = {(who(uow, "c2"), Role.COACH), (who(uow, "t2"), Role.TEACHER)}
    assert {*uow.endings.list_at_the_end(track.id)} == around


def test_the_page_is_one_to_hand_round_without_goals(uow: StoredUnitOfWork):
    coach = who(uow, "c2")
    (track,) = uow.tracks.list_for_council(coach, council_since(COUNCIL))
    photo = uow.photos.list_of_programme(track.programme_id)[-1]
    page = see_council_page(uow, coach, track, photo, COUNCIL)
    assert page is not None
    assert page.hand_round
    assert (page.goals, page.notes) == ([], ())
    assert any(row.colours[Role.STUDENT].acquired for row in page.seen.report.rows)
