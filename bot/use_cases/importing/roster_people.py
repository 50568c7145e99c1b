"""The people of one line of a roster: found, never merged, split or renamed in silence."""

from collections.abc import Set
from dataclasses import dataclass

from bot.domain.folding import fold
from bot.domain.importing.drafts import RosterRow
from bot.domain.importing.letters import garbled
from bot.domain.importing.people import (
    alike,
    changed_by_a_spreadsheet,
    holds_several,
    is_a_time,
    is_no_name,
    name_words,
    names_several,
    says_nobody,
)
from bot.domain.telling.mail_addresses import as_mail_address
from bot.messages import Text, _
from bot.use_cases.importing.roster_cells import AROUND, Bad, listed
from bot.use_cases.importing.roster_known import Around, Known

_SAME = 60
"""From here on, of a hundred, another spelling is taken for the same name."""
_SHORT = 2
_PARTICLES = {"van", "von", "den", "der", "ter", "ten", "del", "dos", "bin", "ben", "ait"}
"""These, and words as short as de or el, are not what tells people apart."""


@dataclass(frozen=True, slots=True)
class Found:
    """The people of a line: who is around, names and e-mail addresses by id, and what to tell."""

    around: Around
    names: dict[str, str]
    emails: dict[str, str]
    told: list[Text]


def find_people(row: RosterRow, known: Known) -> Found:
    """Find the people around a placement, and what the line says of them. Raises Bad."""
    names: dict[str, str] = {}
    told: list[Text] = []
    emails = {row.student_id: row.email}
    _is_told_apart(known.staff - known.students, known, row.student_id, row.student)
    _say(names, told, known, row.student_id, row.student)
    around = set()
    for role in AROUND:
        for school_id, name, email in listed(row, role):
            whose = school_id or _id_of(name, known)
            if name:
                _is_told_apart(known.students, known, whose, name)
                _say(names, told, known, whose, name)
            else:
                _is_known(names, known, whose)
            around.add((whose, role))
            emails[whose] = email or emails.get(whose, "")
    return Found(frozenset(around), names, _mailable(emails, known, told), told)


def _mailable(emails: dict[str, str], known: Known, told: list[Text]) -> dict[str, str]:
    """Keep the addresses that can be written to; tell of the others, and of a second one."""
    kept: dict[str, str] = {}
    for school_id, written in emails.items():
        address = as_mail_address(written)
        before = known.said_emails.get(school_id)
        if address is not None:
            kept[school_id] = address
        elif written:
            told.append(_("{email} cannot be written to: no e-mail goes there", email=written))
        if address and before and before != address:
            told.append(
                _(
                    "{id} has the e-mail address {new} here, and {old} before that: "
                    "the last counts",
                    id=school_id,
                    new=address,
                    old=before,
                )
            )
    return kept


def _is_known(names: dict[str, str], known: Known, school_id: str) -> None:
    if school_id in names:
        return
    if school_id not in known.names:
        _is_an_id(school_id, known)
        raise Bad(_("{id} is not known yet, and has no name here", id=school_id))
    if school_id in known.students and school_id not in known.staff:
        raise Bad(
            _(
                "{id} is the student {name}: write the name beside the id if that is meant",
                id=school_id,
                name=known.names[school_id],
            )
        )


def _id_of(name: str, known: Known) -> str:
    _is_a_name(name)
    ids = known.ids.get(fold(name), set())
    if len(ids) == 1:
        return next(iter(ids))
    if ids:
        raise Bad(_("several people are called {name}: give the id", name=name))
    raise Bad(_("{name} is not known yet, and has no id here", name=name))


def _say(names: dict[str, str], told: list[Text], known: Known, school_id: str, name: str) -> None:
    """Note a name; within a file the first spelling counts, and another name is a mistake."""
    _is_a_name(name)
    if school_id not in known.names:
        _is_an_id(school_id, known)
    said = names.get(school_id) or known.said_names.get(school_id)
    if said and said != name and fold(said) != fold(name):
        raise Bad(
            _(
                "{id} is called {name} here, and {other} before that",
                id=school_id,
                name=name,
                other=said,
            )
        )
    if said is None:
        told += _first_said(known, school_id, name)
    names[school_id] = said or name


def _is_told_apart(others: Set[str], known: Known, school_id: str, name: str) -> None:
    """Refuse an id that a student has with somebody else around, or the other way. Raises Bad."""
    if school_id in others and not _akin(known.names[school_id], name):
        raise Bad(
            _(
                "{id} is {known}, and cannot be {name} too: give one of them another id",
                id=school_id,
                known=known.names[school_id],
                name=name,
            )
        )


def _first_said(known: Known, school_id: str, name: str) -> list[Text]:
    """Compare a name with what is stored, and tell of a new name and of a namesake."""
    stored = known.names.get(school_id)
    if stored is None:
        other = known.namesakes.get(name_words(name))
        if other is None:
            return []
        return [_("{id} is called {name}, as {other} is: they are kept apart", id=school_id,
                  name=name, other=other)]  # fmt: skip
    if stored == name:
        return []
    if not known.rename and not _akin(stored, name):
        raise Bad(
            _(
                "{id} is {known}, and {name} is another name: if it is the same person, "
                "import with --rename",
                id=school_id,
                known=stored,
                name=name,
            )
        )
    return [_("{known} is now called {name} ({id})", known=stored, name=name, id=school_id)]


def _akin(stored: str, name: str) -> bool:
    """Say whether one name may be another spelling of the other, or has a word of it."""
    from rapidfuzz import fuzz  # only a name that changed pays for loading it

    ours, theirs = name_words(stored), name_words(name)
    shared = {word for word in ours & theirs if len(word) > 2}
    return (
        bool(shared) or ours == theirs or fuzz.token_sort_ratio(fold(stored), fold(name)) >= _SAME
    )


def _is_an_id(school_id: str, known: Known) -> None:
    """Refuse an id that is not known, and looks like nobody's, several or another's. Raises Bad."""
    other = known.alike.get(alike(school_id))
    reason = None
    if says_nobody(school_id):
        reason = _("{id} is nobody’s id: leave the cell empty where there is nobody", id=school_id)
    elif other:
        reason = _(
            "{name} is known as {other}, and {id} is almost the same: write {other} if that is "
            "meant, else another id",
            name=known.names[other],
            other=other,
            id=school_id,
        )
    elif changed_by_a_spreadsheet(school_id):
        reason = _("{id} was changed by a spreadsheet: make its column text", id=school_id)
    elif holds_several(school_id):
        reason = _(
            "{id} looks like several ids: part people by |, and write an id without blanks",
            id=school_id,
        )
    if reason:
        raise Bad(reason)


def _is_a_name(name: str) -> None:
    """Refuse a name that is nobody’s, of several, or with lost letters. Raises Bad."""
    reason = None
    if is_a_time(name):
        reason = _("{name} is a date or a number, and no name: make its column text", name=name)
    elif is_no_name(name):
        reason = _("{name} is nobody’s name: leave the cell empty where there is nobody", name=name)
    elif names_several(name):
        reason = _("{name} looks like several people: part them by |", name=name)
    elif garbled(name) is not None or "?" in name:
        reason = _("{name} has lost letters: save the file as CSV UTF-8", name=name)
    if reason:
        raise Bad(reason)
