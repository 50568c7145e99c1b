"""Who stands in sees what the role gives, for as long as it was said, and not a row more."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.school.accompanying import NAMES_SUBSTITUTES, SEES_SUBSTITUTES
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.school.visibility import SIGHT, Level
from bot.domain.supporting.substitutes import SUBSTITUTED
from bot.ports.worlds import World
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.supporting.substitutes.end_substitution import end_substitutes_over
from bot.use_cases.supporting.substitutes.name_substitute import name_substitute
from bot.use_cases.supporting.substitutes.see_substitutes import (
    find_replaceable,
    list_replaceable,
    see_substitutions,
)
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

END = datetime(2026, 10, 23, 22, 0, tzinfo=UTC)
WHO = {Role.MENTOR: "m1", Role.TEACHER: "t1"}
NEWCOMER = "Piet Snoeck"


def test_there_is_a_row_for_every_role():
    assert frozenset({Role.COACH}) == NAMES_SUBSTITUTES
    assert frozenset(Role) == SEES_SUBSTITUTES
    assert set(SUBSTITUTED) == set(PERSPECTIVES) - {Role.STUDENT}


def scored(school: School) -> None:
    for who, marks in (("s1", "8 vvll ssss"), ("m1", "jonas 8 vvxx"), ("t1", "jonas 8 xxxx")):
        school.say(who, marks)
    for who, note in (("m1", 'jonas 8.1 v "mentors own"'), ("t1", 'jonas 8.1 x "teachers own"')):
        school.say(who, note)


def seen_by(uow: StoredUnitOfWork, viewer: int, track: int) -> dict[Role, int]:
    """How deep somebody looks into each perspective of a track."""
    colours = {colour.role for colour in uow.reads.read_colours(viewer, track)}
    depth = {role for role in PERSPECTIVES if uow.reads.read_perspective(viewer, track, role)}
    return {role: (role in colours) + (role in depth) for role in PERSPECTIVES}


@pytest.mark.parametrize("role", SUBSTITUTED)
def test_a_substitute_sees_by_the_table_until_the_day_is_over(own_school: School, role: Role):
    scored(own_school)
    people = {who: known.person_id for who, known in own_school.people.items()}
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        jonas, noor = (uow.tracks.list_of(people[who])[0] for who in ("s1", "s2"))
        coached = uow.tracks.list_of(people["c1"])
        own = find_replaceable(uow, coached, people[WHO[role]], role, jonas.id)
        assert own is not None
        named = name_substitute(uow, people["c1"], own, NEWCOMER, END, own_school.at)
        who = named.substitution.first.person_id
        by_table = {other: int(SIGHT[role, other].level) for other in PERSPECTIVES}
        assert seen_by(uow, who, jonas.id) == by_table
        assert set(seen_by(uow, who, noor.id).values()) == {int(Level.NOTHING)}
        competence = uow.tracks.read_programme(jonas.programme_id).competences[0]
        assert uow.reads.read_notes(who, jonas.id, competence.id) == []
        (track,) = uow.tracks.list_of(who)
        assert (track.id, track.scoring_role) == (jonas.id, role)
        assert track.roles == frozenset({role})
        for at, left in ((END - timedelta(seconds=1), True), (END, False)):
            end_substitutes_over(uow, World(sample=False, at=at))
            assert bool(uow.tracks.list_of(who)) is left
        assert set(seen_by(uow, who, jonas.id).values()) == {int(Level.NOTHING)}
        assert seen_by(uow, people[WHO[role]], jonas.id) == by_table


@pytest.mark.parametrize("who", ["s1", "s2", "s3", "m1", "m2", "t1", "c1"])
def test_who_sees_and_names_who_stands_in(own_school: School, who: str):
    people = {name: known.person_id for name, known in own_school.people.items()}
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        jonas = uow.tracks.list_of(people["s1"])[0]
        coached = uow.tracks.list_of(people["c1"])
        own = find_replaceable(uow, coached, people["m1"], Role.MENTOR, jonas.id)
        assert own is not None
        name_substitute(uow, people["c1"], own, NEWCOMER, END, own_school.at)
        tracks = uow.tracks.list_of(people[who])
        sees = bool(see_substitutions(uow, people[who], tracks, own_school.at))
        assert sees == (who in {"s1", "m1", "t1", "c1"})
        assert bool(list_replaceable(uow, tracks)) == (who == "c1")
