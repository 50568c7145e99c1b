"""Groups on campus, in the chat."""
