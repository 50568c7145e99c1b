"""What cannot reach whom it was written to goes back to its writer: nothing dies in silence.

Two tables say of every kind of message who is told (`WRITERS`), or why nobody need be
(`NEEDS_NOBODY`).
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import (
    UNREACHABLE,
    DeliveryError,
    DeliveryState,
    DeliveryStep,
)
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import OutboxMessage, Posted
from bot.use_cases.telling.personal_questions import COMES_WITHIN, is_in_reach

BACK: Mapping[str, Asks] = {
    Asks.QUESTION: Asks.QUESTION_BACK,
    Asks.ANSWER: Asks.ANSWER_BACK,
    Asks.FEEDBACK: Asks.FEEDBACK_BACK,
    Asks.FEEDBACK_GIVEN: Asks.FEEDBACK_GIVEN_BACK,
}
"""What is asked for, and what the message asks for that brings it back to its writer."""

_Writer = Callable[[UnitOfWork, OutboxMessage, int], int | None]


def _of_question(uow: UnitOfWork, _message: OutboxMessage, about_id: int) -> int | None:
    question = uow.interventions.find_question(about_id)
    return question.asked_by_id if question else None


def _of_answer(uow: UnitOfWork, message: OutboxMessage, about_id: int) -> int | None:
    question = uow.interventions.find_question(about_id)
    # What was handed on meanwhile is somebody else's to read.
    return question.asked_id if question and question.asked_by_id == message.person_id else None


def _of_request(uow: UnitOfWork, message: OutboxMessage, _about_id: int) -> int | None:
    seats = uow.interventions.list_scorers(message.track_id) if message.track_id else ()
    return next((person for person, role in seats if role is Role.STUDENT), None)


def _of_feedback(uow: UnitOfWork, _message: OutboxMessage, about_id: int) -> int | None:
    feedback = uow.answers.find_feedback(about_id)
    return feedback.giver_id if feedback else None


WRITERS: Mapping[str, _Writer] = {
    Asks.QUESTION: _of_question,
    Asks.ANSWER: _of_answer,
    Asks.FEEDBACK: _of_request,
    Asks.FEEDBACK_GIVEN: _of_feedback,
}
"""Whose words a message carries."""

NEEDS_NOBODY: Mapping[str, str] = {
    "": "it answers its own reader, who may ask again, or is for a chat that was left behind",
    Asks.DAY: "its errands are given again to whoever they are for, or expire and are counted",
    Asks.AGAIN: "what is open stands in their own list of what is open",
    Asks.PING: "it carries no words: the message that it is a sign of waits on the page",
    Asks.MAIL_CODE: "its reader is told where they gave the address, and may give it again",
    Asks.CODE_LOST: "they may give the address again",
    Asks.PLACE_LOST: "/settings shows where messages go",
    Asks.ALERT: "the alert stands in the list of whoever is coach",
    Asks.DEVICE: "the list of devices in their settings shows it",
    Asks.DEVICE_DISOWNED: "what was disowned is ended already",
    Asks.PHONE_LOST: "they see on the device that it was ended",
    Asks.LINK_HANDED: "its coach hands the link over in person",
    Asks.STOPPED: "the report says that there is no workplace now",
    Asks.AGREEMENT_OWED: "it stands open on the coach’s list until it is done",
    Asks.HANDED_OVER: "the report names who is around, and the desk of the new coach shows it",
    Asks.HANDOVER_PLANNED: "/handover and the desk show what is planned",
    Asks.HANDED_BACK: "the report names who is around",
    Asks.HANDOVER_FAILED: "the coach has the students yet, and /handover shows nothing planned",
    Asks.CLAIM_MADE: "the claim stands among those that wait for who decides: /open and /prior",
    Asks.CLAIM_SETTLED: "/prior shows the student what came of it",
    Asks.GOES_ON: "the report does not say that the workplace stopped",
    Asks.AWAY_TOLD: "who is away is not asked meanwhile, and comes back by the day that is kept",
    Asks.AWAY_NOTED: "their settings show until when they are away",
    Asks.SUBSTITUTE_NAMED: "the list of their students, and /substitute, show who stands in",
    Asks.SUBSTITUTE_ENDED: "the list of their students, and /substitute, show who is back",
    Asks.SUBSTITUTE_GONE: "/substitute shows that nobody stands in",
    Asks.SUBSTITUTE_LEFT: "/substitute and the desk show until when somebody stands in",
    Asks.INCIDENT: "who reported it was told which coaches nothing reaches, and hears who saw it",
    Asks.INCIDENT_SEEN: "the coach who saw it speaks to who reported it",
    Asks.CONTESTED: "it stands beside what was said until it is settled",
    Asks.CONTEST_ENDED: "it does not stand beside what was said any more",
    Asks.GUARDIAN_AGREED: "whoever begins is held back no more",
    Asks.OWN_DATA: "/mydata shows the file as long as it is there",
    Asks.OWN_DATA_FAILED: "/mydata makes it anew",
    Asks.OWN_DATA_ASKED: "nothing waits for who hears it",
    Asks.FILE_SEEN: "its sender asks how far it is where it was sent",
    Asks.FILE_DONE: "its sender asks how far it is where it was sent",
    Asks.SEATS: "the report names who is around, and the log of acts says who changed it",
    Asks.LINKS_MADE: "the log of acts says who was invited by whom",
    Asks.FORGET_AGAIN: "/forget asks the same, as long as the wish waits for a yes",
    Asks.FORGET_CONFIRMED: "the wish stands in the list of every other who decides, until its day",
    Asks.FORGET_WITHDRAWN: "the wish is out of the list of who decides",
    Asks.FORGET_HELD: "/forget shows why it waits",
    **dict.fromkeys(BACK.values(), "its writer has the words, and asks for them where they stand"),
}
"""What carries nobody's words, by what it asks for, with why nothing is lost where it dies."""


def come_back(uow: UnitOfWork, message: OutboxMessage, step: DeliveryStep, at: datetime) -> None:
    """Tell the writer of a message that it reached nobody, where what became of it says so.

    What arrived before, has nothing left to say, or goes to another chat does not come back.
    """
    is_lost = step.state is DeliveryState.DEAD and step.error != DeliveryError.DONE
    if not is_lost or message.ref or message.about_id is None or message.asks not in WRITERS:
        return
    if step.error in UNREACHABLE and is_in_reach(uow, message.person_id, at):
        return  # it follows to another chat
    writer = WRITERS[message.asks](uow, message, message.about_id)
    if writer is not None and writer != message.person_id:
        back = Posted(
            writer,
            MessageKind.ANSWER,
            f"back:{message.id} {at.isoformat()}",
            BACK[message.asks],
            about_id=message.about_id,
        )
        uow.outbox.post(back, at)


def awaits_nobody(uow: UnitOfWork, at: datetime) -> bool:
    """Say whether anything waits for somebody who does not come."""
    return bool(uow.reach.list_uncome(WRITERS, at - COMES_WITHIN))


def give_up_waiting(uow: UnitOfWork, at: datetime) -> bool:
    """Send some of what waits for people who stay away back to its writers; False if none is."""
    waiting = uow.reach.list_uncome(WRITERS, at - COMES_WITHIN)
    for message in waiting:
        if uow.reach.give_up(message.id):
            come_back(uow, message, DeliveryStep(DeliveryState.DEAD, DeliveryError.EXPIRED), at)
    return bool(waiting)
