"""Say what a workplace can offer: its mentor does, or the coach in the mentor's name."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.domain.planning.activities import OWN, Activity, ActivityList
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.planning.activities import Offer

Workplace = tuple[int, int]
"""A workplace and a programme, by their identities: of what there is one list."""


class NotYours(Exception):
    """This person does not say what that workplace can offer."""


def offer_context(
    uow: UnitOfWork, person: Person, at_: Workplace, context_id: int, at: datetime, *, offered: bool
) -> None:
    """Say that a context comes up at a workplace, or that it does not.

    Where that is known nothing changes. Raises NotYours.
    """
    offer = _find(uow, person, at_)
    programme = uow.tracks.read_programme(offer.programme_id)
    holding = offer.activities.holding(context_id)
    if bool(holding) == offered or all(own.id != context_id for own in programme.contexts):
        return
    changed = offer.activities.with_context(context_id, offered=offered)
    _store(uow, person, offer, changed, at, {"context": context_id, "among": list(holding)})


def offer_competence(
    uow: UnitOfWork,
    person: Person,
    at_: Workplace,
    competence_id: int,
    at: datetime,
    *,
    offered: bool,
) -> None:
    """Say that a competence can be done at a workplace, or that it cannot.

    Where that is known nothing changes. Raises NotYours.
    """
    offer = _find(uow, person, at_)
    programme = uow.tracks.read_programme(offer.programme_id)
    if (competence_id in offer.offered) == offered:
        return
    if programme.competence_by_id(competence_id) is not None:
        changed = _with_competence(offer, competence_id, offered=offered)
        _store(uow, person, offer, changed, at, {"competence": competence_id, "was": not offered})


def drop_activity(
    uow: UnitOfWork, person: Person, at_: Workplace, title: str, at: datetime
) -> None:
    """Take a titled activity out of a list; without it nothing changes. Raises NotYours."""
    offer = _find(uow, person, at_)
    gone = next((own for own in offer.activities.titled if own.title == title), None)
    if gone is not None:
        kept = (own for own in offer.activities.titled if own is not gone)
        before = {
            "activity": title,
            "competences": sorted(gone.competences),
            "contexts": sorted(gone.contexts),
        }
        _store(uow, person, offer, offer.activities.with_titled(kept), at, before)


def put_back_activities(
    uow: UnitOfWork, person: Person, before: Mapping[str, Any], at: datetime
) -> bool:
    """Take back one thing that was said of a workplace; what was said since stays.

    False where the programme does not have it any more. Raises NotYours.
    """
    offer = _find(uow, person, (before["workplace"], before["programme"]))
    if not _is_known(uow.tracks.read_programme(offer.programme_id), before):
        return False
    listed = offer.activities
    if "context" in before:
        among = before["among"]
        listed = listed.with_context(before["context"], offered=bool(among), among=among or [OWN])
    elif "competence" in before:
        listed = _with_competence(offer, before["competence"], offered=before["was"])
    elif "activity" in before:
        tied = (frozenset(before["competences"]), frozenset(before["contexts"]))
        others = (own for own in listed.titled if own.title != before["activity"])
        listed = listed.with_titled([*others, Activity(before["activity"], *tied)])
    else:  # of before recognitions stood by themselves
        until = date.fromisoformat(before["until"]) if before["until"] else None
        place = (offer.workplace_id, offer.programme_id)
        was = replace(offer.recognition, until=until)
        uow.recognitions.keep(offer.organisation_id, place, was, at, person.id)
        return True
    _set(uow, person, offer, listed, at)
    return True


def _is_known(programme: Programme, before: Mapping[str, Any]) -> bool:
    contexts = {own.id for own in programme.contexts}
    competences = {own.id for own in programme.competences}
    held = {before["context"]} if before.get("among") else set()
    done = {before["competence"]} if "competence" in before else set()
    return (
        held | {*before.get("contexts", ())} <= contexts
        and done | {*before.get("competences", ())} <= competences
    )


def _find(uow: UnitOfWork, person: Person, at_: Workplace) -> Offer:
    offer = uow.activities.find_seen(person.id, *at_)
    if offer is None or offer.writer is None:
        raise NotYours
    return offer


def _with_competence(offer: Offer, competence_id: int, *, offered: bool) -> ActivityList:
    return offer.activities.with_competence(competence_id, offered=offered, brought=offer.brought)


def _store(
    uow: UnitOfWork,
    person: Person,
    offer: Offer,
    changed: ActivityList,
    at: datetime,
    before: Mapping[str, Any],
) -> None:
    list_id = _set(uow, person, offer, changed, at)
    whose = {"of": list_id, "workplace": offer.workplace_id, "programme": offer.programme_id}
    uow.acts.record(person.id, Act.ACTIVITIES, at, offer.workplace, {**whose, **before})


def _set(uow: UnitOfWork, person: Person, offer: Offer, changed: ActivityList, at: datetime) -> int:
    author = (person.id, offer.writer) if offer.writer else None
    return uow.activities.set_list(offer, changed, at, author)
