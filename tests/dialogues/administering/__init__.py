"""What who runs a school does in the chat."""
