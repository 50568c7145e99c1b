"""What who runs the school says of a programme: how what was learned before counts."""
