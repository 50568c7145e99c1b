"""Activities of workplaces as a file has them, line by line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One line: an activity of a workplace for a programme, cell by cell and tidied.

    Several lines may be of one activity. A line without one says only until when the workplace is
    recognised. `surplus` says that it has more cells than the file has columns.
    """

    line: int
    workplace: str
    framework: str = ""
    activity: str = ""
    competences: str = ""
    contexts: str = ""
    recognised_until: str = ""
    surplus: bool = False
