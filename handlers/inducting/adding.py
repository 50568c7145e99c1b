"""Saying who is new to dual learning, from which day they teach, and that it is over."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.folding import fold
from bot.domain.school.tracks import Person
from bot.messages import Reply, _, lines
from bot.use_cases.inducting.mark_starter import end_starter, mark_starter, say_first_day
from bot.use_cases.inducting.of_staff import NotOfStaff
from bot.use_cases.inducting.see_starters import see_starter
from handlers.inducting.asked import FirstDayAwaited, StarterSought
from handlers.inducting.one import show_one
from handlers.inducting.phrases import NOT_YOUR_TEACHER
from handlers.inducting.starters import refuse_starters
from handlers.inducting.taps import (
    AddStarter,
    EndStarter,
    ListStarters,
    MarkStarter,
    SayFirstDay,
)
from handlers.talking.meaning.dates import read_day
from handlers.talking.meaning.near_days import reaches
from handlers.talking.phrases import STAFF_ONLY, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

FOUND = 8
"""People shown at once; more of a name finds the others."""

A_YEAR = timedelta(days=366)


def tapped_add(turn: Turn, _tap: AddStarter) -> Replies:
    """Ask which teacher is new."""
    if not turn.uow.teachers_coaches.is_one(turn.person.id):
        return [refuse_starters(turn)]
    text = _("Which teacher is new to dual learning? Type a name, a part of it, or the id.")
    return await_words(turn, StarterSought(), text)


def typed_starter(turn: Turn, _question: StarterSought, text: str) -> Replies:
    """Mark who was typed, or ask which of several is meant."""
    turn.close()
    if not turn.uow.teachers_coaches.is_one(turn.person.id):
        return [refuse_starters(turn)]
    school, wanted = turn.person.organisation_id, text.strip()
    found = turn.uow.school_people.list_called(school, fold(wanted), FOUND + 1)
    if len(found) == 1:
        return _mark(turn, found[0])
    if not found:
        nobody = _("Nobody here is called '{name}'.", name=short(wanted))
        return [Reply(nobody, ((button(_("add a teacher"), AddStarter()),),))]
    asked = lines(
        _("Who is meant?"),
        _("There are more: type more of the name.") if len(found) > FOUND else None,
    )
    rows = [
        (button(f"{short(own.name)} · {own.school_id[:12]}", MarkStarter(own.id)),)
        for own in found[:FOUND]
    ]
    return [Reply(asked, tuple(rows))]


def tapped_mark(turn: Turn, tap: MarkStarter) -> Replies:
    """Mark who is on the button."""
    if not turn.uow.teachers_coaches.is_one(turn.person.id):
        return [refuse_starters(turn)]
    person = turn.uow.school_people.find(turn.person.organisation_id, tap.teacher)
    return _mark(turn, person) if person else [Reply(NOT_YOUR_TEACHER)]


def tapped_end_starter(turn: Turn, tap: EndStarter) -> Replies:
    """Note that a teacher is not new any more; a tap takes that back."""
    standing = see_starter(turn.uow, turn.person, tap.teacher)
    if standing is None:
        return [Reply(NOT_YOUR_TEACHER)]
    end_starter(turn.uow, standing.starter, turn.at, by=turn.doer)
    said = _("{name} is not new to dual learning any more.", name=standing.starter.name)
    rows = (
        (button(_("↩ Undo"), MarkStarter(tap.teacher)),),
        (button(_("‹ all who are new"), ListStarters(0)),),
    )
    return [Reply(said, rows, edit=True)]


def tapped_first_day(turn: Turn, tap: SayFirstDay) -> Replies:
    """Ask for the first day of teaching."""
    if see_starter(turn.uow, turn.person, tap.teacher) is None:
        return [Reply(NOT_YOUR_TEACHER)]
    text = _("What is the first day of teaching? Type a date, such as 1/9/2026.")
    return await_words(turn, FirstDayAwaited(teacher=tap.teacher), text)


def typed_first_day(turn: Turn, question: FirstDayAwaited, text: str) -> Replies:
    """Keep the first day; the question stays until one is read."""
    day = read_day(text.strip(" .!")) or reaches(text, turn.today)
    if day is None or abs(day - turn.today) > A_YEAR:
        return [Reply(_("I need a date within a year, such as 1/9/2026. Nothing was stored."))]
    standing = see_starter(turn.uow, turn.person, question.teacher)
    turn.close()
    if standing is None:
        return [Reply(NOT_YOUR_TEACHER)]
    say_first_day(turn.uow, standing.starter, day, by=turn.doer)
    now = see_starter(turn.uow, turn.person, question.teacher) or standing
    return [show_one(turn, now)]


def _mark(turn: Turn, person: Person) -> Replies:
    try:
        new = mark_starter(turn.uow, person, turn.today, by=turn.doer)
    except NotOfStaff:
        return [Reply(replace(STAFF_ONLY, args={"name": person.name}))]
    standing = see_starter(turn.uow, turn.person, person.id)
    said = (
        _("{name} is marked as new to dual learning.", name=person.name)
        if new
        else _("{name} is marked as new already.", name=person.name)
    )
    return [show_one(turn, standing, said) if standing else Reply(said)]
