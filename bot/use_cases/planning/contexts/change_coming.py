"""Say which contexts come up at a student's workplace, and when; or that one does not."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.ports.planning.contexts import Span


def set_coming(
    uow: UnitOfWork, by: Doer, placement_id: int, context_id: int, span: Span, title: str = ""
) -> int | None:
    """Let a context come up at a placement in a span; gives the entry that undoes it.

    None where this person may not say so. `title` names it for undo.
    """
    return _change(uow, by, placement_id, context_id, span, title)


def drop_coming(
    uow: UnitOfWork, by: Doer, placement_id: int, context_id: int, title: str = ""
) -> int | None:
    """Let a context come up no more at a placement; as `set_coming`, None where it did not."""
    return _change(uow, by, placement_id, context_id, None, title)


def _change(
    uow: UnitOfWork, by: Doer, placement_id: int, context_id: int, span: Span | None, title: str
) -> int | None:
    before = uow.contexts.find_span(placement_id, context_id)
    if before == span or not may_change(uow, by.person_id, placement_id, context_id):
        return None
    kept: Mapping[str, Any] = {
        "of": placement_id,
        "context": context_id,
        "was": written(before),
        "now": written(span),
    }
    entry = uow.acts.record(by.person_id, Act.COMING, by.at, title, kept)
    put_span(uow, by.person_id, placement_id, context_id, span)
    return entry


def may_change(uow: UnitOfWork, person_id: int, placement_id: int, context_id: int) -> bool:
    """Say whether somebody says when a context, which is still there, comes up at a placement."""
    track_id = uow.contexts.find_planned(person_id, placement_id)
    tracks = uow.tracks.list_of(person_id)
    track = next((track for track in tracks if track.id == track_id), None)
    if track is None:
        return False
    contexts = uow.tracks.read_programme(track.programme_id).contexts
    return any(context.id == context_id for context in contexts)


def put_span(
    uow: UnitOfWork, author_id: int, placement_id: int, context_id: int, span: Span | None
) -> None:
    """Keep a span in place of what stands, or none."""
    author = uow.people.find(author_id)
    if span is None or author is None:
        uow.contexts.drop_span(placement_id, context_id)
    else:
        uow.contexts.set_span(author.organisation_id, author_id, placement_id, context_id, span)


def written(span: Span | None) -> list[str] | None:
    """Write a span as plain values."""
    return [span.begins_at.isoformat(), span.ends_at.isoformat()] if span else None


def read_span(plain: Sequence[str] | None) -> Span | None:
    """Read a span back."""
    return Span(*map(datetime.fromisoformat, plain)) if plain else None
