"""The indicators on which the views differ, in words: a few in an alert, all of them behind it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from bot.domain.divergence.kinds import Disputed, Divergence
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Sayable, Text, _, colon, lines, words
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.showing.words.scores.marks import COVERAGE_WORD, MASTERY_WORD
from bot.use_cases.divergence.see_divergence import Seen
from bot.use_cases.reporting.see_photo import photos_of
from handlers.divergence.named import heading
from handlers.talking.phrases import MASTERY_SIGN, ROLE_WORD
from handlers.talking.turn import Turn

RANK = (Colour.GREY, Colour.RED, Colour.ORANGE, Colour.LIGHT_GREEN, Colour.DARK_GREEN)


def order_of(found: Divergence) -> list[Role]:
    """Order the perspectives: who stands alone first, who takes no part last."""
    sides = list(chain.from_iterable(found.sides))
    return [*sides, *(role for role in PERSPECTIVES if role not in sides)]


def name_most_apart(seen: Seen, found: Divergence, at_most: int) -> Iterator[Sayable]:
    """Name the indicators that are furthest apart, each with the signs of all, in their order."""
    named: list[Sayable] = [
        words(_name(seen, disputed.indicator), _signs(disputed, order_of(found)))
        for disputed in found.disputed[:at_most]
    ]
    named += [_name(seen, indicator) for indicator in _only_compared(found)[:at_most]]
    if found.disputed:
        named[0] = _("Most apart: {list}", list=named[0])
    yield from named


def say_first(seen: Seen, found: Divergence) -> Sayable | None:
    """Say of the indicator that is furthest apart who says what; of no alarm, what it is about."""
    if found.disputed:
        return words(*_said(seen, found.disputed[0], found), by=" – ")
    return next((_name(seen, indicator) for indicator in found.compared), None)


def draw_differing(turn: Turn, seen: Seen) -> Sayable:
    """Draw all indicators on which the views differ, who says what, and what changed."""
    found = seen.found
    if found is None:
        return lines(heading(seen), _("Nothing stands apart there any more."))
    return lines(
        heading(seen),
        *chain.from_iterable(_said(seen, disputed, found) for disputed in found.disputed),
        *(_name(seen, indicator) for indicator in _only_compared(found)),
        _since_photo(turn, seen, found),
    )


def _only_compared(found: Divergence) -> Sequence[int]:
    """List what a gap or an overlap is about: nobody disputes it."""
    return () if found.kind.alarms else found.compared


def _name(seen: Seen, indicator_id: int) -> Sayable:
    indicator = seen.indicator(indicator_id)
    return f"{seen.competence.number}.{indicator.number} {indicator.text}"


def _signs(disputed: Disputed, order: Sequence[Role]) -> str:
    signs = {role: _sign(value) for role, value in disputed.said}
    return f"({' / '.join(signs.get(role, '–') for role in order)})"


def _sign(value: Mastery | Coverage) -> str:
    return MASTERY_SIGN[value] if isinstance(value, Mastery) else value.value


def _said(seen: Seen, disputed: Disputed, found: Divergence) -> Iterator[Sayable]:
    said = dict(disputed.said)
    yield _name(seen, disputed.indicator)
    yield words(
        *(
            words(colon(ROLE_WORD[role]), _word(said[role]))
            for role in order_of(found)
            if role in said
        ),
        by=" · ",
    )


def _word(value: Mastery | Coverage) -> Sayable:
    return MASTERY_WORD[value] if isinstance(value, Mastery) else COVERAGE_WORD[value]


def _since_photo(turn: Turn, seen: Seen, found: Divergence) -> Sayable | None:
    taken = photos_of(turn.uow, seen.track)
    if not taken:
        return None
    photo = taken[-1]
    frozen = {
        Role(counted.role): counted.colour(photo.head.cut_off)
        for counted in turn.uow.film_reads.read_colours(turn.person.id, seen.track.id, photo.id)
        if counted.competence_id == seen.competence.id
    }
    stands = {stand.role: stand.colour for stand in found.stands}
    said = [
        words(ROLE_WORD[role], _moved(frozen.get(role, Colour.GREY), stands[role]))
        for role in order_of(found)
    ]
    return _("Since {period}: {list}.", period=photo.name, list=words(*said, by="; "))


def _moved(before: Colour, now: Colour) -> Text:
    if before is now:
        return _("unchanged")
    if RANK.index(now) > RANK.index(before):
        return _("up from {colour}", colour=COLOUR_MEANING[before])
    return _("down from {colour}", colour=COLOUR_MEANING[before])
