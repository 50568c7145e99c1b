"""A placement that stops: said, taken back, and left by its mentors after its last day."""
