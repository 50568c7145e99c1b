"""Pictures: a description in, PNG or GIF bytes out. Drawn in a thread, outside the lane."""
