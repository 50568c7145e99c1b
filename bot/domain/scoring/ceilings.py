"""How much one message says at most: ours, far beyond what people say, so that nobody waits.

The largest class of a real roster has some thirty students, the largest recognised framework 154
indicators in 23 competences: one message holds a framework for a student nine times over, or a
class of forty on two competences of sixteen.
"""

MOST_SCORES = 1_500
"""Scores that a message stores, of all its students together."""

MOST_COMPETENCES = 300
"""Competences that it scores, each counted for each student."""

MOST_LINES = 60
"""Lines that it has."""
