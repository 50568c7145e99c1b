"""A programme's own contexts, as its coach keeps them."""

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from bot.ports.planning.contexts import KeptContext
from bot.storage.tables import context, context_competence, programme

_BY_NUMBER = and_(
    context.c.programme_id == bindparam("whose"), context.c.number == bindparam("called")
)
_FIND = select(context.c.id).where(_BY_NUMBER)
_RENAME = update(context).where(_BY_NUMBER).values(title=bindparam("new_title"))
_ADD_CONTEXT = (
    insert(context)
    .from_select(
        ("organisation_id", "programme_id", "number", "title"),
        select(
            programme.c.organisation_id,
            programme.c.id,
            bindparam("called", type_=context.c.number.type),
            bindparam("new_title", type_=context.c.title.type),
        ).where(programme.c.id == bindparam("whose")),
    )
    .returning(context.c.id)
)
_ORGANISATION = select(programme.c.organisation_id).where(programme.c.id == bindparam("whose"))
_UNLINK = delete(context_competence).where(context_competence.c.context_id == bindparam("which"))
_LINK = insert(context_competence)
_REMOVE = delete(context).where(context.c.id == bindparam("which"))
_RAISE = (
    update(programme)
    .where(programme.c.id == bindparam("whose"))
    .values(revision=programme.c.revision + 1)
)


def keep_context(connection: Connection, programme_id: int, kept: KeptContext) -> None:
    """Add a context to a programme, or bring the one with its number to what it says."""
    named = {"whose": programme_id, "called": kept.number, "new_title": kept.title}
    found = _find(connection, programme_id, kept.number)
    if found is None:
        found = connection.execute(_ADD_CONTEXT, named).scalar_one()
    else:
        connection.execute(_RENAME, named)
    connection.execute(_UNLINK, {"which": found})
    school = connection.execute(_ORGANISATION, {"whose": programme_id}).scalar_one()
    links = [
        {
            "organisation_id": school,
            "context_id": found,
            "competence_id": competence,
            "contribution": how.value,
        }
        for competence, how in kept.trains.items()
    ]
    connection.execute(_LINK, links)
    connection.execute(_RAISE, {"whose": programme_id})


def remove_context(connection: Connection, programme_id: int, number: int) -> None:
    """Take a context of a programme away."""
    found = _find(connection, programme_id, number)
    if found is not None:
        connection.execute(_UNLINK, {"which": found})
        connection.execute(_REMOVE, {"which": found})
        connection.execute(_RAISE, {"whose": programme_id})


def _find(connection: Connection, programme_id: int, number: int) -> int | None:
    asked = {"whose": programme_id, "called": number}
    found: int | None = connection.execute(_FIND, asked).scalar()
    return found
