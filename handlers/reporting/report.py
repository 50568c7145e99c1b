"""The colour report of one student, and the card of one competence, as the viewer may see them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Day, Joined, Reply, ReportPicture, Sayable, _, lines, words
from bot.ports import UnitOfWork
from bot.showing.colour_words import COLOUR_LETTER, COLOUR_WORD
from bot.use_cases.reporting.see_growth import grown_since
from bot.use_cases.reporting.see_photo import photos_of
from bot.use_cases.reporting.see_report import Report, ReportRow, see_report
from handlers.reporting.card import card
from handlers.reporting.pictured import report_picture
from handlers.reporting.views import REPORT, views
from handlers.scoring.confirm import next_row
from handlers.scoring.marks import competence_of
from handlers.talking.phrases import COLOUR_SQUARE, ROLE_WORD, colour_cell, first_name, short
from handlers.talking.shorthand import TypedLine, read_line
from handlers.talking.turn import Replies, Turn, remembered
from handlers.talking.whom import Sought, nobody

TITLE = 60
"""Characters of a title in a report: the longest whole report has to fit in one message."""

BUTTONS = 24
"""How many competences are offered as buttons below a report."""


def seek_report(turn: Turn, words: str) -> Sought[Track, TypedLine]:
    """Read of whom, and perhaps of which competence, `/report` asks the colours."""
    line = read_line(words)
    return Sought(line.name, turn.tracks, line)


def report(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Answer `/report` about a student: all colours, or one competence."""
    turn.remember(track)
    if line.parts:
        return [card(turn, track, competence_of(line.parts[0], turn.programme(track)))]
    return [whole_report(turn, track)]


def tapped_card(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show the card of the competence that was tapped, or the report again, in its place."""
    track = turn.track(int(arguments[0]))
    if track is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    competence = turn.programme(track).competence_by_id(int(arguments[1]))
    shown = card(turn, track, competence) if competence else whole_report(turn, track)
    return [replace(shown, edit=True)]


def board(uow: UnitOfWork, viewer_id: int, at: datetime) -> ReportPicture | None:
    """Describe the colours of the student whom somebody talks about, or of the first one.

    They are the colours as that person may see them.
    """
    tracks = {track.id: track for track in uow.tracks.list_of(viewer_id)}
    if not tracks:
        return None
    dialogue = uow.dialogues.read(viewer_id)
    about = dialogue.about_track if remembered(dialogue.about_at, at) else None
    track = tracks.get(about or 0, tracks[min(tracks)])
    return report_picture(see_report(uow, viewer_id, track))


def about(tracks: Sequence[Track]) -> Sayable:
    """Say in a short sentence who somebody is to whom."""
    roles = [role for role in Role if any(role in track.roles for track in tracks)]
    names = [first_name(track) for track in tracks]
    if roles == [Role.STUDENT]:
        return _("student in {group}", group=tracks[0].class_group)
    return _(
        "{roles} of {names}",
        roles=words(*(ROLE_WORD[role] for role in roles), by=", "),
        names=", ".join(dict.fromkeys(names)),
    )


def whole_report(turn: Turn, track: Track) -> Reply:
    """Show all colours of a student, with what grew since the last photo."""
    seen = see_report(turn.uow, turn.person.id, track)
    taken = photos_of(turn.uow, track)
    grown = grown_since(turn.uow, turn.person.id, track, taken[-1]) if taken else None
    under = words(track.class_group, Day(turn.at), by=" · ")
    shown = report_reply(seen, report_picture(seen, under, grown))
    return replace(shown, buttons=(*shown.buttons, *next_row(track)))


def report_reply(seen: Report, picture: ReportPicture) -> Reply:
    """Draw a report as text with its legend, beside its picture, with a button per competence."""
    heading = _heading(seen)
    legend = words(
        *(
            words(COLOUR_SQUARE[one], COLOUR_LETTER[one], "=", COLOUR_WORD[one])
            for one in COLOUR_WORD
        ),
        by=" · ",
    )
    body = lines(*(_line(row, seen.perspectives) for row in seen.rows))
    return Reply(
        lines(heading, body, legend),
        _card_buttons(seen),
        files=(picture,),
    )


def _heading(seen: Report) -> Sayable:
    columns = [ROLE_WORD[role] for role in seen.perspectives]
    return lines(
        f"{seen.track.student} · {seen.programme.title}",
        _(
            "In this order: {columns}. In brackets: how many have come up.",
            columns=words(*columns, by=" · "),
        ),
        _("You look on as {roles}.", roles=_roles(seen.track)) if _coaches(seen.track) else None,
    )


def _coaches(track: Track) -> bool:
    return Role.COACH in track.roles


def _roles(track: Track) -> Sayable:
    return words(*(ROLE_WORD[role] for role in Role if role in track.roles), by=", ")


def _line(row: ReportRow, perspectives: tuple[Role, ...]) -> Sayable:
    total = row.indicators
    cells = [colour_cell(row.colours[role]) for role in perspectives]
    covered = "/".join(str(row.counts[role].covered) for role in perspectives)
    return words(
        Joined(tuple(cells), " "),
        f"{row.competence.number} {short(row.competence.title, TITLE)}",
        _("({covered} of {total})", covered=covered, total=total),
    )


def _card_buttons(seen: Report) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(
            f"{row.competence.number}",
            f"rc:{seen.track.id}:{row.competence.id}",
        )
        for row in seen.rows[:BUTTONS]
    ]
    rows = (tuple(buttons[i : i + 8]) for i in range(0, len(buttons), 8))
    return (*rows, views(seen.track, but=REPORT))
