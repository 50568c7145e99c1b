"""What is told of questionnaires unasked: that one is open, that it closes, what came of it."""

from collections.abc import Sequence

from bot.domain.asking.questionnaires import AskingRound
from bot.domain.school.tracks import Role
from bot.messages import MessageKind, Moment, Sayable, _, lines
from bot.ports.telling.errands import Errand
from bot.use_cases.asking.answer_questionnaire import list_open
from bot.use_cases.asking.see_results import list_results
from handlers.asking.taps import BeginAnswering, ShowUnsigned
from handlers.talking.phrases import short
from handlers.talking.questions.walking import own_tongue
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_open(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell that a questionnaire is open; nothing where it was answered by now."""
    first = _("Your school asks you something: a few questions, answered by tap.")
    return _tell(turn, errands, first)


def tell_closing(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell once more that it closes soon, to who did not answer."""
    return _tell(turn, errands, _("This closes soon, and waits for your answers still:"))


def tell_ended(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell what can be read now."""
    rounds = {errand.about_id for errand in errands}
    ended = [own for own in list_results(turn.uow, turn.person) if own.id in rounds]
    if not ended:
        return None
    text = lines(
        _("This questionnaire has ended. Tap it to see what came of it:"),
        *(own.questionnaire.title(own_tongue(turn)) for own in ended),
    )
    rows = tuple((button(_label(turn, own), ShowUnsigned(own.id)),) for own in ended)
    return MessagePart(text, rows)


def say_questionnaires_waiting(turn: Turn) -> MessagePart | None:
    """Say which questionnaires wait for answers, among all that waits."""
    return _part(turn, _list_open(turn), _("These questions of your school wait for you:"))


def _tell(turn: Turn, errands: Sequence[Errand], first: Sayable) -> MessagePart | None:
    rounds = {errand.about_id for errand in errands}
    waiting = [own for own in _list_open(turn) if own.id in rounds]
    return _part(turn, waiting, first)


def _list_open(turn: Turn) -> Sequence[AskingRound]:
    """List what waits for answers; nothing for a student whose guardian has to say yes first."""
    if any(track.held and Role.STUDENT in track.roles for track in turn.tracks):
        return ()
    return list_open(turn.uow, turn.person, turn.at)


def _part(turn: Turn, waiting: Sequence[AskingRound], first: Sayable) -> MessagePart | None:
    if not waiting:
        return None
    text = lines(
        first,
        *(
            _(
                "• {title}, until {moment}",
                title=own.questionnaire.title(own_tongue(turn)),
                moment=Moment(own.span.last_minute),
            )
            for own in waiting
        ),
    )
    rows = tuple((button(_label(turn, own), BeginAnswering(own.id)),) for own in waiting)
    return MessagePart(text, rows, MessageKind.QUESTION)


def _label(turn: Turn, own: AskingRound) -> str:
    return short(own.questionnaire.title(own_tongue(turn)))
