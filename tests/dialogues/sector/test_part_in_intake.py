"""Who speaks for a sector takes part in no intake, and who takes part speaks for none."""

import pytest

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.matching.take_in import NotHere, add_candidate, add_place
from tests.dialogues.administering.hired import hire
from tests.dialogues.matching.opened import open_round, take_in
from tests.dialogues.school import School
from tests.dialogues.sector.spoken import speak_for


def sector_of(school: School, who: str) -> str | None:
    with school.engine.begin() as connection:
        own = StoredUnitOfWork(connection).sectors.find_spoken_for(school.people[who].person_id)
    return own.name if own else None


def test_who_speaks_for_a_sector_is_taken_into_no_intake(own_school: School):
    speak_for(own_school)
    round_ = open_round(own_school)
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (speaker,) = uow.sectors.list_people(1)
        coach, intake = uow.people.find(own_school.people["c1"].person_id), uow.intakes.find(round_)
        assert coach is not None
        assert intake is not None
        with pytest.raises(NotHere, match="speaks"):
            add_place(uow, intake, "Lampen nv", speaker, coach, own_school.at)
        with pytest.raises(NotHere, match="speaks"):
            add_candidate(uow, intake, speaker, coach, own_school.at)
        assert uow.candidacies.list_places(round_) == []
        assert uow.candidacies.list_of(round_) == []
    assert sector_of(own_school, "x1") == "Bouw"


def test_who_takes_part_in_an_intake_or_leads_it_speaks_for_no_sector(own_school: School):
    hire(own_school)
    speak_for(own_school)
    intake = open_round(own_school)
    take_in(own_school, intake, "k1", "Sam Janssens")
    take_in(own_school, intake, "p1", "Rik Smets", "Lampen nv")
    for who in ("k1", "p1"):
        person = own_school.people[who].person_id
        (shown,) = own_school.tap_code("a1", f"Xp:{person}:1:yes")
        assert "nothing was stored" in shown.text, who
        assert sector_of(own_school, who) is None, who


def test_who_comes_to_lead_one_speaks_no_more_as_long_as_that_lasts(own_school: School):
    speak_for(own_school)
    intake = open_round(own_school)
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (speaker,) = uow.sectors.list_people(1)
        uow.intakes.name_leader(intake, speaker, own_school.at)
    assert sector_of(own_school, "x1") is None
    with own_school.engine.begin() as connection:
        StoredUnitOfWork(connection).intakes.end_leader(intake, speaker.id)
    assert sector_of(own_school, "x1") == "Bouw"
