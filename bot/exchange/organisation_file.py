"""A whole organisation in one readable TOML file: the sample, or a school's own.

The format is described in docs/organisation-file.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.days import instant
from bot.domain.importing.activity_rows import ActivityRow
from bot.domain.importing.drafts import (
    CompetenceDraft,
    ComponentDraft,
    ContextDraft,
    FrameworkDraft,
    ProgrammeDraft,
    RosterRow,
    tidy,
)
from bot.domain.languages import LANGUAGES
from bot.domain.rights.forgetting import MOST_FORGET_DAYS
from bot.domain.rights.retention import Keeping
from bot.domain.school.frameworks import CutOff
from bot.domain.telling.hours import Works
from bot.exchange.evaluating_section import (
    WorkplaceRuleDraft,
    read_keepings,
    read_prior_rule,
    read_setting,
    read_workplace_rules,
)
from bot.exchange.period_section import MOST_DAYS, Agreed, PeriodDraft, dated, read_periods
from bot.exchange.planning.activity_section import read_activity_lists
from bot.exchange.reading.files import sound
from bot.exchange.reading.people_section import (
    find_person_in,
    read_administrators,
    read_emails,
    read_people,
    read_teachers_coaches,
)
from bot.exchange.reading.shapes import FileSection, read_toml
from bot.messages import _

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the history: who said what, so many days ago, at a time of that day."""

    days_ago: int
    at: time
    by: str
    says: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the history at its instant."""

    by: str
    said_at: datetime
    says: str


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """An organisation as its file has it, ready for the imports."""

    name: str
    language: str
    time_zone: str
    care: str
    frameworks: tuple[FrameworkDraft, ...]
    programmes: tuple[ProgrammeDraft, ...]
    agreed: tuple[Agreed, ...]
    rows: tuple[RosterRow, ...]
    activities: tuple[ActivityRow, ...]
    happened: tuple[Happened, ...]
    workplace_rules: tuple[WorkplaceRuleDraft, ...] = ()
    administrators: tuple[tuple[str, str], ...] = ()
    """The school's id of each, and the name."""
    teachers_coaches: tuple[tuple[str, str], ...] = ()
    """The same of who coaches the teachers who are new to dual learning."""

    addresses: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    keepings: tuple[tuple[str, Keeping], ...] = ()
    forget_days: int | None = None

    def periods(self, now: datetime, works: Works) -> tuple[PeriodDraft, ...]:
        """Date the periods, seen from an aware instant; a photo falls on a working day."""
        return dated(self.agreed, self.time_zone, now, works)

    def history(self, now: datetime) -> tuple[HistoryLine, ...]:
        """Date the history, seen from an aware instant, and put it in the order of its instants."""
        zone = self.time_zone
        today = now.astimezone(ZoneInfo(zone)).date()
        said = (
            HistoryLine(
                line.by, instant(today - timedelta(days=line.days_ago), line.at, zone), line.says
            )
            for line in self.happened
        )
        return tuple(sorted(said, key=lambda line: line.said_at))


def read_organisation(path: Path) -> OrganisationDraft:
    """Read an organisation's file. Raises Refused."""
    return organisation_in(read_toml(path))


def organisation_in(top: FileSection) -> OrganisationDraft:
    """Take an organisation out of what its file holds. Raises Refused."""
    top.only("organisation", "framework", "programme", "people", "emails", "placement", "history")
    head = top.table("organisation")
    head.only(
        "name", "language", "time_zone", "care", "administrators", "teachers_coaches",
        "address", "roles", "forget_days",
    )  # fmt: skip
    people, emails = read_people(top), top.table("emails")
    history = top.table("history")
    history.only("lines")
    with sound(top.file):
        return OrganisationDraft(
            name=tidy(head.text("name", "" if "organisation" not in top.values else None)),
            language=_language(head),
            time_zone=_zone(head),
            care=head.text("care", "").strip(),
            frameworks=tuple(_framework(framework) for framework in top.tables("framework")),
            programmes=tuple(_programme(programme) for programme in top.tables("programme")),
            agreed=tuple(read_periods(top)),
            rows=tuple(_rows(top, people, read_emails(emails, people))),
            activities=tuple(read_activity_lists(top)),
            happened=tuple(_happened(line, people) for line in history.tables("lines")),
            workplace_rules=tuple(read_workplace_rules(top)),
            administrators=tuple(read_administrators(head, people)),
            teachers_coaches=tuple(read_teachers_coaches(head, people)),
            addresses=_pairs(head.table("address")),
            roles=_pairs(head.table("roles")),
            keepings=tuple(read_keepings(top)),
            forget_days=_forget_days(head),
        )


def _pairs(choices: FileSection) -> tuple[str, ...]:
    """Write choices as the command line takes them, such as student=cursist."""
    return tuple(f"{key}={choices.text(key)}" for key in choices.values)


def _forget_days(head: FileSection) -> int | None:
    if "forget_days" not in head.values:
        return None
    days = head.number("forget_days")
    if not 0 <= days <= MOST_FORGET_DAYS:
        raise head.refused(_("forget_days is a number from 0 to {most}", most=MOST_FORGET_DAYS))
    return days


def _language(head: FileSection) -> str:
    language = head.text("language", "nl")
    if language not in LANGUAGES:
        spoken = ", ".join(LANGUAGES)
        problem = _(
            "{language} is not a language that we speak: {spoken}", language=language, spoken=spoken
        )
        raise head.refused(problem)
    return language


def _zone(head: FileSection) -> str:
    name = head.text("time_zone", "Europe/Brussels")
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise head.refused(_("there is no time zone {name}", name=name)) from None


def _framework(framework: FileSection) -> FrameworkDraft:
    framework.only("code", "version", "title", "source", "competence")
    return FrameworkDraft(
        code=framework.text("code"),
        version=framework.text("version", ""),
        title=framework.text("title"),
        source=framework.text("source", ""),
        competences=tuple(_competence(competence) for competence in framework.tables("competence")),
    )


def _competence(competence: FileSection) -> CompetenceDraft:
    competence.only("number", "title", "indicators")
    return CompetenceDraft(
        competence.number("number"), competence.text("title"), competence.texts("indicators")
    )


def _programme(programme: FileSection) -> ProgrammeDraft:
    programme.only(
        "framework", "title", "cut_off", "blind_first", "context", "component", "period",
        "activity_list", "workplace", "retention", "photo_retention", "setting",
        "frameworks",
        "prior_learning",
    )  # fmt: skip
    return ProgrammeDraft(
        framework=programme.text("framework"),
        title=tidy(programme.text("title", "")) or None,
        cut_off=_cut_off(programme),
        contexts=tuple(_context(context) for context in programme.tables("context")),
        components=tuple(_component(component) for component in programme.tables("component")),
        blind_first=programme.flag("blind_first") if "blind_first" in programme.values else None,
        setting=read_setting(programme),
        frameworks=programme.texts("frameworks") if "frameworks" in programme.values else (),
        prior_rule=read_prior_rule(programme),
    )


def _cut_off(programme: FileSection) -> CutOff | None:
    value = programme.text("cut_off", "")
    if value in ("", *CutOff):
        return CutOff(value) if value else None
    raise programme.refused(_("a cut-off is at_least or more_than, not {value}", value=value))


def _context(context: FileSection) -> ContextDraft:
    context.only("number", "title", "starts", "develops")
    return ContextDraft(
        context.number("number"),
        context.text("title"),
        context.numbers("starts"),
        context.numbers("develops"),
    )


def _component(component: FileSection) -> ComponentDraft:
    component.only("title", "competences")
    return ComponentDraft(component.text("title"), component.numbers("competences"))


def _rows(top: FileSection, people: dict[str, str], emails: dict[str, str]) -> Iterator[RosterRow]:
    """Read the placements as lines of a roster, numbered by their place in the file."""
    for line, placement in enumerate(top.tables("placement"), 1):
        placement.only(
            "framework", "class_group", "student", "workplace", "mentors", "teachers", "coaches",
            "language", "email", "training_plan", "weekly_hours", "lessons", "starts", "ends",
            "guardian", "region",
        )  # fmt: skip
        student = find_person_in(placement, placement.text("student"), people)
        yield RosterRow(
            line,
            framework=placement.text("framework"),
            class_group=placement.text("class_group"),
            student_id=student,
            student=people[student],
            workplace=placement.text("workplace"),
            **_around(placement, people, emails),
            language=placement.text("language", ""),
            email=placement.text("email", "") or emails.get(student, ""),
            training_plan=placement.text("training_plan", ""),
            lessons=placement.text("lessons", ""),
            starts=placement.text("starts", ""),
            ends=placement.text("ends", ""),
            guardian=placement.text("guardian", ""),
            region=placement.text("region", ""),
            weekly_hours=placement.amount("weekly_hours"),
        )


_AROUND = {"mentor": "mentors", "teacher": "teachers", "coach": "coaches"}


def _around(
    placement: FileSection, people: dict[str, str], emails: dict[str, str]
) -> dict[str, Any]:
    cells = {}
    for role, key in _AROUND.items():
        ids = [find_person_in(placement, school_id, people) for school_id in placement.texts(key)]
        cells[f"{role}_id"] = "|".join(ids)
        cells[role] = "|".join(people[school_id] for school_id in ids)
        cells[f"{role}_email"] = "|".join(emails.get(school_id, "") for school_id in ids)
    return cells


def _happened(line: FileSection, people: dict[str, str]) -> Happened:
    line.only("days_ago", "at", "by", "says")
    clock = _CLOCK.fullmatch(line.text("at"))
    if clock is None:
        raise line.refused(_("{place} needs a time such as 16:40", place=f"{line.where}.at"))
    days = line.number("days_ago")
    # Not today: the history never lies after the moment at which it is loaded.
    if not 1 <= days <= MOST_DAYS:
        raise line.refused(_("{place} is from 1 to 3660", place=f"{line.where}.days_ago"))
    at = time(int(clock[1]), int(clock[2]))
    return Happened(days, at, find_person_in(line, line.text("by"), people), line.text("says"))
