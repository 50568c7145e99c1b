"""`/reflect`: one question about the day, another one, or none; and reading back."""

from datetime import datetime, timedelta

from bot.domain.school.tracks import Track
from bot.messages import Reply, _, lines
from bot.ports.reflecting.prompts import AskedPrompt
from bot.use_cases.reflecting.ask_prompt import ask_prompt
from handlers.reflecting.asked import AnswerMeant
from handlers.reflecting.parts import await_answer
from handlers.reflecting.questions import is_known, own_tracks, question_asked, question_buttons
from handlers.reflecting.shown import shown_again
from handlers.reflecting.taps import AnswerPrompt, AskAnother, SkipPrompt, TakeAsAnswer
from handlers.reflecting.timeline import timeline
from handlers.reflecting.week import week
from handlers.talking.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import PutAway, Sought
from handlers.talking.words import keyword_of

GONE = _("That question is not there any more. /reflect asks one.")
WINDOW = timedelta(hours=20)
"""How long a question can be meant by what is typed without tapping on it."""


def seek_reflect(turn: Turn, words: str) -> Sought[Track, None] | Replies:
    """Read what `/reflect` asks: a student's next question or week, or the answers of somebody."""
    own = own_tracks(turn)
    typed = words.split()
    keyword = keyword_of(typed[0]) if typed else None
    if own and not typed:
        return [_question(turn)]
    if own and keyword == "week":
        return week(turn)
    name = " ".join(typed[1:] if keyword == "history" else typed)
    return Sought(name, own if own and not name else turn.tracks, None)


def reflect(turn: Turn, track: Track, _said: None) -> Replies:
    """Answer `/reflect` about a student: the answers so far."""
    return timeline(turn, track)


def _question(turn: Turn, *, edit: bool = False) -> Reply:
    """Give today's question while it waits for an answer, or the next one."""
    waiting = _waiting(turn, turn.today_begins)
    if waiting is not None:
        return _asked(turn, waiting, edit=edit)
    return _next(turn, edit=edit)


def _waiting(turn: Turn, since: datetime) -> AskedPrompt | None:
    """Find the newest question since an instant, if it waits for an answer and can be said."""
    found = turn.uow.prompts.find_latest(turn.person.id, since)
    if found is None or found.skipped_at is not None or found.answer_id is not None:
        return None
    return found if is_known(turn, found) else None


def _next(turn: Turn, *, edit: bool) -> Reply:
    question = ask_prompt(turn.uow, turn.person, own_tracks(turn), turn.at)
    if question is None:
        text = _("I have no question left that I did not ask lately. You can write all the same.")
        return Reply(text, ((button(_("write"), AnswerPrompt(0)),),), edit=edit)
    return _asked(turn, question, edit=edit)


def _asked(turn: Turn, question: AskedPrompt, *, edit: bool) -> Reply:
    return Reply(question_asked(turn, question), question_buttons(question), edit=edit)


def tapped_other(turn: Turn, tap: AskAnother) -> Replies:
    """Put another question in the place of this one; the one that waits after a second tap."""
    question = turn.uow.prompts.find(turn.person.id, tap.prompt)
    if question is None or not own_tracks(turn):
        return [Reply(GONE)]
    if question.answer_id is not None:
        return shown_again(turn, question.answer_id)
    turn.uow.prompts.skip(question.id, turn.at)
    return [_question(turn, edit=_stands_alone(turn, question))]


def tapped_skip(turn: Turn, tap: SkipPrompt) -> Replies:
    """Leave a question unanswered."""
    question = turn.uow.prompts.find(turn.person.id, tap.prompt)
    if question is None:
        return [Reply(GONE)]
    if question.answer_id is not None:
        return shown_again(turn, question.answer_id)
    turn.uow.prompts.skip(question.id, turn.at)
    said = _("Skipped. /reflect asks another one whenever you like.")
    return [Reply(said, edit=_stands_alone(turn, question))]


def _stands_alone(turn: Turn, question: AskedPrompt) -> bool:
    """Say whether its message holds nothing else: only then it may be replaced."""
    return question.errand_id is None or turn.uow.errands.was_told_alone(question.errand_id)


def tapped_answer_prompt(turn: Turn, tap: AnswerPrompt) -> Replies:
    """Wait for the answer to a question; 0 is no question at all."""
    question = turn.uow.prompts.find(turn.person.id, tap.prompt) if tap.prompt else None
    if (tap.prompt and question is None) or not own_tracks(turn):
        return [Reply(GONE)]
    if question is not None and question.answer_id is not None:
        return shown_again(turn, question.answer_id)
    return [await_answer(turn, question)]


def meant_as_answer(turn: Turn, text: str) -> Replies | None:
    """Ask whether words typed without tapping are the answer to the question that waits."""
    question = _waiting(turn, turn.at - WINDOW)
    if question is None or not own_tracks(turn):
        return None
    serial = turn.ask(AnswerMeant(asked=question.id, pending=text, pending_source=turn.said.ref))
    row = (button(_("it is my answer"), TakeAsAnswer(serial)), button(_("no"), PutAway(serial)))
    return [
        Reply(
            lines(
                _("Is this your answer? Nothing was stored yet."),
                question_asked(turn, question),
                f"“{text}”",
            ),
            (row,),
        )
    ]
