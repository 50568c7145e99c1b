"""Who said what of a competence, and when: what the card's marks come from, on demand."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Role, Track
from bot.messages import Day, Reply, Sayable, _, lines, words
from bot.ports import SeenMark
from bot.use_cases.reporting.see_report import Card, see_card
from handlers.reporting.taps import ShowCard, ShowSayings
from handlers.talking.meaning.whom import nobody
from handlers.talking.paging import pages_of, turning
from handlers.talking.phrases import ROLE_WORD, of_competence
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.worded import Worded

WHO_AND_WHEN = _("who said it and when")
"""What the button below a card says."""


def tapped_sayings(turn: Turn, tap: ShowSayings) -> Replies:
    """Say it below the card; a page of it is turned in its place."""
    track = turn.track(tap.track)
    competence = turn.programme(track).competence_by_id(tap.competence) if track else None
    if track is None or competence is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    shown = show_sayings(turn, track, competence, max(tap.page - 1, 0))
    return [replace(shown, edit=tap.page > 0)]


def show_sayings(turn: Turn, track: Track, competence: Competence, page: int) -> Reply:
    """Show a page, counted from 0, of who said what of each indicator, as this person may see."""
    seen = see_card(turn.uow, turn.person.id, track, competence)
    pages = pages_of([_said(seen, indicator) for indicator in competence.indicators])
    page = min(page, len(pages) - 1)
    # The number of a tap is one higher than its page: 0 is asked below a card, and edits nothing.
    ways = turning(pages, page, lambda other: ShowSayings(track.id, competence.id, other + 1))
    back = button(_("card"), ShowCard(track.id, competence.id))
    head = of_competence(track, competence)
    return Reply(lines(head, *pages[page]), (*((ways,) if ways else ()), (back,)))


def _said(seen: Card, indicator: Indicator) -> Sayable:
    said = (seen.marks.get((indicator.id, role)) for role in Role)
    found = [_by_whom(mark) for mark in said if mark is not None]
    return lines(f"{indicator.number}. {indicator.text}", *(found or ["   –"]))


def _by_whom(seen: SeenMark) -> Sayable:
    return words("   ", words(*_parts(seen), by=" · "), by="")


def _parts(seen: SeenMark) -> Iterator[Sayable]:
    yield Worded().mark(seen.mark)
    yield words(ROLE_WORD[seen.role], words(seen.author, seen.workplace, by=", "))
    if seen.mark.said_at is not None:
        yield Day(seen.mark.said_at, full=True)
