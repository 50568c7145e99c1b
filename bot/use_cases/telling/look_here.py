"""Somebody without a chat looks at what we keep for them here: only now is it composed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.school.tracks import Person
from bot.domain.telling.hours import Hours
from bot.ports import Shown, UnitOfWork
from bot.ports.worlds import HERE, People, World
from bot.use_cases.telling.deliver_here import deliver_here
from bot.use_cases.telling.deliver_outbox import Compose
from bot.use_cases.telling.gather_errands import gather_errands, gathering_in


def look_here(uow: UnitOfWork, person: Person, at: datetime, compose: Compose) -> Sequence[Shown]:
    """Put what is due for somebody into the transcript, whatever their hours; gives what it was.

    Who reads elsewhere is told there, and finds here only what was written before that. What
    expired before they looked is dropped. For the sample's people, who read along on the page, the
    clock does all this.
    """
    if person.sample:
        return ()
    gathering = gathering_in(World(False, at), person.time_zone, list(Hours))
    alone = People(person.id, person.id)
    gather_errands(uow, replace(gathering, people=alone, looking=True))
    shown: list[Shown] = []
    while (some := deliver_here(uow, HERE, at, compose, only=str(person.id))) is not None:
        shown.extend(message for _person, message in some)
    return shown
