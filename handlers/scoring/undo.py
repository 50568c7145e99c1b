"""Everything that was stored can be undone, message by message, dialogue by dialogue."""

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.scoring.see_standing import see_standing
from bot.use_cases.scoring.undo_entry import LostSight, Undone, undo_entry
from handlers.scoring.confirm import standing_line
from handlers.scoring.taps import UndoEntry
from handlers.talking.phrases import of_competence
from handlers.talking.turn import Replies, Turn

STAYS = _("You no longer follow this student, so what you scored stays. The school can help.")
AT_MOST = 4
"""After how many competences the list of what now stands is cut."""


def undo(turn: Turn, _words: str) -> Replies:
    """Answer `/undo`: take back the newest entry that stands."""
    try:
        undone = undo_entry(turn.uow, turn.person.id, turn.at)
    except LostSight:
        return [Reply(STAYS)]
    if undone is None:
        return [Reply(_("There is nothing of yours to undo."))]
    return [_told(turn, undone)]


def tapped_undo(turn: Turn, tap: UndoEntry) -> Replies:
    """Take back the entry that a confirmation names."""
    try:
        undone = undo_entry(turn.uow, turn.person.id, turn.at, tap.entry)
    except LostSight:
        return [Reply(STAYS)]
    if undone is None:
        return [Reply(_("This was already undone; nothing changed."))]
    reply = _told(turn, undone)
    return [Reply(reply.text, edit=True)]


def _told(turn: Turn, undone: Undone) -> Reply:
    standings = [_standing(turn, *place) for place in undone.places]
    return Reply(
        lines(
            _("↩ Undone: {title}", title=undone.entry.title),
            *[standing for standing in standings if standing is not None][:AT_MOST],
        )
    )


def _standing(turn: Turn, track_id: int, competence_id: int) -> Sayable | None:
    track = turn.track(track_id)
    if track is None or track.scoring_role is None:
        return None
    competence = turn.programme(track).competence_by_id(competence_id)
    return _stands(turn, track, competence) if competence else None


def _stands(turn: Turn, track: Track, competence: Competence) -> Sayable:
    standing = see_standing(turn.uow, turn.seat(track), turn.programme(track), competence)
    return lines(of_competence(track, competence), standing_line(standing))
