"""Tips for mentors and teachers, and the next step for everybody who scores."""
