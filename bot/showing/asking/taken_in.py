"""A questionnaire in sentences: for the command line, and for a file sent in a chat."""

from collections.abc import Iterator

from bot.domain.asking.questionnaires import Questionnaire, RoundSpan
from bot.domain.asking.tallies import FEWEST
from bot.domain.school.tracks import Role
from bot.messages import Moment, Sayable, _, _n, listed

_ROLES = {
    Role.STUDENT: _("students"),
    Role.MENTOR: _("mentors"),
    Role.TEACHER: _("teachers"),
    Role.COACH: _("coaches"),
}
NAMELESS = _("Without names: nobody sees who answered what.")
NAMED = _("With names: who is around them reads what they answered.")


def say_taken_in(
    own: Questionnaire, span: RoundSpan | None, asked: int, question_count: int
) -> Iterator[Sayable]:
    """Say what a questionnaire asks, whom, how and when."""
    questions = _n("{count} question", "{count} questions", question_count)
    yield _("Questionnaire {name}: {questions}.", name=own.name, questions=questions)
    yield from say_whom(own)
    yield _n("{count} person is asked today.", "{count} people are asked today.", asked)
    yield NAMELESS if own.anonymous else NAMED
    yield say_when(own, span)
    if own.anonymous and asked < FEWEST:
        yield _("With fewer than {fewest} answers nothing is shown.", fewest=FEWEST)


def say_whom(own: Questionnaire) -> Iterator[Sayable]:
    """Say whom a questionnaire asks."""
    yield _("It asks {roles}.", roles=listed(_ROLES[role] for role in Role if role in own.roles))
    if own.programme:
        yield _("Of the programme {programme} only.", programme=own.programme)
    if own.class_group:
        yield _("Of the class group {group} only.", group=own.class_group)


def say_when(own: Questionnaire, span: RoundSpan | None) -> Sayable:
    """Say when a questionnaire is open."""
    if span is not None:
        opens, closes = Moment(span.opens_at), Moment(span.last_minute)
        return _("Open from {opens} until {closes}.", opens=opens, closes=closes)
    return _n(
        "Open from {count} day before each photo, until {closed} days before it.",
        "Open from {count} days before each photo, until {closed} days before it.",
        own.when.days_before or 0,
        closed=own.when.closed_before,
    )
