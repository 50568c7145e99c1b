"""What plain words of a line of scores can be."""

from enum import StrEnum


class Plain(StrEnum):
    """What plain words of a line are."""

    MARK = "mark"
    CORRECTS = "corrects"
    MARKS_LATER = "marks later"
    INSTEAD = "instead"
    EVERYBODY = "everybody"
    NUMBER_OF = "number of"
    CLASS = "class"
    TODAY = "today"
    DONE = "done"
    CAN = "can"
    AND = "and"
    EXCEPT = "except"
    FILLS = "fills"
