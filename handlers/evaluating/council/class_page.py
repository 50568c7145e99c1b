"""The page of a class for its council, as one document."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.domain.school.tracks import PERSPECTIVES
from bot.messages import (
    Document,
    DocumentCell,
    DocumentTable,
    Sayable,
    Section,
    _,
    _n,
    listed,
    words,
)
from bot.use_cases.evaluating.council.see_class_page import ClassLine, ClassPage, CompetenceLine
from handlers.evaluating.council.phrases import name_photo, say_foot, say_result, tally_of
from handlers.talking.phrases import ROLE_WORD, full_name, short


def describe_class_page(page: ClassPage, group: str, at: datetime, reader: str) -> Document:
    """Describe the page of a class as it was made at an instant (aware), for whom it was made."""
    return Document(
        words(group, _("page for the class council"), by=" · "),
        words(page.programme.title, name_photo(page.photo), by=" · "),
        (
            Section(_("Students"), (_students(page),)),
            Section(_("Competences"), (_competences(page),)),
        ),
        say_foot(page.photo, reader),
        at,
        landscape=True,
    )


def _students(page: ClassPage) -> DocumentTable:
    asides = [
        (head, say)
        for head, say, shown in (
            (_("counts"), _say_counted, any(map(_has_counted, page.lines))),
            (_("workplace"), _say_workplace, any(map(_has_rule, page.lines))),
            (_("views apart"), _say_apart, True),
        )
        if shown
    ]
    return DocumentTable(
        _n(
            "How many of the {count} competence have which colour in each view.",
            "How many of the {count} competences have which colour in each view.",
            len(page.competences),
        ),
        (_("name"), *(ROLE_WORD[role] for role in PERSPECTIVES), *(head for head, _say in asides)),
        tuple(_student(line, [say for _head, say in asides]) for line in page.lines),
        (4, 4, 4, 4, *(3 for _aside in asides)),
    )


def _student(
    line: ClassLine, asides: Sequence[Callable[[ClassLine], Sayable]]
) -> tuple[DocumentCell, ...]:
    return (
        DocumentCell(full_name(line.seen.report.track)),
        *(tally_of(line.colours[role]) for role in PERSPECTIVES),
        *(DocumentCell(say(line)) for say in asides),
    )


def _has_counted(line: ClassLine) -> bool:
    return any(component.summative for component in line.components)


def _has_rule(line: ClassLine) -> bool:
    return line.result is not None and line.result.stated is not None


def _say_workplace(line: ClassLine) -> Sayable:
    return say_result(line.result) if line.result else "–"


def _say_counted(line: ClassLine) -> Sayable:
    counted = [short(own.title) for own in line.components if own.summative]
    return listed(counted) if counted else "–"


def _say_apart(line: ClassLine) -> Sayable:
    standing = sum(dispute.is_open for dispute in line.disputes)
    ended = len(line.disputes) - standing
    return (
        words(
            _n("{count} open", "{count} open", standing) if standing else None,
            _n("{count} ended", "{count} ended", ended) if ended else None,
            by=" · ",
        )
        if line.disputes
        else "–"
    )


def _competences(page: ClassPage) -> DocumentTable:
    return DocumentTable(
        _n(
            "How many of the {count} student have which colour in each view.",
            "How many of the {count} students have which colour in each view.",
            len(page.lines),
        ),
        (_("competence"), *(ROLE_WORD[role] for role in PERSPECTIVES)),
        tuple(map(_competence, page.competences)),
        (5, 3, 3, 3),
    )


def _competence(line: CompetenceLine) -> tuple[DocumentCell, ...]:
    return (
        DocumentCell(f"{line.competence.number} {line.competence.title}"),
        *(tally_of(line.colours[role]) for role in PERSPECTIVES),
    )
