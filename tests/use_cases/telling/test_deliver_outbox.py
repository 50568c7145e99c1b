"""What is asked before a message goes out to somebody, and what is kept of an answer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import OperationalError

from bot.domain.telling.delivery import DeliveryError, Permanent, RefusalReason
from bot.domain.telling.pace import LIMITS
from bot.messages import MessageKind
from bot.ports.telling.outbox import Tried
from bot.storage.tables import account, metadata, outbox, person
from bot.storage.telling.outbox_health import OVERDUE, outbox_health
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.telling.deliver_outbox import CHECKS, settle_tried, still_due, take_due, why_not
from tests.databases import connected
from tests.fakes.outbox import (
    MORNING,
    claim,
    claim_of,
    draft,
    nothing_asked,
    populate,
    rows,
    texts,
    write,
)
from tests.storage.rows import ROWS

SECOND = timedelta(seconds=1)
WELCOME = {MessageKind.REMINDER, MessageKind.REHEARSAL, MessageKind.PROMPT, MessageKind.TIP}


@pytest.fixture
def school(engine):
    """Person 1 is the coach of track 1, person 2 is not."""
    populate(engine, 3)
    with engine.begin() as connection:
        for name in ("programme", "class_group", "workplace", "track", "placement", "involvement"):
            connection.execute(insert(metadata.tables[name]), ROWS["0001"][name])
    return engine


def asked(engine, at=MORNING, **more):
    """Ask about one message, claimed as a worker claims it."""
    write(engine, [draft(more.pop("chat", 1), "s", **more)], MORNING - SECOND)
    (message,) = claim(engine, at)
    with engine.begin() as connection:
        unit = StoredUnitOfWork(connection)
        why = why_not(unit, message, at)
        assert still_due(unit, message, at) == (why is None)
        return why


def change(engine, table, **values):
    with engine.begin() as connection:
        connection.execute(update(table).where(table.c.organisation_id == 1).values(**values))


def test_a_legend_in_what_never_arrived_was_not_seen(school):
    write(school, [draft(1, "s")], MORNING - SECOND)
    (message,) = claim(school, MORNING)
    with school.begin() as connection:
        unit = StoredUnitOfWork(connection)
        seen = (message.person_id, MORNING.date())
        assert unit.legends.take(*seen, message.key)
        assert not unit.legends.take(*seen, "telegram:1")
        settle_tried(unit, [Tried(message, Permanent(RefusalReason.BLOCKED), MORNING)])
        assert unit.legends.take(*seen, "telegram:1")


def test_there_is_an_answer_for_every_kind():
    assert CHECKS.keys() == set(MessageKind)


@pytest.mark.parametrize("kind", MessageKind)
def test_what_is_in_order_is_still_due(school, kind):
    assert asked(school, kind=kind, track_id=1, expires_at=MORNING + SECOND) is None


@pytest.mark.parametrize("kind", MessageKind)
def test_what_came_too_late_is_not(school, kind):
    assert asked(school, kind=kind, expires_at=MORNING) is DeliveryError.EXPIRED


@pytest.mark.parametrize("kind", MessageKind)
def test_who_has_no_right_to_know_gets_nothing(school, kind):
    assert asked(school, kind=kind, chat=2, track_id=1) is DeliveryError.NO_RIGHT


@pytest.mark.parametrize("kind", MessageKind)
def test_who_left_the_track_meanwhile_gets_nothing(school, kind):
    with school.begin() as connection:
        connection.execute(delete(metadata.tables["involvement"]))
        connection.execute(update(metadata.tables["track"]).values(student_id=3))
    assert asked(school, kind=kind, track_id=1) is DeliveryError.NO_RIGHT


def test_what_arrived_is_composed_once_more_for_who_left_the_track(school):
    write(school, [draft(2, "s", track_id=1)])
    (message,) = claim(school)
    with school.begin() as connection:
        unit = StoredUnitOfWork(connection)
        assert why_not(unit, replace(message, asks="alert"), MORNING) is DeliveryError.NO_RIGHT
        assert why_not(unit, replace(message, ref="7"), MORNING) is DeliveryError.NO_RIGHT
        assert why_not(unit, replace(message, asks="alert", ref="7"), MORNING) is None


@pytest.mark.parametrize("kind", MessageKind)
@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"muted": True}, DeliveryError.MUTED),
        ({"absent_until": MORNING + SECOND}, DeliveryError.MUTED),
        ({"absent_until": MORNING}, None),
    ],
)
def test_who_wants_to_be_left_alone_gets_only_what_matters(school, kind, wish, told):
    change(school, person, **wish)
    assert asked(school, kind=kind) is (told if kind in WELCOME else None)


@pytest.mark.parametrize("kind", sorted(set(MessageKind) - {MessageKind.NOTICE}))
def test_a_chat_that_is_no_longer_theirs_gets_nothing(school, kind):
    change(school, account, left_at=MORNING)
    assert asked(school, kind=kind) is DeliveryError.MOVED


def test_a_chat_that_was_left_is_still_told_so(school):
    change(school, account, left_at=MORNING)
    assert asked(school, kind=MessageKind.NOTICE) is None


def test_what_is_no_longer_due_is_dropped_and_takes_nobodys_place(school):
    write(school, [draft(1, "late", expires_at=MORNING), draft(2, "right")], MORNING - SECOND)
    write(school, [draft(1, "next")], MORNING - SECOND)
    with school.begin() as connection:
        unit = StoredUnitOfWork(connection)
        assert take_due(unit, claim_of(at_most=0), nothing_asked) == []
        assert texts(take_due(unit, claim_of(), nothing_asked)) == ["right", "next"]
    late = rows(school)["late"]
    assert (late.state, late.last_error, late.sent_at) == ("dead", "expired", None)


@pytest.mark.parametrize("reason", RefusalReason)
def test_who_blocked_us_is_noted_as_unreachable(school, reason):
    write(school, [draft(1, "a")])
    tried = Tried(claim(school)[0], Permanent(reason), MORNING)
    with school.begin() as connection:
        unit = StoredUnitOfWork(connection)
        settle_tried(unit, [tried])
        (chat,) = unit.accounts.list_of(1)
    assert chat.reachable == (reason is RefusalReason.REFUSED)
    assert chat.unreachable_since == (None if chat.reachable else MORNING)


def test_what_the_doctor_says(school):
    def finding(at):
        with school.begin() as connection:
            return outbox_health(connection, at)

    good, nothing = finding(MORNING)
    assert good
    assert len(nothing.parts) == 1
    write(school, [draft(1, "a"), draft(2, "b")])
    change(school, outbox, last_error="")
    assert finding(MORNING + OVERDUE)[0]
    overdue, said = finding(MORNING + OVERDUE + SECOND)
    assert not overdue
    assert said.parts[0].args["waiting"] == 2
    assert said.parts[1].args["day"].at == MORNING
    change(school, outbox, state="unknown")
    good, said = finding(MORNING + OVERDUE + SECOND)
    assert good
    assert said.parts[1].count == 2


def test_nobody_claims_while_another_one_notes_which_chat_has_to_rest(postgresql_url):
    # Else it could be seen that something was sent there, and not yet that the chat rests.
    resting = {"1": SECOND + MORNING}
    with connected(postgresql_url) as engine:
        populate(engine, 1)
        with engine.begin() as ending, engine.begin() as other:
            noting = claim_of(at_most=0, resting=resting, pace=LIMITS["telegram"].bot)
            assert take_due(StoredUnitOfWork(ending), noting, nothing_asked) == []
            other.execute(text("SET LOCAL lock_timeout = 100"))
            claiming = claim_of(pace=LIMITS["telegram"].bot)
            with pytest.raises(OperationalError, match="lock timeout"):
                take_due(StoredUnitOfWork(other), claiming, nothing_asked)
            other.rollback()
