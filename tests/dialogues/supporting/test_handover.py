"""A coach hands students over: what goes along, who hears it, and the way back."""

from datetime import UTC, date, datetime, timedelta

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.supporting.handover.list_dated import list_dated
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.clock import hear, tick, tick_through, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def handed_over(school: School, student: str = "jonas") -> str:
    """Hand a student over to the teacher Els, at once."""
    school.say("c1", f"/handover {student}")
    school.say("c1", "els")
    return school.tapped("c1", "now")


def sent(school: School, who: str) -> list[str]:
    """What arrived unasked with somebody."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        recent = uow.transcripts.list_recent(school.people[who].person_id, 20)
    return [message.text for message in recent]


def hear_all(school: School) -> None:
    """Let a day pass, so that everybody hears what waits for them in their hours."""
    for hours in (7, 2, 15, 5):
        school.later(hours=hours)
        hear(school)


def coached_by(school: School, who: str) -> set[str]:
    """Whose coach somebody is."""
    with school.engine.begin() as connection:
        tracks = StoredUnitOfWork(connection).tracks.list_of(school.people[who].person_id)
    return {track.student for track in tracks if "coach" in track.roles}


@both_ways
def test_a_student_goes_to_another_coach_with_what_is_open(school: School):
    school.say("c1", "/visit jonas")
    school.tap("c1", "plan a visit")
    school.tap("c1", "choose this moment")
    asked = school.text("c1", "/handover jonas")
    assert asked.startswith("Who becomes coach of Jonas Peeters?")
    shown = school.text("c1", "els")
    assert shown.startswith("From Lien Martens to Els Wouters: Jonas Peeters.")
    assert "Open there: 1 planned visit.\nAll of it goes along." in shown
    assert coached_by(school, "t1") == set()
    done = school.tapped("c1", "now")
    assert done.startswith("Els Wouters is coach of Jonas Peeters now.")
    assert coached_by(school, "t1") == {"Jonas Peeters"}
    assert "Jonas Peeters" not in coached_by(school, "c1")
    assert "Jonas" not in school.text("c1", "/visit jonas")
    hear_all(school)
    (heard,) = told(school, "t1", "reminder")
    assert heard.startswith("You are coach of Jonas Peeters now, after Lien Martens.")
    assert "Open there: 1 planned visit." in heard
    opened = school.tapped("t1", "see what is open")
    assert opened.startswith("Jonas Peeters: Open there: 1 planned visit.\n• visit: ")
    assert school.tapped("t1", "my desk")
    (student,) = told(school, "s1", "reminder")
    assert student.startswith("Your coach is Els Wouters now, after Lien Martens.")
    (mentor,) = told(school, "m1", "reminder")
    assert mentor == "The coach of Jonas Peeters is Els Wouters now, after Lien Martens."
    assert not told(school, "s2", "reminder")
    assert "Planned: " in school.text("t1", "/visit jonas")


def test_it_is_undone_while_nothing_was_done_and_who_heard_it_hears_that(own_school: School):
    handed_over(own_school)
    tick_through(own_school, 30)
    assert "Take this back? who becomes the coach" in own_school.tapped("c1", "↩ Undo")
    assert "Undone: who becomes the coach" in own_school.tapped("c1", "yes, undo it")
    assert "Jonas Peeters" in coached_by(own_school, "c1")
    assert coached_by(own_school, "t1") == set()
    own_school.later(minutes=1)
    tick_through(own_school, 120)
    assert told(own_school, "s1", "reminder")[-1] == "Your coach stays Lien Martens after all."
    assert told(own_school, "t1", "reminder")[-1].startswith("Lien Martens stays coach of Jonas")


def test_what_is_undone_before_it_was_told_is_not_told(own_school: School):
    handed_over(own_school)
    own_school.tap("c1", "↩ Undo")
    with own_school.engine.begin() as connection:
        assert not StoredUnitOfWork(connection).handovers.list_coming_to(
            own_school.people["t1"].person_id
        )
    tick(own_school)
    assert all("coach" not in text for text in sent(own_school, "s1"))


def test_it_is_not_undone_once_the_new_coach_did_something(own_school: School):
    handed_over(own_school)
    own_school.later(minutes=5)
    own_school.say("t1", "/visit jonas")
    own_school.tap("t1", "plan a visit")
    own_school.tap("t1", "choose this moment")
    own_school.later(minutes=5)
    assert "This cannot be taken back here" in own_school.tapped("c1", "↩ Undo")
    assert coached_by(own_school, "t1") == {"Jonas Peeters"}


def test_it_is_planned_for_a_day_and_done_by_the_clock(own_school: School):
    own_school.say("c1", "/handover")
    own_school.tap("c1", "all 3 students")
    own_school.say("c1", "els")
    planned = own_school.text("c1", "20/10/2026")
    assert "Els Wouters is coach of Jonas Peeters, Nicolas Maes and Noor Aziz" in planned
    tick_through(own_school, 30)
    (told_before,) = told(own_school, "t1", "reminder")
    assert told_before.startswith("From ")
    assert not told(own_school, "s1", "reminder")
    assert "Planned: Jonas Peeters goes to Els Wouters on " in own_school.text("c1", "/handover")
    own_school.at = datetime(2026, 10, 19, 21, 59, tzinfo=UTC)  # before midnight in Brussels
    tick(own_school)
    assert len(coached_by(own_school, "c1")) == 3
    own_school.at = datetime(2026, 10, 19, 22, 0, tzinfo=UTC)
    tick(own_school)
    assert coached_by(own_school, "c1") == set()
    tick_through(own_school, 30)
    assert len(coached_by(own_school, "t1")) == 3
    assert told(own_school, "t1", "reminder")[-1].startswith(
        "You are coach of Jonas Peeters, Nicolas Maes and Noor Aziz now, after Lien Martens."
    )
    assert not [text for text in told(own_school, "c1", "reminder") if "is coach of" in text]
    assert len(told(own_school, "m1", "reminder")) == 1


def test_what_is_planned_can_be_called_off(own_school: School):
    own_school.say("c1", "/handover jonas")
    own_school.say("c1", "els")
    own_school.say("c1", "20/10/2026")
    tick_through(own_school, 30)
    assert "Called off" in own_school.tapped("t1", "call it off")
    own_school.at += timedelta(days=8)
    tick(own_school)
    assert "Jonas Peeters" in coached_by(own_school, "c1")
    assert "does not stand any more" in own_school.tapped("t1", "call it off")


def test_a_mentor_a_student_and_a_day_that_is_over_are_refused(own_school: School):
    own_school.say("c1", "/handover jonas")
    assert "Karim Haddad cannot become coach here" in own_school.text("c1", "karim")
    own_school.say("c1", "/handover jonas")
    assert "Noor Aziz cannot become coach here" in own_school.text("c1", "noor")
    own_school.say("c1", "/handover jonas")
    own_school.say("c1", "els")
    assert "is over, or more than a year away" in own_school.text("c1", "1/9/2026")
    assert coached_by(own_school, "t1") == set()


def test_who_coaches_nobody_hands_nobody_over(own_school: School):
    own_school.say("c1", "/handover jonas")
    own_school.say("c1", "els")
    code = f"ug:{own_school.people['c1'].person_id}:1:{own_school.people['t1'].person_id}"
    (refused,) = own_school.tap_code("m1", code)
    assert refused.text.startswith("That is for the coach of these students")
    assert coached_by(own_school, "t1") == set()


def test_an_administrator_hands_over_for_a_coach_who_left(own_school: School):
    hire(own_school)
    own_school.say("a1", "/admin lien")
    shown = own_school.tapped("a1", "students to another coach")
    assert shown.startswith("Which students of Lien Martens go to another coach?")
    own_school.tap("a1", "all 3 students")
    preview = own_school.text("a1", "els")
    assert "Open there" not in preview  # who runs the school sees nothing of it
    assert "Els Wouters is coach of" in own_school.tapped("a1", "now")
    assert len(coached_by(own_school, "t1")) == 3
    tick_through(own_school, 30)
    (heard,) = told(own_school, "c1", "reminder")
    assert heard.startswith("Els Wouters is coach of Jonas Peeters, Nicolas Maes and Noor Aziz now")
    assert "Said by Marie Claes." in heard
    log = acts(own_school)
    assert log.count("role_began") == log.count("role_ended") == 3


def test_nobody_else_hands_over_for_a_coach(own_school: School):
    (refused,) = own_school.tap_code("t1", f"ub:{own_school.people['c1'].person_id}")
    assert refused.text.startswith("That is for the coach of these students")


def test_what_is_open_comes_to_the_desk_of_both_until_it_is_looked_at(own_school: School):
    own_school.say("c1", "/handover jonas")
    own_school.say("c1", "els")
    own_school.say("c1", "20/10/2026")
    assert (
        desk(own_school, "c1") == desk(own_school, "t1") == [("Jonas Peeters", date(2026, 10, 20))]
    )
    own_school.at = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)
    tick(own_school)
    assert desk(own_school, "c1") == []
    assert desk(own_school, "t1") == [("Jonas Peeters", date(2026, 10, 27))]  # late after a week
    tick_through(own_school, 30)
    own_school.tap("t1", "see what is open")
    assert desk(own_school, "t1") == []


def desk(school: School, who: str) -> list[tuple[str | None, date | None]]:
    """What of handovers stands on somebody's desk."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people[who].person_id)
        assert person is not None
        coached = [own for own in uow.tracks.list_of(person.id) if "coach" in own.roles]
        today = school.at.date()
        found = list_dated(uow, person, coached, today + timedelta(days=14), today)
    return [(own.student, own.due_on) for own in found]
