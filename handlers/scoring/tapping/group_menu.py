"""A teacher scores one indicator for a whole class group by tapping."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role
from bot.domain.scoring.scales import Mastery
from bot.messages import Button, Reply, _, lines
from handlers.scoring.group import score_for_group
from handlers.scoring.marks import SaidOfCompetence
from handlers.scoring.tapping.asked import GroupMenu
from handlers.talking.phrases import MASTERY_BUTTON, short
from handlers.talking.target import Group, groups_of
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import nobody

TEXT_LENGTH = 60


def taught_groups(turn: Turn) -> tuple[Group, ...]:
    """List the class groups that this person teaches, each in one programme."""
    return tuple(
        group
        for group in groups_of(turn)
        if any(track.scoring_role is Role.TEACHER for track in group.tracks)
        and len({track.programme_id for track in group.tracks}) == 1
    )


def group_buttons(turn: Turn, serial: int) -> list[tuple[Button, ...]]:
    """Offer a teacher's class groups below the students."""
    return [
        (
            Button(
                _("{group}: the whole class group", group=group.name),
                f"gt:{serial}:{group.tracks[0].id}",
            ),
        )
        for group in taught_groups(turn)
    ]


def tapped_group(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Ask which competence."""
    found = _group(turn, int(arguments[0]))
    if found is None:
        return [Reply(nobody(turn))]
    group, programme = found
    serial = turn.keep(GroupMenu(group_of=group.tracks[0].id))
    rows = tuple(
        (Button(f"{one.number} {short(one.title)}", f"gk:{serial}:{one.id}"),)
        for one in programme.competences
    )
    return [Reply(_("{group}: which competence?", group=group.name), rows, edit=True)]


def tapped_group_competence(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Ask which indicator."""
    menu = turn.asked(GroupMenu) or GroupMenu()
    found = _group(turn, menu.group_of)
    competence = found and found[1].competence_by_id(int(arguments[0]))
    if not found or not competence:
        return [Reply(nobody(turn))]
    serial = turn.keep(replace(menu, competence=competence.id))
    rows = tuple(
        (Button(f"{one.number}. {short(one.text, TEXT_LENGTH)}", f"gi:{serial}:{one.number}"),)
        for one in competence.indicators
    )
    return [Reply(_heading(found[0], competence), rows, edit=True)]


def tapped_group_indicator(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Ask how the whole group shows it."""
    found = _chosen(turn, int(arguments[0]))
    if found is None:
        return [Reply(nobody(turn))]
    group, competence, text = found
    serial = turn.keep(turn.question)
    row = tuple(
        Button(label, f"gm:{serial}:{arguments[0]}:{mastery.value}")
        for mastery, label in MASTERY_BUTTON.items()
    )
    said = lines(
        _heading(group, competence),
        f"{arguments[0]}. {text}",
        _("How is this shown, as a beginning professional?"),
    )
    return [Reply(said, (row,), edit=True)]


def tapped_group_mark(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Store the mark for everybody in the group."""
    found = _chosen(turn, int(arguments[0]))
    if found is None:
        return [Reply(nobody(turn))]
    group, competence, _text = found
    said = SaidOfCompetence(marks={int(arguments[0]): (Mastery(arguments[1]), None)})
    turn.close()
    return [score_for_group(turn, group, competence, said, edit=True)]


def _group(turn: Turn, track_id: int | None) -> tuple[Group, Programme] | None:
    track = turn.track(track_id)
    if track is None:
        return None
    group = next((one for one in taught_groups(turn) if track in one.tracks), None)
    return (group, turn.programme(track)) if group else None


def _chosen(turn: Turn, number: int) -> tuple[Group, Competence, str] | None:
    menu = turn.asked(GroupMenu) or GroupMenu()
    found = _group(turn, menu.group_of)
    competence = found and found[1].competence_by_id(menu.competence)
    indicator = competence and competence.indicator(number)
    return (found[0], competence, indicator.text) if found and competence and indicator else None


def _heading(group: Group, competence: Competence) -> str:
    return f"{group.name} · {competence.number} {competence.title}"
