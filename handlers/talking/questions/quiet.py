"""While a sheet without names is open, nothing that is typed is kept as it was said.

Only commands are, and a file that something else takes. What answers no question is not read as
anything else either: a second line of an answer must not become a note that others read.
"""

from dataclasses import replace

from bot.messages import Reply, _, lines
from handlers.talking.meaning.shorthand import reads_as_prose, reads_as_scores
from handlers.talking.ordinary.words import kind_word
from handlers.talking.questions.asked import SheetOffered, SheetWordsAwaited
from handlers.talking.turn import Replies, Turn

FEW = 2
"""Words that are meant as an answer, where they are nothing else."""

_ANSWERS_NOTHING = _(
    "That answers nothing here, so it was not kept. All of an answer goes in one message. To do "
    "something else first: /cancel"
)
_PUT_AWAY = Reply(
    _(
        "The question of before was put away: it waited for half an hour. What you typed was not "
        "kept. Go on: /questionnaire. If it is something else, type it again."
    )
)
_NO_ANSWER = _("That answers nothing here.")
_WAS_SENT = Reply(
    _(
        "Your answers were sent already, and this was not kept. If it is something else, type it "
        "again."
    )
)


def is_quiet(turn: Turn) -> bool:
    """Say whether a sheet without names is open, or was sent just now."""
    question = turn.question
    return isinstance(question, SheetOffered | SheetWordsAwaited) and question.quiet


def linger(turn: Turn) -> None:
    """Wait for words that were to be part of an answer, just after it was sent."""
    turn.ask(SheetOffered(quiet=True))


def keep_out(turn: Turn, text: str) -> Replies | None:
    """Answer what was typed on a quiet sheet and is no answer; None where it is to be read on."""
    question, command = turn.question, turn.table.command(text)
    if command is not None and command.name == "cancel":
        return None
    if isinstance(question, SheetOffered) and not question.sheet:
        turn.unkept = turn.awaits_words and reads_as_prose(text)
        turn.close()
        return [_WAS_SENT] if turn.unkept else None
    if not turn.awaits_words:
        turn.close()
        return [_PUT_AWAY]
    return [_again(turn)] if isinstance(question, SheetOffered) else None


def ask_again(turn: Turn, text: str) -> Replies | None:
    """Ask a question of any other sheet again, where a word or two answer nothing there.

    None where they are scores, a kind word, or more than that: these are read as ever.
    """
    question, few = turn.question, len(text.split()) <= FEW and not text.startswith("/")
    if not isinstance(question, SheetOffered) or not few or not turn.awaits_words:
        return None
    if reads_as_scores(text) or kind_word(text) or turn.table.command(text):
        return None
    shown = turn.table.stands(turn)
    return [replace(shown, text=lines(_NO_ANSWER, shown.text), edit=False)] if shown else None


def refuse_edit(turn: Turn) -> Replies | None:
    """Answer the edit of a message that may have been an answer; None where none is open."""
    if not is_quiet(turn):
        return None
    turn.unkept = True
    return [_again(turn)]


def _again(turn: Turn) -> Reply:
    shown = turn.table.stands(turn)
    if shown is None:
        return Reply(_ANSWERS_NOTHING)
    return replace(shown, text=lines(_ANSWERS_NOTHING, shown.text), edit=False)
