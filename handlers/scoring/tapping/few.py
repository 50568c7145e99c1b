"""The few that matter: questions from several competences, one by one, each with its reason.

Nothing is filled in for anybody: what is not asked, or is skipped, stays what it was.
"""

from dataclasses import replace

from bot.domain.school.tracks import Track
from bot.domain.scoring.asking import Worth
from bot.messages import Reply, lines
from bot.use_cases.scoring.seeing.list_open import OpenTrack, list_open
from bot.use_cases.scoring.seeing.see_few import see_few
from bot.use_cases.talking.change_preferences import Setting, change_preferences
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.few_told import ALL_THAT_MATTERS
from handlers.scoring.tapping.menu import open_competences
from handlers.scoring.tapping.state import Steps, StepsPlace
from handlers.scoring.tapping.steps import show_steps
from handlers.scoring.taps import AskFew
from handlers.talking.meaning.whom import nobody
from handlers.talking.routing.doors import BeginFew
from handlers.talking.turn import Replies, Turn


def tapped_few(turn: Turn, tap: AskFew) -> Replies:
    """Ask so many of those that matter, and keep that number for the next time."""
    menu = turn.question
    track = turn.scored_track(menu.track) if isinstance(menu, ScoreMenu | Steps) else None
    if track is None:
        return [Reply(nobody(turn))]
    change_preferences(turn.uow, turn.person.id, Setting.FEW, str(tap.few), turn.at)
    return ask_few(turn, track, tap.few, edit=True)


def tapped_begin_few(turn: Turn, tap: BeginFew) -> Replies:
    """Begin with the few that matter, below the message that told of them."""
    track = turn.scored_track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    few = see_few(turn.uow, turn.person.id)
    return ask_few(turn, track, few, edit=False)


def ask_few(turn: Turn, track: Track, few: int, *, edit: bool) -> Replies:
    """Ask so many of those that matter; where none does, everything is offered."""
    turn.remember(track)
    programme, seat = turn.programme(track), turn.seat(track)
    waiting = list_open(turn.uow, seat, track, programme, turn.at, turn.since(track))
    chosen = waiting.worth[:few]
    competence = programme.competence_by_id(chosen[0].competence) if chosen else None
    if competence is None:
        return _everything(turn, track, edit=edit)
    steps = _steps(waiting, chosen)
    if edit:
        turn.keep(steps)
    return show_steps(turn, StepsPlace(steps, track, competence), edit=edit)


def _steps(waiting: OpenTrack, chosen: tuple[Worth, ...]) -> Steps:
    return Steps(
        waiting.track.id,
        chosen[0].competence,
        [worth.indicator for worth in chosen],
        competences=[worth.competence for worth in chosen],
        why=[worth.reason for worth in chosen],
    )


def _everything(turn: Turn, track: Track, *, edit: bool) -> Replies:
    menu, *more = open_competences(turn, track, edit=edit)
    return [replace(menu, text=lines(ALL_THAT_MATTERS, menu.text)), *more]
