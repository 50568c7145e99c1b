"""The question of a workplace day, at the student's own hour, in the message of that day."""

from collections.abc import Sequence

from bot.messages import MessageKind, Sayable, _, lines
from bot.ports.reflecting.prompts import AskedPrompt
from bot.ports.telling.errands import Errand
from bot.use_cases.reflecting.ask_prompt import REMEMBERED, ask_prompt
from handlers.reflecting.questions import is_known, own_tracks, question_asked, question_buttons
from handlers.talking.doors import ChangeWeek
from handlers.talking.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def prompt(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Ask the question of today; nothing before its hour, and nothing to who was asked today."""
    errand = next((one for one in errands if one.due_at <= turn.at), None)
    if errand is None:
        return None
    asked = turn.uow.prompts.find_latest(turn.person.id, turn.today_begins)
    if asked is not None and asked.errand_id != errand.id:
        return None
    question = asked if asked is not None and is_known(turn, asked) else _new(turn, errand)
    if question is None:
        return None
    text, rows = question_asked(turn, question), question_buttons(question)
    if len(turn.uow.prompts.list_asked(turn.person.id, turn.at - REMEMBERED)) == 1:
        text = lines(text, _explained())
        rows = (*rows, (button(_("when I ask"), ChangeWeek("show", "0")),))
    return MessagePart(text, rows, MessageKind.PROMPT)


def _new(turn: Turn, errand: Errand) -> AskedPrompt | None:
    return ask_prompt(turn.uow, turn.person, own_tracks(turn), turn.at, errand.id)


def _explained() -> Sayable:
    return _(
        "After each workplace day I ask one question like this. Who reads your answer, you choose."
    )
