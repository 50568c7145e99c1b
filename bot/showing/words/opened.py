"""What somebody opened of what is kept of a student, in words."""

from collections.abc import Mapping

from bot.domain.rights.looking import OpenedKind
from bot.messages import Text, _

OPENED_WORD: Mapping[OpenedKind, Text] = {
    OpenedKind.REPORT: _("the colours"),
    OpenedKind.CARD: _("single scores"),
    OpenedKind.NOTES: _("notes"),
    OpenedKind.ANSWERS: _("shared answers"),
    OpenedKind.FILM: _("the film"),
    OpenedKind.PHOTO: _("a photo"),
    OpenedKind.CLASS: _("a view of the class group"),
    OpenedKind.VIEWS: _("where views differ"),
    OpenedKind.RESULT: _("the result at the workplace"),
    OpenedKind.COUNCIL: _("the page for the class council"),
    OpenedKind.END_VIEW: _("the end view"),
    OpenedKind.DECISION: _("the decision of the class council"),
    OpenedKind.CHOICES: _("what is evaluated"),
}
"""By what was opened."""

OPERATOR = _("who runs Kompaan")
"""Who looked where nobody is named: from the command line."""
