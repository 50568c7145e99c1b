"""What sectors propose, as it is stored."""
