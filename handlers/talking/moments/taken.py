"""Moments at which who plans something has something else already, of whatever topic."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.dated import Matter
from bot.domain.meetings import APART
from bot.messages import Moment, Sayable, _, words
from bot.use_cases.desk.list_moments import list_moments
from handlers.talking.turn import Turn


def taken_moments(turn: Turn) -> list[datetime]:
    """List the moments at which whoever talks has something planned."""
    found = list_moments(turn.uow, turn.person, turn.tracks, turn.today)
    return [own.moment for own in found if own.moment is not None]


def say_taken(turn: Turn, moment: datetime, but: Matter, about: Collection[int]) -> Sayable | None:
    """Say what else is planned less than an hour from a moment; None where nothing is.

    What is being planned, of a matter and about these identities, is nothing else.
    """
    for own in list_moments(turn.uow, turn.person, turn.tracks, turn.today):
        same = own.matter is but and own.about_id in about
        if own.moment is not None and not same and abs(own.moment - moment) < APART:
            what = turn.table.dated[own.matter].says(turn, own)
            return _(
                "⚠ You have something else by then: {when}, {what}.",
                when=Moment(own.moment),
                what=words(what, own.student, by=" · "),
            )
    return None
