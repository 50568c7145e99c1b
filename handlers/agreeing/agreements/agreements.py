"""`/agreement`: what is missing, by placement, and the agreement of each with its checklist."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.domain.school.accompanying import AGREEMENT_SIGHT, AgreementSight
from bot.domain.school.tracks import Role, Track
from bot.messages import Reply, Sayable, _, _n, colon, lines, words
from bot.use_cases.agreeing.agreements.see_agreements import (
    find_agreement,
    see_agreement_at,
    see_agreements,
    see_coached,
)
from handlers.agreeing.agreements.asked import AgreementDaysOffered, WeeklyHoursOffered
from handlers.agreeing.agreements.hours import hours_rows
from handlers.agreeing.agreements.own import show_own
from handlers.agreeing.agreements.phrases import (
    NOT_YOUR_AGREEMENT,
    placed_at,
    say_needed,
    say_state,
)
from handlers.agreeing.agreements.taps import ListAgreements, ShowAgreement
from handlers.agreeing.agreements.told import say_agreements
from handlers.agreeing.agreements.ways import ways
from handlers.agreeing.card import card_lines
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

LISTED = 8
"""Placements on a page."""

SEES = frozenset(role for role, sight in AGREEMENT_SIGHT.items() if sight > AgreementSight.NOTHING)


def seek_agreement(turn: Turn, said: str) -> Sought[Track, None]:
    """Read whom `/agreement` is about. Raises Unclear with the list where nobody is named."""
    running = [track for track in turn.tracks if track.ended_at is None]
    seen = [track for track in running if track.roles & SEES]
    if not seen:
        none = _("Agreements are between student, workplace and school: the coach follows them.")
        raise Unclear(Reply(none if running else nobody(turn)))
    coached = turn.running_coached
    if len(coached) > 1 and not said.strip():
        raise Unclear(_list_page(turn, 0))
    return Sought(said.strip(), coached or seen, None)


def show_agreement(turn: Turn, track: Track, _nothing: None = None) -> Replies:
    """Show how it stands at the placements of a track; who is not its coach sees the own side."""
    standings = see_agreements(turn.uow, turn.person, [track], turn.today)
    if not standings:
        return [Reply(_("There is no workplace at the moment, so no agreement is needed."))]
    if Role.COACH in track.roles:
        return [draw(turn, standing) for standing in standings]
    return [show_own(turn, standing) for standing in standings]


def tapped_agreement(turn: Turn, tap: ShowAgreement) -> Replies:
    """Show how it stands at the placement of a button."""
    standing = coached_agreement(turn, tap.placement)
    return [draw(turn, standing)] if standing else [Reply(NOT_YOUR_AGREEMENT)]


def tapped_list(turn: Turn, tap: ListAgreements) -> Replies:
    """Turn to another page of the placements."""
    return [replace(_list_page(turn, tap.page), edit=True)]


def coached_agreement(turn: Turn, placement: int) -> AgreementStanding | None:
    """Find how it stands at a placement of which this person is the coach."""
    return see_agreement_at(turn.uow, turn.person, turn.running_coached, placement, turn.today)


def found_agreement(
    turn: Turn, agreement: int
) -> tuple[AgreementStanding, PlacementAgreement] | None:
    """Find an agreement at a placement that this person coaches."""
    standings = see_coached(turn.uow, turn.person, turn.running_coached, turn.today)
    return find_agreement(standings, agreement)


def draw(
    turn: Turn,
    standing: AgreementStanding,
    said: Sayable | None = None,
    undo: Tap | None = None,
    *,
    edit: bool = False,
) -> Reply:
    """Show how it stands at a placement, with what can be done; `said` stands above it.

    What was done is taken back by `undo`.
    """
    back = ((button(_("↩ Undo"), undo),),) if undo else ()
    place = standing.place
    beside = [*card_lines(turn, place)]
    text = lines(
        said,
        _("Agreement for {place}", place=placed_at(place)),
        say_needed(place),
        *say_agreements(turn, standing),
        *(line for line, _buttons in beside),
    )
    if place.setting and place.needed is None:
        kind = partial(WeeklyHoursOffered, placement=place.placement_id)
        return offer(turn, Reply(text, (*back, *hours_rows(place)), edit=edit), kind)
    rows = (*back, *ways(turn, standing), *(buttons for _line, buttons in beside if buttons))
    days = partial(AgreementDaysOffered, placement=place.placement_id, asks=False)
    return offer(turn, Reply(text, rows, edit=edit), days)


def _list_page(turn: Turn, page: int) -> Reply:
    standings = see_coached(turn.uow, turn.person, turn.running_coached, turn.today)
    shown = open_page(standings, LISTED, page)
    told = (_line(turn, standing) for standing in shown.things)
    rows = tuple(
        (
            button(
                short(f"{own.place.student} · {own.place.workplace}"),
                ShowAgreement(own.place.placement_id),
            ),
        )
        for own in shown.things
    )
    text = lines(*_head(turn, standings), *told)
    return offer(turn, Reply(text, (*rows, *shown.turns(ListAgreements))))


def _head(turn: Turn, standings: Sequence[AgreementStanding]) -> Iterator[Sayable]:
    """Say how many are missing, and of how many that cannot be said."""
    missing = sum(standing.is_missing(turn.today) for standing in standings)
    running = [own.place for own in standings if not own.place.is_over(turn.today)]
    unknown = sum(place.setting is None for place in running)
    if missing:
        yield _n("{count} agreement is missing.", "{count} agreements are missing.", missing)
    elif not unknown:
        yield _("No agreement is missing.")
    if unknown:
        yield _n(
            "Of {count} placement I do not know whether an agreement is missing: nobody has said in"
            " which education its programme stands. Who runs Kompaan for the school says it: "
            "/admin, “agreements”.",
            "Of {count} placements I do not know whether an agreement is missing: nobody has said "
            "in which education their programmes stand. Who runs Kompaan for the school says it: "
            "/admin, “agreements”.",
            unknown,
        )


def _line(turn: Turn, standing: AgreementStanding) -> Sayable:
    late = standing.urgency(turn.today)[0] < 2 or any(
        owed.due_on < turn.today for owed in standing.owed_now(turn.today)
    )
    states = [*say_state(standing, turn.person, turn.today)]
    return words("⚠" if late else "·", colon(placed_at(standing.place)), words(*states, by="; "))
