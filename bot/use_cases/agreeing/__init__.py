"""What school, workplace and student put in writing, and what has to be there for it."""
