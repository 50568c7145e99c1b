"""The contexts of a student: what comes up, what that would train, how much came up at work."""

import re
from collections.abc import Iterator

from bot.domain.planning.contexts import ContextCovered
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Reply, Sayable, _, _n, lines
from bot.use_cases.planning.contexts.see_contexts import SeenContexts, see_contexts
from handlers.planning.contexts.taps import DropContext, PlanContext, ShowContexts
from handlers.talking.meaning.target import in_front
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.phrases import first_name, say_coming, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NO_CONTEXTS = _(
    "This programme has no contexts yet: pieces of work that belong together, such as a "
    "renovation. The coach makes them with /contexts."
)
NOTHING_SAID = _("Nobody has said yet which work comes up.")

_NUMBER = re.compile(r"(?<!\S)\d")


def seek_track(turn: Turn, words_: str) -> Sought[Track, str]:
    """Read whose contexts are meant, and what else is said of them.

    Raises Unclear for whoever has no student.
    """
    among = [track for track in turn.tracks if track.ended_at is None]
    if not among:
        raise Unclear(Reply(nobody(turn)))
    found, end = in_front(words_, among)
    if found:
        named, said = words_[:end].strip(), words_[end:].strip(" :,")
        return Sought(
            named,
            among,
            said,
            found[0] if len(found) == 1 else None,
            several=found if len(found) > 1 else (),
        )
    number = _NUMBER.search(words_)
    begin = number.start() if number else len(words_)
    return Sought(words_[:begin].strip(" :,"), among, words_[begin:].strip())


def show_contexts(turn: Turn, track: Track, *, edit: bool = False) -> Reply:
    """Show what comes up for a student, what it would train, and how much of each came up."""
    turn.remember(track)
    programme = turn.programme(track)
    seen = see_contexts(turn.uow, turn.person.id, track, programme, turn.at)
    if not programme.contexts:
        return Reply(NO_CONTEXTS, edit=edit)
    text = lines(
        _heading(track),
        *(say_coming(programme, *own) for own in seen.coming),
        None if seen.coming else NOTHING_SAID,
        _("So far at work:"),
        *map(_say_covered, seen.covered),
    )
    rows = tuple(_offer(programme, seen))
    more = _("Tap what comes up in the coming weeks.") if rows else None
    return Reply(lines(text, more), rows, edit=edit)


def tapped_contexts(turn: Turn, tap: ShowContexts) -> Replies:
    """Go back to a student's contexts."""
    track = turn.track(tap.track)
    return [show_contexts(turn, track, edit=True) if track else Reply(nobody(turn))]


def _heading(track: Track) -> Sayable:
    if Role.STUDENT in track.roles:
        return _("The work that comes up for you:")
    return _("{student}: the work that comes up", student=first_name(track))


def _say_covered(covered: ContextCovered) -> Sayable:
    return _n(
        "{context}: {came_up} of {count} indicator came up",
        "{context}: {came_up} of {count} indicators came up",
        covered.whole,
        context=f"{covered.context.number} {covered.context.title}",
        came_up=covered.came_up,
    )


def _offer(programme: Programme, seen: SeenContexts) -> Iterator[tuple[Button, ...]]:
    """Offer to say what comes up, at each workplace for which this person may say it."""
    coming = {(own.placement_id, own.context_id) for own, _turn in seen.coming}
    for placement in seen.planned:
        where = f"({placement.workplace})" if len(seen.planned) > 1 else ""
        for context in programme.contexts:
            label = f"{context.number} {short(context.title)} {where}".rstrip()
            if (placement.id, context.id) in coming:
                dropped = _("✕ remove: {what}", what=label)
                yield (button(dropped, DropContext(placement.id, context.id)),)
            else:
                yield (button(label, PlanContext(placement.id, context.id)),)
