"""Which student a line is about: by name, by the last half hour, or by asking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from bot.domain.folding import fold
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Role, Track
from bot.messages import Reply, Sayable, Text, _, lines, listed
from bot.ports.talking import Awaited
from handlers.talking.meaning.ended import say_ended, say_left
from handlers.talking.meaning.names import behind_small_word, meant_by, nobodys
from handlers.talking.meaning.shorthand import complaint, may_name_others
from handlers.talking.meaning.target import Group, Target, groups_of, name_of
from handlers.talking.meaning.tokens import Misread
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.routing.answered import Answered, Reread
from handlers.talking.routing.question import Question
from handlers.talking.routing.tap import LiveTap, Shape, button
from handlers.talking.turn import Replies, Turn

T = TypeVar("T", bound=Target)
S = TypeVar("S")

WHICH = _("Which one do you mean?")
LINE_SHOWN = 80
"""Characters of a waiting line that are shown with its question."""

AT_MOST = 8
"""How many students are offered as buttons at once."""


@dataclass(frozen=True, slots=True)
class Sought(Generic[T, S]):
    """Whom words may be about: the name in them, among whom it is sought, what else they say.

    `sure` is whom they name beyond doubt, `several` those who are called so alike. `wholly` says
    that a class group counts as named by its whole name alone: something is stored about all of it.
    """

    name: str
    among: Sequence[T]
    said: S
    sure: T | None = None
    several: Sequence[T] = ()
    wholly: bool = False


class Unclear(Exception):
    """It is not sure who is meant; it holds what to say or ask instead."""

    def __init__(self, *replies: Reply) -> None:
        """Keep the question to ask."""
        super().__init__()
        self.replies = [*replies]


@dataclass(frozen=True)
class LineWaiting(Question):
    """A line that is stored once a button has said who is meant, or how it is settled.

    `asks` is what is asked of it: whom it is about, among those of `among`; how often what is now
    said shown came up, or whether it may be taken away (`never`), of the indicators of `numbers`;
    whether a whole class group is meant, or whether what an edited message said long ago is to be
    corrected (`old`). `source` is the message that it came in, and `behind`
    holds the lines that wait until this one is settled.
    """

    kind = Awaited.LINE
    over = True
    line: str = ""
    track: int | None = None
    settled: Sequence[str] = ()
    asks: str = "whom"
    among: Sequence[str] = ()
    numbers: str = ""
    behind: Sequence[Mapping[str, Any]] = ()


class ChooseTarget(LiveTap, code="ln"):
    """Say that a waiting line is about the student, or the class group, of this track."""

    reference: Annotated[str, Shape(r"[tg]\d{1,18}")]


class PutAway(LiveTap, code="no"):
    """Drop what is waiting."""


def find(turn: Turn, sought: Sought[T, S], again: str) -> T:
    """Find whom words mean. Raises Unclear where that is not sure.

    `again` is the line that is read anew once a button has said who is meant.
    """
    if sought.sure is not None:
        return sought.sure
    if sought.several:
        raise Unclear(_which(turn, again, sought.several, WHICH))
    if not sought.among:
        raise Unclear(Reply(say_left(turn, sought.name, again) or nobody(turn)))
    if not sought.name:
        return _find_unnamed(turn, sought.among, again)
    meant = meant_by(sought.name, sought.among, name_of)
    if meant.sure is not None and not _only_in_part(sought, meant.sure):
        return meant.sure
    several = meant.several or (meant.sure and (meant.sure,))
    if several:
        raise Unclear(_which(turn, again, several, WHICH))
    raise Unclear(_unknown(turn, sought, meant.near, again))


def _unknown(turn: Turn, sought: Sought[T, S], near: Sequence[T], again: str) -> Reply:
    """Say who has left, ask about a near spelling, or say that nobody is called so."""
    turn.forget()  # a line without a name that follows goes on about whom this one names
    if (left := say_left(turn, sought.name, again)) is not None:
        return Reply(left)
    name = short(sought.name)
    if bare := behind_small_word(sought.name):
        sure = meant_by(bare, sought.among, name_of).sure
        near = [sure] if sure else near
    if near:
        question = _("I do not know '{name}'. Do you mean this? Nothing was stored yet.", name=name)
        return _which(turn, again, near, question)
    if said := nobodys(sought.name, [name_of(target) for target in sought.among]):
        none = _("I do not understand '{words}' here. Nothing was stored.", words=short(said))
        return Reply(lines(none, _("/help shows what you can do.")))
    return Reply(
        _(
            "I know nobody called '{name}' among yours: {names}. Nothing was stored.",
            name=name,
            names=listed(short(name_of(target)) for target in sought.among[:AT_MOST]),
        )
    )


def sure_of(sought: Sought[T, S]) -> T | None:
    """Find whom words name beyond doubt, without asking."""
    if sought.sure is not None or sought.several:
        return sought.sure
    sure = meant_by(sought.name, sought.among, name_of).sure
    return None if sure is None or _only_in_part(sought, sure) else sure


def _only_in_part(sought: Sought[T, S], target: T) -> bool:
    """Say whether a class group, of which all would be told something, is named only in part."""
    return (
        sought.wholly and isinstance(target, Group) and fold(sought.name) != fold(name_of(target))
    )


def misread_line(turn: Turn, text: str, misread: Misread) -> Replies:
    """Say what in a line was not understood; where it may name others, the next line asks whom."""
    if may_name_others(text):
        turn.forget()
    return [Reply(complaint(text, misread))]


def _find_unnamed(turn: Turn, among: Sequence[T], again: str) -> T:
    """Take whom the dialogue is about, or the only one; class groups have to be named."""
    tracks = [target for target in among if isinstance(target, Track)]
    offered = tracks or among
    for target in tracks:
        if target.id == turn.about_id:
            return target
    if len(offered) == 1:
        return offered[0]
    question = (
        _("Which student is this about?") if tracks else _("Which class group is this about?")
    )
    raise Unclear(_which(turn, again, offered, question))


def _which(turn: Turn, again: str, among: Sequence[Target], question: Text) -> Reply:
    """Ask by buttons who is meant; nothing is stored until one is tapped."""
    turn.forget()  # until it is said who is meant, no line goes to whom it was about before
    waiting = LineWaiting(
        line=again, among=[_reference(target) for target in among], source=turn.said.ref
    )
    return _draw_which(turn, waiting, among, question)


def ask_whom_again(turn: Turn, waiting: LineWaiting) -> Reply:
    """Ask once more whom a waiting line is about."""
    among = [_referred(turn, reference) for reference in waiting.among]
    question = _("“{line}” still waits: who is it about?", line=short(waiting.line, LINE_SHOWN))
    known = [target for target in among if target] or list(turn.scored_tracks)
    return _draw_which(turn, waiting, known, question)


def _draw_which(turn: Turn, waiting: LineWaiting, among: Sequence[Target], question: Text) -> Reply:
    serial = turn.ask(waiting)
    buttons = [
        (button(_labelled(target), ChooseTarget(serial, _reference(target))),)
        for target in among[:AT_MOST]
    ]
    buttons.append((button(_("✕ none of these"), PutAway(serial)),))
    text = question
    if len(among) > AT_MOST:
        text = _("{question} Or type the name before your line.", question=question)
    return Reply(text, tuple(buttons))


def tapped_target(turn: Turn, tap: ChooseTarget) -> Answered:
    """Read a waiting line anew for whom the button names."""
    target = _referred(turn, tap.reference)
    if target is None:
        return [Reply(nobody(turn))]
    waiting = turn.asked(LineWaiting)
    turn.waits_no_more = True
    return Reread(waiting.line, target, source=waiting.source) if waiting else None


def put_away(turn: Turn, _tap: PutAway) -> Answered:
    """Drop a waiting line; tapped once more, what it came over stays open."""
    if turn.question is not None and turn.question.lasts:
        return None
    turn.waits_no_more = True
    turn.close()
    return [Reply(_("All right, nothing was stored."), edit=True)]


def _labelled(target: Target) -> str:
    if isinstance(target, Group):
        return target.name
    return target.label


def _reference(target: Target) -> str:
    # A group goes by one of its tracks: short enough for a code, and authorised like a track.
    return f"g{target.tracks[0].id}" if isinstance(target, Group) else f"t{target.id}"


def _referred(turn: Turn, reference: str) -> Target | None:
    """Find the target that a button's reference names, if this person still has it."""
    # What is read anew for it asks once more whom it may be about.
    track = turn.track(int(reference[1:])) or turn.council_track(int(reference[1:]))
    if track is None or reference[0] == "t":
        return track
    groups = (*groups_of(turn), *groups_of(turn, turn.council_tracks))
    return next((group for group in groups if track in group.tracks), None)


def nobody(turn: Turn) -> Sayable:
    """Say that this person has no student here, or has one no more, and what they have instead."""
    if any(Role.COACH in track.roles for track in turn.tracks):
        return _(
            "As {role} you look on and do not score. /report shows what the others said.",
            role=ROLE_WORD[Role.COACH],
        )
    none = _("There is no student linked to you at the moment. The school can put that right.")
    return say_ended(turn) or _say_own_part(turn) or none


def _say_own_part(turn: Turn) -> Sayable | None:
    """Say what somebody has here who is around no student by what they are; None for others."""
    return next((said for office, said in OWN_PART.items() if office in turn.offices), None)


OWN_PART: Mapping[Office, Sayable] = {
    Office.SECTOR: _(
        "You speak for a sector, and have no students here. What you have is /sector."
    ),
    Office.INTAKE: _("You are in an intake, and have no students here. What you have is /intake."),
    Office.INDUCTION: _(
        "You have no students here, but teachers who are new or their coach. "
        "What you have is /starters."
    ),
    Office.ADMINISTRATION: _(
        "You run Kompaan here, and have no students. What you have is /admin."
    ),
}
"""What somebody has who is around no student; the first that fits is said."""
