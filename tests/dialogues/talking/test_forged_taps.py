"""No button that was forged raises, or tells what is not theirs: every kind, every wrong number."""

import re
from dataclasses import fields
from functools import partial

import pytest
from sqlalchemy import insert, select

from bot.ports import Dialogue, UnitOfWork
from bot.ports.importing import OrganisationRow
from bot.ports.talking import Awaited
from bot.storage.tables import organisation_table, period, programme
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from handlers.routes import TABLE
from handlers.talking.routing.question import _KINDS
from handlers.talking.routing.tap import LiveTap
from tests.dialogues.conftest import own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import FRAMEWORK, School, roster
from tests.house.test_buttons import GIVEN_OUT

__all__ = ["own_school"]

SECRET = "Secret period of another school"
NUMBER = re.compile(r"(?<=:)\d{1,5}(?=:|$)")
WRONG = ("1", "999999999999999999")


@pytest.fixture
def beside(own_school: School) -> School:
    """The school with an alert and a question, beside another one with people of its own."""
    timed = with_period(own_school)
    all_score(timed)
    quiet(timed)
    timed.tap("c1", "ask all")
    timed.tap("c1", "send the usual one")
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        other = uow.catalogue.add_organisation(OrganisationRow("Other", "en", "Europe/Brussels"))
        import_framework(uow.catalogue, other.id, FRAMEWORK)
        import_roster(uow.catalogue, other, roster())
        theirs = connection.execute(
            select(programme.c.id).where(programme.c.organisation_id == other.id)
        ).scalar_one()
        row = dict(connection.execute(select(period)).first()._mapping)  # type: ignore[union-attr]
        del row["id"]
        at = timed.at
        row |= {"organisation_id": other.id, "programme_id": theirs, "name": SECRET,
                "choose_from": at, "choose_until": at}  # fmt: skip
        connection.execute(insert(period).values(row))
        assert connection.execute(select(organisation_table)).all()
    return timed


def forged(code: str) -> set[str]:
    """Put wrong numbers in the place of a code's numbers."""
    return {code, *(NUMBER.sub(wrong, code) for wrong in WRONG)}


CODES = sorted({made for codes in GIVEN_OUT.values() for given in codes for made in forged(given)})
KNOWN = {code: found[0] for code in CODES if (found := TABLE.tap(code))}
LASTING = [code for code, tap in KNOWN.items() if not isinstance(tap, LiveTap)]
LIVE = [code for code in KNOWN if code not in LASTING]
SERIAL = 7


@pytest.mark.parametrize("who", ["s1", "c1"])
def test_no_forged_button_raises_or_tells_of_another_school(beside: School, who: str):
    for code, shown in beside.tap_codes(who, LASTING):  # none is ever set aside
        assert SECRET not in shown.text, code


STATE = {"track": 1, "competence": 1, "order": [1, 2], "indicators": [1], "to": "a"}
"""What a question may be about: each takes of it what it knows."""


def test_the_period_of_another_school_is_not_even_named(beside: School):
    for place in range(1, 5):
        for theirs in range(1, 5):
            (shown,) = beside.tap_code("s1", f"ch:{theirs}:{place}:1")
            assert SECRET not in shown.text


@pytest.mark.parametrize("kind", [Awaited.NOTE, Awaited.STEPS, Awaited.LINE, Awaited.ASK])
def test_no_forged_button_of_a_menu_raises_whatever_is_asked(beside: School, kind: Awaited):
    person = beside.people["m1"].person_id
    numbers = {field.name: 1 for field in fields(_KINDS[kind]) if field.type == "int"}
    codes = sorted({re.sub(r":\d+", f":{SERIAL}", live, count=1) for live in LIVE})
    for pending, at in (("", 0), ("8 v", 1), ("he works well", 2)):
        state = {**numbers, **STATE, "pending": pending, "at": at}
        asked = Dialogue(1, beside.at, kind, beside.at, SERIAL, state)
        before = partial(_ask, person, asked)
        for code, shown in beside.tap_codes("m1", codes, before):
            assert SECRET not in shown.text, code


def _ask(person: int, asked: Dialogue, uow: UnitOfWork) -> None:
    uow.dialogues.keep(person, asked)
