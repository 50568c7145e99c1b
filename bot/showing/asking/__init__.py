"""Questionnaires in sentences, wherever they are said."""
