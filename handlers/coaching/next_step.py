"""The next step of a student, with the reasons, by the marks of who asks; and the way to it."""

from collections.abc import Iterator, Sequence

from bot.domain.coaching.next_step import NextStep
from bot.domain.school.frameworks import Competence, Context, Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.roles import COACHES_LEARNING
from bot.messages import Button, Reply, Sayable, _, _n, lines, words
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.use_cases.coaching.see_next_steps import see_next_steps
from bot.use_cases.planning.contexts.see_contexts import see_contexts
from handlers.coaching.taps import GiveTip
from handlers.scoring.marks import competence_of
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.whom import Sought, nobody
from handlers.talking.phrases import COLOUR_SQUARE, first_name, say_coming, short
from handlers.talking.routing.doors import BeginScoring, ShowNextStep
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SHOWN = 4
"""Next steps in one message: a student works on few things at a time."""

AHEAD = 2
"""Contexts that come up soonest, each with what it would bring."""

CONTEXTS = 6
"""Contexts offered as buttons."""


def seek_next_step(turn: Turn, words: str) -> Sought[Track, TypedLine]:
    """Read for whom, and perhaps for which competence, `/next` asks the next step."""
    return seek(words, turn.scored_tracks)


def show_next_step(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Answer `/next` about a student, or one competence."""
    turn.remember(track)
    programme = turn.programme(track)
    asked = competence_of(line.parts[0], programme) if line.parts else None
    return [_shown(turn, track, programme, asked)]


def tapped_next_step(turn: Turn, tap: ShowNextStep) -> Replies:
    """Show the next step of a track, for the context that comes up where one is named."""
    track = turn.track(tap.track)
    if track is None or track.scoring_role is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    programme = turn.programme(track)
    return [_shown(turn, track, programme, coming=programme.context(tap.context))]


def _shown(
    turn: Turn,
    track: Track,
    programme: Programme,
    asked: Competence | None = None,
    coming: Context | None = None,
) -> Reply:
    found = see_next_steps(turn.uow, turn.seat(track), track, programme, turn.at, coming)
    fitting = (step for step in found if step.context or not coming)
    steps = [step for step in fitting if asked in (None, step.competence)][:SHOWN]
    none = None if steps else _none(programme)
    ahead = () if asked or coming else _say_ahead(turn, track, programme)
    text = lines(_heading(track, asked, coming), *(map(_line, steps)), none, *ahead)
    return Reply(text, tuple(_buttons(track, programme, steps, coming)), edit=coming is not None)


def _heading(track: Track, asked: Competence | None, coming: Context | None) -> Sayable:
    about = f"{asked.number} {asked.title}" if asked else ""
    if track.scoring_role is Role.STUDENT:
        said = _("Your next step, by your own view")
    else:
        said = _("The next step for {student}, by your own view", student=first_name(track))
    return words(said, about, coming.title if coming else "", by=" · ")


def _say_ahead(turn: Turn, track: Track, programme: Programme) -> Iterator[Sayable]:
    """Say which work comes up soonest, and what of it is still open there."""
    if programme.contexts:
        seen = see_contexts(turn.uow, turn.person.id, track, programme, turn.at)
        ahead = [say_coming(programme, *own) for own in seen.coming[:AHEAD]]
        yield from [_("Work that comes up:"), *ahead] if ahead else ()


def _line(step: NextStep) -> Sayable:
    where = f"{step.competence.number}.{step.indicator.number} {step.indicator.text}"
    return lines(where, words("   ", words("→", words(*_reasons(step), by=" · ")), by=""))


def _reasons(step: NextStep) -> Iterator[Sayable]:
    if step.supported:
        yield _("shown with support so far")
    if step.near:
        yield _n(
            "{count} more like this, and competence {number} is {colour}",
            "{count} more like this, and competence {number} is {colour}",
            step.near.missing,
            number=step.competence.number,
            colour=words(COLOUR_SQUARE[step.near.colour], COLOUR_MEANING[step.near.colour]),
        )
    if step.context:
        yield _("comes up in: {context}", context=step.context.title)


def _none(programme: Programme) -> Sayable:
    if not programme.contexts:  # no work to tap
        return _(
            "I see none yet. I look for what goes with support, and for competences that are "
            "nearly there, in what you scored."
        )
    return _(
        "I see none yet. I look for what goes with support, and for competences that are nearly "
        "there, in what you scored. Score more, or tap the work that comes up."
    )


def _buttons(
    track: Track, programme: Programme, steps: Sequence[NextStep], coming: Context | None
) -> Iterator[tuple[Button, ...]]:
    for context in programme.contexts[:CONTEXTS]:
        if context != coming:
            label = _("coming up: {context}", context=f"{context.number} {short(context.title)}")
            yield (button(label, ShowNextStep(track.id, context.number)),)
    if not steps:
        yield (button(_("score"), BeginScoring(track.id)),)
    elif track.scoring_role in COACHES_LEARNING:
        nearest = steps[0].competence
        label = _("a tip for competence {number}", number=nearest.number)
        yield (button(label, GiveTip(track.id, nearest.id)),)
