"""Late choices, the evaluations to prepare, and what of it is told unasked."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import text

from bot.i18n import Voice
from bot.messages import Reply
from bot.use_cases.evaluating.choosing.see_evaluations import see_evaluations
from bot.wiring.files import files_of
from handlers.evaluating.choosing import tell
from handlers.evaluating.choosing.files import describe_calendar, describe_sheet
from tests.dialogues.clock import hear, tick, tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.test_choose import with_components
from tests.dialogues.school import School, buttons_of
from tests.exchange.spreadsheets.test_heat_map_xlsx import Reopened

__all__ = ["own_school"]

AFTER = 12
"""Days after the morning on which the window is over."""


@pytest.fixture
def chosen(school: School) -> School:
    """Jonas chose Boxes; nobody else chose anything, and the window is over."""
    made = with_components(school)
    made.say("s1", "/choose")
    made.tap("s1", "☐ Boxes")
    made.later(days=AFTER)
    return made


@pytest.fixture
def own_chosen(own_school: School) -> School:
    made = with_components(own_school)
    made.say("s1", "/choose")
    made.tap("s1", "☐ Boxes")
    made.later(days=AFTER)
    return made


def test_a_teacher_chooses_late_with_a_reason_and_the_student_hears_it(chosen: School):
    shown = chosen.say("t1", "/choose noor")
    assert "Until the photo you can change it with a reason" in shown[0].text
    assert buttons_of(shown) == ["☐ Rough-in", "☐ Boxes"]
    asked = chosen.tap("t1", "☐ Boxes")
    assert "Boxes is to count for Noor in One. Why?" in asked[0].text
    said = chosen.text("t1", "she did   all of it at Elektro")
    assert "Boxes counts for Noor in One: she did all of it at Elektro. Noor hears of it." in said
    assert "☑ Boxes" in chosen.buttons("t1")
    chosen.say("t1", "/choose jonas")
    chosen.tap("t1", "☑ Boxes")
    told = chosen.tapped("t1", "agreed with the student")
    assert "Boxes no longer counts for Jonas in One: agreed with the student." in told

    hear(chosen)
    noor, jonas = chosen.text("s2", "/choose"), chosen.text("s1", "/choose")
    assert "☑ Boxes" in noor
    assert "Late: Els Wouters let Boxes count on " in noor
    assert ": she did all of it at Elektro." in noor
    assert "Els Wouters let Boxes no longer count on " in jonas
    assert ": agreed with the student." in jonas

    seen = chosen.text("c1", "/evaluations 6E")
    assert "Boxes (1 student)" in seen
    assert "→ Noor (late)" in seen
    assert "Jonas · Late: Els Wouters let Boxes no longer count" in seen
    assert "Nothing counts for: Jonas." in seen


def test_the_teacher_sees_what_to_prepare_in_both_arrangements(chosen: School):
    shown = chosen.say("t1", "/evaluaties 6E")
    assert shown[0].text.startswith("6E · Electrician · One\nPhoto: ")
    assert shown[0].text.endswith(
        ".\nBoxes (1 student)\n"
        "11 “Sets boxes”\n"
        "→ Jonas\n"
        "Counts for nobody: “Rough-in”.\n"
        "Nothing counts for: Noor."
    )
    by_student = chosen.tapped("t1", "by student")
    assert "Jonas: “Boxes”\nNoor: nothing" in by_student
    assert "as a spreadsheet" in " ".join(chosen.buttons("t1"))
    (sheet,) = chosen.tap("t1", "as a spreadsheet")
    (calendar,) = chosen.tap("t1", "for the calendar")
    assert "keep it safe" in sheet.text
    assert "on the day of the photo" in calendar.text


def test_undo_takes_a_late_choice_back_and_only_what_was_heard_is_told(own_chosen: School):
    school = own_chosen

    def late() -> None:
        school.say("t1", "/choose noor")
        school.tap("t1", "☐ Boxes")
        school.tap("t1", "learned at the workplace")

    late()
    assert "Undone: what you changed late about a choice · Boxes · Noor Aziz" in school.text(
        "t1", "/undo"
    )
    assert "s2" not in tick_through(school, 1)
    late()
    told = tick_through(school, 24)
    assert "Els Wouters let Boxes count in One after all: learned at the work" in told["s2"][0].text
    school.say("t1", "/undo")
    told = tick_through(school, 48)
    assert "Els Wouters took the change about Boxes in One back." in told["s2"][0].text
    assert "☐ Boxes" in school.text("s2", "/choose")


def test_only_a_teacher_and_only_between_window_and_photo(own_school: School):
    school = with_components(own_school)
    (track,) = _ids(school, "s1")
    code = f"vb:1:{track}:2:on"
    assert "Jonas can choose until" in school.tap_code("t1", code)[0].text
    school.later(days=AFTER)
    assert "a teacher of the student may" in school.tap_code("c1", code)[0].text
    assert "a teacher can change it" in school.text("c1", "/choose jonas")
    for who in ("m1", "m2", "s1", "s2"):
        assert "Why?" not in school.tap_code(who, code)[0].text
        assert "Jonas" not in school.tap_code(who, f"vd:{track}:1:student")[0].text
        assert "for teachers and coaches" in school.text(who, "/evaluations")
    school.later(days=58 - AFTER, minutes=-10)  # the photo is in ten minutes
    school.tap_code("t1", code)
    school.later(minutes=20)
    assert "The photo of One has come" in school.text("t1", "too late")
    assert "The photo of One has come" in school.tap_code("t1", code)[0].text
    assert _choices(school) == 0


def test_a_photo_says_in_one_line_what_counted_and_to_whom(own_chosen: School):
    own_chosen.later(days=60)
    for _step in range(4):
        tick(own_chosen)
    line = "Counts for the assessment: “Boxes”. To learn from: “Rough-in”."
    for who in ("s1", "t1", "c1"):
        assert line in own_chosen.text(who, "/photo jonas")
    assert "Counts for the assessment" not in own_chosen.text("m1", "/photo jonas")
    assert "Counts for the assessment: nothing." in own_chosen.text("s2", "/photo")


def test_the_card_says_how_each_component_stands_and_when_it_counted(own_school: School):
    school = with_components(own_school)
    school.say("s1", "10 vvvvvvvvvvvvv")
    school.say("m1", "jonas 11 xxxxx")
    shown = school.text("s1", "/choose")
    assert (
        "☐ Rough-in\n8 “Marks out routes” and 10 “Lays conduits”\n"
        "you: ✅ D 1 ⬜ G 1 · mentor: ⬜ G 2 · teacher: ⬜ G 2\n"
    ) in shown.replace("✅D", "✅ D").replace("⬜G", "⬜ G")
    assert "What you choose counts for the assessment at the photo" in shown
    assert "Competences of each colour: ⬜ G = nothing scored yet" in shown
    assert "before" not in shown
    school.tap("s1", "☐ Rough-in")
    opens = school.at + timedelta(days=61)
    with school.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO period (organisation_id, programme_id, name, opens_at, photo_at,"
                " choose_from, choose_until) SELECT organisation_id, programme_id, 'Two',"
                " :opens, :photo, :opens, :until FROM period"
            ),
            {"opens": _utc(opens), "photo": _utc(opens + timedelta(days=60)),
             "until": _utc(opens + timedelta(days=9))},
        )  # fmt: skip
    school.later(days=62)
    shown = school.text("s1", "/choose")
    assert "Chosen before in One." in shown
    assert "Not chosen before." in shown


def test_a_teacher_is_told_once_when_the_window_closes(own_school: School):
    own_school.at = datetime(2026, 10, 14, 0, tzinfo=UTC)
    school = with_components(own_school)
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)
    school.say("s1", "/choose")
    school.tap("s1", "☐ Boxes")
    school.at = datetime(2026, 10, 22, 20, tzinfo=UTC)  # the window ends on the 23rd
    told = tick_through(school, 96)
    (shown,) = [shown for shown in told["t1"] if "To prepare" in shown.text]
    assert shown.text.endswith(
        "The choice for One is over. To prepare:\n6E · Boxes: 1 student (Jonas)\n7E: nobody chose "
        "anything"
    )
    assert buttons_of([shown]) == ["evaluations to prepare: 6E", "evaluations to prepare: 7E"]
    assert not any(
        "To prepare" in shown.text for who in ("c1", "m1", "s1") for shown in told.get(who, [])
    )


def test_what_a_teacher_is_told_has_eight_lines_at_most(
    own_school: School, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tell, "LINES", 1)
    school = with_components(own_school)
    for label in ("☐ Boxes", "☐ Rough-in"):
        school.say("s1", "/choose")
        school.tap("s1", label)
    school.later(days=8, hours=6)
    told = tick_through(school, 96)
    (shown,) = [shown for shown in told["t1"] if "To prepare" in shown.text]
    assert "6E · Rough-in: 1 student (Jonas)\n… and 2 more" in shown.text


def test_who_chooses_before_the_period_opens_hears_it_then(own_school: School):
    school = with_components(own_school)
    opens = school.at + timedelta(days=30)
    with school.engine.begin() as connection:
        connection.execute(
            text(
                "UPDATE period SET opens_at = :opens, choose_from = :begins, choose_until = :ends"
            ),
            {
                "opens": _utc(opens),
                "begins": _utc(school.at),
                "ends": _utc(opens - timedelta(days=9)),
            },
        )
    told = tick_through(school, 24)
    assert "you can choose what One evaluates" in told["s1"][0].text
    assert "t1" not in told


def test_the_files_hold_both_arrangements_and_one_day_for_each_component(own_chosen: School):
    school = own_chosen
    with school.engine.begin() as connection:
        connection.execute(text("UPDATE course_component SET title = '=1+1' WHERE title = 'Boxes'"))
    with school.engine.begin() as connection:
        uow = school.unit(connection, {})  # past what raises a revision
        tracks = [
            own
            for own in uow.tracks.list_of(school.people["t1"].person_id)
            if own.class_group == "6E"
        ]
        (period,) = uow.periods.list_of(tracks[0].programme_id)
        seen = see_evaluations(uow, tracks, period)
        calendar = describe_calendar("6E", seen, "Europe/Brussels", school.at)
        assert calendar is not None
        made = files_of(
            Reply("", files=(describe_sheet("6E", seen, school.at), calendar)),
            Voice("nl", "Europe/Brussels"),
        )
    sheet, entries = made
    by_component, by_student = (Reopened(sheet.data, number).cells for number in (1, 2))
    assert by_component["A1"] == "evaluaties · 6E · One"
    assert [by_component.get(f"{column}5") for column in "ABC"] == [
        "=1+1",
        "11 Sets boxes",
        "Jonas Peeters",
    ]
    assert "A6" not in by_component
    assert [by_student[at] for at in ("A5", "B5", "A6", "B6")] == [
        "Jonas Peeters",
        "=1+1",
        "Noor Aziz",
        "niets",
    ]
    (event,) = Calendar.from_ical(entries.data).walk("VEVENT")
    assert str(event.decoded("DTSTART")) == "2026-12-11"
    assert "Jonas Peeters" in str(event["DESCRIPTION"])
    assert "Noor" not in str(event["DESCRIPTION"])


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _ids(school: School, who: str) -> list[int]:
    with school.engine.begin() as connection:
        found = connection.exec_driver_sql(
            "SELECT t.id FROM track t JOIN person p ON p.id = t.student_id"
            f" WHERE p.school_id = '{who}'"
        )
        return list(found.scalars())


def _choices(school: School) -> int:
    with school.engine.begin() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM choice").scalar_one())
