"""Typed words: a command, a keyword's line, a note that was asked for, or shorthand."""

from collections.abc import Callable

from bot.domain.school.tracks import Track
from bot.messages import Reply, _
from handlers.help import not_understood
from handlers.scoring.shorthand import Misread, TypedLine, complaint, read_line
from handlers.scoring.tapping.today_menu import choose_in_context
from handlers.scoring.typing.focus import focus
from handlers.scoring.typing.line import score_line
from handlers.scoring.typing.same import same
from handlers.scoring.typing.today import today
from handlers.talking.names import meant_by
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import Group, Target, groups_of, name_of, nobody, whom
from handlers.talking.words import keyword_of

LineHandler = Callable[[Turn, TypedLine, Track], Replies]

KEYWORD_LINES: dict[str, LineHandler] = {"today": today, "same": same, "focus": focus}


def line(turn: Turn, text: str, target: Target | None = None) -> Replies:
    """Answer a line: by its keyword, else as scores; `target` is whom a button has named."""
    try:
        read = read_line(text)
        if read.keyword:
            return _keyword_line(turn, read, target)
    except Misread as misread:
        return [Reply(complaint(text, misread))]
    if not read.parts and target is None and not _names_somebody(turn, read.name):
        return not_understood(turn)
    return score_line(turn, text, target)


def _names_somebody(turn: Turn, name: str) -> bool:
    if not name:
        return False
    among: list[Target] = [*turn.scored_tracks, *groups_of(turn)]
    meant = meant_by(name, among, name_of)
    return bool(meant.sure or meant.several or meant.near)


def _keyword_line(turn: Turn, read: TypedLine, target: Target | None) -> Replies:
    keyword = read.keyword or ""
    name, in_context = _without_keywords(read)
    if target is None:
        found = whom(turn, name, read.text, turn.scored_tracks)
        if isinstance(found, list):
            return found
        target = found
    if isinstance(target, Group) or target.scoring_role is None:
        return [Reply(nobody(turn))]
    if keyword == "today" and in_context and read.parts:
        return _in_context(turn, read, target)
    return KEYWORD_LINES[keyword](turn, read, target)


def _without_keywords(read: TypedLine) -> tuple[str, bool]:
    words = read.name.split()
    named = [word for word in words if keyword_of(word) not in ("context", "none")]
    return " ".join(named), any(keyword_of(word) == "context" for word in words)


def _in_context(turn: Turn, read: TypedLine, track: Track) -> Replies:
    number = read.parts[0].competence
    if turn.programme(track).context(number) is None:
        raise Misread(_("There is no such context in this programme."), read.parts[0].token)
    turn.remember(track)
    return choose_in_context(turn, track, number, edit=False)


def keyword_command(keyword: str) -> Callable[[Turn, str], Replies]:
    """Let a command read what stands behind it as a keyword's line."""

    def command(turn: Turn, words: str) -> Replies:
        return line(turn, f"{keyword} {words}")

    return command
