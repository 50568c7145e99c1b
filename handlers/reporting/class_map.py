"""A class group by competence, as a heat map, for its teacher and coach; also as a spreadsheet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.colours import Colour
from bot.messages import (
    Button,
    Day,
    Grid,
    HeatMapPicture,
    HeatMapRow,
    Joined,
    Layout,
    Reply,
    Sayable,
    Spreadsheet,
    _,
    _n,
    lines,
    words,
)
from bot.showing.caption import caption_of
from bot.showing.heat_map import arranged, before_words
from bot.showing.words.prior import stripe_of
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.use_cases.reporting.see_class import ClassRow, SeenClass, see_class
from handlers.reporting.taps import BringSpreadsheet, ShowClassMap
from handlers.talking.meaning.target import Group, groups_of, part_of_group
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.phrases import COLOUR_SQUARE, ROLE_WORD, and_more, first_name, full_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NAMED = 4
"""Students named of whom something of a competence is not here."""


def list_mapped(turn: Turn) -> Sequence[Group]:
    """List the class groups of which this person may see the map. Raises Unclear without any."""
    groups = groups_of(turn)
    if not groups:
        raise Unclear(Reply(_("The class map is for teachers and coaches.")))
    return groups


def show_class_map(turn: Turn, group: Group) -> Replies:
    """Answer `/class` about a class group."""
    return _maps(turn, group, Role.TEACHER)


def tapped_class_map(turn: Turn, tap: ShowClassMap) -> Replies:
    """Show a class group in another perspective, in place."""
    group = part_of_group(turn, tap.track)
    if group is None:
        return [Reply(nobody(turn))]
    return [replace(reply, edit=True) for reply in _maps(turn, group, tap.perspective)]


def tapped_spreadsheet(turn: Turn, tap: BringSpreadsheet) -> Replies:
    """Bring the map of a class group as a spreadsheet."""
    group = part_of_group(turn, tap.track)
    if group is None:
        return [Reply(nobody(turn))]
    pictures = _pictures(turn, group, tap.perspective)
    text = _(
        "{group} as a spreadsheet. It holds what people are at: keep it safe.", group=group.name
    )
    return [Reply(text, files=tuple(Spreadsheet(picture, turn.at) for _seen, picture in pictures))]


def _maps(turn: Turn, group: Group, perspective: Role) -> Replies:
    return [
        Reply(
            lines(caption_of(picture), *_told(picture.rows)),
            (below := _buttons(seen.tracks[0].id, perspective)),
            files=(picture,),
            layout=_layout(picture, below),
        )
        for seen, picture in _pictures(turn, group, perspective)
    ]


def _pictures(
    turn: Turn, group: Group, perspective: Role
) -> list[tuple[SeenClass, HeatMapPicture]]:
    maps = see_class(turn.uow, turn.person.id, group.tracks, perspective)
    return [
        (seen, arranged(describe_class(group.name, seen, perspective, turn.at))) for seen in maps
    ]


def describe_class(
    group: str, seen: SeenClass, perspective: Role, at: datetime, photo: str = ""
) -> HeatMapPicture:
    """Describe a class group as it is at an instant (aware), or in the photo of a period."""
    return HeatMapPicture(
        title=words(group, seen.programme.title, _of_photo(photo), by=" · "),
        students=tuple(full_name(track) for track in seen.tracks),
        rows=tuple(
            HeatMapRow(
                row.competence.number,
                row.competence.title,
                row.colours,
                row.gap,
                _aside(seen, row, perspective),
                tuple(stripe_of(prior, seen.programme.cut_off) for prior in row.before),
            )
            for row in seen.rows
        ),
        under=ROLE_WORD[perspective],
        day=Day(at, full=True),
    )


def _of_photo(period: str) -> Sayable | None:
    return _("photo of {period}", period=period) if period else None


def _told(rows: Sequence[HeatMapRow]) -> list[Sayable]:
    """Say each competence of which something is known; of the others how many there are."""
    return [*(_line(row) for row in _known(rows)), *_silent(rows)]


def _known(rows: Sequence[HeatMapRow]) -> list[HeatMapRow]:
    return [
        row for row in rows if row.aside or any(row.before) or set(row.colours) != {Colour.GREY}
    ]


def _silent(rows: Sequence[HeatMapRow]) -> list[Sayable]:
    silent = len(rows) - len(_known(rows))
    said = _n(
        "Nothing scored yet in this view: {count} competence.",
        "Nothing scored yet in this view: {count} competences.",
        silent,
    )
    return [said] if silent else []


def _layout(picture: HeatMapPicture, below: tuple[tuple[Button, ...], ...]) -> Layout | None:
    """Lay the lines out as a table: how many students have each colour, from the best on."""
    known = _known(picture.rows)
    if not known:
        return None
    remarked = any(_remarks(row).parts for row in known)
    heads = [words(COLOUR_SQUARE[own], COLOUR_MEANING[own]) for own in reversed(Colour)]
    grid = Grid(
        picture.title,
        (_("competence"), *heads, *([_("remark")] if remarked else [])),
        tuple(_cells(row, remarked=remarked) for row in known),
    )
    above = lines(caption_of(picture), *_silent(picture.rows))
    return Layout(above, grid=grid, below=below)


def _cells(row: HeatMapRow, *, remarked: bool) -> tuple[Sayable, ...]:
    counts = Counter(row.colours)
    remark = _remarks(row)
    counted = (counts[colour] for colour in reversed(Colour))
    return (f"{row.number} {row.title}", *counted, *([remark] if remarked else []))


def _line(row: HeatMapRow) -> Sayable:
    """Count the students by colour, from the best on: '10 Lays conduits: 1 not acquired'."""
    counts = Counter(row.colours)
    said = [
        words(counts[colour], COLOUR_MEANING[colour])
        for colour in reversed(Colour)
        if counts[colour]
    ]
    counted = words(f"{row.number} {row.title}:", words(*said, by=" · "))
    return words(counted, *_remarks(row).parts, by=" · ")


def _remarks(row: HeatMapRow) -> Joined:
    """Say what else there is to say of a competence: a gap, what is away, what was before."""
    return words(_("collective gap") if row.gap else None, row.aside, before_words(row), by=" · ")


def _aside(seen: SeenClass, row: ClassRow, perspective: Role) -> Sayable:
    """Say of which students something is not here, and what the workplaces cannot offer."""
    total = len(row.competence.indicators)
    here: Sayable = ""
    away: Sayable = ""
    if any(row.not_here):
        here = _("not here: {names} of {total}", names=_named(seen, row.not_here), total=total)
    if any(row.not_at_work) and perspective is not Role.MENTOR:
        away = _(
            "not at the workplace: {names} of {total}",
            names=_named(seen, row.not_at_work),
            total=total,
        )
    return words(here, away, by=" · ") if here or away else ""


def _named(seen: SeenClass, counts: Sequence[int]) -> Sayable:
    named = [
        f"{first_name(track)} {count}"
        for track, count in zip(seen.tracks, counts, strict=True)
        if count
    ]
    return and_more(", ".join(named[:NAMED]), len(named) - NAMED)


def _buttons(track_id: int, shown: Role) -> tuple[tuple[Button, ...], ...]:
    others = (
        button(ROLE_WORD[role], ShowClassMap(track_id, role))
        for role in PERSPECTIVES
        if role is not shown
    )
    sheet = button(_("as a spreadsheet"), BringSpreadsheet(track_id, shown))
    return (tuple(others), (sheet,))
