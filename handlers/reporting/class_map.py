"""A class group by competence, as a heat map, for its teacher and coach; also as a spreadsheet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.colours import Colour
from bot.messages import (
    Button,
    Day,
    HeatMapPicture,
    HeatMapRow,
    Joined,
    Reply,
    Sayable,
    Spreadsheet,
    _,
    lines,
    words,
)
from bot.showing.caption import caption_of
from bot.showing.colour_words import COLOUR_LETTER
from bot.showing.heat_map import arranged
from bot.use_cases.reporting.see_class import SeenClass, see_class
from handlers.talking.phrases import ROLE_LETTER, ROLE_WORD
from handlers.talking.target import Group, groups_of
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import Sought, nobody

ROLES = {letter: role for role, letter in ROLE_LETTER.items()}


def seek_class(turn: Turn, words: str) -> Sought[Group, None] | Replies:
    """Read which class group `/class` asks for."""
    groups = groups_of(turn)
    if not groups:
        return [Reply(_("The class map is for teachers and coaches."))]
    return Sought(words.strip(), groups, None)


def class_map(turn: Turn, group: Group, _said: None) -> Replies:
    """Answer `/class` about a class group."""
    return _maps(turn, group, Role.TEACHER)


def tapped_class(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show a class group in another perspective, in place."""
    group = _of(turn, arguments[0])
    if group is None:
        return [Reply(nobody(turn))]
    return [replace(one, edit=True) for one in _maps(turn, group, ROLES[arguments[1]])]


def tapped_spreadsheet(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Bring the map of a class group as a spreadsheet."""
    group = _of(turn, arguments[0])
    if group is None:
        return [Reply(nobody(turn))]
    pictures = _pictures(turn, group, ROLES[arguments[1]])
    text = _(
        "{group} as a spreadsheet. It holds what people are at: keep it safe.", group=group.name
    )
    return [Reply(text, files=tuple(Spreadsheet(one, turn.at) for _seen, one in pictures))]


def _of(turn: Turn, track_id: str) -> Group | None:
    """Find the part of a class group that a button named by one of its tracks.

    A group goes by its first track in one programme, and every tap is authorised here again.
    """
    for group in groups_of(turn):
        first = next((one for one in group.tracks if one.id == int(track_id)), None)
        if first is not None:
            same = (one for one in group.tracks if one.programme_id == first.programme_id)
            return Group(group.name, tuple(same))
    return None


def _maps(turn: Turn, group: Group, perspective: Role) -> Replies:
    return [
        Reply(
            lines(caption_of(picture), *map(_line, picture.rows)),
            _buttons(seen.tracks[0].id, perspective),
            files=(picture,),
        )
        for seen, picture in _pictures(turn, group, perspective)
    ]


def _pictures(
    turn: Turn, group: Group, perspective: Role
) -> list[tuple[SeenClass, HeatMapPicture]]:
    seen = see_class(turn.uow, turn.person.id, group.tracks, perspective)
    return [(one, arranged(_described(turn, group, one, perspective))) for one in seen]


def _described(turn: Turn, group: Group, seen: SeenClass, perspective: Role) -> HeatMapPicture:
    return HeatMapPicture(
        title=f"{group.name} · {seen.programme.title}",
        students=tuple(track.student for track in seen.tracks),
        rows=tuple(
            HeatMapRow(row.competence.number, row.competence.title, row.colours, row.gap)
            for row in seen.rows
        ),
        under=words(ROLE_WORD[perspective], Day(turn.at), by=" · "),
    )


def _line(row: HeatMapRow) -> Sayable:
    """Count the students by colour, from the best on: '10: D3 L2 R1'."""
    counts = Counter(row.colours)
    said = [Joined((COLOUR_LETTER[one], counts[one])) for one in reversed(Colour) if counts[one]]
    gap = words("·", _("collective gap")) if row.gap else None
    return words(f"{row.number}:", *said, gap)


def _buttons(track_id: int, shown: Role) -> tuple[tuple[Button, ...], ...]:
    others = (
        Button(ROLE_WORD[role], f"cl:{track_id}:{ROLE_LETTER[role]}")
        for role in PERSPECTIVES
        if role is not shown
    )
    sheet = Button(_("as a spreadsheet"), f"cs:{track_id}:{ROLE_LETTER[shown]}")
    return (tuple(others), (sheet,))
