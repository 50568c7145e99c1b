"""The short questions that follow on an answer while it comes in, one at a time."""

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from bot.domain.reflecting.following import FollowUp, Said, Tone, next_follow_up, told, tone_of
from bot.domain.school.naming import in_full
from bot.messages import Sayable, _
from bot.ports.reflecting.answers import AnswerPart, Reflection
from handlers.reflecting.asked import AnswerAwaited
from handlers.reflecting.questions import question_words
from handlers.talking.ordinary.care import is_danger
from handlers.talking.turn import Turn

WAYS_TO_ASK: dict[tuple[FollowUp, Tone | None], tuple[Sayable, ...]] = {
    (FollowUp.HAPPENED, None): (
        _("What happened exactly?"),
        _("Take one moment of it: what did you do?"),
        _("What did you do first, and what then?"),
    ),
    (FollowUp.JUDGED, None): (
        _("How do you judge it yourself?"),
        _("What of it went well, and what less well?"),
        _("Are you content with how it went?"),
    ),
    (FollowUp.WHY, None): (
        _("Why did it go like that, do you think?"),
        _("What was that due to?"),
    ),
    (FollowUp.WHY, Tone.GLAD): (
        _("What did you do yourself that made it go well?"),
        _("Why did it work this time?"),
    ),
    (FollowUp.WHY, Tone.HARD): (
        _("What made it hard?"),
        _("Why did it not go as you wanted?"),
    ),
    (FollowUp.NEXT, None): (
        _("What will you do with that next time?"),
        _("What comes next for you in this?"),
    ),
    (FollowUp.NEXT, Tone.GLAD): (
        _("Where can you use that again?"),
        _("What would make it even better next time?"),
    ),
    (FollowUp.NEXT, Tone.HARD): (
        _("What will you try differently next time?"),
        _("What do you need to make it work next time?"),
    ),
}
"""The words of each, which build on how the answer judges what was done."""

REPLIED = {
    FollowUp.HAPPENED: _("What happened?"),
    FollowUp.JUDGED: _("How was it?"),
    FollowUp.WHY: _("Why?"),
    FollowUp.NEXT: _("What next?"),
}
"""What stands before a reply where an answer is read."""


def follow(turn: Turn, question: AnswerAwaited, answer: Reflection) -> AnswerAwaited:
    """Choose what is asked next on an answer, if anything; nothing once words tell of danger."""
    most = turn.uow.paces.read_follow_ups(turn.person.id)
    if any(is_danger(turn, in_full(part.text)) for part in answer.parts):
        return replace(question, awaits="")
    asked = [FollowUp(step) for step in question.followed]
    step = next_follow_up(_asks(turn, answer), _said(answer), asked, question.skipped, most)
    if step is None:
        return replace(question, awaits="")
    return replace(question, awaits=step.value, followed=[*question.followed, step.value])


def follow_up_words(awaits: str, answer: Reflection) -> Sayable | None:
    """Ask the follow-up that is awaited; the same words each time, others on another answer."""
    if not awaits:
        return None
    step, tone = FollowUp(awaits), tone_of(_said(answer))
    ways = WAYS_TO_ASK.get((step, tone)) or WAYS_TO_ASK[step, None]
    return ways[crc32(f"{answer.id} {awaits}".encode()) % len(ways)]


def tells_of(turn: Turn, answer: Reflection) -> int:
    """Count how much of the four an answer tells."""
    return len(told(_asks(turn, answer), _said(answer)))


def _asks(turn: Turn, answer: Reflection) -> str:
    return question_words(turn, answer.question) if answer.question else ""


def _said(answer: Reflection) -> Sequence[Said]:
    return [_message(part) for part in answer.parts]


def _message(part: AnswerPart) -> Said:
    # What is asked next goes by the words themselves, also where they are not said.
    return Said(in_full(part.text), part.replies_to, spoken=part.kind == "voice")
