"""What stands in the log after a week: who did what about whom, by identities, never by words."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import select

from bot.domain.administering.rights_acts import first_broken
from bot.storage.tables import person, rights_act
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.end_administrator import LastAdministrator, end_administrator
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.administering.test_files import ROSTER
from tests.dialogues.clock import tick
from tests.dialogues.school import School

WORDS = ("kingfisher", "roster.csv", "Elektro", "6E")


def play_a_week(school: School) -> None:
    """An administrator and a coach do what touches rights, among what everybody does."""
    hire(school)
    school.page_address = "https://kompaan.school.example/k"
    school.say("m1", "jonas 8 vlxv")
    school.say("m1", "jonas note kingfisher")
    school.say("a1", "/admin karim")
    school.tap("a1", "make a link")
    school.say("a1", "/admin lien")
    school.tap("a1", "make an administrator")
    school.tap("a1", "yes")
    school.later(days=1)
    tick(school)
    school.send_file("a1", "roster.csv", ROSTER)
    school.tap("a1", "read it in")
    school.later(days=2)
    school.say("c1", "/track noor")
    school.tap("c1", "end the track")
    school.tap("c1", "yes, end it")
    school.tap("c1", "take it up again")
    school.later(days=4)
    tick(school)


def test_a_week_leaves_kinds_and_identities_and_no_name_or_word(own_school: School):
    play_a_week(own_school)
    assert acts(own_school) == [
        "administrator_made", "invited", "administrator_made", "roster_imported", "track_ended",
        "track_resumed",
    ]  # fmt: skip
    with own_school.engine.begin() as connection:
        rows = connection.execute(select(rights_act)).all()
        names = connection.execute(select(person.c.name, person.c.school_id)).all()
        assert first_broken(StoredUnitOfWork(connection).rights_acts.list_of(1)) is None
    whole = json.dumps([{**row._mapping, "at": str(row.at)} for row in rows])
    parts = {part for row in names for part in row.name.split()}
    assert [part for part in (*parts, *WORDS) if part in whole] == []
    assert all(type(value) is int for row in rows for value in row.ids.values())
    coach = own_school.people["c1"].person_id
    assert [row.by_id for row in rows if row.kind == "track_ended"] == [coach]


def test_of_two_who_end_each_other_at_once_one_stays(own_school: School):
    hire(own_school)
    hire(own_school, "c1", "Lien Martens")
    together = Barrier(2)

    def end(who: str, by: str) -> bool:
        with own_school.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            known = uow.people.find(own_school.people[who].person_id)
            assert known is not None
            if own_school.engine.dialect.name == "postgresql":
                together.wait()
            try:
                return end_administrator(uow, known, own_school.at, own_school.people[by].person_id)
            except LastAdministrator:
                return False

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda pair: end(*pair), [("a1", "c1"), ("c1", "a1")]))
    assert sorted(done) == [False, True]
    with own_school.engine.begin() as connection:
        assert len(StoredUnitOfWork(connection).administrators.list_of(1)) == 1


def test_what_somebody_does_about_themselves_names_them_once(own_school: School):
    hire(own_school)
    own_school.say("s1", "/forget")
    own_school.tap("s1", "I want to be forgotten")
    own_school.tap("s1", "take the wish back")
    own_school.say("a1", "/admin")
    log = own_school.tapped("a1", "what was done")
    assert "Jonas Peeters asked to be forgotten" in log
    assert "Jonas Peeters took back the wish to be forgotten" in log
    assert "somebody on the command line made Marie Claes an administrator" in log
