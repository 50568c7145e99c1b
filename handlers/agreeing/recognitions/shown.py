"""`/recognition`: which workplaces are recognised until when, what is urgent first."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.messages import Button, Reply, Sayable, _, _n, colon, lines, words
from bot.ports.agreeing.recognitions import RecognisedPlace
from bot.use_cases.agreeing.recognitions.see_recognitions import (
    see_recognition_at,
    see_recognitions,
    urgency_of,
)
from handlers.agreeing.recognitions.asked import RecognitionEndOffered
from handlers.agreeing.recognitions.phrases import (
    URGENT,
    name_place,
    say_recognition,
    say_whole,
)
from handlers.agreeing.recognitions.taps import (
    AskRecognitionEnd,
    ListRecognitions,
    RecognitionAsked,
    ShowRecognition,
)
from handlers.scoring.taps import UndoEntry
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.routing.offering import Offered, offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

LISTED = 8
"""Workplaces on a page."""

FOR_COACHES = _("A coach sees here until when the workplaces of their students are recognised.")
NOT_YOUR_PLACE = _("That workplace is not one of your students’ any more. Nothing was changed.")
NONE_NEEDED = _("At none of your students’ workplaces a recognition is needed.")


def tapped_recognition(turn: Turn, tap: ShowRecognition) -> Replies:
    """Show the recognition of the workplace of a button."""
    place = find_place(turn, tap.placement)
    return [show_place(turn, place)] if place else [Reply(NOT_YOUR_PLACE)]


def tapped_recognitions(turn: Turn, tap: ListRecognitions) -> Replies:
    """Turn to another page of the workplaces."""
    places = see_recognitions(turn.uow, turn.person.id, turn.running_coached, turn.today)
    return [replace(list_places(turn, places, tap.page), edit=True)]


def find_place(turn: Turn, placement: int) -> RecognisedPlace | None:
    """Find the workplace of a placement of which this person is the coach."""
    return see_recognition_at(turn.uow, turn.person.id, turn.running_coached, placement)


def list_places(turn: Turn, places: Sequence[RecognisedPlace], page: int = 0) -> Reply:
    """List the workplaces, each with the button that opens it."""
    if not places:
        return Reply(NONE_NEEDED)
    listed = open_page(places, LISTED, page)
    urgent = sum(urgency_of(place, turn.today) in URGENT for place in places)
    head = (
        _n(
            "The recognition of {count} workplace is missing, ended or ends soon.",
            "The recognition of {count} workplaces is missing, ended or ends soon.",
            urgent,
        )
        if urgent
        else _("No recognition ends soon.")
    )
    told = (
        words("·", colon(name_place(place)), say_recognition(place, turn.person, turn.today))
        for place in listed.things
    )
    rows = tuple(
        (
            button(
                short(f"{place.workplace} · {place.programme}"),
                ShowRecognition(place.learners[0].placement_id),
            ),
        )
        for place in listed.things
    )
    return offer(turn, Reply(lines(head, *told), (*rows, *listed.turns(ListRecognitions))))


def show_place(
    turn: Turn,
    place: RecognisedPlace,
    *,
    before: Sayable | None = None,
    entry: int | None = None,
) -> Reply:
    """Show one workplace, with what can be said of it; the entry undoes what was said just now."""
    rows: list[tuple[Button, ...]] = []
    if entry is not None:
        rows.append((button(_("↩ Undo"), UndoEntry(entry)),))
    here = place.learners[0].placement_id
    if place.needed is not False:
        rows.append((button(_("recognised until …"), AskRecognitionEnd(here)),))
        if place.recognition.asked_on is None and urgency_of(place, turn.today) in URGENT:
            rows.append((button(_("a recognition is asked for"), RecognitionAsked(here)),))
    text = lines(before, *say_whole(place, turn.person, turn.today))
    kind = partial(RecognitionEndOffered, placement=here)
    return offer(turn, Reply(text, tuple(rows)), Offered if place.needed is False else kind)
