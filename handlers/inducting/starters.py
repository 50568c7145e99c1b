"""`/starters`: who is new to dual learning, what is due, and what can be done about it."""

from dataclasses import replace

from bot.domain.folding import fold
from bot.domain.inducting.steps import InductionStep
from bot.messages import Button, Reply, Sayable, _, _n, colon, lines, listed, words
from bot.use_cases.inducting.see_starters import StarterStanding, see_own_steps, see_starters
from handlers.inducting.one import show_one
from handlers.inducting.own import show_own
from handlers.inducting.phrases import say_step
from handlers.inducting.taps import (
    AddStarter,
    ListStarters,
    PlanTogether,
    ShowStarter,
    TogetherWas,
)
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

TEACHERS = 8
"""Teachers on a page."""


def show_starters(turn: Turn, said: str) -> Replies:
    """Answer `/starters`: for the teachers' coach all who are new, for such a teacher the own."""
    own = see_own_steps(turn.uow, turn.person)
    if turn.uow.teachers_coaches.is_one(turn.person.id):
        theirs = [show_own(turn, own)] if own else []
        return [*theirs, _find(turn, said) if said.strip() else list_page(turn, 0)]
    return [show_own(turn, own) if own else refuse_starters(turn)]


def tapped_starters(turn: Turn, tap: ListStarters) -> Replies:
    """Turn to another page of those who are new."""
    if not turn.uow.teachers_coaches.is_one(turn.person.id):
        return [refuse_starters(turn)]
    return [replace(list_page(turn, tap.page), edit=True)]


def refuse_starters(turn: Turn) -> Reply:
    """Say for whom this is."""
    known = turn.uow.teachers_coaches.list_of(turn.person.organisation_id)
    if not known:
        return Reply(
            _(
                "This is for teachers new to dual learning and for who coaches them; your school "
                "has named nobody for that yet."
            )
        )
    names = listed([person.name for person in known])
    return Reply(
        _("This is for teachers new to dual learning, and for who coaches them: {names}.",
          names=names)
    )  # fmt: skip


def list_page(turn: Turn, page: int, said: Sayable | None = None) -> Reply:
    """List who is new, what is due first on top."""
    standings = see_starters(turn.uow, turn.person)
    here = open_page(standings, TEACHERS, page)
    text = lines(said, _headline(turn, standings), *(_line(turn, own) for own in here.things))
    rows = [
        (button(short(own.starter.name), ShowStarter(own.starter.person_id)),)
        for own in here.things
    ]
    return offer(turn, Reply(text, (*rows, *here.turns(ListStarters), *_ways(standings))))


def _headline(turn: Turn, standings: list[StarterStanding]) -> Sayable:
    if not standings:
        return _("No teacher is marked as new to dual learning.")
    late = sum(own.is_late(turn.today) for own in standings)
    count = _n(
        "{count} teacher is new to dual learning.",
        "{count} teachers are new to dual learning.",
        len(standings),
    )
    late_ones = _("With {count} of them a step is late.", count=late) if late else None
    return words(count, late_ones)


def _line(turn: Turn, standing: StarterStanding) -> Sayable:
    step = standing.next_step
    if step is None:
        return words("✓", _("{name}: all five steps have been", name=standing.starter.name))
    sign = "⚠" if standing.is_late(turn.today) else "·"
    said = say_step(standing, step, turn.person, turn.today)
    return words(sign, colon(standing.starter.name), said)


def _ways(standings: list[StarterStanding]) -> list[tuple[Button, ...]]:
    together = InductionStep.TOGETHER
    rows = []
    if any(not own.is_held(together) for own in standings):
        planned = any(own.is_planned(together) for own in standings)
        been = (button(_("the instruction was"), TogetherWas()),) if planned else ()
        rows.append((button(_("plan the instruction together"), PlanTogether()), *been))
    return [*rows, (button(_("add a teacher"), AddStarter()),)]


def _find(turn: Turn, said: str) -> Reply:
    wanted = fold(said.strip()).split()
    found = [
        own
        for own in see_starters(turn.uow, turn.person)
        if all(part in fold(own.starter.name) for part in wanted)
    ]
    if len(found) == 1:
        return show_one(turn, found[0])
    nobody = _("Nobody who is new is called '{name}'.", name=short(said.strip()))
    return list_page(turn, 0, None if found else nobody)
