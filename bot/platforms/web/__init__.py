"""The web chat: the page, and what it asks of the server."""
