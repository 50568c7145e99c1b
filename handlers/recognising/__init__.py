"""Talking about what was learned before: a student claims it, a teacher and a coach decide."""
