"""Where somebody is away another one can stand in, and where they are back that one can stop."""

from collections.abc import Sequence

from bot.domain.supporting.substitutes import Substitution
from bot.messages import Button, _
from bot.use_cases.supporting.substitutes.see_substitutes import list_replaceable
from handlers.supporting.substitutes.taps import NameSubstitute
from handlers.talking.phrases import short
from handlers.talking.routing.doors import EndSubstitution
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn


def offer_substitute(turn: Turn, absent: int) -> tuple[tuple[Button, ...], ...]:
    """Let a coach name who stands in for somebody who is away, where they have a place to take."""
    if not turn.coached_tracks:
        return ()
    among = list_replaceable(turn.uow, turn.tracks)
    if all(own.first.person_id != absent for own in among):
        return ()
    return ((button(_("somebody stands in …"), NameSubstitute(absent)),),)


def offer_to_stop(stands_in: Sequence[Substitution]) -> tuple[tuple[Button, ...], ...]:
    """Let those stop who stand in for somebody who is back."""
    return tuple(
        (
            button(
                _("{name} stands in no more", name=short(own.first.person)),
                EndSubstitution(own.first.id),
            ),
        )
        for own in stands_in
    )
