"""What a coach takes along to a visit, on one page."""

from collections.abc import Iterator

from bot.domain.planning.gaps import Gap
from bot.messages import Quoted, Reply, Sayable, _, lines, words
from bot.use_cases.divergence.see_silence import Silence
from bot.use_cases.visiting.prepare_visit import VisitPreparation, prepare_visit
from bot.use_cases.visiting.see_visits import VisitStanding
from handlers.divergence.named import line_of
from handlers.talking.phrases import ROLE_WORD, and_more, short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.visiting.phrases import (
    MINUTE_HEADS,
    NOT_YOUR_VISIT,
    end_buttons,
    list_promises,
    place_of,
    say_last,
)
from handlers.visiting.taps import PlanVisit, PrepareVisit, WasThere
from handlers.visiting.visits import coached_standing

NAMED = 5
"""Things named under one head: a page is read at the door."""


def tapped_prepare(turn: Turn, tap: PrepareVisit) -> Replies:
    """Show what stands open before a visit."""
    standing = coached_standing(turn, tap.placement)
    track = turn.track(standing.placed.track_id) if standing else None
    if standing is None or track is None:
        return [Reply(NOT_YOUR_VISIT)]
    turn.remember(track)
    prepared = prepare_visit(turn.uow, turn.person.id, track, standing, turn.at)
    here = standing.placed.placement_id
    rows = ((button(_("plan a visit"), PlanVisit(here)), button(_("I was there"), WasThere(here))),)
    ended = end_buttons(prepared.promises)
    return [offer(turn, Reply(lines(*_page(turn, standing, prepared)), (*rows, *ended)))]


def _page(turn: Turn, standing: VisitStanding, prepared: VisitPreparation) -> Iterator[Sayable]:
    yield _("To prepare: {place}", place=place_of(standing.placed))
    yield say_last(standing, turn.person)
    for part, said in prepared.minutes.items():
        yield words(MINUTE_HEADS[part], Quoted(said))
    if prepared.promises:
        yield _("Promised, and open:")
        yield from list_promises(prepared.promises, turn.person)
    if prepared.disputes:
        yield _("Seen differently:")
        yield from _few([line_of(seen) for seen in prepared.disputes])
    if prepared.silent:
        yield _("Nothing said yet, with the photo near:")
        yield from _few([_silence(own) for own in prepared.silent])
    if prepared.gaps:
        yield _("Planned nowhere, and come up nowhere yet:")
        yield from _few([_gap(own) for own in prepared.gaps])
    if not (prepared.promises or prepared.disputes or prepared.silent or prepared.gaps):
        yield _("Nothing stands open: no promise, no difference, no gap.")


def _few(named: list[Sayable]) -> Iterator[Sayable]:
    for said in named[:NAMED]:
        yield words("•", said)
    if len(named) > NAMED:
        yield and_more("…", len(named) - NAMED)


def _silence(silence: Silence) -> Sayable:
    titles = [f"{own.number} “{short(own.title)}”" for own in silence.competences]
    return words(ROLE_WORD[silence.role], and_more(titles[0], len(titles) - 1), by=": ")


def _gap(gap: Gap) -> Sayable:
    return f"{gap.competence.number} “{short(gap.competence.title)}”"
