"""What helps a student: the talk with the student, and with those who may read it."""
