"""What helps a student: written, shared and taken away by the student alone."""
