"""An answer while it comes in: several messages in a row are one, until Done."""

from dataclasses import replace

from bot.domain.reflecting.following import FollowUp, could_reply
from bot.messages import Reply, Sayable, _, _n, lines
from bot.ports.reflecting.answers import AnswerPart, Reflection
from bot.ports.reflecting.prompts import AskedPrompt
from bot.use_cases.reflecting.add_part import add_part
from bot.use_cases.reflecting.begin_answer import begin_answer
from bot.use_cases.reflecting.correct_answer import correct_answer
from bot.use_cases.reflecting.finish_answer import finish_answer
from handlers.reflecting.asked import AnswerAwaited, AnswerMeant
from handlers.reflecting.following import follow, follow_up_words, tells_of
from handlers.reflecting.questions import own_tracks, question_words
from handlers.reflecting.shown import NOT_YOURS, own_answer, read_by, show_answer
from handlers.reflecting.taps import (
    FinishAnswer,
    ShowAnswer,
    SkipFollowUp,
    TakeAsAnswer,
    WithdrawAnswer,
)
from handlers.talking.meaning.meant import still_asked, take_pending
from handlers.talking.meaning.words import keyword_of
from handlers.talking.rights.held import say_held
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

KEPT_FILES = ("photo", "voice")
"""What an answer may have beside words."""

FILE_NOTE = _(
    "A photo or a voice note stays in this chat: who reads your answer reads that there is one, "
    "and does not get the file itself."
)


def await_answer(turn: Turn, prompt: AskedPrompt | None) -> Replies:
    """Wait for the messages of an answer."""
    text = lines(
        question_words(turn, prompt) if prompt else None,
        _("Type your answer, in as many messages as you like, and tap Done at the end. A "
          "photo or a voice note is welcome, too."),
        read_by(
            turn,
            turn.uow.prompts.read_wishes(turn.person.id).share,
            [track.id for track in own_tracks(turn)],
        ),
    )  # fmt: skip
    return await_words(turn, AnswerAwaited(asked=prompt.id if prompt else None), text)


def typed_part(turn: Turn, question: AnswerAwaited, text: str) -> Replies:
    """Take a typed message as part of the answer; 'done' ends it, 'skip' leaves a follow-up."""
    if keyword_of(text) == "done" and question.answer and own_answer(turn, question.answer):
        return _finish(turn, question.answer)
    if keyword_of(text) == "skip" and question.awaits:
        return _skip(turn, question)
    source = question.source or turn.said.ref
    return _take(turn, question, AnswerPart("text", text, source=source))


def tapped_meant(turn: Turn, _tap: TakeAsAnswer) -> Replies:
    """Take what was typed before as part of the answer."""
    pending = take_pending(turn)
    if pending is None:  # a second tap
        kept = turn.table.kept(turn)
        return [kept] if kept else []
    turn.waits_no_more = True
    meant = turn.asked(AnswerMeant) or AnswerMeant()
    return typed_part(turn, AnswerAwaited(asked=meant.asked, source=meant.source), pending)


def file_part(turn: Turn) -> Replies | None:
    """Keep a reference to a photo or a voice note of an answer; None where none is awaited."""
    said, question = turn.said, turn.asked(AnswerAwaited)
    if question is None or not turn.awaits_words or said.media not in KEPT_FILES:
        return None
    return _take(turn, question, AnswerPart(said.media, said.caption, said.file, said.ref))


def tapped_skip_follow_up(turn: Turn, tap: SkipFollowUp) -> Replies:
    """Leave a follow-up: the next one, if any, takes its place."""
    question = turn.asked(AnswerAwaited)
    if question is None or question.answer != tap.answer:
        return show_answer(turn, tap.answer)
    if question.awaits == tap.step:
        return [replace(reply, edit=True) for reply in _skip(turn, question)]
    kept = so_far(turn, question)  # a second tap
    return [replace(kept, edit=True)] if kept else []


def _skip(turn: Turn, question: AnswerAwaited) -> Replies:
    return _go_on(turn, replace(question, skipped=question.skipped + 1))


def _take(turn: Turn, question: AnswerAwaited, part: AnswerPart) -> Replies:
    if (held := say_held(turn)) is not None:
        turn.close()
        return [Reply(held)]
    if question.awaits and _is_reply(turn, part):
        part = replace(part, replies_to=FollowUp(question.awaits))
    elif question.awaits:  # it was on its way before, so what was asked may be asked again
        question = replace(question, awaits="", followed=question.followed[:-1])
    answer_id = _kept(turn, question, part)
    if answer_id is None:
        turn.close()
        return [Reply(_("You are no student here at the moment, so nothing was stored."))]
    note = FILE_NOTE if part.kind in KEPT_FILES else None
    return _go_on(turn, replace(question, answer=answer_id, source=""), note)


def _is_reply(turn: Turn, part: AnswerPart) -> bool:
    asked_at = turn.dialogue.asked_at
    return asked_at is None or could_reply(part.text, turn.at - asked_at)


def _go_on(turn: Turn, question: AnswerAwaited, note: Sayable | None = None) -> Replies:
    """Say what is kept of an answer, and ask what follows on it, if anything does."""
    answer = own_answer(turn, question.answer)
    if answer is None:
        return []
    question = follow(turn, question, answer)
    turn.keep(question)
    return [_so_far(question, answer, note)]


def _kept(turn: Turn, question: AnswerAwaited, part: AnswerPart) -> int | None:
    """Keep a message of an answer, which begins with the first one; gives the answer's id."""
    begun = own_answer(turn, question.answer)
    if begun is None:
        tracks = own_tracks(turn)
        return begin_answer(turn.uow, turn.person, tracks, part, turn.at, question.asked)
    add_part(turn.uow, begun, part, turn.at)
    return begun.id


def so_far(turn: Turn, question: AnswerAwaited) -> Reply | None:
    """Say how much of an answer is kept while it comes in, and offer to end it or take it back."""
    answer = own_answer(turn, question.answer)
    return _so_far(question, answer) if answer else None


def _so_far(question: AnswerAwaited, answer: Reflection, note: Sayable | None = None) -> Reply:
    count = len(answer.parts)
    said = _n("Kept: {count} message so far.", "Kept: {count} messages so far.", count)
    end = button(_("done"), FinishAnswer(answer.id))
    ways = [end, button(_("withdraw"), WithdrawAnswer(answer.id, "ask"))]
    if question.awaits:
        step = FollowUp(question.awaits)
        ways.insert(0, button(_("skip"), SkipFollowUp(answer.id, step)))
    return Reply(lines(said, note, follow_up_words(question.awaits, answer)), (tuple(ways),))


def tapped_done(turn: Turn, tap: FinishAnswer) -> Replies:
    """End an answer: it is one from now on, and those it is shared with can read it."""
    return _finish(turn, tap.answer)


def _finish(turn: Turn, answer_id: int) -> Replies:
    awaited = turn.asked(AnswerAwaited)
    if awaited is not None and awaited.answer == answer_id:
        if (first := still_asked(turn)) is not None:
            return [first]
        turn.close()
    answer = own_answer(turn, answer_id)
    if answer is None:
        return [Reply(NOT_YOURS)]
    skipped = bool(awaited and awaited.answer == answer_id and awaited.skipped)
    finish_answer(turn.uow, answer, turn.at, tells_of(turn, answer), skipped=skipped)
    return show_answer(turn, answer.id, edit=True)


def edited_part(turn: Turn, text: str) -> Replies | None:
    """Let an edited message correct the answer it is part of; None where it is of none."""
    answer_id = correct_answer(turn.uow, turn.person.id, turn.said.ref, text, turn.at)
    if answer_id is None:
        return None
    see = button(_("see the answer"), ShowAnswer(answer_id))
    return [Reply(_("Corrected in your answer."), ((see,),))]
