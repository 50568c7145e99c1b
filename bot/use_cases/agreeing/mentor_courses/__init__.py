"""Whether mentors followed the training for mentors, or plan to."""
