"""The question of a workplace day, at the student's own hour, in the message of that day."""

from collections.abc import Iterator, Sequence

from bot.domain.reflecting.pace import Pace
from bot.domain.reflecting.prompting import FIRST_WEEK
from bot.messages import Button, MessageKind, Sayable, _, lines
from bot.ports.telling.errands import Errand
from bot.use_cases.reflecting.prompting.ask_prompt import REMEMBERED, ask_prompt, is_at_work
from handlers.reflecting.questions import is_known, own_tracks, question_asked, question_buttons
from handlers.reflecting.week import EVERY_DAY, FEWER, days_said, pace_before, pace_changed
from handlers.talking.routing.doors import ChangeWeek
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_prompt(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Ask the question of today; nothing before its hour, nor where one was asked today.

    Nothing either where today turned out to be no workplace day.
    """
    errand = next((errand for errand in errands if errand.due_at <= turn.at), None)
    if errand is None or not is_at_work(turn.uow, turn.person, turn.at):
        return None
    prompt = turn.uow.prompts.find_latest(turn.person.id, turn.today_begins)
    if prompt is not None and prompt.errand_id != errand.id:
        return None
    if prompt is None or not is_known(turn, prompt):
        prompt = ask_prompt(turn.uow, turn.person, own_tracks(turn), turn.at, errand.id)
    if prompt is None:
        return None
    first_at = turn.uow.paces.find_first(turn.person.id, prompt.at - REMEMBERED) or prompt.at
    pace = pace_before(turn, prompt.at)
    text = lines(
        *(_introduce(turn) if first_at == prompt.at else ()),
        FEWER.get(pace) if pace_changed(turn, prompt.at) else None,
        question_asked(turn, prompt),
    )
    changes = _offer_change(pace, new=prompt.at - first_at < FIRST_WEEK)
    return MessagePart(text, (*question_buttons(prompt), *changes), MessageKind.PROMPT)


def _introduce(turn: Turn) -> Iterator[Sayable]:
    """Say what these questions are, with the very first one that comes unasked."""
    yield _(
        "After a day at work I ask you one question, to look back on it. A few words are enough, "
        "you may skip it, and you choose who reads your answer."
    )
    days = days_said(turn.uow.prompts.read_wishes(turn.person.id))
    yield _("Your workplace days, as far as I know: {days}.", days=days)


def _offer_change(pace: Pace, *, new: bool) -> Iterator[tuple[Button, ...]]:
    """Offer every day again to whom it was made less, and the own week in the first one."""
    if pace is not Pace.DAILY:
        yield (button(EVERY_DAY, ChangeWeek("pace", "daily")),)
    if new:
        yield (button(_("when I ask"), ChangeWeek("show", "0")),)
