"""A teacher scores one indicator for a whole class group by tapping."""

from dataclasses import replace

from bot.domain.school.frameworks import Competence, Indicator, Programme
from bot.domain.scoring.film import Score
from bot.messages import Button, Reply, _, lines
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.group import score_for_group, taught_in
from handlers.scoring.tapping.asked import GroupMenu
from handlers.scoring.taps import (
    ChooseGroup,
    ChooseGroupCompetence,
    ChooseGroupIndicator,
    ScoreGroup,
)
from handlers.talking.meaning.target import Group, groups_of
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import MASTERY_BUTTON, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

TEXT_LENGTH = 60


def taught_groups(turn: Turn) -> tuple[Group, ...]:
    """List the class groups that this person teaches, each in one programme."""
    return tuple(
        group
        for group in groups_of(turn)
        if taught_in(group) and len({track.programme_id for track in group.tracks}) == 1
    )


def group_buttons(turn: Turn, serial: int) -> list[tuple[Button, ...]]:
    """Offer a teacher's class groups below the students."""
    return [
        (
            button(
                _("{group}: the whole class group", group=group.name),
                ChooseGroup(serial, group.tracks[0].id),
            ),
        )
        for group in taught_groups(turn)
    ]


def tapped_group(turn: Turn, tap: ChooseGroup) -> Replies:
    """Ask which competence."""
    found = _group(turn, tap.track)
    if found is None:
        return [Reply(nobody(turn))]
    group, programme = found
    serial = turn.keep(GroupMenu(group_of=group.tracks[0].id))
    rows = tuple(
        (
            button(
                f"{competence.number} {short(competence.title)}",
                ChooseGroupCompetence(serial, competence.id),
            ),
        )
        for competence in programme.competences
    )
    return [Reply(_("{group}: which competence?", group=group.name), rows, edit=True)]


def tapped_group_competence(turn: Turn, tap: ChooseGroupCompetence) -> Replies:
    """Ask which indicator."""
    found = _chosen(turn, tap.competence)
    if found is None:
        return [Reply(nobody(turn))]
    group, competence = found
    serial = turn.keep(replace(_menu(turn), competence=competence.id))
    rows = tuple(
        (
            button(
                f"{indicator.number}. {short(indicator.text, TEXT_LENGTH)}",
                ChooseGroupIndicator(serial, indicator.number),
            ),
        )
        for indicator in competence.indicators
    )
    return [Reply(_heading(group, competence), rows, edit=True)]


def tapped_group_indicator(turn: Turn, tap: ChooseGroupIndicator) -> Replies:
    """Ask how the whole group shows it."""
    found = _chosen_indicator(turn, tap.number)
    if found is None:
        return [Reply(nobody(turn))]
    group, competence, indicator = found
    serial = turn.keep(turn.question)
    row = tuple(
        button(label, ScoreGroup(serial, indicator.number, mastery))
        for mastery, label in MASTERY_BUTTON.items()
    )
    said = lines(
        _heading(group, competence),
        f"{indicator.number}. {indicator.text}",
        _("How is this shown, as a beginning professional?"),
    )
    return [Reply(said, (row,), edit=True)]


def tapped_group_mark(turn: Turn, tap: ScoreGroup) -> Replies:
    """Store the mark for everybody in the group."""
    found = _chosen_indicator(turn, tap.number)
    if found is None:
        return [Reply(nobody(turn))]
    group, competence, indicator = found
    said = Sayings(competence, {indicator.id: Score(turn.at, mastery=tap.mastery)})
    turn.close()
    return [score_for_group(turn, group, [said], edit=True)]


def _menu(turn: Turn) -> GroupMenu:
    return turn.asked(GroupMenu) or GroupMenu()


def _group(turn: Turn, track_id: int | None) -> tuple[Group, Programme] | None:
    track = turn.track(track_id)
    if track is None:
        return None
    group = next((group for group in taught_groups(turn) if track in group.tracks), None)
    return (group, turn.programme(track)) if group else None


def _chosen(turn: Turn, competence_id: int) -> tuple[Group, Competence] | None:
    found = _group(turn, _menu(turn).group_of)
    competence = found and found[1].competence_by_id(competence_id)
    return (found[0], competence) if found and competence else None


def _chosen_indicator(turn: Turn, number: int) -> tuple[Group, Competence, Indicator] | None:
    found = _chosen(turn, _menu(turn).competence)
    indicator = found and found[1].indicator(number)
    return (*found, indicator) if found and indicator else None


def _heading(group: Group, competence: Competence) -> str:
    return f"{group.name} · {competence.number} {competence.title}"
