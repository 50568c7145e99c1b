"""Nothing changed: confirm one's last marks of a competence with 'same 10', or of 'same 10.3'."""

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import said_again
from bot.messages import Text, _, words
from bot.use_cases.scoring.seeing.see_own_sayings import OwnSayings, see_own_sayings
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.confirm import OTHERS, confirm_stored
from handlers.scoring.letters import TWO_VALUES
from handlers.scoring.marks import SaidOfCompetence, add_note, competence_of, indicators_of
from handlers.scoring.typing.line import record_typed
from handlers.talking.meaning.shorthand import LinePart, TypedLine
from handlers.talking.meaning.tokens import Misread
from handlers.talking.phrases import and_more, of_competence, short
from handlers.talking.turn import Replies, Turn
from handlers.talking.worded import Worded, value_of


def say_same(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Say the last marks of what a line names again, as of now."""
    turn.remember(track)
    entry, recorded = record_typed(turn, track, read_same(turn, track, line))
    return [confirm_stored(turn, track, recorded, entry)]


def read_same(turn: Turn, track: Track, line: TypedLine) -> list[Sayings]:
    """Read what a line says again, with its notes; raises Misread where that is nothing."""
    programme = turn.programme(track)
    if not line.parts:
        number = programme.competences[-1].number
        raise Misread(_("Which competence is the same? Such as: same {number}.", number=number))
    said: dict[int, Sayings] = {}
    for part in line.parts:
        competence = competence_of(part, programme)
        ids = [indicator.id for indicator in indicators_of(part, competence)]
        sayings = see_own_sayings(turn.uow, turn.seat(track), ids)
        scores = said_again(
            {own: sayings.marks[own] for own in ids if own in sayings.marks}, turn.at
        )
        if not scores:
            raise Misread(_nothing_own(track, competence, sayings), part.token)
        before = said.get(competence.id, Sayings(competence))
        notes = _notes(part, competence)
        if before.scores.keys() & scores.keys() or before.notes.keys() & notes.keys():
            raise Misread(TWO_VALUES, part.token)
        said[competence.id] = Sayings(
            competence, {**before.scores, **scores}, {**before.notes, **notes}
        )
    return list(said.values())


def _nothing_own(track: Track, competence: Competence, sayings: OwnSayings) -> Text:
    """Say that there is nothing of one's own, and what a colleague said that is not."""
    what = of_competence(track, competence)
    if not sayings.colleagues:
        return _("{what}: you have not scored this yet, so there is nothing to confirm.", what=what)
    colleague = max(sayings.colleagues, key=lambda said: said.score.said_at)
    number_of = {indicator.id: indicator.number for indicator in competence.indicators}
    worded = Worded()
    values = [
        words(
            f"{competence.number}.{number_of[said.indicator_id]}",
            worded.value(value_of(said.score)),
        )
        for said in sayings.colleagues
        if said.author_id == colleague.author_id
    ]
    return _(
        "{what}: you have not scored this yet yourself. {colleague} said {values}. "
        "Do you see the same? Then type that.",
        what=what,
        colleague=short(colleague.author),
        values=and_more(words(*values[:OTHERS], by=", "), len(values) - OTHERS),
    )


def _notes(part: LinePart, competence: Competence) -> dict[int | None, str]:
    kept = SaidOfCompetence()
    for token in part.body:
        if not token.quoted:
            raise Misread(_("After 'same' stand only numbers, and perhaps a note."), token)
        add_note(kept, None, token)
    indicator = competence.indicator(part.indicator) if part.indicator is not None else None
    place = indicator.id if indicator and part.last is None else None
    return {place: kept.notes[None]} if kept.notes else {}
