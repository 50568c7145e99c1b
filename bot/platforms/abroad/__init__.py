"""Answering on platforms that are not the school's."""
