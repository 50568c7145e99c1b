"""How much people want to be asked."""

from enum import StrEnum


class Profile(StrEnum):
    """How much somebody wants to be asked: light gets the last reminder only, active gets tips."""

    LIGHT = "light"
    STANDARD = "standard"
    ACTIVE = "active"
