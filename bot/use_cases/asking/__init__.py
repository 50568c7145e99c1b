"""Questionnaires of a school: who is asked what and when, and what may be shown of it."""
