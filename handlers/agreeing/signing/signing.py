"""Saying that one signed, what the coach hears of it, and the tap that confirms it."""

from collections.abc import Iterator, Sequence

from bot.domain.agreeing.agreements import AgreedPlace, AgreementStanding
from bot.domain.school.accompanying import AgreementSight, agreement_sight_of
from bot.domain.school.tracks import Role
from bot.messages import Button, Day, MessageKind, Reply, Sayable, _, lines, words
from bot.ports.agreeing.signatures import SignatureClaim
from bot.ports.telling.errands import Errand
from bot.use_cases.agreeing.agreements.see_agreements import (
    find_agreement,
    see_agreements,
    see_coached,
)
from bot.use_cases.agreeing.agreements.tick_step import tick_step
from bot.use_cases.agreeing.signing.say_signed import is_said, say_signed, signable
from handlers.agreeing.agreements.phrases import (
    KIND_NAME,
    NOT_YOUR_AGREEMENT,
    STEP_WORD,
    which_of,
)
from handlers.agreeing.agreements.taps import ShowAgreement, TickStep
from handlers.agreeing.signing.taps import ConfirmSigned, SaySigned
from handlers.scoring.taps import UndoEntry
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn


def sign_rows(
    turn: Turn, standing: AgreementStanding, *, named: bool = False
) -> Iterator[tuple[Button, ...]]:
    """Offer whoever looks to say that what they owe is signed, where they did not say so yet.

    The buttons name the student where they stand beside those of another one (`named`).
    """
    said = {
        (claim.agreement_id, claim.step)
        for claim in turn.uow.signatures.list_open([standing.place.placement_id])
    }
    for own in standing.holding(turn.today):
        for step in signable(standing, own):
            if (own.id, step) not in said:
                step_of = words(STEP_WORD[step], which_of(turn, standing, own), by=" · ")
                about = words(step_of, standing.place.student if named else None, by=" · ")
                yield (button(_("it is there: {step}", step=about), SaySigned(own.id, step)),)


def say_claims(turn: Turn, standing: AgreementStanding) -> Iterator[Sayable]:
    """Say to who is no coach what was said to be signed, and awaits the coach."""
    mine = {
        (own.id, step): which_of(turn, standing, own)
        for own in standing.agreements
        for step in signable(standing, own)
    }
    for claim in turn.uow.signatures.list_open([standing.place.placement_id]):
        if (claim.agreement_id, claim.step) in mine:
            which = mine[claim.agreement_id, claim.step]
            step = words(STEP_WORD[claim.step], which, by=" · ")
            yield _("Said to be there: {step}. The coach confirms it.", step=step)


def tapped_signed(turn: Turn, tap: SaySigned) -> Replies:
    """Keep that it is there, and let the coaches hear it."""
    running = [track for track in turn.tracks if track.ended_at is None]
    standings = see_agreements(turn.uow, turn.person, running, turn.today)
    found = find_agreement(standings, tap.agreement)
    if found is None or tap.step not in signable(*found):
        return [Reply(NOT_YOUR_AGREEMENT)]
    entry = say_signed(turn.uow, *found, tap.step, turn.person, turn.at)
    said = _("Said to be there: {step}. The coach confirms it.", step=STEP_WORD[tap.step])
    back = ((button(_("↩ Undo"), UndoEntry(entry)),),) if entry is not None else ()
    return [Reply(said, back, edit=True)]


def tapped_confirm(turn: Turn, tap: ConfirmSigned) -> Replies:
    """Note that it is done, as its coach."""
    standings = see_coached(turn.uow, turn.person, turn.running_coached, turn.today)
    found = find_agreement(standings, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    standing, agreement = found
    to_agreement = (button(_("‹ the agreement"), ShowAgreement(agreement.placement_id)),)
    if tap.step not in standing.done_steps(agreement) and not is_said(turn.uow, *found, tap.step):
        gone = _("That was taken back: {step}. Nothing was noted.", step=STEP_WORD[tap.step])
        return [Reply(gone, (to_agreement,), edit=True)]
    tick_step(turn.uow, *found, tap.step, turn.person, turn.at, done=True)
    rows = ((button(_("↩ Undo"), TickStep(tap.agreement, tap.step, "no")),), to_agreement)
    return [Reply(_("Done: {step}", step=STEP_WORD[tap.step]), rows, edit=True)]


def tell_signed(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell a coach what is said to be signed; nothing where all of it is confirmed by now."""
    places = {
        own.place.placement_id
        for own in see_coached(turn.uow, turn.person, turn.running_coached, turn.today)
    }
    asked = {errand.about_id for errand in errands} & places
    claims = turn.uow.signatures.list_open(sorted(own for own in asked if own is not None))
    if not claims:
        return None
    text = lines(*(_say_claim(turn, claim) for claim in claims))
    several = len({claim.agreement_id for claim in claims}) > 1
    rows = tuple((_confirm(claim, named=True, kind=several),) for claim in claims)
    return MessagePart(text, rows, MessageKind.ANSWER)


def claims_line(turn: Turn, place: AgreedPlace) -> tuple[Sayable, tuple[Button, ...]] | None:
    """Say on the coach's page of a placement what is said to be signed, with its buttons."""
    if agreement_sight_of(place.roles) is not AgreementSight.ALL or Role.COACH not in place.roles:
        return None
    claims = turn.uow.signatures.list_open([place.placement_id])
    if not claims:
        return None
    said = lines(*(_say_claim(turn, claim) for claim in claims))
    several = len({claim.agreement_id for claim in claims}) > 1
    return said, tuple(_confirm(claim, kind=several) for claim in claims)


def _say_claim(turn: Turn, claim: SignatureClaim) -> Sayable:
    return _(
        "{who} says on {day} that it is there: {step} ({kind}, {student} at {workplace}).",
        who=claim.said_by or "—",
        day=Day(claim.said_at),
        step=STEP_WORD[claim.step],
        kind=KIND_NAME[claim.kind],
        student=claim.student,
        workplace=claim.workplace,
    )


def _confirm(claim: SignatureClaim, *, named: bool = False, kind: bool = False) -> Button:
    step = words(STEP_WORD[claim.step], KIND_NAME[claim.kind] if kind else None, by=" · ")
    label = (
        _("confirm: {step} · {student}", step=step, student=claim.student)
        if named
        else _("confirm: {step}", step=step)
    )
    return button(label, ConfirmSigned(claim.agreement_id, claim.step))
