"""The colours' letters and meanings: colour is never alone, nor its name."""

from bot.domain.scoring.colours import Colour
from bot.messages import _

COLOUR_LETTER = {
    Colour.GREY: _("G"),
    Colour.RED: _("R"),
    Colour.ORANGE: _("O"),
    Colour.LIGHT_GREEN: _("L"),
    Colour.DARK_GREEN: _("D"),
}
COLOUR_MEANING = {
    Colour.GREY: _("nothing scored yet"),
    Colour.RED: _("not acquired"),
    Colour.ORANGE: _("not yet fully acquired"),
    Colour.LIGHT_GREEN: _("acquired, with support"),
    Colour.DARK_GREEN: _("acquired, autonomously"),
}
