"""Feedback on an answer: whom a student can ask, asking, giving, and showing the answer anew."""
