"""What the class council decides: recorded, signed, and told to the student by a person."""
