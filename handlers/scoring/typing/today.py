"""Tally what was done today: in one line ('today 10.1 10.2'), or by tapping."""

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Score
from bot.domain.scoring.roles import TALLIES
from bot.messages import Reply, Sayable, _, lines
from bot.ports import Entry
from bot.use_cases.scoring.seeing.see_standing import Recorded
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.confirm import signature, standing_line, undo_button
from handlers.scoring.marks import competence_of, known_indicator
from handlers.scoring.tapping.today_menu import choose_in_context, choose_work, counted
from handlers.scoring.typing.by_context import context_of, names_context
from handlers.scoring.typing.line import record_typed
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.tokens import Misread
from handlers.talking.phrases import of_competence
from handlers.talking.turn import Replies, Turn

NO_TALLY = _("The tally of the day is for the student and the mentor.")


def tally_today(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Add one to what the line names; of a context, or without numbers, offer the choice."""
    if track.scoring_role not in TALLIES:
        return [Reply(NO_TALLY)]
    turn.remember(track)
    if names_context(line):
        number = context_of(line, turn.programme(track)).number
        return choose_in_context(turn, track, number, edit=False)
    if not line.parts:
        return choose_work(turn, track)
    entry, recorded = record_typed(turn, track, read_tally(turn, track, line))
    return [_tallied(turn, track, recorded, entry)]


def read_tally(turn: Turn, track: Track, line: TypedLine) -> list[Sayings]:
    """Read a list of indicators, each done once more today. Raises Misread."""
    return [
        Sayings(competence, {indicator: Score(turn.at, tally=1) for indicator in indicators})
        for competence, indicators in _chosen(line, turn.programme(track))
    ]


def _chosen(line: TypedLine, programme: Programme) -> list[tuple[Competence, list[int]]]:
    chosen: dict[int, tuple[Competence, list[int]]] = {}
    for part in line.parts:
        competence = competence_of(part, programme)
        if part.indicator is None:
            example = f"{competence.number}.{competence.indicators[0].number}"
            raise Misread(_("Name the indicators, such as {example}.", example=example), part.token)
        if part.body:
            raise Misread(_("A tally is a list of numbers alone."), part.body[0])
        indicator = known_indicator(part.indicator, competence, part.token)
        chosen.setdefault(competence.id, (competence, []))[1].append(indicator.id)
    return list(chosen.values())


def _tallied(turn: Turn, track: Track, recorded: list[Recorded], entry: Entry) -> Reply:
    """Confirm a tally: how often each has now been done, and what coverage that gives."""
    blocks: list[Sayable] = []
    for counts in recorded:
        blocks.append(of_competence(track, counts.standing.competence))
        blocks += counted(counts.standing.competence, counts.marks)
        blocks.append(standing_line(counts.standing))
    return Reply(
        lines(_("Tallied for today:"), *blocks, signature(turn, track)),
        ((undo_button(entry),),),
    )
