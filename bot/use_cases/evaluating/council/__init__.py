"""Pages for the class council: of one student, of a class, and what a student takes along."""
