"""Warm to ordinary words: thanks, a greeting, 'I am ill', and a command without its slash."""

from bot.domain.folding import fold
from bot.messages import Reply, _, lines
from handlers.talking.helping.help import show_help
from handlers.talking.meaning.names import words_of_name
from handlers.talking.meaning.shorthand import reads_as_scores
from handlers.talking.meaning.target import Target, begun_in_front, groups_of, in_front
from handlers.talking.menu import menu_button
from handlers.talking.ordinary.away import offer_away
from handlers.talking.ordinary.explaining import answer_plainly
from handlers.talking.ordinary.mending import ask_what_is_wrong
from handlers.talking.ordinary.said.kinds import Ordinary
from handlers.talking.ordinary.stopping import answer_stopped
from handlers.talking.ordinary.words import behind_thanks, ordinary, refuses
from handlers.talking.routing.answered import Reread
from handlers.talking.routing.route import About
from handlers.talking.settings import back_button, is_away
from handlers.talking.turn import Replies, Turn

MOST_BEHIND = 4
"""Words behind a command that is typed without its slash; more of them are a sentence."""

MOST_UNNAMED = 2
"""Of more words behind such a command, one has to be a name or a number."""

SAID_OF_MORE = ("plan", "groups", "contexts")
"""Commands whose word says other things as well, as in 'plan a talk': there a name follows."""

WITH_SLASH = ("start", "today", "focus")
"""Commands that need their slash, or are a keyword without it."""

_SAID = {
    Ordinary.THANKS: _("You are welcome."),
    Ordinary.GOODBYE: _("Until next time!"),
    Ordinary.FINE: _("Good."),
    Ordinary.WAIT: _("Take your time."),
    Ordinary.NOT_AWAY: _(
        "Nothing was stored of that. /absent says until when somebody is away, without a reason."
    ),
}

_SAYS = (Ordinary.AWAY, Ordinary.NOT_AWAY, Ordinary.WRONG, Ordinary.UNDO)
"""What may stand behind thanks, and is then what is meant."""


def talk_small(turn: Turn, text: str) -> Replies | Reread | None:
    """Answer ordinary words; None for what says something else, and for somebody's name."""
    if _is_a_name(turn, text):
        return None
    if (behind := behind_thanks(text)) and (answered := _behind(turn, behind)) is not None:
        return answered
    answered = answer_plainly(turn, text) or answer_stopped(turn, text)
    if answered is not None:
        return answered
    kind = ordinary(text)
    if kind is None:
        return _as_command(turn, text)
    if kind is Ordinary.HELP:
        return show_help(turn, "")
    if kind is Ordinary.UNDO:
        return Reread("/undo")
    may_answer = kind in (Ordinary.FINE, Ordinary.WRONG, Ordinary.NOT_AWAY)
    if may_answer and (asked := turn.table.prose(turn, text, of_people=True)):
        return asked  # 'goed' may be the whole of somebody's feedback
    return [_talk(turn, kind, text)]


def _behind(turn: Turn, text: str) -> Replies | Reread | None:
    """Answer what stands behind thanks where it says something of its own; None for more thanks."""
    if refuses(text):
        return [Reply(_("All right, nothing was stored."))]
    says = ordinary(text) in _SAYS or answer_stopped(turn, text) is not None
    return talk_small(turn, text) if says else turn.table.typed(turn, text)


def _talk(turn: Turn, kind: Ordinary, text: str) -> Reply:
    if kind is Ordinary.AWAY:
        return offer_away(turn, text)
    if kind is Ordinary.WRONG:
        return ask_what_is_wrong(turn)
    if kind is Ordinary.GREETING:
        hello = _("Hello {name}.", name=turn.person.name.split()[0])
        return Reply(lines(hello, _("What would you like to do?")), menu_button(turn))
    if kind is Ordinary.NOT_AWAY and is_away(turn):
        return Reply(_SAID[kind], ((back_button(),),))
    return Reply(_SAID[kind])


def _is_a_name(turn: Turn, text: str) -> bool:
    said = fold(text).strip(" .!")
    return any(said in words_of_name(track.student) for track in turn.tracks)


def _as_command(turn: Turn, text: str) -> Reread | None:
    """Read a command that was typed without its slash, where nothing else is said."""
    first, _blank, rest = text.strip().partition(" ")
    command = turn.table.command(first.rstrip(".!:,"))
    if command is None or command.name in WITH_SLASH or _is_a_line(turn, text, command.name):
        return None
    about_somebody = isinstance(command.answers, About) or command.name == "language"
    if rest.strip(" .!") and not (about_somebody and len(rest.split()) <= MOST_BEHIND):
        return None
    unnamed = 0 if command.name in SAID_OF_MORE else MOST_UNNAMED
    if len(rest.split()) > unnamed and not _names_somebody(turn, rest):
        return None  # 'next time bend it slower'
    return Reread(f"/{command.name} {rest}".strip())


def _names_somebody(turn: Turn, text: str) -> bool:
    """Say whether a word is of a student's or a class group's name, or holds a number."""
    known = {word for track in turn.tracks for word in words_of_name(track.student)}
    known |= {word for group in groups_of(turn) for word in fold(group.name).split()}
    words = [word.strip(".,!:") for word in fold(text).split()]
    return any(word in known or any(map(str.isdigit, word)) for word in words)


def _is_a_line(turn: Turn, text: str, command: str) -> bool:
    """Say whether a name begins a text, such as 'Klas 7', or whether it is a line of scores."""
    among: list[Target] = [*turn.tracks, *groups_of(turn)]
    named = bool(in_front(text, among)[0]) or begun_in_front(text, among) is not None
    return named or (command != "score" and reads_as_scores(text))
