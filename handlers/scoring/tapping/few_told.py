"""What is said around the few that matter: why each is asked, and the buttons that lead to them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from bot.domain.school.tracks import PERSPECTIVES, Track
from bot.domain.scoring.asking import DOWN, UP, Why
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Score
from bot.domain.scoring.focus import A_FEW_CHOICES
from bot.messages import Button, Sayable, Text, _
from bot.use_cases.scoring.seeing.list_open import OpenTrack, list_open
from bot.use_cases.scoring.seeing.see_few import see_few
from bot.use_cases.scoring.seeing.see_standing import Recorded, see_own_counts, standing_of
from handlers.scoring.tapping.state import Steps
from handlers.scoring.taps import AskFew
from handlers.talking.phrases import ROLE_WORD, first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

ALL_THAT_MATTERS = _("That is all that matters now. What was not asked stays what it was.")

_WHY: dict[str, Text] = {
    Why.FOCUS: _("in focus these weeks"),
    Why.NEVER: _("never scored before"),
    Why.COLOUR: _("the colour hangs on it"),
    Why.NOW: _("comes up these days"),
    Why.STALE: _("said long ago"),
    f"{Colour.DARK_GREEN} {UP}": _("the competence could be autonomous"),
    f"{Colour.LIGHT_GREEN} {UP}": _("the competence could become acquired"),
    f"{Colour.LIGHT_GREEN} {DOWN}": _("competence perhaps with support again"),
    f"{Colour.ORANGE} {UP}": _("the competence could pass half"),
    f"{Colour.ORANGE} {DOWN}": _("competence perhaps no longer acquired"),
    f"{Colour.RED} {DOWN}": _("competence perhaps below half now"),
}
"""By what a question keeps of its reason: why, or the colour that it could make, up or down."""
_DIFFERS = {
    f"{Why.DISPUTE} {role}": _("you differ from the {role}", role=ROLE_WORD[role])
    for role in PERSPECTIVES
}


def say_why(reason: str) -> Sayable | None:
    """Say why it is asked, in five words; nothing where that is not known any more."""
    return _WHY.get(reason) or _DIFFERS.get(reason)


def title_of_few(turn: Turn, track: Track, steps: Steps) -> str:
    """Name what a few answers record, by the numbers of their competences; else nothing."""
    of_few = set(steps.competences)
    numbers = [own.number for own in turn.programme(track).competences if own.id in of_few]
    return f"{first_name(track)} · {', '.join(map(str, numbers))}" if numbers else ""


def recorded_few(
    turn: Turn, track: Track, steps: Steps, scores: Mapping[int, Score]
) -> list[Recorded]:
    """See what a few answers recorded, competence by competence, and how each stands now."""
    programme = turn.programme(track)
    counted = see_own_counts(turn.uow, turn.seat(track))
    own: dict[int, dict[int, Score]] = defaultdict(dict)
    for indicator, competence_id in zip(steps.order, steps.competences, strict=True):
        if indicator in scores:
            own[competence_id][indicator] = scores[indicator]
    found = [
        Recorded(standing_of(competence, counted, programme), own.get(competence.id, {}), {}, 0)
        for competence in programme.competences
        if competence.id in (own or {steps.here})
    ]
    if steps.notes and found:
        found[-1] = replace(found[-1], notes=steps.notes)
    return found


def more_few(turn: Turn, track: Track, serial: int) -> tuple[tuple[Button, ...], ...]:
    """Offer as many again of what still matters; nothing where nothing does."""
    programme, seat = turn.programme(track), turn.seat(track)
    waiting = list_open(turn.uow, seat, track, programme, turn.at, turn.since(track))
    if not waiting.worth:
        return ()
    wanted = see_few(turn.uow, turn.person.id)
    count = min(wanted, len(waiting.worth))
    several = _("{count} more questions ›", count=count)
    label = several if count > 1 else _("1 more question ›")
    return ((button(label, AskFew(serial, wanted)),),)


def offer_few(turn: Turn, waiting: OpenTrack, serial: int) -> list[tuple[Button, ...]]:
    """Offer the few that matter, as many as this person wants, with the other numbers beside it."""
    if not waiting.worth:
        return []
    wanted, most = see_few(turn.uow, turn.person.id), len(waiting.worth)
    count = min(wanted, most)
    label = _("the few that matter: {count}", count=count)
    others = [few for few in A_FEW_CHOICES if few != wanted and min(few, most) != count]
    rows: list[tuple[Button, ...]] = [(button(label, AskFew(serial, wanted)),)]
    if others:
        rows.append(
            tuple(button(_("{count} instead", count=few), AskFew(serial, few)) for few in others)
        )
    return rows
