"""A questionnaire from a TOML file that a school wrote; docs/questionnaires.md shows one."""

import re
from datetime import date, datetime
from pathlib import Path

from bot.domain.asking.questionnaires import (
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_DAYS_BEFORE,
    AskedWhen,
    QuestionnaireDraft,
)
from bot.domain.importing.drafts import tidy
from bot.domain.school.tracks import Role
from bot.exchange.reading.questions_section import read_questions, read_wording
from bot.exchange.reading.shapes import FileSection, read_toml
from bot.messages import _

_OURS = Path(__file__).parents[1] / "ours"
OURS = {name: _OURS / f"{name}.toml" for name in ("motivation", "workplace")}
"""Two short examples of our own, by name."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YEARS = range(2000, 3000)
_KEYS = (
    "name", "title", "anonymous", "roles", "programme", "class_group", "opens_on", "closes_on",
    "days_before_photo", "closes_before_photo", "question",
)  # fmt: skip


def read_questionnaire(path: Path) -> QuestionnaireDraft:
    """Read a file as a questionnaire. Raises Refused with the place of what is wrong."""
    top = read_toml(path)
    top.only(*_KEYS)
    if "anonymous" not in top.values:
        raise top.refused(_("{place} is missing", place="anonymous"))
    return QuestionnaireDraft(
        _name(top),
        read_wording(top, "title", LONGEST_TITLE),
        top.flag("anonymous"),
        _roles(top),
        tidy(top.text("programme", "")),
        tidy(top.text("class_group", "")),
        _when(top),
        read_questions(top),
    )


def _name(top: FileSection) -> str:
    name = top.text("name")
    if _NAME.fullmatch(name) and len(name) <= LONGEST_NAME:
        return name
    raise top.refused(
        _(
            "{place} is small letters and digits with hyphens between, {most} signs at most",
            place="name",
            most=LONGEST_NAME,
        )
    )


def _roles(top: FileSection) -> frozenset[Role]:
    said = top.texts("roles")
    if not said or not set(said) <= set(Role):
        known = ", ".join(Role)
        raise top.refused(
            _("{place} names one of these at least: {known}", place="roles", known=known)
        )
    return frozenset(map(Role, said))


def _when(top: FileSection) -> AskedWhen:
    """Read its two days, or how many days before each photo it is asked."""
    by_photo = "days_before_photo" in top.values
    if by_photo == ("opens_on" in top.values or "closes_on" in top.values):
        raise top.refused(_("it says when: either opens_on and closes_on, or days_before_photo"))
    if not by_photo:
        return AskedWhen(_day(top, "opens_on"), _day(top, "closes_on"))
    before, closed = top.number("days_before_photo"), top.number("closes_before_photo", 0)
    if not 0 <= closed < before <= MOST_DAYS_BEFORE:
        problem = _(
            "days_before_photo is 1 to {most}, and closes_before_photo is less",
            most=MOST_DAYS_BEFORE,
        )
        raise top.refused(problem)
    return AskedWhen(days_before=before, closed_before=closed)


def _day(top: FileSection, key: str) -> date:
    value = top.values.get(key)
    if value is None:
        raise top.refused(_("{place} is missing", place=key))
    try:
        if isinstance(value, datetime):
            raise ValueError(value)
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
        if day.year not in _YEARS:
            raise ValueError(day)
        return day
    except ValueError:
        raise top.refused(_("{place} needs a day such as 2026-12-18", place=key)) from None
