"""The film: the colours of one student over time, as an animation."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.school.tracks import Track
from bot.domain.scoring.colours import Colour
from bot.messages import (
    Button,
    Day,
    FilmFrame,
    FilmPicture,
    FilmRow,
    Joined,
    Reply,
    Sayable,
    WeeksPicture,
    _,
    lines,
    words,
)
from bot.showing.caption import caption_of
from bot.showing.words.prior import stripe_of
from bot.showing.words.scores.colours import COLOUR_LETTER
from bot.use_cases.reporting.see_film import Film, see_film
from handlers.reporting.taps import ShowFilm, ShowWeeks
from handlers.reporting.views import offer_views
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import ROLE_WORD, first_name, full_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def show_film(turn: Turn, track: Track) -> Replies:
    """Answer `/film` about a student."""
    return [_shown(turn, track)]


def tapped_film(turn: Turn, tap: ShowFilm) -> Replies:
    """Show the film of the student of a button."""
    track = turn.track(tap.track)
    return [_shown(turn, track) if track else Reply(nobody(turn))]


def tapped_weeks(turn: Turn, tap: ShowWeeks) -> Replies:
    """Show the film of the student of a button as a picture, week by week."""
    track = turn.track(tap.track)
    return [_shown(turn, track, WeeksPicture) if track else Reply(nobody(turn))]


def _shown(turn: Turn, track: Track, kind: type[FilmPicture] = FilmPicture) -> Reply:
    turn.remember(track)
    seen = see_film(turn.uow, turn.person.id, track, turn.at)
    if not seen.stills:
        return Reply(_("There is no film of {student} yet.", student=first_name(track)))
    picture = describe_film(kind, track, seen, turn.at)
    text = lines(caption_of(picture), *_changed(picture))
    still = kind is WeeksPicture
    other = button(_("film"), ShowFilm(track.id)) if still else _week_by_week(track)
    return Reply(text, ((other,), offer_views(track, but=ShowFilm)), files=(picture,))


def _week_by_week(track: Track) -> Button:
    """Offer the film as a picture: where it may not move, and to look at for longer."""
    return button(_("week by week"), ShowWeeks(track.id))


def describe_film(kind: type[FilmPicture], track: Track, seen: Film, at: datetime) -> FilmPicture:
    """Describe a film, or its weeks, as it is at an instant (aware)."""
    return kind(
        title=f"{full_name(track)} · {seen.programme.title}",
        columns=tuple(ROLE_WORD[role] for role in seen.perspectives),
        rows=tuple(
            FilmRow(
                competence.number,
                competence.title,
                stripe_of(seen.prior.get(competence.id), seen.programme.cut_off),
            )
            for competence in seen.programme.competences
        ),
        frames=tuple(
            FilmFrame(Day(still.at), still.colours, still.photo.name if still.photo else "")
            for still in seen.stills
        ),
        under=track.class_group,
        day=Day(at, full=True),
    )


def _changed(picture: FilmPicture) -> Iterator[Sayable]:
    """Name each competence that ended in other colours than it began with: '8 Lays: GGG → DOR'."""
    first, last = picture.frames[0], picture.frames[-1]
    columns = words(*picture.columns, by=" · ")
    yield _("From the first week to the last, in this order: {columns}.", columns=columns)
    for row, was, now in zip(picture.rows, first.colours, last.colours, strict=True):
        if was != now:
            yield words(f"{row.number} {row.title}:", _letters(was), "→", _letters(now))


def _letters(colours: Sequence[Colour]) -> Sayable:
    return Joined(tuple(COLOUR_LETTER[colour] for colour in colours))
