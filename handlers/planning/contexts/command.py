"""`/contexts`: what comes up for a student, or to a coach the list that the programme has."""

from bot.domain.school.tracks import Track
from handlers.planning.contexts.coming import plan_typed
from handlers.planning.contexts.keeping import show_programmes
from handlers.planning.contexts.shown import seek_track, show_contexts
from handlers.talking.meaning.whom import Sought, Unclear
from handlers.talking.turn import Replies, Turn


def seek_contexts(turn: Turn, words: str) -> Sought[Track, str]:
    """Read whose contexts are meant. Raises Unclear, with the list, for a coach who names none."""
    if not words.strip() and (listed := show_programmes(turn)):
        raise Unclear(*listed)
    return seek_track(turn, words)


def answer_contexts(turn: Turn, track: Track, written: str) -> Replies:
    """Answer `/contexts` about a student, or plan the context of which the number is typed."""
    return plan_typed(turn, track, written) if written else [show_contexts(turn, track)]
