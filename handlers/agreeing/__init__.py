"""What school, workplace and student put in writing about a placement."""
