"""The question of a workplace day, at the student's own hour, in the message of that day."""

from collections.abc import Sequence

from bot.messages import MessageKind, _, lines
from bot.ports.telling.errands import Errand
from bot.use_cases.reflecting.ask_prompt import REMEMBERED, ask_prompt
from handlers.reflecting.questions import is_known, own_tracks, question_asked, question_buttons
from handlers.talking.routing.doors import ChangeWeek
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_prompt(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Ask the question of today; nothing before its hour, nor where one was asked today."""
    errand = next((errand for errand in errands if errand.due_at <= turn.at), None)
    if errand is None:
        return None
    prompt = turn.uow.prompts.find_latest(turn.person.id, turn.today_begins)
    if prompt is not None and prompt.errand_id != errand.id:
        return None
    if prompt is None or not is_known(turn, prompt):
        prompt = ask_prompt(turn.uow, turn.person, own_tracks(turn), turn.at, errand.id)
    if prompt is None:
        return None
    text, rows = question_asked(turn, prompt), question_buttons(prompt)
    if len(turn.uow.prompts.list_asked(turn.person.id, turn.at - REMEMBERED)) == 1:
        explained = _(
            "After each workplace day I ask one question like this. Who reads your answer, you "
            "choose."
        )
        text = lines(text, explained)
        rows = (*rows, (button(_("when I ask"), ChangeWeek("show", "0")),))
    return MessagePart(text, rows, MessageKind.PROMPT)
