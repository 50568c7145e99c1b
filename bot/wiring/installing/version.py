"""At which version a database is, and bringing it to this one."""

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.messages import _
from bot.refusal import Refused
from bot.storage.outage import FOREIGN, explained, missing_folder
from bot.storage.upgrade import NEWER, current, head, is_foreign, upgrade


def prepare_database(engine: Engine) -> None:
    """Create an empty database; raises Refused for one that is unreachable or behind."""
    step = _read_step(engine)
    if step is None:
        _upgrade(engine)
    elif step != head():
        raise Refused(_("The database is of another version; run 'kompaan migrate' first."))


def migrate_database(engine: Engine) -> list[str]:
    """Bring a database to this version; returns the steps taken. Raises Refused."""
    _read_step(engine)
    return _upgrade(engine)


def _read_step(engine: Engine) -> str | None:
    """Read at which step a database is; None for an empty one.

    Raises Refused for one that cannot be read, is another program's, or a newer Kompaan's.
    """
    if (missing := missing_folder(engine.url)) is not None:
        raise Refused(missing)
    try:
        with engine.connect() as connection:
            step, foreign = current(connection), is_foreign(connection)
    except SQLAlchemyError as error:
        raise Refused(explained(error)) from None
    if foreign:
        raise Refused(FOREIGN)
    if (step or "") > head():
        raise Refused(NEWER)
    return step


def _upgrade(engine: Engine) -> list[str]:
    try:
        return upgrade(engine)
    except SQLAlchemyError as error:
        raise Refused(explained(error)) from None
