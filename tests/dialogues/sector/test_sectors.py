"""A sector, and who speaks for it: named, invited, helped, ended."""

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.supporting.handover.fit_to_coach import may_coach, may_still_coach
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.school import School
from tests.dialogues.sector.spoken import speak_for


def test_an_administrator_adds_a_sector_and_invites_who_speaks_for_it(school: School):
    hire(school)
    school.say("a1", "/admin")
    assert "No sector works with your school" in school.tapped("a1", "sectors")
    assert "What is the sector called?" in school.tapped("a1", "add a sector")
    assert "60 characters" in school.text("a1", "x" * 61)
    assert "Nobody speaks for it yet." in school.text("a1", "Bouw")
    assert "Undone: that a sector was added" in school.text("a1", "/undo")
    assert "No sector works" in school.text("a1", "/sector")
    for answer in ("The sector is added.", "Bouw is a sector here already."):
        school.say("a1", "/sector")
        school.tap("a1", "add a sector")
        assert answer in school.text("a1", "Bouw")
    assert "Who speaks for Bouw?" in school.tapped("a1", "add somebody new")
    said = school.say("a1", "Nele Bogaert")
    assert said[0].text.startswith("Nele Bogaert speaks for Bouw from now on.")
    assert "An invitation for Nele Bogaert" in said[-1].text
    assert acts(school)[-2:] == ["sector_person_made", "invited"]
    assert "• Bouw: Nele Bogaert" in school.text("a1", "/sector")
    school.tap("a1", "Bouw")
    school.tap("a1", "end: Nele Bogaert")
    assert "• Bouw: nobody speaks for it yet" in school.tapped("a1", "yes")
    assert acts(school)[-1] == "sector_person_ended"
    school.tap("a1", "Bouw")
    assert "No sector works" in school.tapped("a1", "delete this sector")


def test_who_speaks_for_a_sector_is_greeted_and_helped_by_it(school: School):
    speak_for(school)
    hello = school.text("x1", "/start")
    assert "You speak here for Bouw: begin with " in hello
    assert "No student is linked" not in hello
    assert school.buttons("x1") == ["your sector"]
    own = school.tapped("x1", "your sector")
    assert own.startswith("You speak for Bouw here.")
    helped = school.text("x1", "/help")
    assert "sector – the sector: what it proposes to the school" in helped.splitlines()[0]
    assert helped.count("sector – ") == 1
    for word in ("report", "score", "admin", "alerts", "starters", "desk"):
        assert word not in helped, word


def test_who_knows_people_of_the_school_speaks_for_no_sector(own_school: School):
    speak_for(own_school)
    hire(own_school)
    for who in ("jonas", "karim", "els", "lien"):
        own_school.say("a1", f"/admin {who}")
        assert "speaks for a sector" not in own_school.buttons("a1"), who
    for who in ("s1", "m1", "t1", "c1", "a1"):
        person = own_school.people[who].person_id
        (shown,) = own_school.tap_code("a1", f"Xc:{person}")
        assert "nothing was stored" in shown.text, who
        (shown,) = own_school.tap_code("a1", f"Xp:{person}:1:yes")
        assert "nothing was stored" in shown.text, who
    with own_school.engine.begin() as connection:
        assert len(StoredUnitOfWork(connection).sectors.list_people(1)) == 1


def test_who_comes_into_the_school_speaks_no_more(own_school: School):
    speak_for(own_school)
    assert own_school.text("x1", "/sector").startswith("You speak for Bouw")
    hire(own_school, "x1", "Nele Bogaert")
    assert "Bouw: Nele Bogaert" in own_school.text("x1", "/sector")


def test_who_speaks_for_a_sector_is_handed_no_student(own_school: School):
    speak_for(own_school)
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (speaker,) = uow.sectors.list_people(1)
        coach = uow.people.find(own_school.people["c1"].person_id)
        assert coach is not None
        assert not may_coach(uow, coach, speaker)
        assert not may_still_coach(uow, 1, speaker.id)
        uow.sectors.end_speaker(speaker)
        assert may_coach(uow, coach, speaker)


def test_nobody_else_has_anything_of_sectors(own_school: School):
    speak_for(own_school)
    for who in ("s1", "m1", "t1", "c1", "x1"):
        if who != "x1":
            assert own_school.text(who, "/sector").startswith("This is for who speaks"), who
        for code in ("Xa", "Xs:1", "Xn", "Xd:1", "Xc:1", "Xp:1:1:yes", "Xe:1:yes", "Xi:1"):
            (shown,) = own_school.tap_code(who, code)
            assert shown.text.startswith("That is for who runs Kompaan"), (who, code)
