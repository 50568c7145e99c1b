"""A line on the list of erasures that was not carried out: what is said of it since counts more."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.domain.rights.erasures import Erasure
from bot.domain.rights.retention import Keeping
from bot.storage.tables import rights_act, track
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.erase_again import erase_again, find_back
from bot.use_cases.rights.forgetting.erase_person import ErasingTools
from handlers.rights.forgetting.last_words import say_last
from tests.dialogues.clock import TOOLS, hear, tick
from tests.dialogues.conftest import own_school
from tests.dialogues.rights.forgetting.erased import ListInMemory
from tests.dialogues.school import School

__all__ = ["own_school"]


@pytest.fixture
def tools() -> ErasingTools:
    return ErasingTools(ListInMemory(), say_last)


@pytest.fixture
def wished(own_school: School) -> School:
    """The wish of Jonas is due, and the tick that began to carry it out was killed."""
    own_school.say("m1", "jonas 8 all vs")
    own_school.say("s1", "/forget")
    own_school.tap("s1", "I want to be forgotten")
    own_school.later(hours=26)
    own_school.say("s1", "/forget yes")
    hear(own_school)
    own_school.later(days=30, hours=1)
    return own_school


def write_line(school: School, tools: ErasingTools, **more: object) -> None:
    """Write the line that comes before an erasure, which then is killed."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        known = uow.erasing.hold(school.people["s1"].person_id)
        assert known is not None
        mark = tools.erasures.mark(known.organisation_id, known.id, known.school_id)
        line = Erasure(known.organisation_id, known.id, mark, school.at, tracks=tuple(known.tracks))
        tools.erasures.add(replace(line, **more))  # type: ignore[arg-type]


def next_tick(school: School, tools: ErasingTools) -> None:
    """Do what the next tick does with the list, and then all else."""
    school.later(minutes=1)
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        back = find_back(uow, tools)
        for line in back.overruled:
            tools.erasures.take_back(line)
        erase_again(uow, back.due, school.at, tools)
    tick(school, replace(TOOLS, erasing=tools))


def kinds(school: School) -> list[str]:
    with school.engine.begin() as connection:
        asked = select(rights_act.c.kind).order_by(rights_act.c.number)
        return list(connection.execute(asked).scalars())


def test_a_wish_that_was_taken_back_meanwhile_is_not_carried_out(
    wished: School, tools: ErasingTools
):
    write_line(wished, tools)
    wished.later(seconds=20)
    wished.say("s1", "/forget")
    assert "everything stays as it is" in wished.tapped("s1", "take the wish back")
    next_tick(wished, tools)
    assert wished.scores
    assert not tools.erasures.read(), "what was never done is excused by nothing"
    assert "erased" not in kinds(wished)


def test_a_wish_that_was_put_off_meanwhile_waits(wished: School, tools: ErasingTools):
    write_line(wished, tools)
    wished.later(seconds=20)
    wished.say("c1", "/forget")
    wished.tap("c1", "it has to wait: say why")
    wished.say("c1", "An appeal runs until June.")
    next_tick(wished, tools)
    assert wished.scores
    wished.say("c1", "/forget")
    wished.tap("c1", "erase now")
    wished.tap("c1", "yes, erase now")
    next_tick(wished, tools)
    assert not wished.scores
    assert len(tools.erasures.read()) == 1


def test_a_wish_that_stands_is_carried_out_and_noted(wished: School, tools: ErasingTools):
    write_line(wished, tools)
    next_tick(wished, tools)
    assert not wished.scores
    assert kinds(wished)[-1] == "erased"


def test_a_wish_taken_back_before_the_line_says_nothing_of_it(wished: School, tools: ErasingTools):
    wished.say("s1", "/forget")
    wished.tap("s1", "take the wish back")
    wished.later(days=1)
    # A backup of then is put back after an erasure of today.
    write_line(wished, tools)
    next_tick(wished, tools)
    assert not wished.scores


def test_a_track_that_was_kept_longer_meanwhile_is_kept(own_school: School, tools: ErasingTools):
    school = own_school
    school.say("m1", "jonas 8 all vs")
    with school.engine.begin() as connection:
        StoredUnitOfWork(connection).retentions.set_keeping(1, Keeping(12, 24))
    school.say("c1", "/track jonas")
    school.tap("c1", "end the track")
    school.tap("c1", "yes, end it")
    erasing = replace(TOOLS, erasing=tools)
    for days in (0, 336, 29):
        school.later(days=days)
        tick(school, erasing)
    assert school.scores
    with school.engine.begin() as connection:
        own = select(track.c.id).where(track.c.student_id == school.people["s1"].person_id)
        tracks = tuple(connection.execute(own).scalars())
    school.later(hours=1)
    write_line(school, tools, whole=False, words=False, tracks=tracks)
    (kept,) = school.tap_code("c1", f"fl:{tracks[0]}")
    assert "It is kept until" in kept.text
    next_tick(school, tools)
    assert school.scores
    assert not tools.erasures.read()
