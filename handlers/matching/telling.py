"""What people hear of an intake within the one message of their day, as it stands by then."""

from collections.abc import Iterator, Sequence

from bot.domain.matching.interviews import Interview
from bot.messages import Button, CalendarEntry, Moment, Sayable, _, _n, colon, lines, listed, words
from bot.ports.telling.errands import Errand
from handlers.matching.leading import led_candidacy, led_place
from handlers.matching.own import find_own, say_outcome
from handlers.matching.planning import describe_interview
from handlers.matching.taps import (
    AnswerQuestions,
    IntakeSide,
    ShowCandidate,
    ShowOwnIntake,
    ShowPlace,
)
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_interviews(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell a candidate or a company when interviews are, or that they are called off."""
    found = [own for own in _interviews(turn, errands) if own.decided_at is None]
    said = [(own, _say_planned(turn, own)) for own in found]
    if not said:
        return None
    files = tuple(file for own, _text in said if (file := _file(turn, own)) is not None)
    rows = tuple((_see(turn, own),) for own, _text in said)
    return MessagePart(lines(*(text for _own, text in said)), rows, brings=files)


def tell_outcomes(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell a candidate what came of an interview, and a company whether there is a match."""
    found = [own for own in _interviews(turn, errands) if own.decided_at is not None]
    if not found:
        return None
    rows = tuple((_see(turn, own),) for own in found)
    return MessagePart(lines(*(line for own in found for line in _said(turn, own))), rows)


def tell_waiting(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Remind somebody of answers that are not sent; None once they are, or it is over."""
    found = [
        (side, own)
        for errand in errands
        for side in IntakeSide
        if errand.subject.startswith(f"{side.value}:")
        and (own := find_own(turn, side, errand.about_id or 0)) is not None
        and own.sent_at is None
        and own.ended_at is None
    ]
    if not found:
        return None
    text = _("Your answers for the intake are not sent yet; what you answered waits.")
    rows = tuple(
        (button(_("answer the questions"), AnswerQuestions(side, own.id)),) for side, own in found
    )
    return MessagePart(text, rows)


def tell_gone(_turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell that interviews are off since somebody withdrew who is forgotten by now."""
    moments = [errand.since for errand in errands if errand.since is not None]
    said = (
        _("The interview of {when} is off: who was to come withdrew, and is forgotten.",
          when=Moment(when)) for when in moments
    )  # fmt: skip
    return MessagePart(lines(*said)) if moments else None


def tell_of_candidates(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell who leads a round which candidates answered, or withdrew."""
    ids = dict.fromkeys(errand.about_id or 0 for errand in errands)
    found = [own[1] for own in (led_candidacy(turn, about) for about in ids) if own]
    gone = [own.name for own in found if own.ending is not None]
    answered = [own.name for own in found if own.ending is None]
    said = [
        *(_("{name} takes no part in the intake any more.", name=name) for name in gone),
        *_say_answered(answered),
    ]
    rows = tuple((button(own.name, ShowCandidate(own.id)),) for own in found)
    return MessagePart(lines(*said), rows) if said else None


def tell_of_places(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell who leads a round which companies answered, or take their offer back."""
    ids = dict.fromkeys(errand.about_id or 0 for errand in errands)
    found = [own[1] for own in (led_place(turn, about) for about in ids) if own]
    gone = [own.workplace for own in found if own.ending is not None]
    answered = [own.workplace for own in found if own.ending is None]
    said = [
        *(_("{name} does not offer its place any more.", name=name) for name in gone),
        *_say_answered(answered),
    ]
    rows = tuple((button(own.workplace, ShowPlace(own.id)),) for own in found)
    return MessagePart(lines(*said), rows) if said else None


def _say_answered(names: Sequence[str]) -> Iterator[Sayable]:
    if names:
        yield _n(
            "{names} answered the questions of the intake.",
            "{names} answered the questions of the intake.",
            len(names),
            names=listed(names),
        )


def _interviews(turn: Turn, errands: Sequence[Errand]) -> list[Interview]:
    ids = dict.fromkeys(errand.about_id or 0 for errand in errands)
    found = (turn.uow.intake_reads.find_interview(turn.person.id, about) for about in ids)
    return [own for own in found if own is not None]


def _other(turn: Turn, own: Interview) -> Sayable:
    """Name who else is there: for the candidate the company, for the company the candidate."""
    place = turn.uow.candidacies.find_place(own.place_id) if own.place_id else None
    if place is not None and place.contact_id == turn.person.id:
        candidacy = turn.uow.candidacies.find(own.candidacy_id)
        return candidacy.name if candidacy else _("the candidate")
    return place.workplace if place else _("the school")


def _say_planned(turn: Turn, own: Interview) -> Sayable:
    leader = turn.uow.people.find(own.leader_id or 0)
    with_whom = _other(turn, own)
    if own.called_off_at is not None or own.planned_for is None:
        return _("Called off: the interview with {name}.", name=with_whom)
    when = Moment(own.planned_for)
    if leader is None:
        return _("An interview with {name}: {when}.", name=with_whom, when=when)
    return _("{leader} has planned an interview with {name}: {when}.",
             leader=leader.name, name=with_whom, when=when)  # fmt: skip


def _said(turn: Turn, own: Interview) -> Iterator[Sayable]:
    intake = turn.uow.intakes.find(own.intake_id)
    if intake is not None:
        yield from say_outcome(turn, intake, own, candidate=_is_candidate(turn, own))


def _is_candidate(turn: Turn, own: Interview) -> bool:
    return any(
        mine.id == own.candidacy_id for mine in turn.uow.intake_reads.list_own(turn.person.id)
    )


def _see(turn: Turn, own: Interview) -> Button:
    if _is_candidate(turn, own):
        return button(_("the intake"), ShowOwnIntake(IntakeSide.CANDIDATE, own.candidacy_id))
    return button(_("the intake"), ShowOwnIntake(IntakeSide.COMPANY, own.place_id or 0))


def _file(turn: Turn, own: Interview) -> CalendarEntry | None:
    if own.called_off_at is not None:
        return None
    return describe_interview(turn, words(colon(_("Interview")), _other(turn, own)), own)
