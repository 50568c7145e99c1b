"""What a student had learned before: claimed by the student, confirmed or refused by people."""
