"""An incident at work: the talk of who reports it, and of the coaches who hear it."""
