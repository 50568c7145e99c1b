"""In somebody's file stands what its columns declare, and nothing else: each text is traced."""

import io
import json
import zipfile

import pytest
from sqlalchemy import Engine

from bot.exchange.own_data.taken import Taken
from bot.exchange.own_data.zipped import zipped
from bot.i18n import Voice
from bot.storage.rights.own_records import StoredOwnRecords
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.storage.rights.canaries import (
    PEOPLE,
    WHEN,
    World,
    canaries_in,
    declared_for,
    filled,
)


@pytest.fixture
def world(engine: Engine) -> World:
    with engine.begin() as connection:
        return filled(connection)


def taken_away(engine: Engine, person_id: int) -> zipfile.ZipFile:
    with engine.connect() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(person_id)
        assert person is not None
        data = uow.own_records.read_of(person_id)
    taken = Taken(person, data, (), Voice("nl", "Europe/Brussels", WHEN), WHEN)
    return zipfile.ZipFile(io.BytesIO(zipped(taken)))


@pytest.mark.parametrize("person_id", range(1, PEOPLE + 1))
def test_everything_declared_is_in_the_file_and_nothing_else(
    engine: Engine, world: World, person_id: int
):
    archive = taken_away(engine, person_id)
    declared = declared_for(world, person_id)
    assert len(declared) > 10
    within = {
        canary
        for name in archive.namelist()
        if name != "index.html"
        for canary in canaries_in(archive.read(name))
    }
    assert within == declared
    read = canaries_in(archive.read("index.html"))
    assert read
    assert read <= declared


def test_every_tie_that_is_exported_is_tried_by_these_rows(world: World):
    from bot.storage.rights.declared import DECLARED
    from tests.storage.rights.canaries import _leads

    untried = [
        (name, tie.path)
        for name, declared in DECLARED.items()
        for tie in declared.ties
        if tie.exported
        and not any(
            _leads(world, name, row, tie, person)
            for row in world[name]
            for person in range(1, PEOPLE + 1)
        )
    ]
    assert untried == []


def test_counts_are_of_the_rows_that_may_be_had(engine: Engine, world: World):
    with engine.connect() as connection:
        records = StoredOwnRecords(connection)
        for person_id in range(1, PEOPLE + 1):
            read = records.read_of(person_id)
            counted = records.count_of(person_id)
            assert counted == {name: len(rows) for name, rows in read.tables.items()}


def test_what_others_said_in_private_stays_out(engine: Engine, world: World):
    talks = {row["person_id"]: row["text"] for row in world["chat_message"]}
    for person_id in range(1, PEOPLE + 1):
        archive = taken_away(engine, person_id)
        data = archive.read("data.json").decode()
        assert not [text for whose, text in talks.items() if whose != person_id and text in data]
        assert json.loads(data)["format"] == "kompaan own data"
