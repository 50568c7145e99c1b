"""A tap on a closed menu explains itself, and offers the one that is open."""

from dataclasses import replace

from bot.messages import Reply, _, lines
from handlers.reflecting.parts import so_far
from handlers.scoring.confirm import undo_button
from handlers.scoring.tapping.menu import open_competences
from handlers.scoring.tapping.steps import place_of, show_steps
from handlers.talking.menu import menu_button
from handlers.talking.turn import Replies, Turn


def closed_menu(turn: Turn) -> Replies:
    """Say that the menu is closed, and show where the conversation stands."""
    explained = _("That menu is closed; nothing was stored by this tap.")
    current = _current(turn)
    if current is None:
        return [Reply(lines(explained, _("What would you like to do?")), menu_button(turn))]
    return [replace(current, text=lines(explained, current.text), edit=False)]


def repeated(turn: Turn) -> Replies:
    """Answer a message that came twice: what it stored stands once, and where we are."""
    entry = (
        turn.uow.ledger.entry_of_source(turn.person.id, turn.said.ref) if turn.said.ref else None
    )
    if entry is not None:
        said = _("This was stored: {title}", title=entry.title)
        return [Reply(said, ((undo_button(entry),),))]
    current = _current(turn)
    return [current] if current else []


def _current(turn: Turn) -> Reply | None:
    answering = so_far(turn)
    if answering is not None:
        return answering
    place = place_of(turn)
    if place is not None:
        return show_steps(turn, place[0], edit=False)[0]
    track = turn.track(turn.dialogue.data.get("track"))
    if turn.dialogue.asking == "score" and track is not None and track.scoring_role:
        return open_competences(turn, track)[0]
    return None
