"""What every read for a person begins with: it says what it gave out, so that no look is lost."""

from sqlalchemy import Connection

from bot.domain.rights.looking import Glimpses
from bot.storage.connected import Connected


class ReadForPeople(Connected):
    """Reads for a person, which count in what they give out."""

    def __init__(self, connection: Connection, glimpses: Glimpses | None = None) -> None:
        """Work on this connection's transaction, and count in what is given out."""
        super().__init__(connection)
        self._glimpses = glimpses or Glimpses()
