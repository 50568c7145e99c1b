"""An answer as it is shown: to its student with all that can be done, to others to read."""

from collections.abc import Iterator

from bot.domain.reflecting.sharing import Share
from bot.messages import Button, Day, Moment, Reply, Sayable, Text, _, lines, words
from bot.ports.reflecting.answers import AnswerPart, Reflection
from bot.use_cases.reflecting.ask_feedback import show_anew
from handlers.reflecting.asked import AnswerAwaited, EvidenceAwaited, GoalAwaited
from handlers.reflecting.questions import numbered, question_words
from handlers.reflecting.taps import (
    FinishAnswer,
    OfferEvidence,
    OfferGivers,
    SetGoal,
    ShareAnswer,
    ShowAnswer,
    WithdrawAnswer,
)
from handlers.talking.phrases import first_name, short
from handlers.talking.tap import button
from handlers.talking.turn import Replies, Turn

NOT_YOURS = _("That answer is not there for you, or not any more.")
READ_BY = {
    Share.ME: _("Only you read it."),
    Share.COACH: _("You and your coach read it, nobody else."),
    Share.ALL: _("You, your coach, your mentor and your teacher read it."),
}
SHARE_BUTTON = {
    Share.ME: _("only me"),
    Share.COACH: _("share with coach"),
    Share.ALL: _("with coach, mentor, teacher"),
}
FILE_WORD = {"photo": _("[photo]"), "voice": _("[voice note]")}


def mine(turn: Turn, answer_id: int) -> Reflection | None:
    """Find an answer of this person's own."""
    found = turn.uow.answer_reads.find(turn.person.id, answer_id) if answer_id else None
    return found if found and found.student_id == turn.person.id else None


def awaited_of(turn: Turn) -> int | None:
    """Say of which answer the dialogue awaits something, if it is about one."""
    question = turn.question
    if isinstance(question, AnswerAwaited | GoalAwaited | EvidenceAwaited):
        return question.answer
    return None


def changed(turn: Turn, answer_id: int) -> None:
    """Show what became of an answer to those who were asked for feedback on it."""
    show_anew(turn.uow, answer_id, turn.at)


def done(turn: Turn, answer_id: int) -> Replies:
    """End an answer and show it."""
    if mine(turn, answer_id) is None:
        return [Reply(NOT_YOURS)]
    turn.uow.answers.finish(answer_id, turn.at)
    return shown_again(turn, answer_id, edit=True)


def tapped_read(turn: Turn, tap: ShowAnswer) -> Replies:
    """Show one answer to whoever may read it; whoever chose evidence for it is ready."""
    choosing = turn.asked(EvidenceAwaited)
    if choosing is not None and choosing.answer == tap.answer:
        turn.close()
    return shown_again(turn, tap.answer, edit=tap.where == "here")


def shown_again(turn: Turn, answer_id: int, *, edit: bool = False) -> Replies:
    """Show an answer as it stands now."""
    found = turn.uow.answer_reads.find(turn.person.id, answer_id)
    if found is None:
        return [Reply(NOT_YOURS)]
    own = found.student_id == turn.person.id
    buttons = _buttons(found) if own else ()
    return [Reply(lines(*_whole(turn, found, own=own)), buttons, edit=edit)]


def tapped_share(turn: Turn, tap: ShareAnswer) -> Replies:
    """Change who may read an answer."""
    found = mine(turn, tap.answer)
    if found is None:
        return [Reply(NOT_YOURS)]
    turn.uow.answers.set_share(found.id, tap.share)
    changed(turn, found.id)
    return shown_again(turn, found.id, edit=True)


def tapped_withdraw(turn: Turn, tap: WithdrawAnswer) -> Replies:
    """Take an answer back, once the student is sure."""
    found = mine(turn, tap.answer)
    if found is None:
        return [Reply(NOT_YOURS)]
    if tap.sure == "ask":
        text = _(
            "Withdraw this answer? Its words are deleted, and so are its goal and what it was "
            "evidence for."
        )
        row = (
            button(_("yes, withdraw it"), WithdrawAnswer(found.id, "yes")),
            button(_("no, keep it"), ShowAnswer(found.id, "here")),
        )
        return [Reply(text, (row,), edit=True)]
    turn.uow.answers.withdraw(found.id, turn.at)
    changed(turn, found.id)
    if awaited_of(turn) == found.id:
        turn.close()
    return [Reply(_("Withdrawn: its words are deleted."), edit=True)]


def _buttons(one: Reflection) -> tuple[tuple[Button, ...], ...]:
    withdraw = button(_("withdraw"), WithdrawAnswer(one.id, "ask"))
    if one.done_at is None:
        return ((button(_("done"), FinishAnswer(one.id)), withdraw),)
    shares = tuple(
        button(label, ShareAnswer(one.id, share))
        for share, label in SHARE_BUTTON.items()
        if share is not one.share
    )
    return (
        shares,
        (
            button(_("as evidence"), OfferEvidence(one.id)),
            button(_("goal for next week"), SetGoal(one.id)),
        ),
        (button(_("ask for feedback"), OfferGivers(one.id)), withdraw),
    )


def _whole(turn: Turn, one: Reflection, *, own: bool) -> Iterator[Sayable]:
    yield heading(turn, one, own=own)
    yield from words_of(one)
    yield from outcomes(turn, one)
    if one.done_at is None:
        yield _("It is not finished yet, so nobody else sees it.")
    elif own:
        yield READ_BY[one.share]


def heading(turn: Turn, one: Reflection, *, own: bool) -> Sayable:
    """Say when an answer was given, by whom where it is somebody else's, and to what."""
    track = turn.track(one.track_id)
    name = first_name(track) if track and not own else ""
    goal = one.question.goal if one.question else ""
    return lines(
        words(Moment(one.said_at), name, by=" · "),
        _("Goal: “{goal}”", goal=goal) if goal else None,
        question_words(turn, one.question) if one.question else None,
    )


def words_of(one: Reflection, length: int = 0) -> Iterator[Sayable]:
    """Give the messages of an answer, cut to a length where there is one."""
    for part in one.parts:
        yield _part(part, length)


def _part(part: AnswerPart, length: int) -> Sayable:
    text = short(part.text, length) if length else part.text
    return words(FILE_WORD.get(part.kind), f"“{text}”" if text else None)


def outcomes(turn: Turn, one: Reflection) -> Iterator[Sayable]:
    """Say what came of an answer: evidence, goals, feedback."""
    track = turn.track(one.track_id)
    if one.evidence and track:
        numbers = [
            number for number, _text in numbered(turn.programme(track), one.evidence).values()
        ]
        yield _("Evidence for {numbers}", numbers=", ".join(numbers))
    for goal in one.goals:
        yield _("Goal from {day} on: “{goal}”", day=Day(goal.due_at), goal=goal.text)
    for given in one.feedback:
        yield _said_of(given.giver, given.text)


def _said_of(giver: str, text: str | None) -> Text:
    if text is None:
        return _("{giver} was asked for feedback.", giver=giver)
    return _("Feedback of {giver}: “{text}”", giver=giver, text=text)
