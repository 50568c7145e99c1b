"""Whether campus and work are tuned: gaps, and what the campus began when work had it alone."""

import pytest

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.sessions import (
    CampusGroup,
    CampusPlace,
    CampusSession,
    Outcome,
    SessionState,
)
from bot.domain.planning.training_plans import Where
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import PNG, newest_file
from tests.dialogues.planning.planned import plan
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


def taught(school: School) -> School:
    """Jonas showed 8 alone at work before the lesson on it, Noor after; 11 is a gap for both."""
    for student in ("s1", "s2"):
        plan(school, student, "m1", {8: Where.BOTH, 10: Where.CAMPUS})
    school.say("m1", "jonas 8 all v")
    school.later(days=1)
    for name in ("jonas", "noor"):
        school.say("t1", f"{name} 8 all s")
    school.later(days=1)
    school.say("m1", "noor 8 all v")
    return school


def test_every_platform_brings_gaps_and_overlap(school: School):
    text = taught(school).text("c1", "/tuning 6E")
    assert text.startswith("2 gaps, overlap 1, of 6 competences of students\n6E · Electrician\n")
    assert text.endswith(
        "\n11 Sets boxes: gap 2\n8 Marks out routes: overlap: taught though shown alone 1 · tuned 1"
    )
    assert newest_file(school, "c1").startswith(PNG)
    assert "2 collective gaps, of 3" in school.tapped("c1", "the whole plan")
    assert "2 gaps, overlap 1, of 6" in school.tapped("c1", "are campus and work tuned?")


def given(school: School, **on: int) -> None:
    """Hold a session now, in which students, by first name, were in groups on competences."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        teacher = uow.people.find(school.people["t1"].person_id)
        assert teacher is not None
        tracks = {
            track.student.split()[0].lower(): track for track in uow.tracks.list_of(teacher.id)
        }
        first = next(iter(tracks.values()))
        competences = uow.tracks.read_programme(first.programme_id).competences
        ids = {competence.number: competence.id for competence in competences}
        groups = tuple(
            CampusGroup(
                GroupKind.TOGETHER,
                (CampusPlace(tracks[name].id, outcome=Outcome.REACHED),),
                ids[number],
            )
            for name, number in on.items()
        )
        home = (teacher.organisation_id, tracks["jonas"].class_group_id, first.programme_id)
        uow.campus.keep(CampusSession(*home, teacher.id, school.at, SessionState.GIVEN, groups))


def test_sessions_in_groups_save_whom_work_has_taught(own_school: School):
    school = taught(own_school)
    assert " · no session with groups yet" in school.text("c1", "/tuning 6E")
    school.later(days=1)
    given(school, jonas=11, noor=10)
    assert " · 0 student-sessions saved" in school.text("c1", "/tuning 6E")
    school.later(days=1)
    given(school, jonas=10, noor=8)
    text = school.text("c1", "/tuning 6E")
    assert " · 1 student-session saved" in text, "Jonas shows 8 alone, and was in another group"
    assert text.startswith("1 gap, overlap 1, of 6"), "11 was given to Jonas by now"


@pytest.mark.parametrize("who", ["s1", "m1", "t1"])
def test_it_is_for_coaches(own_school: School, who: str):
    refused = taught(own_school).text(who, "/tuning 6E")
    assert refused == "Whether campus and work are tuned is for coaches."
    (answer,) = own_school.tap_code(who, "mt:1")
    assert (answer.files, "gap" in answer.text) == ([], False)
    own_school.say(who, "/plan 6E")
    assert "are campus and work tuned?" not in own_school.buttons(who)


def test_in_dutch(dutch_school: School):
    text = taught(dutch_school).text("c1", "/afstemming 6E")
    assert text.startswith("2 leemtes, overlap 1, van 6 competenties van leerlingen\n")
    assert "8 Marks out routes: overlap: les over wat al lukte 1 · afgestemd 1" in text
