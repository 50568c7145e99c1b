"""The card as a message: a line for each indicator in sight, with its mark, and the buttons."""

from dataclasses import replace

from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Mark
from bot.i18n import Voice, voice_of
from bot.messages import ChoiceRow, Layout, Reply, Sayable, _, lines, words
from bot.showing.words.scores.marks import COVERAGE_WORD, NOT_HERE
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from handlers.scoring.card.choices import OnCard, as_options, choices_of
from handlers.scoring.card.rows import Controls, asks, control_rows, rows_of
from handlers.scoring.card.state import Card, CardPlace, parts_of
from handlers.talking.phrases import MASTERY_BUTTON, MASTERY_SIGN, ROLE_WORD, first_name, short
from handlers.talking.turn import Replies, Turn

LINE = 40
"""Letters in a line of a chat on a phone."""
TITLE = 8
"""Letters of a title that are shown at least."""

ASKED: dict[str, Sayable] = {
    "often": _("how often?"),
    "notes": _("a note on which?"),
}
"""What a view asks, in place of the competence's title."""


def show_card(turn: Turn, place: CardPlace, *, edit: bool) -> Replies:
    """Show the card as it is stored now."""
    track, competence, card = place.track, place.competence, place.steps
    parts = parts_of(competence)
    card = replace(card, part=min(card.part, len(parts) - 1))
    serial = turn.keep(card) if edit else turn.ask(card)
    marks = see_own_marks(turn.uow, turn.seat(track), competence)
    since = turn.since(track)
    seen = [
        OnCard(own, mark, mark.is_open(since))
        for own in parts[card.part]
        for mark in [marks.get(own.id, Mark())]
    ]
    answered = sum(not marks.get(own, Mark()).is_open(since) for own in card.order)
    voice = voice_of(turn.person, turn.at)
    said = [_line(card, row, voice.say(_said(card, row))) for row in seen]
    head = _head(place, f"{answered}/{len(card.order)}", voice)
    repeats = any(own in marks and str(own) not in card.said for own in card.order)
    controls = Controls(len(parts), repeats)
    rows = rows_of(card, serial, seen, controls)
    options = [_options(card, serial, row) for row in seen]
    below = control_rows(card, serial, controls)
    layout = None if card.view == "notes" else Layout(head, tuple(options), below=tuple(below))
    return [Reply(lines(head, *said), tuple(rows), edit=edit, layout=layout)]


def _options(card: Card, serial: int, row: OnCard) -> ChoiceRow:
    """Show an indicator in full with its mark, and what can be chosen of it in words."""
    about = words(f"{row.indicator.number}. {row.indicator.text}", _said(card, row), by="  ")
    return as_options(about, choices_of(card, serial, row)) if asks(card, row) else ChoiceRow(about)


def _head(place: CardPlace, reached: str, voice: Voice) -> str:
    """Name student and competence in one line, or what the view asks of them."""
    named = f"{first_name(place.track)} · {place.competence.number}"
    if place.track.in_two_roles:
        reached = f"{reached} · {voice.say(ROLE_WORD[Role.TEACHER])}"
    asked = ASKED.get(place.steps.view)
    left = LINE - len(named) - len(reached) - 4
    title = voice.say(asked) if asked else short(place.competence.title, max(left, TITLE))
    return f"{named} {title}" if place.steps.view == "notes" else f"{named} {title} · {reached}"


def _line(card: Card, row: OnCard, said: str) -> str:
    """Show an indicator in one line: its number, the text as far as it goes, and the mark."""
    indicator = row.indicator
    mark = f"  {said}" if said else ""
    if card.reading == indicator.id:
        return f"{indicator.number}. {indicator.text}{mark}"
    left = LINE - len(f"{indicator.number}. {mark}")
    return f"{indicator.number}. {short(indicator.text, max(left, TITLE))}{mark}"


def _said(card: Card, row: OnCard) -> Sayable:
    """Say a mark in words beside its sign; one of an earlier period as what it was."""
    mark, held = row.mark, card.held_of(row.indicator.id)
    if held:
        return _("{sign} how often?", sign=MASTERY_SIGN[held])
    if mark.not_here:
        return _("was {mark}", mark=NOT_HERE) if row.waits else NOT_HERE
    often = COVERAGE_WORD[mark.coverage] if mark.coverage else None
    if mark.mastery is None:
        return often or ""
    if row.waits:
        return _("was {mark}", mark=MASTERY_SIGN[mark.mastery])
    return words(MASTERY_SIGN[mark.mastery], often) if often else MASTERY_BUTTON[mark.mastery]
