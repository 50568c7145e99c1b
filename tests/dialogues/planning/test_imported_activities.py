"""What was imported is corrected in the chat, and a file does not take that back."""

from bot.domain.importing.activity_rows import ActivityRow
from bot.use_cases.importing.activities.import_activities import import_activities
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

ROWS = (
    ActivityRow(1, "Elektro bv", "ELEC-1", recognised_until="2031-08-31"),
    ActivityRow(2, "Elektro bv", "ELEC-1", "Houses", "11", "1"),
    ActivityRow(3, "Elektro bv", "ELEC-1", "Boxes", "11"),
)


def brought(school: School) -> None:
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (organisation,) = uow.catalogue.list_organisations()
        report = import_activities(
            uow, uow.catalogue, organisation.id, ROWS, school.at, strict=True
        )
        assert not report.rejected


def test_corrected_in_the_chat_and_not_taken_back_by_a_file(own_school: School):
    school = own_school
    brought(school)
    listed = school.text("m1", "/activities")
    assert listed.splitlines() == [
        "Elektro bv · Electrician",
        "Boxes: 11 “Sets boxes”",
        "Houses: Rough work, 11 “Sets boxes”",
        "In all: 3 of 3 competences; recognised until 31 August 2031",
        "The school brought this list.",
    ]
    corrected = school.text("m1", "/activities 11 not")
    assert "Not here all the same: 11 “Sets boxes”" in corrected
    brought(school)
    assert school.text("c1", "/activities elektro") == corrected


def test_an_activity_is_taken_out_and_put_back(own_school: School):
    school = own_school
    brought(school)
    assert "There is no activity “roofs” here" in school.text("m1", "/activities without roofs")
    assert "Houses" not in school.text("m1", "/activities zonder houses")
    school.say("m1", "/undo")
    assert "Houses: Rough work, 11 “Sets boxes”" in school.text("t1", "/activities elektro")
    assert "not yours to describe" in school.text("t1", "/activities elektro without houses")
