"""Our messages in chats of platforms that go with somebody: theirs, and others' that name them."""

from collections.abc import Sequence

from sqlalchemy import Connection, String, bindparam, cast, or_, select

from bot.domain.telling.places import Place
from bot.ports.rights.erasing import ErasedChat, Known
from bot.storage.rights.mentions import names_in_json
from bot.storage.tables import outbox

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
