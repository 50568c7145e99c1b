"""What others' platforms are told of names: first names by default, and code words."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.domain.folding import fold
from bot.domain.school.naming import LEFT_OUT, Naming
from bot.platforms.abroad.answering import answer_abroad
from bot.refusal import Refused
from bot.storage.tables import chat_message, organisation_table, person, rights_act
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.set_naming import set_naming
from handlers.answering import answer
from tests.databases import SchoolOn
from tests.dialogues.administering.hired import hire
from tests.dialogues.administering.test_files import HEADER
from tests.dialogues.canary import Canary, hidden, legible
from tests.dialogues.card.cards import mark, open_card
from tests.dialogues.chat import ChatSchool, opened
from tests.dialogues.school import School
from tests.dialogues.slack import SlackSchool
from tests.dialogues.ways import CHATS

PAGE = "https://kompaan.school.example"
AT = datetime(2026, 10, 14, 8, 0, tzinfo=UTC)
NAMES = ("Jonas", "Peeters", "Noor", "Aziz", "Karim", "Haddad", "Els", "Wouters", "Lien", "Martens")

pytestmark = pytest.mark.fake


def set_to(school: School, naming: Naming) -> None:
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (row,) = uow.catalogue.list_organisations()
        set_naming(uow, uow.catalogue, row, naming, AT)


def code_of(school: School, who: str) -> str:
    with school.engine.begin() as connection:
        asked = select(person.c.code_word).where(person.c.id == school.people[who].person_id)
        return str(connection.execute(asked).scalar_one())


@pytest.fixture(params=["telegram webhook", "slack http"])
def chats(request: pytest.FixtureRequest, school_on: SchoolOn) -> Iterator[ChatSchool]:
    """The school in chats, with a page of its own, before it chose anything."""
    kind, more = CHATS[request.param]
    with opened(kind, school_on("sqlite", "en"), page_address=PAGE, **more) as made:
        yield made
        assert made.agrees()


@pytest.fixture
def discreet_chats(chats: ChatSchool) -> ChatSchool:
    set_to(chats, Naming.DISCREET)
    return chats


def raw(chats: ChatSchool) -> str:
    """All that our application handed to the platform, as it was handed over."""
    slack = isinstance(chats, SlackSchool)
    calls = chats.fake.world.calls if slack else chats.fake.calls()
    return json.dumps([call["args"] for call in calls], ensure_ascii=False).replace("\\", "")


def nameless(text: str) -> bool:
    return not any(name in text for name in NAMES)


def test_first_names_are_all_that_is_said_of_a_name(chats: ChatSchool):
    set_to(chats, Naming.FIRST_NAMES)
    confirmed = chats.text("m1", "jonas peeters 10 vvlvxvvvvlvvv")
    assert "Jonas · 10 Lays conduits" in confirmed
    assert "As mentor: Karim" in confirmed
    told = chats.text("c1", "/report jonas 10")
    assert "Jonas" in told
    assert not any(name in raw(chats) for name in ("Peeters", "Haddad", "Aziz", "Wouters"))


def test_two_of_one_first_name_get_an_initial(chats: ChatSchool):
    with chats.engine.begin() as connection:
        named = {"s2": "Jonas Aziz", "m2": "Jonas Claes"}
        uow = StoredUnitOfWork(connection)
        (row,) = uow.catalogue.list_organisations()
        for own in uow.catalogue.people.list_all(row.id):
            if own.school_id in named:
                uow.catalogue.people.change([replace(own, name=named[own.school_id])])
    set_to(chats, Naming.FIRST_NAMES)
    asked = chats.say("m1", "jonas 10.3 v")
    labels = [button["label"] for row in asked[-1].buttons for button in row]
    assert any("Jonas A." in label for label in labels)
    assert any("Jonas P." in label for label in labels)
    assert "Peeters" not in raw(chats)


def test_a_code_word_is_a_name_in_a_typed_line_and_a_name_is_one_too(discreet_chats: ChatSchool):
    school = discreet_chats
    code = code_of(school, "s1")
    assert f"{code} · 10 Lays conduits" in school.text("m1", f"{code} 10 vvlvxvvvvlvvv")
    assert f"{code} · 8" in school.text("m1", "jonas 8 vvlx")
    assert f"{code} · 8" in school.text("m1", "Jonas Peeters 8.1 l")
    assert school.scores == 18
    assert nameless(raw(school))


def test_what_is_typed_about_nobody_comes_back_without_the_name(discreet_chats: ChatSchool):
    school = discreet_chats
    for line in (
        "karim 10.3 v",
        "jnas 8.1 v",
        "nicolas 8.1 v",
        "jonas 10.3 q",
        "jonas 8 l “so",
    ):
        school.say("m1", line)
    school.say("m1", "jonas 10.3 l “Jonas was late, Peeters too”")
    assert nameless(raw(school))
    assert "Nicolas" not in raw(school)


def test_words_stay_on_the_page_and_one_tap_leads_there(discreet_chats: ChatSchool):
    school = discreet_chats
    school.say("m1", "jonas 10.3 l “bends too fast”")
    before = raw(school).count("bends too fast")  # the mentor's own line is read back
    noted = school.text("c1", f"/report {code_of(school, 's1')} 10")
    assert LEFT_OUT in noted
    assert raw(school).count("bends too fast") == before
    assert "stands on the school's own page" in noted
    assert f"{PAGE}/me?message=" in raw(school)
    with school.engine.begin() as connection:
        kept = connection.execute(select(chat_message.c.text)).scalars().all()
    assert any("bends too fast" in text and "Karim Haddad" in text for text in kept)


def test_who_is_who_stands_on_the_page_alone(discreet_chats: ChatSchool):
    school = discreet_chats
    said = school.text("m1", "/codewords")
    assert f"You are “{code_of(school, 'm1')}”" in said
    assert code_of(school, "s1") in said
    assert nameless(raw(school))
    with school.engine.begin() as connection:
        kept = connection.execute(select(chat_message.c.text)).scalars().all()
    assert any(f"{code_of(school, 's1')}: Jonas Peeters" in text for text in kept)


def test_another_word_is_one_tap(discreet_chats: ChatSchool):
    school = discreet_chats
    before = code_of(school, "m1")
    school.say("m1", "/codewords")
    school.tap("m1", "another word")
    assert code_of(school, "m1") != before
    assert f"“{code_of(school, 'm1')}”" in raw(school)


def test_a_school_without_a_page_is_refused_and_nothing_is_noted(own_school: School):
    with pytest.raises(Refused):
        set_to(own_school, Naming.DISCREET)
    with own_school.engine.begin() as connection:
        kept = connection.execute(select(organisation_table.c.naming)).scalar_one()
        noted = connection.execute(select(rights_act.c.kind)).scalars().all()
    assert kept == Naming.FULL
    assert noted == []


def test_setting_it_is_an_act_that_is_noted(own_school: School):
    set_to(own_school, Naming.FIRST_NAMES)
    with own_school.engine.begin() as connection:
        noted = connection.execute(select(rights_act.c.kind)).scalars().all()
    assert noted == ["naming_set"]


def test_the_page_shows_names_and_takes_code_words(own_school: School):
    own_school.page_address = PAGE
    set_to(own_school, Naming.DISCREET)
    code = code_of(own_school, "s1")
    assert "Jonas · 10 Lays conduits" in own_school.text("m1", f"{code} 10 vvlvxvvvvlvvv")
    assert f"{code}: Jonas Peeters" in own_school.text("m1", "/codewords")


def asked_by_a_tap(school: School, number: int) -> int:
    """Count what the database is asked by a tap on a card."""
    card = open_card(school, number=8)
    with school.statements() as asked:
        mark(school, card, number, "✓")
    return len(asked)


def test_a_tap_asks_no_more_in_a_discreet_school(
    own_school: School, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        "tests.dialogues.school.answer", lambda uow, said: answer_abroad(uow, answer, said)
    )
    own_school.page_address = PAGE
    asked_by_a_tap(own_school, 1)
    full = asked_by_a_tap(own_school, 2)
    set_to(own_school, Naming.DISCREET)
    assert asked_by_a_tap(own_school, 3) == full


def test_a_name_in_other_letters_is_none_and_its_own_are_found(own_school: School):
    canary = Canary(own_school.engine)
    canary.look({"text": f"{hidden('Jonas Peeters')} · 10"}, "a message")
    assert canary.found == []
    canary.look({"text": "As mentor: Karim"}, "a message")
    canary.look('{"label": "peeters 10"}', "a button")
    assert [found.partition(" ")[0] for found in canary.found] == ["karim", "peeters"]
    assert legible(hidden("Jonas Peeters")) == "Jonas Peeters"


def renamed(chats: ChatSchool, **names: str) -> ChatSchool:
    """Rename people, and then name them by code words."""
    with chats.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (row,) = uow.catalogue.list_organisations()
        known = uow.catalogue.people.list_all(row.id)
        other = [own for own in known if own.school_id in names]
        uow.catalogue.people.change(
            [
                replace(own, name=names[own.school_id], folded_name=fold(names[own.school_id]))
                for own in other
            ]
        )
    set_to(chats, Naming.DISCREET)
    return chats


def test_what_was_typed_before_a_question_is_answered_without_names(chats: ChatSchool):
    school = renamed(chats, s1="Jonas Peeters", s2="Jonas Aziz")
    school.say("m1", "jonas 10.3 l “Aziz and Peeters's brother were late”")
    assert nameless(raw(school))
    said = school.tapped("m1", f"{code_of(school, 's2')} · 6E")
    aziz, peeters = code_of(school, "s2"), code_of(school, "s1")
    assert f"“{aziz} and {peeters}'s brother were late”" in said
    assert nameless(raw(school))


def test_whom_a_button_means_is_typed_by_name_or_by_code_word(discreet_chats: ChatSchool):
    school = discreet_chats
    for typed in ("noor", "Noor Aziz", "aziz", code_of(school, "s2")):
        school.say("c1", "/track")
        assert f"{code_of(school, 's2')} · 6E" in school.text("c1", typed)
    assert nameless(raw(school))


def test_who_is_called_like_a_word_of_the_framework_changes_none_of_it(chats: ChatSchool):
    school = renamed(chats, s1="Lays Marks")
    code = code_of(school, "s1")
    assert f"{code} · 10 Lays conduits" in school.text("m1", "lays 10 vvlvxvvvvlvvv")
    assert "1. marks 1" in school.text("m1", "marks 8")
    assert f"“{code} will not listen”" in school.text("m1", "lays 8.1 l “Lays will not listen”")


def test_a_name_is_found_with_what_a_language_writes_onto_it(chats: ChatSchool):
    school = renamed(chats, s1="Élodie Lefèvre-Dubois", m1="Jean-Pierre De Smet")
    said = school.text(
        "m1", "elodie 8.1 l “d'Élodie, ELODIE’s, lefevre, jean pierre and De Smet's”"
    )
    own, mentor = code_of(school, "s1"), code_of(school, "m1")
    assert f"“d'{own}, {own}’s, {own}, {mentor} and {mentor}'s”" in said
    assert not [
        name for name in ("lodie", "LODIE", "efevre", "ierre", "Smet") if name in raw(school)
    ]


def test_an_administrator_finds_by_name_and_by_code_word(discreet_chats: ChatSchool):
    school = discreet_chats
    hire(school)
    found = f"{code_of(school, 'm1')} (m1)"
    for typed in ("karim", "Karim Haddad", code_of(school, "m1"), "m1"):
        assert found in school.text("a1", f"/admin {typed}")
    assert "Nobody here" in school.text("a1", "/admin nicolas peeters")
    assert nameless(raw(school))


def test_names_that_only_a_file_knows_stay_home(discreet_chats: ChatSchool):
    school = discreet_chats
    hire(school)
    roster = (
        f"{HEADER}"
        "ELEC-1,6E,s1,Jonas Peeters,Elektro bv,m1,Karim Haddad,t1,Els Wouters,c1,Lien Martens\n"
        "ELEC-1,6E,s9,Bavo Nieuwkens,Elektro bv,,,,,,\n"
        "ELEC-1,6E,s2,Zeno Andersman,Elektro bv,m1,Karim Haddad,t1,Els Wouters,c1,Lien Martens\n"
    )
    said = "\n".join(shown.text for shown in school.send_file("a1", "roster.csv", roster.encode()))
    assert f"nobody is around {LEFT_OUT}" in said
    school.tap("a1", "read it in")
    assert nameless(raw(school))
    assert not [name for name in ("Nieuwkens", "Andersman") if name in raw(school)]
