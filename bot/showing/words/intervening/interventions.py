"""The words for interventions: at which level, about and on what they act, what came of it."""

from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
)
from bot.messages import Text, _

LEVEL_WORD: dict[InterventionLevel, Text] = {
    InterventionLevel.MICRO: _("micro: how somebody learns"),
    InterventionLevel.MESO: _("meso: a school or company"),
    InterventionLevel.MACRO: _("macro: law and government"),
}
ACTS_ON_WORD: dict[ActsOn, Text] = {
    ActsOn.PROCESS: _("a way of working"),
    ActsOn.VARIABLE: _("a condition"),
    ActsOn.ACTOR: _("somebody’s part in it"),
}
HELPED_WORD: dict[Helped, Text] = {
    Helped.YES: _("it helped"),
    Helped.PARTLY: _("it helped in part"),
    Helped.NO: _("it did not help"),
    Helped.UNKNOWN: _("hard to say"),
}
ABOUT_WORD: dict[InterventionAbout, Text] = {
    InterventionAbout.STUDENT: _("students"),
    InterventionAbout.WORKPLACE: _("workplaces"),
    InterventionAbout.CLASS_GROUP: _("class groups"),
    InterventionAbout.SCHOOL: _("the school"),
    InterventionAbout.AUTHORITIES: _("law and government"),
}
"""What the interventions of a year were about."""
