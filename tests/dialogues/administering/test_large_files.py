"""A large file is looked at, and read in, beside the chat: nobody waits, and its sender is told."""

import pytest
from sqlalchemy import func, select

from bot.domain.administering.handed import AT_ONCE_BYTES, IN_HAND_FOR
from bot.storage.tables import handed_file, involvement, outbox, person, school_holiday
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.administering.beside import work
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.clock import hear, tick, told
from tests.dialogues.school import School

HEADER = (
    "framework,class_group,student_id,student,workplace,mentor_id,mentor,teacher_id,teacher,"
    "coach_id,coach\n"
)
MANY = 600
LINES = [
    f"ELEC-1,9{number % 20},n{number},Nina Nr{number},Firm {number % 90},f{number % 90},"
    f"Finn Of{number % 90},t1,Els Wouters,c1,Lien Martens\n"
    for number in range(MANY)
]
BAD = "NONE-1,9A,n9999,Bad Line,Firm 1,f1,Finn Of1,t1,Els Wouters,c1,Lien Martens\n"
LARGE = (HEADER + "".join(LINES) + BAD).encode()
PEOPLE = MANY + 90


@pytest.fixture
def run(school: School) -> School:
    hire(school)
    return school


@pytest.fixture
def own(own_school: School) -> School:
    hire(own_school)
    return own_school


def people(school: School) -> int:
    with school.engine.begin() as connection:
        return connection.execute(select(func.count(person.c.id))).scalar_one()


def step(school: School) -> str | None:
    with school.engine.begin() as connection:
        return connection.execute(select(handed_file.c.step)).scalar_one_or_none()


def sent(school: School, data: bytes = LARGE, name: str = "roster.csv") -> str:
    return "\n".join(shown.text for shown in school.send_file("a1", name, data))


def test_it_is_large():
    assert len(LARGE) > AT_ONCE_BYTES


def test_a_large_roster_is_looked_at_and_read_in_beside_the_chat(run: School):
    before = people(run)
    said = sent(run)
    assert "large file" in said
    assert "Nothing was read in yet." in said
    assert step(run) == "looking"
    assert work(run)
    hear(run)
    shown = told(run, "a1", "notice")[-1]
    assert f"{PEOPLE} new" in shown
    assert "NONE-1" in shown
    assert "Shall I?" in shown
    assert people(run) == before
    assert "beside the chat" in run.tapped("a1", "read it in")
    assert "Jonas" in run.text("m1", "/open")
    assert work(run)
    hear(run)
    taken = told(run, "a1", "notice")[-1]
    assert "Read in:" in taken
    assert f"{PEOPLE} new" in taken
    assert "There is no undo" in taken
    assert people(run) == before + PEOPLE
    assert acts(run)[-1] == "roster_imported"
    assert not work(run)


def test_how_far_it_is_is_a_tap(own: School):
    sent(own)
    assert "still look" in own.tapped("a1", "how far is it?")
    work(own)
    assert "Shall I?" in own.tapped("a1", "how far is it?")
    own.tap("a1", "read it in")
    heard = []
    work(own, lambda: heard.append(own.tapped("a1", "how far is it?")))
    assert heard[0].startswith("100 of 600 lines are in.")
    assert heard[-1].startswith("600 of 600 lines are in.")
    assert "Read in:" in own.tapped("a1", "how far is it?")


def test_others_talk_between_two_portions(own: School):
    sent(own)
    work(own)
    own.tap("a1", "how far is it?")
    own.tap("a1", "read it in")
    said = []
    work(own, lambda: said.append(own.text("m1", "jonas 8.1 v")))
    assert len(said) == own.scores == 6


def test_what_is_killed_half_way_is_begun_anew_and_noted_once(own: School):
    before = people(own)
    sent(own)
    work(own)
    own.tap("a1", "how far is it?")
    own.tap("a1", "read it in")

    class Killed(BaseException):
        pass

    def die() -> None:
        raise Killed

    with pytest.raises(Killed):
        work(own, die)
    assert before < people(own) < before + PEOPLE
    assert not work(own)  # it is in another one's hands
    own.later(seconds=IN_HAND_FOR.total_seconds() + 1)
    assert work(own)
    assert people(own) == before + PEOPLE
    assert acts(own).count("roster_imported") == 1
    assert step(own) == "ended"


def test_what_fails_three_times_is_told(own: School):
    sent(own)
    work(own)
    own.tap("a1", "how far is it?")
    own.tap("a1", "read it in")

    def fail() -> None:
        raise RuntimeError

    for _time in range(3):
        assert work(own, fail)
        own.later(seconds=IN_HAND_FOR.total_seconds() + 1)
    assert not work(own)
    assert "could not be read in whole" in own.tapped("a1", "how far is it?")


def test_nothing_is_put_away_or_sent_over_it_while_it_is_read_in(own: School):
    sent(own)
    work(own)
    own.tap("a1", "how far is it?")
    own.tap("a1", "read it in")
    assert "is still being read in" in sent(own)
    assert "cannot be stopped half-way" in own.tap_code("a1", "bk:1:no")[0].text
    own.later(hours=25)
    tick(own)
    assert step(own) == "taking"
    work(own)
    assert "does not wait any more" in own.tap_code("a1", "bk:1:yes")[0].text
    own.later(hours=25)
    tick(own)
    assert step(own) is None


def test_what_is_put_away_while_it_is_looked_at_is_shown_to_nobody(own: School):
    sent(own)
    own.tap_code("a1", "bk:1:no")
    assert not work(own)
    hear(own)
    assert told(own, "a1", "notice") == []


def test_who_runs_the_school_no_longer_has_nothing_read_in(own: School):
    hire(own, "c1", "Lien Martens")
    before = people(own)
    sent(own)
    work(own)
    own.tap("a1", "how far is it?")
    own.tap("a1", "read it in")
    own.say("c1", "/admin")
    own.tap("c1", "administrators")
    own.tap("c1", "end: Marie Claes")
    own.tap("c1", "yes")
    work(own)
    assert people(own) == before
    assert step(own) == "ended"


def test_a_large_file_that_is_none_is_refused_in_words(own: School):
    sent(own, b"colour;size\n" + b"red;4\n" * 10_000, "other.csv")
    work(own)
    hear(own)
    said = told(own, "a1", "notice")[-1]
    assert "Nothing was read in" in said
    assert "is no roster" in said
    assert step(own) == "ended"


def test_a_large_file_nested_too_deep_is_refused_in_words(own: School):
    sent(own, b"[" * 100_000, "deep.json")
    work(own)
    hear(own)
    assert "deep.json: it is not JSON" in told(own, "a1", "notice")[-1]
    assert step(own) == "ended"


def test_a_large_roster_that_changes_nothing_says_so(own: School):
    sent(own)
    work(own)
    own.tap("a1", "how far is it?")
    own.tap("a1", "read it in")
    work(own)
    own.later(minutes=1)
    sent(own)
    work(own)
    assert "So nothing would change." in own.tapped("a1", "how far is it?")


def test_any_file_of_a_large_school_is_looked_at_beside(own: School, monkeypatch):
    monkeypatch.setattr("bot.domain.administering.handed.AT_ONCE_PEOPLE", 5)
    assert "beside the chat" in sent(own, b"first,last,name\n2026-11-02,2026-11-08,Autumn\n")
    work(own)
    own.tap("a1", "how far is it?")
    own.tap("a1", "read it in")
    work(own)
    with own.engine.begin() as connection:
        assert connection.execute(select(school_holiday.c.name)).scalars().all() == ["Autumn"]


def test_holidays_are_put_back_by_undo(own: School):
    first = b"first,last,name\n2026-11-02,2026-11-08,Autumn\n"
    second = b"first,last,name\n2026-12-21,2027-01-03,Winter\n"
    for data in (first, second):
        sent(own, data, "holidays.csv")
        own.tap("a1", "read it in")
    assert "the school holidays" in own.tapped("a1", "↩ Undo")
    with own.engine.begin() as connection:
        assert connection.execute(select(school_holiday.c.name)).scalars().all() == ["Autumn"]


def test_a_roster_says_why_it_has_no_undo_and_how_one_gets_back(own: School):
    sent(own, (HEADER + LINES[0]).encode())
    read = own.tapped("a1", "read it in")
    assert "There is no undo" in read
    assert "a placement too many" in read
    assert "no longer around" not in read
    assert "a roster that was read in" in own.text("a1", "/undo")
    other = LINES[0].replace("f0,Finn Of0", "f1,Fay Two")
    sent(own, (HEADER + other).encode())
    assert "send the line of before" in own.tapped("a1", "read it in")
    sent(own, (HEADER + LINES[0]).encode())
    own.tap("a1", "read it in")
    with own.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (found,) = uow.school_people.list_called(1, "finn of0", 2)
        held = select(involvement.c.role).where(involvement.c.person_id == found.id)
        assert connection.execute(held).scalars().all() == ["mentor"]


def test_what_was_answered_before_its_message_came_is_told_once(own: School):
    sent(own)
    work(own)
    own.tap("a1", "how far is it?")
    own.tap("a1", "read it in")
    work(own)
    hear(own)
    with own.engine.begin() as connection:
        kept = connection.execute(select(outbox.c.asks, outbox.c.state)).all()
    asked = {asks.partition(":")[0]: state for asks, state in kept}
    assert asked == {"file seen": "dead", "file done": "sent"}
