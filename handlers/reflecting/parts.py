"""An answer while it comes in: several messages in a row are one, until Done."""

from dataclasses import replace

from bot.messages import Reply, _, _n, lines
from bot.ports.reflecting.answers import AnswerPart, Reflection
from bot.ports.reflecting.prompts import AskedPrompt
from handlers.reflecting.asked import AnswerAwaited, AnswerMeant
from handlers.reflecting.questions import own_tracks, question_words
from handlers.reflecting.shown import READ_BY, changed, done, mine
from handlers.reflecting.taps import FinishAnswer, ShowAnswer, TakeAsAnswer, WithdrawAnswer
from handlers.talking.meant import still_asked, take_pending
from handlers.talking.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import PutAway
from handlers.talking.words import keyword_of

KEPT_FILES = ("photo", "voice")
"""What an answer may have beside words."""

FILE_NOTE = _(
    "Of a photo or a voice note I keep what your chat calls it, not the file itself: it stays "
    "where you sent it."
)


def await_answer(turn: Turn, question: AskedPrompt | None) -> Reply:
    """Wait for the messages of an answer."""
    share = turn.uow.prompts.read_wishes(turn.person.id).share
    serial = turn.ask(AnswerAwaited(asked=question.id if question else None))
    return Reply(
        lines(
            question_words(turn, question) if question else None,
            _("Type your answer, in as many messages as you like, and tap Done at the end. A "
              "photo or a voice note is welcome, too."),
            READ_BY[share],
        ),
        ((button(_("cancel"), PutAway(serial)),),),
    )  # fmt: skip


def typed_part(turn: Turn, question: AnswerAwaited, text: str) -> Replies:
    """Take a typed message as part of the answer; 'done' ends it."""
    if keyword_of(text) == "done" and question.answer and mine(turn, question.answer):
        return _finish(turn, question.answer)
    source = question.source or turn.said.ref
    return _taken(turn, question, AnswerPart("text", text, source=source))


def tapped_meant(turn: Turn, _tap: TakeAsAnswer) -> Replies:
    """Take what was typed before as part of the answer."""
    pending = take_pending(turn)
    if pending is None:  # a second tap
        kept = turn.table.kept(turn)
        return [kept] if kept else []
    meant = turn.asked(AnswerMeant) or AnswerMeant()
    return typed_part(turn, AnswerAwaited(asked=meant.asked, source=meant.source), pending)


def sent_file(turn: Turn) -> Replies | None:
    """Keep a reference to a photo or a voice note of an answer; None where none is awaited."""
    said, question = turn.said, turn.asked(AnswerAwaited)
    if question is None or not turn.awaits_words or said.media not in KEPT_FILES:
        return None
    return _taken(turn, question, AnswerPart(said.media, said.caption, said.file, said.ref))


def _taken(turn: Turn, question: AnswerAwaited, part: AnswerPart) -> Replies:
    reflection = mine(turn, question.answer or 0) or _begun(turn, question)
    if reflection is None:
        turn.close()
        return [Reply(_("You are no student here at the moment, so nothing was stored."))]
    turn.uow.answers.add_part(reflection.organisation_id, reflection.id, part, turn.at)
    question = replace(question, answer=reflection.id, source="")
    turn.keep(question)
    kept = so_far(turn, question)
    note = FILE_NOTE if part.kind in KEPT_FILES else None
    return [replace(kept, text=lines(kept.text, note))] if kept else []


def so_far(turn: Turn, question: AnswerAwaited) -> Reply | None:
    """Say how much of an answer is kept while it comes in, and offer to end it or take it back."""
    found = mine(turn, question.answer or 0)
    if found is None:
        return None
    count = len(found.parts)
    said = _n("Kept: {count} message so far.", "Kept: {count} messages so far.", count)
    end = button(_("done"), FinishAnswer(found.id))
    return Reply(said, ((end, button(_("withdraw"), WithdrawAnswer(found.id, "ask"))),))


def _begun(turn: Turn, awaited: AnswerAwaited) -> Reflection | None:
    question = turn.uow.prompts.find(turn.person.id, awaited.asked or 0)
    own = own_tracks(turn)
    track = next((one for one in own if question and one.id == question.track_id), None)
    if not own:
        return None
    share = turn.uow.prompts.read_wishes(turn.person.id).share
    begun = turn.uow.answers.begin(
        turn.person.organisation_id,
        (track or own[0]).id,
        question.id if question else None,
        share,
        turn.at,
    )
    return mine(turn, begun)


def tapped_answer_done(turn: Turn, tap: FinishAnswer) -> Replies:
    """End an answer: it is one from now on, and those it is shared with can read it."""
    return _finish(turn, tap.answer)


def _finish(turn: Turn, answer_id: int) -> Replies:
    awaited = turn.asked(AnswerAwaited)
    if awaited is not None and awaited.answer == answer_id:
        if (first := still_asked(turn)) is not None:
            return [first]
        turn.close()
    return done(turn, answer_id)


def corrected(turn: Turn, text: str) -> Replies | None:
    """Let an edited message correct the answer it is part of; None where it is of none."""
    answer_id = turn.uow.answers.correct(turn.person.id, turn.said.ref, text)
    if answer_id is None:
        return None
    changed(turn, answer_id)
    see = button(_("see the answer"), ShowAnswer(answer_id))
    return [Reply(_("Corrected in your answer."), ((see,),))]
