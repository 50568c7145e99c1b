"""Which student a line is about: by name, by the last half hour, or by asking."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.folding import fold
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import Button, Reply, Text, _
from handlers.talking.names import meant_by
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.turn import Replies, Turn

AT_MOST = 8
"""How many students are offered as buttons at once."""


@dataclass(frozen=True, slots=True)
class Group:
    """A class group as somebody meets it: its tracks, seen together."""

    name: str
    tracks: tuple[Track, ...]


Target = Track | Group


def groups_of(turn: Turn) -> tuple[Group, ...]:
    """List the class groups that this person may act on as a whole."""
    named: dict[str, list[Track]] = {}
    for track in turn.tracks:
        if track.roles & SEES_CLASS_GROUP:
            named.setdefault(track.class_group, []).append(track)
    return tuple(Group(name, tuple(own)) for name, own in sorted(named.items()))


def group_in_front(turn: Turn, text: str) -> tuple[Group | None, str]:
    """Find a class group whose name begins a line, such as '5 ELI 10.3 v', and what follows it."""
    folded = fold(text) + " "
    for group in groups_of(turn):
        if group.name[:1].isdigit() and folded.startswith(fold(group.name) + " "):
            rest = text.split(maxsplit=len(group.name.split()))
            return group, rest[-1] if len(rest) > len(group.name.split()) else ""
    return None, text


def name_of(target: Target) -> str:
    """Give a target's name."""
    return target.name if isinstance(target, Group) else target.student


def whom(
    turn: Turn, name: str, again: str, among: Sequence[Track], groups: Sequence[Group] = ()
) -> Target | Replies:
    """Find whom a line means; where that is not sure, give the question to ask instead.

    `again` is the line that is read anew once a button has said who is meant.
    """
    candidates: list[Target] = [*among, *groups]
    if not candidates:
        return [Reply(nobody(turn))]
    if not name:
        return _unnamed(turn, again, among)
    meant = meant_by(name, candidates, name_of)
    if meant.sure is not None:
        return meant.sure
    if meant.several:
        return ask_which(turn, again, meant.several, _("Which one do you mean?"))
    if meant.near:
        question = _(
            "I do not know '{name}'. Do you mean this? Nothing was stored yet.", name=short(name)
        )
        return ask_which(turn, again, meant.near, question)
    return [
        Reply(
            _(
                "I know nobody called '{name}' among yours: {names}. Nothing was stored.",
                name=short(name),
                names=", ".join(short(name_of(one)) for one in candidates[:AT_MOST]),
            )
        )
    ]


def _unnamed(turn: Turn, again: str, among: Sequence[Track]) -> Target | Replies:
    about = turn.about
    if about is not None and about in among:
        return about
    if len(among) == 1:
        return among[0]
    return ask_which(turn, again, among, _("Which student is this about?"))


def ask_which(turn: Turn, again: str, among: Sequence[Target], question: Text) -> Replies:
    """Ask by buttons who is meant; nothing is stored until one is tapped."""
    turn.forget()  # until it is said who is meant, no line goes to whom it was about before
    serial = turn.ask("line", {"line": again})
    buttons = [
        (Button(_labelled(one), f"ln:{serial}:{_reference(one)}"),) for one in among[:AT_MOST]
    ]
    buttons.append((Button(_("✕ none of these"), f"no:{serial}"),))
    text = question
    if len(among) > AT_MOST:
        text = _("{question} Or type the name before your line.", question=question)
    return [Reply(text, tuple(buttons))]


def _labelled(target: Target) -> str:
    if isinstance(target, Group):
        return target.name
    return f"{target.student} · {target.class_group}"


def _reference(target: Target) -> str:
    # A group goes by one of its tracks: short enough for a code, and authorised like a track.
    return f"g{target.tracks[0].id}" if isinstance(target, Group) else f"t{target.id}"


def referred(turn: Turn, reference: str) -> Target | None:
    """Find the target that a button's reference names, if this person still has it."""
    track = turn.track(int(reference[1:])) if reference[1:].isdigit() else None
    if track is None or reference[0] == "t":
        return track
    return next((group for group in groups_of(turn) if track in group.tracks), None)


def nobody(turn: Turn) -> Text:
    """Say that this person has no student here."""
    if any(Role.COACH in track.roles for track in turn.tracks):
        return _(
            "As {role} you look on and do not score. /report shows what the others said.",
            role=ROLE_WORD[Role.COACH],
        )
    return _("There is no student linked to you at the moment. The school can put that right.")
