"""A student begins a claim: which competence, which indicators, how it was learned, and where."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from bot.domain.recognising.claims import PriorClaim
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.prior import LearnedHow
from bot.messages import Button, Reply, _, _n, lines
from bot.use_cases.recognising.begin_claim import (
    AlreadyClaimed,
    NobodyDecides,
    begin_claim,
    free_of,
)
from bot.use_cases.recognising.write_claim import (
    choose_indicators,
    find_draft,
    find_unsent,
    list_workplaces,
    say_how,
    say_where,
)
from handlers.recognising.asked import ClaimCompetenceOffered, ClaimIndicatorsOffered
from handlers.recognising.phrases import HOW_LABEL, HOW_WORD, NOT_YOUR_CLAIM
from handlers.recognising.shown import show_claim
from handlers.recognising.taps import (
    AskHow,
    BeginClaim,
    ChooseIndicators,
    ClaimCompetence,
    SayHow,
    SayWhere,
    ToggleIndicator,
)
from handlers.recognising.writing import ask_words
from handlers.scoring.marks import competence_of
from handlers.talking.meaning.shorthand import LinePart, TypedLine
from handlers.talking.paging import in_pages
from handlers.talking.phrases import short, ticked
from handlers.talking.rights.held import say_own_held
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

OFFERED = 48
"""Competences with a button; any other one is typed behind /prior."""

A_ROW = 8
TICKED_IN_A_ROW = 4


def tapped_begin(turn: Turn, tap: BeginClaim) -> Replies:
    """Ask which competence was learned before."""
    track = _own_track(turn, tap.track)
    if track is None:
        return [Reply(NOT_YOUR_CLAIM)]
    competences = turn.programme(track).competences
    buttons = [
        button(f"{own.number}", ClaimCompetence(track.id, own.id)) for own in competences[:OFFERED]
    ]
    text = lines(
        _("Which competence did you learn before, or a part of it?"),
        *(f"{own.number} {own.title}" for own in competences),
    )
    kind = partial(ClaimCompetenceOffered, track=track.id)
    return [offer(turn, Reply(text, tuple(in_pages(buttons, A_ROW))), kind)]


def mean_competence(turn: Turn, asked: ClaimCompetenceOffered, text: str) -> Tap | None:
    """Read the number of a competence that is typed, as on its button."""
    track = _own_track(turn, asked.track)
    number = text.strip(" .!")
    if track is None:
        return None
    found = (own for own in turn.programme(track).competences if f"{own.number}" == number)
    competence = next(found, None)
    return ClaimCompetence(track.id, competence.id) if competence else None


def tapped_competence(turn: Turn, tap: ClaimCompetence) -> Replies:
    """Begin a claim on the competence of a button."""
    track = _own_track(turn, tap.track)
    competence = turn.programme(track).competence_by_id(tap.competence) if track else None
    if track is None or competence is None:
        return [Reply(NOT_YOUR_CLAIM)]
    return _begin(turn, track, competence, ())


def begin_on(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Begin a claim on what was typed: one competence, or indicators of it, such as 10.1-10.4."""
    competence = competence_of(line.parts[0], turn.programme(track))
    if any(part.competence != competence.number or part.body for part in line.parts):
        refusal = _(
            "One competence at a time, such as /prior {number}, or indicators of it, such as "
            "/prior {number}.{first}. Nothing was stored.",
            number=competence.number,
            first=competence.indicators[0].number,
        )
        return [Reply(refusal)]
    chosen = {own.id for own in competence.indicators if _names(line.parts, own.number)}
    if not chosen:
        numbers = f"{competence.number}.1-{competence.number}.{len(competence.indicators)}"
        return [Reply(_("I know only {numbers}. Nothing was stored.", numbers=numbers))]
    return _begin(turn, track, competence, chosen)


def _names(parts: Collection[LinePart], number: int) -> bool:
    return any(
        part.indicator is None or part.indicator <= number <= (part.last or part.indicator)
        for part in parts
    )


def _begin(turn: Turn, track: Track, competence: Competence, chosen: Collection[int]) -> Replies:
    if (held := say_own_held(turn)) is not None:
        return [Reply(held)]
    draft = find_draft(turn.uow, turn.person, track.id)
    if draft is not None:
        return show_claim(turn, draft.id, _("You are writing this one: send it or drop it first."))
    try:
        claim = begin_claim(turn.uow, turn.person, track, competence, chosen, turn.at)
    except NobodyDecides:
        return [Reply(_("You have no teacher and no coach here who could confirm it."))]
    except AlreadyClaimed:
        return [Reply(_("All of it was claimed before: /prior shows how it stands."))]
    return [_choosing(turn, track, claim, competence)]


def tapped_indicators(turn: Turn, tap: ChooseIndicators) -> Replies:
    """Show which indicators a claim is about."""
    return _rechosen(turn, tap.claim, None)


def tapped_toggle(turn: Turn, tap: ToggleIndicator) -> Replies:
    """Let a claim be about an indicator, or no longer; at least one stays."""
    return _rechosen(turn, tap.claim, tap.indicator)


def _rechosen(turn: Turn, claim_id: int, toggled: int | None) -> Replies:
    found = unsent(turn, claim_id)
    if found is None:
        return [Reply(NOT_YOUR_CLAIM)]
    claim, track, competence = found
    if toggled in free_of(turn.uow, turn.person.id, track.id, competence):
        chosen = claim.indicators ^ {toggled}
        if chosen:
            choose_indicators(turn.uow, claim, chosen)
            claim = replace(claim, indicators=chosen)
    return [replace(_choosing(turn, track, claim, competence), edit=True)]


def _choosing(turn: Turn, track: Track, claim: PriorClaim, competence: Competence) -> Reply:
    free = free_of(turn.uow, turn.person.id, track.id, competence)
    offered = [own for own in competence.indicators if own.id in free]
    text = lines(
        f"{competence.number} {competence.title}",
        _n(
            "{count} indicator is chosen. Tap what you did not learn before, or go on.",
            "{count} indicators are chosen. Tap what you did not learn before, or go on.",
            len(claim.indicators),
        ),
        *(f"{competence.number}.{own.number} {own.text}" for own in offered),
        _("The others were claimed before.") if len(free) < len(competence.indicators) else None,
    )
    toggles = [
        button(
            ticked(f"{competence.number}.{own.number}", chosen=own.id in claim.indicators),
            ToggleIndicator(claim.id, own.id),
        )
        for own in offered
    ]
    go_on = (button(_("go on"), AskHow(claim.id)),)
    kind = partial(ClaimIndicatorsOffered, claim=claim.id)
    return offer(turn, Reply(text, (*in_pages(toggles, TICKED_IN_A_ROW), go_on)), kind)


def mean_indicator(turn: Turn, asked: ClaimIndicatorsOffered, text: str) -> Tap | None:
    """Read the number of an indicator that is typed, as on its button."""
    found = unsent(turn, asked.claim)
    if found is None:
        return None
    claim, track, competence = found
    free = free_of(turn.uow, turn.person.id, track.id, competence)
    said = text.strip(" .!")
    for own in competence.indicators:
        if own.id in free and said == f"{competence.number}.{own.number}":
            return ToggleIndicator(claim.id, own.id)
    return None


def tapped_ask_how(turn: Turn, tap: AskHow) -> Replies:
    """Ask how it was learned."""
    found = unsent(turn, tap.claim)
    if found is None:
        return [Reply(NOT_YOUR_CLAIM)]
    rows = tuple((button(HOW_LABEL[how], SayHow(tap.claim, how)),) for how in LearnedHow)
    text = lines(_("How did you learn it?"), *HOW_WORD.values())
    return [offer(turn, Reply(text, rows))]


def tapped_how(turn: Turn, tap: SayHow) -> Replies:
    """Keep how it was learned, and ask where."""
    found = unsent(turn, tap.claim)
    if found is None:
        return [Reply(NOT_YOUR_CLAIM)]
    claim = found[0]
    say_how(turn.uow, claim, LearnedHow(tap.how))
    workplaces = list_workplaces(turn.uow, claim)
    if not workplaces:
        return _go_on(turn, claim)
    rows: tuple[tuple[Button, ...], ...] = tuple(
        (
            button(
                _("{workplace}, I worked there already", workplace=short(own.workplace, 24)),
                SayWhere(claim.id, own.id),
            ),
        )
        for own in workplaces
    )
    text = _("Where did you learn it? Your own employer may be your workplace now.")
    elsewhere = (button(_("somewhere else"), SayWhere(claim.id, 0)),)
    return [offer(turn, Reply(text, (*rows, elsewhere)))]


def tapped_where(turn: Turn, tap: SayWhere) -> Replies:
    """Keep where it was learned, and ask for the student's own words."""
    found = unsent(turn, tap.claim)
    if found is None:
        return [Reply(NOT_YOUR_CLAIM)]
    claim = found[0]
    if not say_where(turn.uow, claim, tap.placement or None):
        return [Reply(NOT_YOUR_CLAIM)]
    return _go_on(turn, claim)


def _go_on(turn: Turn, claim: PriorClaim) -> Replies:
    """Ask for the own words; where they are there already, show the claim."""
    return show_claim(turn, claim.id) if claim.words else ask_words(turn, claim)


def unsent(turn: Turn, claim_id: int) -> tuple[PriorClaim, Track, Competence] | None:
    """Find a claim that this student is still writing, with its track and competence."""
    claim = find_unsent(turn.uow, turn.person, claim_id)
    track = _own_track(turn, claim.track_id) if claim else None
    if claim is None or track is None:
        return None
    competence = turn.programme(track).competence_by_id(claim.competence_id)
    return (claim, track, competence) if competence else None


def _own_track(turn: Turn, track_id: int) -> Track | None:
    track = turn.track(track_id)
    running = track is not None and track.ended_at is None
    return track if track and running and Role.STUDENT in track.roles else None
