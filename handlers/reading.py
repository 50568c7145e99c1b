"""What was typed, brought to who answers it: a command, a line, or what a question waits for."""

from dataclasses import replace
from typing import Any

from bot.domain.school.tracks import Track
from bot.messages import Reply, _, lines
from handlers.talking.closed import closed_menu
from handlers.talking.helping.not_understood import not_understood, unknown_command
from handlers.talking.meaning.courtesy import without_courtesies
from handlers.talking.meaning.meant import ask_which_kind, still_asked
from handlers.talking.meaning.shorthand import (
    reads_as_prose,
    reads_as_scores,
)
from handlers.talking.meaning.target import Target, groups_of, in_front, is_same
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import Unclear, find, misread_line, nobody
from handlers.talking.ordinary.said.kinds import Ordinary
from handlers.talking.ordinary.small_talk import talk_small
from handlers.talking.ordinary.words import kind_word
from handlers.talking.phrases import short
from handlers.talking.questions.quiet import ask_again, is_quiet, keep_out
from handlers.talking.replacing import replace_former
from handlers.talking.rights.whose import note_whose
from handlers.talking.routing.answered import Answered, Reread
from handlers.talking.routing.question import Question
from handlers.talking.routing.route import About, QuestionRoute
from handlers.talking.turn import Replies, Turn
from handlers.talking.typed_taps import answer_tap, ask_overtaken, meant_buttons, typed_tap

LONGEST = 2000
"""Characters in a typed message; more is a mistake, and is refused whole."""


def read_typed(turn: Turn, text: str) -> Replies:
    """Answer typed words: what a question waits for, or whatever else they say."""
    text = text.strip()
    if not text:
        return not_understood(turn)
    turn.unkept = is_quiet(turn) and not text.startswith("/")
    if len(text) > LONGEST:
        return [too_long(text)]
    if (tapped := typed_tap(turn, text)) is not None:
        return follow(turn, *tapped)
    asked = keep_out(turn, text) if turn.unkept else ask_again(turn, text)
    if asked is not None:
        return asked
    question = turn.question
    route = turn.table.question(question)
    if question is None or route is None or route.takes is None:
        return _told(turn, text)
    if text.startswith("/"):
        _leave(turn, question, route, text)
        return _told(turn, text)
    return _awaited(turn, route, text) if turn.awaits_words else _late(turn, route, text)


def _awaited(turn: Turn, route: QuestionRoute, text: str) -> Replies:
    """Take what was asked for; what reads as scores is asked about first, and so never lost."""
    if turn.question is not None and turn.question.pending:
        meant = _of_pending(turn, text, goes_on=_goes_on(route, text))
        if meant is not None:
            return meant
    command = turn.table.command(text)
    if command is not None and command.name == "cancel":
        return read_text(turn, f"/{command.name}")
    if route.fits and not route.fits(text):
        turn.close()
        return _told(turn, text)
    if (kind := kind_word(text)) and (said := _courteous(turn, route, text, kind)) is not None:
        return said
    if route.any_words and reads_as_scores(without_courtesies(turn, text)):
        return [ask_which_kind(turn, text)]
    return _taken(turn, route, text)


def _courteous(turn: Turn, route: QuestionRoute, text: str, kind: Ordinary) -> Replies | None:
    """Ask whether a kind word is what was awaited; beside the parts of an answer, answer it.

    None where it may well be what was asked for: 'ok' as an answer.
    """
    if route.kept is None:
        return [ask_which_kind(turn, text)] if route.any_words or route.chooses else None
    beside = kind in (Ordinary.THANKS, Ordinary.GOODBYE, Ordinary.WAIT)
    small = talk_small(turn, text) if beside else None
    if small is None:
        return None
    return [*follow(turn, small), *filter(None, [route.kept(turn, turn.question)])]


def _goes_on(route: QuestionRoute, text: str) -> bool:
    """Say whether words are more of an answer, while a text before them waits to be meant."""
    return route.kept is not None and not reads_as_scores(text)


def _of_pending(turn: Turn, text: str, *, goes_on: bool) -> Replies | None:
    """Read in words which of the two a waiting text is; else ask that first, and keep nothing.

    None where the words go on with what the text before them may be part of.
    """
    if (overtaken := ask_overtaken(turn, text)) is not None:
        return overtaken
    asked = still_asked(turn)
    buttons = [button for row in asked.buttons for button in row] if asked else []
    meant = meant_buttons(turn, buttons, text)
    if len(meant) == 1:
        return follow(turn, answer_tap(turn, meant[0].code))
    if asked is None or goes_on:
        return None
    first = _("“{text}” was not kept, since first I have to know this:", text=short(text))
    return [replace(asked, text=lines(first, asked.text))]


def _taken(turn: Turn, route: QuestionRoute, text: str) -> Replies:
    note_whose(turn, turn.question)
    return follow(turn, route.takes(turn, turn.question, text) if route.takes else None)


def _told(turn: Turn, text: str) -> Replies:
    """Read what nobody asked for: ordinary words, or perhaps an answer to something."""
    if text.startswith("/"):
        return read_text(turn, text)
    for answered in (talk_small, turn.table.typed):
        if (said := answered(turn, text)) is not None:
            return follow(turn, said)
    text = without_courtesies(turn, text)
    tells = reads_as_prose(text) and not _begins_as_scores(turn, text)
    meant = turn.table.prose(turn, text) if tells else None
    return meant or read_text(turn, text)


def _begins_as_scores(turn: Turn, text: str) -> bool:
    """Say whether a number follows a name in front: scores, perhaps with a mistake in them."""
    among: list[Target] = [*turn.scored_tracks, *groups_of(turn)]
    _named, end = in_front(text, among)
    return text[end:].lstrip(" :,")[:1].isdigit()


def _leave(turn: Turn, question: Question, route: QuestionRoute, text: str) -> None:
    """Stop waiting, since whoever begins something else is not writing any more.

    What is cancelled is still there to be named; another language ends nothing.
    """
    command = turn.table.command(_name_of(text))
    if command is not None and command.name == "language":
        return
    if route.leaves:
        route.leaves(turn, question)
    elif command is None or command.name != "cancel":
        turn.close()


def _late(turn: Turn, route: QuestionRoute, text: str) -> Replies:
    """Read what comes long after a question; more of an answer that was begun is still taken."""
    kept = turn.table.kept(turn)
    if kept is not None and reads_as_prose(text):
        return _taken(turn, route, text)
    turn.close()
    late = Reply(_("The question of before was put away: it waited for half an hour."))
    if kept is not None:
        late = replace(kept, text=lines(late.text, kept.text))
    return [late, *_told(turn, text)]


def too_long(text: str) -> Reply:
    """Refuse a text as a whole, with how long it may be."""
    return Reply(
        _(
            "That is too long: {length} characters, and I read {most} at most. Nothing was stored.",
            length=len(text),
            most=LONGEST,
        )
    )


def read_text(turn: Turn, text: str, target: Target | None = None) -> Replies:
    """Read a command or a line; `target` is whom a button has named for it."""
    if not text.startswith("/"):
        text = without_courtesies(turn, text)
        if isinstance(target, Track):
            turn.remember(target)
        line = turn.table.line(turn, text)
        if isinstance(line, About):
            return _about(turn, line, text, text, target)
        return follow(turn, line)
    command = turn.table.command(_name_of(text))
    if command is None:
        return unknown_command(turn, "/" + _written_name(text)[:32])
    words = text.partition(" ")[2]
    if isinstance(command.answers, About):
        return _about(turn, command.answers, words, f"/{command.name} {words}", target)
    return follow(turn, command.answers(turn, words))


def _about(
    turn: Turn, about: About[Any, Any], words: str, again: str, target: Target | None
) -> Replies:
    """Find who is meant, and let the words about that student or class group be answered."""
    try:
        sought = about.seeks(turn, words)
        if target is None:
            target = find(turn, sought, again)
        else:
            target = next((own for own in sought.among if is_same(own, target)), None)
            if target is None:
                return [Reply(nobody(turn))]
        if isinstance(target, Track):
            turn.tell_of(target.student_id)
        return follow(turn, about.answers(turn, target, sought.said))
    except Unclear as unclear:
        return unclear.replies
    except Misread as misread:
        return misread_line(turn, words, misread)


def follow(turn: Turn, answered: Answered) -> Replies:
    """Go on where a handler does not answer itself: a closed menu, or a text to read anew."""
    if answered is None:
        return closed_menu(turn)
    if not isinstance(answered, Reread):
        return answered
    if answered.source:
        turn.speak_for(answered.source)
        replies = replace_former(turn, lambda: read_text(turn, answered.text, answered.target))
    else:
        replies = read_text(turn, answered.text, answered.target)
    if answered.then and turn.question is None:
        turn.ask(answered.then)
    return replies


def _name_of(text: str) -> str:
    return _written_name(text).partition("@")[0]


def _written_name(text: str) -> str:
    return text[1:].partition(" ")[0]
