"""Files about planning."""
