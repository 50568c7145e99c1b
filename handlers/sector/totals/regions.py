"""The regions of workplaces, by which totals are told apart: for whoever runs the school."""

from collections.abc import Sequence

from bot.messages import Button, Reply, Sayable, _, lines, words
from bot.ports.sector.totals.regions import RegionOfWorkplace
from bot.refusal import Refused
from bot.use_cases.sector.totals.place_workplace import place_workplace, read_region
from handlers.scoring.taps import UndoEntry
from handlers.sector.totals.asked import RegionNamed
from handlers.sector.totals.taps import AskRegion, ListRegions, ListTotals, PlaceInRegion
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

AT_ONCE = 10
"""Workplaces in one message, and regions with a button of their own."""

GONE = _("This workplace is not there any more.")


def tapped_regions(turn: Turn, tap: ListRegions) -> Replies:
    """Show the workplaces with their regions."""
    return [_list(turn, tap.page)]


def _list(turn: Turn, page: int, said: Sayable | None = None, entry: int | None = None) -> Reply:
    known = _known(turn)
    shown = open_page(known, AT_ONCE, page)
    text = lines(
        said,
        _("A region is a word of your own: by it totals for a sector are told apart.")
        if known
        else _("There is no workplace yet: read a roster in."),
        *(words("•", own.workplace, "·", own.region or "–") for own in shown.things),
        _("Another region counts from the next photo on.") if known else None,
    )
    rows = [(button(short(own.workplace), AskRegion(own.workplace_id)),) for own in shown.things]
    undo = [(button(_("↩ Undo"), UndoEntry(entry)),)] if entry else []
    turns = shown.turns(ListRegions)
    back = (button(_("‹ totals"), ListTotals(0)),)
    return Reply(text, (*undo, *rows, *turns, back), edit=entry is None or not said)


def _known(turn: Turn) -> Sequence[RegionOfWorkplace]:
    return turn.uow.regions.list_of(turn.person.organisation_id)


def _find(turn: Turn, workplace_id: int) -> RegionOfWorkplace | None:
    return next((own for own in _known(turn) if own.workplace_id == workplace_id), None)


def tapped_ask_region(turn: Turn, tap: AskRegion) -> Replies:
    """Ask in which region a workplace is: typed, or one that another workplace has."""
    found = _find(turn, tap.workplace)
    if found is None:
        return [Reply(GONE)]
    choices = _choices(turn, found)
    text = lines(
        words(found.workplace, "·", found.region or "–"),
        _("In which region is it? Type a word, or tap one.")
        if choices
        else _("In which region is it? Type a word."),
    )
    return await_words(turn, RegionNamed(found.workplace_id), text, *choices)


def _choices(turn: Turn, found: RegionOfWorkplace) -> Sequence[Button]:
    others = {
        own.region: own.workplace_id
        for own in reversed(_known(turn))
        if own.region not in ("", found.region)
    }
    some = [
        button(short(region), PlaceInRegion(found.workplace_id, like))
        for region, like in sorted(others.items())[:AT_ONCE]
    ]
    none = button(_("no region"), PlaceInRegion(found.workplace_id, None))
    return [*some, none] if found.region else some


def tapped_place(turn: Turn, tap: PlaceInRegion) -> Replies:
    """Put a workplace into a region that another one has, or into none."""
    found = _find(turn, tap.workplace)
    like = _find(turn, tap.like) if tap.like is not None else None
    if found is None or (tap.like is not None and like is None):
        return [Reply(GONE)]
    turn.close()
    return [_place(turn, found, like.region if like else "")]


def typed_region(turn: Turn, question: RegionNamed, text: str) -> Replies:
    """Put a workplace into the region that was typed; the question stays until it can be one."""
    found = _find(turn, question.workplace)
    if found is None:
        turn.close()
        return [Reply(GONE)]
    try:
        region = read_region(text, _known(turn))
    except Refused as refused:
        return [Reply(refused.text)]
    turn.close()
    return [_place(turn, found, region)]


def _place(turn: Turn, found: RegionOfWorkplace, region: str) -> Reply:
    entry = place_workplace(turn.uow, turn.person, found, region, turn.at)
    said = (
        _("{workplace} is in {region}.", workplace=found.workplace, region=region)
        if region
        else _("{workplace} is in no region.", workplace=found.workplace)
    )
    return _list(turn, _page_of(turn, found), said, entry)


def _page_of(turn: Turn, found: RegionOfWorkplace) -> int:
    places = [own.workplace_id for own in _known(turn)]
    return places.index(found.workplace_id) // AT_ONCE
