"""What a tap does with an answer: show it, share it, withdraw it."""

from bot.messages import Reply, _
from bot.use_cases.reflecting.share_answer import share_answer
from bot.use_cases.reflecting.withdraw_answer import withdraw_answer
from handlers.reflecting.asked import AnswerAwaited, EvidenceAwaited, GoalAwaited
from handlers.reflecting.shown import NOT_YOURS, own_answer, show_answer
from handlers.reflecting.taps import ShareAnswer, ShowAnswer, ShowMore, WithdrawAnswer
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def tapped_answer(turn: Turn, tap: ShowAnswer) -> Replies:
    """Show one answer to whoever may read it; whoever chose evidence for it is ready."""
    choosing = turn.asked(EvidenceAwaited)
    if choosing is not None and choosing.answer == tap.answer:
        turn.close()
    return show_answer(turn, tap.answer, edit=tap.where == "here")


def tapped_more(turn: Turn, tap: ShowMore) -> Replies:
    """Show another page of an answer."""
    return show_answer(turn, tap.answer, page=tap.page, edit=True)


def tapped_share(turn: Turn, tap: ShareAnswer) -> Replies:
    """Change who may read an answer."""
    answer = own_answer(turn, tap.answer)
    if answer is None:
        return [Reply(NOT_YOURS)]
    share_answer(turn.uow, answer, tap.share, turn.at)
    return show_answer(turn, answer.id, edit=True)


def tapped_withdraw(turn: Turn, tap: WithdrawAnswer) -> Replies:
    """Take an answer back, once the student is sure."""
    answer = own_answer(turn, tap.answer)
    if answer is None:
        return [Reply(NOT_YOURS)]
    if tap.sure == "ask":
        text = _(
            "Withdraw this answer? Its words are deleted, and so are its goal and what it was "
            "evidence for."
        )
        row = (
            button(_("yes, withdraw it"), WithdrawAnswer(answer.id, "yes")),
            button(_("no, keep it"), ShowAnswer(answer.id, "here")),
        )
        return [offer(turn, Reply(text, (row,), edit=True))]
    withdraw_answer(turn.uow, answer, turn.at)
    if _awaited(turn) == answer.id:
        turn.close()
    return [Reply(_("Withdrawn: its words are deleted."), edit=True)]


def _awaited(turn: Turn) -> int | None:
    """Say of which answer the dialogue awaits something, if it is about one."""
    question = turn.question
    if isinstance(question, AnswerAwaited | GoalAwaited | EvidenceAwaited):
        return question.answer
    return None
