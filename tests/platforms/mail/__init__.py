"""E-mail: a real server on loopback, and one that answers oddly."""
