"""Our messages to others that go with somebody: those in chats, and those that still wait."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, String, bindparam, cast, or_, select, update

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryError, DeliveryState
from bot.domain.telling.places import Place
from bot.ports.rights.erasing import ErasedChat, Known
from bot.storage.rights.mentions import names_in_json
from bot.storage.tables import outbox
from bot.storage.talking.whom import find_whom
from bot.storage.telling.outbox_rows import read_asks

_SENT = select(
    outbox.c.platform,
    outbox.c.address,
    outbox.c.platform_ref.label("ref"),
    outbox.c.person_id,
    outbox.c.organisation_id,
    outbox.c.sent_at,
).where(
    outbox.c.platform.in_([Place.TELEGRAM, Place.SLACK]),
    outbox.c.platform_ref != "",
    outbox.c.sent_at.is_not(None),
)
_OWN = _SENT.where(outbox.c.person_id == bindparam("person"))
_OTHERS = _SENT.where(
    outbox.c.organisation_id == bindparam("organisation"), outbox.c.person_id != bindparam("person")
)

_WAITING = select(outbox.c.id, outbox.c.asks).where(
    outbox.c.organisation_id == bindparam("organisation"),
    outbox.c.person_id != bindparam("person"),
    outbox.c.state == DeliveryState.PENDING.value,
    outbox.c.asks != "",
)
ABOUT: Mapping[str, str] = {
    Asks.OWN_DATA_ASKED: "student",
    Asks.AWAY_TOLD: "student",
    Asks.FORGET_CONFIRMED: "wish",
    Asks.FORGET_WITHDRAWN: "wish",
    Asks.STOPPED: "placement",
    Asks.GOES_ON: "placement",
    Asks.INCIDENT: "incident",
    Asks.INCIDENT_SEEN: "incident",
    Asks.GUARDIAN_AGREED: "track",
    Asks.AGREEMENT_OWED: "agreement",
    Asks.CLAIM_MADE: "claim",
    Asks.CLAIM_SETTLED: "claim",
    Asks.SUBSTITUTE_GONE: "absent",
    Asks.CONTESTED: "contest",
    Asks.CONTEST_ENDED: "contest",
    Asks.QUESTION: "question",
    Asks.QUESTION_BACK: "question",
    Asks.ANSWER: "question",
    Asks.ANSWER_BACK: "question",
    Asks.FEEDBACK: "feedback",
    Asks.FEEDBACK_BACK: "feedback",
    Asks.DEVICE_DISOWNED: "session",
}
"""What leads from the identity in a message to the person about whom it is told to others."""


def end_waiting(connection: Connection, known: Known) -> None:
    """End what still waits to be told to others about somebody: there is nothing to tell."""
    asked = {"person": known.id, "organisation": known.organisation_id}
    ended = []
    for row in connection.execute(_WAITING, asked).all():
        asks, about = read_asks(row.asks)
        kind = ABOUT.get(asks)
        if kind and about and find_whom(connection, kind, about) == known.id:
            ended.append(row.id)
    dead = {"state": DeliveryState.DEAD.value, "last_error": DeliveryError.DONE.value}
    connection.execute(
        update(outbox).where(outbox.c.id.in_(ended)).values(**dead, content={}, asks="")
    )


def list_chats(connection: Connection, known: Known) -> Sequence[ErasedChat]:
    """List them, the oldest first.

    Of others' they are those about a track of the person's, and those whose words hold the name.
    """
    content = cast(outbox.c.content, String)
    about = [content.contains(name, autoescape=True) for name in names_in_json(known)]
    others = _OTHERS.where(or_(outbox.c.track_id.in_(known.tracks), *about))
    asked = {"person": known.id, "organisation": known.organisation_id}
    found = [
        ErasedChat(**row._mapping)
        for statement in (_OWN, others)
        for row in connection.execute(statement.order_by(outbox.c.id), asked)
    ]
    return list({(own.platform, own.address, own.ref): own for own in found}.values())
