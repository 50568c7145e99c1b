"""Change the contexts of a programme: a coach makes them, changes them, or takes one away."""

from collections.abc import Mapping
from typing import Any

from bot.domain.importing.drafts import ContextDraft
from bot.domain.school.frameworks import Context, Contribution, Programme
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.ports.planning.contexts import KeptContext


class InUse(Exception):
    """Something hangs on a context, so it stays."""


def list_coached(uow: UnitOfWork, person_id: int) -> list[Track]:
    """List the tracks that somebody coaches, whose programmes' contexts they keep."""
    return [
        track
        for track in uow.tracks.list_of(person_id)
        if Role.COACH in track.roles and track.ended_at is None
    ]


def keep_context(
    uow: UnitOfWork, by: Doer, programme: Programme, draft: ContextDraft
) -> int | None:
    """Add a context to a programme, or change the one with its number; gives the entry.

    None where nothing changed, or this person does not coach there. A competence that the
    programme does not have is left out. Raises Unsound where none is left, by the draft's rules.
    """
    ids = {own.number: own.id for own in programme.competences}
    trains = {ids[number]: how for number, how in draft.trains.items() if number in ids}
    kept = KeptContext(draft.number, draft.title, trains)
    return _change(uow, by, programme, draft.number, kept)


def remove_context(uow: UnitOfWork, by: Doer, programme: Programme, number: int) -> int | None:
    """Take a context away; gives the entry, None as `keep_context`. Raises InUse."""
    found = programme.context(number)
    if found is not None and uow.contexts.is_used(found.id):
        raise InUse
    return _change(uow, by, programme, number, None)


def _change(
    uow: UnitOfWork, by: Doer, programme: Programme, number: int, kept: KeptContext | None
) -> int | None:
    coached = list_coached(uow, by.person_id)
    if all(track.programme_id != programme.id for track in coached):
        return None
    was = kept_of(programme, programme.context(number))
    now = _written(kept) if kept else None
    if was == now:
        return None
    title = kept.title if kept else was["title"] if was else ""
    before = {"of": programme.id, "number": number, "was": was, "now": now}
    entry = uow.acts.record(by.person_id, Act.CONTEXT, by.at, f"{number} {title}", before)
    if kept is None:
        uow.tracks.remove_context(programme.id, number)
    else:
        uow.tracks.keep_context(programme.id, kept)
    return entry


def kept_of(programme: Programme, context: Context | None) -> dict[str, Any] | None:
    """Write what stands of a context as plain values."""
    if context is None:
        return None
    ids = {own.number: own.id for own in programme.competences}
    trains = {ids[number]: how for number, how in context.trains if number in ids}
    return _written(KeptContext(context.number, context.title, trains))


def _written(kept: KeptContext) -> dict[str, Any]:
    trains = {str(competence): how.value for competence, how in sorted(kept.trains.items())}
    return {"title": kept.title, "trains": trains}


def read_kept(number: int, plain: Mapping[str, Any]) -> KeptContext:
    """Read back what stood of a context."""
    trains = {int(own): Contribution(how) for own, how in plain["trains"].items()}
    return KeptContext(number, plain["title"], trains)
