"""Who is around very many students gets an answer to each broad look, within an update's budget."""

import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Engine, bindparam, text

from bench.crowd import OPENED, SAID, Crowd
from bench.photo import COLOURS
from bot.domain.periods.period import Dates
from bot.i18n import Voice
from bot.messages import Incoming
from bot.platforms.transcript import Speaker
from bot.ports import Dialogue, Job, JobOutcome
from bot.storage.batch import handle
from bot.storage.budget import PER_UPDATE
from bot.storage.columns import Instant
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from handlers.divergence.taps import ListSmaller
from handlers.divergence.tell_digest import tell_digest
from handlers.routes import TABLE
from handlers.talking.turn import Turn
from tests.dialogues.school import School
from tests.storage.scoring.test_history import metered

pytestmark = pytest.mark.slow

CROWD = Crowd(380, 23, 10)
TEACHER, COACH = 761, 762
AROUND = (
    "UPDATE organisation SET language = 'en'",
    f"UPDATE involvement SET person_id = {TEACHER} WHERE role = 'teacher'",
    "INSERT INTO involvement (organisation_id, placement_id, person_id, role, track_id)"
    f" SELECT 1, id, {COACH}, 'coach', track_id FROM placement",
)
MARKS = """
    INSERT INTO mark (organisation_id, track_id, indicator_id, role, competence_id, mastery,
        coverage, tally, not_here, mastery_at, said_at, author_id)
    SELECT 1, c.track_id, i.id, c.role, c.competence_id,
        CASE (c.track_id + i.id + length(c.role)) % 3 WHEN 0 THEN 'X' WHEN 1 THEN 'L' ELSE 'V' END,
        'S', 0, false, :at, :at,
        CASE c.role WHEN 'student' THEN c.track_id WHEN 'mentor' THEN c.track_id + 380
            ELSE 761 END
    FROM colour c JOIN indicator i ON i.competence_id = c.competence_id
    WHERE c.role <> 'mentor' OR c.competence_id < 20
"""
GIST = {"sides": [["teacher"], ["student", "mentor"]], "apart": 3, "of": 3, "disputed": [1]}
ALERTS = """
    INSERT INTO alert (organisation_id, track_id, competence_id, kind, state, route, since, gist,
        severity, raised_at, changed_at, news_at)
    SELECT 1, t.id, c.id, 'verdict', 'open',
        CASE WHEN c.id % 2 = 0 THEN 'alert' ELSE 'digest' END, :at, :gist, 3, :at, :at, :at
    FROM track t, competence c
"""


NEAR = SAID + timedelta(days=20)
"""When they look: some days before the photo, so that silence is looked for, too."""


@pytest.fixture
def broad(engine: Engine) -> School:
    """A school in which one teacher and one coach are around everybody, in groups of twenty."""
    at = bindparam("at", type_=Instant)
    with engine.begin() as connection:
        CROWD.settle(connection)
        for statement in (*AROUND, COLOURS):
            connection.execute(text(statement))
        connection.execute(text(MARKS).bindparams(at), {"at": SAID})
        connection.execute(text(ALERTS).bindparams(at), {"at": SAID, "gist": json.dumps(GIST)})
        uow = StoredUnitOfWork(connection)
        add_period(uow, 1, 1, "One", Dates(OPENED, NEAR + timedelta(days=3)))
    around = {"t": Speaker(TEACHER, 1), "c": Speaker(COACH, 1)}
    return School(engine, at=NEAR, people=around)


def test_each_broad_look_is_an_answer_within_an_updates_budget(broad: School):
    for who, line, answer in (
        ("t", "/start", "Kompaan"),
        ("t", "/open", "340"),
        ("t", "/score", "?"),
        ("c", "/class 6E", "6E"),
        ("c", "/plan 6E", "6E"),
        ("c", "/tuning 6E", "6E"),
        ("c", "/raters", "Person"),
        ("c", "/overview", "?"),
        ("c", "/overview person 7", "Person 7"),
        ("c", "/alerts", "4180"),
        ("c", "/start", "Kompaan"),
    ):
        assert answer in within(broad, partial(broad.text, who, line)), line
    small = ListSmaller().written()
    # What is no longer apart drops out of what was looked at, and is counted where it was not.
    assert "4560" in within(broad, lambda: broad.tap_code("c", small)[0].text)
    text = within(broad, partial(told_week, broad))
    assert "New this week: 4560 smaller differences." in text
    assert "340 more students" in text


def told_week(broad: School) -> str:
    """Compose the week of the coach, as an update that is counted."""

    def told(uow: StoredUnitOfWork) -> str:
        person = uow.people.find(COACH)
        assert person is not None
        turn = Turn(Incoming("", person.id, broad.at), person, uow, Dialogue(), TABLE)
        part = tell_digest(turn, [])
        assert part is not None
        return Voice("en", "UTC").say(part.text)

    job = Job("digest", COACH, broad.at, told, told, {})
    (outcome,) = handle(broad.engine, broad.unit, [job])
    assert isinstance(outcome, JobOutcome)
    return str(outcome.value)


def within(broad: School, look: Callable[[], str]) -> str:
    """Look; no more is asked and read than leaves room for schools that are larger still."""
    with metered() as meter, broad.statements() as asked:
        said = look()
    assert len(asked) < PER_UPDATE.statements / 4, said
    assert 0 < meter.rows < PER_UPDATE.rows * 0.75, said
    return said
