"""Photos in the chat: one as the viewer may see it, and what changed since the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Growth
from bot.messages import Button, MessageKind, Moment, Reply, Sayable, _, lines, words
from bot.ports.periods.photos import Photo
from bot.use_cases.reporting.see_growth import grown_since
from bot.use_cases.reporting.see_photo import (
    ColourChange,
    Compared,
    compare_photos,
    photos_of,
    see_photo,
)
from handlers.reporting.pictured import report_picture
from handlers.reporting.report import report_reply
from handlers.talking.phrases import ROLE_WORD, colour_cell, first_name, short, spans
from handlers.talking.shorthand import read_line
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import Sought, nobody

BUTTONS = 6
"""How many photos are offered as buttons."""


def seek_photo(turn: Turn, words: str) -> Sought[Track, str]:
    """Read of whom, and perhaps of which period, `/photo` asks a photo."""
    name, period = _parted(turn, words)
    return Sought(read_line(name).name, turn.tracks, period)


def photo(turn: Turn, track: Track, period: str) -> Replies:
    """Answer `/photo` about a student: of the period that was named, or the newest one."""
    turn.remember(track)
    return _shown(turn, track, period)


def _parted(turn: Turn, words_: str) -> tuple[str, str]:
    """Part the student's name from the period's, by the names of the periods there are."""
    said = " ".join(words_.split())
    programmes = {track.programme_id for track in turn.tracks}
    names = [one.name for programme in programmes for one in turn.uow.periods.list_of(programme)]
    for name in sorted(names, key=len, reverse=True):
        if said.casefold().endswith(name.casefold()):
            return said[: len(said) - len(name)].strip(), name
    return said, ""


def _shown(turn: Turn, track: Track, period: str) -> Replies:
    taken = photos_of(turn.uow, track)
    fitting = [one for one in taken if period.casefold() in ("", one.name.casefold())]
    if not fitting:
        return [Reply(_none_yet(track, period))]
    return _photo(turn, track, fitting[-1], taken)


def _none_yet(track: Track, period: str) -> Sayable:
    student = first_name(track)
    if period:
        return _("There is no photo of {student} of {period}.", student=student, period=period)
    return _(
        "No photo of {student} was taken yet: one is taken at the end of each period.",
        student=student,
    )


def tapped_photo(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show the photo of a button."""
    track, wanted = turn.track(int(arguments[0])), int(arguments[1])
    if track is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    taken = photos_of(turn.uow, track)
    found = next((one for one in taken if one.id == wanted), None)
    return _photo(turn, track, found, taken) if found else _shown(turn, track, "")


def _photo(turn: Turn, track: Track, one: Photo, taken: Sequence[Photo]) -> Replies:
    seen = see_photo(turn.uow, turn.person.id, track, one)
    if seen is None:
        return [Reply(_none_yet(track, one.name))]
    head = _("Photo of {period}, {when}.", period=one.name, when=Moment(one.head.as_of))
    before = [other for other in taken if other.head.as_of < one.head.as_of]
    grown = grown_since(turn.uow, turn.person.id, track, before[-1], one) if before else None
    drawn = report_reply(seen.report, report_picture(seen.report, head, grown))
    text = lines(head, _late(one), drawn.text)
    return [replace(drawn, text=text, buttons=_buttons(track, one, taken), kind=MessageKind.PHOTO)]


def _late(one: Photo) -> Sayable | None:
    """Say where a photo shows a later instant than was agreed."""
    if one.head.as_of == one.head.agreed_at:
        return None
    return _(
        "Agreed was {agreed}. There was an outage then, so it shows what had arrived after it.",
        agreed=Moment(one.head.agreed_at),
    )


def _buttons(track: Track, shown: Photo, taken: Sequence[Photo]) -> tuple[tuple[Button, ...], ...]:
    rows = []
    before = [one for one in taken if one.head.as_of < shown.head.as_of]
    if before:
        code = f"pc:{track.id}:{before[-1].id}:{shown.id}"
        rows.append((Button(_("what changed since {period}", period=before[-1].name), code),))
    others = [one for one in taken if one.id != shown.id][-BUTTONS:]
    rows += [(Button(one.name, f"ph:{track.id}:{one.id}"),) for one in others]
    return tuple(rows)


def tapped_comparison(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show what changed between two photos."""
    track = turn.track(int(arguments[0]))
    if track is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    taken = {one.id: one for one in photos_of(turn.uow, track)}
    earlier, later = (taken.get(int(one)) for one in arguments[1:])
    if earlier is None or later is None:
        return _shown(turn, track, "")
    compared = compare_photos(turn.uow, turn.person.id, track, earlier, later)
    return [Reply(lines(*_compared(turn, track, compared)))] if compared else []


def _compared(turn: Turn, track: Track, compared: Compared) -> Iterator[Sayable]:
    yield _(
        "{student}: from {earlier} to {later}",
        student=first_name(track),
        earlier=compared.earlier.name,
        later=compared.later.name,
    )
    changed = [one for one in turn.programme(track).competences if one.id in compared.changes]
    if not changed:
        yield _("Nothing changed.")
    for competence in changed:
        yield f"{competence.number} {short(competence.title)}"
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
        numbers = [one.number for one in competence.indicators if one.id in ids]
        if numbers:
            yield words(text, ", ".join(spans(numbers)))
