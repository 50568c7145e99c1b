"""What ordinary words and plain questions can be."""

from enum import StrEnum


class Ordinary(StrEnum):
    """What ordinary words can be."""

    THANKS = "thanks"
    GREETING = "greeting"
    GOODBYE = "goodbye"
    FINE = "fine"
    HELP = "help"
    AWAY = "away"
    NOT_AWAY = "not away"
    WRONG = "wrong"
    UNDO = "undo"
    WAIT = "wait"


class Asked(StrEnum):
    """What is asked in plain words."""

    MEANING = "meaning"
    READERS = "readers"
    PHOTO = "photo"
    STANDING = "standing"
    OPEN = "open"
    STUDENTS = "students"
    AROUND = "around"
    HELP = "help"
    UNDO = "undo"
    ALERTS = "alerts"
    CHOICE = "choice"
    EVALUATIONS = "evaluations"
    RESULT = "result"
    DECISION = "decision"
    END_VIEW = "end view"
