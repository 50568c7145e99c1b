"""The card: a whole competence in one message, filled in any order."""
