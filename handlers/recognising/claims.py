"""`/prior`: what a student claims to have learned before, and how each claim stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.recognising.claims import PriorClaim
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import ClaimSight, claim_sight_of
from bot.messages import Button, Reply, Sayable, _, _n, colon, lines, words
from bot.use_cases.recognising.decide_claim import list_waiting
from handlers.recognising.claiming import begin_on
from handlers.recognising.phrases import NOT_YOUR_CLAIM, say_rule, say_state, say_what
from handlers.recognising.taps import BeginClaim, ListClaims, ShowClaim
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.phrases import full_name, short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

LISTED = 12
"""Claims that have a button."""

_NOTHING_WAITS = _("Nothing waits for you. /prior and a name shows what a student has claimed.")


def seek_prior(turn: Turn, said: str) -> Sought[Track, TypedLine]:
    """Read whose claims `/prior` is about, or what a student claims.

    Raises Unclear with what waits for whoever decides, where nobody is named.
    """
    running = [track for track in turn.tracks if track.ended_at is None]
    if not running:
        raise Unclear(Reply(nobody(turn)))
    if not said.strip() and len(running) > 1 and _decides(running):
        raise Unclear(_waiting(turn))
    return seek(said, running)


def show_prior(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Show the claims of a track; a student who names a competence begins a claim on it."""
    turn.remember(track)
    if line.parts and Role.STUDENT in track.roles:
        return begin_on(turn, track, line)
    return [_listed(turn, track)]


def tapped_claims(turn: Turn, tap: ListClaims) -> Replies:
    """Show the claims of a track again."""
    track = turn.track(tap.track)
    return [replace(_listed(turn, track), edit=True)] if track else [Reply(NOT_YOUR_CLAIM)]


def say_claims_waiting(turn: Turn) -> MessagePart | None:
    """Say how many claims wait for this person, among all that waits."""
    claims = list_waiting(turn.uow, turn.person, turn.tracks)
    if not claims:
        return None
    text = _n(
        "{count} claim of what was learned before waits for you: /prior",
        "{count} claims of what was learned before wait for you: /prior",
        len(claims),
    )
    return MessagePart(text, tuple(_buttons(turn, claims)))


def _listed(turn: Turn, track: Track) -> Reply:
    claims = turn.uow.claim_reads.list_seen(turn.person.id, [track.id])
    own = Role.STUDENT in track.roles
    deep = claim_sight_of(track.roles) >= ClaimSight.SENT
    said = [
        words(
            "•",
            words(say_what(claim, competence), say_state(claim) if deep else None, by=" · "),
        )
        for claim in claims
        if (competence := turn.programme(track).competence_by_id(claim.competence_id))
    ]
    text = lines(
        *_head(track, own=own, deep=deep, some=bool(said)),
        *said,
        say_rule(turn.programme(track).prior_rule),
    )
    rows = list(_buttons(turn, claims, named=False)) if deep else []
    if own:
        rows.append((button(_("claim something"), BeginClaim(track.id)),))
    return offer(turn, Reply(text, tuple(rows)))


def _head(track: Track, *, own: bool, deep: bool, some: bool) -> Iterator[Sayable]:
    if own:
        yield _(
            "What you had learned before, in a course, in a training or by doing, can be "
            "recognised: you say what and how, and your teacher and your coach confirm it, or "
            "refuse it and say why."
        )
        if some:
            yield colon(_("Claimed so far"))
        return
    if some:
        name = full_name(track)
        claims = _("{student} claims:", student=name)
        yield claims if deep else _("Recognised of {student}:", student=name)
    else:
        yield _("Nothing of {student} yet.", student=full_name(track))


def _waiting(turn: Turn) -> Reply:
    claims = list_waiting(turn.uow, turn.person, turn.tracks)
    if not claims:
        return Reply(_NOTHING_WAITS)
    text = _n(
        "{count} claim of what was learned before waits for you.",
        "{count} claims of what was learned before wait for you.",
        len(claims),
    )
    return offer(turn, Reply(text, tuple(_buttons(turn, claims))))


def _buttons(
    turn: Turn, claims: Sequence[PriorClaim], *, named: bool = True
) -> Iterator[tuple[Button, ...]]:
    for claim in claims[:LISTED]:
        track = turn.track(claim.track_id)
        competence = track and turn.programme(track).competence_by_id(claim.competence_id)
        if track and competence:
            title = f"{competence.number} {competence.title}"
            label = f"{track.label or track.student} · {title}" if named else title
            yield (button(short(label), ShowClaim(claim.id)),)


def _decides(tracks: list[Track]) -> bool:
    return any(track.roles & {Role.TEACHER, Role.COACH} for track in tracks)
