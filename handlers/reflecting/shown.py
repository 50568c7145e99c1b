"""An answer as it is shown: to its student with all that can be done, to others to read."""

from collections.abc import Iterable, Iterator

from bot.domain.reflecting.sharing import READERS, Share
from bot.domain.school.tracks import Role
from bot.messages import Button, Day, Moment, Quoted, Reply, Sayable, Text, _, lines, words
from bot.ports.reflecting.answers import AnswerPart, Reflection
from bot.showing.words.attached import FILE_WORD
from bot.use_cases.reflecting.find_own_answer import OwnAnswer, find_own_answer
from bot.use_cases.reflecting.see_readers import see_readers
from handlers.reflecting.following import REPLIED
from handlers.reflecting.questions import numbered, question_words
from handlers.reflecting.taps import (
    FinishAnswer,
    OfferEvidence,
    OfferGivers,
    SetGoal,
    ShareAnswer,
    ShowMore,
    WithdrawAnswer,
)
from handlers.talking.naming.in_role import in_role
from handlers.talking.paging import pages_of, turning
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NOT_YOURS = _("That answer is not there for you, or not any more.")
READ_BY = {
    Share.ME: _("Only you read it."),
    Share.COACH: _("You and your coach read it, nobody else."),
    Share.ALL: _("You, your coach, your mentor and your teacher read it."),
}
ALONE = {
    Share.COACH: _(
        "Only you read it: you have no coach here at the moment. Once it is done, you can share it "
        "with your mentor and your teacher instead."
    ),
    Share.ALL: _("Only you read it: nobody is around you here at the moment."),
}
"""What is said where an answer is shared with people who are not there."""

SHARE_BUTTON = {
    Share.ME: _("only me"),
    Share.COACH: _("share with coach"),
    Share.ALL: _("with coach, mentor, teacher"),
}


def read_by(turn: Turn, share: Share, track_ids: Iterable[int]) -> Text:
    """Say who reads an answer that is shared so, on one of these tracks; nobody who is not there.

    Where there are several the answer may come to be about any: who lacks on one is not counted on.
    """
    if share is Share.ME:
        return READ_BY[share]
    for track_id in track_ids:
        around = see_readers(turn.uow, track_id)
        if not around & READERS[share]:
            return ALONE[share]
        if Role.COACH not in around:
            return _("You, your mentor and your teacher read it; you have no coach here.")
    return READ_BY[share]


def own_answer(turn: Turn, answer_id: int | None) -> OwnAnswer | None:
    """Find an answer of this person's own."""
    return find_own_answer(turn.uow, turn.person.id, answer_id)


def show_answer(turn: Turn, answer_id: int, *, page: int = 0, edit: bool = False) -> Replies:
    """Show an answer as it stands now to whoever may read it, its student with all to be done.

    A long one comes in pages, counted from 0.
    """
    answer = turn.uow.answer_reads.find(turn.person.id, answer_id)
    if answer is None:
        return [Reply(NOT_YOURS)]
    own = answer.student_id == turn.person.id
    unfinished = _("It is not finished yet, so nobody else sees it.")
    head, *said = describe(turn, answer, unfinished, own=own)
    pages = pages_of(said)
    page = min(page, len(pages) - 1)
    ways = turning(pages, page, lambda other: ShowMore(answer.id, other))
    rows = (*((ways,) if ways else ()), *(_buttons(answer) if own else ()))
    return [Reply(lines(head, *pages[page]), rows, edit=edit)]


def _buttons(answer: Reflection) -> tuple[tuple[Button, ...], ...]:
    withdraw = button(_("withdraw"), WithdrawAnswer(answer.id, "ask"))
    if answer.done_at is None:
        return ((button(_("done"), FinishAnswer(answer.id)), withdraw),)
    shares = tuple(
        button(label, ShareAnswer(answer.id, share))
        for share, label in SHARE_BUTTON.items()
        if share is not answer.share
    )
    return (
        shares,
        (
            button(_("as evidence"), OfferEvidence(answer.id)),
            button(_("goal for next week"), SetGoal(answer.id)),
        ),
        (button(_("ask for feedback"), OfferGivers(answer.id)), withdraw),
    )


def describe(
    turn: Turn, answer: Reflection, unfinished: Text, length: int = 0, *, own: bool
) -> Iterator[Sayable]:
    """Say an answer as a whole: when, to what, its words cut to a length, what came of it.

    The student also reads who else does; `unfinished` says that it is not done.
    """
    yield heading(turn, answer, own=own)
    yield from words_of(answer, length)
    yield from _outcomes(turn, answer)
    if answer.done_at is None:
        yield unfinished
    elif own:
        yield read_by(turn, answer.share, [answer.track_id])


def heading(turn: Turn, answer: Reflection, *, own: bool) -> Sayable:
    """Say when an answer was given, by whom where it is somebody else's, and to what."""
    track = turn.track(answer.track_id)
    name = first_name(track) if track and not own else ""
    goal = answer.question.goal if answer.question else ""
    return lines(
        words(Moment(answer.said_at), name, by=" · "),
        _("Goal: “{goal}”", goal=goal) if goal else None,
        question_words(turn, answer.question) if answer.question else None,
    )


def words_of(answer: Reflection, length: int = 0) -> Iterator[Sayable]:
    """Quote the messages of an answer, cut to a length where there is one."""
    for part in answer.parts:
        yield _quoted(part, length)


def _quoted(part: AnswerPart, length: int) -> Sayable:
    text = short(part.text, length) if length else part.text
    asked = REPLIED[part.replies_to] if part.replies_to else None
    return words(asked, FILE_WORD.get(part.kind), Quoted(text) if text else None)


def _outcomes(turn: Turn, answer: Reflection) -> Iterator[Sayable]:
    """Say what came of an answer: evidence, goals, feedback."""
    track = turn.track(answer.track_id)
    if answer.evidence and track:
        named = numbered(turn.programme(track), answer.evidence)
        yield _(
            "Evidence for {numbers}", numbers=", ".join(number for number, _text in named.values())
        )
    for goal in answer.goals:
        yield _("Goal from {day} on: “{goal}”", day=Day(goal.due_at), goal=goal.text)
    for feedback in answer.feedback:
        giver = in_role(turn, feedback.giver, answer.track_id, Role.TEACHER)
        yield _feedback_of(giver, feedback.text)


def _feedback_of(giver: Sayable, text: str | None) -> Text:
    if text is None:
        return _("{giver} was asked for feedback.", giver=giver)
    return _("Feedback of {giver}: “{text}”", giver=giver, text=text)
