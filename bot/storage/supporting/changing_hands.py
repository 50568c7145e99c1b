"""What changes hands with a track: the coach's place, visits that are planned, open questions."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    update,
)

from bot.domain.school.tracks import Role
from bot.domain.supporting.handovers import Handover, HandoverWish, Moved
from bot.storage.columns import Instant
from bot.storage.tables import (
    alert,
    intervention,
    involvement,
    placement,
    promise,
    question,
    visit,
    visit_minute,
)

_ONE: ColumnElement[int] = literal_column("1")
_THESE = bindparam("these", expanding=True, type_=Integer)
_COACHES = (
    involvement.c.track_id == bindparam("track"),
    involvement.c.person_id == bindparam("who"),
    involvement.c.role == Role.COACH.value,
)
_PLACES = select(involvement.c.placement_id).where(*_COACHES).order_by(involvement.c.placement_id)
_RUNNING = (
    select(placement.c.id)
    .where(placement.c.track_id == bindparam("track"), placement.c.ended_at.is_(None))
    .order_by(placement.c.id)
)
_LEAVE = delete(involvement).where(*_COACHES, involvement.c.placement_id.in_(_THESE))
_ENTER = insert(involvement).from_select(
    ["organisation_id", "placement_id", "person_id", "role", "track_id"],
    select(
        placement.c.organisation_id,
        placement.c.id,
        bindparam("who", type_=Integer),
        literal(Role.COACH.value),
        placement.c.track_id,
    ).where(placement.c.id.in_(_THESE)),
)
_VISITS = (
    select(visit.c.id)
    .join(placement, placement.c.id == visit.c.placement_id)
    .where(
        placement.c.track_id == bindparam("track"),
        visit.c.coach_id == bindparam("who"),
        visit.c.held_on.is_(None),
        visit.c.called_off_at.is_(None),
    )
    .order_by(visit.c.id)
)
_QUESTIONS = (
    select(question.c.id)
    .join(alert, alert.c.id == question.c.alert_id)
    .where(
        alert.c.track_id == bindparam("track"),
        question.c.asked_by_id == bindparam("who"),
        question.c.answered_at.is_(None),
    )
    .order_by(question.c.id)
)
_SET_VISITS = update(visit).where(visit.c.id.in_(_THESE)).values(coach_id=bindparam("to"))
_SET_QUESTIONS = (
    update(question).where(question.c.id.in_(_THESE)).values(asked_by_id=bindparam("to"))
)
_SINCE = bindparam("since", type_=Instant)
_WHO = bindparam("who", type_=Integer)
_TRACK = bindparam("track", type_=Integer)
_OF_VISIT = (
    select(_ONE)
    .select_from(visit)
    .join(placement, placement.c.id == visit.c.placement_id)
    .where(placement.c.track_id == _TRACK, visit.c.coach_id == _WHO)
)
_ACTED = select(
    or_(
        exists(_ONE).where(
            intervention.c.track_id == _TRACK,
            intervention.c.author_id == _WHO,
            intervention.c.at >= _SINCE,
        ),
        exists(_ONE).where(
            question.c.alert_id == alert.c.id,
            alert.c.track_id == _TRACK,
            question.c.asked_by_id == _WHO,
            or_(question.c.asked_at >= _SINCE, question.c.answered_at >= _SINCE),
        ),
        exists(_ONE).where(alert.c.track_id == _TRACK, alert.c.acknowledged_at >= _SINCE),
        _OF_VISIT.where(or_(visit.c.made_at >= _SINCE, visit.c.called_off_at >= _SINCE)).exists(),
        _OF_VISIT.join(visit_minute, visit_minute.c.visit_id == visit.c.id)
        .where(visit_minute.c.said_at >= _SINCE)
        .exists(),
        _OF_VISIT.join(promise, promise.c.visit_id == visit.c.id)
        .where(promise.c.ended_at >= _SINCE)
        .exists(),
    )
)
_STAND = select(func.count()).where(
    involvement.c.person_id == _WHO,
    involvement.c.role == Role.COACH.value,
    involvement.c.placement_id.in_(_THESE),
)


def change_hands(connection: Connection, wish: HandoverWish) -> Moved:
    """Let the new coach take the place of the one before wherever that one has it on the track."""
    places = _list(connection, _PLACES, wish, wish.from_id)
    already = set(_list(connection, _PLACES, wish, wish.to_id))
    gained = [here for here in places if here not in already]
    visits = _list(connection, _VISITS, wish, wish.from_id)
    questions = _list(connection, _QUESTIONS, wish, wish.from_id)
    moved = Moved(tuple(places), tuple(gained), tuple(visits), tuple(questions))
    _leave(connection, wish, wish.from_id, places)
    _enter(connection, wish.to_id, gained)
    _hand(connection, moved, wish.to_id)
    return moved


def fill_place(connection: Connection, wish: HandoverWish) -> Moved:
    """Let the new coach in wherever the track runs: the one of before left no place behind."""
    running = connection.execute(_RUNNING, {"track": wish.track_id}).scalars()
    already = set(_list(connection, _PLACES, wish, wish.to_id))
    gained = [here for here in running if here not in already]
    visits = _list(connection, _VISITS, wish, wish.from_id)
    questions = _list(connection, _QUESTIONS, wish, wish.from_id)
    moved = Moved((), tuple(gained), tuple(visits), tuple(questions))
    _enter(connection, wish.to_id, gained)
    _hand(connection, moved, wish.to_id)
    return moved


def give_back(connection: Connection, wish: HandoverWish, moved: Moved) -> None:
    """Put the coach of before back where they were, with what went along."""
    _leave(connection, wish, wish.to_id, moved.gained)
    still = set(_list(connection, _PLACES, wish, wish.from_id))
    _enter(connection, wish.from_id, [here for here in moved.placements if here not in still])
    _hand(connection, moved, wish.from_id)


def may_give_back(connection: Connection, handover: Handover) -> bool:
    """Say whether the new coach still stands where they came, and did nothing there yet."""
    wish, moved = handover.wish, handover.moved
    if not moved.placements:
        return False
    asked = {"who": wish.to_id, "these": list(moved.placements)}
    if connection.execute(_STAND, asked).scalar_one() != len(moved.placements):
        return False
    since = {"track": wish.track_id, "who": wish.to_id, "since": handover.done_at}
    return not connection.execute(_ACTED, since).scalar_one()


def _list(connection: Connection, look: Select[Any], wish: HandoverWish, who: int) -> list[int]:
    return list(connection.execute(look, {"track": wish.track_id, "who": who}).scalars())


def _leave(connection: Connection, wish: HandoverWish, who: int, places: Sequence[int]) -> None:
    asked = {"track": wish.track_id, "who": who, "these": list(places)}
    connection.execute(_LEAVE, asked)


def _enter(connection: Connection, who: int, places: Sequence[int]) -> None:
    connection.execute(_ENTER, {"who": who, "these": list(places)})


def _hand(connection: Connection, moved: Moved, to: int) -> None:
    connection.execute(_SET_VISITS, {"these": list(moved.visits), "to": to})
    connection.execute(_SET_QUESTIONS, {"these": list(moved.questions), "to": to})
