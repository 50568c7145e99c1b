"""How interventions are said."""

from collections.abc import Iterator

from bot.domain.days import opening
from bot.domain.intervening.interventions import (
    InterventionAbout,
    InterventionTarget,
    OwnIntervention,
)
from bot.domain.school.tracks import Role
from bot.messages import Day, Quoted, Reply, Sayable, _, words
from bot.showing.words.intervening.interventions import (
    ABOUT_WORD,
    ACTS_ON_WORD,
    HELPED_WORD,
    LEVEL_WORD,
)
from bot.use_cases.intervening.see_interventions import Actor
from handlers.talking.phrases import ROLE_WORD
from handlers.talking.turn import Turn

NOT_YOUR_INTERVENTION = Reply(_("That is not one of yours. /intervention lists what you noted."))


def actor_of(turn: Turn) -> Actor:
    """Name who acts or looks in this turn."""
    running = tuple(track for track in turn.tracks if track.ended_at is None and not track.held)
    return Actor(turn.person, running, turn.today)


def name_target(turn: Turn, target: InterventionTarget, named: str) -> Sayable:
    """Name whom or what one is about; oneself as such."""
    track = turn.track(target.id) if target.about is InterventionAbout.STUDENT else None
    if track is not None and Role.STUDENT in track.roles:
        return _("your own learning")
    return named or ABOUT_WORD[target.about]


def say_intervention(turn: Turn, own: OwnIntervention) -> Iterator[Sayable]:
    """Write one down, line by line."""
    named = name_target(turn, own.target, own.named)
    yield _("Intervention about {what}", what=named)
    yield Quoted(own.words)
    if own.purpose:
        yield words(_("What for:"), Quoted(own.purpose))
    yield words(_("Level:"), LEVEL_WORD[own.level])
    if own.acts_on is not None:
        yield words(_("Acts on:"), ACTS_ON_WORD[own.acts_on])
    day = Day(opening(own.done_on, turn.person.time_zone))
    yield words(day, own.by, ROLE_WORD[own.role], by=" · ")
    if own.helped is not None:
        outcome = Quoted(own.outcome) if own.outcome else None
        yield words(_("Four weeks later:"), HELPED_WORD[own.helped], outcome)
