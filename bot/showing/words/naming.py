"""What a school chose of names, in words."""

from bot.domain.school.naming import Naming
from bot.messages import _

NAMING_WORD = {
    Naming.FULL: _("full names"),
    Naming.FIRST_NAMES: _("first names, with an initial where two have the same"),
    Naming.DISCREET: _("none: code words, and what people wrote stays on the school's own page"),
}
