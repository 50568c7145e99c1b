"""The short text beside a picture, from the same description: its titles, and what stands out."""

from bot.domain.scoring.colours import Colour
from bot.messages import (
    CardPicture,
    FilmPicture,
    HeatMapPicture,
    MatrixPicture,
    Picture,
    ReportPicture,
    Sayable,
    _,
    _n,
    colon,
    lines,
    words,
)
from bot.showing.finding import finding_of
from bot.showing.words.scores.colours import COLOUR_MEANING

NAMED = 3
"""Competences that a sentence names; the others it counts."""


def caption_of(picture: Picture) -> Sayable:
    """Say what a picture found, of whom and when, and in one sentence what else it shows."""
    return lines(finding_of(picture), *titles_of(picture), _sentence(picture))


def titles_of(picture: Picture) -> tuple[Sayable, ...]:
    """Say of whom or what a picture is, and of which day."""
    return picture.title, words(picture.part, picture.day, picture.under, by=" · ")


def who_what(who: Sayable, colour: Colour) -> Sayable:
    """Say what somebody's colour means: 'mentor: acquired, with support'."""
    return words(colon(who), COLOUR_MEANING[colour])


def _sentence(picture: Picture) -> Sayable | None:
    match picture:
        case ReportPicture() if len(picture.columns) > 1:
            return _acquired(picture)
        case CardPicture(columns=columns) if len(columns) > 1:
            said = (who_what(column.who, column.cell.colour) for column in columns)
            return words(*said, by=" · ")
        case HeatMapPicture(rows=rows):
            return _gaps([f"{row.number} {row.title}" for row in rows if row.gap])
        case MatrixPicture(rows=rows):
            return _untrained([f"{row.number} {row.title}" for row in rows if row.gap])
        case FilmPicture(frames=frames):
            return _("From {first} to {last}.", first=frames[0].when, last=frames[-1].when)
    return None


def _acquired(picture: ReportPicture) -> Sayable:
    counts = (
        words(who, sum(row.cells[place].colour.acquired for row in picture.rows))
        for place, who in enumerate(picture.columns)
    )
    said = words(*counts, by=" · ")
    if picture.part:
        return _(
            "Acquired, of the {total} on this picture: {counts}.",
            total=len(picture.rows),
            counts=said,
        )
    return _("Acquired, of {total}: {counts}.", total=len(picture.rows), counts=said)


def _gaps(competences: list[str]) -> Sayable | None:
    if not competences:
        return None
    return _n(
        "Collective gap, at no workplace yet, say the mentors: {competences}.",
        "Collective gaps, at no workplace yet, say the mentors: {competences}.",
        len(competences),
        competences=_few(competences),
    )


def _untrained(competences: list[str]) -> Sayable | None:
    if not competences:
        return None
    return _n(
        "Collective gap, which no workplace trains: {competences}.",
        "Collective gaps, which no workplace trains: {competences}.",
        len(competences),
        competences=_few(competences),
    )


def _few(competences: list[str]) -> Sayable:
    more = len(competences) - NAMED
    named = "; ".join(competences[:NAMED])
    return words(named, _n("and {count} more", "and {count} more", more)) if more > 0 else named
