"""What sectors propose, and who sees it."""
