"""The buttons of groups on campus.

A lesson goes by one of the tracks of its class group, and by the minute since 1970 at which it
begins: it may not be stored yet, and every tap finds it anew among what this person teaches.
"""

from datetime import UTC, datetime
from typing import Annotated, Literal

from bot.domain.planning.sessions import Outcome
from handlers.talking.routing.tap import Shape, Tap

MINUTE = 60

Lesson = Annotated[int, Shape(r"\d{1,9}", read=int)]
"""When a lesson begins, in minutes since 1970."""

Place = Annotated[int, Shape(r"\d{1,2}", read=int)]
"""A group of a session, counted from 0; the last one and one more is a group of its own."""

Page = Annotated[int, Shape(r"\d{1,2}", read=int)]
"""A page of a class group, counted from 0."""

STUDENTS = 40
"""Students of a page: platforms show about a hundred buttons in a message."""


def minutes_of(at: datetime) -> int:
    """Count the minutes since 1970 of a lesson's beginning."""
    return int(at.timestamp()) // MINUTE


def instant_of(minutes: int) -> datetime:
    """Say at which instant that is."""
    return datetime.fromtimestamp(minutes * MINUTE, UTC)


class OpenLesson(Tap, code="zf"):
    """Show the groups of a lesson below what led there; the next one where it is 0."""

    track: int
    lesson: Lesson


class ShowLesson(Tap, code="zg"):
    """Show the groups of a lesson in place; the next one where it is 0. Of several by teacher."""

    track: int
    lesson: Lesson
    teacher: int | None = None


class ConfirmLesson(Tap, code="zh"):
    """Confirm the groups of a lesson as they are."""

    track: int
    lesson: Lesson


class MoveStudent(Tap, code="zi"):
    """Ask whom to move, then to which group, then do it."""

    track: int
    lesson: Lesson
    student: int | None = None
    to: Place | None = None


class ShowMovable(Tap, code="zt"):
    """Ask whom to move, another page of the students."""

    track: int
    lesson: Lesson
    page: Page


class SwapCompetence(Tap, code="zj"):
    """Ask which group works on something else, then on which competence, by number; then do it."""

    track: int
    lesson: Lesson
    group: Place | None = None
    number: Annotated[int, Shape(r"\d{1,4}", read=int)] | None = None


class DecideLesson(Tap, code="zk"):
    """Lock or unlock the groups of a lesson, skip it, or hold it after all."""

    track: int
    lesson: Lesson
    what: Literal["lock", "free", "skip", "hold"]


class PlanAgain(Tap, code="zl"):
    """Plan again from today: what was given or locked stays."""

    track: int


class BringLesson(Tap, code="zm"):
    """Bring a lesson as a calendar entry, with what to prepare. Of several by teacher."""

    track: int
    lesson: Lesson
    teacher: int | None = None


class SetGroups(Tap, code="zn"):
    """Show how groups are made with a class group, or set one value of it."""

    track: int
    what: Literal["show", "groups", "size", "class"]
    value: Place | None = None


class SetNeed(Tap, code="zo"):
    """Ask of which competence, by number, the sessions are set; then how many; then set them."""

    track: int
    number: Annotated[int, Shape(r"\d{1,4}", read=int)] | None = None
    sessions: Place | None = None


class SayGiven(Tap, code="zp"):
    """Say of a session whether it was given: as planned, otherwise, or not at all."""

    session: int
    how: Literal["yes", "other", "no", "done"]


class ShowOutcomes(Tap, code="zu"):
    """Ask what came of a session, another page of the students."""

    session: int
    page: Page


class SayOutcome(Tap, code="zq"):
    """Say of a student what came of a session."""

    session: int
    track: int
    outcome: Outcome


class SayUnreached(Tap, code="zr"):
    """Say that a group did not reach what it worked on, or that it did after all."""

    session: int
    group: Place
    reached: Annotated[int, Shape("[01]", read=int)]


class CoverScenarios(Tap, code="zs"):
    """Note what the scenarios of a session serve as come up on campus."""

    session: int
