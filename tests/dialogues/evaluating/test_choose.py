"""Students choose what a period evaluates, while its window is open."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.importing.drafts import ComponentDraft, ProgrammeDraft
from bot.domain.periods.period import Dates
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_programme import import_programme_details
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["own_school"]

OPENED = timedelta(days=2)
LASTS = timedelta(days=11)


def with_components(school: School) -> School:
    components = (ComponentDraft("Rough-in", (8, 10)), ComponentDraft("Boxes", (11,)))
    draft = ProgrammeDraft("ELEC-1", None, None, (), components)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        organisation: OrganisationRow = uow.catalogue.list_organisations()[0]
        import_programme_details(uow.catalogue, organisation.id, draft)
        opens = school.at - OPENED
        dates = Dates(opens, opens + timedelta(days=60), opens, opens + LASTS)
        add_period(uow, organisation.id, 1, "One", dates)
    return school


@pytest.fixture
def choosing(school: School) -> School:
    return with_components(school)


def test_a_student_toggles_and_the_teacher_sees_it(choosing: School):
    (shown,) = choosing.say("s1", "/choose")
    assert buttons_of([shown]) == ["☐ Rough-in", "☐ Boxes"]
    (shown,) = choosing.tap("s1", "☐ Boxes")
    assert buttons_of([shown]) == ["☐ Rough-in", "☑ Boxes"]
    choosing.tap("s1", "☐ Rough-in")
    choosing.tap("s1", "☑ Rough-in")
    seen = choosing.text("t1", "/kies 6E")
    assert "6E · One\nJonas: Boxes\nNoor: nothing chosen yet" in seen
    assert "Nicolas" not in seen
    assert "Nicolas: nothing chosen yet" in choosing.text("c1", "/choose")
    assert "nothing chosen to see" in choosing.text("m1", "/choose")


def test_after_the_window_the_choice_stands(choosing: School):
    choosing.say("s1", "/choose")
    choosing.tap("s1", "☐ Boxes")
    choosing.later(days=9)
    assert "The choice for One is over" in choosing.tapped("s1", "☑ Boxes")
    assert "nothing to choose" in choosing.text("s1", "/choose")
    assert "Jonas: Boxes" in choosing.text("t1", "/choose")


def test_nobody_chooses_for_another(own_school: School):
    choosing = with_components(own_school)
    with choosing.engine.begin() as connection:
        (track,) = connection.exec_driver_sql(
            "SELECT t.id FROM track t JOIN person p ON p.id = t.student_id WHERE school_id = 's2'"
        ).scalars()
    for who in ("s1", "m1", "t1"):
        assert "nothing to choose" in choosing.tap_code(who, f"ch:1:{track}:1")[0].text


def test_only_who_chose_nothing_hears_that_the_window_ends(own_school: School):
    own_school.at = datetime(2026, 10, 14, 0, tzinfo=UTC)
    school = with_components(own_school)
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)
    opened = tick_through(school, 12)
    assert "you can choose what One evaluates" in opened["s1"][0].text
    assert "choose" not in opened["m1"][0].text
    school.say("s1", "/choose")
    school.tap("s1", "☐ Boxes")
    school.at = datetime(2026, 10, 20, 22, tzinfo=UTC)  # the window ends on the 23rd
    told = tick_through(school, 20)
    assert told.keys() == {"s2", "s3"}
    assert all("Until" in shown[0].text for shown in told.values())


def test_the_longest_titles_are_read_whole_and_told_apart_on_buttons(own_school: School):
    school = with_components(own_school)
    titles = [f"Elektrische installaties in woningen en kleine gebouwen, {part}" for part in "AB"]
    with school.engine.begin() as connection:
        for component, title in enumerate(titles, start=1):
            connection.exec_driver_sql(
                f"UPDATE course_component SET title = '{title}' WHERE id = {component}"
            )
    (shown,) = school.say("s1", "/choose")
    assert all(f"☐ {title}\n" in shown.text for title in titles)
    labels = buttons_of([shown])
    assert [label[-1] for label in labels] == ["A", "B"]
    assert all(len(label) <= 44 for label in labels)
