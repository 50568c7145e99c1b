"""How people are named: by code words, and in which role."""
