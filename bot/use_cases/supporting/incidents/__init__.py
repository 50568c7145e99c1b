"""An incident at work: told to the coaches at once, and seen by them."""
