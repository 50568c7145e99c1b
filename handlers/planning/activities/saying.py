"""What a workplace can offer: its mentor says so by tapping, or the coach in the mentor's name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.school.tracks import Role
from bot.messages import Button, Reply, Sayable, _, lines
from bot.ports.planning.activities import Offer
from bot.use_cases.agreeing.recognitions.keep_recognition import (
    WrongRecognition,
    recognise_until,
)
from bot.use_cases.planning.activities.change_activities import (
    NotYours,
    offer_competence,
    offer_context,
)
from handlers.planning.activities.asked import RecognitionAwaited
from handlers.planning.activities.listed import list_offers, programme_of, show_offer
from handlers.planning.activities.taps import (
    AskRecognition,
    ChooseCompetences,
    ChooseContexts,
    OfferCompetence,
    OfferContext,
    SetRecognition,
    ShowActivities,
)
from handlers.planning.phrases import say_day
from handlers.talking.meaning.dates import read_day
from handlers.talking.phrases import short, ticked
from handlers.talking.routing.offering import offer as ask_with
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

PAGE = 10
"""Competences on one message: what a thumb reaches."""

YEARS = 5
"""For how many years a recognition is offered by a tap; it lasts five."""

SCHOOL_YEAR_ENDS = (8, 31)
NO_WORKPLACE = _("You are around no workplace at the moment.")
NO_SUCH_END = _("Nothing was changed: a recognition lasts five years.")
NOT_THERE = _("That workplace is not yours to describe. Nothing was changed.")


def show_offers(turn: Turn, offers: Sequence[Offer]) -> Reply:
    """Show one workplace, or a line for each of several; a new one begins with its contexts."""
    if not offers:
        return Reply(NO_WORKPLACE)
    if len(offers) > 1:
        return list_offers(turn, offers)
    (own,) = offers
    if own.writer and not own.listed:
        return _begin(turn, own)
    return show_offer(turn, own)


def _begin(turn: Turn, own: Offer) -> Reply:
    if programme_of(turn, own).contexts:
        return _ask_contexts(turn, own)
    return _ask_competences(turn, own, 0)


def _for_whom(own: Offer) -> Sayable | None:
    """Say to a coach that this is said in the mentor's name."""
    if own.writer is Role.COACH:
        return _("You say this in the mentor’s name; the list tells so.")
    return None


def _ask_contexts(turn: Turn, own: Offer) -> Reply:
    at = (own.workplace_id, own.programme_id)
    held = {number for activity in own.activities.activities for number in activity.contexts}
    rows: list[tuple[Button, ...]] = [
        (
            button(
                ticked(context.number, short(context.title), chosen=context.id in held),
                OfferContext(*at, context.id, int(context.id not in held)),
            ),
        )
        for context in programme_of(turn, own).contexts
    ]
    rows.append((button(_("on to single competences ›"), ChooseCompetences(*at, 0)),))
    question = _("{workplace}: which contexts come up here?", workplace=own.workplace)
    return ask_with(turn, Reply(lines(question, _for_whom(own)), tuple(rows)))


def _ask_competences(turn: Turn, own: Offer, page: int) -> Reply:
    at = (own.workplace_id, own.programme_id)
    competences = programme_of(turn, own).competences
    first = min(page, (len(competences) - 1) // PAGE) * PAGE
    rows: list[tuple[Button, ...]] = [
        (
            button(
                ticked(
                    own_competence.number,
                    short(own_competence.title),
                    chosen=own_competence.id in own.offered,
                ),
                OfferCompetence(*at, own_competence.id, int(own_competence.id not in own.offered)),
            ),
        )
        for own_competence in competences[first : first + PAGE]
    ]
    rows.append(tuple(_turn_pages(own, first // PAGE, len(competences))))
    question = _("{workplace}: what can be done here, of these?", workplace=own.workplace)
    brought = _("What the contexts bring is ticked; a tap says that it cannot be done here.")
    text = lines(question, brought if own.brought else None, _for_whom(own))
    return ask_with(turn, Reply(text, tuple(rows)))


def _turn_pages(own: Offer, page: int, count: int) -> Iterator[Button]:
    at = (own.workplace_id, own.programme_id)
    if page:
        yield button(_("‹ back"), ChooseCompetences(*at, page - 1))
    if (page + 1) * PAGE < count:
        yield button(_("more ›"), ChooseCompetences(*at, page + 1))
    if own.recognition.until is None and own.needs is not False:
        yield button(_("recognised until ›"), AskRecognition(*at))
    else:
        yield button(_("done"), ShowActivities(*at))


def find_offer(turn: Turn, workplace: int, programme: int) -> Offer | None:
    """Find what a workplace offers among those around which this person is."""
    offers = turn.uow.activities.list_seen(turn.person.id)
    wanted = (workplace, programme)
    return next((own for own in offers if (own.workplace_id, own.programme_id) == wanted), None)


def tapped_activities(turn: Turn, tap: ShowActivities) -> Replies:
    """Show one of several workplaces, or what was said of one."""
    own = find_offer(turn, tap.workplace, tap.programme)
    return [replace(show_offers(turn, [own]), edit=True) if own else Reply(NOT_THERE)]


def tapped_contexts(turn: Turn, tap: ChooseContexts) -> Replies:
    """Go to the contexts."""
    own = _writable(turn, tap.workplace, tap.programme)
    return [replace(_ask_contexts(turn, own), edit=True) if own else Reply(NOT_THERE)]


def tapped_competences(turn: Turn, tap: ChooseCompetences) -> Replies:
    """Go to a page of the competences."""
    own = _writable(turn, tap.workplace, tap.programme)
    return [replace(_ask_competences(turn, own, tap.page), edit=True) if own else Reply(NOT_THERE)]


def tapped_context(turn: Turn, tap: OfferContext) -> Replies:
    """Say of a context whether it comes up, and show all of them again."""
    at = (tap.workplace, tap.programme)
    try:
        offer_context(turn.uow, turn.person, at, tap.context, turn.at, offered=bool(tap.offered))
    except NotYours:
        return [Reply(NOT_THERE)]
    return tapped_contexts(turn, ChooseContexts(*at))


def tapped_competence(turn: Turn, tap: OfferCompetence) -> Replies:
    """Say of a competence whether it can be done, and show its page again."""
    at = (tap.workplace, tap.programme)
    try:
        offered = bool(tap.offered)
        offer_competence(turn.uow, turn.person, at, tap.competence, turn.at, offered=offered)
    except NotYours:
        return [Reply(NOT_THERE)]
    programme = turn.uow.tracks.read_programme(tap.programme)
    places = [competence.id for competence in programme.competences]
    page = places.index(tap.competence) // PAGE if tap.competence in places else 0
    return tapped_competences(turn, ChooseCompetences(*at, page))


def tapped_recognition(turn: Turn, tap: AskRecognition) -> Replies:
    """Ask until when a workplace is recognised: by school years, or any day in words."""
    own = _writable(turn, tap.workplace, tap.programme)
    if own is None:
        return [Reply(NOT_THERE)]
    at = (tap.workplace, tap.programme)
    first = turn.today.year + ((turn.today.month, turn.today.day) > SCHOOL_YEAR_ENDS)
    ends = [date(year, *SCHOOL_YEAR_ENDS) for year in range(first, first + YEARS)]
    rows = [(button(say_day(turn, end), SetRecognition(*at, end)),) for end in ends]
    rows.append((button(_("I do not know"), SetRecognition(*at)),))
    turn.ask(RecognitionAwaited(workplace=tap.workplace, programme=tap.programme))
    question = _(
        "{workplace}: until when is it recognised? Tap, or type a day such as 31/08/2029.",
        workplace=own.workplace,
    )
    return [Reply(question, tuple(rows), edit=True)]


def chosen_recognition(turn: Turn, tap: SetRecognition) -> Replies:
    """Keep the day until which a workplace is recognised."""
    said = _recognise(turn, tap.workplace, tap.programme, tap.until)
    return [replace(said, edit=True)]


def take_recognition(turn: Turn, asked: RecognitionAwaited, text: str) -> Replies:
    """Take a day that was typed."""
    return [_recognise(turn, asked.workplace, asked.programme, read_day(text.strip()))]


def is_day(text: str) -> bool:
    """Say whether words are a day."""
    return read_day(text.strip()) is not None


def _recognise(turn: Turn, workplace: int, programme: int, until: date | None) -> Reply:
    try:
        recognise_until(turn.uow, turn.person, (workplace, programme), until, turn.at)
    except NotYours:
        return Reply(NOT_THERE)
    except WrongRecognition:
        return Reply(NO_SUCH_END)
    own = find_offer(turn, workplace, programme)
    return show_offer(turn, own) if own else Reply(NOT_THERE)


def _writable(turn: Turn, workplace: int, programme: int) -> Offer | None:
    own = find_offer(turn, workplace, programme)
    return own if own and own.writer else None
