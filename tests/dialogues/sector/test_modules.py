"""A module of a sector in a programme that runs: proposed, looked at, taken in, scored, refused."""

from sqlalchemy import func, select

from bot.storage.tables import handed_file, sector_module
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.clock import tick
from tests.dialogues.school import School
from tests.dialogues.sector.spoken import speak_for

SAFE = (
    b"number;title;indicator\n"
    b"1;Works at height;checks the harness\n1;Works at height;marks off the ground\n"
    b"8;Knows the plan;reads the plan of the site\n"
)


def propose(school: School, name: str = "SAFE.csv", data: bytes = SAFE) -> str:
    said = "\n".join(shown.text for shown in school.send_file("x1", name, data))
    assert "Shall I propose it to the school?" in said, said
    return school.tapped("x1", "propose it")


def test_a_module_comes_into_a_running_programme(school: School):
    hire(school)
    speak_for(school)
    said = "\n".join(shown.text for shown in school.send_file("x1", "SAFE.csv", SAFE))
    assert said.startswith("A module of Bouw: SAFE")
    assert "• 1 Works at height (2 indicators)" in said
    assert "Nothing was proposed yet." in said
    assert school.tapped("x1", "propose it").startswith("Proposed: SAFE")
    assert "SAFE\n" in school.text("a1", "/sector")
    shown = school.tapped("a1", "SAFE")
    assert "waits for what the school says" in shown
    assert "For which programme?" in shown
    foreseen = school.tapped("a1", "into Electrician")
    assert "• 1 Works at height" in foreseen
    assert "• 12 Knows the plan (number 8 of the module)" in foreseen
    assert "3 students learn in this programme now." in foreseen
    taken = school.tapped("a1", "take it in")
    assert taken.startswith("Taken in for")
    assert "12 Knows the plan" in taken
    assert acts(school)[-2:] == ["framework_imported", "school_changed"]
    report = school.text("s1", "/report")
    assert "1 Works at height" in report
    assert "12 Knows the plan" in report
    before = school.scores
    school.say("m1", "jonas 1.1 v")
    school.say("m1", "jonas 12 v")
    assert school.scores == before + 2
    assert "It is in: " in school.text("x1", "/sector")
    school.say("a1", "/sector")
    school.tap("a1", "SAFE")
    assert "so it stays" in school.tapped("a1", "out of Electrician")


def test_a_module_is_not_taken_in_with_a_reason_that_the_sector_reads(school: School):
    hire(school)
    speak_for(school)
    propose(school)
    school.say("a1", "/sector")
    school.tap("a1", "SAFE")
    assert "Who speaks for the sector reads it" in school.tapped("a1", "do not take it in")
    assert "I tell who speaks for the sector." in school.text("a1", "We teach that already")
    own = school.text("x1", "/sector")
    assert "not taken in" in own
    assert "“We teach that already”" in own


def test_both_hear_of_it_in_the_message_of_their_day(own_school: School):
    hire(own_school)
    speak_for(own_school)
    propose(own_school)
    own_school.later(hours=3)
    (heard,) = tick(own_school)["a1"]
    assert "Bouw proposes a module: SAFE" in heard.text
    own_school.tap("a1", "SAFE")
    own_school.tap("a1", "into Electrician")
    own_school.tap("a1", "take it in")
    own_school.later(days=1)
    (heard,) = tick(own_school)["x1"]
    assert "SAFE" in heard.text
    assert "taken in" in heard.text


def test_undo_takes_it_out_while_nothing_was_said_of_it(own_school: School):
    hire(own_school)
    speak_for(own_school)
    propose(own_school)
    before = own_school.text("s1", "/report")
    for line in ("/sector", "SAFE", "into Electrician", "take it in"):
        own_school.text("a1", line)
    assert own_school.text("s1", "/report") != before
    own_school.say("a1", "/undo")
    assert own_school.text("s1", "/report") == before
    assert "waits for what the school says" in own_school.text("x1", "/sector")
    for line in ("/sector", "SAFE", "into Electrician", "take it in"):
        own_school.text("a1", line)
    own_school.say("m1", "jonas 1.1 v")
    own_school.text("a1", "/undo")
    assert "1 Works at height" in own_school.text("s1", "/report")


def test_a_newer_version_comes_where_the_one_before_is(own_school: School):
    hire(own_school)
    speak_for(own_school)
    propose(own_school)
    for line in ("/sector", "SAFE", "into Electrician", "take it in"):
        own_school.text("a1", line)
    newer = SAFE + b"3;Calls for help;knows the number\n"
    assert "Proposed" in propose(own_school, data=newer)
    own_school.say("a1", "/sector")
    foreseen = own_school.tapped("a1", "SAFE")
    assert "Calls for help" in foreseen
    foreseen = own_school.tapped("a1", "into Electrician")
    assert "• 3 Calls for help" in foreseen
    assert "• 12 Knows the plan" in foreseen
    own_school.tap("a1", "take it in")
    assert "3 Calls for help" in own_school.text("s1", "/report")
    with own_school.engine.begin() as connection:
        states = connection.execute(select(sector_module.c.state).order_by(sector_module.c.id))
        assert list(states.scalars()) == ["replaced", "taken"]


def module_of(first: int, last: int) -> bytes:
    rows = (f"{n};Title {n};does {n}\n" for n in range(first, last + 1))
    return b"number;title;indicator\n" + "".join(rows).encode()


def test_every_competence_of_a_large_programme_can_be_opened_from_the_report(own_school: School):
    hire(own_school)
    speak_for(own_school)
    propose(own_school, "FORTY.csv", module_of(20, 59))
    for line in ("/sector", "FORTY", "into Electrician", "take it in"):
        own_school.text("a1", line)
    assert "have a button" not in own_school.text("s1", "/report")
    assert {"8", "11", "20", "59"} <= set(own_school.buttons("s1"))
    propose(own_school, "TEN.csv", module_of(60, 69))
    for line in ("/sector", "TEN", "into Electrician", "take it in"):
        own_school.text("a1", line)
    said = own_school.text("s1", "/report")
    assert "The first 48 have a button; of others you type the number: /report 65" in said
    assert "65" not in own_school.buttons("s1")
    assert "Title 65" in own_school.text("s1", "/report 65")


def test_what_cannot_be_a_module_is_refused_and_nothing_is_kept(own_school: School):
    hire(own_school)
    speak_for(own_school)

    def sent(name: str, data: bytes) -> str:
        return "\n".join(shown.text for shown in own_school.send_file("x1", name, data))

    assert "is no roster, no framework" in sent("note.csv", b"hello\n")
    assert "is no framework" in sent("days.csv", b"first,last,name\n2026-11-02,2026-11-08,x\n")
    assert "another framework's at this school" in sent("ELEC-1.csv", SAFE)
    many = b"number;title;indicator\n" + b"".join(
        f"{n};Title {n};does {n}\n".encode() for n in range(1, 42)
    )
    assert "40 competences at most" in sent("MANY.csv", many)
    assert "too large for a module" in sent("BIG.csv", SAFE + b"9;x;" + b"y" * 50_000)
    with own_school.engine.begin() as connection:
        assert connection.execute(select(func.count(handed_file.c.id))).scalar_one() == 0
        assert connection.execute(select(func.count(sector_module.c.id))).scalar_one() == 0
    propose(own_school)
    assert "the same as the one" in sent("SAFE.csv", SAFE)
    speak_for(own_school, "x2", "Wim Haas", "Hout")
    said = "\n".join(shown.text for shown in own_school.send_file("x2", "SAFE.csv", SAFE))
    assert "another framework's at this school" in said


def test_nobody_but_the_sector_and_who_runs_the_school_sees_a_module(own_school: School):
    hire(own_school)
    speak_for(own_school)
    speak_for(own_school, "x2", "Wim Haas", "Hout")
    propose(own_school)
    for who in ("s1", "m1", "t1", "c1", "x2"):
        (shown,) = own_school.tap_code(who, "Xm:1")
        assert shown.text == "This module is not there any more.", who
        (shown,) = own_school.tap_code(who, "Xw:1")
        assert shown.text == "This module is not there any more.", who
        for code in ("Xv:1:1", "Xt:1:1", "Xr:1", "Xo:1:1", "Xl:1"):
            (shown,) = own_school.tap_code(who, code)
            assert shown.text.startswith("That is for who runs Kompaan"), (who, code)
    assert own_school.send_file("c1", "SAFE.csv", SAFE)[0].text.count("propose") == 0
    with own_school.engine.begin() as connection:
        (module,) = StoredUnitOfWork(connection).sector_modules.list_of_sector(1)
        assert module.state.value == "proposed"


def test_a_sector_takes_back_what_waits(own_school: School):
    hire(own_school)
    speak_for(own_school)
    propose(own_school)
    assert own_school.tapped("x1", "take it back").startswith("Taken back: SAFE")
    assert "SAFE" not in own_school.text("a1", "/sector")
    propose(own_school)
    own_school.say("x1", "/undo")
    assert "SAFE" not in own_school.text("a1", "/sector")
