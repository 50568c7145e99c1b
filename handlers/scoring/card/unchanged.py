"""Nothing changed since last time: all that is open is said again in two taps."""

from dataclasses import replace

from bot.domain.school.tracks import Track
from bot.messages import Button, Quoted, Reply, Sayable, _, _n, lines, words
from bot.use_cases.scoring.say_unchanged import say_unchanged
from bot.use_cases.scoring.seeing.see_unchanged import Unchanged, see_unchanged
from handlers.scoring.card.taps import SayUnchanged
from handlers.scoring.confirm import confirm_stored
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import and_more, first_name
from handlers.talking.routing.doors import BeginScoring, ShowUnchanged
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NAMED = 3
"""Competences named of those that are said again."""

NOTHING = _("Nothing of what is open can be said again: you did not score it before.")


def tapped_unchanged(turn: Turn, tap: ShowUnchanged) -> Replies:
    """Say what it would store that nothing changed, and what that means."""
    track = turn.scored_track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    found = see_unchanged(turn.uow, turn.seat(track), track, turn.programme(track), turn.at)
    if not found.sayings:
        return [_nothing(track, found)]
    store = button(_("yes, store all"), SayUnchanged(track.id))
    return [Reply(_explain(track, found), ((store, _ask_rest(track)),))]


def tapped_say_unchanged(turn: Turn, tap: SayUnchanged) -> Replies:
    """Store it, under one entry that can be undone, and offer what is left."""
    track = turn.scored_track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    occasion = turn.occasion(first_name(track))
    found, entry, recorded = say_unchanged(
        turn.uow, turn.seat(track), track, turn.programme(track), occasion
    )
    if entry is None:
        return [_nothing(track, found)]  # below what a first tap stored, with its Undo
    turn.close()
    turn.recorded.append(entry.id)
    told = confirm_stored(turn, track, recorded, entry, edit=True)
    rest = ((_ask_rest(track),),) if found.asked else ()
    return [replace(told, text=lines(told.text, _left(found)), buttons=(*told.buttons, *rest))]


def _nothing(track: Track, found: Unchanged) -> Reply:
    if not found.asked:
        return Reply(_("{student}: nothing is open any more.", student=first_name(track)))
    return Reply(NOTHING, ((button(_("score"), BeginScoring(track.id)),),))


def _explain(track: Track, found: Unchanged) -> Sayable:
    titles = [
        words(said.competence.number, Quoted(said.competence.title)) for said in found.sayings
    ]
    return lines(
        _n(
            "{student}: your last mark of {count} indicator is stored again as of today.",
            "{student}: your last marks of {count} indicators are stored again as of today.",
            found.count,
            student=first_name(track),
        ),
        and_more(words(*titles[:NAMED], by=", "), len(titles) - NAMED),
        _("It means: you looked, and it is still as you last said. Undo takes all of it back."),
        _left(found),
    )


def _left(found: Unchanged) -> Sayable | None:
    if not found.asked:
        return None
    return _n(
        "{count} open indicator is not in it: I still have to ask it.",
        "{count} open indicators are not in it: I still have to ask them.",
        found.asked,
    )


def _ask_rest(track: Track) -> Button:
    return button(_("ask me"), BeginScoring(track.id))
