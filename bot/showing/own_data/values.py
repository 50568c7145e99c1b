"""What a column of somebody's own data says, in words."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.evaluating.decisions import DecisionKind
from bot.domain.languages import LANGUAGES
from bot.domain.rights.contesting import ContestEnding
from bot.domain.school.tracks import Role
from bot.messages import Day, Moment, Sayable, Text, Weekday, _, listed
from bot.showing.words.opened import OPENED_WORD
from bot.showing.words.prior import HOW_WORD, VERDICT_WORD
from bot.showing.words.scores.marks import COVERAGE_WORD, MASTERY_WORD
from bot.showing.words.stop_reasons import STOP_REASONS

YES, NO = _("yes"), _("no")
NOBODY = "—"

ROLE_NAMED: Mapping[str, Text] = {
    Role.STUDENT: _("student"),
    Role.MENTOR: _("mentor"),
    Role.TEACHER: _("teacher"),
    Role.COACH: _("coach"),
}
_PLATFORMS: Mapping[str, Sayable] = {
    "page": _("on the page"),
    "mail": _("by e-mail"),
    "push": _("as a sign on a device"),
    "telegram": "Telegram",
    "slack": "Slack",
}
SAID: Mapping[str, Mapping[Any, Sayable]] = {
    "role": ROLE_NAMED,
    "mastery": {**MASTERY_WORD},
    "coverage": {**COVERAGE_WORD},
    "party": {**ROLE_NAMED, "school": _("school")},
    "share": {
        "work": _("the mentor"),
        "both": _("the mentor and the teacher"),
        "me": _("only me"),
        "coach": _("the coach"),
        "all": _("with coach, mentor, teacher"),
    },
    "place": {
        "workplace": _("at work"),
        "campus": _("at school"),
        "both": _("at work and at school"),
        "undecided": _("not decided yet"),
    },
    "platform": _PLATFORMS,
    "told_on": _PLATFORMS,
    "language": {**LANGUAGES},
    "answer": {"can": _("it can be done"), "not_here": _("n/a here")},
    "verdict": {"helped": _("it helped"), "not_for_me": _("not for me")},
    "kind": {"text": _("words"), "photo": _("photo"), "voice": _("voice note")},
    "profile": {
        "light": _("light: only the last reminder"),
        "standard": _("standard"),
        "active": _("active: every reminder and tip"),
    },
    "hours": {
        "day": _("12:00 to 13:30 and 16:30 to 20:00"),
        "morning": _("07:00 to 09:00"),
        "noon": _("12:00 to 13:30"),
        "evening": _("16:30 to 20:00"),
    },
    "outcome": {"reached": _("reached"), "not_reached": _("not reached"), "away": _("absent")},
    "what": {**OPENED_WORD},
    "stop_reason": {**STOP_REASONS},
    "contest_ending": {
        ContestEnding.CHANGED: _("it was changed"),
        ContestEnding.WITHDRAWN: _("taken back"),
        ContestEnding.SETTLED: _("the coach noted how it ended"),
    },
    "learned_how": {**HOW_WORD},
    "claim_verdict": {**VERDICT_WORD},
    "decision_kind": {
        DecisionKind.QUALIFIED: _("qualified"),
        DecisionKind.NOT_QUALIFIED: _("not qualified"),
        DecisionKind.GOES_ON: _("goes on"),
        DecisionKind.OTHER: _("another decision"),
    },
}
"""What stands in a column, by the column."""


KEPT_AS = {
    "decision_kind": "kind",
    "stop_reason": "reason",
    "contest_ending": "ending",
    "act": "kind",
    "learned_how": "how",
    "claim_verdict": "verdict",
}
"""Columns whose words are their own table's alone, by what they are called here."""


def say_value(column: str, value: Any, zone: str) -> Sayable:
    """Say what a column holds, days as those of a time zone; empty where it holds nothing."""
    match value:
        case None | "":
            return ""
        case bool():
            return YES if value else NO
        case datetime():
            return Moment(value, year=True)
        case Fraction():
            return f"{float(value):g}"
        case str():
            return _say_written(column, value, zone)
        case Mapping() | list():
            return _say_gathered(value)
    return Weekday(value) if column == "weekday" else value


def say_who_said(*, mine: bool) -> Sayable:
    """Say whose message one of a conversation is."""
    return _("you") if mine else "Kompaan"


def _say_written(column: str, value: str, zone: str) -> Sayable:
    if column == "days":
        return listed(Weekday(int(day)) for day in value if day in "0123456")
    if column.endswith(("_on", "_day")) and (day := _day_of(value)) is not None:
        return Day(datetime.combine(day, time(12), ZoneInfo(zone)), full=True)
    if column == "council":
        return ", ".join(_listed(value))
    if column in {"points", "total", "to_reach"} and "/" in value:
        return f"{float(Fraction(value)):g}"
    return SAID.get(column, {}).get(value, value)


def _day_of(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _listed(written: str) -> Sequence[str]:
    try:
        names = json.loads(written)
    except ValueError:
        return [written]
    return [str(name) for name in names] if isinstance(names, list) else [written]


def _say_gathered(value: Any) -> str:
    """Say the words of a message that was kept whole; of anything else its plain form."""
    if isinstance(value, Mapping) and isinstance(value.get("text"), str):
        return str(value["text"])
    return json.dumps(value, ensure_ascii=False, default=str) if value else ""
