"""Answering a questionnaire: how it is begun, and how it is sent."""

from bot.domain.asking.questionnaires import AskingRound
from bot.domain.asking.tallies import FEWEST
from bot.messages import Moment, Reply, Sayable, _, lines
from bot.use_cases.asking.answer_questionnaire import begin_answering, may_send, send_answers
from bot.use_cases.talking.answer_questions import drop_sheet, find_unsent_sheet
from handlers.asking.taps import BeginAnswering
from handlers.talking.questions.quiet import linger
from handlers.talking.questions.walking import GONE, ask_first, own_tongue
from handlers.talking.rights.held import say_own_held
from handlers.talking.routing.doors import SendAnswers
from handlers.talking.turn import Replies, Turn


def tapped_begin(turn: Turn, tap: BeginAnswering) -> Replies:
    """Say who reads what is answered, and ask the first question."""
    if (held := say_own_held(turn)) is not None:
        return [Reply(held)]
    begun = begin_answering(turn.uow, turn.person, tap.round, turn.at)
    if begun is None:
        return [GONE]
    asked, sheet = begun
    return [Reply(say_who_reads(turn, asked)), ask_first(turn, sheet)]


def tapped_send(turn: Turn, tap: SendAnswers) -> Replies:
    """Send a sheet; where something is missing, go on with it."""
    sheet = find_unsent_sheet(turn.uow, turn.person, tap.sheet)
    if sheet is None:
        return [GONE]
    if (held := say_own_held(turn)) is not None:
        return [Reply(held)]
    if send_answers(turn.uow, turn.person, sheet, turn.at):
        turn.ask(None)
        if sheet.quiet:
            linger(turn)
        kept = (
            _(
                "Sent. Your answers are counted in, and stand with your name nowhere any more, so "
                "they stay as they are."
            )
            if sheet.quiet
            else _("Sent. /questionnaire shows what you answered.")
        )
        return [Reply(kept, edit=True)]
    if not may_send(turn.uow, turn.person, sheet, turn.at):
        drop_sheet(turn.uow, sheet)
        return [GONE]
    return [ask_first(turn, sheet)]


def say_who_reads(turn: Turn, asked: AskingRound) -> Sayable:
    """Say what a questionnaire is called, until when it is open, and who reads the answers."""
    own = asked.questionnaire
    return lines(
        own.title(own_tongue(turn)),
        _("Open until {moment}.", moment=Moment(asked.span.last_minute)),
        *(_UNSIGNED if own.anonymous else (_SIGNED,)),
    )


_UNSIGNED = (
    _("Without your name: your answers are only counted in with the others."),
    _(
        "What came of it is shown once, when it closes, and only if {fewest} or more answered; "
        "else all of it is deleted.",
        fewest=FEWEST,
    ),
)
_SIGNED = _(
    "With your name: a student’s answers are read by their teachers and coaches, those of a mentor "
    "or a teacher by the coaches."
)
