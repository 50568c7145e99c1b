"""How what a workplace can offer is shown: one of several, or all that was said of one."""

from collections.abc import Iterator, Sequence

from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role
from bot.messages import Day, Listed, Reply, Sayable, _, _n, colon, lines, listed, words
from bot.ports.planning.activities import Offer
from handlers.planning.activities.taps import (
    AskRecognition,
    ChooseCompetences,
    ChooseContexts,
    ShowActivities,
)
from handlers.planning.phrases import name_competences, say_day
from handlers.talking.routing.offering import offer as ask_with
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

WORKPLACES = 40
"""Workplaces listed in one answer."""


def programme_of(turn: Turn, own: Offer) -> Programme:
    """Read the programme of which a workplace offers something."""
    return turn.uow.tracks.read_programme(own.programme_id)


def list_offers(turn: Turn, offers: Sequence[Offer]) -> Reply:
    """List several workplaces, each with how much it offers and its recognition."""
    rows = tuple(
        (button(name_offer(turn, own, offers), ShowActivities(own.workplace_id, own.programme_id)),)
        for own in offers[:WORKPLACES]
    )
    said = [words(colon(own.workplace), _sum_up(turn, own)) for own in offers[:WORKPLACES]]
    return ask_with(turn, Reply(lines(_("What the workplaces can offer:"), *said), rows))


def name_offer(turn: Turn, own: Offer, offers: Sequence[Offer]) -> str:
    """Name a workplace, with the programme where there are lists of several."""
    alike = sum(other.workplace_id == own.workplace_id for other in offers)
    return own.workplace if alike < 2 else f"{own.workplace} · {programme_of(turn, own).title}"


def _sum_up(turn: Turn, own: Offer) -> Sayable:
    """Sum a list up: how much of the programme, and whether the recognition nears its end."""
    if not own.listed:
        known = _say_recognition(turn, own) if own.recognition.until else None
        return words(_("no list yet"), known, by="; ")
    many = _n(
        "{count} of {total} competences",
        "{count} of {total} competences",
        len(own.offered),
        total=len(programme_of(turn, own).competences),
    )
    return words(many, _say_recognition(turn, own), by="; ")


def _say_recognition(turn: Turn, own: Offer) -> Sayable | None:
    if own.needs is False:
        return None
    until = own.recognition.until
    if until is None:
        return _("until when it is recognised is not known")
    day = say_day(turn, until)
    if own.recognition.has_ended(turn.today):
        return _("⚠ its recognition ended on {day}", day=day)
    if own.recognition.ends_soon(turn.today):
        return _("⚠ its recognition ends soon, on {day}", day=day)
    return _("recognised until {day}", day=day)


def show_offer(turn: Turn, own: Offer) -> Reply:
    """Show what one workplace can offer, with the ways to correct it for whoever may."""
    text = lines(*_say_offer(turn, own))
    if own.writer is None:
        return Reply(text)
    at = (own.workplace_id, own.programme_id)
    rows = [(button(_("single competences"), ChooseCompetences(*at, 0)),)]
    if programme_of(turn, own).contexts:
        rows.insert(0, (button(_("contexts"), ChooseContexts(*at)),))
    if own.needs is not False:
        rows.append((button(_("recognised until"), AskRecognition(*at)),))
    return ask_with(turn, Reply(text, tuple(rows)))


def _say_offer(turn: Turn, own: Offer) -> Iterator[Sayable]:
    programme, listed = programme_of(turn, own), own.activities
    yield words(own.workplace, programme.title, by=" · ")
    if not own.listed:
        yield _("Nobody has said yet what can be done here.")
        if own.recognition.until:
            yield words(_("In all:"), _sum_up(turn, own))
        return
    for activity in listed.titled:
        yield words(
            f"{activity.title}:", _tied_to(programme, activity.contexts, activity.competences)
        )
    if contexts := _contexts(programme, listed.own.contexts):
        yield _("Contexts: {contexts}", contexts=contexts)
    if listed.own.competences:
        named = name_competences(programme, listed.own.competences)
        yield _("Single competences: {competences}", competences=named)
    if listed.not_here:
        named = name_competences(programme, listed.not_here)
        yield _("Not here all the same: {competences}", competences=named)
    yield words(_("In all:"), _sum_up(turn, own))
    yield from _say_author(own)


def _tied_to(
    programme: Programme, contexts: frozenset[int], competences: frozenset[int]
) -> Sayable:
    parts = (_contexts(programme, contexts), name_competences(programme, competences))
    said = words(*parts, by=", ")
    return said if said.parts else "–"


def _contexts(programme: Programme, identities: frozenset[int]) -> Listed:
    return listed(own.title for own in programme.contexts if own.id in identities)


def _say_author(own: Offer) -> Iterator[Sayable]:
    if own.author is None or own.changed_at is None:
        yield _("The school brought this list.")
    elif own.author.role is Role.COACH:
        yield _(
            "Last changed by coach {name} in the mentor’s name, on {day}.",
            name=own.author.name,
            day=Day(own.changed_at),
        )
    else:
        yield _(
            "Last changed by mentor {name}, on {day}.",
            name=own.author.name,
            day=Day(own.changed_at),
        )
