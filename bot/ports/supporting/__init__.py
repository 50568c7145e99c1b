"""What is kept for when things go otherwise, as it is stored."""
