"""`/codewords`: whom each code word stands for, and the own one, which a tap changes.

Whom they stand for is said on the school's own page alone; elsewhere a button leads there.
"""

from collections.abc import Iterator

from bot.domain.school.naming import code_of, in_full, leave_out
from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.talking.change_code_word import change_code_word
from bot.use_cases.talking.see_around import see_around
from handlers.talking.naming.taps import AnotherCodeWord, OpenPage
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

MOST = 60
"""Students whose code words are listed at once; those of one class, and some more."""

NONE_USED = _("Your school uses names here, so nobody has a code word.")


def show_code_words(turn: Turn, _words: str) -> Replies:
    """Answer `/codewords`."""
    own = code_of(turn.person.name)
    return [_draw(turn, own, edit=False) if own else Reply(NONE_USED)]


def tapped_another(turn: Turn, _tap: AnotherCodeWord) -> Replies:
    """Change somebody's code word to the next one."""
    if not code_of(turn.person.name):
        return [Reply(NONE_USED)]
    return [_draw(turn, change_code_word(turn.uow, turn.person.id), edit=True)]


def opened_page(_turn: Turn, _tap: OpenPage) -> Replies:
    """Answer nothing: the link was opened."""
    return []


def say_code_word(turn: Turn) -> Sayable | None:
    """Say to who joins a discreet school what stands for names, and where all of them are."""
    own = code_of(turn.person.name)
    if not own:
        return None
    return _(
        "In messages to Telegram and Slack your school uses no names: there you are “{word}”. "
        "/codewords changes it, and shows on the school's own page who is who.",
        word=own,
    )


def _draw(turn: Turn, own: str, *, edit: bool) -> Reply:
    others = [*_others(turn)]
    if others:
        leave_out()
    text = lines(
        _("You are “{word}” wherever your school uses no names.", word=own),
        *others,
    )
    return Reply(text, ((button(_("another word"), AnotherCodeWord()),),), edit=edit)


def _others(turn: Turn) -> Iterator[Sayable]:
    """Name everybody whom this person meets, each with their code word."""
    told = {in_full(turn.person.name)}
    for track in turn.tracks[:MOST]:
        around = [own.name for own in see_around(turn.uow, track)] if len(turn.tracks) == 1 else []
        for name in (track.student, *around):
            if in_full(name) not in told:
                told.add(in_full(name))
                yield f"{code_of(name)}: {name}" if name == in_full(name) else name
