"""The recognition of a workplace for a programme, as a row of any statement has it."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_

from bot.domain.agreeing.recognitions import Recognition
from bot.storage.tables import programme, recognition, workplace

KNOWN = (recognition.c.recognised_until, recognition.c.given_on, recognition.c.asked_on)
"""What is known of one."""

OF_PLACE: ColumnElement[bool] = and_(
    recognition.c.workplace_id == workplace.c.id, recognition.c.programme_id == programme.c.id
)
"""How it is joined to a workplace and a programme."""


def recognition_of(row: Row[*tuple[Any, ...]]) -> Recognition:
    """Read what a row with these columns says of a recognition."""
    return Recognition(_day(row.recognised_until), _day(row.given_on), _day(row.asked_on))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
