"""What every part of the storage begins with: a connection, on which a transaction runs."""

from sqlalchemy import Connection


class Connected:
    """One part of the storage, on one connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction."""
        self._connection = connection
