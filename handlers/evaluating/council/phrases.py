"""Phrases that the pages for the class council share."""

from collections import Counter

from bot.domain.divergence.alerts import AlertState, Ending
from bot.domain.scoring.colours import Colour
from bot.messages import (
    Button,
    Day,
    Document,
    DocumentCell,
    Moment,
    Quoted,
    Reply,
    Sayable,
    Text,
    _,
    colon,
    lines,
    listed,
    words,
)
from bot.ports.periods.photos import Photo
from bot.showing.documents import why_no_pages
from bot.showing.words.scores.results import (
    BRIEFLY_NO_RESULT,
    STANDING_WORD,
    shortfall_words,
    sum_words,
)
from bot.use_cases.evaluating.council.list_disputes import Dispute
from bot.use_cases.evaluating.deliberating.see_result import SeenResult
from handlers.divergence.named import KIND_WORD
from handlers.evaluating.phrases import fingerprint_of
from handlers.talking.phrases import ROLE_WORD, short

QUOTED = 260
"""Letters of somebody's own words on a page, so that two pages hold them."""

TITLE = 60
"""Letters of a title in a list, below a table that has it whole."""


def say_foot(photo: Photo, reader: str) -> Sayable:
    """Say of which photo a page is, by its fingerprint, and for whom it was made."""
    return words(
        _(
            "Photo of {period}, fingerprint {digits}",
            period=photo.name,
            digits=fingerprint_of(photo.digest),
        ),
        _("made for {name}", name=reader) if reader else None,
        by=" · ",
    )


def name_photo(photo: Photo) -> Sayable:
    """Name the photo that a page is of, with its year, below the page's title."""
    when = Moment(photo.head.as_of, year=True)
    return _("Photo of {period}, {when}", period=photo.name, when=when)


def bring(text: Sayable, document: Document, buttons: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """Bring a document beside a text; where none can be written here, say so and why."""
    missing = why_no_pages()
    files = () if missing else (document,)
    return Reply(lines(text, missing), buttons, files=files)


def quoted(text: str, length: int = QUOTED) -> Quoted:
    """Quote somebody's own words in one line, cut where they are longer.

    Words that are withdrawn are found by these quotes in what is kept of conversations.
    """
    return Quoted(short(" ".join(text.split()), length))


def say_result(seen: SeenResult) -> Sayable:
    """Say in a line what a result sums up to, or why there is none.

    What it leads to is said of the last photo alone; before that it is how far it is below. The
    exact fractions stand where the result is shown line by line.
    """
    result = seen.result
    if result.missing:
        return BRIEFLY_NO_RESULT[result.missing]
    below = shortfall_words(result, exactly=False)
    stands = STANDING_WORD[result.standing] if seen.last else below
    return (
        words(colon(sum_words(result, exactly=False)), stands)
        if stands
        else sum_words(result, exactly=False)
    )


def tally_of(colours: Counter[Colour]) -> DocumentCell:
    """Count how many have each colour, grey first."""
    return DocumentCell(tally=tuple(colours[colour] for colour in Colour))


def say_dispute(dispute: Dispute) -> Sayable:
    """Say on what views stood apart, who from whom, since when, and how it ended."""
    sides = (listed(ROLE_WORD[role] for role in side) for side in dispute.sides)
    competence = f"{dispute.competence.number} {short(dispute.competence.title, TITLE)}"
    return words(
        competence,
        KIND_WORD[dispute.kind],
        words(*sides, by=" – "),
        _("since {day}", day=Day(dispute.since)),
        _ending(dispute),
        words(quoted(dispute.words), dispute.author, by=" ") if dispute.words else None,
        by=" · ",
    )


def _ending(dispute: Dispute) -> Text:
    if dispute.is_open or dispute.ended_at is None:
        return _("still stands")
    when = Day(dispute.ended_at)
    if dispute.state is AlertState.RESOLVED:
        return _("resolved by the coach on {day}", day=when)
    if dispute.ending is Ending.PERIOD:
        return _("ended with its period, {day}", day=when)
    return _("ended by new scores, {day}", day=when)
