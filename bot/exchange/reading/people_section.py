"""The people of an organisation's file: their ids and names, addresses, and who runs the school."""

from collections.abc import Iterator

from bot.domain.importing.drafts import tidy
from bot.exchange.reading.shapes import FileSection
from bot.messages import _


def read_people(top: FileSection) -> dict[str, str]:
    """Read the people: the school's id of each, and the name."""
    people = top.table("people")
    named: dict[str, str] = {}
    for school_id in people.values:
        if tidy(school_id) in named:
            raise top.refused(_("two people have the id {id}", id=tidy(school_id)))
        named[tidy(school_id)] = tidy(people.text(school_id))
    return named


def read_emails(emails: FileSection, people: dict[str, str]) -> dict[str, str]:
    """Read the e-mail addresses, by the school's ids."""
    return {
        find_person_in(emails, school_id, people): tidy(emails.text(school_id))
        for school_id in emails.values
    }


def read_administrators(head: FileSection, people: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Read who runs the school: each stands among the people."""
    if "administrators" in head.values:
        for school_id in head.texts("administrators"):
            known = find_person_in(head, school_id, people)
            yield known, people[known]


def read_teachers_coaches(head: FileSection, people: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Read who coaches the teachers who are new: each stands among the people."""
    if "teachers_coaches" in head.values:
        for school_id in head.texts("teachers_coaches"):
            known = find_person_in(head, school_id, people)
            yield known, people[known]


def find_person_in(line: FileSection, school_id: str, people: dict[str, str]) -> str:
    """Find the school's id of somebody whom a line names. Raises Refused for whoever is unknown."""
    if tidy(school_id) in people:
        return tidy(school_id)
    problem = _("{place} names {id}, who is not among the people", place=line.where, id=school_id)
    raise line.refused(problem)
