"""`/substitute`: who stands in for whom, and for whom somebody else could."""

from collections.abc import Sequence

from bot.domain.supporting.substitutes import Substitution
from bot.messages import Button, Reply, Sayable, _, lines, words
from bot.use_cases.supporting.substitutes.see_substitutes import (
    Replaceable,
    coached,
    find_changeable,
    list_replaceable,
    needs_link,
    see_substitutions,
)
from handlers.supporting.substitutes.naming import ask_for_whom
from handlers.supporting.substitutes.phrases import GONE, NOT_YOURS, say_to_one
from handlers.supporting.substitutes.taps import (
    AskForWhom,
    AskOtherEnd,
    InviteSubstitute,
    NameSubstitute,
    ShowSubstitution,
)
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.routing.doors import EndSubstitution
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

OFFERED = 8
"""People with a button of their own: others are named behind the command."""

NONE = _("Nobody stands in for anybody at the moment.")


def show_substitutes(turn: Turn, said: str) -> Replies:
    """Answer `/substitute`, with or without the name of who is away behind it."""
    if not turn.tracks:
        return [Reply(nobody(turn))]
    seen = see_substitutions(turn.uow, turn.person.id, turn.tracks, turn.at)
    if not coached(turn.tracks):
        return [_seen_by(turn, seen)]
    among = list_replaceable(turn.uow, turn.tracks)
    if said.strip():
        meant = meant_by(said.strip(), among, lambda own: own.first.person)
        if meant.sure is not None:
            turn.tell_of(meant.sure.first.person_id)
            return [ask_for_whom(turn, meant.sure)]
        found = meant.several or meant.near
        none = _("I know no mentor or teacher called '{name}' among yours.", name=short(said))
        return [_ask_who_is_away(turn, found or among, None if found else none)]
    return [_ask_who_is_away(turn, among, None, seen)]


def tapped_name(turn: Turn, tap: NameSubstitute) -> Replies:
    """Ask who stands in for somebody who is away."""
    among = list_replaceable(turn.uow, turn.tracks)
    own = [known for known in among if known.first.person_id == tap.person]
    if not own:
        return [Reply(NOT_YOURS)]
    if len(own) == 1:
        return [ask_for_whom(turn, own[0])]
    return [_ask_who_is_away(turn, own, None)]


def tapped_for_whom(turn: Turn, tap: AskForWhom) -> Replies:
    """Ask for which students."""
    among = list_replaceable(turn.uow, turn.tracks)
    for own in among:
        if (own.first.person_id, own.first.role) == (tap.absent, tap.role):
            return [ask_for_whom(turn, own)]
    return [Reply(NOT_YOURS)]


def tapped_show(turn: Turn, tap: ShowSubstitution) -> Replies:
    """Show who stands in for whom, with what can be done about it."""
    own = find_changeable(turn.uow, turn.person.id, turn.tracks, tap.substitute, turn.at)
    return [show_substitution(turn, own)] if own else [Reply(GONE)]


def show_substitution(turn: Turn, own: Substitution, above: Sayable | None = None) -> Reply:
    """Show it to who may change it."""
    first = own.first
    rows: list[tuple[Button, ...]] = [(button(_("end it now"), EndSubstitution(first.id)),)]
    if first.track_id in {track.id for track in coached(turn.tracks)}:
        rows.append((button(_("another last day …"), AskOtherEnd(first.id)),))
        if needs_link(turn.uow, first.person_id, turn.at):
            label = _("invite {name}", name=short(first.person))
            rows.append((button(label, InviteSubstitute(first.id)),))
    return offer(turn, Reply(lines(above, say_to_one(own, turn.person)), tuple(rows)))


def _seen_by(turn: Turn, seen: Sequence[Substitution]) -> Reply:
    """Say to who is no coach who stands in around them; who was away may be back."""
    if not seen:
        return Reply(lines(NONE, _("The coach names who stands in: ask them.")))
    text = lines(*(say_to_one(own, turn.person) for own in seen))
    rows = tuple(
        (button(_("I am back: {name} stops", name=short(own.first.person)),
                EndSubstitution(own.first.id)),)
        for own in seen
        if own.first.absent_id == turn.person.id
    )  # fmt: skip
    return offer(turn, Reply(text, rows)) if rows else Reply(text)


def _ask_who_is_away(
    turn: Turn,
    among: Sequence[Replaceable],
    above: Sayable | None,
    seen: Sequence[Substitution] = (),
) -> Reply:
    """Ask for whom somebody is to stand in, those first who are known to be away."""
    people = [own.first.person_id for own in among]
    away = turn.uow.absences.list_known(people, turn.at)
    first = sorted(among, key=lambda own: own.first.person_id not in away)
    text = lines(
        above,
        *(words("•", say_to_one(own, turn.person)) for own in seen),
        None if seen or above else NONE,
        _("Who is away? Tap who it is, or type the name behind /substitute."),
    )  # fmt: skip
    changeable = [
        button(f"{short(own.first.person)} ← {short(own.first.absent)}",
               ShowSubstitution(own.first.id))
        for own in seen
        if _may_change(turn, own)
    ]  # fmt: skip
    offered = [
        button(words(short(own.first.person), ROLE_WORD[own.first.role], by=" · "),
               AskForWhom(own.first.person_id, own.first.role))
        for own in first[:OFFERED]
    ]  # fmt: skip
    return offer(turn, Reply(text, tuple((own,) for own in (*changeable, *offered))))


def _may_change(turn: Turn, own: Substitution) -> bool:
    """Say whether this person may change something of it."""
    coaches = {track.id for track in coached(turn.tracks)}
    return any(part.track_id in coaches or part.absent_id == turn.person.id for part in own.parts)
