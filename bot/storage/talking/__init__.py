"""Where conversations stand, and the messages of our own platforms."""
