"""Words that may answer what somebody else asked in a message: offered, and sent by a tap alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.school.tracks import Track
from bot.messages import Quoted, Reply, Sayable, _, lines
from bot.ports.talking import Awaited
from handlers.talking.meaning.whom import LINE_SHOWN, PutAway
from handlers.talking.ordinary.care import is_danger
from handlers.talking.phrases import short
from handlers.talking.rights.whose import note_whose
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.question import Question, read_question
from handlers.talking.routing.tap import LiveTap, button
from handlers.talking.turn import Replies, Turn

SHOWN = 400
MOST = 2000
"""Characters of an answer that comes in several messages."""


@dataclass(frozen=True)
class ReplyMeant(Question):
    """Whether pending words answer a question (`awaits`, with its `values`), about whose track."""

    kind = Awaited.ASKED
    awaits: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    track: int | None = None

    @property
    def awaited(self) -> Question | None:
        """The question that they may answer."""
        known = self.awaits in tuple(Awaited)
        return read_question(Awaited(self.awaits), self.values) if known else None


class SendReply(LiveTap, code="ya"):
    """Say that words are the answer, which is sent."""


class KeepReply(LiveTap, code="yn"):
    """Say that words are a note, and no answer."""


def offer_reply(turn: Turn, awaited: Question, track: Track | None, text: str) -> Replies:
    """Ask whether words answer a question; what follows while that is asked goes with them."""
    meant = ReplyMeant(
        pending=text,
        pending_source=turn.said.ref,
        awaits=awaited.kind.value,
        values=awaited.data(),
        track=track.id if track and track.scoring_role else None,
    )
    former = turn.asked(ReplyMeant)
    if former and former.awaited == awaited and len(former.pending) + len(text) < MOST:
        meant = ReplyMeant(**{**vars(meant), "pending": f"{former.pending}\n{text}"})
    if track is not None:
        turn.tell_of(track.student_id)
    turn.ask(meant)
    asked = stand_reply(turn, meant)
    return [asked] if asked else []


def stand_reply(turn: Turn, meant: ReplyMeant) -> Reply | None:
    """Ask it, or ask it again; None where it is not asked any more."""
    route = turn.table.question(meant.awaited)
    presented = route.presents(turn, meant.awaited) if route and route.presents else None
    if presented is None or not meant.pending:
        return None
    serial = turn.dialogue.serial
    rows = [(button(_("yes, send it"), SendReply(serial)),)]
    if turn.scored_track(meant.track) and not is_danger(turn, meant.pending):
        rows.append((button(_("keep it as a note"), KeepReply(serial)),))
    rows.append((button(_("no"), PutAway(serial)),))
    return Reply(lines(presented, Quoted(short(meant.pending, SHOWN))), tuple(rows))


def tapped_reply(turn: Turn, _tap: SendReply) -> Answered:
    """Send words as the answer that they are."""
    meant = turn.asked(ReplyMeant)
    route = turn.table.question(meant.awaited) if meant else None
    if meant is None or route is None or route.takes is None:
        return None
    turn.waits_no_more = True
    turn.speak_for(meant.pending_source)
    note_whose(turn, meant.awaited)
    return route.takes(turn, meant.awaited, meant.pending)


def tapped_note_instead(turn: Turn, _tap: KeepReply) -> Answered:
    """Offer words as a note: nothing is sent."""
    meant = turn.asked(ReplyMeant)
    track = turn.scored_track(meant.track) if meant else None
    if meant is None or track is None:
        return None
    turn.waits_no_more = True
    return [turn.table.remark(turn, track, meant.pending, meant.pending_source)]


def say_unsent(turn: Turn, before: Question | None) -> Replies:
    """Say that words were not sent, or stored, which waited before this turn and wait no more."""
    now = turn.question
    kept = before is None or turn.waits_no_more or (now and before.pending in now.pending)
    if before is None or kept or turn.said.edited:
        return []
    said: Sayable = short(before.pending, LINE_SHOWN)
    if isinstance(before, ReplyMeant):
        return [Reply(_("“{words}” was not sent: it still waited for an answer.", words=said))]
    return [Reply(_("“{line}” was not stored: it still waited for an answer.", line=said))]
