"""Photos in the chat: one as the viewer may see it, and what changed since the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.periods.photos import FrozenComponent
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Growth
from bot.messages import (
    Button,
    MessageKind,
    Moment,
    Quoted,
    Reply,
    Sayable,
    _,
    lines,
    listed,
    words,
)
from bot.ports.periods.photos import Photo
from bot.use_cases.reporting.see_growth import grown_since
from bot.use_cases.reporting.see_photo import (
    ColourChange,
    Compared,
    choose_photo,
    compare_photos,
    photo_among,
    photos_of,
    see_components,
    see_photo,
)
from handlers.reporting.pictured import describe_report
from handlers.reporting.report import draw_colours
from handlers.reporting.taps import ComparePhotos
from handlers.talking.meaning.seeking import part_period, seek
from handlers.talking.meaning.whom import Sought, nobody
from handlers.talking.phrases import ROLE_WORD, colour_cell, first_name, spans
from handlers.talking.routing.doors import ShowPhoto
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

BUTTONS = 6
"""How many photos are offered as buttons."""


def seek_photo(turn: Turn, words: str) -> Sought[Track, str]:
    """Read of whom, and perhaps of which period, `/photo` asks a photo."""
    name, period = part_period(turn, words, turn.tracks)
    found = seek(name, turn.tracks)
    return Sought(found.name, found.among, period, found.sure, found.several)


def show_photo(turn: Turn, track: Track, period: str) -> Replies:
    """Answer `/photo` about a student: of the period that was named, or the newest one."""
    turn.remember(track)
    return _shown(turn, track, period)


def _shown(turn: Turn, track: Track, period: str) -> Replies:
    taken = photos_of(turn.uow, track)
    photo = choose_photo(taken, period)
    if photo is None:
        return [Reply(_none_yet(track, period))]
    return _photo(turn, track, photo, taken)


def _none_yet(track: Track, period: str) -> Sayable:
    student = first_name(track)
    if period:
        return _("There is no photo of {student} of {period}.", student=student, period=period)
    return _(
        "No photo of {student} was taken yet: one is taken at the end of each period.",
        student=student,
    )


def tapped_photo(turn: Turn, tap: ShowPhoto) -> Replies:
    """Show the photo of a button."""
    track = turn.track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    taken = photos_of(turn.uow, track)
    found = photo_among(taken, tap.photo)
    return _photo(turn, track, found, taken) if found else _shown(turn, track, "")


def _photo(turn: Turn, track: Track, photo: Photo, taken: Sequence[Photo]) -> Replies:
    seen = see_photo(turn.uow, turn.person.id, track, photo)
    if seen is None:
        return [Reply(_none_yet(track, photo.name))]
    report = seen.report
    head = _("Photo of {period}, {when}.", period=photo.name, when=Moment(photo.head.as_of))
    before = _before(photo, taken)
    grown = grown_since(turn.uow, turn.person.id, report, before, photo) if before else None
    drawn = draw_colours(report, describe_report(report, photo.head.as_of, grown, photo.name))
    counted = say_counted(see_components(turn.uow, track, photo))
    then = since_then(photo, report.track, track)
    text = lines(head, _late(photo), *then, counted, drawn.text)
    rows = tuple(_buttons(track, photo, taken))
    return [replace(drawn, text=text, buttons=rows, kind=MessageKind.PHOTO)]


def _before(photo: Photo, taken: Sequence[Photo]) -> Photo | None:
    """Find the newest photo before one."""
    before = [other for other in taken if other.head.as_of < photo.head.as_of]
    return before[-1] if before else None


def _late(photo: Photo) -> Sayable | None:
    """Say where a photo shows a later instant than was agreed."""
    if photo.head.as_of == photo.head.agreed_at:
        return None
    return _(
        "Agreed was {agreed}. There was an outage then, so it shows what had arrived after it.",
        agreed=Moment(photo.head.agreed_at),
    )


def since_then(photo: Photo, then: Track, now: Track) -> Iterator[Sayable]:
    """Say what a photo did not keep, and how a student is called today who had another name."""
    if not photo.kept:
        yield _("Names and titles were not kept with this photo: they are those of today.")
    if then.student != now.student:
        yield _("Now called {name}.", name=now.student)


def say_counted(components: Sequence[FrozenComponent]) -> Sayable | None:
    """Say in one line which course components counted in a photo; None where none were chosen."""
    if not components:
        return None
    counted = [Quoted(own.title) for own in components if own.summative]
    others = [Quoted(own.title) for own in components if not own.summative]
    return words(
        _(
            "Counts for the assessment: {components}.",
            components=listed(counted) if counted else _("nothing"),
        ),
        _("To learn from: {components}.", components=listed(others)) if others else None,
    )


def _buttons(track: Track, shown: Photo, taken: Sequence[Photo]) -> Iterator[tuple[Button, ...]]:
    before = _before(shown, taken)
    if before:
        label = _("what changed since {period}", period=before.name)
        yield (button(label, ComparePhotos(track.id, before.id, shown.id)),)
    for other in [photo for photo in taken if photo.id != shown.id][-BUTTONS:]:
        yield (button(other.name, ShowPhoto(track.id, other.id)),)


def tapped_comparison(turn: Turn, tap: ComparePhotos) -> Replies:
    """Show what changed between two photos."""
    track = turn.track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    taken = {photo.id: photo for photo in photos_of(turn.uow, track)}
    earlier, later = taken.get(tap.earlier), taken.get(tap.later)
    if earlier is None or later is None:
        return _shown(turn, track, "")
    compared = compare_photos(turn.uow, turn.person.id, track, earlier, later)
    return [Reply(lines(*_compared(compared)))] if compared else []


def _compared(compared: Compared) -> Iterator[Sayable]:
    shown = compared.later.report
    yield _(
        "{student}: from {earlier} to {later}",
        student=first_name(shown.track),
        earlier=compared.earlier.name,
        later=compared.later.photo.name,
    )
    competences = shown.programme.competences
    changed = [competence for competence in competences if competence.id in compared.changes]
    if not changed:
        yield _("Nothing changed.")
    for competence in changed:
        yield f"{competence.number} {competence.title}"
        for role, change in compared.changes[competence.id].items():
            yield words(" ", ROLE_WORD[role], _change(competence, change))


def _change(competence: Competence, change: ColourChange) -> Sayable:
    colours = (
        colour_cell(change.after)
        if change.before is change.after
        else words(colour_cell(change.before), "→", colour_cell(change.after))
    )
    return words(colours, *_grown(competence, change.growth), by=" · ")


def _grown(competence: Competence, growth: Growth | None) -> Iterator[Sayable]:
    if growth is None:
        return
    for text, ids in (
        (_("deeper"), growth.deeper),
        (_("broader"), growth.broader),
        (_("back"), growth.back),
    ):
        numbers = [indicator.number for indicator in competence.indicators if indicator.id in ids]
        if numbers:
            yield words(text, ", ".join(spans(numbers)))
