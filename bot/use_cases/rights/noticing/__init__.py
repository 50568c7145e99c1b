"""Telling people what is kept about them, and the yes of a guardian where one is needed."""
