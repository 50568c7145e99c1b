"""A round as who leads it sees it: candidates, places, and the answers of both."""

from collections.abc import Iterator, Sequence
from functools import partial

from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import Interview
from bot.messages import Button, Day, Reply, Sayable, _, _n, colon, lines, listed, words
from handlers.matching.phrases import (
    NOT_YOURS,
    next_interview,
    say_answers,
    say_candidate,
    say_place,
    say_whole,
)
from handlers.matching.taps import (
    CallOffInterview,
    IntakeSide,
    InviteAgain,
    InviteCandidate,
    ListIntakes,
    OfferPlace,
    PlanInterview,
    ShowBeside,
    ShowCandidate,
    ShowIntake,
    ShowPlace,
    WithdrawFromIntake,
    WriteOutcome,
)
from handlers.talking.paging import in_pages, open_page
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

A_PAGE = 10
"""Candidates, and places, with a button at once."""

PLACES_OFFERED = 6
"""Places offered beside a candidate at once."""


def led(turn: Turn, intake_id: int) -> Intake | None:
    """Find a round that this person leads."""
    if not turn.uow.intake_reads.is_led(turn.person.id, intake_id):
        return None
    return turn.uow.intakes.find(intake_id)


def led_candidacy(turn: Turn, candidacy_id: int) -> tuple[Intake, Candidacy] | None:
    """Find a candidate of a round that this person leads."""
    found = turn.uow.candidacies.find(candidacy_id)
    intake = led(turn, found.intake_id) if found else None
    if intake is None:
        return None
    candidates = turn.uow.intake_reads.list_candidates(turn.person.id, intake.id)
    own = next((own for own in candidates if own.id == candidacy_id), None)
    return (intake, own) if own else None


def led_place(turn: Turn, place_id: int) -> tuple[Intake, OfferedPlace] | None:
    """Find a place of a round that this person leads."""
    found = turn.uow.candidacies.find_place(place_id)
    intake = led(turn, found.intake_id) if found else None
    return (intake, found) if intake and found else None


def tapped_intake(turn: Turn, tap: ShowIntake) -> Replies:
    """Show a round."""
    intake = led(turn, tap.intake)
    return [show_intake(turn, intake, page=tap.page) if intake else Reply(NOT_YOURS)]


def show_intake(turn: Turn, intake: Intake, said: Sayable | None = None, *, page: int = 0) -> Reply:
    """Show who takes part in a round, and how it stands with each."""
    viewer = turn.person.id
    candidates = turn.uow.intake_reads.list_candidates(viewer, intake.id)
    places = turn.uow.intake_reads.list_places(viewer, intake.id)
    interviews = turn.uow.intake_reads.list_interviews(viewer, intake.id)
    people: list[tuple[Sayable, Button]] = [
        *((words(colon(own.name), say_candidate(own, interviews)),
           button(short(own.name), ShowCandidate(own.id))) for own in candidates),
        *((words(colon(_name_of(own)), say_place(own)),
           button(short(own.workplace), ShowPlace(own.id))) for own in places),
    ]  # fmt: skip
    shown = open_page(people, A_PAGE, page)
    counted = _n("{count} candidate", "{count} candidates", len(candidates))
    offered = _n("{count} place on offer", "{count} places on offer", len(places))
    text = lines(
        said,
        intake.title,
        listed([counted, offered]),
        _("The intake is closed.") if intake.closed_at else None,
        *(words("•", line) for line, _button in shown.things),
    )
    adds = (
        button(_("invite a candidate"), InviteCandidate(intake.id)),
        button(_("note a place"), OfferPlace(intake.id)),
    )
    rows = (
        *in_pages([own for _line, own in shown.things], 2),
        *shown.turns(partial(ShowIntake, intake.id)),
        *(() if intake.closed_at else (adds,)),
        (button(_("‹ all intakes"), ListIntakes()),),
    )
    return offer(turn, Reply(text, rows))


def _name_of(own: OfferedPlace) -> Sayable:
    return words(own.workplace, own.contact, by=" · ")


def tapped_candidate(turn: Turn, tap: ShowCandidate) -> Replies:
    """Show a candidate."""
    found = led_candidacy(turn, tap.candidacy)
    return [show_candidate(turn, *found) if found else Reply(NOT_YOURS)]


def show_candidate(
    turn: Turn, intake: Intake, own: Candidacy, said: Sayable | None = None
) -> Reply:
    """Show what a candidate answered, and what can be done now."""
    interviews = turn.uow.intake_reads.list_interviews(turn.person.id, intake.id)
    given = turn.uow.intake_reads.read_candidate(turn.person.id, own.id)
    questions = turn.uow.question_lists.read_list(turn.uow.intakes.read_lists(intake.id)[0])
    text = lines(
        said,
        words(colon(own.name), say_candidate(own, interviews)),
        *(say_answers(questions, given, turn.person.language) if given is not None else ()),
        *(
            line
            for heard in interviews
            if heard.candidacy_id == own.id and heard.decided_at is not None
            for line in say_whole(intake, heard)
        ),
        _("All of it is erased after {day}.", day=Day(own.erase_at))
        if own.ended_at and own.erase_at
        else None,
    )
    rows = () if own.ended_at else tuple(_candidate_rows(turn, intake, own, interviews))
    return offer(turn, Reply(text, (*rows, _back(intake))))


def _candidate_rows(
    turn: Turn, intake: Intake, own: Candidacy, interviews: Sequence[Interview]
) -> Iterator[tuple[Button, ...]]:
    places = turn.uow.intake_reads.list_places(turn.person.id, intake.id)
    coming = next_interview(interviews, own.id)
    if coming is not None:
        place = coming.place_id or 0
        yield (
            button(_("what came of it"), WriteOutcome(own.id, place)),
            button(_("another moment …"), PlanInterview(own.id, place)),
        )
        yield (button(_("call it off"), CallOffInterview(coming.id)),)
    for other in [place for place in places if not place.ended_at][:PLACES_OFFERED]:
        yield (
            button(_("beside {place}", place=short(other.workplace, 28)),
                   ShowBeside(own.id, other.id)),
        )  # fmt: skip
    if coming is None:
        yield (
            button(_("talk without a company"), PlanInterview(own.id, 0)),
            button(_("no interview: what comes of it"), WriteOutcome(own.id, 0)),
        )
    link = button(_("new link"), InviteAgain(IntakeSide.CANDIDATE, own.id))
    gone = button(_("withdraws"), WithdrawFromIntake(IntakeSide.CANDIDATE, own.id, 0))
    # Who answered is owed feedback: then what comes of it is the way.
    yield (link,) if own.sent_at else (link, gone)


def tapped_place(turn: Turn, tap: ShowPlace) -> Replies:
    """Show what a company answered about its place."""
    found = led_place(turn, tap.place)
    if found is None:
        return [Reply(NOT_YOURS)]
    return [show_place(turn, *found)]


def show_place(turn: Turn, intake: Intake, own: OfferedPlace, said: Sayable | None = None) -> Reply:
    """Show a place on offer, with what its company answered."""
    answers = _say_company(turn, intake, own) if own.sent_at else ()
    text = lines(said, words(colon(_name_of(own)), say_place(own)), *answers)
    ways = (
        ()
        if own.ended_at
        else (
            (
                button(_("new link"), InviteAgain(IntakeSide.COMPANY, own.id)),
                button(_("is not on offer any more"),
                       WithdrawFromIntake(IntakeSide.COMPANY, own.id, 0)),
            ),
        )
    )  # fmt: skip
    return offer(turn, Reply(text, (*ways, _back(intake))))


def tapped_beside(turn: Turn, tap: ShowBeside) -> Replies:
    """Show the answers of a candidate and of a company, to see whether they fit."""
    found, place = led_candidacy(turn, tap.candidacy), led_place(turn, tap.place)
    if found is None or place is None or found[0].id != place[0].id:
        return [Reply(NOT_YOURS)]
    (intake, own), other = found, place[1]
    given = turn.uow.intake_reads.read_candidate(turn.person.id, own.id)
    questions = turn.uow.question_lists.read_list(turn.uow.intakes.read_lists(intake.id)[0])
    text = lines(
        colon(own.name),
        *(
            say_answers(questions, given, turn.person.language)
            if given is not None
            else (_("has not answered yet"),)
        ),
        "",
        colon(_name_of(other)),
        *_say_company(turn, intake, other),
    )
    rows = (
        (
            button(_("propose an interview"), PlanInterview(own.id, other.id)),
            button(_("what came of it"), WriteOutcome(own.id, other.id)),
        ),
        (button(_("‹ {name}", name=short(own.name, 28)), ShowCandidate(own.id)),),
    )
    free = own.ended_at is None and other.ended_at is None
    return [offer(turn, Reply(text, rows if free else rows[1:]))]


def _say_company(turn: Turn, intake: Intake, own: OfferedPlace) -> Iterator[Sayable]:
    given = turn.uow.intake_reads.read_company(turn.person.id, own.id)
    if given is None:
        yield _("has not answered yet")
        return
    questions = turn.uow.question_lists.read_list(turn.uow.intakes.read_lists(intake.id)[1])
    yield from say_answers(questions, given, turn.person.language)


def _back(intake: Intake) -> tuple[Button, ...]:
    return (button(_("‹ the intake"), ShowIntake(intake.id, 0)),)
