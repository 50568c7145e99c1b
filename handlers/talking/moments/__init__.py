"""A moment at which people meet: proposed, moved in place, or typed."""
