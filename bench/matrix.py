"""The class matrix of 30 students and 23 competences, beside the class map of the same class.

Each is read from the database, described, and drawn in all its parts, without a text drawn before.
Round robin in one process, medians of its own processor time, so that neighbours do not count.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from statistics import median

from sqlalchemy import bindparam, text

from bench.crowd import SAID, Crowd
from bench.photo import COLOURS
from bot.domain.planning.training_plans import Where
from bot.domain.school.tracks import Role
from bot.i18n import Voice
from bot.messages import Incoming, Picture
from bot.pictures.drawn import DRAWERS
from bot.pictures.ink.letters import line_mask
from bot.pictures.ink.pen import Pen
from bot.pictures.theme import THEMES
from bot.ports import Dialogue, UnitOfWork
from bot.settings import Settings
from bot.showing.heat_map import arranged
from bot.showing.pages import pages_of
from bot.showing.palette import Scheme
from bot.storage.columns import Instant
from bot.use_cases.planning.see_matrix import see_matrix
from bot.use_cases.reporting.see_class import see_class
from bot.wiring import House
from handlers.planning.matrix import describe_matrix
from handlers.reporting.class_map import describe_class
from handlers.routes import TABLE
from handlers.talking.meaning.target import groups_of
from handlers.talking.turn import Turn

ROUNDS = 9
CROWD = Crowd(30, 23, 7)
TEACHER = 2 * CROWD.tracks + 1
PEN = Pen(THEMES[Scheme.LIGHT], Voice("nl", "Europe/Brussels").say)

_ONE_TEACHER = f"UPDATE involvement SET person_id = {TEACHER} WHERE role = 'teacher'"
_MARKS = """
    INSERT INTO mark (organisation_id, track_id, indicator_id, role, competence_id, mastery,
        coverage, tally, not_here, mastery_at, said_at, author_id)
    SELECT 1, t.id, i.id, role, i.competence_id, 'V', CASE i.id % 2 WHEN 0 THEN 'R' ELSE 'S' END,
        0, false, :at, :at, t.id
    FROM track t, indicator i, (SELECT 'mentor' role UNION SELECT 'teacher') seat
    WHERE (t.id + i.id) % 3 = 0
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database_url=f"sqlite:///{folder}/class.db", _env_file=None)
        house = House(settings)
        house.prepare()
        _seed(house)
        figures: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
        for number in range(-1, ROUNDS):
            for way, described in WAYS.items():
                measured = _measure(house, described)
                if number >= 0:  # the round before loads what is loaded once
                    figures[way].append(measured)
        house.engine.dispose()
    for way, measured in figures.items():
        read, drawn = (median(column) * 1000 for column in zip(*measured, strict=True))
        print(f"{way:14} read {read:6.1f} ms   drawn {drawn:6.1f} ms   {read + drawn:6.1f} ms")


def _seed(house: House) -> None:
    at = bindparam("at", type_=Instant)
    places = tuple(Where)
    with house.transaction() as uow:
        CROWD.settle(uow.connection)
        for statement in (_ONE_TEACHER, COLOURS):
            uow.connection.execute(text(statement))
        uow.connection.execute(text(_MARKS).bindparams(at), {"at": SAID})
        for track in range(1, CROWD.tracks + 1):
            where = {number: places[(track + number) % 4] for number in range(1, 24)}
            uow.training_plans.add_version(track, TEACHER, where, SAID)


def _measure(house: House, described: Callable[[Turn], Sequence[Picture]]) -> tuple[float, float]:
    """Measure the seconds of work that reading takes, and drawing all parts."""
    line_mask.cache_clear()
    begun = time.process_time()
    with house.reading() as uow:
        pictures = described(_turn(uow))
    read = time.process_time()
    for picture in pictures:
        for part in pages_of(picture):
            DRAWERS[type(part)](part, PEN)
    return read - begun, time.process_time() - read


def _turn(uow: UnitOfWork) -> Turn:
    person = uow.people.find(TEACHER)
    assert person is not None
    return Turn(Incoming("", person.id, SAID), person, uow, Dialogue(), TABLE)


def _matrix(turn: Turn) -> Sequence[Picture]:
    (group,) = groups_of(turn)
    matrices = see_matrix(turn.uow, turn.person.id, group.tracks)
    return [describe_matrix(turn, group, matrix) for matrix in matrices]


def _class_map(turn: Turn) -> Sequence[Picture]:
    (group,) = groups_of(turn)
    maps = see_class(turn.uow, turn.person.id, group.tracks, Role.TEACHER)
    return [arranged(describe_class(group.name, seen, Role.TEACHER, SAID)) for seen in maps]


WAYS: dict[str, Callable[[Turn], Sequence[Picture]]] = {
    "class map": _class_map,
    "class matrix": _matrix,
}
