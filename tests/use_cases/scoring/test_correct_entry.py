"""A corrected message replaces what it recorded, or leaves it as it was."""

from sqlalchemy import Connection

from bot.domain.scoring.scales import Mastery
from bot.use_cases.scoring.correct_entry import correct_entry
from tests.dialogues.school import MORNING
from tests.use_cases.scoring.conftest import Scorer


def test_what_is_said_anew_is_held_against_what_stood_before(karim: Scorer):
    entry = karim.uow.ledger.find_entry(karim.stores(karim.sayings(Mastery.AUTONOMOUS)))
    assert entry
    seen = []

    def say_anew() -> bool:
        seen.append(karim.mark(karim.seats[0]).mastery)
        karim.stores(karim.sayings(Mastery.WITH_SUPPORT))
        return True

    assert not correct_entry(karim.uow, entry, MORNING, say_anew)
    assert seen == [None]
    assert karim.mark(karim.seats[0]).mastery is Mastery.WITH_SUPPORT


def test_where_nothing_is_said_anew_the_entry_stands_as_it_did(karim: Scorer):
    entry = karim.uow.ledger.find_entry(karim.stores(karim.sayings(Mastery.AUTONOMOUS)))
    assert entry
    before = karim.mark(karim.seats[0])
    assert correct_entry(karim.uow, entry, MORNING, lambda: False)
    assert karim.mark(karim.seats[0]) == before
    assert karim.uow.ledger.find_entry(entry.id) == entry


def test_an_entry_about_somebody_no_longer_followed_stays(karim: Scorer):
    entry = karim.uow.ledger.find_entry(karim.stores(karim.sayings(Mastery.AUTONOMOUS)))
    assert entry
    leave(karim.uow.connection, karim.person_id)
    assert not correct_entry(karim.uow, entry, MORNING, lambda: False)
    assert karim.uow.ledger.find_entry(entry.id) == entry


def leave(connection: Connection, person_id: int) -> None:
    """Take somebody off every row of the roster."""
    connection.exec_driver_sql(f"DELETE FROM involvement WHERE person_id = {person_id}")
