"""The cells of one line of a roster: each on its own, and people by their ids and names."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from itertools import zip_longest

from bot.domain.folding import fold
from bot.domain.importing.drafts import RosterRow
from bot.domain.importing.letters import garbled
from bot.domain.importing.people import changed_by_a_spreadsheet, says_nobody
from bot.domain.languages import LANGUAGES
from bot.domain.planning.lessons import NoTime, read_times
from bot.domain.school.tracks import Role
from bot.domain.sector.totals.regions import LONGEST_REGION, is_region
from bot.messages import Text, _

MOST_HOURS = 60

_HOURS = re.compile(r"([0-9]{1,2})(?:[.,]([0-9])0*)?")
_DAY = re.compile(
    r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})"
    r"|(?P<d_>[0-9]{1,2})[/.-](?P<m_>[0-9]{1,2})[/.-](?P<y_>[0-9]{4})"
)
_YES = frozenset({"yes", "y", "ja", "j", "oui", "o", "1", "x", "true", "waar", "needed", "nodig"})
_NO = frozenset({"no", "n", "nee", "neen", "non", "nein", "0", "false", "onwaar", "niet nodig"})
EARLIEST, LATEST = 2000, 2100
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_EMAILS = ("mentor_email", "teacher_email", "coach_email")


class Bad(Exception):
    """A line cannot be taken in; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        """Carry the reason, without capital and full stop."""
        super().__init__(reason.key)
        self.reason = reason


def check_cells(row: RosterRow) -> None:
    """Refuse a line for what one of its cells holds or lacks. Raises Bad."""
    for check in _CHECKS:
        reason = check(row)
        if reason:
            raise Bad(reason)


_MISSING: dict[str, Text] = {
    "framework": _("the framework is missing"),
    "class_group": _("the class group is missing"),
    "student_id": _("the student’s id is missing"),
    "student": _("the student’s name is missing"),
    "workplace": _("the workplace is missing"),
}


def _surplus(row: RosterRow) -> Text | None:
    return _("it has more cells than the first line") if row.surplus else None


def _missing(row: RosterRow) -> Text | None:
    return next((text for name, text in _MISSING.items() if not getattr(row, name)), None)


_NAMED = ("framework", "class_group", "workplace")
_ONE = ("student_id", "student", "class_group")


def _nothing(row: RosterRow) -> Text | None:
    filler = next((name for name in _NAMED if says_nobody(getattr(row, name))), None)
    if filler is None:
        return None
    return _("{cell} is no {column}", cell=getattr(row, filler), column=filler)


def _several(row: RosterRow) -> Text | None:
    cell = next((getattr(row, name) for name in _ONE if "|" in getattr(row, name)), None)
    if cell is None:
        return None
    return _("{cell} is more than one: give each a line of its own", cell=cell)


def _spoiled(row: RosterRow) -> Text | None:
    group = row.class_group
    if changed_by_a_spreadsheet(group):
        return _("{id} was changed by a spreadsheet: make its column text", id=group)
    lost = next((name for name in (group, row.workplace) if garbled(name) is not None), None)
    return (
        None
        if lost is None
        else _("{name} has lost letters: save the file as CSV UTF-8", name=lost)
    )


def _wrong_hours(row: RosterRow) -> Text | None:
    if not row.weekly_hours or hours_of(row.weekly_hours) is not None:
        return None
    return _(
        "{hours} is no number of hours from 0 to 60, such as 20 or 19.5", hours=row.weekly_hours
    )


def _wrong_language(row: RosterRow) -> Text | None:
    if row.language.lower() in ("", *LANGUAGES):
        return None
    return _(
        "{language} is not a language that we speak: {languages}",
        language=row.language,
        languages=", ".join(LANGUAGES),
    )


def _wrong_email(row: RosterRow) -> Text | None:
    cells = (row.email, *(part for name in _EMAILS for part in _parted(getattr(row, name))))
    wrong = next((cell for cell in cells if cell and not _EMAIL.fullmatch(cell)), None)
    return None if wrong is None else _("{email} is not an e-mail address", email=wrong)


def _wrong_lessons(row: RosterRow) -> Text | None:
    try:
        read_times(row.lessons)
    except NoTime as no_time:
        return _("{time} is not a time of the week such as mon 8:30", time=str(no_time))
    return None


def _wrong_start(row: RosterRow) -> Text | None:
    starts, ends = day_in(row.starts), day_in(row.ends)
    if row.starts and not starts:
        return _("{starts} is no first day such as 2026-09-01 or 1/9/2026", starts=row.starts)
    if starts and ends and ends < starts:
        return _("the last day, {ends}, is before the first, {starts}", ends=row.ends,
                 starts=row.starts)  # fmt: skip
    return None


def _wrong_end(row: RosterRow) -> Text | None:
    if not row.ends or day_in(row.ends):
        return None
    return _("{ends} is no last day such as 2027-06-30 or 30/6/2027", ends=row.ends)


def _wrong_guardian(row: RosterRow) -> Text | None:
    if not row.guardian or guardian_needed(row.guardian) is not None:
        return None
    return _("{cell} does not say whether a guardian is needed: yes or no", cell=row.guardian)


def _wrong_region(row: RosterRow) -> Text | None:
    if not row.region or is_region(row.region):
        return None
    return _("{cell} is no region: a word of {most} characters at most",
             cell=row.region[:LONGEST_REGION], most=LONGEST_REGION)  # fmt: skip


_CHECKS: tuple[Callable[[RosterRow], Text | None], ...] = (
    _surplus,
    _missing,
    _nothing,
    _several,
    _spoiled,
    _wrong_hours,
    _wrong_language,
    _wrong_email,
    _wrong_lessons,
    _wrong_end,
    _wrong_start,
    _wrong_guardian,
    _wrong_region,
)


def guardian_needed(text: str) -> bool | None:
    """Read whether a guardian has to say yes; None where the cell says nothing of it."""
    said = fold(text)
    return True if said in _YES else False if said in _NO else None


def day_in(text: str) -> date | None:
    """Read a day, the year first or last; None where it is none of these years."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(found[part] or found[part + "_"]) for part in ("y", "m", "d"))
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def hours_of(text: str) -> Fraction | None:
    """Read hours a week, in whole tenths; None where they are none."""
    found = _HOURS.fullmatch(text)
    hours = Fraction(f"{found[1]}.{found[2] or 0}") if found else None
    return hours if hours is not None and hours <= MOST_HOURS else None


AROUND = (Role.MENTOR, Role.TEACHER, Role.COACH)
"""The roles that a line gives to others than the student."""

_UNEQUAL: dict[Role, Text] = {
    Role.MENTOR: _("there are not as many mentors’ names as ids"),
    Role.TEACHER: _("there are not as many teachers’ names as ids"),
    Role.COACH: _("there are not as many coaches’ names as ids"),
}
_UNEQUAL_EMAILS: dict[Role, Text] = {
    Role.MENTOR: _("there are not as many mentors’ e-mail addresses as mentors"),
    Role.TEACHER: _("there are not as many teachers’ e-mail addresses as teachers"),
    Role.COACH: _("there are not as many coaches’ e-mail addresses as coaches"),
}


def listed(row: RosterRow, role: Role) -> Iterator[tuple[str, str, str]]:
    """List the ids, names and e-mail addresses in a role; of each person an id or a name is there.

    Raises Bad.
    """
    ids = _parted(getattr(row, f"{role.value}_id"))
    names = _parted(getattr(row, role.value))
    if len(ids) != len(names):
        ids, names = _ended(ids), _ended(names)
    if ids and names and len(ids) != len(names):
        raise Bad(_UNEQUAL[role])
    named = _ended([school_id or name for school_id, name in zip_longest(ids, names, fillvalue="")])
    for place, email in enumerate(_emails(row, role, len(named))):
        if named[place]:
            yield "".join(ids[place:][:1]), "".join(names[place:][:1]), email
        elif email:
            raise Bad(_UNEQUAL_EMAILS[role])


def _emails(row: RosterRow, role: Role, count: int) -> list[str]:
    """List as many addresses as people: by one less it would be guessed whose each is."""
    cell = getattr(row, f"{role.value}_email")
    emails = _parted(cell) if cell else [""] * count
    if len(emails) > count:
        emails = _ended(emails)
    if len(emails) != count:
        raise Bad(_UNEQUAL_EMAILS[role])
    return emails


def _parted(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|")]


def _ended(parts: list[str]) -> list[str]:
    """Leave out what is empty at the end: a separator too many."""
    last = max((place for place, part in enumerate(parts, 1) if part), default=0)
    return parts[:last]
