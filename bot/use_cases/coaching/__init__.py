"""Tips for mentors, and the next step for everybody who scores."""
