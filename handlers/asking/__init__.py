"""Talking about questionnaires: what is asked, and what came of it."""
