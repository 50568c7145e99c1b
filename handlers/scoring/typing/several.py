"""Several lines in one message: each is read by itself, and all of them are stored, or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.school.tracks import Track
from bot.domain.scoring.ceilings import MOST_LINES
from bot.messages import Quoted, Reply, Sayable, Text, _, lines, listed
from bot.use_cases.scoring.foresee_class_group import foresee_class_group
from bot.use_cases.scoring.seeing.see_standing import see_recorded
from bot.use_cases.scoring.store_lines import store_lines
from bot.use_cases.scoring.store_scores import Contradiction, Sayings
from handlers.scoring.confirm import confirm_stored, undo_button
from handlers.scoring.group import say_changing, say_of, taught_in
from handlers.scoring.letters import TWO_VALUES
from handlers.scoring.sayings import SAY_WHAT, join_sayings, read_sayings, too_much
from handlers.scoring.tapping.steps import go_on_or_close
from handlers.scoring.taps import ScoreLineForGroup
from handlers.scoring.typing.same import read_same
from handlers.scoring.typing.today import read_tally
from handlers.talking.meaning.ended import say_left
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine, complaint, keyword_in_front, lines_of
from handlers.talking.meaning.target import Group, Target, groups_of
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import LineWaiting, PutAway, Unclear, nobody, sure_of
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

READS: dict[str | None, Callable[[Turn, Track, TypedLine], list[Sayings]]] = {
    None: lambda turn, track, line: read_sayings(line, turn.programme(track), turn.at),
    "same": read_same,
    "today": read_tally,
}
"""How a line of each kind is read that can stand among several."""

LINE_SHOWN = 80


@dataclass
class SaidInLines:
    """What the lines of a message say: of each track, and line by line of whom they name."""

    of_tracks: dict[Track, list[Sayings]] = field(default_factory=dict)
    by_line: list[tuple[Target, list[Sayings]]] = field(default_factory=list)
    read: list[Sayings] = field(default_factory=list)

    def refuse_too_much(self, more: Sequence[Sayings]) -> None:
        """Count what was read. Raises Refused as soon as it is too much for one message."""
        self.read += more
        if (reason := too_much(self.read)) is not None:
            raise Refused(lines(reason, _("Nothing was stored.")))

    @property
    def of_groups(self) -> bool:
        """Whether a whole class group is among them."""
        return any(isinstance(target, Group) for target, _sayings in self.by_line)

    def blocks(self) -> list[Sayable | None]:
        """Show each line by itself."""
        return [
            text for target, sayings in self.by_line for text in say_of(_called(target), sayings)
        ]


class Refused(Exception):
    """One line is not clear, so none is stored; it holds what to say."""

    def __init__(self, text: Sayable) -> None:
        """Keep what to say."""
        super().__init__()
        self.text = text


def read_several(turn: Turn, text: str) -> Replies | None:
    """Store the lines of a message, or say of which one it is not clear; None where it is one."""
    written = lines_of(text)
    if len(written) < 2:
        return None
    try:
        said = _read_all(turn, written)
    except Refused as refused:
        return [Reply(refused.text)]
    if said.of_groups:
        waiting = LineWaiting(line=text, asks="lines", source=turn.said.ref)
        return [ask_for_lines(turn, said, waiting)]
    return _stored(turn, said)


def ask_for_lines(turn: Turn, said: SaidInLines, waiting: LineWaiting) -> Reply:
    """Show what lines about a whole class group would store, and wait for a tap."""
    serial = turn.ask(waiting)
    names = [first_name(track) for track in said.of_tracks]
    text = lines(
        *said.blocks(),
        _("For: {names}", names=listed(names)),
        say_changing([*said.of_tracks], _foresee(turn, said)),
        _("Nothing was stored yet."),
    )
    store = button(_("store all of it"), ScoreLineForGroup(serial))
    return Reply(text, ((store,), (button(_("✕ cancel"), PutAway(serial)),)))


def _foresee(turn: Turn, said: SaidInLines) -> dict[int, int]:
    """Count how many marks that stand would change, by track."""
    changed: dict[int, int] = {}
    for track, sayings in said.of_tracks.items():
        changed |= foresee_class_group(turn.uow, [turn.seat(track)], sayings).changed
    return changed


def ask_for_lines_again(turn: Turn, waiting: LineWaiting) -> Reply | None:
    """Show once more what waiting lines would store."""
    try:
        return ask_for_lines(turn, _read_all(turn, lines_of(waiting.line)), waiting)
    except Refused as refused:
        return Reply(refused.text)


def store_waiting_lines(turn: Turn, waiting: LineWaiting) -> Replies:
    """Store lines that waited for a tap."""
    try:
        return _stored(turn, _read_all(turn, lines_of(waiting.line)))
    except Refused as refused:
        return [Reply(refused.text)]


def _read_all(turn: Turn, written: Sequence[str]) -> SaidInLines:
    """Read every line. Raises Refused for the first that is not clear, and for too many."""
    if len(written) > MOST_LINES:
        raise Refused(lines(_too_many(len(written)), _("Nothing was stored.")))
    said = SaidInLines()
    about: Target | None = turn.about
    heads: tuple[str, Target] | None = None
    for text in written:
        try:
            before, about = len(said.by_line), _read_one(turn, text, about, said)
        except Misread as misread:
            raise Refused(complaint(text, misread)) from None
        except Unclear as unclear:
            raise Refused(lines(_quoted(text), unclear.replies[0].text)) from None
        if heads and heads[1] != about:
            break
        heads = (text, about) if len(said.by_line) == before else None
    if heads:  # a name of whom nothing is said is not left out
        raise Refused(_refusal(heads[0], SAY_WHAT))
    if not said.of_tracks:
        raise Refused(_refusal(written[0], _("Here I miss what you want to say.")))
    return said


def _read_one(turn: Turn, text: str, about: Target | None, said: SaidInLines) -> Target:
    """Read one line into what was said so far; gives whom it is about."""
    keyword, _begin = keyword_in_front(text)
    if keyword not in READS or text.startswith("/"):
        raise Refused(_refusal(text, _("This goes in its own message.")))
    groups = () if keyword else groups_of(turn)
    among: list[Target] = [*turn.scored_tracks, *groups]
    if not among:
        raise Unclear(Reply(nobody(turn)))
    sought = replace(seek(text, among), wholly=True)
    target = sure_of(sought) if sought.name else _unnamed(turn, about)
    if target is None and (left := say_left(turn, sought.name)) is not None:
        raise Unclear(Reply(left))
    if target is None:
        raise Refused(_refusal(text, _("Whom is this about? Write the name in front of it.")))
    if sought.said.parts:
        _add(turn, target, sought.said, said)
    return target


def _add(turn: Turn, target: Target, line: TypedLine, said: SaidInLines) -> None:
    """Add what a line says of a student or a class group to what was said so far."""
    tracks = taught_in(target) if isinstance(target, Group) else [target]
    if not tracks:
        raise Refused(_refusal(line.text, _("Only a teacher scores a whole class group.")))
    read: list[Sayings] = []
    for track in tracks:
        read = READS[line.keyword](turn, track, line)
        said.refuse_too_much(read)
        joined = join_sayings(said.of_tracks.get(track, []), read)
        if joined is None:
            raise Misread(TWO_VALUES, line.parts[0].token)
        said.of_tracks[track] = joined
    said.by_line.append((target, read))


def _unnamed(turn: Turn, about: Target | None) -> Target | None:
    """Say whom a line without a name is about; after one about a class group that is not clear."""
    if isinstance(about, Group):
        return None
    if about in turn.scored_tracks:
        return about
    return turn.scored_tracks[0] if len(turn.scored_tracks) == 1 else None


def _stored(turn: Turn, said: SaidInLines) -> Replies:
    tracks = list(said.of_tracks)
    seats = [(turn.seat(track), said.of_tracks[track]) for track in tracks]
    occasion = turn.occasion(", ".join(dict.fromkeys(_titles(said))))
    try:
        entry, stored = store_lines(turn.uow, seats, occasion)
    except Contradiction as clash:
        return [Reply(_clash(clash))]
    go_on_or_close(turn, said.of_tracks)
    turn.recorded.append(entry.id)
    turn.forget()
    if len(tracks) == 1:
        turn.remember(tracks[0])
    blocks: list[Sayable | None] = []
    if said.of_groups:
        names = listed(map(first_name, tracks))
        blocks = [*said.blocks(), _("Stored for: {names}", names=names)]
    for (seat, sayings), marks, track in zip(seats, stored, tracks, strict=True):
        if not said.of_groups:
            recorded = see_recorded(turn.uow, seat, turn.programme(track), sayings, marks)
            blocks.append(confirm_stored(turn, track, recorded, entry).text)
    return [Reply(lines(*blocks), ((undo_button(entry),),))]


def _called(target: Target) -> str:
    return target.name if isinstance(target, Group) else first_name(target)


def _titles(said: SaidInLines) -> list[str]:
    """Say of whom an entry is, and of which competences: 'Jonas · 8'."""
    return [
        f"{_called(target)} · {', '.join(str(of_it.competence.number) for of_it in sayings)}"
        for target, sayings in said.by_line
    ]


def _clash(clash: Contradiction) -> Sayable:
    numbers = ", ".join(
        f"{clash.competence.number}.{indicator.number}"
        for indicator in clash.competence.indicators
        if indicator.id in (*clash.shown, *clash.never)
    )
    return lines(
        _("{numbers}: this contradicts what stands. Send that line by itself.", numbers=numbers),
        _("Nothing was stored."),
    )


def _too_many(count: int) -> Text:
    return _(
        "{count} lines in one message are too many: I read {most} at most.",
        count=count,
        most=MOST_LINES,
    )


def _refusal(text: str, reason: Text) -> Sayable:
    return lines(reason, _quoted(text), _("Nothing was stored."))


def _quoted(text: str) -> Quoted:
    return Quoted(short(text, LINE_SHOWN))
