"""`/reflect`: one question about the day, another one, or none; and reading back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.school.tracks import Track
from bot.messages import Quoted, Reply, _, lines
from bot.ports.reflecting.prompts import AskedPrompt
from bot.use_cases.reflecting.prompting.ask_prompt import ask_prompt
from bot.use_cases.reflecting.prompting.skip_prompt import skip_prompt
from handlers.reflecting.asked import AnswerMeant
from handlers.reflecting.parts import KEPT_FILES, await_answer, file_part
from handlers.reflecting.questions import is_known, own_tracks, question_asked, question_buttons
from handlers.reflecting.shown import show_answer
from handlers.reflecting.taps import AnswerPrompt, AskAnother, SkipPrompt, TakeAsAnswer
from handlers.reflecting.timeline import show_timeline
from handlers.reflecting.week import show_week
from handlers.talking.meaning.reply_meant import MOST
from handlers.talking.meaning.whom import PutAway, Sought, Unclear, nobody
from handlers.talking.meaning.words import keyword_of
from handlers.talking.phrases import short
from handlers.talking.routing.answered import OpenAsk
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

GONE = _("That question is not there any more. /reflect asks one.")
_HOW_A_FILE = _(
    "I did not keep it. If it belongs to your answer to this question, tap 'answer' first, and "
    "then send it once more."
)
WINDOW = timedelta(hours=20)
"""How long a question can be meant by what is typed without tapping on it."""


def seek_reflect(turn: Turn, words: str) -> Sought[Track, None]:
    """Read whose answers `/reflect` asks for.

    Raises Unclear, with a student's next question or week, where it asks for those.
    """
    own = own_tracks(turn)
    typed = words.split()
    keyword = keyword_of(typed[0]) if typed else None
    rests = any(track.ended_at or track.held for track in turn.tracks)
    if not own and not typed and rests:
        raise Unclear(Reply(nobody(turn)))
    if own and not typed:
        raise Unclear(_ask(turn))
    if own and keyword == "week":
        raise Unclear(*show_week(turn))
    name = " ".join(typed[1:] if keyword == "history" else typed)
    return Sought(name, own if own and not name else turn.tracks, None)


def reflect(turn: Turn, track: Track, _said: None) -> Replies:
    """Answer `/reflect` about a student: the answers so far."""
    return show_timeline(turn, track)


def _ask(turn: Turn) -> Reply:
    """Ask today's question again while it waits for an answer, or else the next one."""
    prompt = _waiting(turn, turn.today_begins)
    if prompt is None:
        prompt = ask_prompt(turn.uow, turn.person, own_tracks(turn), turn.at)
    if prompt is None:
        text = _("I have no question left that I did not ask lately. You can write all the same.")
        return Reply(text, ((button(_("write"), AnswerPrompt(0)),),))
    return Reply(question_asked(turn, prompt), question_buttons(prompt))


def _waiting(turn: Turn, since: datetime) -> AskedPrompt | None:
    """Find the newest question since an instant, if it waits for an answer and can be said."""
    prompt = turn.uow.prompts.find_latest(turn.person.id, since)
    if prompt is None or prompt.skipped_at is not None or prompt.answer_id is not None:
        return None
    return prompt if is_known(turn, prompt) else None


def tapped_other(turn: Turn, tap: AskAnother) -> Replies:
    """Put another question in the place of this one; the one that waits after a second tap."""
    if not own_tracks(turn):
        return [Reply(GONE)]
    return _skip(turn, tap.prompt, _ask)


def tapped_skip(turn: Turn, tap: SkipPrompt) -> Replies:
    """Leave a question unanswered."""
    said = _("Skipped. /reflect asks another one whenever you like.")
    return _skip(turn, tap.prompt, lambda _turn: Reply(said))


def _skip(turn: Turn, prompt_id: int, instead: Callable[[Turn], Reply]) -> Replies:
    """Leave a question unanswered, and say something else instead; an answer is shown."""
    prompt = skip_prompt(turn.uow, turn.person.id, prompt_id, turn.at)
    if prompt is None:
        return [Reply(GONE)]
    if prompt.answer_id is not None:
        return show_answer(turn, prompt.answer_id)
    return [replace(instead(turn), edit=_stands_alone(turn, prompt))]


def _stands_alone(turn: Turn, prompt: AskedPrompt) -> bool:
    """Say whether its message holds nothing else: only then it may be replaced."""
    return prompt.errand_id is None or turn.uow.errands.was_told_alone(prompt.errand_id)


def tapped_prompt(turn: Turn, tap: AnswerPrompt) -> Replies:
    """Wait for the answer to a question; 0 is no question at all."""
    prompt = turn.uow.prompts.find(turn.person.id, tap.prompt) if tap.prompt else None
    if (tap.prompt and prompt is None) or not own_tracks(turn):
        return [Reply(GONE)]
    if prompt is not None and prompt.answer_id is not None:
        return show_answer(turn, prompt.answer_id)
    return await_answer(turn, prompt)


def meant_as_answer(turn: Turn, text: str) -> OpenAsk | None:
    """Take words that nobody waits for as the answer to the question that waits."""
    prompt = _waiting(turn, turn.at - WINDOW)
    if prompt is None or not own_tracks(turn):
        return None
    return OpenAsk(prompt.at, lambda: [_offer_meant(turn, prompt, text)], by_us=True)


def _offer_meant(turn: Turn, prompt: AskedPrompt, text: str) -> Reply:
    """Ask whether words are the answer, together with those about which that is asked already."""
    meant = AnswerMeant(asked=prompt.id, pending=text, pending_source=turn.said.ref)
    former = turn.asked(AnswerMeant)
    if former is not None and former.asked == prompt.id and former.pending:
        meant = replace(former, pending=f"{former.pending}\n{text}")
    if len(meant.pending) <= MOST or former is None:
        return _ask_meant(turn, prompt, meant)
    again = _ask_meant(turn, prompt, former)
    first = _("“{text}” was not kept, since first I have to know this:", text=short(text))
    return replace(again, text=lines(first, again.text))


def sent_file(turn: Turn) -> Replies | None:
    """Keep a photo or a voice note of an answer; while a question waits, say how it gets there."""
    if (kept := file_part(turn)) is not None or turn.said.media not in KEPT_FILES:
        return kept
    prompt = _waiting(turn, turn.at - WINDOW)
    if prompt is None or not own_tracks(turn):
        return None
    asked = lines(_HOW_A_FILE, question_asked(turn, prompt))
    return [Reply(asked, question_buttons(prompt))]


def stand_meant(turn: Turn, meant: AnswerMeant) -> Reply | None:
    """Ask once more whether the words that wait are the answer."""
    prompt = turn.uow.prompts.find(turn.person.id, meant.asked) if meant.asked else None
    return _ask_meant(turn, prompt, meant) if prompt and meant.pending else None


def _ask_meant(turn: Turn, prompt: AskedPrompt, meant: AnswerMeant) -> Reply:
    serial = turn.ask(meant)
    asked = lines(
        _("Is this your answer? Nothing was stored yet."),
        question_asked(turn, prompt),
        Quoted(meant.pending),
    )
    row = (button(_("it is my answer"), TakeAsAnswer(serial)), button(_("no"), PutAway(serial)))
    return Reply(asked, (row,))
