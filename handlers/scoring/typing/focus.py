"""Focus indicators: a mentor or a teacher points at what matters in the coming weeks."""

from dataclasses import replace

from bot.domain.school.tracks import Track
from bot.domain.scoring.focus import focus_until
from bot.domain.scoring.roles import SETS_FOCUS
from bot.messages import Day, Reply, _, lines
from bot.use_cases.scoring.set_focus import set_focus
from handlers.scoring.marks import competence_of, known_indicator
from handlers.scoring.taps import UndoEntry
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.words import keyword_of
from handlers.talking.phrases import an_indicator, first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NO_FOCUS = _("The focus is set by the mentor or the teacher.")


def point_focus(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Set, show or clear the focus: 'focus jonas 10.1 10.3', 'focus jonas', 'focus jonas none'."""
    if track.scoring_role not in SETS_FOCUS:
        return [Reply(NO_FOCUS)]
    turn.remember(track)
    clears = any(keyword_of(word) == "none" for word in line.text.split())
    if clears and line.parts:
        raise Misread(_("Either no focus, or these: which is it?"), line.parts[0].token)
    if line.parts or clears:
        indicators = _indicators(turn, line, track)
        entry = set_focus(turn.uow, turn.seat(track), indicators, turn.at, first_name(track))
        shown = _shown(turn, track)
        return [replace(shown, buttons=((button(_("↩ Undo"), UndoEntry(entry)),),))]
    return [_shown(turn, track)]


def _indicators(turn: Turn, line: TypedLine, track: Track) -> set[int]:
    programme = turn.programme(track)
    wanted: set[int] = set()
    for part in line.parts:
        competence = competence_of(part, programme)
        if part.body:
            raise Misread(_("A focus is a list of numbers alone."), part.body[0])
        if part.indicator is None:
            wanted |= {indicator.id for indicator in competence.indicators}
            continue
        wanted.add(known_indicator(part.indicator, competence, part.token).id)
    return wanted


def _shown(turn: Turn, track: Track) -> Reply:
    ids = turn.uow.tracks.read_focus(track.id, turn.at)
    named = [
        f"{competence.number}.{indicator.number} {indicator.text}"
        for competence in turn.programme(track).competences
        for indicator in competence.indicators
        if indicator.id in ids
    ]
    if not named:
        return Reply(
            _(
                "{student} has no focus now. Set one with: focus {name} {number}",
                student=first_name(track),
                name=first_name(track).lower(),
                number=an_indicator(turn.programme(track)),
            )
        )
    return Reply(
        lines(
            _(
                "Focus for {student}, asked first (a focus set now lasts until {day}):",
                student=first_name(track),
                day=Day(focus_until(turn.at)),
            ),
            *named,
        )
    )
