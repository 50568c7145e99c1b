"""Somebody stands in for a mentor or a teacher who is away, until a day: named, and let go."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select

from bot.storage.tables import involvement, person, question, substitute
from tests.dialogues.clock import hear, tick, tick_through, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School, roster
from tests.dialogues.supporting.test_handover import sent
from tests.dialogues.supporting.test_handover_day import erase
from tests.dialogues.supporting.test_stops import imported
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def name_an(school: School, whom: str = "everybody", day: str = "23/10/2026") -> str:
    """Let An stand in for Karim, as the coach."""
    school.say("c1", "/substitute karim")
    school.tap("c1", whom)
    school.say("c1", "An Claes")
    return school.text("c1", day)


@both_ways
def test_a_mentor_is_stood_in_for_and_the_day_takes_it_away(school: School):
    assert "/substitute" not in school.text("m2", "/report jonas")
    asked = school.text("c1", "/substitute")
    assert "Nobody stands in for anybody at the moment." in asked
    assert "For whom does somebody stand in for Karim Haddad?" in school.tapped(
        "c1", "Karim Haddad · mentor"
    )
    who = school.tapped("c1", "everybody")
    assert who.startswith("Who stands in for Karim Haddad, as mentor of Jonas Peeters and Noor")
    assert "Until when does An Claes stand in?" in school.text("c1", "An Claes")
    stored = school.text("c1", "23/10/2026")
    assert stored.startswith(
        "An Claes stands in for Karim Haddad as mentor of Jonas Peeters and Noor Aziz, up to and "
        "including 23 Oct."
    )
    assert "8 Marks out routes" in school.text("m2", "/report jonas")
    school.say("m2", "jonas 8.1 ✓")
    seen = school.text("m2", "/substitute")
    assert seen == (
        "You stand in for Karim Haddad up to and including 23 Oct, for Jonas Peeters and Noor Aziz."
    )
    assert "stands in for you up to and including 23 Oct" in school.text("m1", "/substitute")
    assert "stands in for your mentor Karim Haddad" in school.text("s1", "/substitute")


def test_the_day_ends_by_the_schools_clock_and_the_words_stay(own_school: School):
    name_an(own_school)
    own_school.say("m2", "jonas 8.1 ✓")
    own_school.later(hours=3)
    tick(own_school)
    own_school.at = datetime(2026, 10, 23, 21, 59, tzinfo=UTC)
    tick(own_school)
    assert "8 Marks out routes" in own_school.text("m2", "/report jonas")
    own_school.at = datetime(2026, 10, 23, 22, 0, tzinfo=UTC)
    tick(own_school)
    assert "8 Marks out routes" not in own_school.text("m2", "/report jonas")
    assert "8 Marks out routes" in own_school.text("m1", "/report jonas")
    assert "An Claes" in own_school.text("c1", "/report jonas 8")
    assert own_school.text("m1", "/substitute").startswith("Nobody stands in")
    own_school.at = datetime(2026, 10, 26, 11, 0, tzinfo=UTC)
    tick(own_school)
    assert (
        "You no longer stand in for Karim Haddad. Thank you."
        in told(own_school, "m2", "reminder")[-1]
    )
    assert (
        told(own_school, "s1", "reminder")[-1] == "An Claes no longer stands in for Karim Haddad."
    )


def test_both_the_students_and_the_coaches_hear_it_once(own_school: School):
    name_an(own_school)
    own_school.later(hours=3)
    tick(own_school)
    (an,) = told(own_school, "m2", "reminder")
    assert an.startswith("You stand in for Karim Haddad up to and including 23 Oct, for Jonas")
    assert "/open shows what waits." in an
    (karim,) = told(own_school, "m1", "answer")  # by itself: who is away is asked nothing
    assert karim.startswith("An Claes stands in for you up to and including 23 Oct")
    (noor,) = told(own_school, "s2", "reminder")
    assert noor.startswith("An Claes stands in for your mentor Karim Haddad up to and including")
    assert "Said by" not in str(told(own_school, "c1", "reminder"))  # the line of the desk alone
    assert told(own_school, "s3", "reminder") == []


def test_only_for_one_student(own_school: School):
    name_an(own_school, "Noor Aziz")
    assert "8 Marks out routes" in own_school.text("m2", "/report noor")
    assert "8 Marks out routes" not in own_school.text("m2", "/report jonas")


def test_a_newcomer_is_added_with_a_link_and_only_once_it_is_stored(own_school: School):
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    own_school.tap("c1", "somebody new …")
    assert "A first name and a family name, please" in own_school.text("c1", "Piet")
    assert "Until when does Piet Snoeck stand in?" in own_school.text("c1", "Piet Snoeck")
    assert names(own_school, "Piet Snoeck") == 0
    assert "more than a year away" in own_school.text("c1", "1/1/2029")
    assert names(own_school, "Piet Snoeck") == 0
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    own_school.tap("c1", "somebody new …")
    own_school.say("c1", "Piet Snoeck")
    assert own_school.tapped("c1", "up to and including 23 Oct").startswith("Piet Snoeck stands in")
    assert names(own_school, "Piet Snoeck") == 1
    link = own_school.tapped("c1", "invite Piet Snoeck")
    assert link.startswith("An invitation for ")


def names(school: School, name: str) -> int:
    """How many people are called so."""
    with school.engine.begin() as connection:
        return len(connection.execute(select(person.c.id).where(person.c.name == name)).all())


def test_a_slip_in_a_name_adds_nobody_unseen(own_school: School):
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    asked = own_school.text("c1", "An Clas")
    assert asked.startswith("Nobody of the school is called An Clas: with the last day I add them.")
    asked = own_school.tapped("c1", "no, An Claes")
    assert asked.startswith("Until when does An Claes stand in?")
    assert own_school.text("c1", "23/10/2026").startswith("An Claes stands in for Karim Haddad")
    assert names(own_school, "An Clas") == 0


def test_who_scores_them_otherwise_cannot(own_school: School):
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    own_school.say("c1", "Els Wouters")
    said = own_school.text("c1", "23/10/2026")
    assert said == "Nothing was stored: Els Wouters scores Jonas Peeters in another role."
    assert seats(own_school) == 0


def seats(school: School) -> int:
    """How many seats are held for a while."""
    with school.engine.begin() as connection:
        query = select(involvement.c.person_id).where(involvement.c.substitute_id.is_not(None))
        return len(connection.execute(query).all())


def test_there_is_one_at_a_time_and_who_is_there_already_is_none(own_school: School):
    name_an(own_school, "Noor Aziz")
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    own_school.tap("c1", "somebody new …")
    own_school.say("c1", "Piet Snoeck")
    said = own_school.text("c1", "30/10/2026")
    assert said == "Nothing was stored: An Claes stands in there already. /substitute ends it."
    assert names(own_school, "Piet Snoeck") == 0


def test_undo_takes_it_away_with_the_absence(own_school: School):
    name_an(own_school)
    assert away(own_school) == "23 Oct 21:59"
    own_school.say("c1", "/undo")
    assert away(own_school) is None
    assert seats(own_school) == 0
    assert own_school.text("m2", "/substitute").startswith("Nobody stands in")


def away(school: School) -> str | None:
    """Until when Karim is away, in UTC."""
    query = select(person.c.absent_until).where(person.c.school_id == "m1")
    with school.engine.begin() as connection:
        until = connection.execute(query).scalar_one()
    return f"{until:%-d %b %H:%M}" if until else None


def test_it_ends_early_and_that_can_be_undone(own_school: School):
    name_an(own_school)
    own_school.say("c1", "/substitute")
    own_school.tap("c1", "An Claes ← Karim Haddad")
    said = own_school.tapped("c1", "end it now")
    assert said.startswith("An Claes stands in no more.")
    assert "Karim Haddad is away up to and including 23 Oct" in said
    assert seats(own_school) == 0
    own_school.tap("c1", "↩ Undo")
    assert seats(own_school) == 2


def test_the_last_day_is_moved_and_that_can_be_undone(own_school: School):
    name_an(own_school)
    own_school.say("c1", "/substitute")
    own_school.tap("c1", "An Claes ← Karim Haddad")
    own_school.tap("c1", "another last day …")
    assert "up to and including 6 Nov" in own_school.text("c1", "6/11/2026")
    assert away(own_school) == "6 Nov 22:59"
    own_school.say("c1", "/undo")
    assert away(own_school) == "23 Oct 21:59"
    assert "up to and including 23 Oct" in own_school.text("m2", "/substitute")


def test_who_is_back_earlier_takes_over(own_school: School):
    name_an(own_school)
    back = own_school.text("m1", "I am back")
    assert "An Claes still stands in for you." in back
    own_school.tap("m1", "An Claes stands in no more")
    assert seats(own_school) == 0
    own_school.later(hours=3)
    tick(own_school)
    (heard,) = told(own_school, "c1", "reminder")
    assert heard.startswith("An Claes no longer stands in for Karim Haddad.")


def test_it_goes_on_by_undo_only_where_nobody_else_stands_in(own_school: School):
    name_an(own_school)
    own_school.say("m1", "I am back")
    own_school.tap("m1", "An Claes stands in no more")
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    assert "Until when does Piet Snoeck stand in?" in own_school.text("c1", "Piet Snoeck")
    stored = own_school.text("c1", "30/10/2026")
    assert stored.startswith("Piet Snoeck stands in")
    own_school.say("m1", "/undo")
    assert own_school.text("m2", "/substitute").startswith("Nobody stands in")
    assert seats(own_school) == 2


def test_what_is_taken_back_before_anybody_heard_is_told_to_nobody(own_school: School):
    own_school.at = datetime(2026, 10, 13, 20, 30, tzinfo=UTC)  # after everybody's hours
    name_an(own_school)
    own_school.say("c1", "/undo")
    own_school.at = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
    tick_through(own_school, 30)
    for who in ("m1", "m2", "s1", "s2"):
        assert all("stand" not in text for text in sent(own_school, who))
    assert all("stand" not in text for text in told(own_school, "c1", "reminder"))


def test_what_ends_and_goes_on_before_anybody_heard_is_told_once(own_school: School):
    own_school.at = datetime(2026, 10, 13, 20, 30, tzinfo=UTC)
    name_an(own_school)
    own_school.say("c1", "/substitute")
    own_school.tap("c1", "An Claes ← Karim Haddad")
    own_school.tap("c1", "end it now")
    own_school.tap("c1", "↩ Undo")
    own_school.at = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
    tick_through(own_school, 30)
    assert len([text for text in sent(own_school, "s2") if "stands in" in text]) == 1


def test_who_is_erased_stands_in_no_more_and_the_coach_hears_it(own_school: School):
    name_an(own_school)
    erase(own_school, "m2")
    assert away(own_school) is None
    assert seats(own_school) == 0
    own_school.later(hours=3)
    tick(own_school)
    heard = told(own_school, "c1", "reminder")[-1]
    assert heard.startswith("Nobody stands in for Karim Haddad any more")
    assert "Name somebody else: /substitute" in heard


def test_nobody_of_the_school_is_added_a_second_time(own_school: School):
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    own_school.tap("c1", "somebody new …")
    for name in ("Noor Aziz", "Hilde Maes"):
        before = names(own_school, name)
        said = own_school.text("c1", name)
        assert before == 0 or "is in the school’s list already" in said or "Until when" in said
        assert names(own_school, name) == before


def test_nobody_else_names_or_ends(own_school: School):
    name_an(own_school)
    number = ids(own_school)[0]
    for who in ("s1", "t1", "m2"):
        for code in (f"sue:{number}", f"sus:{number}", f"suo:{number}", f"sum:{number}:20261030"):
            (shown,) = own_school.tap_code(who, code)
            assert shown.text.startswith("Nobody stands in there any more"), (who, code)
        (shown,) = own_school.tap_code(who, "suc:2:mentor:0")
        assert "the coach of the student names who stands in" in shown.text
    assert seats(own_school) == 2


def ids(school: School) -> list[int]:
    """The identities of who stands in."""
    with school.engine.begin() as connection:
        return list(connection.execute(select(substitute.c.id)).scalars())


def test_a_coach_who_notes_or_hears_an_absence_is_led_there(own_school: School):
    own_school.say("c1", "/absent karim until friday")
    own_school.tap("c1", "somebody stands in …")
    own_school.tap("c1", "everybody")
    own_school.say("c1", "An Claes")
    said = own_school.tapped("c1", "up to and including 16 Oct")
    assert said.startswith("An Claes stands in for Karim Haddad")
    own_school.say("t1", "I am ill")
    own_school.tap("t1", "up to and including 16 Oct")
    own_school.tap("t1", "tell the coach")
    own_school.later(hours=3)
    tick(own_school)
    assert told(own_school, "c1", "answer")[-1].startswith("Els Wouters is away")
    asked = own_school.tapped("c1", "somebody stands in …")
    assert asked == "For whom does somebody stand in for Els Wouters?"
    own_school.say("c1", "/absent karim")
    own_school.tap("c1", "Karim is back")
    assert own_school.tapped("c1", "An Claes stands in no more").startswith(
        "An Claes stands in no more."
    )
    assert seats(own_school) == 0


def test_a_students_absence_leads_nowhere(own_school: School):
    own_school.say("c1", "/absent jonas until friday")
    assert "somebody stands in …" not in own_school.buttons("c1")


def test_a_coachs_question_goes_to_who_stands_in_and_back(own_school: School):
    school = with_period(own_school)
    all_score(school)
    quiet(school)
    school.say("c1", "/alerts")
    school.tap("c1", "Jonas · 8 Marks out routes · Period 3")
    school.tap("c1", "ask all")
    school.tap("c1", "send the usual one")
    name_an(school)
    assert asked_now(school) == {"s1", "m2", "t1"}
    hear(school)
    assert any("Lien Martens asks about" in said for said in told(school, "m2", "question"))
    school.say("c1", "/substitute")
    school.tap("c1", "An Claes ← Karim Haddad")
    school.tap("c1", "end it now")
    assert asked_now(school) == {"s1", "m1", "t1"}


def asked_now(school: School) -> set[str]:
    """Whose answers to the coach's questions are waited for."""
    names = {known.person_id: who for who, known in school.people.items()}
    with school.engine.begin() as connection:
        return {names[asked] for asked in connection.execute(select(question.c.asked_id)).scalars()}


def test_a_roster_leaves_a_substitute_and_who_is_named_stays_for_good(own_school: School):
    name_an(own_school)
    imported(own_school, *roster())
    assert seats(own_school) == 2
    assert "8 Marks out routes" in own_school.text("m2", "/report noor")
    jonas, *others = roster()
    imported(own_school, replace(jonas, mentor_id="m2", mentor="An Claes"), *others)
    assert seats(own_school) == 1
    own_school.at = datetime(2026, 10, 23, 22, 0, tzinfo=UTC)
    tick(own_school)
    assert "8 Marks out routes" in own_school.text("m2", "/report jonas")
    assert "8 Marks out routes" not in own_school.text("m2", "/report noor")


def test_a_placement_that_stops_and_goes_on_keeps_the_end_of_it(own_school: School):
    name_an(own_school, "Jonas Peeters")
    own_school.say("c1", "/stops jonas")
    own_school.tap("c1", "both agree")
    own_school.say("c1", "12/10/2026")
    own_school.tap("c1", "nobody else")
    assert "Jonas Peeters" not in own_school.text("m2", "/open")
    own_school.at = datetime(2026, 10, 23, 22, 0, tzinfo=UTC)
    tick(own_school)
    own_school.say("c1", "/stops jonas")
    own_school.tap("c1", "it goes on after all")
    assert "8 Marks out routes" not in own_school.text("m2", "/report jonas")
    assert "8 Marks out routes" in own_school.text("m1", "/report jonas")
    assert seats(own_school) == 0


def test_a_teacher_is_stood_in_for_by_somebody_new(own_school: School):
    own_school.say("c1", "/substitute els")
    own_school.tap("c1", "everybody")
    own_school.say("c1", "Piet Snoeck")
    own_school.say("c1", "Piet Snoeck")
    said = own_school.text("c1", "friday")
    assert said.startswith("Piet Snoeck stands in for Els Wouters as teacher of Jonas Peeters, ")
    assert "stands in for your teacher Els Wouters" in own_school.text("s3", "/substitute")


def test_an_old_button_with_a_day_stores_nothing(own_school: School):
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    own_school.say("c1", "An Claes")
    assert own_school.tap_code("c1", "suf:1:20261023")
    assert seats(own_school) == 0


def test_in_dutch(dutch_school: School):
    dutch_school.say("c1", "/vervanger karim")
    dutch_school.tap("c1", "iedereen")
    assert "Tot wanneer vervangt An Claes?" in dutch_school.text("c1", "An Claes")
    said = dutch_school.text("c1", "23/10/2026")
    assert said.startswith("An Claes vervangt Karim Haddad als mentor van Jonas Peeters en Noor")
    assert dutch_school.text("m2", "/vervanger").startswith("Je vervangt Karim Haddad tot en met")
