"""What a student takes along at the last photo, as a document."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.school.tracks import Role
from bot.messages import (
    Day,
    Document,
    DocumentCell,
    DocumentTable,
    Sayable,
    Section,
    _,
    _n,
    lines,
    listed,
    words,
)
from bot.showing.route import CAMPUS_ONLY, NEITHER, WORKPLACE_ONLY
from bot.showing.words.prior import say_prior
from bot.use_cases.evaluating.council.see_end_view import CompetenceReached, EndView, Evidence
from handlers.evaluating.council.phrases import TITLE, name_photo, quoted, say_foot
from handlers.talking.phrases import ROLE_WORD, first_name, full_name, short

EVIDENCE = 60
"""Pieces of evidence on an end view, the newest of each competence first."""

WORDS = 600
"""Letters that are quoted of each message."""


def describe_end_view(view: EndView, at: datetime) -> Document:
    """Describe an end view as it was made at an instant (aware): the same for whoever opens it."""
    report, photo = view.seen.report, view.seen.photo
    return Document(
        words(full_name(report.track), _("end view"), by=" · "),
        words(report.programme.title, report.track.class_group, name_photo(photo), by=" · "),
        (
            *_strengths(view),
            Section(_("Competences, and how they came to be"), (_competences(view),)),
            *_evidence(view),
        ),
        say_foot(photo, ""),
        at,
    )


def _strengths(view: EndView) -> Iterator[Section]:
    """Begin with what was acquired, and with what else grew."""
    student = first_name(view.seen.report.track)
    acquired = tuple(_title(own) for own in view.reached if own.acquired)
    grown = tuple(_title(own) for own in view.reached if own.grew and not own.acquired)
    if acquired:
        how = _("Acquired, as whoever scored it sees it: mentor, teacher or both.")
        yield Section(_("What {student} can do", student=student), (how, acquired))
    if grown:
        since = view.earlier[0].photo.name
        yield Section(_("On the way, and grown since {period}", period=since), (grown,))


def _title(own: CompetenceReached) -> str:
    return f"{own.competence.number} {own.competence.title}"


def _competences(view: EndView) -> DocumentTable:
    perspectives = view.seen.report.perspectives
    head = (_("competence"), *(ROLE_WORD[role] for role in perspectives), _("came up"))
    return DocumentTable(
        _caption(view),
        head,
        tuple(_row(view, own) for own in view.reached),
        (10, *(6 for _role in perspectives), 5),
    )


def _caption(view: EndView) -> Sayable:
    if not view.earlier:
        return _("How far each competence came, in each view.")
    names = listed([seen.photo.name for seen in view.earlier])
    return _("How far each competence came, in each view, after {periods}.", periods=names)


def _row(view: EndView, own: CompetenceReached) -> tuple[DocumentCell, ...]:
    return (
        DocumentCell(lines(_title(own), say_prior(view.seen.report.prior.get(own.competence.id)))),
        *(
            DocumentCell(
                "",
                own.colours[role],
                (own.counts[role].covered, own.indicators),
                own.before[role],
            )
            for role in view.seen.report.perspectives
        ),
        DocumentCell(_say_where(own)),
    )


def _say_where(own: CompetenceReached) -> Sayable:
    """Say where it came up, as mentor and teacher say it: whatever else they say stays theirs."""
    at_work, on_campus = (own.counts[role].covered for role in (Role.MENTOR, Role.TEACHER))
    if at_work and on_campus:
        return _("workplace and campus")
    if at_work:
        return WORKPLACE_ONLY
    return CAMPUS_ONLY if on_campus else NEITHER


def _evidence(view: EndView) -> Iterator[Section]:
    if view.evidence:
        points = tuple(map(_say_evidence, view.evidence[:EVIDENCE]))
        left = len(view.evidence) - len(points)
        more = (_n("and {count} more", "and {count} more", left),) if left else ()
        yield Section(_("Evidence, in the student's own words"), ((*points, *more),))


def _say_evidence(evidence: Evidence) -> Sayable:
    competence = evidence.competence
    numbers = ", ".join(f"{competence.number}.{own}" for own in evidence.indicators)
    said: list[Sayable] = [quoted(text, WORDS) for text in evidence.words]
    return words(
        words(numbers, short(competence.title, TITLE)),
        Day(evidence.said_at, full=True),
        words(*said or [_("a picture or a voice note")]),
        by=" · ",
    )
