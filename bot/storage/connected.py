"""What every part of the storage begins with: a connection, on which a transaction runs."""

from sqlalchemy import Connection

from bot.domain.rights.looking import Glimpses


class Connected:
    """One part of the storage, on one connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction."""
        self._connection = connection


class ReadForPeople(Connected):
    """Reads for a person, which count in what they give out, so that no look is lost."""

    def __init__(self, connection: Connection, glimpses: Glimpses | None = None) -> None:
        """Work on this connection's transaction, and count in what is given out."""
        super().__init__(connection)
        self._glimpses = glimpses or Glimpses()
