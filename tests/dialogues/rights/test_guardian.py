"""Where the roster says that a guardian is needed, nothing starts before the yes, or after a no."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.importing.drafts import RosterRow
from bot.storage.tables import measure, metadata
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import RosterReport, import_roster
from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.council_school import with_periods
from tests.dialogues.school import School, roster

__all__ = ["own_school"]

OURS = "A parent or guardian of Jonas has to say yes first"
YOURS = "Before we begin, a parent or guardian has to say yes"


def reads(school: School, *lines: RosterRow) -> RosterReport:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        return import_roster(uow.catalogue, uow.catalogue.list_organisations()[0], list(lines))


def guarded(school: School, says: str = "yes") -> School:
    """The roster says of Jonas that a guardian has to say yes."""
    report = reads(school, replace(roster()[0], guardian=says))
    assert not report.rejected
    return school


def agrees(school: School, who: str = "c1") -> None:
    school.say(who, "/guardian jonas")
    school.tap(who, "said yes")
    school.say(who, "on paper, 12/09/2026")


def kinds(school: School) -> list[RightsActKind | str]:
    with school.engine.begin() as connection:
        return [line.act.kind for line in school.unit(connection).rights_acts.list_of(1)]


def test_nothing_starts_before_the_yes_and_everybody_is_told_kindly(school: School):
    guarded(school)
    assert OURS in school.text("m1", "jonas 8 vvvv")
    assert OURS in school.text("t1", "jonas 8.1 x")
    assert OURS in school.text("m1", "/score jonas")
    assert OURS in school.text("m1", "/today jonas 8.1")
    assert YOURS in school.text("s1", "8 vvvv")
    assert YOURS in school.text("s1", "/score")
    assert YOURS in school.text("s1", "/reflect")
    assert YOURS in school.text("s1", "/choose")
    assert school.scores == 0
    assert "stored" in school.text("m1", "noor 8 vvvv"), "the others go on"
    agrees(school)
    assert "4 indicators stored" in school.text("m1", "jonas 8 vvvv")
    assert "4 indicators stored" in school.text("s1", "8 vvvv")


def test_a_line_about_the_class_leaves_out_who_waits(own_school: School):
    school = guarded(own_school)
    school.say("t1", "6E 8.1 v")
    if school.buttons("t1"):
        school.tap_code("t1", "")
    with school.engine.begin() as connection:
        said = connection.exec_driver_sql(
            "SELECT count(*) FROM score JOIN track t ON t.id = track_id"
            " JOIN person p ON p.id = t.student_id WHERE school_id = 's1'"
        ).scalar_one()
    assert said == 0


def test_the_coach_notes_how_and_when_and_it_is_kept(own_school: School):
    school = guarded(own_school)
    assert "Jonas Peeters: a guardian has not said yes yet" in school.text("c1", "/guardian")
    asked = school.text("c1", "/guardian jonas")
    assert "Nothing is scored or asked until a guardian says yes." in asked
    assert "How was it said, and on which day?" in school.tapped("c1", "said yes")
    assert "a day that is not still to come" in school.text("c1", "on paper, 12/09/2027")
    said = school.text("c1", "on paper, 12/09/2026")
    assert "Jonas Peeters: a guardian said yes" in said
    assert "yes · on paper · 12 Sep" in said
    assert kinds(school) == [RightsActKind.GUARDIAN_NOTED]
    with school.engine.begin() as connection:
        (row,) = connection.exec_driver_sql(
            "SELECT agreed, how, on_day, by_id FROM guardian_word"
        ).all()
    assert tuple(row) == (True, "on paper", "2026-09-12", school.people["c1"].person_id)


def test_a_yes_that_is_taken_back_stops_it_again(own_school: School):
    school = guarded(own_school)
    agrees(school)
    school.say("m1", "jonas 8 vvvv")
    school.say("m1", "/score jonas")
    school.say("c1", "/guardian jonas")
    school.tap("c1", "takes it back")
    said = school.text("c1", "by telephone")
    assert "a guardian said no" in said
    before = school.scores
    for button in school.buttons("m1"):
        school.tap("m1", button)
    assert OURS in school.text("m1", "jonas 8 xxxx")
    assert YOURS in school.text("s1", "8 vvvv")
    assert school.scores == before == 4, "what was said stays, and nothing is added"
    assert kinds(school) == [RightsActKind.GUARDIAN_NOTED, RightsActKind.GUARDIAN_REFUSED]
    agrees(school)
    assert "stored" in school.text("m1", "jonas 8 xxxx")


def test_an_answer_that_was_begun_is_kept_no_more(own_school: School):
    school = guarded(own_school)
    agrees(school)
    school.say("s1", "/reflect")
    school.tap("s1", "write")
    school.say("c1", "/guardian jonas")
    school.tap("c1", "takes it back")
    school.say("c1", "by telephone")
    assert YOURS in school.text("s1", "Today I bent conduits")
    with school.engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM answer_part").scalar_one() == 0


def test_nobody_is_asked_anything_unasked(own_school: School):
    school = guarded(with_periods(own_school))
    school.at = datetime(2026, 10, 27, 6, tzinfo=UTC)
    arrived = tick_through(school, 24 * 3, every=3)
    assert {"s2", "m1", "t1"} <= set(arrived), "the others are reminded"
    assert "s1" not in arrived
    told = "\n".join(shown.text for who in ("m1", "t1") for shown in arrived[who])
    assert "Jonas" not in told
    assert not any(
        "Jonas, " in shown.text and "nothing yet" in shown.text for shown in arrived["c1"]
    )


def test_an_administrator_notes_it_for_any_student_and_others_do_not(own_school: School):
    school = guarded(own_school)
    for who, said in (
        ("m1", OURS),
        ("t1", OURS),
        ("s1", YOURS),
        ("s2", "The coach notes what a guardian says."),
        ("m2", "The coach notes what a guardian says."),
    ):
        told = school.text(who, "/guardian jonas")
        assert said in told
        assert "of none of your students" not in told
        assert "Nothing was stored" not in told
        for code in (f"rgs:{school.people['s1'].person_id}",):
            assert "not yours to note" in school.tap_code(who, code)[0].text
        school.tap_code(who, f"rgn:{school.people['s1'].person_id}:yes")
        school.say(who, "on paper")
    assert kinds(school) == []
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        person = uow.people.find(school.people["m2"].person_id)
        assert person is not None
        uow.administrators.make(person, school.at)
    agrees(school, "m2")
    assert kinds(school) == [RightsActKind.GUARDIAN_NOTED]
    assert "stored" in school.text("m1", "jonas 8 vvvv")


def test_the_roster_says_it_and_what_was_given_stays(own_school: School):
    school = guarded(own_school)
    agrees(school)
    guarded(school, "ja")
    assert "stored" in school.text("m1", "jonas 8 vvvv")
    guarded(school, "")
    assert "stored" in school.text("m1", "jonas 8 xxxx")
    guarded(school, "no")
    assert "of none of your students" in school.text("c1", "/guardian")
    guarded(school, "yes")
    assert OURS in school.text("m1", "jonas 8 vvvv"), "who needs one anew has to ask anew"


def test_a_cell_that_says_neither_is_refused_with_its_line(own_school: School):
    report = reads(own_school, replace(roster()[0], guardian="perhaps"))
    (rejected,) = report.rejected
    assert rejected.line == 2
    assert rejected.reason.key.endswith("does not say whether a guardian is needed: yes or no")


@pytest.mark.parametrize("who", ["s2", "m1", "c1"])
def test_where_the_roster_says_nothing_nothing_is_asked(school: School, who: str):
    assert "guardian" not in school.text(who, "/open")
    assert "stored" in school.text("m1", "jonas 8 vvvv")


def test_it_is_said_in_dutch(dutch_school: School):
    guarded(dutch_school)
    assert "Een ouder of voogd van Jonas moet eerst ja zeggen" in dutch_school.text(
        "m1", "jonas 8 vvvv"
    )
    assert "moet een ouder of voogd ja zeggen" in dutch_school.text("s1", "8 vvvv")
    dutch_school.say("c1", "/ouder jonas")
    dutch_school.tap("c1", "zei ja")
    assert "Genoteerd" not in dutch_school.text("m1", "/open")
    assert "een ouder of voogd zei ja" in dutch_school.text("c1", "op papier")


def test_what_helps_is_not_written_down_before_the_yes(own_school: School):
    own_school.say("s1", "/helps")
    own_school.tap("s1", "write what helps")
    guarded(own_school)
    assert "has to say yes" in own_school.text("s1", "show me once first")
    assert "has to say yes" in own_school.tap_code("s1", "iw")[-1].text
    assert "has to say yes" in own_school.text("s1", "/helps")
    assert own_school.buttons("s1") == []
    assert "has to say yes" in own_school.text("s1", "/helps show me once first")
    with own_school.engine.begin() as connection:
        assert connection.execute(select(measure.c.id)).all() == []


def test_a_day_is_read_as_people_write_it(school: School):
    guarded(school)
    for said in ("on paper, 3 September", "on paper, 3 September 2026", "on paper, 03/09/2026"):
        school.say("c1", "/guardian jonas")
        school.tap("c1", "said yes")
        shown = school.text("c1", said)
        assert "yes · on paper · 3 Sep" in shown
        school.tap("c1", "takes it back")
        school.say("c1", "by telephone")


def test_of_what_is_said_before_the_yes_not_a_word_is_kept(own_school: School):
    school = guarded(own_school)
    for who, said in (
        ("s1", "8 vvvv: “my canaryword”"),
        ("s1", "I had a canaryword day"),
        ("m1", 'jonas 8 vvvv "canaryword"'),
        ("m1", "jonas was canaryword today"),
        ("t1", 'jonas 8.1 x "canaryword"'),
    ):
        assert "Nothing was stored" in school.text(who, said)
    with school.engine.begin() as connection:
        for table in metadata.sorted_tables:
            rows = connection.exec_driver_sql(f'SELECT * FROM "{table.name}"').all()
            assert "canaryword" not in str(rows), table.name
    school.say("m1", "noor 8 vvvv")
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        shown = uow.transcripts.list_recent(school.people["m1"].person_id, 20)
    assert [message.text for message in shown if message.mine] == ["[…]", "[…]", "noor 8 vvvv"]


def test_the_student_and_who_scores_hear_that_it_may_begin(own_school: School):
    school = guarded(own_school)
    agrees(school)
    arrived = tick_through(school, 1, every=1)
    for who, said in (
        ("s1", "Your parent or guardian said yes: we can begin."),
        ("m1", "A parent or guardian of Jonas said yes: scores and questions may begin."),
        ("t1", "A parent or guardian of Jonas said yes: scores and questions may begin."),
    ):
        assert [said in shown.text for shown in arrived[who]].count(True) == 1
    assert not any("said yes" in shown.text for shown in arrived.get("s2", ()))
    agrees(school)
    assert "s1" not in tick_through(school, 1, every=1), "it went on already"


def test_a_yes_that_was_taken_back_before_it_is_told_is_not_told(own_school: School):
    school = guarded(own_school)
    agrees(school)
    school.say("c1", "/guardian jonas")
    school.tap("c1", "takes it back")
    school.say("c1", "by telephone")
    assert "s1" not in tick_through(school, 1, every=1)
