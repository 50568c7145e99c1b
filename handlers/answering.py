"""Answering one thing said: what it is, who answers it by the routes, what is kept."""

from collections.abc import Callable

from bot.domain.school.tracks import Role
from bot.messages import Answer, Command, Incoming
from bot.ports import UnitOfWork
from bot.use_cases.rights.looking.note_opened import look_anew, note_opened, note_opened_by_operator
from handlers.correcting import correct
from handlers.reading import follow, read_typed
from handlers.reflecting.asked import AnswerMeant
from handlers.reporting.legends import explain_once
from handlers.routes import TABLE
from handlers.talking.closed import closed_menu, repeated
from handlers.talking.helping.not_understood import not_understood
from handlers.talking.keeping import ask_anew, keep_waiting, redraw_beside
from handlers.talking.meaning.reply_meant import ReplyMeant, say_unsent
from handlers.talking.meaning.whom import LineWaiting
from handlers.talking.media import cannot_use
from handlers.talking.ordinary.care import care
from handlers.talking.questions.quiet import is_quiet
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.tap import LiveTap
from handlers.talking.turn import Replies, Turn


def answer(uow: UnitOfWork, said: Incoming) -> Answer:
    """Answer one thing said by a known person, and keep where the dialogue then stands.

    What was opened of others is noted. Raises LookupError for a person who is not known; platforms
    ask before.
    """
    turn = _turn(uow, said)
    answered = _answer(turn)
    _note_opened(turn)
    return answered


def answer_operator(uow: UnitOfWork, said: Incoming) -> Answer:
    """Answer who runs Kompaan and talks as somebody: it is the operator who opens what is shown.

    Raises LookupError for a person who is not known.
    """
    turn = _turn(uow, said)
    answered = _answer(turn)
    note_opened_by_operator(uow, uow.glimpses.read_all(), turn.today)
    return answered


def _note_opened(turn: Turn) -> None:
    # Only where something was read for this person, which has asked for the tracks by then.
    if turn.uow.glimpses.read_all():
        own = {track.id for track in turn.tracks if Role.STUDENT in track.roles}
        note_opened(turn.uow, turn.person, own, turn.today)


def _answer(turn: Turn) -> Answer:
    language = turn.person.language
    replies = _keeping(turn, _cared)
    return Answer(
        replies,
        turn.person.language,
        turn.person.time_zone,
        tuple(turn.recorded),
        _menu(turn, language),
        turn.person.manner,
        {ref: whom for ref, whom in turn.told_of.items() if whom and whom != turn.person.id},
        turn.unkept,
    )


def _cared(turn: Turn) -> Replies:
    """Answer, with a person to turn to first where danger is told of, or alone for want of more."""
    replies = correct(turn) if turn.said.edited else _answered(turn)
    cared = care(turn)
    return cared if cared and replies == not_understood(turn) else [*cared, *replies]


def answer_again(uow: UnitOfWork, said: Incoming) -> Answer:
    """Answer a repeat of what was handled before: it changes nothing, and shows where we are.

    Raises LookupError for a person who is not known.
    """
    turn = _turn(uow, said)
    replies = _keeping(turn, repeated)
    _note_opened(turn)
    person = turn.person
    return Answer(replies, person.language, person.time_zone, manner=person.manner)


def _turn(uow: UnitOfWork, said: Incoming) -> Turn:
    look_anew(uow)
    person = uow.people.find_and_hold(said.person_id)
    if person is None:
        raise LookupError("nobody with this identity")
    return Turn(said, person, uow, uow.dialogues.read(person.id), TABLE)


def _keeping(turn: Turn, handle: Callable[[Turn], Replies]) -> Replies:
    """Handle a turn, and keep where the dialogue stands after it."""
    before, waiting, stale = turn.dialogue, turn.asked(LineWaiting), not turn.awaits_words
    offered, meant = turn.asked(Offered), turn.asked(ReplyMeant) or turn.asked(AnswerMeant)
    asked = turn.question
    replies = [*handle(turn)]
    again = turn.dialogue.data is not before.data  # the same was offered anew
    if offered and turn.question == offered and not again and _went_on(turn):
        turn.close()
    replies += keep_waiting(turn, waiting, stale=stale) + say_unsent(turn, meant)
    replies += redraw_beside(turn, replies)
    replies = ask_anew(turn, asked, replies, stale=stale)
    if turn.dialogue != before:
        turn.uow.dialogues.keep(turn.person.id, turn.dialogue)
    return explain_once(turn, replies, turn.said.key)


def _went_on(turn: Turn) -> bool:
    """Say whether something else was done: what was offered before is then no longer meant."""
    if turn.stays_asked:
        return False
    return bool(turn.said.tap or turn.recorded or turn.said.text.startswith("/"))


def _menu(turn: Turn, language_before: str) -> tuple[Command, ...]:
    """List the menu anew where it begins, or where its language has changed."""
    command = turn.table.command(turn.said.text[1:].partition(" ")[0])
    begins = command is not None and command.name == "start"
    if not begins and turn.person.language == language_before:
        return ()
    roles = {role for track in turn.tracks for role in track.roles}
    return turn.table.menu(roles, turn.offices)


def _answered(turn: Turn) -> Replies:
    if turn.said.media:
        if (taken := turn.table.file(turn)) is not None:
            return taken
        turn.unkept = is_quiet(turn)  # what is written beside it may be part of an answer
        return cannot_use(turn)
    return _tapped(turn, turn.said.tap) if turn.said.tap else read_typed(turn, turn.said.text)


def _tapped(turn: Turn, code: str) -> Replies:
    """Answer a tap; a code that we never gave out is answered like a button of a closed menu."""
    found = turn.table.tap(code)
    if found is None:
        return closed_menu(turn)
    tap, route = found
    if isinstance(tap, LiveTap) and tap.serial != turn.dialogue.serial:
        return closed_menu(turn)
    return follow(turn, route.answers(turn, tap))
