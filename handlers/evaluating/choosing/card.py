"""How a student's course components stand, and what counts: a card that fits a phone."""

from collections.abc import Iterator, Mapping

from bot.domain.evaluating.choosing import LateChoice, LateReason
from bot.domain.school.frameworks import Programme
from bot.domain.school.naming import in_full
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.messages import Day, Sayable, Text, _, colon, lines, listed, words
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING
from bot.use_cases.evaluating.choosing.see_card import ChoiceCard, ComponentCard
from handlers.talking.phrases import (
    COLOUR_SQUARE,
    ROLE_WORD,
    TITLE_LENGTH,
    colour_cell,
    name_competences,
    short,
    ticked,
)

REASON_WORD: Mapping[LateReason, Text] = {
    LateReason.AT_WORK: _("learned at the workplace"),
    LateReason.AWAY: _("was away while one could choose"),
    LateReason.AGREED: _("agreed with the student"),
}

MEANING = _(
    "What you choose counts for the assessment at the photo; all else is to learn from, and can "
    "count in another period."
)


def say_reason(reason: str) -> Sayable:
    """Say why something was chosen late: a usual reason, or somebody's own words."""
    usual = in_full(reason)
    return REASON_WORD[LateReason(usual)] if usual in [*LateReason] else reason


def label(card: ChoiceCard, own: ComponentCard) -> Sayable:
    """Write a course component on a button, with whether it counts.

    Of titles that begin alike the end is written.
    """
    said = short(own.component.title)
    alike = [other for other in card.components if short(other.component.title) == said]
    if len(alike) > 1:
        said = f"…{own.component.title[1 - TITLE_LENGTH :]}"
    return ticked(said, chosen=own.counts)


def say_card(card: ChoiceCard, *first: Sayable) -> Sayable:
    """Say below the first lines how each component stands, and what was changed late, and why."""
    late = [say_late_choice(own, card.programme) for own in card.late]
    return words(
        lines(*first),
        *(_say(card, own) for own in card.components),
        _legend(card),
        lines(*late) if late else None,
        by="\n\n",
    )


def _say(card: ChoiceCard, own: ComponentCard) -> Sayable:
    numbers = own.component.competences
    return lines(
        ticked(own.component.title, chosen=own.counts),
        listed(name_competences(card.programme, numbers)),
        words(*_say_colours(card, own), by=" · ") if _is_scored(own) else _("Nothing scored yet."),
        _say_before(own),
    )


def _is_scored(own: ComponentCard) -> bool:
    return any(colours.keys() - {Colour.GREY} for colours in own.colours.values())


def _say_colours(card: ChoiceCard, own: ComponentCard) -> Iterator[Sayable]:
    """Count the competences of each colour in each view, from the best on."""
    for role, colours in own.colours.items():
        mine = role is Role.STUDENT and Role.STUDENT in card.track.roles
        counted = (words(colour_cell(colour), colours[colour]) for colour in _best_first(colours))
        yield words(colon(_("you") if mine else ROLE_WORD[role]), *counted)


def _best_first(colours: Mapping[Colour, int]) -> list[Colour]:
    return [colour for colour in reversed(Colour) if colours.get(colour)]


def _say_before(own: ComponentCard) -> Sayable | None:
    if own.before is None:
        return None
    if not own.before:
        return _("Not chosen before.")
    return _("Chosen before in {periods}.", periods=listed(own.before))


def _legend(card: ChoiceCard) -> Sayable | None:
    """Explain the letters that the card shows, with what the number behind one counts."""
    cards = [own for own in card.components if _is_scored(own)]
    shown = {
        colour
        for own in cards
        for colours in own.colours.values()
        for colour in _best_first(colours)
    }
    if not shown:
        return None
    letters = (
        words(COLOUR_SQUARE[colour], COLOUR_LETTER[colour], "=", COLOUR_MEANING[colour])
        for colour in COLOUR_MEANING
        if colour in shown
    )
    return words(_("Competences of each colour:"), words(*letters, by=" · "))


def say_late_choice(late: LateChoice, programme: Programme) -> Sayable:
    """Say in one line what a teacher changed late about a component, on which day and why."""
    component = programme.component_by_id(late.component_id)
    given: dict[str, Sayable] = {
        "name": late.author,
        "component": component.title if component else "",
        "day": Day(late.said_at),
        "reason": say_reason(late.reason),
    }
    if late.chosen:
        return _("Late: {name} let {component} count on {day}: {reason}.", **given)
    return _("Late: {name} let {component} no longer count on {day}: {reason}.", **given)
