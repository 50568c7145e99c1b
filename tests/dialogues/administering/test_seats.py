"""By a roster nobody gives themselves a role; who gets one of somebody else's is told and noted."""

import pytest

from bot.domain.administering.rights_acts import RightsActKind
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.administering.beside import work
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.administering.test_files import HEADER, sent
from tests.dialogues.clock import hear, told
from tests.dialogues.school import School

JONAS = "ELEC-1,6E,s1,Jonas Peeters,Elektro bv,m1,Karim Haddad,t1,Els Wouters,{coach}\n"


def roster(coach: str) -> bytes:
    return (HEADER + JONAS.format(coach=coach)).encode()


@pytest.fixture
def run(school: School) -> School:
    hire(school, "m2", "An Claes")
    hire(school)
    return school


def seats(school: School) -> list[tuple[str, int, int]]:
    with school.engine.begin() as connection:
        lines = StoredUnitOfWork(connection).rights_acts.list_of(1)
        kinds = (RightsActKind.ROLE_BEGAN, RightsActKind.ROLE_ENDED)
        return [
            (str(line.act.kind), line.act.about_id or 0, line.act.ids["student"])
            for line in lines
            if line.act.kind in kinds
        ]


def test_a_file_gives_its_sender_no_role(run: School):
    run.say("m1", "jonas 8 vlxv")
    said = sent(run, "m2", "roster.csv", roster("m2,An Claes"))
    assert "Line 2: it gives you yourself a role around Jonas Peeters" in said
    assert "read it in" not in run.buttons("m2")
    assert "You look on as coach" not in run.text("m2", "/report jonas")
    assert "roster_imported" not in acts(run)


def test_whoever_has_the_role_already_keeps_it(own_school: School):
    hire(own_school, "c1", "Lien Martens")
    other = roster("c1,Lien Martens").replace(b"Elektro bv", b"Licht bv")
    assert "1 placement: 1 new" in sent(own_school, "c1", "roster.csv", other)
    own_school.tap("c1", "read it in")
    assert acts(own_school)[-1] == "roster_imported"
    assert seats(own_school) == []


def test_another_coach_stands_in_the_log_and_is_told(run: School):
    sent(run, "a1", "roster.csv", roster("m2,An Claes"))
    run.tap("a1", "read it in")
    ids = {who: known.person_id for who, known in run.people.items()}
    assert sorted(seats(run)) == sorted(
        [("role_began", ids["m2"], ids["s1"]), ("role_ended", ids["c1"], ids["s1"])]
    )
    hear(run)
    heard = "\n".join(told(run, "s1", "notice"))
    assert "Your coach from now on, by a roster: An Claes." in heard
    assert "Not your coach any more: Lien Martens." in heard
    assert "Marie Claes read it in." in heard
    heard = "\n".join(told(run, "c1", "notice"))
    assert "• Jonas Peeters: An Claes, and no longer Lien Martens" in heard
    run.say("a1", "/admin")
    log = run.tapped("a1", "what was done")
    assert "An Claes became coach of Jonas Peeters, by Marie Claes" in log
    assert "Lien Martens is no longer coach of Jonas Peeters, by Marie Claes" in log


def large(coach: str) -> bytes:
    """A roster that is looked at beside the lanes, with Jonas among many who are new."""
    many = (
        JONAS.format(coach="c1,Lien Martens").replace("s1,Jonas", f"x{n},Newcomer{n}")
        for n in range(600)
    )
    return roster(coach) + "".join(many).encode()


def test_so_it_is_with_a_large_file(own_school: School):
    hire(own_school, "m2", "An Claes")
    hire(own_school)
    sent(own_school, "m2", "roster.csv", large("m2,An Claes"))
    work(own_school)
    hear(own_school)
    assert "it gives you yourself a role" in told(own_school, "m2", "notice")[-1]
    sent(own_school, "a1", "roster.csv", large("m2,An Claes"))
    work(own_school)
    hear(own_school)
    own_school.tap("a1", "read it in")
    work(own_school)
    ids = {who: known.person_id for who, known in own_school.people.items()}
    assert sorted(seats(own_school)) == sorted(
        [("role_began", ids["m2"], ids["s1"]), ("role_ended", ids["c1"], ids["s1"])]
    )
    hear(own_school)
    assert "Your coach from now on, by a roster: An Claes." in told(own_school, "s1", "notice")[-1]
    assert len(told(own_school, "c1", "notice")) == 1
